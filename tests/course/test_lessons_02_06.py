"""What lessons 02 and 06 call right is what planner, calls and time zones say."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

import followup_kit as fk
from followup_kit.course.exercise_record import judge
from followup_kit.course.learner.own_case import practice, practice_case
from followup_kit.course.registry import exercise


def answer(id: str, field: str):
    """The solution's value of one field, as the form reads it."""
    one = exercise(id).exercise
    found = next(f for f in one.fields if f.id == field)
    return found.read(one.solution[field], one.year).value


def test_words_become_dates_that_the_planner_counts_from():
    case = practice_case("tomasz")
    assert answer("02-words-to-dates", "first") == case.interview.promised
    call = case.plan("classic")[1]
    assert answer("02-words-to-dates", "ask") == call.due
    later = replace(case.interview, promised=answer("02-words-to-dates", "second"))
    assert later.promised.weekday() == 4
    assert fk.plan(later, "classic", calendar="DE")[1].due > call.due


def test_the_promise_from_los_angeles_ends_on_that_day_in_london():
    over = dt.datetime(2026, 5, 8, 17, tzinfo=ZoneInfo("America/Los_Angeles"))
    there = over.astimezone(ZoneInfo("Europe/London"))
    assert there.date() == answer("02-two-time-zones", "over")
    assert (there.replace(tzinfo=None) - over.replace(tzinfo=None)) == dt.timedelta(hours=8)


def test_the_card_is_that_of_the_practice_case():
    one = practice("tomasz").people[0]
    prompt = exercise("02-from-the-card").exercise.prompt
    assert all(x in prompt for x in (one.name, one.title, one.address, one.email))
    assert answer("02-from-the-card", "name") == one.name


def test_one_question_covers_what_the_exercise_says():
    asked = next(q for q in fk.questions() if q.id == "decision_date")
    options = exercise("02-same-question").exercise.fields[0].options
    ticked = answer("02-same-question", "same")
    for id, text in options.items():
        assert (id in ticked) == any(rule in text for rule in asked.rules)


def test_the_safe_places_are_those_of_the_data():
    assert len(answer("02-recorded-interview", "places")) == len(fk.questions("remote").places)


@pytest.mark.parametrize(
    ("wish", "status", "channel"), [("call", "planned", "email"), ("contact", "cancelled", "phone")]
)
def test_an_employer_that_wants_no_calls(wish, status, channel):
    call = fk.plan(practice("jade"), "classic", events=[f"asked_not_to_{wish}:2026-02-10"])[1]
    assert (call.status, call.channel) == (status, channel)
    assert call.due == answer("06-no-calls", "day")


def test_a_delay_moves_the_question_of_one_protocol_and_ends_that_of_another():
    new = answer("06-they-need-time", "promised")
    events = ["sent:2026-03-02:thank_you", "sent:2026-03-17:call", f"delayed:2026-03-17:{new}"]
    measured = fk.plan(practice(), "measured", events=events)
    assert next(t.due for t in measured if t.status == "planned") == answer("06-they-need-time", "next")
    classic = fk.plan(practice(), "classic", events=events)
    assert [t.status for t in classic] == ["done", "done"]
    assert fk.call_budget("classic", classic).left == 0


def test_what_spends_the_call_is_what_the_branches_send():
    spent = answer("06-one-call", "spends")
    branches = {
        "talked": ("status", "phone", "need_more_time"),
        "message": ("voicemail", "phone", "message_left"),
        "relay": ("status", "relay", "need_more_time"),
        "not_in": ("status", "phone", "not_in"),
        "full": ("voicemail", "phone", "cut_off"),
    }
    assert set(branches) == set(exercise("06-one-call").exercise.fields[0].options)
    for id, (kind, route, branch) in branches.items():
        script = fk.call_script(kind, practice(), route=route)
        taken = fk.take_branch(script, branch, on=dt.date(2026, 3, 17), new_date=dt.date(2026, 3, 18))
        plan = fk.plan(practice(), "classic", events=taken.events)
        assert (fk.call_budget("classic", plan).made == 1) == (id in spent)
    assert fk.call_budget("classic").allowed == answer("06-one-call", "classic")
    assert fk.call_budget("persistent").allowed is None


def test_seconds_and_words_are_those_of_the_scripts():
    script = fk.call_script("status", practice())
    assert answer("06-time-it", "seconds") == 84 * 60 / script.rate
    assert f"**{script.limit} seconds**" in exercise("06-time-it").exercise.prompt
    message = fk.call_script("voicemail", practice())
    assert answer("06-time-it", "words") == message.limit * message.rate // 60


@pytest.mark.parametrize("variant", ["decision", "information"])
def test_the_script_s_own_lines_are_right_answers(variant):
    script = fk.call_script("status", practice(), variant=variant, sender="Amina Yusuf")
    given = {"route": "phone", "words": script.text, "plan": "If it is 17 March, I will phone."}
    assert judge(exercise("06-own-words").exercise, given).right
