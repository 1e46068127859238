"""The labelled letters and sentences that the letter model is fitted on, as rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from followup_kit.letters import judgement as jm
from followup_kit.letters import sentences as sm
from followup_kit.letters.checklists import our_checklist
from followup_kit.letters.context import parse_context, parse_kind
from followup_kit.letters.draft import parse_draft
from followup_kit.letters.look import Look

CORPUS = Path(__file__).parent / "corpus"
ITEMS = {i.check: i for i in our_checklist().items if i.check in jm.HEAD_OF}
TONE = ("pressure", "courteous", "friendly", "gushing", "humour")
ALONE = {"tuned", "held_out", "fresh"}
"""Letters of ours: the phrases were written with them in view, and they are labelled in part."""


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
