"""What is snoozed or reopened, and what no longer stands (8 and 9 of the readings)."""

from __future__ import annotations

import pytest

import followup_kit as fk
from tests.planner.cases import day, dues, make, of, row, rows, statuses

# -- 8. snoozed and reopened -----------------------------------------------------------------------


def test_a_snooze_sets_the_due_date() -> None:
    plan = make("measured", promised="2026-03-16", events=["snoozed:2026-03-17:check_in:2026-03-20"])
    assert row(of(plan, "check_in")) == "2026-03-20..2026-03-20 check_in email"
    assert dues(plan, "long_wait") == ["04-10"]  # what counts from it moves with it


def test_a_snooze_moves_one_occurrence_of_a_grid_and_the_rest_of_a_chain() -> None:
    grid = make("persistent", events=["snoozed:2026-03-16:weekly:2026-03-18"], weeks=4)
    assert dues(grid, "weekly") == ["03-18", "03-23", "03-30"]
    chain = make("paced", events=["snoozed:2026-03-09:check_in:2026-03-12"])
    assert dues(chain, "check_in")[:2] == ["03-12", "03-19"]
    assert dues(chain, "let_go") == ["04-09"]


def test_a_snooze_of_what_is_not_open_changes_nothing_and_says_so() -> None:
    plan = make("classic", events=["snoozed:2026-03-04:confirmation_call:2026-03-09"])
    assert rows(plan) == rows(make("classic"))
    assert "changes nothing" in plan.assumptions[-1]


def test_later_news_re_dates_what_was_snoozed() -> None:
    events = ["snoozed:2026-03-17:call:2026-03-20", "delayed:2026-03-18:2026-04-01"]
    assert dues(make("classic", promised="2026-03-16", events=events), "call") == ["04-02"]


def test_snoozing_before_the_interview_is_an_error() -> None:
    with pytest.raises(fk.CaseError, match="cannot be snoozed"):
        make("classic", events=["snoozed:2026-03-04:call:2026-03-01"])


def test_reopened_lifts_letting_go_and_restarts_last_contact() -> None:
    plan = make("paced", events=["reopened:2026-04-06"], weeks=12)
    assert dues(plan, "check_in") == ["03-09", "03-16", "03-23", "03-30", "04-13", "04-20", "04-27", "05-04"]
    assert dues(plan, "let_go") == ["05-11"]


def test_reopened_after_letting_go_brings_a_second_one() -> None:
    events = ["sent:2026-04-06:let_go", "reopened:2026-04-10"]
    plan = make("paced", events=events, weeks=12)
    assert of(plan, "let_go").status == "done"
    assert of(plan, "check_in", 5).due == day("2026-04-17")
    assert of(plan, "let_go", 2).due == day("2026-05-15")


def test_after_letting_go_nothing_is_planned() -> None:
    plan = make("paced", events=["sent:2026-03-20:let_go"])
    assert dues(plan, "check_in") == ["03-09", "03-16"]


# -- 9. what no longer stands ----------------------------------------------------------------------


def test_what_an_event_took_away_stays_listed_with_its_old_date() -> None:
    plan = make("classic", promised="2026-03-16", events=["replied:2026-03-16"])
    call = of(plan, "call")
    assert (call.status, call.due) == ("cancelled", day("2026-03-17"))
    assert str(call.changed_by) == "replied:2026-03-16"


def test_a_re_dated_occurrence_keeps_its_number_and_is_not_cancelled() -> None:
    plan = make("classic", promised="2026-03-16", events=["delayed:2026-03-16:2026-03-27"])
    assert [(t.occurrence, t.status) for t in plan if t.step == "call"] == [(1, "planned")]


def test_occurrences_that_a_later_chain_has_no_room_for_are_cancelled() -> None:
    plan = make("paced", weeks=4, events=["replied:2026-03-12"])  # to Mon 30 Mar
    assert [f"{t.due:%m-%d} {t.occurrence} {t.status}" for t in plan if t.step == "check_in"] == [
        "03-09 1 planned",
        "03-19 2 planned",
        "03-26 3 planned",
        "03-30 4 cancelled",
    ]


def test_cancelled_steps_come_back_when_they_stand_again() -> None:
    events = ["rejected:2026-03-05", "offer:2026-03-06"]
    plan = make("classic", events=events)
    assert statuses(plan) == [
        "thank_you 1 planned",
        "after_rejection 1 cancelled",
        "confirmation_call 1 planned",
        "call 1 cancelled",
    ]


def test_without_history_nothing_cancelled_is_listed() -> None:
    interview = fk.Interview(day=day("2026-03-02"), promised=day("2026-03-16"))
    plan = fk.plan(interview, "persistent", events=["accepted:2026-03-05"], history=False)
    assert list(plan) == []
