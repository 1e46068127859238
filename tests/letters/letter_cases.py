"""Labelled letters as the second fit sees them: real ones, and ones put together from labelled sentences."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from followup_kit.letters import judgement as jm
from followup_kit.letters.checks import RULES
from followup_kit.letters.context import parse_context
from followup_kit.letters.draft import parse_draft
from followup_kit.letters.look import Look
from tests.letters.labelled import ITEMS, TONE, Letter, Row


class Case(NamedTuple):
    """A letter as the second fit sees it: features, labels by check (1 fails, 0 passes), fold and weight."""

    features: dict[str, float]
    labels: dict[str, int]
    rules: dict[str, str]
    fold: int
    weight: float
    clean: bool
    real: bool
    hand: str = ""


MADE = 0.3
"""A letter that was put together from single sentences counts so much."""


def real_cases(mixed: np.ndarray, found: list[Letter]) -> list[Case]:
    """The labelled letters."""
    out = []
    for f in found:
        y = {
            c: int(f.labels[i.id] == "fail")
            for c, i in ITEMS.items()
            if f.labels.get(i.id) in {"pass", "fail"} and f.look.kind in i.kinds
            if c in TONE or f.hand != "own"
        }
        out.append(
            Case(
                _features(mixed[f.sentences], f.look.draft.word_count, f.look.kind),
                y, {c: _rule(f.look, c) for c in RULES if c in y}, _family(f) % 10, 0.5 if f.hand == "own" else 1.0,
                all(f.labels.get(ITEMS[c].id, "pass") == "pass" for c in TONE), f.hand != "own", f.hand,
            )
        )  # fmt: skip
    return out


def planted(mixed: np.ndarray, rows: list[Row], found: list[Letter], use: np.ndarray) -> list[Case]:
    """Clean letters with one sentence exchanged for a labelled one of another hand, flawed or harmless."""
    rng = np.random.default_rng(7)
    calm = [f for f in found if all(f.labels.get(ITEMS[c].id, "pass") == "pass" for c in TONE)]
    out = []
    for n, row in enumerate(rows):
        if not use[n] or row.letter >= 0:
            continue
        fitting = [f for f in calm if f.look.kind == row.kind] or calm
        f = fitting[int(rng.integers(len(fitting)))]
        kept = list(f.sentences)
        kept[int(rng.integers(len(kept)))] = n
        y = {c: row.labels[jm.HEAD_OF[c]] for c in TONE if jm.HEAD_OF[c] in row.labels}
        calm_row = not any(row.labels.get(h, 1) for h in jm.FLAWS)
        features = _features(mixed[kept], f.look.draft.word_count, f.look.kind)
        out.append(Case(features, y, {}, n % 10, MADE, calm_row, False))
    return out


def joined(mixed: np.ndarray, rows: list[Row], use: np.ndarray) -> list[Case]:
    """Letters of three to six sentences drawn from the labelled ones: what such a letter holds is known."""
    rng = np.random.default_rng(11)
    pool = [n for n, r in enumerate(rows) if use[n] and r.letter < 0 and r.kind == "thank_you"]
    context = parse_context({"interviewer_name": "Ms Okoro"})[0]
    out = []
    for k in range(500):
        fold = k % 10
        mine = [n for n in pool if n % 10 == fold]
        picked = rng.choice(mine, size=int(rng.integers(3, 7)), replace=False)
        text = "Dear Ms Okoro,\n\n" + " ".join(rows[n].text for n in picked) + "\n\nKind regards,\nAlex Poe"
        look = Look(parse_draft(text), context, "thank_you")
        y = {}
        for c in RULES:
            known = [rows[n].labels.get(jm.HEAD_OF[c]) for n in picked]
            if c != "specific" and (1 in known or None not in known):
                y[c] = int(1 not in known)
        features = _features(mixed[picked], look.draft.word_count, "thank_you")
        out.append(Case(features, y, {c: _rule(look, c) for c in y}, fold, MADE, False, False))
    return out


def _features(odds: np.ndarray, words: int, kind: str) -> dict[str, float]:
    return jm.letter_features(odds.tolist(), words, kind == "check_in")


def _rule(look: Look, check: str) -> str:
    return look.once("rule " + check, lambda: RULES[check](look, ITEMS[check]).verdict)


def _family(letter: Letter) -> int:
    name = str(letter.source.get("family") or letter.source["id"])
    return sum(ord(c) * (n + 1) for n, c in enumerate(letter.hand + name))
