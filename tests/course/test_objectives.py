"""Every objective has an exercise and a quiz item, and a later lesson asks again."""

from __future__ import annotations

import re

import pytest

from followup_kit.course.objectives import Trace, missing, objectives_table, traces
from followup_kit.course.registry import lesson_ids, lessons, quiz_item

ALL_LESSONS = tuple(f"{n:02}" for n in range(10))


@pytest.mark.parametrize("trace", traces(), ids=lambda t: t.objective)
def test_an_objective_is_practised_asked_and_asked_again(trace):
    # Whether a later lesson comes back to it can be told only where all lessons are there.
    assert missing(trace, later=lesson_ids() == ALL_LESSONS) == []
    assert trace.objective in objectives_table()
    assert re.match(r"[A-Z][a-z]+ ", trace.text), "an objective begins with a verb"


def test_what_is_missing_is_found():
    bare = Trace(objective="04-x", text="Count.", exercises=(), items=(), again=())
    assert missing(bare) == ["an exercise", "a quiz item", "a later lesson that asks again"]


@pytest.mark.parametrize("one", lessons(), ids=lambda one: one.id)
def test_a_lesson_asks_again_about_earlier_lessons_only(one):
    assert all(quiz_item(r).lesson < one.id for r in one.retrieves)
    assert all(o[:2] < one.id for e in one.exercises for o in e.also)
    assert all(o.id.startswith(one.id) for o in one.objectives)
    assert all(i.lesson == one.id for i in one.checks)
    assert all(e.lesson == one.id for e in one.exercises)
