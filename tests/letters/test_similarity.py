"""The same verdicts with rapidfuzz and without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.letters import similarity

WORDS = st.text(alphabet="abcdeéłß'-", max_size=12)


@given(WORDS, WORDS)
def test_plain_python_agrees_with_what_is_used(a: str, b: str) -> None:
    assert similarity.plain_distance(a, b) == similarity.distance(a, b)
    assert similarity.plain_jaro_winkler(a, b) == pytest.approx(similarity.jaro_winkler(a, b))


@given(WORDS, WORDS)
def test_near_is_the_same_both_ways(a: str, b: str) -> None:
    assert similarity.near(a, b) == similarity.near(b, a)


@pytest.mark.parametrize(
    ("a", "b", "apart"), [("sara", "sarah", 1), ("wójtowcz", "wójtowicz", 1), ("ab", "ba", 1), ("", "abc", 3)]
)
def test_distance(a: str, b: str, apart: int) -> None:
    assert similarity.plain_distance(a, b) == apart
