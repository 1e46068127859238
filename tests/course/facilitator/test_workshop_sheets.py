"""What a facilitator reads out: in words, escaped, and whole."""

from __future__ import annotations

import pytest

from followup_kit import course
from followup_kit.course.facilitator.workshop import workshop_path
from followup_kit.course.facilitator.workshop_sheets import Block, Sheet
from followup_kit.course.registry import exercises
from followup_kit.errors import UnknownName


def test_the_expected_answers_are_in_the_words_of_the_form():
    text = str(course.expected_answers())
    for cell in workshop_path().cells:
        if cell.exercise:
            one = course.exercise(cell.exercise).exercise
            assert f"{one.title} (lesson {cell.lesson})" in text
            for field in one.fields:
                chosen = one.solution[field.id]
                for option in chosen if isinstance(chosen, list) else [chosen]:
                    assert field.options.get(option, str(option)).strip() in text
    assert "['" not in text


@pytest.mark.parametrize("one", exercises(), ids=lambda e: e.id)
def test_every_exercise_has_its_answers_in_words(one):
    text = str(course.expected_answers([one.id]))
    assert all(field.label in text for field in one.fields)
    assert "`" not in text
    assert "**" not in text


def test_what_stands_in_a_letter_is_escaped_and_an_unknown_exercise_is_said():
    page = Sheet(blocks=(Block(title="<i>", letter="<b> & co", points=("<u>",)),)).as_html()
    assert not {"<i>", "<b>", "<u>"} & {page[n : n + 3] for n in range(len(page))}
    assert "&lt;b&gt; &amp; co" in page
    with pytest.raises(UnknownName, match="04-nothing"):
        course.expected_answers(["04-nothing"])


def test_the_questions_the_card_and_the_letter_are_those_of_the_path():
    assert str(course.workshop_questions()).count("  - ") == 6
    assert str(course.observer_sheet()).count("☐") == len(workshop_path().observer.points)
    assert workshop_path().letter.text.strip() in str(course.practice_letter())
