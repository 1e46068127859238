"""A learner's own sentence: what is missing is named, and nothing else is asked of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.course.sentences import gives_a_reason, if_then, names_a_stop


@pytest.mark.parametrize(
    "text",
    [
        "If it is Monday and I have heard nothing, then I will write to Zoë.",
        "When I'm home on Thursday, I'll sit down and write the note.",
        "Once it is 17 March with no word, I’ll phone at ten.",
    ],
)
def test_a_moment_and_an_action_pass(text):
    assert if_then(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "whole sentence"),
        ("If Monday I will.", "whole sentence"),
        ("I will write a short note to them on Monday", "Begin with the moment"),
        ("If it is Monday then somebody should write to them", "yourself"),
    ],
)
def test_what_an_if_then_plan_lacks_is_named(text, said):
    assert said in if_then(text)


def test_a_reason_is_a_sentence_with_because():
    assert gives_a_reason("I follow it because they asked me to.") == ""
    assert "whole sentence" in gives_a_reason("Because.")
    assert "because" in gives_a_reason("It is the one that I like best")


def test_a_stop_is_named():
    assert names_a_stop("If I hear nothing by 6 April, then I will let go.") == ""
    assert "let go" in names_a_stop("If I hear nothing by 6 April, then I will write again.")


@given(st.text(max_size=200))
def test_any_text_gives_a_sentence_or_nothing(text):
    for rule in (if_then, gives_a_reason, names_a_stop):
        said = rule(text)
        assert said == "" or said[0].isupper()
