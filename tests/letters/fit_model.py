"""Fit the letter model again, and say how right it is on letters of hands left out of the fit.

Run by hand: ``python -m tests.letters.fit_model [--write] [--words-only] [LETTERS LABELS]...``. Without
``--write`` it prints the figures of ``followup-kit evaluate`` for each hand with weights, odds and
thresholds fitted without that hand. With ``--write`` it fits on all and writes ``sentences.bin``
and ``judgement.toml``. More labelled letters may be given, two files for each hand. Needs numpy,
scikit-learn and, unless ``--words-only``, the vectors of ``vectors.py``.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from followup_kit.letters import judgement as jm
from followup_kit.letters import sentences as sm
from tests.letters.fit_letters import fit_letters
from tests.letters.fit_report import judged, report
from tests.letters.labelled import Letter, Row, gather

DATA = Path(__file__).parents[2] / "followup_kit" / "advice" / "checklists"
ORIGIN = "Words smoothed by vectors of all-MiniLM-L6-v2 (Apache-2.0); see tests/letters/vectors.py."


class Table:
    """Words, pairs and word vectors of all rows as one matrix, and the way back from its weights to words."""

    def __init__(self, rows: list[Row], words_only: bool) -> None:
        held = [sm.keys(r.view) for r in rows]
        counts = Counter(k for found, _ in held for k in found)
        own = {k for k in counts if " " not in k}
        self.words, self.vectors = ([], np.zeros((0, 1))) if words_only else _vectors(frozenset(own))
        self.keys = sorted(k for k, n in counts.items() if n >= 2)
        at = {k: n for n, k in enumerate(self.keys)}
        place = {w: n for n, w in enumerate(self.words)}
        damped = np.array([max(n, sm.FEWEST) ** -sm.DAMPING for _, n in held])

        def matrix(known: dict[str, int]) -> sp.csr_matrix:
            pairs = [(r, known[k]) for r, (found, _) in enumerate(held) for k in sorted(found) if k in known]
            r, c = zip(*pairs, strict=True) if pairs else ((), ())
            return sp.csr_matrix((damped[list(r)], (r, c)), shape=(len(rows), len(known)))

        self.x = sp.csr_matrix(sp.hstack([matrix(at), matrix(place) @ self.vectors]))

    def by_key(self, weights: np.ndarray) -> tuple[list[str], np.ndarray]:
        """A row of weights a word or pair, from a column of weights a head."""
        names = sorted({*self.keys, *self.words})
        at = {k: n for n, k in enumerate(names)}
        out = np.zeros((len(names), weights.shape[1]))
        out[[at[k] for k in self.keys]] += weights[: len(self.keys)]
        if self.words:
            out[[at[w] for w in self.words]] += self.vectors @ weights[len(self.keys) :]
        return names, out


_KEPT: dict[frozenset[str], Any] = {}


def _vectors(own: frozenset[str]) -> tuple[list[str], np.ndarray]:
    from tests.letters.vectors import word_vectors

    if own not in _KEPT:
        _KEPT[own] = word_vectors(set(own))
    return _KEPT[own]


def fit_words(table: Table, rows: list[Row], use: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights and biases of all heads, fitted on the rows in use."""
    weights = np.zeros((table.x.shape[1], len(sm.HEADS)))
    biases = np.zeros(len(sm.HEADS))
    for n, head in enumerate(sm.HEADS):
        y = np.array([r.labels.get(head, -1) for r in rows])
        t = (y >= 0) & use
        model = LogisticRegression(C=2.0, solver="liblinear", intercept_scaling=5, random_state=0)
        model.fit(table.x[t], y[t])
        weights[:, n], biases[n] = model.coef_[0], model.intercept_[0]
    return weights, biases


def left_out(table: Table, rows: list[Row], use: np.ndarray) -> np.ndarray:
    """The log-odds of each row in use by a model fitted on the other hands in use."""
    hands = np.array([r.hand for r in rows])
    out = np.zeros((len(rows), len(sm.HEADS)))
    for hand in sorted(set(hands[use])):
        weights, biases = fit_words(table, rows, use & (hands != hand))
        mine = use & (hands == hand)
        out[mine] = table.x[mine] @ weights + biases
    return out


