"""The events of a case, put in order and freed of what was taken back."""

from __future__ import annotations

from collections.abc import Iterable

from followup_kit.errors import CaseError, shorten
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
    return tuple(_left(parsed))


def _left(events: list[Event]) -> Iterable[Event]:
    """Each event once, at its first place, without those that were taken back.

    What is done again after it was taken back stands again. The same ``undone`` given twice takes back
    the same event, not one more.
    """
    once: dict[str, Event] = {}
    left: dict[str, Event] = {}
    taken_back: dict[str, str] = {}
    for event in events:
        written = str(event)
        if event.kind != "undone":
            left.setdefault(written, once.setdefault(written, event))
            continue
        if written not in taken_back:
            meant = [w for w in left if w == event.undoes] or [w for w in left if _begins(w, event.undoes)]
            if not meant:
                wanted = shorten(event.undoes) or "an earlier event"
                raise CaseError(f"There is nothing to undo on {event.on}: {wanted} is not there before it.")
            taken_back[written] = meant[-1]
        left.pop(taken_back[written], None)
    return [event for written, event in once.items() if written in left]


def _begins(written: str, beginning: str) -> bool:
    """True where the written form of an event begins with those parts."""
    parts = beginning.split(":") if beginning else []
    return written.split(":")[: len(parts)] == parts
