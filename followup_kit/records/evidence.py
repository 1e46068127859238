"""Evidence as records: cards with a grade, numbers that drifted, and what published guides advise."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from followup_kit.records.advice import Name, RuleId, Text
from followup_kit.records.base import DataRecord
from followup_kit.records.displays import show

__all__ = [
    "Card",
    "Drift",
    "Evidence",
    "Grade",
    "GradeBound",
    "Guide",
    "LetGo",
    "LetGoDay",
    "Mark",
    "MarkId",
    "Nearness",
    "Rubric",
]

Grade = Literal["high", "good", "fair", "weak"]
MarkId = Literal["design", "sample", "independence", "agreement"]
Nearness = Literal["asked", "near", "beside", "another stage"]
"""How near a finding is to following up after an interview: ``asked`` about just that, ``near`` it
(the same wait), ``beside`` it (planning, spelling, gratitude), or about ``another stage``."""
Address = Annotated[str, Meta(pattern=r"^https?://\S+$")]
Score = Annotated[int, Meta(ge=0, le=2)]
Days = Annotated[int, Meta(ge=0, le=366)]


class Mark(DataRecord, frozen=True, kw_only=True):
    """One question of the rubric, with what earns 0, 1 and 2."""

    id: MarkId
    question: Text
    levels: tuple[Text, Text, Text]


class GradeBound(DataRecord, frozen=True, kw_only=True):
    """A grade, and the sum of marks from which it is given."""

    grade: Grade
    at_least: Annotated[int, Meta(ge=0, le=8)]


class Rubric(DataRecord, frozen=True, kw_only=True):
    """How grades are given: marks are added, the highest bound reached is the grade."""

    about: Text
    marks: Annotated[tuple[Mark, ...], Meta(min_length=1)]
    grades: Annotated[tuple[GradeBound, ...], Meta(min_length=1)]

    def grade(self, marks: dict[MarkId, int]) -> Grade:
        """The grade of a sum of marks."""
        total = sum(marks.values())
        return next(b.grade for b in sorted(self.grades, key=lambda b: -b.at_least) if total >= b.at_least)


class Card(DataRecord, frozen=True, kw_only=True):
    """One finding: who asked whom what, who paid, and the marks that it earns."""

    id: Annotated[int, Meta(ge=1)]
    finding: Text
    short: Text
    years: Text
    n: Text
    population: Text
    asked: Text
    sponsor: Text
    nearness: Nearness
    marks: dict[MarkId, Score]
    reasons: Annotated[tuple[Text, ...], Meta(min_length=1)]
    addresses: Annotated[tuple[Address, ...], Meta(min_length=1)]

    def __str__(self) -> str:
        made: str = show("card_text", self)
        return made

    def _repr_html_(self) -> str:
        made: str = show("card_html", self)
        return made


class Drift(DataRecord, frozen=True, kw_only=True):
    """A number or a claim that changed its meaning on its way: what is said, and what was found."""

    id: Annotated[str, Meta(pattern=r"^[a-z]$")]
    said: Text
    found: Text
    wrong: Text
    cards: tuple[int, ...] = ()
    rules: tuple[RuleId, ...] = ()
    addresses: tuple[Address, ...] = ()


class LetGoDay(DataRecord, frozen=True, kw_only=True):
    """A day on which some tool counts silence as the end."""

    day: Days
    used_by: Text


class LetGo(DataRecord, frozen=True, kw_only=True):
    """What giving up on a day would cost, under one named assumption."""

    mean_days: Annotated[float, Meta(gt=0)]
    card: int
    about: Text
    days: tuple[LetGoDay, ...]


class Evidence(DataRecord, frozen=True, kw_only=True):
    """All that is known, with the rubric by which it is graded."""

    headline: Text
    rubric: Rubric
    cards: tuple[Card, ...]
    drifts: tuple[Drift, ...]
    let_go: LetGo


class Guide(DataRecord, frozen=True, kw_only=True):
    """What one published guide advises; an empty text where it says nothing.

    ``days_after_promise`` is the first and the last day after the promised date that it names.
    """

    name: Text
    protocol: Name | None = None
    thank_you: str = ""
    after_promise: str = ""
    days_after_promise: tuple[Days, Days] | None = None
    no_date: str = ""
    limit: str = ""
    channel: str = ""
    rules: tuple[RuleId, ...] = ()
    found_at: str = ""
