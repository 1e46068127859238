"""What the lessons give as right is what the package itself gives: planner, comparison, evidence."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

import followup_kit as fk
from followup_kit import course
from followup_kit.course.exercise_record import judge
from followup_kit.course.lessons.choosing_advice import EVERY, FIVE


def first_nudge(plan) -> dt.date:
    return next(t.due for t in plan if t.kind == "nudge")


def right(id: str, **given: object) -> bool:
    return judge(course.exercise(id).exercise, given).right


def test_01_shares_and_units_are_those_of_the_cards():
    assert "80 % of US managers but 42 %" in fk.evidence_card(13).finding
    first, second, _ = fk.evidence_card(14).finding.split(";")
    assert "e-mail 87 %" in first
    assert "by hand 38 %" in first
    assert "(2012)" in first
    assert "e-mail 94 %, by hand 86 % (US 2017)" in second
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


AMINA = "sent:2026-03-02:thank_you"


def planned(who: str, protocol: str, *events: str, **more: object):
    case = course.practice_case(who)
    return fk.plan(case.interview, protocol, calendar=case.country, events=events, **more)


def the(plan, step: str, occurrence: int = 1):
    return next(t for t in plan if t.key == (step, occurrence))


def test_07_a_delay_with_and_without_a_date():
    moved = the(planned("amina", "measured", AMINA, "delayed:2026-03-12:2026-03-20"), "after_delay")
    assert right("07-new-date", day=moved.due, tells="later")
    window = the(planned("amina", "measured", AMINA, "delayed:2026-03-12"), "after_delay")
    assert right("07-no-new-date", first=window.due, last=window.latest, ask="date")
    assert "literal" in window.readings[0].label


def test_07_an_answer_restarts_paced_and_leaves_persistent():
    plan = planned("amina", "paced", AMINA, "sent:2026-03-09:check_in", "replied:2026-03-12")
    assert right("07-an-answer", day=the(plan, "check_in", 2).due, persistent="nothing")
    without = planned("amina", "persistent", AMINA)
    assert [t.due for t in planned("amina", "persistent", AMINA, "replied:2026-03-12")] == [
        t.due for t in without
    ]


def test_07_a_further_interview_has_its_own_plan():
    old = the(planned("amina", "measured", AMINA, "next_round:2026-03-12"), "check_in")
    assert (old.status, old.due) == ("cancelled", dt.date(2026, 3, 17))
    second = fk.plan(fk.Interview(day=dt.date(2026, 3, 19), promised=dt.date(2026, 3, 27)), "measured")
    assert right(
        "07-next-round", old="cancelled", thanks=the(second, "thank_you").due, ask=the(second, "check_in").due
    )


def test_07_wishes_of_an_employer():
    call = the(planned("amina", "classic", "asked_not_to_call:2026-03-10"), "call")
    assert right("07-no-calls", becomes=call.channel, day=call.due, once="no")
    wish = "asked_not_to_contact:2026-05-20"
    plan = planned("tomasz", "paced", wish)
    assert {t.status for t in plan if t.kind == "nudge" and t.due >= dt.date(2026, 5, 20)} == {"cancelled"}
    assert the(plan, "thank_you").status == "planned"
    asked = the(planned("rosa", "showcase", options=fk.Options(written_only=True)), "call")
    assert right("07-agency", whom=asked.to, day=asked.due, how=asked.channel, why="no")


def test_07_letting_go_and_taking_up_again():
    asked = ("sent:2026-05-06:thank_you", "sent:2026-05-18:check_in")
    let_go = the(planned("tomasz", "paced", *asked), "let_go").due
    reopened = planned("tomasz", "paced", *asked, "reopened:2026-06-22", horizon_weeks=10)
    again = next(t.due for t in reopened if t.kind == "nudge" and t.due > dt.date(2026, 6, 22))
    assert right("07-let-go", day=let_go, again=again, means="stop")


def test_07_silence_is_as_common_as_the_cards_say():
    assert fk.evidence_card(20).finding.startswith("33 %")
    assert all(share in fk.evidence_card(19).finding for share in ("75 %", "57 %", "61 %"))


def test_08_an_offer_ends_the_asking_and_is_answered_on_the_next_working_day():
    plan = planned("amina", "classic", AMINA, "offer:2026-03-06")
    question = the(plan, "call")
    assert (question.due, question.status) == (dt.date(2026, 3, 17), "cancelled")
    assert right("08-offer-day", day=the(plan, "confirmation_call").due, question=question.status)
