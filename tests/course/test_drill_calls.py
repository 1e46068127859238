"""The drill of calls: made from the advice's own data."""

from __future__ import annotations

import random

import pytest

from followup_kit.advice.calls import call_items
from followup_kit.course.drills import drill_kinds
from followup_kit.course.drills.calls import EVENTS
from followup_kit.course.exercise_record import judge

MAKE = drill_kinds()["calls"].make


@pytest.mark.parametrize("seed", range(30))
def test_only_the_enquiry_is_right_on_the_first_level(seed: int) -> None:
    case = MAKE(random.Random(seed), 1)
    (field,) = case.fields
    right = field.options[case.solution["answer"]]
    item = next(i for i in call_items() if i.rules == case.rules)
    assert right in item.hit
    assert {t for t in field.options.values() if t != right} <= set(item.miss)


@pytest.mark.parametrize("level", [2, 3])
@pytest.mark.parametrize("seed", range(30))
def test_a_wrong_choice_says_why(level: int, seed: int) -> None:
    case = MAKE(random.Random(seed), level)
    (field,) = case.fields
    assert len(set(field.options.values())) == 4
    for key in field.options:
        outcome = judge(case, {"answer": key})
        assert outcome.right == (key == case.solution["answer"])
        assert outcome.right or outcome.parts[0].why
    assert level == 2 or set(field.options.values()) <= set(EVENTS.values())
