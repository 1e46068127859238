"""The events of a case, put in order and freed of what was taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter

import msgspec

from followup_kit.errors import CaseError, shorten
from followup_kit.records.case import Event, Interview

__all__ = ["in_order", "named_undone", "recorded"]


def in_order(events: Iterable[Event | str], interview: Interview) -> tuple[Event, ...]:
    """The events by date, then as given; identical ones once; without those that were undone.

    Events may be given in their written form. One before the interview is an error.
    """
    return recorded(events, interview)[0]


def recorded(
    events: Iterable[Event | str], interview: Interview
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The same, and besides all of them in that order, with what was undone and what undid it."""
    parsed = [_read(e) for e in _several(events)]
    parsed.sort(key=_day)
    left, once = _left(parsed)
    for event in left:  # what was taken back was wrong, perhaps just in its day
        if event.on < interview.day:
            raise CaseError(
                f"The event {event.kind!r} of {event.on} is before the interview on {interview.day}: check its date."
            )
        if event.kind == "snoozed" and event.new_date is not None and event.new_date < interview.day:
            raise CaseError(
                f"{event.step!r} cannot be snoozed to {event.new_date}, before the interview on {interview.day}."
            )
    return tuple(left), tuple(once)


def named_undone(undone: Event, events: Iterable[Event]) -> Event:
    """The same ``undone`` with the event that it takes back named in full, as it stands after ``events``.

    So that a second ``undone`` of one day takes back a second event. Raises
    :class:`~followup_kit.errors.CaseError` where there is nothing to take back.
    """
    left, _ = _left(sorted((e for e in events if e.on <= undone.on), key=_day))
    meant = {_same(e): e for e in left}
    event = meant[_meant(undone, meant)]
    return msgspec.structs.replace(undone, undoes=str(event), channel=event.channel, to=event.to)


def _several(events: object) -> Iterable[object]:
    if isinstance(events, str | Event) or not isinstance(events, Iterable):
        raise CaseError(
            f"The events must be a list of events, not {shorten(repr(events))}: put [ ] around it."
        )
    return events


def _read(event: object) -> Event:
    if isinstance(event, Event):
        return event
    if not isinstance(event, str):
        raise CaseError(
            f"An event is written as 'replied:2026-03-09', or made with Event(…); {shorten(repr(event))} is neither."
        )
    return Event.parse(event)


_day = attrgetter("on")


def _left(events: list[Event]) -> tuple[list[Event], Iterable[Event]]:
    """Those that stand, and all of them, each at its first place.

    What is done again after it was taken back stands again. The same ``undone`` given twice takes back
    the same event, not one more.
    """
    once: dict[_Same, Event] = {}
    left: dict[_Same, Event] = {}
    taken_back: dict[_Same, _Same] = {}
    for event in events:
        same = _same(event)
        first = once.setdefault(same, event)
        if event.kind != "undone":
            left.setdefault(same, first)
            continue
        if same not in taken_back:
            taken_back[same] = _meant(event, left)
        left.pop(taken_back[same], None)
    return [event for same, event in once.items() if same in left], once.values()


_Same = tuple[str, dt.date, str, dt.date | None, str, str | None, str | None]
"""All but the note: two events that say the same are one; an e-mail and a call of one day are two."""


def _same(event: Event) -> _Same:
    step = event.step or ""
    return (event.kind, event.on, step, event.new_date, event.undoes, event.channel, event.to)


def _meant(undone: Event, left: dict[_Same, Event]) -> _Same:
    """The event that is taken back: the newest of those that are written so, or else of those that begin so.

    Of several that are written so, the one with the channel and the recipient that ``undone`` names.
    """
    begun = None
    there = list(reversed(left.items()))
    named = [(s, e) for s, e in there if (e.channel, e.to) == (undone.channel, undone.to)]
    for same, event in [*named, *there] if undone.channel or undone.to else there:
        written = str(event) if undone.undoes else ""
        if written == undone.undoes:
            return same
        if begun is None and _begins(written, undone.undoes):
            begun = same
    if begun is None:
        wanted = shorten(undone.undoes) or "an earlier event"
        raise CaseError(f"There is nothing to undo on {undone.on}: {wanted} is not there before it.")
    return begun


def _begins(written: str, beginning: str) -> bool:
    """True where the written form of an event begins with those parts."""
    parts = beginning.split(":")
    return written.split(":")[: len(parts)] == parts
