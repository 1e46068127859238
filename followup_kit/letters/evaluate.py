"""How right the checker is on labelled letters, item by item, group by group, origin by origin."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from followup_kit.errors import LetterError, shorten
from followup_kit.letters.check import check_letter
from followup_kit.letters.checklists import our_checklist
from followup_kit.letters.context import parse_context
from followup_kit.records.letter import Report

__all__ = ["Cell", "compare", "evaluate", "read_lines"]

PASS, FAIL = "pass", "fail"


class Cell(NamedTuple):
    """Counts of one item, group or origin: label × verdict (``pass``, ``fail`` or ``check``)."""

    counts: Mapping[tuple[str, str], int]

    def n(self, label: str, verdict: str) -> int:
        """How often a label met a verdict."""
        return self.counts.get((label, verdict), 0)

    @property
    def total(self) -> int:
        """Labelled pass or fail."""
        return sum(self.counts.values())

    @property
    def decided(self) -> int:
        """Not left to the writer."""
        return sum(v for (_, verdict), v in self.counts.items() if verdict != "check")

    @property
    def right(self) -> int:
        """Decided as labelled."""
        return self.n(PASS, PASS) + self.n(FAIL, FAIL)

    def precision(self, verdict: str) -> float | None:
        """Of those decided so, the share labelled so."""
        said = self.n(PASS, verdict) + self.n(FAIL, verdict)
        return self.n(verdict, verdict) / said if said else None

    def recall(self, label: str) -> float | None:
        """Of those labelled so, the share decided so."""
        there = sum(v for (lab, _), v in self.counts.items() if lab == label)
        return self.n(label, label) / there if there else None

    @property
    def credit(self) -> float | None:
        """Balanced credit: right 1, left to the writer a half, averaged over pass and fail apart."""
        shares = []
        for label in (PASS, FAIL):
            there = sum(v for (lab, _), v in self.counts.items() if lab == label)
            if there:
                shares.append((self.n(label, label) + 0.5 * self.n(label, "check")) / there)
        return sum(shares) / len(shares) if shares else None

    def to_dict(self) -> dict[str, Any]:
        """Plain figures."""
        return {
            "labelled": self.total, "decided": self.decided,
            "coverage": _share(self.decided, self.total), "right": _share(self.right, self.decided),
            "precision_pass": self.precision(PASS), "recall_pass": self.recall(PASS),
            "precision_fail": self.precision(FAIL), "recall_fail": self.recall(FAIL),
            "confusion": {f"{label}->{verdict}": self.n(label, verdict) for label in (PASS, FAIL) for verdict in (PASS, FAIL, "check")},
            "balanced_credit": self.credit,
        }  # fmt: skip


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def read_lines(path: str | Path) -> list[dict[str, Any]]:
    """The objects of a file with one JSON object a line."""
    shown = Path(path).name
    try:
        raw = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise LetterError(f"{shown} cannot be read: check the name, and save it as UTF-8.") from None
    rows = []
    for n, line in enumerate(raw.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):  # numbers of thousands of digits too
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise LetterError(f"{shown}, line {n} is not a JSON object with an id: write one object a line.")
        rows.append(row)
    return rows


def compare(report: Report, labels: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    """Item, label and verdict (``pass``, ``fail``, ``check``) wherever both are given."""
    for finding in report:
        label = labels.get(finding.item)
        label = label.get("label") if isinstance(label, Mapping) else label
        if label not in {PASS, FAIL} or finding.verdict == "not_applicable":
            continue
        verdict = {"met": PASS, "check_yourself": "check"}.get(finding.verdict, FAIL)
        yield finding.item, label, verdict


def evaluate(letters: Sequence[Mapping[str, Any]], labels: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Figures over labelled letters: per item, per group and per origin, and over all.

    ``letters`` hold id, text, kind, context and, if known, origin; ``labels`` hold id and labels.
    A group's balanced credit is the mean over its items.
    """
    by_id = {row["id"]: row.get("labels") for row in labels}
    groups = {item.id: item.group for item in our_checklist().items}
    counts: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
    used = 0
    for row in letters:
        wanted = by_id.get(row["id"])
        if not isinstance(wanted, Mapping):
            continue
        if not isinstance(row.get("text"), str):
            raise LetterError(f"The letter {shorten(str(row['id']))!r} has no text: give it as 'text'.")
        used += 1
        context, _ = parse_context(row.get("context") or {})
        report = check_letter(row["text"], context, kind=str(row.get("kind") or "thank_you"))
        for item, label, verdict in compare(report, wanted):
            for key in (
                ("item", item),
                ("group", groups[item]),
                ("origin", str(row.get("origin") or "all")),
                ("all", "all"),
            ):
                cell = counts.setdefault(key, {})
                cell[label, verdict] = cell.get((label, verdict), 0) + 1
    if not used:
        raise LetterError("No letter has labels: the two files must share their ids.")
    cells = {key: Cell(value) for key, value in counts.items()}
    return {
        "letters": used,
        "items": {
            i: {"group": groups[i], **cells["item", i].to_dict()} for i in groups if ("item", i) in cells
        },
        "groups": {
            g: _mean_credit(g, cells, groups) for g in ("form", "content", "tone") if ("group", g) in cells
        },
        "origins": {o: cells["origin", o].to_dict() for k, o in cells if k == "origin"},
        "all": cells["all", "all"].to_dict() if ("all", "all") in cells else {},
    }


def _mean_credit(
    group: str, cells: Mapping[tuple[str, str], Cell], groups: Mapping[str, str]
) -> dict[str, Any]:
    """A group's figures; its credit is the mean of its items', those with both labels only where there are any."""
    figures = cells["group", group].to_dict()
    credits = [
        cell.credit
        for (key, item), cell in cells.items()
        if key == "item" and groups[item] == group and cell.credit is not None and _both(cell)
    ]
    if credits:
        figures["balanced_credit"] = sum(credits) / len(credits)
    return figures


def _both(cell: Cell) -> bool:
    return cell.recall(PASS) is not None and cell.recall(FAIL) is not None
