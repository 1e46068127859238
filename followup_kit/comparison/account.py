"""What is or was done in one case, whether it comes from a plan or from a log of what a person did.

A log is checked first: one that contradicts itself gets a clear sentence.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from followup_kit.advice.protocols import CONSENSUS, PROTOCOLS, load_protocol, protocol_ids
from followup_kit.advice.rules import rules
from followup_kit.advice.soundness import contact_steps
from followup_kit.errors import CaseError, UnknownName, shorten
from followup_kit.planner.events import in_order
from followup_kit.records.advice import Protocol, Step
from followup_kit.records.base import Record
from followup_kit.records.case import Event, Interview, Options, parse_day
from followup_kit.records.plan import Plan, Touchpoint
from followup_kit.records.score import Contact

__all__ = ["DECISIONS", "Account", "from_log", "from_plan", "read_log"]

DECISIONS = frozenset({"offer", "accepted", "rejected", "next_round"})
"""The events that decide the case, or end this plan of it."""
_LOG_KEYS = ("kind", "date", "step", "channel", "to", "new_date", "samples", "note")


class Account(Record, frozen=True, kw_only=True):
    """The contacts of a case in date order, with what the employer said and when.

    ``until`` is the last day of which anything is known (None for a plan, which reaches into the
    future); ``endless`` is true where contacts go on without an end.
    """

    interview: Interview
    contacts: tuple[Contact, ...]
    events: tuple[Event, ...]
    options: Options
    endless: bool = False
    until: dt.date | None = None

    def promised_on(self, day: dt.date) -> dt.date | None:
        """The promised date that was in force on a day, after the news of delays up to then."""
        promised = self.interview.promised
        for event in self.events:
            if event.kind == "delayed" and event.on <= day:
                promised = event.new_date
        return promised

    def newest(self, *kinds: str) -> Event | None:
        """The newest event of those kinds, or None."""
        return next((e for e in reversed(self.events) if e.kind in kinds), None)

    @property
    def decided(self) -> dt.date | None:
        """The day of the newest decision, or None."""
        event = self.newest(*DECISIONS)
        return event.on if event else None

    @property
    def heard(self) -> dt.date | None:
        """The day of an answer that leaves nothing to ask: on or after the promised date, or a decision."""
        found: dt.date | None = None
        since = self.interview.day
        for event in self.events:
            due = self.promised_on(event.on)
            late = event.on >= due if due else event.on > since
            if event.kind in DECISIONS or (event.kind == "replied" and late):
                found = found or event.on
            elif event.kind == "delayed":
                found, since = None, since if event.new_date else event.on
        return found

    @property
    def overtaken(self) -> str | None:
        """Why a plan no longer shows what its protocol would do: a decision, an answer, a wish; or None."""
        if self.until is not None:
            return None  # a log is what was done, whatever came in between
        if self.newest("asked_not_to_contact") is not None:
            return "set aside: they asked not to be contacted"
        if self.decided is not None:
            return f"overtaken by the decision of {self.decided}"
        return f"overtaken by the answer of {self.heard}" if self.heard is not None else None

    @property
    def no_calls_from(self) -> dt.date | None:
        """The day from which no calls are wanted, by the candidate or by the employer."""
        if self.options.written_only:
            return self.interview.day
        asked = next(
            (e for e in self.events if e.kind in ("asked_not_to_call", "asked_not_to_contact")), None
        )
        return asked.on if asked else None


def from_plan(plan: Plan, protocol: Protocol | None = None) -> Account:
    """The account of a plan: what is done, and what is still to do and can be.

    A touchpoint that was missed or cancelled is none.
    """
    steps = _steps(protocol or _known(plan.protocol))
    contacts = [_from_touchpoint(t, steps) for t in plan if t.status not in ("cancelled", "missed")]
    done = Counter((t.step, t.done_on) for t in plan if t.status == "done")
    for event in plan.events:
        if event.kind == "sent":
            if done[event.step or "", event.on]:
                done[event.step or "", event.on] -= 1
            else:
                contacts.append(_from_event(event, steps, 0, None))
    return Account(
        interview=plan.interview,
        contacts=_in_order(contacts),
        events=plan.events,
        options=plan.options,
        endless=_endless(plan, protocol or _known(plan.protocol)),
    )


def from_log(
    log: Iterable[Mapping[str, Any] | Event],
    interview: Interview,
    options: Options | None = None,
    protocol: Protocol | None = None,
    today: dt.date | None = None,
) -> Account:
    """The account of a log: what a person really did, up to its last entry (or ``today``)."""
    entries = read_log(log)
    events = in_order([event for event, _ in entries], interview)
    _contradictions(events)
    samples = {str(event): number for event, number in entries}
    steps = _steps(protocol)
    contacts = []
    for event in events:
        if event.kind == "sent":
            step = event.step if event.step != UNNAMED else None
            contacts.append(_from_event(event, steps, samples.get(str(event)), step or "", interview))
    last = max((e.on for e in events), default=interview.day)
    return Account(
        interview=interview,
        contacts=_in_order(contacts),
        events=events,
        options=options or Options(),
        until=max(last, today) if today else last,
    )


UNNAMED = "contact"
"""Stands for the step of a logged contact that names none."""


def read_log(log: Iterable[Mapping[str, Any] | Event]) -> list[tuple[Event, int | None]]:
    """The entries of a log as events, each with the number of work samples that went with it.

    Each entry is an event, or a mapping with ``kind`` and ``date`` and, where they apply,
    ``step``, ``channel``, ``to``, ``new_date``, ``samples`` and ``note``.

    >>> read_log([{"kind": "sent", "date": "2026-03-02", "step": "thank_you"}])[0][0].on
    datetime.date(2026, 3, 2)
    """
    if isinstance(log, str | bytes | Mapping) or not isinstance(log, Iterable):
        raise CaseError(
            'A log is a list of entries such as {"kind": "sent", "date": "2026-03-02", "step": "thank_you"}.'
        )
    return [_entry(number, entry) for number, entry in enumerate(log, 1)]


def _entry(number: int, entry: Mapping[str, Any] | Event) -> tuple[Event, int | None]:
    if isinstance(entry, Event):
        return entry, None
    if not isinstance(entry, Mapping):
        raise CaseError(
            f"Entry {number} of the log is not a record with kind and date: {shorten(repr(entry))}."
        )
    for key in entry:
        if key not in _LOG_KEYS:
            raise UnknownName(f"key of a log entry (entry {number})", key, _LOG_KEYS)
    if "kind" not in entry or "date" not in entry:
        raise CaseError(f"Entry {number} of the log needs both kind and date.")
    for key, value in entry.items():
        wanted: type = int if key == "samples" else str
        if value is not None and (not isinstance(value, wanted) or isinstance(value, bool)):
            raise CaseError(
                f"Entry {number} of the log: {key} is {shorten(repr(value))}, not {_words(wanted)}."
            )
    samples = entry.get("samples")
    if samples is not None and samples < 0:
        raise CaseError(f"Entry {number} of the log: the number of samples cannot be below 0.")
    event = Event(
        kind=entry["kind"],
        on=parse_day(entry["date"], f"date of entry {number}"),
        step=entry.get("step") or (UNNAMED if entry["kind"] == "sent" else None),
        channel=_one_of("channel", entry.get("channel"), ("email", "phone", "letter", "card", "post")),
        to=_one_of("recipient", entry.get("to"), _RECIPIENTS),
        new_date=parse_day(entry["new_date"], "new date") if entry.get("new_date") else None,
        note=entry.get("note") or "",
    )
    return event, samples


_RECIPIENTS = (
    "everyone", "lead_interviewer", "hiring_manager", "interviewer", "interested_interviewer", "recruiter",
)  # fmt: skip


def _one_of(what: str, value: str | None, allowed: tuple[str, ...]) -> Any:
    if value is not None and value not in allowed:
        raise UnknownName(what, value, allowed)
    return value


def _words(wanted: type) -> str:
    return "a whole number" if wanted is int else "text"


def _contradictions(events: tuple[Event, ...]) -> None:
    """Raise where a log says two things that cannot both be."""
    decided: Event | None = None
    for event in events:
        if event.kind == "reopened":
            decided = None
        if event.kind in DECISIONS:
            clash = decided is not None and {decided.kind, event.kind} in _CLASHES
            if decided is not None and clash and (decided.on == event.on or event.kind == "accepted"):
                raise CaseError(
                    f"The log contradicts itself: {decided.kind} on {decided.on} and {event.kind} on {event.on}. "
                    "Take one of them out, or put what happened in between."
                )
            decided = event
        if event.kind == "delayed" and decided is not None and decided.kind in ("rejected", "accepted"):
            raise CaseError(
                f"The log contradicts itself: {decided.kind} on {decided.on}, and news of a delay on {event.on}."
            )
        if event.kind == "sent" and event.step == "let_go" and event.channel is not None:
            raise CaseError("The log contradicts itself: letting go is no contact, so it has no channel.")


_CLASHES = ({"offer", "rejected"}, {"accepted", "rejected"}, {"next_round", "rejected"})


def _from_touchpoint(t: Touchpoint, steps: Mapping[str, Step]) -> Contact:
    step = steps.get(t.step)
    carries = any("attachment" in rules()[r].kinds for r in t.rules if r in rules())
    return Contact(
        day=t.done_on or t.due,
        channel=t.channel,
        kind=t.kind,
        step=t.step,
        occurrence=t.occurrence,
        to=t.to,
        people=t.recipients,
        samples=None if carries or (step and step.samples) else 0,
        replaces_note=bool(step and step.samples and step.instead_of),
    )


def _from_event(
    event: Event,
    steps: Mapping[str, Step],
    samples: int | None,
    name: str | None,
    interview: Interview | None = None,
) -> Contact:
    """A contact that stands in no plan: its step, where it is known, says what kind it was."""
    id = event.step or "" if name is None else name
    step = steps.get(id)
    if step is None and id:
        raise UnknownName("step", id, sorted(steps))
    channel = event.channel or (step.channels[0] if step else "email")
    prompt = interview is not None and (event.on - interview.day).days <= 1 and channel != "phone"
    return Contact(
        day=event.on,
        channel=channel,
        kind=step.kind if step else "thanks" if prompt else "nudge",
        step=id or UNNAMED,
        to=event.to or (step.to if step else None),
        samples=samples if samples is not None else None if step and step.samples else 0,
        replaces_note=bool(step and step.samples and step.instead_of),
    )


def _in_order(contacts: list[Contact]) -> tuple[Contact, ...]:
    return tuple(sorted(contacts, key=lambda c: c.day))


def _steps(protocol: Protocol | None) -> dict[str, Step]:
    """All steps by id; those of the given protocol go before those of the five."""
    found: dict[str, Step] = {s.id: s for s in protocol.steps} if protocol else {}
    for id in protocol_ids():
        for step in load_protocol(id).steps:
            found.setdefault(step.id, step)
    return found


def _known(id: str) -> Protocol | None:
    return load_protocol(id) if id in (*PROTOCOLS, *CONSENSUS) else None


def _endless(plan: Plan, protocol: Protocol | None) -> bool:
    """True where nothing but an answer ends the contacts: by the protocol, else by the plan's shape."""
    if any(e.kind in DECISIONS or e.kind == "asked_not_to_contact" for e in plan.events):
        return False
    if protocol is not None:
        series = any(s.repeat and s.limit is None for s in contact_steps(protocol))
        return series and not any(s.ends_contact for s in protocol.steps)
    return any(t.occurrence > 2 for t in plan) and not any(t.kind == "stop" for t in plan)
