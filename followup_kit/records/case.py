"""One candidate's case: the interview, the people, what happened since, and what they chose."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_kit.errors import CaseError, UnknownName, shorten
from followup_kit.records.advice import Channel, Pace, Recipient
from followup_kit.records.base import Record

__all__ = ["EVENT_KINDS", "Event", "EventKind", "Interview", "Options", "Person", "parse_day"]

LONGEST_HORIZON = 520
"""Weeks for which a series is planned at most; ten years of a weekly one."""

FIRST_YEAR, LAST_YEAR = 1970, 2200
"""Outside these years the holiday calendars say nothing reliable."""

EventKind = Literal[
    "sent", "replied", "delayed", "offer", "accepted", "rejected", "next_round",
    "asked_not_to_call", "asked_not_to_contact", "snoozed", "reopened", "undone",
]  # fmt: skip
EVENT_KINDS: tuple[str, ...] = get_args(EventKind)
_NEEDS_STEP = frozenset({"sent", "snoozed"})


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Years, months and days only: Python alone would take a week (2026-W10-1) as well."""


def parse_day(text: str, what: str = "date") -> dt.date:
    """The day that ``text`` writes as YYYY-MM-DD.

    >>> parse_day("2026-03-02")
    datetime.date(2026, 3, 2)
    >>> parse_day("2 March")
    Traceback (most recent call last):
    followup_kit.errors.CaseError: The date '2 March' is not a day: write it as YYYY-MM-DD, for example 2026-03-16.
    """
    text = text.strip()
    try:
        if _DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise CaseError(
        f"The {what} {shorten(text)!r} is not a day: write it as YYYY-MM-DD, for example 2026-03-16."
    )


def check_day(value: object, what: str) -> None:
    """Raise :class:`~followup_kit.errors.CaseError` where ``value`` is no date, or is one with a time."""
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise CaseError(f"The {what} must be a date, not {shorten(repr(value))}.")


def _check_known_day(value: dt.date, what: str) -> None:
    check_day(value, what)
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise CaseError(
            f"The {what} {value} is outside the years {FIRST_YEAR} to {LAST_YEAR} "
            "for which working days are known: check the year."
        )


def _check_local_time(value: object) -> None:
    if not isinstance(value, dt.time) or value.tzinfo is not None:
        raise CaseError(
            f"The end of the interview must be a local time without a zone, not {shorten(repr(value))}."
        )


def _check_words(what: str, given: object, allowed: tuple[str, ...]) -> None:
    """Raise :class:`~followup_kit.errors.UnknownName` where one of these is not allowed, or they are one text."""
    if isinstance(given, str):
        raise CaseError(f"The {what}s of a person are a list: write ({shorten(given)!r},).")
    for word in given if isinstance(given, tuple | list) else (given,):
        if word not in allowed:
            raise UnknownName(what, str(word), allowed)


def _check_list(value: object, what: str) -> None:
    if isinstance(value, str):
        raise CaseError(f"The {what} of an interview are a list, not {shorten(repr(value))}.")


def _check_names(value: object) -> None:
    if isinstance(value, str):
        raise CaseError(f"The optional steps are a list of names: write ({shorten(value)!r},).")


class Person(Record, frozen=True, kw_only=True):
    """Somebody the candidate met, spelled as on the card.

    >>> Person(name="Zoë Özdemir", roles=("lead_interviewer",)).name
    'Zoë Özdemir'
    """

    name: str
    title: str = ""
    roles: tuple[Recipient, ...] = ()
    email: str = ""
    phone: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        _check_words("role", self.roles, get_args(Recipient))


