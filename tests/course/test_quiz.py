"""The quizzes: two forms of equal weight, each item with one right answer and a reason for every option."""

from __future__ import annotations

import pytest

import followup_kit as fk
from followup_kit.advice.rules import rules
from followup_kit.course.plain import grade
from followup_kit.course.quiz import course_objective, gain, quiz_form, quiz_items
from followup_kit.course.registry import lesson, lesson_ids, lessons, quiz_item
from followup_kit.errors import UnknownName

ITEMS = [*quiz_items(), *(i for one in lessons() for i in one.checks)]
every = pytest.mark.parametrize("item", ITEMS, ids=lambda i: i.id)


def test_both_forms_ask_about_the_same_objectives_in_the_same_order():
    a, b = quiz_form("A"), quiz_form("B")
    assert [i.objective for i in a] == [i.objective for i in b]
    assert len({i.objective for i in a}) == len(a) == 10
    assert [len(i.options) for i in a] == [len(i.options) for i in b]
    assert all(i.id == f"{i.objective}-{i.form.lower()}" for i in (*a, *b))
    with pytest.raises(UnknownName):
        quiz_form("C")


@every
def test_an_item_has_one_right_answer_and_a_reason_for_each(item):
    ids = [o.id for o in item.options]
    assert len(set(ids)) == len(ids) >= 3
    assert item.answer in ids
    assert all(o.why for o in item.options)
    assert item.explanation
    assert bool(item.rules) != bool(item.editorial)
    assert set(item.rules) <= rules().keys()


@every
def test_an_item_reads_plainly(item):
    assert grade(f"{item.scenario} {item.question} {item.explanation}") <= 9


def test_the_objectives_of_the_course_are_those_of_its_lessons():
    for item in quiz_items():
        if item.lesson in lesson_ids():
            assert course_objective(item.objective) in lesson(item.lesson).objectives


def test_the_dates_in_the_quiz_are_the_planner_s():
    for form, day, promised in (("a", "2026-03-02", "2026-03-16"), ("b", "2026-05-06", "2026-05-20")):
        interview = fk.Interview(day=fk.parse_day(day), promised=fk.parse_day(promised))
        due = next(t.due for t in fk.plan(interview, "classic") if t.step == "call")
        item = quiz_item(f"04-date-first-nudge-{form}")
        assert item.answer == f"d{due.day}"
        assert str(due.day) in next(o.text for o in item.options if o.id == item.answer)


def test_gain_is_told_objective_by_objective():
    found = gain({"before": {"03-thank-well-a": False}, "after": {"03-thank-well-b": True}})
    assert [
        (g.objective, g.before, g.after) for g in found if g.before is not None or g.after is not None
    ] == [("03-thank-well", False, True)]


def test_ids_are_unique():
    ids = [i.id for i in ITEMS]
    assert len(set(ids)) == len(ids)
    with pytest.raises(UnknownName):
        quiz_item("04-nothing")
