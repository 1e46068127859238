"""Fit the letter model again, and say how right it is on letters of hands left out of the fit.

Run by hand: ``python -m tests.letters.fit_model [--write] [--words-only] [LETTERS LABELS]...``. Without
``--write`` it prints the figures of ``followup-kit evaluate`` for each hand with weights, odds and
thresholds fitted without that hand. With ``--write`` it fits on all and writes ``sentences.bin``
and ``judgement.toml``. More labelled letters may be given, two files for each hand. Needs numpy,
scikit-learn and, unless ``--words-only``, the vectors of ``vectors.py``.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from followup_kit.advice.loading import load_data
from followup_kit.letters import judgement as jm
from followup_kit.letters import sentences as sm
from followup_kit.letters.check import check_letter
from followup_kit.letters.checklists import our_checklist
from followup_kit.letters.checks import RULES
from followup_kit.letters.context import parse_context, parse_kind
from followup_kit.letters.draft import parse_draft
from followup_kit.letters.evaluate import evaluate
from followup_kit.letters.look import Look

CORPUS = Path(__file__).parent / "corpus"
DATA = Path(__file__).parents[2] / "followup_kit" / "advice" / "checklists"
ITEMS = {i.check: i for i in our_checklist().items if i.check in jm.HEAD_OF}
TONE = ("pressure", "courteous", "friendly", "gushing", "humour")
ALONE = {"tuned", "held_out", "fresh"}
"""Letters of ours: the phrases were written with them in view, and they are labelled in part."""
ORIGIN = "Words smoothed by vectors of all-MiniLM-L6-v2 (Apache-2.0); see tests/letters/vectors.py."


class Row(NamedTuple):
    """A sentence: how the letter's view shows it, its labels (absent: not known), its hand and letter."""

    view: str
    labels: dict[str, int]
    hand: str
    letter: int
    points: dict[str, float]
    text: str
    kind: str


class Letter(NamedTuple):
    """A labelled letter, parsed; ``sentences`` are numbers of rows."""

    source: dict[str, Any]
    hand: str
    labels: dict[str, str]
    sentences: list[int]
    look: Look


def read(name: str) -> list[dict[str, Any]]:
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def letters(extra: list[str]) -> Iterable[tuple[dict[str, Any], str]]:
    texts = set()
    for name in ("tuned", "held_out", "fresh", "hands"):
        for row in read(name):
            texts.add(row["text"])
            yield row, row["id"][:2] if name == "hands" else name
    for n in range(0, len(extra), 2):
        both = (Path(p).read_text(encoding="utf-8").splitlines() for p in extra[n : n + 2])
        for a, b in zip(*both, strict=True):
            row, given = json.loads(a), json.loads(b)["labels"]
            if row["text"] not in texts:
                row["labels"] = {i: v["label"] for i, v in given.items()}
                row["evidence"] = {i: v["evidence"] for i, v in given.items() if v["evidence"] in row["text"]}
                yield row, Path(extra[n]).name


def labelled(row: dict[str, Any], name: str, check: str, start: int, end: int) -> int | None:
    """Whether a sentence is what makes an item pass (content) or fail (tone); none where it is not known."""
    item = ITEMS[check].id
    label = row["labels"].get(item)
    evidence = (row.get("evidence") or {}).get(item) or (row.get("flaws") or {}).get(item)
    if label == "fail" and check in TONE and not evidence:
        evidence = row.get("flaw")
    hit = bool(evidence) and any(
        m.start() < end - 1 and start + 1 < m.end() for m in re.finditer(re.escape(evidence), row["text"])
    )
    if check in TONE:
        if label == "pass":
            return 0
        if label == "fail" and evidence:
            return int(hit)
        return None
    if label == "fail":
        return 0
    return 1 if label == "pass" and hit else None


