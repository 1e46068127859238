"""The questions that learners ask: plain answers, each with what it rests on."""

from __future__ import annotations

import pytest

from followup_kit.advice.rules import rules
from followup_kit.course.faq import Answer, Faq, answers, faq
from followup_kit.course.plain import grade


@pytest.mark.parametrize("answer", answers(), ids=lambda a: a.ask)
def test_an_answer_is_plain_and_says_what_it_rests_on(answer):
    assert answer.ask.endswith(("?", "."))
    assert grade(answer.answer) <= 8
    assert answer.rules or answer.cards or answer.editorial
    assert set(answer.rules) <= rules().keys()
    assert answer.lesson in {f"{n:02}" for n in range(10)}


def test_the_questions_of_one_lesson():
    assert {a.lesson for a in faq("03").answers} == {"03"}
    assert len(faq().answers) == len(answers()) > len(faq("03").answers)


def test_each_question_opens_on_its_answer():
    shown = faq().as_html()
    assert shown.count("<details") == shown.count("<summary") == len(answers())
    assert answers()[0].answer in faq().as_text()


def test_what_is_shown_is_escaped():
    shown = Faq(answers=(Answer(ask="<b>?", answer="<i>", lesson="00", editorial="<u>"),))
    assert not {"<b>", "<i>", "<u>"} & set(shown.as_html().replace(">", "> ").split())
