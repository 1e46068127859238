"""Evidence cards, drifted numbers and the spread of published advice, from data."""

from __future__ import annotations

import math
from functools import cache
from typing import Literal

from followup_kit.advice.loading import load_data
from followup_kit.advice.rules import sourced
from followup_kit.errors import CaseError, DataError, UnknownName
from followup_kit.records.base import DataRecord
from followup_kit.records.evidence import Card, Drift, Evidence, Grade, Guide

__all__ = ["drifts", "evidence_card", "evidence_cards", "evidence_data", "grade", "guides", "still_open"]


class _Guides(DataRecord, frozen=True, kw_only=True):
    guides: tuple[Guide, ...]


@cache
def evidence_data() -> Evidence:
    """Everything in ``evidence.toml``: the headline, the rubric, the cards, the drifts.

    >>> evidence_data().rubric.marks[0].question
    'How was it found out?'
    """
    data = load_data("evidence.toml", Evidence)
    _check(data)
    return data


def evidence_cards() -> tuple[Card, ...]:
    """The evidence cards, in the order of their numbers.

    >>> evidence_cards()[12].short
    '80 % in the US, 42 % in Canada'
    """
    return evidence_data().cards


def evidence_card(id: int) -> Card:
    """One card by its number; :class:`~followup_kit.errors.UnknownName` where there is none.

    >>> evidence_card(8).years
    '2015 to 2023'
    """
    for card in evidence_data().cards:
        if card.id == id:
            return card
    raise UnknownName("evidence card", id, [str(c.id) for c in evidence_data().cards])


def grade(card: Card) -> Grade:
    """How far a card can be trusted, by the rubric that stands in the data.

    >>> grade(evidence_card(1)), grade(evidence_card(16))
    ('high', 'weak')
    """
    return evidence_data().rubric.grade(dict(card.marks))


def drifts() -> tuple[Drift, ...]:
    """Numbers and claims that changed their meaning on the way, as exercises.

    >>> [d.id for d in drifts()]
    ['a', 'b', 'c', 'd', 'e', 'f']
    """
    return evidence_data().drifts


@cache
def guides() -> tuple[Guide, ...]:
    """What published guides advise, the five sources first.

    >>> len(guides())
    19
    """
    found = load_data("guides.toml", _Guides).guides
    for guide in found:
        sourced(guide.rules, "guides.toml", f"guides {guide.name}")
    return found


def still_open(
    day: float,
    mean_days: float | None = None,
    shape: Literal["exponential", "lognormal"] = "exponential",
    sigma: float = 0.8,
) -> float:
    """The share of decisions that are still to come ``day`` days after the interview, from 0 to 1.

    Arithmetic under an assumption, not a finding: waiting times have that mean (in days; that of
    evidence card 8 unless told otherwise) and that shape. ``sigma`` is the spread of the logarithm
    for ``lognormal``.

    >>> round(still_open(14), 2), round(still_open(30), 2)
    (0.57, 0.3)
    """
    mean = evidence_data().let_go.mean_days if mean_days is None else mean_days
    if not (math.isfinite(mean) and mean > 0):
        raise CaseError(f"The mean waiting time is a number of days above 0, not {mean}.")
    if not (math.isfinite(day) and day >= 0):
        raise CaseError(f"The day is a number of days from 0 on, not {day}.")
    if shape == "exponential":
        return math.exp(-day / mean)
    if shape == "lognormal":
        if not (math.isfinite(sigma) and sigma > 0):
            raise CaseError(f"The spread of a lognormal wait is a number above 0, not {sigma}.")
        if day == 0:
            return 1.0
        mu = math.log(mean) - sigma**2 / 2
        return 0.5 * math.erfc((math.log(day) - mu) / (sigma * math.sqrt(2)))
    raise UnknownName("shape", shape, ("exponential", "lognormal"))


def _check(data: Evidence) -> None:
    known = [c.id for c in data.cards]
    every = {m.id for m in data.rubric.marks}
    for card in data.cards:
        if known.count(card.id) > 1:
            raise DataError(
                "evidence.toml", f"cards {card.id}", "this number stands twice; give each card its own."
            )
        if set(card.marks) != every:
            raise DataError("evidence.toml", f"cards {card.id} → marks", f"needs {', '.join(sorted(every))}.")
    for drift in data.drifts:
        sourced(drift.rules, "evidence.toml", f"drifts {drift.id}")
        for id in drift.cards:
            if id not in known:
                raise DataError("evidence.toml", f"drifts {drift.id} → cards", f"there is no card {id}.")
