"""``followup-kit evaluate`` with weights that are not the package's own, and the figures of tone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from unittest.mock import patch

import msgspec

from followup_kit.letters import judgement as jm
from followup_kit.letters import sentences as sm
from followup_kit.letters.check import check_letter
from followup_kit.letters.evaluate import evaluate
from tests.letters.labelled import ITEMS, TONE, Letter


def as_judge(data: dict[str, Any]) -> Any:
    return msgspec.convert(data, jm._File)


def judged(binary: bytes, data: dict[str, Any], mine: Sequence[Letter]) -> dict[str, Any]:
    """``followup-kit evaluate`` on some letters with these weights, and the figures of tone."""
    model, judge = sm.unpack(binary), as_judge(data)
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
