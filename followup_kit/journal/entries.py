"""Interviews read out of the tables and planned; and an interview as its row."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

import msgspec

from followup_kit.advice.protocols import read_protocol
from followup_kit.errors import CaseError, FollowUpError, shorten
from followup_kit.journal.schema import cells, rows
from followup_kit.planner import plan
from followup_kit.records.advice import Protocol
from followup_kit.records.case import Event, Interview, Options, Person
from followup_kit.records.journal import (
    Application,
    Entry,
    InterviewRow,
    LoggedEvent,
    Meeting,
    PersonRow,
    Settings,
)
from followup_kit.records.plan import Plan
from followup_kit.workdays import Calendar, read_calendar, working_days

__all__ = ["as_row", "as_settings", "entries_of", "formerly_planned", "planned", "planned_before_undoing"]


def entries_of(db: sqlite3.Connection, id: str | None = None) -> tuple[Entry, ...]:
    """The interviews of a journal with their events, or the one of that id (nothing where there is none)."""
    where, values = ("WHERE id = ?", (id,)) if id is not None else ("", ())
    found = rows(db, InterviewRow, where, values)
    if not found:
        return ()
    mine, one = ("WHERE interview = ?", (id,)) if id is not None else ("", ())
    events = _events(db, mine, one)
    everybody = {p.id: p for p in rows(db, PersonRow)}
    people: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in rows(db, Meeting, mine, one):
        people[meeting.interview].append(meeting)
    applications = {a.id: a for a in rows(db, Application)}
    return tuple(
        Entry(
            id=row.id,
            application=row.application,
            interview=_interview(row, applications[row.application], people[row.id], everybody),
            settings=row,
            events=tuple(events[row.id]),
        )
        for row in found
    )


def _events(db: sqlite3.Connection, where: str, values: tuple[str, ...]) -> dict[str, list[Event]]:
    """The events by interview; read as :func:`rows` reads them, without a row's record in between."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for interview, *said in cells(db, LoggedEvent, ("interview", *Event.__struct_fields__), where, values):
        kind, on, step, new_date, undoes, channel, to, note = said
        found[interview].append(
            Event(
                kind=kind, on=on, step=step, new_date=new_date, undoes=undoes, channel=channel, to=to, note=note
            )
        )  # fmt: skip
    return found


def _interview(
    row: InterviewRow, application: Application, meetings: list[Meeting], everybody: dict[str, PersonRow]
) -> Interview:
    people = []
    for meeting in sorted(meetings, key=lambda m: m.place):
        p = everybody[meeting.person]
        people.append(
            Person(
                name=p.name,
                title=p.title,
                roles=meeting.roles,
                email=p.email,
                phone=p.phone,
                address=p.address,
            )
        )
    return Interview(
        day=row.day, ends=row.ends, timezone=row.timezone, promised=row.promised, people=tuple(people),
        contact_via=row.contact_via, company=application.company, position=application.position,
        topics=row.topics, id=row.id,
    )  # fmt: skip


def as_row(
    interview: Interview,
    protocol: Protocol | str | Path,
    calendar: Calendar | str,
    options: Options,
    horizon_weeks: int,
) -> InterviewRow:
    """The row of an interview, without its id and its application.

    A protocol of one's own is kept whole, since its file may change or go; a calendar by its code alone.
    """
    named = isinstance(protocol, str) and not protocol.endswith(".toml")
    own = None if named else read_protocol(protocol)
    return InterviewRow(
        id="", application="", day=interview.day, ends=interview.ends, timezone=interview.timezone,
        promised=interview.promised, contact_via=interview.contact_via or None,
        protocol=own.id if own else str(protocol), own_protocol=own, calendar=_code(calendar),
        options=options, horizon_weeks=horizon_weeks, topics=interview.topics,
    )  # fmt: skip


def _code(calendar: Calendar | str) -> str:
    """The code under which the calendar is found again."""
    found = read_calendar(calendar)
    with suppress(FollowUpError):
        if working_days(found.name) is found:
            return found.name
    raise CaseError(
        f"The journal keeps a calendar by the code of its country, and {shorten(found.name)!r} is one of "
        "your own: give a code such as 'US'."
    )


def as_settings(row: Settings) -> Settings:
    """Only what decides the dates."""
    return Settings(**{f: getattr(row, f) for f in Settings.__struct_fields__})


def planned(entry: Entry, today: dt.date | None = None, *, cancelled: bool = True) -> Plan:
    """The plan of an interview of the journal; without ``cancelled``, only what still stands."""
    s = entry.settings
    return plan(
        entry.interview,
        entry.protocol,
        events=entry.events,
        calendar=working_days(s.calendar),
        today=today,
        options=s.options,
        horizon_weeks=s.horizon_weeks,
        history=cancelled,
    )


def formerly_planned(entry: Entry) -> tuple[Plan, ...]:
    """The plans that stood before the interview was corrected, newest first, with all events.

    Events that the corrected day or protocol allows and the old one did not are left out.
    """
    plans = []
    for then in reversed(entry.settings.former):
        was = msgspec.structs.replace(
            entry, settings=_as_it_was(entry, then), interview=_interview_then(entry, then)
        )
        try:
            plans.append(planned(was))
        except FollowUpError:
            plans.append(planned(msgspec.structs.replace(was, events=())))
    return tuple(plans)


def planned_before_undoing(entry: Entry) -> tuple[Plan, ...]:
    """The plans that stood each time before an event was taken back, newest first.

    What they held may have left the plan without a trace, since an undone event was never folded. Where
    the day was corrected after it, there was no such plan.
    """
    plans = []
    for n in reversed([n for n, e in enumerate(entry.events) if e.kind == "undone"]):
        with suppress(FollowUpError):
            plans.append(planned(msgspec.structs.replace(entry, events=entry.events[:n])))
    return tuple(plans)


def _as_it_was(entry: Entry, then: Settings) -> InterviewRow:
    fields = {f: getattr(then, f) for f in Settings.__struct_fields__}
    return msgspec.structs.replace(entry.settings, **fields)


def _interview_then(entry: Entry, then: Settings) -> Interview:
    return msgspec.structs.replace(
        entry.interview, day=then.day, ends=then.ends, timezone=then.timezone, promised=then.promised,
        contact_via=then.contact_via,
    )  # fmt: skip
