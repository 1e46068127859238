"""The second fit: from the log-odds of a letter's sentences to how likely an item fails, and two thresholds."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from followup_kit.letters import judgement as jm
from followup_kit.letters import sentences as sm
from tests.letters.labelled import ITEMS, TONE, Letter, Row
from tests.letters.letter_cases import MADE, Case, joined, planted, real_cases


class Cut(NamedTuple):
    """Log-odds to show and to name from, what that is worth, and what phrases must not have said for "missing"."""

    doubt: float
    sure: float
    value: float
    unless: tuple[str, ...]


ACCUSED, DOUBTED, ASKED = 0.02, 0.12, 0.33
"""Of clean letters, the share that one tone item may accuse and may leave to check; of all, the latter."""
CAREFUL = 0.3
"""Added to the log-odds from which tone is named: a hand that the fit has never seen is accused more easily."""
BURDEN = 4.0
"""What the share of clean letters accused weighs beside the credit, so that an item accuses only for its worth."""
NAMED, ABSENT = 0.7, 0.92
"""The precision that a breach, and "missing", must have on the letters of the fit."""
BOLD = 0.025
"""So much better, in credit, must an item do that says "missing" where a phrase left it in doubt."""


def thresholds(odds: np.ndarray, y: np.ndarray, cases: list[Case], check: str) -> Cut:
    """The odds to show and to name: most balanced credit with few wrong verdicts and few clean letters doubted.

    Where a phrase found the item, it is never called missing; where one may have, only if that does clearly better.
    """
    if check in TONE:
        return _thresholds(odds, y, cases, check, ())
    if not ITEMS[check].missing_allowed:
        return _thresholds(odds, y, cases, check, ("met", "check_yourself", "missing"))
    careful = _thresholds(odds, y, cases, check, ("met", "check_yourself"))
    bold = _thresholds(odds, y, cases, check, ("met",))
    return bold if bold.value >= careful.value + BOLD else careful


def _thresholds(
    odds: np.ndarray, y: np.ndarray, cases: list[Case], check: str, unless: tuple[str, ...]
) -> Cut:
    tone = check in TONE
    w = np.array([c.weight for c in cases])
    clean = np.array([float(c.clean and c.weight > MADE) for c in cases])
    bad, good = w * (y == 1), w * (y == 0)
    grid = np.append(np.unique(np.quantile(odds, np.linspace(0, 1, 150))), 9.0)
    above = odds[None, :] >= grid[:, None]
    sayable = above & np.array([c.rules.get(check) not in unless for c in cases])

    def share(of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What of a group is named at each `sure` (rows), and shown at each `doubt` (columns) below it."""
        named, shown = sayable @ (of / of.sum()), above @ (of / of.sum())
        return named[:, None] + 0 * shown[None, :], shown[None, :] - named[:, None]

    named, asked = share(bad)
    named_good, asked_good = share(good)
    named_clean, asked_clean = share(clean) if tone else (0 * named, asked_good)
    asked_all = share(w)[1]
    credit = (named + 0.5 * asked + 1 - named_good - 0.5 * asked_good) / 2
    wrong = ((1 - named - asked) * bad.sum() + named_good * good.sum()) / w.sum()
    said = named * bad.sum() + named_good * good.sum()
    precise = (named * bad.sum() + 1e-9) / (said + np.where(said > 0, 0.5, 1e-9))
    allowed = (
        (grid[:, None] >= grid[None, :]) & (asked_all <= ASKED) & (precise >= (NAMED if tone else ABSENT))
    )
    if tone:
        allowed &= (named_clean <= ACCUSED) & (asked_clean <= DOUBTED)
    value = np.where(allowed, credit - 0.5 * wrong - BURDEN * named_clean, -9.0)
    sure, doubt = np.unravel_index(int(value.argmax()), value.shape)
    return Cut(
        float(grid[doubt]), float(grid[sure]) + (CAREFUL if tone else 0.0), float(value[sure, doubt]), unless
    )


def by_fold(odds: np.ndarray, y: np.ndarray, cases: list[Case], check: str, hand: str) -> tuple[int, int]:
    """A hand's letters judged with thresholds of other families: how often the item was said to fail, and rightly."""
    fold = np.array([c.fold for c in cases])
    mine = np.array([c.hand == hand for c in cases])
    said = right = 0
    for k in range(10):
        cut = thresholds(odds[fold != k], y[fold != k], [c for c in cases if c.fold != k], check)
        free = np.array([c.rules.get(check) not in cut.unless for c in cases])
        named = mine & (fold == k) & free & (odds >= cut.sure)
        said += int(named.sum())
        right += int((named & (y == 1)).sum())
    return said, right


def fit_letters(
    odds: np.ndarray,
    phrases: dict[str, dict[str, float]],
    rows: list[Row],
    found: list[Letter],
    use: np.ndarray,
    shown: bool = False,
) -> dict[str, Any]:
    """The weights and thresholds of each item, from left-out log-odds of the sentences."""
    mixed = odds.copy()
    for head in jm.FLAWS:
        n = sm.HEADS.index(head)
        for r, row in enumerate(rows):
            mixed[r, n] = jm.with_phrases(odds[r, n], row.points, phrases[head])
    cases = real_cases(mixed, found)
    for_tone = cases + planted(mixed, rows, found, use)
    for_content = cases + joined(mixed, rows, use)
    out = {}
    for check in ITEMS:
        tone = check in TONE
        mine = [c for c in (for_tone if tone else for_content) if check in c.labels]
        data = [c.features | ({} if tone else jm.rule_features(c.rules[check])) for c in mine]
        flaws = jm.FLAWS if tone else (jm.HEAD_OF[check],)
        names = [
            k for k in data[0] if k.split("_", 1)[-1] in flaws or k in {"sentences", "words", "check_in"}
        ]
        names += (
            ["max_thanks", "max_interest", "sum_thanks", "sum_interest"]
            if tone
            else ["rule_met", "rule_check"]
        )
        y = np.array([c.labels[check] for c in mine])
        x = np.array([[d[k] for k in names] for d in data])
        weight = np.array([c.weight for c in mine])
        fold = np.array([c.fold for c in mine])
        mean, spread = x.mean(0), x.std(0) + 1e-6
        x = (x - mean) / spread
        guessed = np.zeros(len(y))
        for k in range(10):
            held = fold == k
            if held.any():
                m = LogisticRegression(C=0.05).fit(x[~held], y[~held], weight[~held])
                guessed[held] = m.decision_function(x[held])
        cut = thresholds(guessed, y, mine, check)
        for hand in sorted({c.hand for c in mine if c.real}) if shown else ():
            said, right = by_fold(guessed, y, mine, check, hand)
            print(
                f"  {check:10s} {hand:14s} by family fold: said to fail {said}, rightly {right}", flush=True
            )
        model = LogisticRegression(C=0.05).fit(x, y, weight)
        beta = model.coef_[0] / spread
        out[check] = {
            "bias": round(float(model.intercept_[0] - (beta * mean).sum()), 4),
            "doubt": round(cut.doubt, 3), "sure": round(cut.sure, 3), "unless": list(cut.unless),
            "weights": {k: round(float(b), 4) for k, b in zip(names, beta, strict=True)},
        }  # fmt: skip
    return out
