"""The events of a case, put in order and freed of what was taken back."""

from __future__ import annotations

from collections.abc import Iterable

from followup_kit.errors import CaseError
from followup_kit.records.case import Event, Interview

__all__ = ["in_order"]


def in_order(events: Iterable[Event | str], interview: Interview) -> tuple[Event, ...]:
    """The events by date, then as given; identical ones once; without those that were undone.

    Events may be given in their written form. One before the interview is an error.
    """
    parsed = [e if isinstance(e, Event) else Event.parse(e) for e in events]
    for event in parsed:
        if event.on < interview.day:
            raise CaseError(
                f"The event {event.kind!r} of {event.on} is before the interview on {interview.day}: check its date."
            )
        if event.kind == "snoozed" and event.new_date is not None and event.new_date < interview.day:
            raise CaseError(
                f"{event.step!r} cannot be snoozed to {event.new_date}, before the interview on {interview.day}."
            )
    parsed.sort(key=lambda e: e.on)
    return tuple(_without_repeats(_without_undone(parsed)))


def _without_undone(events: list[Event]) -> list[Event]:
    """What is left when each ``undone`` has taken back its event.

    Takes back every copy of that event so far, so that a double entry does not survive; the same
    ``undone`` given twice in a row counts once.
    """
    left: list[Event] = []
    before: Event | None = None
    for event in events:
        if event.kind != "undone":
            left.append(event)
        elif event != before:
            target = next((e for e in reversed(left) if _written_as(e, event.undoes)), None)
            if target is None:
                wanted = event.undoes or "an earlier event"
                raise CaseError(f"There is nothing to undo on {event.on}: {wanted} is not there before it.")
            left = [e for e in left if e != target]
        before = event
    return left


def _written_as(event: Event, beginning: str) -> bool:
    """True where the written form of the event begins with those parts."""
    parts = beginning.split(":") if beginning else []
    return str(event).split(":")[: len(parts)] == parts


def _without_repeats(events: list[Event]) -> list[Event]:
    seen: set[tuple[object, ...]] = set()
    once = []
    for event in events:
        written = (event.kind, event.on, event.step or "", event.new_date, event.undoes)
        if written not in seen:
            seen.add(written)
            once.append(event)
    return once
