"""The day: what is due, overdue, waiting, let go and decided, across all applications.

A pure function of plans and a day; the words are kind about silence, and promise nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from followup_kit.planner.wording import day_text
from followup_kit.records.advice import Channel, Recipient
from followup_kit.records.base import Record
from followup_kit.records.journal import Entry
from followup_kit.records.plan import Plan, Touchpoint

__all__ = ["GROUPS", "Agenda", "AgendaItem", "Group", "agenda", "overdue"]

Group = Literal["overdue", "due", "waiting", "let_go", "decided"]
GROUPS: tuple[Group, ...] = get_args(Group)

_DECIDED = {
    "offer": "You have an offer. Nothing more is planned here; record what you decide.",
    "accepted": "You accepted. Nothing more is planned here.",
    "rejected": "They chose somebody else. Nothing more is planned here.",
    "next_round": "They asked you to a further interview, which has its own plan.",
}
_NO_CONTACT = (
    "They asked not to be contacted. Nothing more is planned here; record their answer if one comes."
)


class AgendaItem(Record, frozen=True, kw_only=True):
    """One line of the day: a step of one application, or that nothing is to be done there.

    ``days`` is how many days ago an overdue step was (its latest day), or how many days are left
    until the next one; ``words`` says in a sentence or two what that means.
    """

    group: Group
    interview: str
    label: str
    words: str
    days: int | None = None
    step: str | None = None
    occurrence: int | None = None
    title: str = ""
    channel: Channel | None = None
    to: Recipient | None = None
    recipients: tuple[str, ...] = ()
    due: dt.date | None = None
    latest: dt.date | None = None
    rules: tuple[str, ...] = ()
    reason: str = ""


class Agenda(Record, frozen=True, kw_only=True):
    """The day as groups of items, each sorted by date and then by name."""

    today: dt.date
    items: tuple[AgendaItem, ...]

    def group(self, name: Group) -> tuple[AgendaItem, ...]:
        """The items of one group."""
        return tuple(i for i in self.items if i.group == name)


def agenda(plans: Iterable[tuple[Entry, Plan]], today: dt.date) -> Agenda:
    """What that day asks for, over all plans; they must have been made with the same ``today``.

    An overdue step stands once, with its newest occurrence, and not where something later was
    done or, for a question about the decision, where they answered since. Where contact has ended,
    overdue steps are not held against anybody.
    """
    items = [item for entry, plan in plans for item in _items(entry, plan, today)]
    place = {g: n for n, g in enumerate(GROUPS)}
    items.sort(key=lambda i: (place[i.group], i.due or today, i.label.casefold(), i.interview))
    return Agenda(today=today, items=tuple(items))


def _items(entry: Entry, plan: Plan, today: dt.date) -> Iterator[AgendaItem]:
    stop = _stopped(plan)
    found = False
    for t in overdue(plan):
        found = True
        late = (today - (t.latest or t.due)).days
        yield _item("overdue", entry, t, late, _overdue_words(t, late))
    for t in plan:
        if t.status == "due" and t.kind != "stop":
            found = True
            yield _item("due", entry, t, 0, _due_words(t, today))
    if stop is not None:
        yield _item("let_go", entry, stop, None, _let_go_words(stop))
        return
    if found:
        return
    upcoming = next((t for t in plan if t.status == "planned"), None)
    if upcoming:
        yield _item("waiting", entry, upcoming, (upcoming.due - today).days, _waiting_words(upcoming, today))
        return
    decision = _decided(plan)
    if decision:
        yield AgendaItem(group="decided", interview=entry.id, label=entry.label, words=_DECIDED[decision])
    elif any(e.kind == "asked_not_to_contact" for e in plan.events):
        yield AgendaItem(group="waiting", interview=entry.id, label=entry.label, words=_NO_CONTACT)
    else:
        words = (
            "Nothing more is planned here. Long silence is common, and no verdict on you; "
            "record their answer when it comes."
        )
        yield AgendaItem(group="waiting", interview=entry.id, label=entry.label, words=words)


def _stopped(plan: Plan) -> Touchpoint | None:
    """The step that lets the application go, once its day has come or it was done."""
    return next((t for t in plan if t.kind == "stop" and t.status in ("due", "done")), None)


def _decided(plan: Plan) -> str | None:
    """The kind of the newest event that decided something, or None."""
    newest = [e.kind for e in sorted(plan.events, key=lambda e: e.on) if e.kind in _DECIDED]
    return newest[-1] if newest else None


def overdue(plan: Plan) -> list[Touchpoint]:
    """What is overdue and still worth saying: once for each step, with its newest occurrence.

    Not where something later was done or, for a question about the decision, where they answered
    since; and nothing once it is time to let go.
    """
    if _stopped(plan) is not None:
        return []
    newest: dict[str, Touchpoint] = {}
    done = [t.done_on for t in plan if t.done_on]
    answers = [e.on for e in plan.events if e.kind in ("replied", "delayed", "reopened")]
    for t in plan:
        later = done + (answers if t.kind == "nudge" else [])
        if t.status == "missed" and not any(d > t.due for d in later):
            newest[t.step] = t
    return list(newest.values())


def _item(group: Group, entry: Entry, t: Touchpoint, days: int | None, words: str) -> AgendaItem:
    return AgendaItem(
        group=group, interview=entry.id, label=entry.label, words=words, days=days, step=t.step,
        occurrence=t.occurrence, title=t.title, channel=t.channel, to=t.to, recipients=t.recipients,
        due=t.due, latest=t.latest, rules=t.rules, reason=t.reason,
    )  # fmt: skip


def _overdue_words(t: Touchpoint, late: int) -> str:
    ago = "yesterday" if late == 1 else f"{late} days ago"
    last = day_text(t.latest or t.due)
    return f"Its last day was {last}, {ago}. You can still do it, move it to another day, or leave it."


def _due_words(t: Touchpoint, today: dt.date) -> str:
    if t.latest and t.latest > today:
        return f"For today, or until {day_text(t.latest)}."
    return "For today."


def _waiting_words(t: Touchpoint, today: dt.date) -> str:
    left = (t.due - today).days
    when = "tomorrow" if left == 1 else f"in {left} days"
    return (
        f"Nothing to do until {day_text(t.due)}, {when}. Silence until then is common, and no verdict on you."
    )


def _let_go_words(t: Touchpoint) -> str:
    if t.done_on:
        return f"Let go on {day_text(t.done_on)}. That is no verdict on you; reopen it whenever they write."
    return (
        f"No answer for several weeks: since {day_text(t.due)} it is time to let this one go and look at others. "
        "That is no verdict on you, and you can reopen it."
    )
