"""The frame of a class: its columns, and hidden numbers as missing ones."""

from __future__ import annotations

from followup_kit.outputs.classroom import tallies_frame
from followup_kit.records.classroom import Tally


def test_hidden_numbers_are_missing_and_shown_ones_whole():
    frame = tallies_frame(
        [Tally.of("a", "04", "A", reached=8, missed=6), Tally.of("b", "04", "B", reached=2, missed=1)]
    )
    assert list(frame.columns) == ["lesson", "text", "tried", "reached", "missed"]
    assert {str(frame[c].dtype) for c in ("tried", "reached", "missed")} == {"Int64"}
    assert frame.loc["a", ["tried", "reached", "missed"]].tolist() == [14, 8, 6]
    assert frame.loc["b", ["tried", "reached", "missed"]].isna().all()


def test_no_tallies_are_an_empty_frame_with_the_same_columns():
    assert list(tallies_frame([]).columns) == ["lesson", "text", "tried", "reached", "missed"]
    assert len(tallies_frame([])) == 0