def gather(extra: list[str]) -> tuple[list[Row], list[Letter]]:
    rows: list[Row] = []
    found: list[Letter] = []
    for row, name in letters(extra):
        look = Look(parse_draft(row["text"]), parse_context(row["context"])[0], parse_kind(row["kind"]))
        hand = "own" if name in ALONE else name
        mine = []
        for s, points in zip(look.draft.sentences, jm.phrase_points(look), strict=True):
            y = {jm.HEAD_OF[c]: labelled(row, name, c, s.start, s.end) for c in ITEMS}
            known = {h: v for h, v in y.items() if v is not None}
            flaws = [known.get(jm.HEAD_OF[c]) for c in TONE]
            if name in ALONE and 1 in flaws:
                # A planted flaw is labelled on one item there; whether it breaks these too is not known.
                known = {h: v for h, v in known.items() if v or h not in {"rude", "cold"}}
            if 1 in flaws or None not in flaws or name in ALONE:
                known["any"] = int(1 in flaws)
            mine.append(len(rows))
            rows.append(Row(look.view[s.start : s.end], known, hand, len(found), points, "", look.kind))
        if mine:
            found.append(Letter(row, hand, row["labels"], mine, look))
    context = parse_context({"interviewer_name": "Ms Okoro"})[0]
    for one in read("sentences"):
        look = Look(
            parse_draft(f"Dear Ms Okoro,\n\n{one['t']}\n\nKind regards,\nAlex Poe"),
            context,
            parse_kind(one["k"]),
        )
        if not look.draft.sentences:
            continue
        y = {h: int(h in one["y"]) for h in sm.HEADS if h + "?" not in one["y"]}
        kinds = [y.get(h) for h in jm.FLAWS[1:]]
        del y["any"]
        if 1 in kinds or None not in kinds:
            y["any"] = int(1 in kinds)
        view = look.view[look.draft.sentences[0].start : look.draft.sentences[-1].end]
        points: dict[str, float] = {}
        for part in jm.phrase_points(look):
            for k, v in part.items():
                points[k] = max(points.get(k, 0.0), v)
        rows.append(Row(view, y, "sentences " + one["hand"], -1, points, one["t"], look.kind))
    return rows, found


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


class Cut(NamedTuple):
    doubt: float
    sure: float


ACCUSED, DOUBTED, ASKED = 0.008, 0.12, 0.33
"""Of clean letters, the share that one tone item may accuse and may leave to check; of all, the latter."""


CAREFUL = 0.3
"""Added to the log-odds from which tone is named: a hand that the fit has never seen is accused more easily."""


