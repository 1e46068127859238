"""Working days by country: weekends, holidays, parts of countries, and names that are nearly right."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.workdays import _OTHER_NAMES, countries, own_calendar, subdivisions, working_days

WEEK = [dt.date(2026, 7, 6) + dt.timedelta(days=n) for n in range(7)]
"""Monday to Sunday, without a public holiday in the countries below."""

calendars = st.sampled_from(["US", "US-CA", "DE-BY", "SA", "IL", "JP", "BN", "IR"])
days = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))


@pytest.mark.parametrize(
    ("country", "weekend"),
    [
        ("US", "Sat Sun"),
        ("GB", "Sat Sun"),
        ("AE", "Sat Sun"),
        ("SA", "Fri Sat"),
        ("IL", "Fri Sat"),
        ("BN", "Fri Sun"),  # not two days in a row
        ("IR", "Fri"),
    ],
)
def test_weekends_are_those_of_the_country(country: str, weekend: str) -> None:
    calendar = working_days(country)
    assert " ".join(f"{d:%a}" for d in WEEK if not calendar.is_working(d)) == weekend


@pytest.mark.parametrize(
    ("calendar", "day", "working"),
    [
        ("US", "2026-07-03", False),  # Independence Day falls on a Saturday
        ("US", "2026-07-06", True),
        ("US", "2026-03-31", True),
        ("US-CA", "2026-03-31", False),  # Cesar Chavez Day
        ("DE-BY", "2026-06-04", False),  # Corpus Christi
        ("DE-BE", "2026-06-04", True),
        ("DE", "2026-10-03", False),
        ("GB-SCT", "2026-01-02", False),
        ("GB-ENG", "2026-01-02", True),
        ("JP", "2026-05-04", False),
        ("IL", "2026-03-01", True),  # a Sunday
    ],
)
def test_public_holidays(calendar: str, day: str, working: bool) -> None:
    assert working_days(calendar).is_working(dt.date.fromisoformat(day)) is working


@pytest.mark.parametrize(
    ("country", "subdivision", "name", "label"),
    [
        ("US", None, "US", "United States"),
        ("us", None, "US", "United States"),
        (" USA ", None, "US", "United States"),
        ("United States", None, "US", "United States"),
        ("Germany", "BY", "DE-BY", "Germany, BY"),
        ("DE-BY", None, "DE-BY", "Germany, BY"),
        ("de", "by", "DE-BY", "Germany, BY"),
        ("US", "California", "US-CA", "United States, CA"),
        ("GB", "Scotland", "GB-SCT", "United Kingdom, SCT"),
        ("UK", None, "GB", "United Kingdom"),
        ("U.K.", None, "GB", "United Kingdom"),
        ("Great Britain", None, "GB", "United Kingdom"),
        ("scotland", None, "GB-SCT", "United Kingdom, SCT"),
        ("UK", "Wales", "GB-WLS", "United Kingdom, WLS"),
        ("Holland", None, "NL", "Netherlands"),
        ("Korea", None, "KR", "South Korea"),
        ("Czech Republic", None, "CZ", "Czechia"),
        ("UAE", None, "AE", "United Arab Emirates"),
        ("Türkiye", None, "TR", "Turkey"),
        ("Viet Nam", None, "VN", "Vietnam"),
        ("Deutschland", None, "DE", "Germany"),
    ],
)
def test_countries_by_code_and_by_name(country: str, subdivision: str | None, name: str, label: str) -> None:
    calendar = working_days(country, subdivision)
    assert (calendar.name, calendar.label) == (name, label)


@pytest.mark.parametrize(
    ("country", "subdivision", "hint"),
    [
        ("Germny", None, "Did you mean 'Germany (DE)'?"),
        ("Untied States", None, "'United States (US)'"),
        ("Zz", None, "There is no country 'Zz'"),
        ("", None, "There is no country ''"),
        ("x" * 10_000, None, "There is no country 'xxx"),
        ("\u202eSU", None, "There is no country"),
        ("US", "Calfornia", "Did you mean 'California'"),
        ("US-XX", None, "There is no subdivision of United States 'XX'"),
        ("DE", "BYY", "Did you mean 'BY'?"),
    ],
)
def test_unknown_names_are_one_sentence_with_near_matches(
    country: str, subdivision: str | None, hint: str
) -> None:
    with pytest.raises(fk.UnknownName) as caught:
        working_days(country, subdivision)
    assert hint in str(caught.value)
    assert len(str(caught.value)) < 250


def test_a_country_without_parts_says_so() -> None:
    with pytest.raises(fk.CaseError, match="leave the subdivision out"):
        working_days("SG", "North")


def test_lists_of_countries_and_parts() -> None:
    known = countries()
    assert len(known) > 200
    assert known["US"] == "United States"
    assert list(known.values()) == sorted(known.values())
    assert {"BY", "BE"} <= set(subdivisions("Germany"))
    assert subdivisions("SG") == ()


def test_one_calendar_is_made_once_and_equal_by_name() -> None:
    assert working_days("US") is working_days("United States")
    assert working_days("US") == working_days("US")
    assert working_days("US") != working_days("US-CA")
    assert len({working_days("US"), working_days("usa")}) == 1
    assert repr(working_days("US")) == "Calendar('US')"


@settings(deadline=None, max_examples=60)
@given(calendars, days)
def test_rolling_goes_to_the_first_working_day_from_the_day_on(name: str, day: dt.date) -> None:
    calendar = working_days(name)
    rolled = calendar.roll(day)
    assert calendar.is_working(rolled)
    assert calendar.roll(rolled) == rolled
    between = [day + dt.timedelta(days=n) for n in range((rolled - day).days)]
    assert not any(calendar.is_working(d) for d in between)


@settings(deadline=None, max_examples=60)
@given(calendars, days, st.integers(0, 30), st.integers(0, 30))
def test_adding_counts_working_days(name: str, day: dt.date, first: int, second: int) -> None:
    calendar = working_days(name)
    end = calendar.add(day, first)
    passed = [day + dt.timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(calendar.is_working(d) for d in passed) == first
    assert end == day if first == 0 else calendar.is_working(end)
    assert calendar.add(end, second) == calendar.add(day, first + second)


def test_years_that_nobody_knows_are_refused_in_words() -> None:
    with pytest.raises(fk.CaseError, match="public holidays of United States are known for"):
        working_days("US").is_working(dt.date(2999, 1, 1))


def test_a_calendar_of_ones_own() -> None:
    school = own_calendar("school", weekend=(4, 5), holidays=[dt.date(2026, 3, 1)])
    assert school.roll(dt.date(2026, 2, 27)) == dt.date(2026, 3, 2)  # Friday, Saturday, and Sunday off
    assert school.holiday(dt.date(2026, 3, 1)) == "day off"
    assert school.holiday(dt.date(2026, 3, 2)) is None
    plan = fk.plan(fk.Interview(day=dt.date(2026, 2, 20)), "showcase", calendar=school)
    assert (plan.calendar, plan[-1].due) == ("school", dt.date(2026, 3, 2))


@pytest.mark.parametrize("weekend", [range(7), (7,), (-1, 5)])
def test_a_week_needs_a_working_day_and_seven_days(weekend: object) -> None:
    with pytest.raises(fk.CaseError, match="not all seven"):
        own_calendar("never", weekend=weekend)  # type: ignore[arg-type]


def test_a_calendar_names_the_holiday() -> None:
    assert working_days("US").holiday(dt.date(2026, 11, 26)) == "Thanksgiving Day"
    assert working_days("US").holiday(dt.date(2026, 11, 25)) is None


def test_every_other_name_leads_to_a_calendar() -> None:
    for name, code in _OTHER_NAMES.items():
        assert working_days(name).name == code
    assert subdivisions("UK") == subdivisions("GB") != ()
