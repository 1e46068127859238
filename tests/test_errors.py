"""The error tree: one sentence each, and nothing that breaks the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.errors import near_matches, shorten


@pytest.mark.parametrize(
    ("error", "also"),
    [
        (fk.DataError, Exception),
        (fk.UnknownName, LookupError),
        (fk.CaseError, ValueError),
        (fk.LetterError, ValueError),
        (fk.JournalError, Exception),
        (fk.CourseError, Exception),
    ],
)
def test_all_are_caught_by_their_root(error: type[Exception], also: type[Exception]) -> None:
    assert issubclass(error, fk.FollowUpError)
    assert issubclass(error, also)


def test_a_data_error_names_file_and_place() -> None:
    error = fk.DataError("own.toml", "steps 1", "is wrong.")
    assert str(error) == "own.toml, steps 1: is wrong."
    assert (error.file, error.place, error.problem) == ("own.toml", "steps 1", "is wrong.")
    assert str(fk.DataError("own.toml", "", "is wrong.")) == "own.toml: is wrong."


@pytest.mark.parametrize(
    ("name", "allowed", "sentence"),
    [
        ("clasic", ["classic", "paced"], "There is no protocol 'clasic'. Did you mean 'classic'?"),
        ("CLASSIC", ["classic", "paced"], "There is no protocol 'CLASSIC'. Did you mean 'classic'?"),
        ("zzz", ["classic", "paced"], "There is no protocol 'zzz'. Choose one of: classic, paced."),
        ("zzz", [f"{n:03d}" for n in range(21)], "There is no protocol 'zzz'. Check the spelling."),
        ("zzz", [], "There is no protocol 'zzz'. Check the spelling."),
        ("", ["classic"], "There is no protocol ''. Choose one of: classic."),
        ("a\nb", ["classic"], "There is no protocol 'a\\nb'. Choose one of: classic."),
    ],
)
def test_an_unknown_name_says_what_to_choose(name: str, allowed: list[str], sentence: str) -> None:
    error = fk.UnknownName("protocol", name, allowed)
    assert str(error) == sentence
    assert error.allowed == tuple(allowed)


@given(st.text(), st.lists(st.text(max_size=10), max_size=5))
def test_any_name_gives_one_short_line(name: str, allowed: list[str]) -> None:
    sentence = str(fk.UnknownName("step", name, allowed))
    assert sentence.startswith("There is no step ")
    assert len(sentence) < 800


def test_a_long_name_is_cut() -> None:
    assert len(str(fk.UnknownName("step", "x" * 10_000, ["call"]))) < 150


@given(st.text(), st.integers(1, 80))
def test_shortened_text_is_never_longer_than_asked(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    assert short == text or (len(text) > most and short.endswith("…"))


def test_near_matches_are_few_and_best_first() -> None:
    assert near_matches("check-in", ["check_in", "call", "checkin", "check_on", "chuck_in"])[0] in (
        "check_in",
        "checkin",
    )
    assert len(near_matches("aaaa", ["aaab", "aaac", "aaad", "aaae"])) == 3
    assert near_matches("call", []) == []
