"""Time: 24 hours as elapsed time, clocks that change, days that do not exist, ends of years and of calendars."""

from __future__ import annotations

import datetime as dt

import pytest

import followup_kit as fk
from tests.planner.cases import day, dues, make, of


@pytest.mark.parametrize(
    ("on", "ends", "zone", "latest"),
    [
        ("2026-03-02", None, None, "2026-03-03"),  # no end known: the next day
        ("2026-03-02", "10:00", None, "2026-03-03"),
        ("2026-03-02", "23:59", "Europe/Berlin", "2026-03-03"),
        # The clocks go forward in the night after Sat 28 March: 24 hours later it is past midnight.
        ("2026-03-28", "23:30", "Europe/Berlin", "2026-03-30"),
        ("2026-03-28", "22:30", "Europe/Berlin", "2026-03-29"),
        ("2026-03-07", "23:30", "America/New_York", "2026-03-09"),
        # They go back in the night after Sat 24 October: it is still the same evening hour.
        ("2026-10-24", "00:30", "Europe/Berlin", "2026-10-25"),
        ("2026-10-25", "00:30", "Europe/Berlin", "2026-10-25"),  # 24 hours later it is 23:30 of the same day
        # Half an hour forward on Lord Howe Island.
        ("2026-10-03", "23:45", "Australia/Lord_Howe", "2026-10-05"),
        # An hour that does not exist counts as the instant to which it corresponds.
        ("2026-03-29", "02:30", "Europe/Berlin", "2026-03-30"),
        # Samoa skipped Friday 30 December 2011.
        ("2011-12-29", "15:00", "Pacific/Apia", "2011-12-31"),
        ("2011-12-29", "00:00", "Pacific/Apia", "2011-12-31"),
        ("2028-02-28", "18:00", "Asia/Tokyo", "2028-02-29"),
        ("2027-02-28", "18:00", "Asia/Tokyo", "2027-03-01"),
        ("2026-12-31", "18:00", "Asia/Tokyo", "2027-01-01"),
    ],
)
def test_the_last_day_of_twenty_four_hours(on: str, ends: str | None, zone: str | None, latest: str) -> None:
    end = dt.time.fromisoformat(ends) if ends else None
    thanks = of(make("paced", on, ends=end, timezone=zone), "thank_you")
    assert (thanks.due, thanks.latest) == (day(on), day(latest))


def test_a_skipped_day_and_hour_do_not_disturb_any_protocol() -> None:
    for protocol in fk.protocol_ids():
        apia = make(
            protocol, "2011-12-29", "2011-12-30", timezone="Pacific/Apia", ends=dt.time(23), calendar="WS"
        )
        assert apia[0].due == day("2011-12-29")
        gap = make(protocol, "2026-03-29", timezone="Europe/Berlin", ends=dt.time(2, 30), calendar="DE")
        assert gap[0].due == day("2026-03-29")


@pytest.mark.parametrize(
    ("ends", "at"),
    [(None, "19:00"), ("10:00", "19:00"), ("19:00", "19:00"), ("20:15", "20:15"), ("23:59", "23:59")],
)
def test_the_evening_thank_you_is_at_seven_or_when_the_interview_ended(ends: str | None, at: str) -> None:
    plan = make("persistent", ends=dt.time.fromisoformat(ends) if ends else None)
    assert of(plan, "thank_you").at == dt.time.fromisoformat(at)
    assert [t.step for t in plan if t.at is not None] == ["thank_you"]
    assert of(plan, "thank_you").to_dict()["at"] == at


def test_no_other_protocol_has_a_time_of_day() -> None:
    for protocol in ("classic", "measured", "paced", "showcase"):
        assert {t.at for t in make(protocol, ends=dt.time(21))} == {None}


def test_a_promised_date_on_a_leap_day() -> None:
    # Tue 29 February 2028 is followed by Wed 1 March.
    assert dues(make("classic", "2028-02-21", "2028-02-29"), "call") == ["03-01"]
    assert dues(make("measured", "2028-02-21", "2028-02-28"), "check_in") == ["02-29"]


