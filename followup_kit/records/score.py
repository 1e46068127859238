"""Which rules are kept: checks as data, contacts as they were or will be, and a score."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from msgspec import Meta

from followup_kit.errors import UnknownName
from followup_kit.records.advice import Channel, Days, Pace, Recipient, RuleId, StepKind, Text
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.displays import pretty, show
from followup_kit.records.plan import Plan

__all__ = ["Check", "CheckKind", "Contact", "Effect", "Result", "RuleResult", "Score", "Scoring", "Which"]

CheckKind = Literal[
    "day", "channel", "recipient", "at_most", "at_least", "spacing", "gap", "unless_heard", "lets_go",
    "goes_on", "weekly", "in_turn", "answers", "permits", "samples",
]  # fmt: skip
Which = Literal[
    "thanks", "first_nudge", "later_nudges", "nudges", "calls", "late_nudges", "letter", "card", "sample", "answer",
]  # fmt: skip
"""Of which contacts a check speaks; a call is a nudge by phone, a late nudge one 21 days after the interview
or later."""
Effect = Literal["forbids", "ends", "asks", "permits"]
"""What a rule does: it forbids contact, ends it, asks for it, or only permits it."""
Result = Literal["kept", "broken", "open"]


class Check(DataRecord, frozen=True, kw_only=True):
    """One predicate over the contacts of a case; the code knows the kinds, the data says which rule uses which.

    Which of the fields count depends on the kind: ``start`` and ``offset`` to ``until`` (days, or
    working days) for a day, ``allowed`` for channels, ``to`` for a recipient, ``count`` for limits,
    ``days`` for distances. An ``optional`` check is left open where there is nothing to judge.
    ``editorial`` is set where a number is this package's.
    """

    kind: CheckKind
    of: Which = "nudges"
    start: Literal["interview", "promised_date", "news"] = "interview"
    offset: Days = 0
    until: Days | None = None
    unit: Literal["days", "working_days", "hours"] = "days"
    open_end: bool = False
    only_without_date: bool = False
    allowed: tuple[Channel, ...] = ()
    to: tuple[Recipient, ...] = ()
    count: Annotated[int, Meta(ge=0)] = 1
    days: Days = 0
    pace: tuple[Pace, ...] = ()
    sense: Literal["least", "most"] = "least"
    event: Literal["offer", "rejected", "delayed"] | None = None
    dated: Literal["yes", "no", "any"] = "any"
    place: Literal["with_note", "instead"] | None = None
    optional: bool = False
    editorial: Text | None = None


class Scoring(DataRecord, frozen=True, kw_only=True):
    """How one rule is carried out: by checks, and by what else in the product (``see``).

    ``contradicted_by`` names rules of the same source that stand against it, so that a plan of that
    source may break it; ``contradiction`` says how.
    """

    rule: RuleId
    checks: tuple[Check, ...] = ()
    effect: Effect = "asks"
    see: tuple[Text, ...] = ()
    contradicted_by: tuple[RuleId, ...] = ()
    contradiction: str = ""


class Contact(Record, frozen=True, kw_only=True):
    """One contact with the employer, as it was or will be.

    ``kind`` is that of its step, ``people`` the names of those it goes to, as far as they are known.
    ``samples`` is the number of work samples with it: None where it may carry some and the number
    is not known, 0 where it carries none.
    """

    day: dt.date
    channel: Channel
    kind: StepKind
    step: str = ""
    occurrence: int = 1
    to: Recipient | None = None
    people: tuple[str, ...] = ()
    samples: int | None = 0
    replaces_note: bool = False


class RuleResult(Record, frozen=True, kw_only=True):
    """Whether one rule is kept, broken or left open, why, and which contacts show it.

    ``touchpoints`` are the steps and occurrences concerned. ``see`` says what carries the rule out
    where dates cannot: an item of the letter check, a line of a call, a lesson.
    """

    rule: str
    result: Result
    why: str
    touchpoints: tuple[tuple[str, int], ...] = ()
    see: tuple[str, ...] = ()


class Score(Record, frozen=True, kw_only=True):
    """Which rules a plan, or what a person did, keeps, breaks or leaves open; together all that were asked about."""

    results: tuple[RuleResult, ...]
    plan: Plan | None = None

    @property
    def kept(self) -> tuple[RuleResult, ...]:
        """The rules that are kept."""
        return tuple(r for r in self.results if r.result == "kept")

    @property
    def broken(self) -> tuple[RuleResult, ...]:
        """The rules that are broken, each with why."""
        return tuple(r for r in self.results if r.result == "broken")

    @property
    def open(self) -> tuple[RuleResult, ...]:
        """The rules that cannot be judged by dates, or not yet."""
        return tuple(r for r in self.results if r.result == "open")

    def __getitem__(self, rule: str) -> RuleResult:
        for one in self.results:
            if one.rule == rule:
                return one
        raise UnknownName("rule of this score", rule, (r.rule for r in self.results))

    def to_dict(self) -> dict[str, Any]:
        """The score as plain values, as ``followup-kit score --format json`` prints it."""
        return {
            "kept": [r.rule for r in self.kept],
            "broken": [{"rule": r.rule, "why": r.why} for r in self.broken],
            "open": [r.rule for r in self.open],
        }

    def __str__(self) -> str:
        made: str = show("score_text", self)
        return made

    def _repr_html_(self) -> str:
        made: str = show("score_html", self)
        return made

    _repr_pretty_ = pretty
