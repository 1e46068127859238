"""A comparison as records: the plans of one case side by side, and where their advice conflicts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any, Literal

from msgspec import Meta

from followup_kit.records.advice import Text
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.case import Interview
from followup_kit.records.displays import pretty, show
from followup_kit.records.plan import Plan, Touchpoint

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Attribute", "Comparison", "Conflict", "ConflictSpec", "Measure", "Side", "Unit"]

Attribute = Literal[
    "calls", "end", "anchor", "nudge_channel", "grace", "thanked", "samples", "boldness", "silence", "thanks_channel",
]  # fmt: skip
Measure = Literal[
    "calls", "end", "first_nudge", "first_channel", "grace", "thanked", "samples", "nudges", "thanks_contacts",
]  # fmt: skip
Unit = Literal["days", "contacts", "calls"]


class ConflictSpec(DataRecord, frozen=True, kw_only=True):
    """A question on which protocols may differ: what of them is compared, and how a case shows it."""

    id: Annotated[int, Meta(ge=1)]
    topic: Text
    attribute: Attribute
    measure: Measure
    unit: Unit
    says: dict[str, Text]


class Side(Record, frozen=True, kw_only=True):
    """What one protocol holds on a question, and what that comes to in the case.

    ``position`` is comparable between protocols; ``rules`` say it. ``here`` is a clause such as
    "first asks on Tue 17 Mar 2026"; ``value`` is a day as its ordinal or a number of contacts, or
    None where the plan has nothing to measure.
    """

    protocol: str
    position: str
    says: str
    rules: tuple[str, ...]
    here: str
    value: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The side as plain values."""
        return {"protocol": self.protocol, "rules": list(self.rules), "says": self.says}


class Conflict(Record, frozen=True, kw_only=True):
    """A question on which the protocols differ, with both sides' rules and the difference in this case.

    ``difference`` is the number of days, contacts or calls (``unit``) between the two that are farthest
    apart; 0 where they happen to meet in this case.
    """

    id: int
    topic: str
    unit: Unit
    sides: tuple[Side, ...]
    difference: int
    in_this_case: str

    def to_dict(self) -> dict[str, Any]:
        """The conflict as plain values, as ``followup-kit compare --format json`` prints it."""
        return {
            "id": self.id,
            "topic": self.topic,
            "sides": [s.to_dict() for s in self.sides],
            "in_this_case": self.in_this_case,
        }


class Comparison(Record, frozen=True, kw_only=True):
    """One case planned by several protocols: the plans by protocol, the conflicts, and what to know.

    ``notes`` are sentences on protocols that go on without end and the like.
    """

    interview: Interview
    plans: dict[str, Plan]
    conflicts: tuple[Conflict, ...]
    notes: tuple[str, ...] = ()

    def conflict(self, id: int) -> Conflict | None:
        """The conflict of that number, or None where these protocols do not differ on it."""
        return next((c for c in self.conflicts if c.id == id), None)

    def timeline(self) -> tuple[tuple[dt.date, dict[str, tuple[Touchpoint, ...]]], ...]:
        """The days on which any plan does something, in order, with the touchpoints by protocol.

        Cancelled touchpoints are left out; one that is done stands on the day it was done.
        """
        days: dict[dt.date, dict[str, tuple[Touchpoint, ...]]] = {}
        for protocol, plan in self.plans.items():
            for t in plan:
                if t.status != "cancelled":
                    row = days.setdefault(t.done_on or t.due, {})
                    row[protocol] = (*row.get(protocol, ()), t)
        return tuple(sorted(days.items()))

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain values, as ``followup-kit compare --format json`` prints it."""
        return {
            "plans": {p: [t.to_dict() for t in plan] for p, plan in self.plans.items()},
            "conflicts": [c.to_dict() for c in self.conflicts],
        }

    def to_frame(self) -> pd.DataFrame:
        """The timeline as a pandas frame: one row a day, one column a protocol."""
        made: pd.DataFrame = show("comparison_frame", self)
        return made

    def __str__(self) -> str:
        made: str = show("comparison_text", self)
        return made

    def _repr_html_(self) -> str:
        made: str = show("comparison_html", self)
        return made

    _repr_pretty_ = pretty
