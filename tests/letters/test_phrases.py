"""Phrase sets: long patterns written in pieces are one pattern, and can be read."""

from __future__ import annotations

from importlib.resources import files

import pytest

from followup_kit.letters.phrases import find, phrase_sets

FOLDER = files("followup_kit.advice").joinpath("checklists")


@pytest.mark.parametrize("name", ["phrases", "tone"])
def test_no_line_of_patterns_is_too_long_to_read(name: str) -> None:
    lines = FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 1_000
    assert [n for n, line in enumerate(lines, 1) if len(line) > 120] == []


@pytest.mark.parametrize(
    "text",
    ["i demand your final answer by friday", "please do not dawdle", "tell me no later than noon"],
)
def test_a_pattern_in_pieces_matches_across_them(text: str) -> None:
    assert "sure" in [hit.strength for hit in find(text, "pressure")]


def test_pieces_are_never_taken_for_patterns_of_their_own() -> None:
    for sets in phrase_sets().values():
        for patterns in sets.values():
            assert [p.written for p in patterns if p.written.startswith("|")] == []