def test_over_the_end_of_the_year() -> None:
    plan = make("persistent", "2026-12-24", weeks=2)
    assert [t.due.isoformat() for t in plan] == [
        "2026-12-24",
        "2026-12-28",  # the next working day after Christmas and the weekend
        "2026-12-29",
        "2027-01-05",
    ]


@pytest.mark.parametrize("on", ["0001-01-01", "0001-12-31", "1969-12-31", "2201-01-01", "9999-12-31"])
def test_years_without_known_holidays_are_refused_in_words(on: str) -> None:
    with pytest.raises(fk.CaseError, match="1970 to 2200"):
        fk.Interview(day=day(on))
    with pytest.raises(fk.CaseError, match=r"1970 to 2200|before the interview"):
        fk.Interview(day=day("2026-03-02"), promised=day(on))


@pytest.mark.parametrize("protocol", fk.protocol_ids())
@pytest.mark.parametrize("on", ["1970-01-01", "2100-10-01", "2200-12-31"])
def test_at_the_edge_of_the_calendar_a_plan_or_one_sentence(protocol: str, on: str) -> None:
    if on < "2100-12-31":
        assert make(protocol, on)[0].due >= day(on)
    else:
        with pytest.raises(fk.CaseError, match="public holidays of United States are known for"):
            make(protocol, on)


@pytest.mark.parametrize(
    "event",
    [
        "sent:9999-12-31:call",
        "replied:9999-12-31",
        "delayed:2026-03-05:9999-12-31",
        "delayed:9999-12-31",
        "offer:9999-12-31",
        "rejected:9999-12-30",
        "snoozed:2026-03-05:call:9999-12-31",
        "reopened:9999-12-31",
    ],
)
def test_events_at_the_end_of_time_give_a_plan_or_one_sentence(event: str) -> None:
    outcomes = []
    for protocol in fk.protocol_ids():
        try:
            outcomes.append(len(make(protocol, events=[event])) > 0)
        except fk.CaseError as error:
            outcomes.append("check the" in str(error))
    assert all(outcomes)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Europe/Berln", "a\0b", "x" * 10_000])
def test_an_unknown_time_zone_is_one_sentence(zone: str) -> None:
    with pytest.raises(fk.UnknownName, match="There is no time zone") as caught:
        fk.Interview(day=day("2026-03-02"), timezone=zone)
    assert len(str(caught.value)) < 200
    assert "Did you mean 'Europe/Berlin'" in str(caught.value) or zone != "Europe/Berln"


@pytest.mark.parametrize("ends", ["19:00", dt.time(19, tzinfo=dt.UTC), dt.datetime(2026, 3, 2, 19)])
def test_the_end_is_a_local_time(ends: object) -> None:
    with pytest.raises(fk.CaseError, match="local time without a zone"):
        fk.Interview(day=day("2026-03-02"), ends=ends)  # type: ignore[arg-type]


@pytest.mark.parametrize("today", ["2026-03-02", dt.datetime(2026, 3, 2), 5])
def test_today_is_a_date(today: object) -> None:
    with pytest.raises(fk.CaseError, match="must be a date"):
        fk.plan(fk.Interview(day=day("2026-03-02")), "classic", today=today)  # type: ignore[arg-type]


@pytest.mark.parametrize("weeks", [-1, 521, 10**9, 1.5, "8", None, float("nan")])
def test_a_horizon_is_a_whole_number_of_weeks(weeks: object) -> None:
    with pytest.raises(fk.CaseError, match="whole number of weeks from 0 to 520"):
        fk.plan(fk.Interview(day=day("2026-03-02")), "classic", horizon_weeks=weeks)  # type: ignore[arg-type]


def test_the_longest_horizon_plans() -> None:
    weekly = [t for t in make("persistent", weeks=520) if t.step == "weekly"]
    # 519 Mondays after the call; the last is Presidents' Day and rolls past the horizon.
    assert len(weekly) == 518
    assert weekly[-1].due <= day("2026-03-02") + dt.timedelta(weeks=520)
