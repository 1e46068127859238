"""What people type is read as what they mean, or asked about; nothing that can be typed is an error."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.course import answers

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))
IN_2026 = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
CHANNELS = {
    "email": "an e-mail",
    "phone": "a phone call",
    "letter": "a letter by post",
    "card": "a handwritten card",
}


def ordinal(n: int) -> str:
    return f"{n}{'th' if 11 <= n <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def month(day: dt.date) -> str:
    return answers.MONTHS[day.month - 1].title()


def weekday(day: dt.date) -> str:
    return answers.WEEKDAYS[day.weekday()].title()


WITH_YEAR = (
    lambda d: d.isoformat(),
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f" {d.day} {month(d).lower()} {d.year} ",
    lambda d: f"{month(d)} {d.day}, {d.year}",
    lambda d: f"the {ordinal(d.day)} of {month(d)} {d.year}",
    lambda d: f"{weekday(d)}, {d.day} {month(d)[:3]} {d.year}",
    lambda d: f"{weekday(d)[:3]} {d.day} {month(d).upper()} {d.year}.",
    lambda d: f"{d.day}-{month(d)[:3]}-{d.year}",
    lambda d: f"“{d.isoformat()}”",
    answers.say_day,
    lambda d: d,
    lambda d: dt.datetime.combine(d, dt.time(9)),
    lambda d: f"{d.year}{d.month:02}{d.day:02}",
    lambda d: f"{d.day}\u00a0{month(d)}\u00a0{d.year}",
)
WITHOUT_YEAR = (
    lambda d: f"{weekday(d)[:3]} {d.day} {month(d)[:3]}",
    lambda d: f"{month(d)} {ordinal(d.day)}",
    lambda d: f"{d.day}.{d.month}.",
    lambda d: f"on {d.day} {month(d)}",
)


@given(day=DAYS, form=st.sampled_from(WITH_YEAR))
def test_a_day_is_read_in_every_form(day, form):
    found = answers.read_day(form(day), year=1999)
    assert (found.value, found.problem) == (day, "")
    assert found.shown == answers.say_day(day)


@given(day=IN_2026, form=st.sampled_from(WITHOUT_YEAR))
def test_a_day_without_a_year_is_in_the_year_of_the_exercise(day, form):
    assert answers.read_day(form(day), year=2026).value == day


@given(day=DAYS)
def test_figures_with_slashes_are_read_only_where_they_have_one_meaning(day):
    found = answers.read_day(f"{day.day}/{day.month}/{day.year}")
    if day.day > 12 or day.day == day.month:
        assert found.value == day
    else:
        assert found.value is None
        assert "write the month as a word" in found.problem


@given(day=IN_2026, wrong=st.integers(1, 6))
def test_a_weekday_that_does_not_fit_is_asked_about(day, wrong):
    named = answers.WEEKDAYS[(day.weekday() + wrong) % 7].title()
    found = answers.read_day(f"{named} {day.day} {month(day)}", year=2026)
    assert found.value is None
    assert f"is a {weekday(day)}, not a {named}" in found.problem


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 April 2026", "There is no day"),
        ("30.2.2026", "There is no day"),
        ("2026-13-01", "There is no day"),
        ("17", "Write it like"),
        ("Tuesday", "weekday only"),
        ("17 Marsh", "Did you mean March?"),
        ("next week", "is not a month"),
        ("March 2026", "lacks the day"),
        ("16 or 17 March", "is not a month"),
        ("16 17 March 2026", "is not one day"),
        ("0 March", "There is no day"),
        ("99999-01-01", "not a day that can be read"),
    ],
)
def test_what_is_no_day_is_explained(typed, said):
    found = answers.read_day(typed)
    assert found.value is None
    assert said in found.problem


READERS = {
    "day": answers.read_day,
    "number": answers.read_number,
    "yes_no": answers.read_yes_no,
    "time": answers.read_time,
    "choice": lambda t: answers.read_choice(t, CHANNELS),
    "choices": lambda t: answers.read_choices(t, CHANNELS),
}
ANYTHING = (
    st.text()
    | st.text("0123456789-/. ,:march", max_size=14)
    | st.integers()
    | st.floats()
    | st.lists(st.text())
    | st.dictionaries(st.text(), st.text())
    | st.binary()
)


@given(typed=ANYTHING, kind=st.sampled_from(sorted(READERS)))
def test_a_reader_answers_with_a_value_or_one_sentence(typed, kind):
    found = READERS[kind](typed)
    assert (found.value is None) == bool(found.problem)
    assert "\n" not in found.problem
    assert len(found.problem) < 250


@given(typed=st.text())
def test_names_and_texts_keep_what_was_typed(typed):
    assert "  " not in answers.read_name(typed).value
    assert answers.read_text(f"  {typed} ").value == answers.read_text(typed).value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("10", 10), (" ten ", 10), ("10 working days", 10), ("about 3.5", 3.5), ("1,5", 1.5), ("-2", -2), ("28 days", 28),
     ("forty-two", 42), ("twice", 2), ("none", 0), (4.0, 4), ("four weeks", 4)],
)  # fmt: skip
def test_numbers(typed, value):
    assert answers.read_number(typed).value == value


@given(st.integers(-10_000, 10_000))
def test_every_number_is_read_back(n):
    assert answers.read_number(str(n)).value == n
    assert answers.read_number(n).value == n


@pytest.mark.parametrize("typed", ["3 or 4", "many", "", "1e400", "ten thousand million"[4:]])
def test_what_is_no_number_is_explained(typed):
    assert answers.read_number(typed).problem


@pytest.mark.parametrize(
    ("typed", "channel"),
    [("e-mail", "email"), ("Email", "email"), ("by e-mail", "email"), ("call", "phone"), ("a phone call", "phone"),
     ("letter", "letter"), ("by post", "letter"), ("2", "phone"), ("b", "phone"), ("handwritten card", "card"),
     ("PHONE.", "phone"), ("“phone”", "phone")],
)  # fmt: skip
def test_channels(typed, channel):
    assert answers.read_choice(typed, CHANNELS).value == channel


def test_a_near_miss_of_a_choice_is_asked_about():
    assert answers.read_choice("e mial", CHANNELS).problem.endswith("Did you mean email?")
    assert answers.read_choice("pigeon", CHANNELS).problem.endswith("email, phone, letter, card.")


@pytest.mark.parametrize(
    "typed", ["email, card", ["card", "e-mail"], "card and e-mail", "1; 4", {"email", "card"}]
)
def test_several_choices(typed):
    assert answers.read_choices(typed, CHANNELS).value == frozenset({"email", "card"})


@pytest.mark.parametrize("blank", [None, ..., "", "  ", "...", "…", "___", "?", [], ["", " "], {}])
def test_blanks_are_untouched(blank):
    assert answers.is_blank(blank)


@pytest.mark.parametrize("full", ["0", 0, False, "no", [0], "17 March"])
def test_answers_are_not_blank(full):
    assert not answers.is_blank(full)
