"""The table of what carries out each rule: complete, and as fresh as the data."""

from __future__ import annotations

from pathlib import Path

import followup_kit as fk
from followup_kit.comparison.score import scoring
from followup_kit.comparison.trace import carriers, trace_table, write_trace


def test_the_table_is_up_to_date(root: Path) -> None:
    """Where this fails: python -m followup_kit.comparison.trace"""
    assert (root / "followup_kit/advice/TRACE.md").read_text("utf-8") == trace_table()


def test_every_rule_has_a_row_and_a_carrier() -> None:
    rows = {
        line.split(" | ")[0].removeprefix("| "): line
        for line in trace_table().splitlines()
        if line.startswith("| 0")
    }
    assert list(rows) == list(fk.rules())
    for id in fk.rules():
        assert carriers()[id] or scoring()[id].checks or scoring()[id].see


def test_steps_and_stances_are_found() -> None:
    assert carriers()["004.23"][0] == "persistent.silence"
    assert carriers()["000.02"][0] == "shared.confirmation_call"
    assert "measured.long_wait" in carriers()["001.25"]


def test_it_writes_plain_text(tmp_path: Path) -> None:
    write_trace(tmp_path / "trace.md")
    assert (tmp_path / "trace.md").read_bytes().decode("utf-8") == trace_table()
