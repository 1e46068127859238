"""Plans as calendar files (RFC 5545), made with the ``icalendar`` library.

What makes a second import update and withdraw instead of adding twice: each occurrence of a step
keeps its ``UID``, its ``SEQUENCE`` grows with every event and every correction, and what no longer
stands stays in the file as cancelled. The same plan gives the same bytes: nothing reads a clock.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from functools import cache
from zoneinfo import ZoneInfo

import msgspec
from icalendar import Alarm, Calendar, Event, vDuration

from followup_kit.advice.rules import cite, rules
from followup_kit.journal.entries import formerly_planned, planned, planned_before_undoing
from followup_kit.planner.wording import day_text
from followup_kit.records.base import Record
from followup_kit.records.case import Event as CaseEvent
from followup_kit.records.case import Interview
from followup_kit.records.journal import Entry
from followup_kit.records.plan import Plan, Touchpoint

__all__ = ["Occasion", "calendar", "journal_calendar", "journal_occasions", "plan_calendar", "plan_occasions"]

_NAMESPACE = uuid.UUID("6d2f0c52-6f0a-5d57-9a53-2a5b6f9e1c04")
_MORNING = dt.timedelta(hours=9)
_BEFORE = dt.timedelta(minutes=-30)
_LENGTH = dt.timedelta(minutes=15)
_STATUS = {"done": "Done: ", "cancelled": "Cancelled: "}
# What ends a line for some readers but may not stand in a text of RFC 5545.
_BREAKS = {c: " " for c in (*range(0x20), 0x7F, 0x85, 0x2028, 0x2029) if c not in (0x09, 0x0A)}


class Occasion(Record, frozen=True, kw_only=True):
    """One entry of a calendar: an occurrence of a step of an interview's plan.

    ``sequence`` is the number of events and corrections so far, ``stamp`` the day of the newest
    event (of the interview where there is none).
    """

    interview: Interview
    protocol: str
    protocol_title: str
    touchpoint: Touchpoint
    sequence: int
    stamp: dt.date

    @property
    def uid(self) -> str:
        """The same for the same interview, protocol, step and occurrence; says nothing about them."""
        i = self.interview
        known_as = i.id or f"{i.day}\x1f{i.company}\x1f{i.position}"
        t = self.touchpoint
        name = "\x1f".join((known_as, self.protocol, t.step, str(t.occurrence)))
        return f"{uuid.uuid5(_NAMESPACE, name.encode('utf-8', 'replace').decode())}@followup-kit"

    @property
    def cancelled(self) -> bool:
        """True where it no longer stands."""
        return self.touchpoint.status == "cancelled"


def plan_calendar(plan: Plan, *, sequence: int | None = None) -> bytes:
    """A plan as a calendar file; ``sequence`` where there were more events than it was made from.

    What only an event that was taken back had planned is not in the plan any more, and so not withdrawn:
    :func:`journal_calendar` does that.

    Raises nothing: any text in the plan is made to fit.

    >>> from followup_kit.planner import plan
    >>> made = plan_calendar(plan(Interview(day=dt.date(2026, 3, 2)), "persistent"))
    >>> made == plan_calendar(plan(Interview(day=dt.date(2026, 3, 2)), "persistent"))
    True
    """
    return calendar(plan_occasions(plan, sequence=sequence))


def journal_calendar(entries: Iterable[Entry]) -> bytes:
    """All plans of a journal as one calendar file, with what was withdrawn."""
    return calendar(journal_occasions(entries))


def plan_occasions(plan: Plan, *, sequence: int | None = None) -> tuple[Occasion, ...]:
    """The entries of one plan, in date order."""
    stamp = _newest(plan.interview, plan.recorded)
    number = len(plan.recorded) if sequence is None else sequence
    return tuple(_occasion(plan, t, number, stamp) for t in plan)


def journal_occasions(entries: Iterable[Entry]) -> tuple[Occasion, ...]:
    """The entries of all plans, by interview and in date order.

    What only an older plan held (before a correction, or before an event was taken back) stands
    after them as cancelled.
    """
    found: dict[str, Occasion] = {}
    for entry in entries:
        stamp = _newest(entry.interview, entry.events)
        for occasion in (_occasion(p, t, entry.revision, stamp) for p in (planned(entry),) for t in p):
            found[occasion.uid] = occasion
        for old in (*formerly_planned(entry), *planned_before_undoing(entry)):
            for t in old:
                occasion = _occasion(old, _cancelled(t), entry.revision, stamp)
                found.setdefault(occasion.uid, occasion)
    return tuple(found.values())


def calendar(occasions: Iterable[Occasion], *, method: str | None = "PUBLISH") -> bytes:
    """A calendar file of those entries; without ``method`` as a calendar server wants it."""
    occasions = tuple(occasions)
    made = Calendar()
    made.add("prodid", "-//followup-kit//followup-kit//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    if method:
        made.add("method", method)
    for occasion in occasions:
        made.add_component(_event(occasion))
    timed = [o.touchpoint.due.year for o in occasions if o.touchpoint.at and o.interview.timezone]
    if timed:
        # The library's own range is 1970 to 2038.
        made.add_missing_timezones(dt.date(min(timed), 1, 1), dt.date(max(timed) + 1, 1, 1))
    return bytes(made.to_ical())


def _occasion(plan: Plan, t: Touchpoint, sequence: int, stamp: dt.date) -> Occasion:
    return Occasion(
        interview=plan.interview, protocol=plan.protocol, protocol_title=plan.title,
        touchpoint=t, sequence=sequence, stamp=stamp,
    )  # fmt: skip


def _cancelled(t: Touchpoint) -> Touchpoint:
    return msgspec.structs.replace(t, status="cancelled")


def _newest(interview: Interview, events: Iterable[CaseEvent]) -> dt.date:
    return max((interview.day, *(e.on for e in events)))


def _event(occasion: Occasion) -> Event:
    t, interview = occasion.touchpoint, occasion.interview
    made = Event()
    made.add("uid", occasion.uid)
    made.add("dtstamp", dt.datetime.combine(occasion.stamp, dt.time(), dt.UTC))
    made.add("sequence", occasion.sequence)
    made.add("summary", _STATUS.get(t.status, "") + _summary(t, interview))
    if t.at is None:
        made.add("dtstart", t.due)
        made.add("dtend", t.due + dt.timedelta(days=1))
    else:
        zone = ZoneInfo(interview.timezone) if interview.timezone else None
        start = dt.datetime.combine(t.due, t.at, zone)
        made.add("dtstart", start)
        made.add("duration", vDuration(_LENGTH))
    made.add("status", "CANCELLED" if occasion.cancelled else "TENTATIVE" if t.assumed else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    made.add("class", "PRIVATE")
    made.add("categories", [_text(c) for c in ("Follow-up", occasion.protocol_title, t.kind)])
    made.add("description", _text("\n".join(_description(t, interview))))
    if t.status in ("planned", "due"):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _summary(t, interview))
        alarm.add("trigger", _MORNING if t.at is None else _BEFORE)
        made.add_component(alarm)
    return made


def _summary(t: Touchpoint, interview: Interview) -> str:
    where = ", ".join(p for p in (interview.company, interview.position) if p)
    return " ".join(_text(f"{t.title}: {where}" if where else t.title).split())


def _description(t: Touchpoint, interview: Interview) -> Iterator[str]:
    yield t.reason
    if t.status == "cancelled":
        yield "This no longer stands."
    if t.recipients:
        yield f"To: {', '.join(t.recipients)}"
    if t.channel != "none":
        yield f"By: {t.channel}"
    if t.latest and t.latest != t.due:
        yield f"Until: {day_text(t.latest)}"
    if t.moved_from:
        yield f"Moved from {day_text(t.moved_from)} to a working day."
    if t.done_on:
        yield f"Done on {day_text(t.done_on)}."
    if t.assumed:
        yield "The date is assumed: no promised date is known. Ask for it."
    if t.editorial:
        yield "The number is our own; the source gives none."
    for reading in t.readings:
        yield f"Or, read another way ({reading.label}): {day_text(reading.due)}"
    yield from _rule_lines(t.rules)
    if interview.contact_via:
        yield f"Contact goes through {interview.contact_via}."


@cache
def _rule_lines(ids: tuple[str, ...]) -> tuple[str, ...]:
    known = rules()
    named = [known[i] for i in ids if i in known]
    cites = dict.fromkeys(cite(r.source) for r in named)
    return (*(f"{r.id}: {r.rule}" for r in named), *(f"Source: {c}" for c in cites))


def _text(value: str) -> str:
    """Any text as RFC 5545 can carry it: no control characters, no half characters."""
    value = value.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    return value.encode("utf-8", "replace").decode()
