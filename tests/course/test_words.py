"""The glossary explains the words of the course in plain language."""

from __future__ import annotations

import pytest

from followup_kit.course.plain import grade
from followup_kit.course.words import glossary, words
from followup_kit.errors import UnknownName

WORDS_OF_THE_COURSE = {
    "step", "touchpoint", "reading", "roll", "working day", "promised date", "last contact", "let go",
    "finding", "verdict", "span", "exercise", "hint", "solution", "reset", "journal", "event",
}  # fmt: skip


def test_every_word_of_the_course_is_explained():
    assert words().keys() >= WORDS_OF_THE_COURSE


@pytest.mark.parametrize("word", words().values(), ids=lambda w: w.word)
def test_a_word_is_explained_plainly(word):
    assert grade(word.plain) <= 9
    assert word.plain.endswith(".")
    assert word.lesson in {f"{n:02}" for n in range(10)}


def test_it_is_shown_as_a_list_of_terms_with_links():
    shown = glossary("roll", "working day").as_html()
    assert shown.count("<dt>") == shown.count("<dd>") == 2
    assert 'href="04-plan-the-follow-up.ipynb"' in shown
    with pytest.raises(UnknownName, match="working day"):
        glossary("workingday")