def thresholds(odds: np.ndarray, y: np.ndarray, cases: list[Case], tone: bool) -> Cut:
    """The odds to show and to name: most balanced credit with few wrong verdicts and few clean letters doubted."""
    w = np.array([c.weight for c in cases])
    clean = np.array([float(c.clean and c.weight > MADE) for c in cases])
    bad, good = w * (y == 1), w * (y == 0)
    grid = np.append(np.unique(np.quantile(odds, np.linspace(0, 1, 150))), 9.0)
    above = odds[None, :] >= grid[:, None]

    def share(of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What of a group is named at each `sure` (rows), and shown at each `doubt` (columns) below it."""
        reached = above @ (of / of.sum())
        return reached[:, None] + 0 * reached[None, :], reached[None, :] - reached[:, None]

    named, asked = share(bad)
    named_good, asked_good = share(good)
    named_clean, asked_clean = share(clean) if tone else (named_good, asked_good)
    asked_all = share(w)[1]
    credit = (named + 0.5 * asked + 1 - named_good - 0.5 * asked_good) / 2
    wrong = ((1 - named - asked) * bad.sum() + named_good * good.sum()) / w.sum()
    said = named * bad.sum() + named_good * good.sum()
    precise = (named * bad.sum() + 1e-9) / (said + np.where(said > 0, 0.5, 1e-9))
    allowed = (asked >= -1e-12) & (asked_all <= ASKED) & (precise >= (0.75 if tone else 0.9))
    if tone:
        allowed &= (named_clean <= ACCUSED) & (asked_clean <= DOUBTED)
    value = np.where(allowed, credit - 0.5 * wrong, -9.0)
    sure, doubt = np.unravel_index(int(value.argmax()), value.shape)
    return Cut(float(grid[doubt]), float(grid[sure]) + (CAREFUL if tone else 0.0))


class Case(NamedTuple):
    """A letter as the second fit sees it: features, labels by check (1 fails, 0 passes), fold and weight."""

    features: dict[str, float]
    labels: dict[str, int]
    rules: dict[str, str]
    fold: int
    weight: float
    clean: bool
    real: bool


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
                all(f.labels.get(ITEMS[c].id, "pass") == "pass" for c in TONE), f.hand != "own",
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


def fit_letters(
    odds: np.ndarray,
    phrases: dict[str, dict[str, float]],
    rows: list[Row],
    found: list[Letter],
    use: np.ndarray,
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
        cut = thresholds(guessed, y, mine, tone)
        model = LogisticRegression(C=0.05).fit(x, y, weight)
        beta = model.coef_[0] / spread
        out[check] = {
            "bias": round(float(model.intercept_[0] - (beta * mean).sum()), 4),
            "doubt": round(cut.doubt, 3), "sure": round(cut.sure, 3),
            "weights": {k: round(float(b), 4) for k, b in zip(names, beta, strict=True)},
        }  # fmt: skip
    return out


def _rule(look: Look, check: str) -> str:
    return look.once("rule " + check, lambda: RULES[check](look, ITEMS[check]).verdict)


def _family(letter: Letter) -> int:
    name = str(letter.source.get("family") or letter.source["id"])
    return sum(ord(c) * (n + 1) for n, c in enumerate(letter.hand + name))


def fit(table: Table, rows: list[Row], found: list[Letter], use: np.ndarray) -> tuple[bytes, dict[str, Any]]:
    """Both files, from the rows in use and the letters that they belong to."""
    odds = left_out(table, rows, use)
    phrases = fit_phrases(odds, rows, use)
    items = fit_letters(odds, phrases, rows, [f for f in found if use[f.sentences[0]]], use)
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
        "# from `doubt` on the passage is shown, from `sure` on it is named (a breach, or missing).",
    ]
    for head, weights in data["phrases"].items():
        lines += ["", f"[phrases.{head}]", *(f"{k} = {v}" for k, v in weights.items())]
    for check, item in data["items"].items():
        lines += ["", f"[items.{check}]", *(f"{k} = {item[k]}" for k in ("bias", "doubt", "sure"))]
        lines += [f"[items.{check}.weights]", *(f"{k} = {v}" for k, v in item["weights"].items())]
    return "\n".join(lines) + "\n"


def shown(data: dict[str, Any]) -> Any:
    import msgspec

    return msgspec.convert(data, jm._File)


def judged(binary: bytes, data: dict[str, Any], mine: Sequence[Letter]) -> dict[str, Any]:
    """``followup-kit evaluate`` on some letters with these weights, and the figures of tone."""
    model, judge = sm.unpack(binary), shown(data)
    with patch.object(sm, "model", lambda: model), patch.object(jm, "judgement", lambda: judge):
        figures = evaluate(
            [f.source for f in mine], [{"id": f.source["id"], "labels": f.labels} for f in mine]
        )
        figures["tone"] = tone_figures(mine)
    return figures


def tone_figures(mine: Sequence[Letter]) -> dict[str, float]:
    """Flawed letters shown, clean letters accused, tone items of clean letters left to check."""
    flawed = caught = clean = accused = left = 0
    ids = [ITEMS[c].id for c in TONE]
    for f in mine:
        row = f.source
        report = check_letter(row["text"], row["context"], kind=row["kind"])
        if any(f.labels.get(i) == "fail" for i in ids):
            flawed += 1
            quotes = [(row.get("evidence") or {}).get(i, "") for i in ids if f.labels.get(i) == "fail"]
            places = [m.span() for q in quotes if q for m in re.finditer(re.escape(q), row["text"])]
            caught += any(report[i].verdict == "breach" for i in ids) or any(
                a < d and c < b
                for i in ids
                if report[i].verdict == "check_yourself"
                for a, b in report[i].spans
                for c, d in places
            )
        elif all(f.labels.get(i, "pass") == "pass" for i in ids):
            clean += 1
            accused += any(report[i].verdict == "breach" for i in ids)
            left += sum(report[i].verdict == "check_yourself" for i in ids)
    return {
        "flawed shown": caught / max(flawed, 1),
        "clean accused": accused / max(clean, 1),
        "clean items left": left / max(5 * clean, 1),
    }


def report(name: str, figures: dict[str, Any]) -> None:
    print(f"\n{name}: {figures['letters']} letters")
    for item, f in figures["items"].items():
        if any(i.id == item for i in ITEMS.values()):
            c = f["confusion"]
            print(
                f"  {item:26s} credit {f['balanced_credit']:.2f} cover {f['coverage']:.2f} right {f['right'] or 0:.2f} "
                f"P fail {f['precision_fail'] if f['precision_fail'] is not None else -1:.2f}  pass: {c['pass->pass']}/{c['pass->fail']}/{c['pass->check']}"
                f"  fail: {c['fail->pass']}/{c['fail->fail']}/{c['fail->check']}"
            )
    for group, f in figures["groups"].items():
        print(f"  {group:8s} credit {f['balanced_credit']:.3f}")
    print(f"  all: right {figures['all']['right']:.3f} cover {figures['all']['coverage']:.3f}")
    print("  " + ", ".join(f"{k} {v:.2f}" for k, v in figures["tone"].items()), flush=True)


def main(arguments: list[str]) -> None:
    extra = [a for a in arguments if not a.startswith("--")]
    load_data("checklists/letter.toml", type(our_checklist()))
    rows, found = gather(extra)
    table = Table(rows, "--words-only" in arguments)
    hands = np.array([r.hand for r in rows])
    if "--write" in arguments:
        binary, data = fit(table, rows, found, np.ones(len(rows), dtype=bool))
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
