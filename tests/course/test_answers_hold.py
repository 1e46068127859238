"""What the lessons give as right is what the package itself gives: planner, comparison, evidence."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

import followup_kit as fk
from followup_kit import course
from followup_kit.course.exercise_record import judge
from followup_kit.course.lessons.choices05 import EVERY, FIVE


def first_nudge(plan) -> dt.date:
    return next(t.due for t in plan if t.kind == "nudge")


def right(id: str, **given: object) -> bool:
    return judge(course.exercise(id).exercise, given).right


def test_01_shares_and_units_are_those_of_the_cards():
    assert "80 % of US managers but 42 %" in fk.evidence_card(13).finding
    assert "38 % (2012)" in fk.evidence_card(14).finding
    assert "by hand 86 % (US 2017)" in fk.evidence_card(14).finding
    assert "22 % of managers" in fk.evidence_card(11).finding
    assert right("01-two-countries", points=80 - 42, shows="customs")
    assert right("01-units", business=24.2 / 5, plain=23.5 / 7)


def test_01_no_card_on_following_up_itself_is_trusted():
    """The lesson says so in its text."""
    asked = fk.evidence()[fk.evidence()["nearness"] == "asked"]
    assert set(asked["grade"]) == {"weak", "fair"}
    assert set(asked["independence"]) == {0}


def test_05_first_questions_and_their_distance():
    plans = fk.compare(course.practice()).plans
    asked = {name: first_nudge(plan) for name, plan in plans.items()}
    waiting = {asked[name] for name in ("classic", "measured", "showcase")}
    assert len(waiting) == 1
    apart = (waiting.pop() - min(asked.values())).days
    assert right("05-read-conflict", earliest=min(asked.values()), waiting=asked["classic"], apart=apart)
    assert fk.compare(course.practice()).conflict(3).difference == apart


def test_05_who_objects_to_the_weekly_contact():
    objectors = set(fk.opinions(fk.load_protocol("persistent"))["weekly"].objects)
    assert right("05-who-objects", who=sorted(objectors - {"persistent"}), rule="r19")


def test_05_the_pace_of_sales():
    plan = fk.plan(course.practice("daniel"), "paced", calendar="GB", options=fk.Options(pace="assertive"))
    first = next(t for t in plan if t.kind == "nudge")
    assert first.editorial
    assert right("05-field-pace", day=first.due, whose="editorial")


def test_05_open_decisions_under_both_shapes():
    assert right(
        "05-still-open",
        exponential=100 * fk.still_open(14),
        lognormal=100 * fk.still_open(14, shape="lognormal"),
        true="unknown",
    )


@pytest.mark.parametrize(("mine", "other"), list(itertools.product(EVERY, FIVE)))
def test_05_own_choice_is_right_exactly_where_the_two_conflict(mine, other):
    found = {c.id for c in fk.compare(course.practice(), [mine, other]).conflicts} if mine != other else set()
    given = {"protocol": mine, "against": other, "reason": "I chose it because they asked me to write."}
    assert {n for n in range(1, 11) if right("05-own-protocol", conflict=n, **given)} == found


def test_05_conflicts_named_in_the_text_are_found():
    assert {c.id for c in fk.compare(course.practice()).conflicts} == set(range(1, 11))
    one = fk.compare(course.practice(), ["classic", "persistent"]).conflict(1)
    assert {s.protocol: s.value for s in one.sides} == {"classic": 1, "persistent": 3}
