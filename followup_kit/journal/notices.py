"""What to look at before the next contact, across all applications, each with its rule."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from followup_kit.advice.protocols import load_protocol
from followup_kit.advice.rules import rule_range, rules
from followup_kit.journal.agenda import overdue
from followup_kit.planner.wording import day_text
from followup_kit.records.advice import Protocol, Step
from followup_kit.records.base import Record
from followup_kit.records.journal import Entry
from followup_kit.records.plan import Plan, Touchpoint

__all__ = ["Notice", "NoticeKind", "notices"]

NoticeKind = Literal["same_person", "same_day", "call_budget", "overdue"]

_PEST = ("000.21", "001.17", "002.08", "003.21")
"""That contact should not become a nuisance, as four of the five sources say."""


class Notice(Record, frozen=True, kw_only=True):
    """One thing to look at: in a sentence or two, with its rules and the interviews it is about.

    ``editorial`` says why, where the advice is this package's own.
    """

    kind: NoticeKind
    text: str
    interviews: tuple[str, ...]
    rules: tuple[str, ...] = ()
    day: dt.date | None = None
    editorial: str | None = None


def notices(plans: Iterable[tuple[Entry, Plan]]) -> tuple[Notice, ...]:
    """Everything to look at; without a ``today`` in the plans, nothing counts as overdue."""
    plans = list(plans)
    return (*_same_person(plans), *_same_day(plans), *_call_budget(plans), *_overdue(plans))


def _same_person(plans: Sequence[tuple[Entry, Plan]]) -> Iterator[Notice]:
    met: defaultdict[tuple[str, str], list[tuple[Entry, str]]] = defaultdict(list)
    for entry, _ in plans:
        keys = set()
        for person in entry.interview.people:
            name = " ".join(person.name.split())
            for key in (("email", person.email.strip().casefold()), ("name", name.casefold())):
                if key[1] and key not in keys:
                    keys.add(key)
                    met[key].append((entry, name))
    said: set[tuple[str, ...]] = set()
    for (by, _), found in met.items():
        ids = tuple(entry.id for entry, _ in found)
        if len({entry.application for entry, _ in found}) < 2 or (found[0][1].casefold(), *ids) in said:
            continue
        said.add((found[0][1].casefold(), *ids))
        sure = "is" if by == "email" else "seems to be (the name is the same)"
        labels = "; ".join(dict.fromkeys(entry.label for entry, _ in found))
        number = {2: "two", 3: "three"}.get(len({e.application for e, _ in found}), "several")
        yield Notice(
            kind="same_person",
            interviews=ids,
            rules=_PEST,
            text=f"{found[0][1]} {sure} in {number} of your applications: {labels}. "
            f"Read all their plans before you write, "
            f"and do not send the same letter twice ({rule_range(_PEST)}).",
            editorial="No source speaks of two applications; it follows from not becoming a nuisance.",
        )


def _same_day(plans: Sequence[tuple[Entry, Plan]]) -> Iterator[Notice]:
    contacts: defaultdict[tuple[str, dt.date], list[tuple[Entry, Touchpoint]]] = defaultdict(list)
    for entry, plan in plans:
        company = " ".join(entry.interview.company.split())
        if not company:
            continue
        for t in plan:
            if t.kind != "stop" and t.status in ("planned", "due", "done"):
                contacts[company.casefold(), t.done_on or t.due].append((entry, t))
    for (_, day), found in sorted(contacts.items(), key=lambda item: item[0][1]):
        ids = tuple(dict.fromkeys(entry.id for entry, _ in found))
        # One plan is not held against itself, and what is over cannot be moved.
        if len(ids) < 2 or all(t.status == "done" for _, t in found):
            continue
        named = " and ".join(t.title for _, t in found)
        yield Notice(
            kind="same_day",
            interviews=ids,
            rules=_PEST,
            day=day,
            text=f"{len(found)} contacts to {found[0][0].interview.company} on {day_text(day)}: {named}. Consider "
            f"moving one of them ({rule_range(_PEST)}).",
            editorial="The number per day is ours; it follows from not becoming a nuisance.",
        )


def _call_budget(plans: Sequence[tuple[Entry, Plan]]) -> Iterator[Notice]:
    for entry, plan in plans:
        if any(e.kind in ("offer", "accepted", "rejected", "next_round") for e in plan.events):
            continue  # what is said about an offer is not part of it (000.02)
        for step in _single_calls(entry):
            calls = [
                e for e in plan.events
                if e.kind == "sent" and (e.channel or ("phone" if e.step == step.id else "")) == "phone"
            ]  # fmt: skip
            if len(calls) < (step.limit or 1):
                continue
            cited = _limits(step)
            number = step.limit or 1
            made = (
                "the one call about the decision was"
                if number == 1
                else f"all {number} calls about the decision were"
            )
            when = f"on {day_text(calls[0].on)}" if number == 1 else f"by {day_text(calls[number - 1].on)}"
            yield Notice(
                kind="call_budget",
                interviews=(entry.id,),
                rules=cited,
                day=calls[-1].on,
                text=f"{entry.label}: {made} made {when}, so "
                f"leave the phone now ({rule_range(cited)}). If they call you, that is another matter.",
            )


def _overdue(plans: Sequence[tuple[Entry, Plan]]) -> Iterator[Notice]:
    for entry, plan in plans:
        for t in overdue(plan):
            yield Notice(
                kind="overdue",
                interviews=(entry.id,),
                rules=t.rules,
                day=t.latest or t.due,
                text=f"{entry.label}: {t.title} was for {day_text(t.latest or t.due)} at the latest. {t.reason}",
            )


def _single_calls(entry: Entry) -> tuple[Step, ...]:
    protocol = entry.protocol
    return _limited(protocol) if isinstance(protocol, str) else _limited_calls(protocol)


@cache
def _limited(protocol: str) -> tuple[Step, ...]:
    return _limited_calls(load_protocol(protocol))


def _limited_calls(protocol: Protocol) -> tuple[Step, ...]:
    """The phone steps that are limited, in a protocol that knows no other calls about the decision."""
    calls = [s for s in protocol.steps if "phone" in s.channels and s.kind != "answer"]
    return tuple(s for s in calls if s.limit and s.channels == ("phone",)) if len(calls) == 1 else ()


def _limits(step: Step) -> tuple[str, ...]:
    known = rules()
    cited = tuple(r for r in step.rules if r in known and {"limit", "stop"} & set(known[r].kinds))
    return cited or step.rules
