"""What is known of a case at one point of its events; the state that the fold carries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Literal

from followup_kit.records.advice import Protocol, Step
from followup_kit.records.case import Event, Interview, Options
from followup_kit.records.plan import Touchpoint
from followup_kit.workdays import Calendar

__all__ = ["Case", "Facts", "Fixed", "Key", "Mode"]

Key = tuple[str, int]
"""Step and occurrence."""
Mode = Literal["waiting", "offer", "rejected", "ended"]


@dataclass(frozen=True, slots=True)
class Case:
    """What does not change while events are folded."""

    interview: Interview
    protocol: Protocol
    calendar: Calendar
    options: Options
    horizon: dt.date
    """The last day on which an occurrence of a series may stand."""
    planned: tuple[Step, ...] = field(init=False)
    """The steps of the protocol without the optional ones that were not asked for."""
    chains: tuple[Step, ...] = field(init=False)
    """Those of them that are series counted from the last contact."""

    def __post_init__(self) -> None:
        include = self.options.include
        planned = tuple(s for s in self.protocol.steps if not s.optional or s.id in include)
        object.__setattr__(self, "planned", planned)
        object.__setattr__(self, "chains", tuple(s for s in planned if s.repeat == "chain"))


@dataclass(frozen=True, slots=True)
class Fixed:
    """An occurrence whose date no later event moves: done, or planned before an answer came."""

    touchpoint: Touchpoint
    done_on: dt.date | None
    order: int
    """The number of the event that fixed it."""

    @property
    def day(self) -> dt.date:
        """The day from which others count."""
        return self.done_on or self.touchpoint.due


@dataclass(slots=True)
class Facts:
    """The state of the fold; each event works on a copy."""

    promised: dt.date | None
    no_date_from: dt.date
    """Where no promised date is known: the interview, or the newest delay without a date."""
    triggers: dict[str, tuple[int, dt.date]] = field(default_factory=dict)
    """The newest event that triggers steps, by trigger: its number and its day."""
    heard: bool = False
    """An answer came on or after the promised date (without one: after the day we count from)."""
    delay_heard: bool = False
    """The same for what followed from news of a delay."""
    answered: tuple[int, dt.date] | None = None
    """The newest answer from which the last contact restarts: its number and its day."""
    contacts: list[dt.date] = field(default_factory=list)
    """Contacts that no step planned."""
    spent: set[str] = field(default_factory=set)
    """Steps of which a contact was made that was not planned."""
    fixed: dict[Key, Fixed] = field(default_factory=dict)
    snoozed: dict[Key, dt.date] = field(default_factory=dict)
    mode: Mode = "waiting"
    no_calls: bool = False
    no_contact: bool = False
    cancelled: dict[Key, Touchpoint] = field(default_factory=dict)
    moved_by: dict[Key, Event] = field(default_factory=dict)
    """The newest event that gave an occurrence another date."""
    notes: list[str] = field(default_factory=list)

    def copy(self) -> Facts:
        """A copy that can be changed without changing this one."""
        return replace(
            self,
            triggers=dict(self.triggers),
            contacts=list(self.contacts),
            spent=set(self.spent),
            fixed=dict(self.fixed),
            snoozed=dict(self.snoozed),
            cancelled=dict(self.cancelled),
            moved_by=dict(self.moved_by),
            notes=list(self.notes),
        )
