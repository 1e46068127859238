"""Every objective has an exercise and a quiz item, and a later lesson asks again."""

from __future__ import annotations

import json
import re

import pytest

from followup_kit.course.objectives import Trace, missing, objectives_table, traces
from followup_kit.course.registry import lesson_ids, lessons, quiz_item
from tests.notebooks.running import NOTEBOOKS

ALL_LESSONS = tuple(f"{n:02}" for n in range(10))


@pytest.mark.parametrize("trace", traces(), ids=lambda t: t.objective)
def test_an_objective_is_practised_asked_and_asked_again(trace):
    # Whether a later lesson comes back to it can be told only where all lessons are there.
    assert missing(trace, later=lesson_ids() == ALL_LESSONS) == []
    assert trace.objective in str(objectives_table())
    assert re.match(r"[A-Z][a-z]+ ", trace.text), "an objective begins with a verb"


def test_the_table_is_shown_in_the_guide_as_it_is_now():
    guide = json.loads((NOTEBOOKS / "facilitator" / "guide.ipynb").read_text(encoding="utf-8"))
    (cell,) = [c for c in guide["cells"] if "objectives_table()" in "".join(c["source"])]
    data = cell["outputs"][0]["data"]
    assert "".join(data["text/plain"]) == objectives_table().as_text()
    page = objectives_table().as_html()
    assert "".join(data["text/html"]) == page
    assert page.count('<th scope="row">') == len(traces()) > 30
    assert "<caption>" in page


def test_what_is_missing_is_found():
    bare = Trace(objective="04-x", text="Count.", exercises=(), items=(), again=())
    assert missing(bare) == ["an exercise", "a quiz item", "a later lesson that asks again"]


@pytest.mark.parametrize("one", lessons(), ids=lambda one: one.id)
def test_a_lesson_asks_again_about_earlier_lessons_only(one):
    assert all(quiz_item(r).lesson < one.id for r in one.retrieves)
    # The quiz of the course is asked before and after it; in between it would teach its own answers.
    assert [r for r in one.retrieves if quiz_item(r).form] == []
    assert len(set(one.retrieves)) == len(one.retrieves) == (0 if one.id == "00" else 2)
    assert all(o[:2] < one.id for e in one.exercises for o in e.also)
    assert all(o.id.startswith(one.id) for o in one.objectives)
    assert all(i.lesson == one.id for i in one.checks)
    assert all(e.lesson == one.id for e in one.exercises)
