"""Fit the weights of ``suspicion.toml`` again, and say how well they do on families left out.

Run by hand: ``python -m tests.letters.fit_suspicion [LETTERS LABELS]`` prints the weights and the
share of flawed sentences and clean letters among the most suspected, with each family of letters
left out of the fit in turn. More labelled letters may be given as two files. Needs numpy.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from followup_kit.letters.context import parse_context, parse_kind
from followup_kit.letters.draft import parse_draft
from followup_kit.letters.look import Look
from followup_kit.letters.suspicion import features

CORPUS = Path(__file__).parent / "corpus"
TONE = ("friendly_tone", "courteous_professional", "no_gushing", "no_humor_or_nicknames", "no_pressure")
SHAPES = {
    "check_in",
    "condition",
    "exclaims",
    "last_sentence",
    "first_paragraph",
    "own_past",
    "polite",
    "question",
    "self",
    "short",
    "superlative",
    "you",
}
"""What tells one flaw from another besides words."""
OTHER_HANDS = 2.0
"""A sentence of another hand counts so often: the phrases were not written with it in view."""


def rows(extra: list[str]) -> Iterable[tuple[dict[str, Any], dict[str, str], str]]:
    """Each letter, its flawed passages by item ("any" where the item is not known), and its set."""
    for name in ("tuned", "held_out", "fresh", "hands"):
        for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            flaws = row.get("flaws") or ({"any": row["flaw"]} if row.get("flaw") else {})
            yield row, flaws, name
    if extra:
        letters, labels = (Path(p).read_text(encoding="utf-8").splitlines() for p in extra)
        for a, b in zip(letters, labels, strict=True):
            row, given = json.loads(a), json.loads(b)["labels"]
            flaws = {i: given[i]["evidence"] for i in TONE if i in given and given[i]["label"] == "fail"}
            yield row, {i: f for i, f in flaws.items() if f in row["text"]}, "extra"


def table(
    extra: list[str],
) -> tuple[list[dict[str, float]], np.ndarray, np.ndarray, list[str], list[str], list[set[str]]]:
    """Features of each sentence, whether it is flawed, its weight, family and letter, and the items it breaks."""
    found, y, w, families, ids, broken = [], [], [], [], [], []
    for row, flaws, name in rows(extra):
        look = Look(parse_draft(row["text"]), parse_context(row["context"])[0], parse_kind(row["kind"]))
        places = [
            (m.start(), m.end()) for f in flaws.values() for m in re.finditer(re.escape(f), row["text"])
        ]
        for s in look.draft.sentences:
            found.append(features(look, s))
            y.append(float(any(a < s.end - 1 and s.start + 1 < b for a, b in places)))
            mine = {
                i
                for i, f in flaws.items()
                for m in re.finditer(re.escape(f), row["text"])
                if m.start() < s.end - 1 and s.start + 1 < m.end()
            }
            broken.append({i for i in TONE if row["labels"].get(i) == "fail"} if "any" in mine else mine)
            w.append(OTHER_HANDS if name == "hands" else 1.0)
            families.append(str(row.get("family") or row["id"]))
            ids.append(f"{name}:{row['id']}")
    return found, np.array(y), np.array(w), families, ids, broken


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float) -> np.ndarray:
    """Logistic regression with a ridge on all weights but the last (the bias), by Newton's steps."""
    beta = np.zeros(x.shape[1])
    keep = np.full(x.shape[1], ridge)
    keep[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        step = np.linalg.solve(
            (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(keep), x.T @ (w * (y - p)) - keep * beta
        )
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def main(extra: list[str]) -> None:
    found, y, w, families, ids, broken = table(extra)
    names = sorted({k for f in found for k in f if not k.startswith("set_")})
    x = np.array([[f.get(k, 0.0) for k in names] + [1.0] for f in found])
    kinds = sorted(set(families))
    for ridge in (1.0, 3.0, 10.0):
        left_out = np.zeros(len(y))
        for fold in range(10):
            held = {f for n, f in enumerate(kinds) if n % 10 == fold}
            test = np.array([f in held for f in families])
            left_out[test] = 1 / (1 + np.exp(-(x[test] @ fit(x[~test], y[~test], w[~test], ridge))))
        print(f"ridge {ridge}")
        report(left_out, y, ids)
    beta = fit(x, y, w, 3.0)
    print(f"bias = {beta[-1]:.3f}\n[weights]")
    for k, b in zip(names, beta, strict=False):
        print(f"{k} = {b:.3f}")
    kinds = sorted({k for f in found for k in f if k.startswith(("set_", "words_"))} | SHAPES)
    bad = [n for n, items in enumerate(broken) if items]
    z = np.array([[found[n].get(k, 0.0) for k in kinds] + [1.0] for n in bad])
    parted = sorted(set(families))
    fold_of = np.array([parted.index(families[n]) % 10 for n in bad])
    for item in TONE:
        hit = np.array([float(item in broken[n]) for n in bad])
        guessed = np.zeros(len(bad))
        for fold in range(10):
            test = fold_of == fold
            guessed[test] = z[test] @ fit(z[~test], hit[~test], w[bad][~test], 4.0) > 0
        right = [(hit == 1)[guessed == 1].mean(), (guessed == 1)[hit == 1].mean()]
        print(
            f"\n# left out: precision {right[0]:.2f}, recall {right[1]:.2f} of {int(hit.sum())} in {len(bad)}"
        )
        print(f"[directions.{item}]")
        for k, b in zip([*kinds, "bias"], fit(z, hit, w[bad], 4.0), strict=True):
            print(f"{k} = {b:.3f}")


def report(odds: np.ndarray, y: np.ndarray, ids: list[str]) -> None:
    """At some thresholds: flawed letters caught in their two most suspected sentences, clean letters doubted."""
    for which in ("hands", ""):
        letters: dict[str, list[tuple[float, float]]] = {}
        for p, flawed, i in zip(odds, y, ids, strict=True):
            if i.startswith(which):
                letters.setdefault(i, []).append((p, flawed))
        bad = [rows for rows in letters.values() if any(f for _, f in rows)]
        good = [rows for rows in letters.values() if not any(f for _, f in rows)]
        for doubt in (0.1, 0.15, 0.2, 0.3, 0.5):
            caught = sum(any(f and p >= doubt for p, f in sorted(r, reverse=True)[:2]) for r in bad)
            doubted = sum(max(p for p, _ in r) >= doubt for r in good)
            print(
                f"  {which or 'all'} doubt {doubt}: caught {caught / len(bad):.2f}, clean doubted {doubted / len(good):.2f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
