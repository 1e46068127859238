"""What a journal holds: one record per row of each of its tables, and what is read out of them.

The same shapes are the tables of the journal file, of its JSON export and of its CSV files.
Dates are local dates, written YYYY-MM-DD; times are local, written HH:MM:SS.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta

from followup_kit.records.advice import Channel, Protocol, Recipient
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.case import LONGEST_HORIZON, Event, EventKind, Interview, Options

__all__ = [
    "LONGEST_ID",
    "TABLES",
    "Application",
    "Draft",
    "Entry",
    "InterviewRow",
    "Kept",
    "LoggedEvent",
    "Mark",
    "Meeting",
    "PersonRow",
    "Settings",
]

LONGEST_ID = 120
Id = Annotated[str, Meta(min_length=1, max_length=LONGEST_ID)]
Weeks = Annotated[int, Meta(ge=0, le=LONGEST_HORIZON)]


class Application(DataRecord, frozen=True, kw_only=True):
    """One application: a position at a company."""

    id: Id
    company: str = ""
    position: str = ""
    note: str = ""


class PersonRow(DataRecord, frozen=True, kw_only=True):
    """Somebody the candidate met, kept once however many interviews they were in."""

    id: Id
    name: str
    title: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""


class Settings(DataRecord, frozen=True, kw_only=True):
    """All that decides the dates of an interview's plan, apart from its events.

    ``protocol`` is the id of one of the five protocols, or of ``own_protocol``, a protocol of the
    learner's or teacher's own that is kept whole. ``calendar`` names the working days.
    """

    day: dt.date
    ends: dt.time | None = None
    timezone: str | None = None
    promised: dt.date | None = None
    contact_via: str | None = None
    protocol: str
    own_protocol: Protocol | None = None
    calendar: str = "US"
    options: Options = Options()
    horizon_weeks: Weeks = 8


class InterviewRow(Settings, frozen=True, kw_only=True):
    """One interview of an application, with the settings of its plan.

    ``former`` holds the settings that were corrected since, oldest first, so that a calendar can
    withdraw what only the old ones planned.
    """

    id: Id
    application: Id
    topics: tuple[str, ...] = ()
    former: tuple[Settings, ...] = ()


class Meeting(DataRecord, frozen=True, kw_only=True):
    """That a person was in an interview, in which roles; ``place`` is the order of the people."""

    interview: Id
    person: Id
    roles: tuple[Recipient, ...] = ()
    place: int = 0


class LoggedEvent(DataRecord, frozen=True, kw_only=True):
    """One event of an interview, as it was recorded; never changed afterwards.

    The fields are those of :class:`~followup_kit.records.case.Event`.
    """

    id: Id
    interview: Id
    kind: EventKind
    on: dt.date
    step: str | None = None
    new_date: dt.date | None = None
    undoes: str = ""
    channel: Channel | None = None
    to: Recipient | None = None
    note: str = ""

    def event(self) -> Event:
        """The event that the planner takes."""
        return Event(
            kind=self.kind, on=self.on, step=self.step, new_date=self.new_date, undoes=self.undoes,
            channel=self.channel, to=self.to, note=self.note,
        )  # fmt: skip


class Draft(DataRecord, frozen=True, kw_only=True):
    """A letter that the learner is writing; ``person`` is the id of whom it is for."""

    id: Id
    interview: Id
    step: str
    kind: str = "thank_you"
    person: str | None = None
    subject: str = ""
    body: str = ""


class Mark(DataRecord, frozen=True, kw_only=True):
    """The learner's own verdict on one item of a draft, or that the item is to be left alone."""

    draft: Id
    item: Id
    verdict: Literal["met", "missing", "breach", "check_yourself", "not_applicable", "silenced"]


class Kept(DataRecord, frozen=True, kw_only=True):
    """A value that another part of the course keeps in the journal (progress, facts): JSON text."""

    key: Id
    value: str


class Entry(Record, frozen=True, kw_only=True):
    """An interview read out of a journal, ready for the planner.

    ``events`` are all that were recorded, also those undone; ``revision`` grows with every event
    and with every correction of the interview.
    """

    id: str
    application: str
    interview: Interview
    settings: InterviewRow
    events: tuple[Event, ...] = ()

    @property
    def revision(self) -> int:
        """How many events and corrections there have been."""
        return len(self.events) + len(self.settings.former)

    @property
    def protocol(self) -> str | Protocol:
        """The protocol, as the planner takes it."""
        return self.settings.own_protocol or self.settings.protocol

    @property
    def label(self) -> str:
        """Employer and position, or the day where neither is known."""
        named = ", ".join(p for p in (self.interview.company, self.interview.position) if p)
        return named or f"Interview of {self.interview.day}"


TABLES: dict[str, type[DataRecord]] = {
    "applications": Application,
    "people": PersonRow,
    "interviews": InterviewRow,
    "meetings": Meeting,
    "events": LoggedEvent,
    "drafts": Draft,
    "marks": Mark,
    "kept": Kept,
}
"""The tables, each after those that it refers to."""
