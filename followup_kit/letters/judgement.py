"""From sentences to the letter: how likely an item fails, and which passage shows it.

Each sentence is weighed by :mod:`followup_kit.letters.sentences`; phrases of tone add what they are
worth. What stands out most in the letter, what comes next, how much there is in all, and how long
and of what kind the letter is, give the odds that an item fails. The weights and the odds from
which on a passage is shown, or named, stand in data; they were fitted on predictions for letters
of hands left out of the fit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from followup_kit.advice.loading import load_data
from followup_kit.letters.look import Found, Look
from followup_kit.letters.sentences import HEADS, scores
from followup_kit.records.base import DataRecord
from followup_kit.records.letter import Item, Sentence, Span, Verdict

__all__ = ["FLAWS", "HEAD_OF", "Judged", "judge", "letter_features", "phrase_points", "weigh"]

FLAWS = ("any", "pressure", "rude", "cold", "gushing", "humour")
HEAD_OF = {
    "pressure": "pressure", "courteous": "rude", "friendly": "cold", "gushing": "gushing", "humour": "humour",
    "interest": "interest", "fit": "fit", "example": "example", "impact": "impact", "next_step": "next_step",
    "attachment": "attachment", "amplifies": "amplifies", "specific": "specific",
}  # fmt: skip
"""Check of an item → what its sentences are weighed for."""
SETS = (
    "pressure", "reproach", "begging", "guilt", "presumption", "complaint", "gushing", "humour", "slang",
)  # fmt: skip
_POINTS = {"sure": 1.0, "maybe": 0.5, "weak": 0.2}
_MOST_POINTS = 1.5
SHOWN = 2
"""So many passages are shown at most."""
CLOSE = 1.5
"""A second passage is shown when its log-odds come that close to the first's."""


class _Judge(DataRecord, frozen=True, kw_only=True):
    bias: float
    doubt: float
    sure: float
    unless: tuple[Verdict, ...] = ()
    weights: dict[str, float]


class _File(DataRecord, frozen=True, kw_only=True):
    phrases: dict[str, dict[str, float]]
    items: dict[str, _Judge]


class Judged(NamedTuple):
    """A verdict on a letter, the log-odds that the item fails, and the passages that tell most."""

    verdict: Verdict
    odds: float
    spans: tuple[Span, ...]


@lru_cache(maxsize=1)
def judgement() -> _File:
    """The weights of this package."""
    return load_data("checklists/judgement.toml", _File)


def phrase_points(look: Look) -> list[dict[str, float]]:
    """Points of each phrase set of tone in each sentence, at most 1.5 a set."""
    rows: list[dict[str, float]] = [{} for _ in look.draft.sentences]
    starts = {(s.start, s.end): n for n, s in enumerate(look.draft.sentences)}
    for name in SETS:
        for hit in look.hits(name):
            sentence = look.sentence_at(hit.start)
            if sentence is not None:
                row = rows[starts[sentence.start, sentence.end]]
                row[name] = min(row.get(name, 0.0) + _POINTS[hit.strength], _MOST_POINTS)
    return rows


def sentence_odds(look: Look) -> list[list[float]]:
    """The log-odds of each of ``HEADS`` for each sentence, phrases included."""
    return look.once("sentence_odds", lambda: _sentence_odds(look))


def _sentence_odds(look: Look) -> list[list[float]]:
    phrases = judgement().phrases
    rows = []
    for sentence, points in zip(look.draft.sentences, phrase_points(look), strict=True):
        row = scores(look.view[sentence.start : sentence.end])
        for n, head in enumerate(HEADS):
            if head in phrases:
                row[n] = with_phrases(row[n], points, phrases[head])
        rows.append(row)
    return rows


def with_phrases(odds: float, points: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The log-odds of a sentence's words and what its phrases add."""
    total = weights["bias"] + weights["words"] * odds
    return total + sum(weights[name] * value for name, value in points.items())


def letter_features(rows: Sequence[Sequence[float]], words: int, check_in: bool) -> dict[str, float]:
    """What the sentences' log-odds say of the letter: per head the highest, the next, and the sum of all.

    >>> found = letter_features([[0.0] * len(HEADS), [1.0] * len(HEADS)], 20, False)
    >>> found["max_rude"], found["next_rude"], round(found["sum_rude"], 2)
    (1.0, 0.0, 0.22)
    """
    found = {
        "sentences": min(len(rows), 12) / 6,
        "words": min(words, 400) / 100,
        "check_in": float(check_in),
    }
    for n, head in enumerate(HEADS):
        column = sorted((row[n] for row in rows), reverse=True)
        found[f"max_{head}"] = column[0]
        found[f"next_{head}"] = column[1] if len(column) > 1 else column[0] - 1
        found[f"sum_{head}"] = math.log(sum(_logistic(x) for x in column) + 0.02)
    return found


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(min(x, 30.0), -30.0)))


def features(look: Look) -> dict[str, float]:
    """The :func:`letter_features` of a letter that has a sentence."""
    return look.once(
        "letter_features",
        lambda: letter_features(sentence_odds(look), look.draft.word_count, look.kind == "check_in"),
    )


def rule_features(verdict: Verdict) -> dict[str, float]:
    """What phrases and shapes alone found of a presence item."""
    return {"rule_met": float(verdict == "met"), "rule_check": float(verdict == "check_yourself")}


def judge(look: Look, check: str, rule: Verdict | None = None) -> Judged | None:
    """The verdict of a check on the letter; none where the letter has no sentence.

    ``rule`` is what phrases alone say of a presence item. Of a limit, ``met`` means nothing spotted.
    """
    if not look.draft.sentences:
        return None
    weights = judgement().items[check]
    found = features(look) | (rule_features(rule) if rule is not None else {})
    odds = weights.bias + sum(weight * found[name] for name, weight in weights.weights.items())
    failed: Verdict = "breach" if rule is None else "missing"
    if rule in weights.unless:  # what a phrase found is not missing: the writer looks at it
        failed = "check_yourself"
    verdict: Verdict = (
        failed if odds >= weights.sure else "check_yourself" if odds >= weights.doubt else "met"
    )
    return Judged(verdict, odds, _passages(look, HEAD_OF[check], rule is None))


def _passages(look: Look, head: str, flaw: bool) -> tuple[Span, ...]:
    """The passages that stand out most for a head; for a flaw, oddness of any kind counts half."""
    place = HEADS.index(head)
    ranked: list[tuple[float, Sentence]] = sorted(
        (
            (row[place] + (0.5 * row[0] if flaw else 0.0), sentence)
            for row, sentence in zip(sentence_odds(look), look.draft.sentences, strict=True)
        ),
        key=lambda pair: (-pair[0], pair[1].start),
    )
    best = ranked[0][0]
    return tuple((s.start, s.end) for odds, s in ranked[:SHOWN] if odds >= best - CLOSE)


def weigh(look: Look, item: Item, found: Found) -> Found:
    """A presence item: what phrases found, weighed together with what the sentences do."""
    judged = None if found.certain else judge(look, item.check, found.verdict)
    if judged is None:
        return found
    if judged.verdict == "missing":
        return Found(verdict="missing", spans=judged.spans[:1])
    if found.verdict == "met" or (found.verdict == judged.verdict and found.spans):
        return Found(verdict=judged.verdict, spans=found.spans)
    return Found(verdict=judged.verdict, spans=judged.spans[:1])