class Interview(Record, frozen=True, kw_only=True):
    """One interview, as the candidate knows it.

    ``day`` is the local date on which it ended, ``ends`` the local time at which it ended and
    ``timezone`` the IANA name of its zone (both optional). ``promised`` is the date by which the
    employer said it would decide. ``contact_via`` names the agency or recruiter between candidate
    and employer, through whom every step then goes. ``id`` tells two interviews apart in calendars.

    >>> Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16)).promised.isoformat()
    '2026-03-16'
    >>> Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 1))
    Traceback (most recent call last):
    followup_kit.errors.CaseError: The promised date 2026-03-01 is before the interview on 2026-03-02: check both dates.
    """

    day: dt.date
    ends: dt.time | None = None
    timezone: str | None = None
    promised: dt.date | None = None
    people: tuple[Person, ...] = ()
    contact_via: str | None = None
    company: str = ""
    position: str = ""
    topics: tuple[str, ...] = ()
    id: str = ""

    def __post_init__(self) -> None:
        _check_known_day(self.day, "interview day")
        if self.promised is not None:
            _check_known_day(self.promised, "promised date")
        if self.promised is not None and self.promised < self.day:
            raise CaseError(
                f"The promised date {self.promised} is before the interview on {self.day}: check both dates."
            )
        if self.ends is not None:
            _check_local_time(self.ends)
        if self.timezone is not None:
            _zone(self.timezone)
        _check_list(self.topics, "topics")
        _check_list(self.people, "people")

    @property
    def met(self) -> tuple[Person, ...]:
        """The people who were met: all but those who are the recruiter in between and nothing else."""
        return tuple(p for p in self.people if p.roles != ("recruiter",))

    def after_end(self, hours: int) -> dt.date:
        """The local date ``hours`` after the interview ended; by whole days where its end is not known.

        Counted as elapsed time, so a change of the clocks in between moves it.

        >>> late = Interview(day=dt.date(2026, 3, 28), ends=dt.time(23, 30), timezone="Europe/Berlin")
        >>> late.after_end(24).isoformat()  # the clocks go forward that night
        '2026-03-30'
        """
        if self.ends is None:
            return self.day + dt.timedelta(days=-(-hours // 24))
        end = dt.datetime.combine(self.day, self.ends)
        if self.timezone is None:
            return (end + dt.timedelta(hours=hours)).date()
        zone = _zone(self.timezone)
        instant = end.replace(tzinfo=zone).astimezone(dt.UTC) + dt.timedelta(hours=hours)
        return instant.astimezone(zone).date()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        from zoneinfo import available_timezones

        raise UnknownName("time zone", name, sorted(available_timezones())) from None


class Event(Record, frozen=True, kw_only=True):
    """Something that happened after the interview.

    ``step`` says which step was ``sent`` or ``snoozed``; ``new_date`` is the new promised date of
    ``delayed`` or the new due date of ``snoozed``. ``undoes`` is the beginning of the written form
    of the event that ``undone`` takes back (the newest earlier event where it is empty).
    ``channel`` and ``to`` may record how a contact was really made; ``note`` is the candidate's own.

    >>> str(Event.parse("snoozed:2026-03-09:check_in:2026-03-12"))
    'snoozed:2026-03-09:check_in:2026-03-12'
    """

    kind: EventKind
    on: dt.date
    step: str | None = None
    new_date: dt.date | None = None
    undoes: str = ""
    channel: Channel | None = None
    to: Recipient | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind not in EVENT_KINDS:
            raise UnknownName("event", self.kind, EVENT_KINDS)
        check_day(self.on, f"day of the event {self.kind!r}")
        if self.channel is not None and self.channel not in get_args(Channel):
            raise UnknownName("channel", self.channel, get_args(Channel))
        if self.to is not None and self.to not in get_args(Recipient):
            raise UnknownName("recipient", self.to, get_args(Recipient))
        if self.new_date is not None:
            check_day(self.new_date, f"new date of the event {self.kind!r}")
        if self.kind in _NEEDS_STEP and not self.step:
            raise CaseError(
                f"The event {self.kind!r} needs the step that it is about, for example thank_you."
            )
        if self.kind == "snoozed" and self.new_date is None:
            raise CaseError(f"Snoozing {self.step!r} needs the new date.")
        if self.kind == "delayed" and self.new_date is not None and self.new_date < self.on:
            raise CaseError(
                f"The new date {self.new_date} is before the news of {self.on}: check both dates."
            )

    @classmethod
    def parse(cls, text: str) -> Event:
        """The event written as ``KIND:DATE[:ARG]``, as the command line takes it.

        ``ARG`` is the new date for ``delayed``, the step for ``sent``, the step and the new date for
        ``snoozed``, and the event to take back for ``undone`` (``undone:2026-03-10:sent:2026-03-09``).
        """
        kind, *rest = text.strip().split(":")
        if kind not in EVENT_KINDS:
            raise UnknownName("event", kind, EVENT_KINDS)
        if not rest:
            raise CaseError(f"The event {kind!r} needs its day, for example {kind}:2026-03-09.")
        on, args = parse_day(rest[0], f"day of the event {kind!r},"), rest[1:]
        most = {"sent": 1, "delayed": 1, "snoozed": 2, "undone": 99}.get(kind, 0)
        if len(args) > most:
            raise CaseError(
                f"The event {shorten(text)!r} has too many parts: {kind} takes {most} after its day."
            )
        step = args[0] if kind in _NEEDS_STEP and args else None
        dates = args[1:] if kind == "snoozed" else args if kind == "delayed" else []
        new_date = parse_day(dates[0], "new date") if dates and dates[0] else None
        undoes = ":".join(args) if kind == "undone" else ""
        return cls(kind=kind, on=on, step=step, new_date=new_date, undoes=undoes)  # type: ignore[arg-type]

    def __str__(self) -> str:
        parts = [self.kind, self.on.isoformat(), self.step or ""]
        parts += [self.new_date.isoformat() if self.new_date else "", self.undoes]
        return ":".join(p for p in parts if p)


class Options(Record, frozen=True, kw_only=True):
    """What the candidate chose: pace, optional steps, channels, and whether to write only.

    >>> Options(pace="standard", include=("card",)).pace
    'standard'
    """

    pace: Pace = "relaxed"
    include: tuple[str, ...] = ()
    channels: dict[str, Channel] = {}
    written_only: bool = False

    def __post_init__(self) -> None:
        _check_names(self.include)
        if self.pace not in get_args(Pace):
            raise UnknownName("pace", self.pace, get_args(Pace))
        for step, channel in self.channels.items():
            if channel not in get_args(Channel):
                raise UnknownName(f"channel for {step}", channel, get_args(Channel))
