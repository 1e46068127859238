"""What the choices of a case do to a plan: options, horizon, calendar, no promised date."""

from __future__ import annotations

import pytest

import followup_kit as fk
from tests.planner.cases import dues, make


def test_written_only_turns_calls_into_e_mails_on_the_same_days() -> None:
    for protocol in fk.protocol_ids():
        with_calls, written = make(protocol), make(protocol, options={"written_only": True})
        assert [(t.step, t.due) for t in with_calls] == [(t.step, t.due) for t in written]
        for before, after in zip(with_calls, written, strict=True):
            assert after.channel == ("email" if before.channel == "phone" else before.channel)
            assert all(r.channel != "phone" for r in after.readings)


@pytest.mark.parametrize(
    ("protocol", "weeks", "expected"),
    [
        ("persistent", 0, []),
        ("persistent", 1, []),
        ("persistent", 2, ["03-16"]),
        ("persistent", 3, ["03-16", "03-23"]),
        ("paced", 0, []),
        ("paced", 1, ["03-09"]),
    ],
)
def test_the_horizon_bounds_the_series_inclusively(protocol: str, weeks: int, expected: list[str]) -> None:
    plan = make(protocol, weeks=weeks)
    assert dues(plan, {"persistent": "weekly", "paced": "check_in"}[protocol]) == expected
    assert any("goes on after" in sentence for sentence in plan.assumptions)


def test_single_steps_and_letting_go_stand_beyond_the_horizon() -> None:
    assert dues(make("persistent", weeks=0), "call") == ["03-09"]
    assert dues(make("classic", promised="2026-04-15", weeks=1), "call") == ["04-16"]
    assert dues(make("paced", weeks=1), "let_go") == ["04-06"]
    assert dues(make("paced", weeks=0), "let_go") == ["04-06"]


def test_the_rolled_date_is_compared_with_the_horizon() -> None:
    # Two weeks end on Thanksgiving, Thu 26 Nov; the second check-in rolls from it to Friday.
    assert dues(make("paced", "2026-11-12", weeks=2), "check_in") == ["11-19"]
    assert dues(make("paced", "2026-11-12", weeks=3), "check_in") == ["11-19", "11-27"]


@pytest.mark.parametrize("protocol", ["classic", "measured"])
def test_without_a_promised_date_the_first_line_says_to_ask(protocol: str) -> None:
    first = make(protocol).assumptions[0]
    assert "ask" in first
    assert "Mon 16 Mar 2026" in first
    assert not make(protocol, promised="2026-03-16").assumptions


def test_the_calendar_is_named_and_used() -> None:
    # Corpus Christi, 4 June 2026, is a holiday in Bavaria and not in Berlin.
    bavaria = make("classic", "2026-05-20", "2026-06-03", calendar="DE-BY")
    berlin = make("classic", "2026-05-20", "2026-06-03", calendar="DE-BE")
    assert (bavaria.calendar, dues(bavaria, "call")) == ("DE-BY", ["06-05"])
    assert (berlin.calendar, dues(berlin, "call")) == ("DE-BE", ["06-04"])
    # A Friday is a working day in the United States, and weekend in Israel.
    assert dues(make("classic", promised="2026-03-12", calendar="IL"), "call") == ["03-15"]
    assert dues(make("classic", promised="2026-03-12", calendar="US"), "call") == ["03-13"]


def test_choices_that_a_protocol_has_no_use_for_are_said() -> None:
    plan = make("classic", options={"include": ("card",), "channels": {"check_in": "phone"}})
    assert sum("classic has no step" in sentence for sentence in plan.assumptions) == 2


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        ({"include": ("crad",)}, "Did you mean 'card'?"),
        ({"channels": {"chek_in": "email"}}, "Did you mean 'check_in'?"),
        ({"channels": {"check_in": "letter"}}, "choose email or phone"),
        ({"channels": {"check_in": "fax"}}, "Choose one of: email, phone"),
        ({"pace": "hasty"}, "relaxed, standard, assertive"),
    ],
)
def test_choices_that_nothing_has_are_errors(options: dict, wrong: str) -> None:
    with pytest.raises(fk.FollowUpError) as caught:
        make("paced", options=options)
    assert wrong in str(caught.value)


def test_the_turn_of_weekly_cannot_be_chosen() -> None:
    with pytest.raises(fk.CaseError, match="takes its channels in turn"):
        make("persistent", options={"channels": {"weekly": "phone"}})
