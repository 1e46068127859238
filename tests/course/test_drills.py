"""Drills: cases without end, answers from the planner, a level that follows the learner."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.course import opening
from followup_kit.course.drills import drill, drill_kinds
from followup_kit.course.drills.names import names, near_misses
from followup_kit.course.exercise_record import judge
from followup_kit.course.learner import session
from followup_kit.errors import UnknownName
from followup_kit.workdays import working_days

KINDS = sorted(drill_kinds())


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), data=st.data())
def test_a_case_accepts_its_own_answer_and_no_other(kind, seed, data):
    made = drill_kinds()[kind]
    level = data.draw(st.integers(1, made.levels))
    case = made.make(random.Random(seed), level)
    assert judge(case, case.solution).status == "right"
    assert judge(case, {}).status == "not_attempted"
    assert case == made.make(random.Random(seed), level)
    assert case.rules
    (field,) = case.fields
    if field.kind == "day":
        right = field.read(case.solution["day"], case.year).value
        for off in (-7, -1, 1, 7):
            outcome = judge(case, {"day": right + dt.timedelta(days=off)})
            assert outcome.status == "not_yet"
            assert outcome.parts[0].why
    elif field.kind == "choice":
        assert len(set(field.options.values())) == len(field.options) >= 3
        assert [o for o in field.options if not field.right(o)] == [case.solution[field.id]]


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_levels_of_dates_mean_what_they_say(seed):
    make = drill_kinds()["dates"].make
    day = {n: make(random.Random(seed), n) for n in (1, 3, 4)}
    us = working_days("US")
    assert "rolls" in day[1].prompt
    assert "rolls" not in day[3].prompt
    for case in day.values():
        due = case.fields[0].read(case.solution["day"], case.year).value
        assert due.weekday() < 5
    assert us.is_working(day[3].fields[0].read(day[3].solution["day"], 2026).value)
    assert "is a public holiday there" in day[4].prompt


def test_the_level_rises_and_falls():
    run = drill("dates", seed=7)
    for _ in range(2):
        run.check(**run.question.exercise.solution)
        run.next()
    assert run.level == 2
    run.check(day="1 January 2026")
    assert run.level == 1
    run.check(**run.question.exercise.solution)
    assert (run.asked, run.solved) == (3, 2), "only the first answer to a case counts"


def test_a_looked_up_answer_is_not_counted_as_right(course_folder):
    opening.start()
    run = drill("names", seed=1)
    run.solution()
    run.check(**run.question.exercise.solution)
    assert (run.asked, run.solved, run.level) == (1, 0, 1)
    assert session.progress_file().progress.drills["names"].asked == 1
    assert session.progress_file().progress.exercises == {}


def test_the_same_seed_gives_the_same_cases():
    one, two = drill("dates", seed=3), drill("dates", seed=3)
    assert [one.next().exercise for _ in range(5)] == [two.next().exercise for _ in range(5)]
    with pytest.raises(UnknownName, match="Did you mean 'dates'"):
        drill("date")


@pytest.mark.parametrize("name", names())
def test_near_misses_are_near_and_miss(name):
    found = near_misses(name)
    assert len(found) >= 3
    assert name not in [text for text, _ in found]
    assert len({text for text, _ in found}) == len(found)
    assert all(why.endswith(".") for _, why in found)