def fit_phrases(odds: np.ndarray, rows: list[Row], use: np.ndarray) -> dict[str, dict[str, float]]:
    """What a phrase adds, fitted on sentences that no phrase was written for."""
    fresh = use & np.array([r.letter < 0 for r in rows])
    points = np.array([[r.points.get(s, 0.0) for s in jm.SETS] for r in rows])
    out = {}
    for head in jm.FLAWS:
        n = sm.HEADS.index(head)
        y = np.array([r.labels.get(head, -1) for r in rows])
        t = fresh & (y >= 0)
        model = LogisticRegression(C=1.0).fit(np.column_stack([odds[t, n], points[t]]), y[t])
        names = ("words", *jm.SETS)
        out[head] = {"bias": round(float(model.intercept_[0]), 3)} | {
            k: round(float(v), 3) for k, v in zip(names, model.coef_[0], strict=True)
        }
    return out


def fit(
    table: Table, rows: list[Row], found: list[Letter], use: np.ndarray, shown: bool = False
) -> tuple[bytes, dict[str, Any]]:
    """Both files, from the rows in use and the letters that they belong to."""
    odds = left_out(table, rows, use)
    phrases = fit_phrases(odds, rows, use)
    items = fit_letters(odds, phrases, rows, [f for f in found if use[f.sentences[0]]], use, shown)
    weights, biases = fit_words(table, rows, use)
    names, by_key = table.by_key(weights)
    return small(names, by_key, biases), {"phrases": phrases, "items": items}


ROWS = 16_000
"""So many words and pairs are kept, those that weigh most."""


def small(names: list[str], weights: np.ndarray, biases: np.ndarray) -> bytes:
    """The weights as whole numbers from -127 to 127; the words and pairs that weigh least are left out."""
    heaviest = np.argsort(-np.abs(weights).sum(1), kind="stable")[:ROWS]
    keep = sorted(heaviest.tolist())
    kept = weights[keep]
    scales = np.maximum(np.abs(kept).max(0), 1e-6) / 127
    whole = np.rint(kept / scales).astype(int)
    return sm.pack(
        [names[n] for n in keep], array("b", whole.reshape(-1).tolist()),
        [round(float(s), 6) for s in scales], [round(float(b), 4) for b in biases], ORIGIN,
    )  # fmt: skip


def toml(data: dict[str, Any]) -> str:
    lines = [
        "# How a letter is judged from its sentences. Fitted: python -m tests.letters.fit_model --write",
        "# phrases: what phrases of tone add to a sentence's log-odds. items: log-odds that an item fails;",
        "# from `doubt` on the passage is shown, from `sure` on it is named (a breach, or missing), except",
        "# where phrases alone said what `unless` holds.",
    ]
    for head, weights in data["phrases"].items():
        lines += ["", f"[phrases.{head}]", *(f"{k} = {v}" for k, v in weights.items())]
    for check, item in data["items"].items():
        lines += ["", f"[items.{check}]", *(f"{k} = {item[k]}" for k in ("bias", "doubt", "sure"))]
        lines += ["unless = [" + ", ".join(f'"{verdict}"' for verdict in item["unless"]) + "]"]
        lines += [f"[items.{check}.weights]", *(f"{k} = {v}" for k, v in item["weights"].items())]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> None:
    extra = [a for a in arguments if not a.startswith("--")]
    rows, found = gather(extra)
    table = Table(rows, "--words-only" in arguments)
    hands = np.array([r.hand for r in rows])
    if "--write" in arguments:
        binary, data = fit(table, rows, found, np.ones(len(rows), dtype=bool), shown=True)
        (DATA / "sentences.bin").write_bytes(binary)
        (DATA / "judgement.toml").write_text(toml(data), encoding="utf-8")
        print(f"written: {len(binary) / 1000:.0f} KB")
        return
    for hand in sorted({f.hand for f in found} - {"own"}):
        report(
            f"left out: {hand}",
            judged(*fit(table, rows, found, hands != hand), [f for f in found if f.hand == hand]),
        )


if __name__ == "__main__":
    main(sys.argv[1:])
