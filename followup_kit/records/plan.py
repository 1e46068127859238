"""A plan: touchpoints in date order, each with its rule, its reason and its other readings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, overload

from followup_kit.records.advice import Channel, Recipient, StepKind
from followup_kit.records.base import Record
from followup_kit.records.case import Event, Interview, Options
from followup_kit.records.displays import pretty, show

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Plan", "Reading", "Status", "Touchpoint"]

Status = Literal["planned", "due", "done", "missed", "cancelled"]


class Reading(Record, frozen=True, kw_only=True):
    """Another way to read the same advice, and the date that it would give."""

    label: str
    due: dt.date
    latest: dt.date | None
    channel: Channel
    rules: tuple[str, ...] = ()


class Touchpoint(Record, frozen=True, kw_only=True):
    """One thing to do: a step of the protocol on a day.

    ``due`` and ``latest`` are local dates; ``at`` is a local time where the source implies one.
    ``moved_from`` is the date before it rolled to a working day. ``reason`` is one sentence with
    its citation. ``dated`` is the year of advice that has aged, ``editorial`` true where a number
    or a date is this package's own, ``assumed`` true where the promised date is. ``changed_by`` is
    the newest event that gave it another date or cancelled it. ``notes`` says what is this package's
    own, what has aged and what is done today instead.
    """

    step: str
    occurrence: int
    title: str
    kind: StepKind
    channel: Channel
    to: Recipient | None
    due: dt.date
    status: Status
    rules: tuple[str, ...]
    reason: str
    recipients: tuple[str, ...] = ()
    latest: dt.date | None = None
    at: dt.time | None = None
    done_on: dt.date | None = None
    moved_from: dt.date | None = None
    readings: tuple[Reading, ...] = ()
    assumed: bool = False
    editorial: bool = False
    dated: int | None = None
    changed_by: Event | None = None
    notes: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """True while it can still be done: planned, due or missed."""
        return self.status in ("planned", "due", "missed")

    @property
    def key(self) -> tuple[str, int]:
        """Step and occurrence, which tell the touchpoints of a plan apart."""
        return (self.step, self.occurrence)

    def to_dict(self) -> dict[str, object]:
        """The touchpoint as plain values, as ``followup-kit plan --format json`` prints it."""
        return {
            "step": self.step,
            "occurrence": self.occurrence,
            "channel": self.channel,
            "to": self.to,
            "due": self.due.isoformat(),
            "latest": self.latest.isoformat() if self.latest else None,
            "at": self.at.strftime("%H:%M") if self.at else None,
            "status": self.status,
            "done_on": self.done_on.isoformat() if self.done_on else None,
            "rules": list(self.rules),
            "reason": self.reason,
            "editorial": self.editorial,
            "assumed": self.assumed,
            "dated": self.dated,
            "moved_from": self.moved_from.isoformat() if self.moved_from else None,
            "readings": [
                {
                    "label": r.label,
                    "due": r.due.isoformat(),
                    "latest": r.latest.isoformat() if r.latest else None,
                    "channel": r.channel,
                }
                for r in self.readings
            ],
        }


class Plan(Record, frozen=True, kw_only=True):
    """An immutable sequence of touchpoints in date order, with what it was made from.

    ``calendar`` names the working days that were used, ``assumptions`` says in sentences what was
    assumed, and ``events`` are those that were folded in, in order; ``recorded`` are all that were
    given, also what was undone and what undid it. ``promised`` is the promised date now in force, or
    None where none is known.

    Two plans that say the same are equal, whatever was taken back on the way to them: ``recorded``
    is not compared, and not shown.
    """

    protocol: str
    title: str
    interview: Interview
    calendar: str
    touchpoints: tuple[Touchpoint, ...]
    assumptions: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    options: Options = Options()
    today: dt.date | None = None
    promised: dt.date | None = None
    recorded: tuple[Event, ...] = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plan):
            return NotImplemented
        return self._said() == other._said()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Plan({', '.join(f'{name}={value!r}' for name, value in self._said().items())})"

    def _said(self) -> dict[str, object]:
        return {f: getattr(self, f) for f in self.__struct_fields__ if f != "recorded"}

    def __len__(self) -> int:
        return len(self.touchpoints)

    def __iter__(self) -> Iterator[Touchpoint]:
        return iter(self.touchpoints)

    def __contains__(self, item: object) -> bool:
        return item in self.touchpoints

    def __reversed__(self) -> Iterator[Touchpoint]:
        return reversed(self.touchpoints)

    @overload
    def __getitem__(self, index: int) -> Touchpoint: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Touchpoint, ...]: ...
    def __getitem__(self, index: int | slice) -> Touchpoint | tuple[Touchpoint, ...]:
        return self.touchpoints[index]

    def next(self, today: dt.date) -> Touchpoint | None:
        """The first touchpoint that is still to do on ``today``, or None where nothing is left.

        What is past its latest day counts as missed and is passed over, except letting go.
        """
        for t in self.touchpoints:
            if t.open and (t.kind == "stop" or (t.latest or t.due) >= today):
                return t
        return None

    def to_dict(self) -> dict[str, object]:
        """The plan as plain values, as ``followup-kit plan --format json`` prints it."""
        return {
            "protocol": self.protocol,
            "calendar": self.calendar,
            "assumptions": list(self.assumptions),
            "touchpoints": [t.to_dict() for t in self.touchpoints],
        }

    def to_frame(self) -> pd.DataFrame:
        """The plan as a pandas frame, one row a touchpoint; dates as ``datetime64``."""
        made: pd.DataFrame = show("plan_frame", self)
        return made

    def to_ics(self, *, sequence: int | None = None) -> bytes:
        """The plan as a calendar file; ``sequence`` is the number of events so far, where there were more.

        A plan does not know what stood before an event was taken back. What only that event had planned
        (the reply to an offer, say) is therefore not withdrawn from a calendar; a journal's
        :meth:`~followup_kit.journal.store.Journal.to_ics` withdraws it.
        """
        made: bytes = show("plan_calendar", self, sequence=sequence)
        return made

    def explain(self, touchpoint: Touchpoint) -> str:
        """Everything behind one touchpoint, as plain text: reason, rules, readings, what moved it."""
        made: str = show("explain_touchpoint", self, touchpoint)
        return made

    def __str__(self) -> str:
        made: str = show("plan_text", self)
        return made

    def _repr_html_(self) -> str:
        made: str = show("plan_html", self)
        return made

    _repr_pretty_ = pretty
