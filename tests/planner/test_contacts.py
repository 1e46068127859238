"""What today and what was sent do to a plan (2 and 3 of the readings)."""

from __future__ import annotations

import pytest

import followup_kit as fk
from tests.planner.cases import day, dues, make, of, rows

ALL = {"include": ("card", "work_sample")}


# -- 2. today --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "thanks", "check_in"),
    [
        (None, "planned", "planned"),
        ("2026-03-01", "planned", "planned"),
        ("2026-03-02", "due", "planned"),
        ("2026-03-03", "missed", "planned"),
        ("2026-03-17", "missed", "due"),  # the first day of the window
        ("2026-03-18", "missed", "due"),  # its last
        ("2026-03-19", "missed", "missed"),
    ],
)
def test_today_sets_statuses(today: str | None, thanks: str, check_in: str) -> None:
    plan = make("measured", promised="2026-03-16", today=today)
    assert (of(plan, "thank_you").status, of(plan, "check_in").status) == (thanks, check_in)


def test_letting_go_stays_due() -> None:
    plan = make("paced", today="2026-09-01")
    assert of(plan, "let_go").status == "due"
    assert {t.status for t in plan if t.step != "let_go"} == {"missed"}


def test_the_paced_thank_you_is_due_through_its_last_hour() -> None:
    assert of(make("paced", today="2026-03-03"), "thank_you").status == "due"
    assert of(make("paced", today="2026-03-04"), "thank_you").status == "missed"


def test_a_missed_step_still_counts_as_a_contact() -> None:
    assert dues(make("paced", today="2026-06-01"), "check_in") == ["03-09", "03-16", "03-23", "03-30"]


def test_a_future_interview_makes_the_plan_provisional() -> None:
    assert "provisional" in make("classic", promised="2026-03-16", today="2026-03-01").assumptions[0]
    assert not make("classic", promised="2026-03-16", today="2026-03-02").assumptions


# -- 3. sent ---------------------------------------------------------------------------------------


def test_sent_completes_the_first_open_occurrence_and_keeps_its_due() -> None:
    plan = make("persistent", events=["sent:2026-03-18:weekly"])
    first = of(plan, "weekly")
    assert (first.status, first.due, first.done_on) == ("done", day("2026-03-16"), day("2026-03-18"))
    plan = make("persistent", events=["sent:2026-03-18:weekly", "sent:2026-03-23:weekly"])
    assert of(plan, "weekly", 2).done_on == day("2026-03-23")
    assert of(plan, "weekly", 3).status == "planned"


@pytest.mark.parametrize(
    ("case", "step", "expected"),
    [
        # What counts from the step counts from the day on which it was done.
        (
            {"protocol": "measured", "promised": "2026-03-16", "events": ["sent:2026-03-20:check_in"]},
            "long_wait",
            "04-10",
        ),
        ({"protocol": "persistent", "events": ["sent:2026-03-11:call"]}, "weekly", "03-18"),
        ({"protocol": "paced", "events": ["sent:2026-03-04:thank_you"]}, "check_in", "03-11"),
        ({"protocol": "paced", "events": ["sent:2026-03-11:check_in"]}, "let_go", "04-08"),
        ({"protocol": "paced", "options": ALL, "events": ["sent:2026-03-05:card"]}, "check_in", "03-12"),
    ],
)
def test_what_counts_from_a_step_counts_from_the_day_it_was_done(
    case: dict, step: str, expected: str
) -> None:
    assert dues(make(**case), step)[0] == expected


def test_a_weekly_contact_does_not_move_the_grid() -> None:
    plan = make("persistent", events=["sent:2026-03-19:weekly"], weeks=4)
    assert dues(plan, "weekly") == ["03-16", "03-23", "03-30"]


def test_a_check_in_moves_the_chain() -> None:
    plan = make("paced", events=["sent:2026-03-11:check_in"])
    assert dues(plan, "check_in") == ["03-09", "03-18", "03-25", "04-01"]


def test_a_sent_that_matches_nothing_is_an_extra_contact() -> None:
    extra = make("paced", events=["sent:2026-03-04:card"])  # no card was planned
    assert dues(extra, "check_in")[0] == "03-11"
    assert "card" not in {t.step for t in extra}
    again = make("paced", events=["sent:2026-03-02:thank_you", "sent:2026-03-05:thank_you"])
    assert dues(again, "check_in")[0] == "03-12"
    assert rows(make("classic", events=["sent:2026-03-04:card"])) == rows(make("classic"))


def test_an_unknown_step_is_an_error_with_the_names() -> None:
    with pytest.raises(fk.UnknownName, match="Did you mean 'check_in'") as caught:
        make("paced", events=["sent:2026-03-04:chek_in"])
    assert len(set(caught.value.allowed)) == len(caught.value.allowed)
