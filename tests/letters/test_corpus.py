"""Letters of our own, in many registers: what was planted is found, what is harmless is left alone.

``held_out`` and ``fresh`` were written apart from the phrases; ``tuned`` was used to write them.
``hands`` came from another hand that knew no phrase, and was then used to widen them: what holds
for it is no promise for letters never seen. ``unseen`` came last, and no weight was fitted with it:
keep it out of every fit, or write a new one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from followup_kit.letters.check import check_letter
from followup_kit.records.letter import Report

TONE = ("friendly_tone", "courteous_professional", "no_gushing", "no_humor_or_nicknames", "no_pressure")


def letters(name: str) -> list[tuple[dict[str, Any], Report]]:
    lines = (Path(__file__).parent / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [(r, check_letter(r["text"], r["context"], kind=r["kind"])) for r in rows]


def caught(row: dict[str, Any], report: Report) -> bool:
    flaws = list(row["flaws"].values()) if "flaws" in row else [row["flaw"]]
    places = [(row["text"].index(flaw), row["text"].index(flaw) + len(flaw)) for flaw in flaws]
    return any(
        report[i].verdict == "breach"
        or any(a < end and start < b for a, b in report[i].spans for start, end in places)
        for i in TONE
        if report[i].verdict in {"breach", "check_yourself"}
    )


@pytest.mark.parametrize("name", ["tuned", "held_out", "fresh", "hands", "unseen"])
def test_planted_flaws_are_found_and_clean_letters_left_alone(name: str) -> None:
    rows = letters(name)
    flawed = [(r, p) for r, p in rows if r["origin"] == "flawed"]
    clean = [(r, p) for r, p in rows if r["origin"] not in {"flawed", "unclear"}]
    missed = [r["id"] for r, p in flawed if not caught(r, p)]
    accused = [r["id"] for r, p in clean if any(p[i].verdict == "breach" for i in TONE)]
    doubted = sum(p[i].verdict == "check_yourself" for _, p in clean for i in TONE)
    assert len(missed) <= 0.2 * len(flawed), missed
    assert len(accused) <= 0.05 * len(clean), accused
    assert doubted <= 0.15 * len(clean) * len(TONE)


@pytest.mark.parametrize("name", ["tuned", "held_out", "fresh", "hands", "unseen"])
def test_false_alarms_are_few(name: str) -> None:
    rows = letters(name)
    alarms = [
        (r["id"], f.item)
        for r, p in rows
        for f in p
        if f.weight != "optional" and f.verdict in {"breach", "missing"} and r["labels"].get(f.item) == "pass"
    ]
    assert len(alarms) <= 0.3 * len(rows), alarms


def test_letters_by_non_native_writers_break_no_tone() -> None:
    rows = [(r, p) for name in ("tuned", "held_out") for r, p in letters(name) if r["origin"] == "non_native"]
    assert len(rows) >= 15
    assert [r["id"] for r, p in rows if any(p[i].verdict == "breach" for i in TONE)] == []
