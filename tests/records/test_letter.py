"""The records of a letter: order of a report and its plain values."""

from __future__ import annotations

import pytest

from followup_kit.errors import UnknownName
from followup_kit.records.letter import Finding, Report


def finding(item: str, verdict: str, weight: str = "must") -> Finding:
    return Finding(
        item=item, group="form", weight=weight, verdict=verdict, message="m", spans=((0, 2),), quotes=("ab",)
    )  # type: ignore[arg-type]


REPORT = Report(
    kind="thank_you",
    word_count=3,
    findings=(
        finding("a", "met"),
        finding("b", "missing", "optional"),
        finding("c", "check_yourself"),
        finding("d", "breach"),
        finding("e", "missing"),
        finding("f", "not_applicable"),
    ),
)


def test_the_order_is_fix_add_judge_met_rest() -> None:
    assert [f.item for f in REPORT.ordered()] == ["d", "e", "b", "c", "a", "f"]


def test_an_item_is_found_by_its_id() -> None:
    assert REPORT["d"].verdict == "breach"
    assert len(REPORT) == 6
    with pytest.raises(UnknownName):
        REPORT["z"]


def test_plain_values_have_the_keys_of_the_command_line() -> None:
    plain = REPORT.to_dict()
    assert list(plain) == ["kind", "word_count", "findings"]
    assert list(plain["findings"][0]) == [
        "item",
        "group",
        "weight",
        "verdict",
        "spans",
        "quote",
        "message",
        "suggestion",
        "rules",
    ]
    assert plain["findings"][0]["spans"] == [[0, 2]]
