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


def wide(text: str) -> str:
    """With the wide figures of a Japanese keyboard."""
    return text.translate({48 + n: 0xFF10 + n for n in range(10)})


GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
IN_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()


def in_words(n: int) -> str:
    if n <= 20:
        return IN_WORDS[n - 1]
    tens = "thirty" if n >= 30 else "twenty"
    return f"{tens}-{IN_WORDS[n % 10 - 1]}" if n % 10 else tens


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
    lambda d: f"{d.day}.\u202f{month(d)} {d.year}...",
    lambda d: wide(f"{d.day} {month(d)} {d.year}"),
    lambda d: wide(d.isoformat()),
    lambda d: f"„{d.day}. {month(d)} {d.year}“",
    lambda d: f"I would call on {weekday(d)}, {d.day} {month(d)} {d.year}.",
    lambda d: f"{d.isoformat()}T09:30:00+01:00",
    lambda d: f"{d.isoformat()} 00:00:00",
    lambda d: f"{d.day} {month(d)} {d.year} at 3 pm",
    lambda d: f"{d.day} {month(d)} {d.year}, 15:30",
    lambda d: f"<b>{d.day} {month(d)} {d.year}</b>",
    lambda d: f"{d.year} {month(d)} {d.day}",
    lambda d: f"next {weekday(d)}, {month(d)} {ordinal(d.day)} {d.year}",
    lambda d: f"({d.day} {month(d)} {d.year})",
    lambda d: f"{d.day}. {GERMAN[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {FRENCH[d.month - 1]} {d.year}",
)
WITHOUT_YEAR = (
    lambda d: f"{weekday(d)[:3]} {d.day} {month(d)[:3]}",
    lambda d: f"{month(d)} {ordinal(d.day)}",
    lambda d: f"{d.day}.{d.month}.",
    lambda d: f"on {d.day} {month(d)}",
    lambda d: f"{weekday(d)} the {ordinal(d.day)} of {month(d)}",
    lambda d: f"{month(d)} {in_words(d.day)}",
    lambda d: f"{d.day} {month(d)} '{d.year % 100}",
    lambda d: f"{d.day} {month(d)[:3]} {d.year % 100}",
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
        ("17", "lacks the month"),
        ("the 17th", "lacks the month"),
        ("Tuesday 17", "lacks the month"),
        ("Tuesday", "weekday only"),
        ("17 Marsh", "Did you mean March?"),
        ("next week", "counts from another day"),
        ("tomorrow", "counts from another day"),
        ("in a week", "counts from another day"),
        ("3 days after 17 March", "leaves open which day"),
        ("not before 17 March", "leaves open which day"),
        ("no date", "names no day"),
        ("none", "names no day"),
        ("never", "names no day"),
        ("I would wait", "names no day"),
        ("n/a", "names no day"),
        ("17–18 March", "more than one day"),
        ("17/18 March", "more than one day"),
        ("March 17-18", "more than one day"),
        ("3 March to 5 March", "more than one day"),
        ("17 March plus 3", "leaves open which day"),
        ("17 March 0026", "check the year"),
        ("03/04/2026", "write the month as a word"),
        ("3-4-26", "write the month as a word"),
        ("5 4 2026", "write the month as a word"),
        ("17 m", "is not a month"),
        ("March 2026", "lacks the day"),
        ("16 or 17 March", "more than one day"),
        ("16 17 March 2026", "more than one day"),
        ("0 March", "There is no day"),
        ("99999-01-01", "not a day that can be read"),
    ],
)
def test_what_is_no_day_is_explained(typed, said):
    found = answers.read_day(typed)
    assert found.value is None
    assert said in found.problem


@pytest.mark.parametrize(
    ("typed", "days"),
    [("Yesterday, Monday", 1), ("yesterday (Monday)", 1), ("2 March, yesterday?", 1), ("today, 9am", 0)],
)
def test_a_day_beside_today_is_read(typed, days):
    today = dt.date(2026, 3, 3)
    assert answers.read_day(typed, year=2026, today=today).value == today - dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("today, 5 March", "Today is 3 March 2026, not 5 March 2026"),
        ("Friday 6 March, yesterday", "Yesterday is 2 March 2026, not 6 March 2026"),
        ("yesterday, Tuesday", "is a Monday, not a Tuesday"),
    ],
)
def test_two_days_that_differ_are_asked_about(typed, said):
    found = answers.read_day(typed, year=2026, today=dt.date(2026, 3, 3))
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
     ("forty-two", 42), ("twice", 2), ("none", 0), (4.0, 4), ("four weeks", 4), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
     ("1 000", 1000), ("1\u202f000,5", 1000.5), ("1'000", 1000), ("1_000", 1000), ("1,000,000", 1_000_000), ("0,125", 0.125),
     ("½", 0.5), ("2½", 2.5), ("2 1/2", 2.5), ("one and a half", 1.5), ("１２", 12), ("١٢", 12), ("a hundred", 100),
     ("one hundred and twenty-five", 125), ("two dozen", 24), ("minus one", -1), ("−3", -3), ("three (3)", 3), ("3 (three)", 3),
     ("42 %", 42), (".5", 0.5), ("no calls", 0), ("Three.", 3), ("3rd", 3), ("= 3", 3)],
)  # fmt: skip
def test_numbers(typed, value):
    assert answers.read_number(typed).value == value


@given(st.integers(-10_000, 10_000))
def test_every_number_is_read_back(n):
    assert answers.read_number(str(n)).value == n
    assert answers.read_number(n).value == n


@pytest.mark.parametrize(
    ("typed", "said"),
    [("3 or 4", "more than one number"), ("three or four", "more than one number"), ("3–4", "more than one number"),
     ("many", "is not a number"), ("", "is not a number"), ("1e400", "can be meant"), (10**400, "can be meant"),
     ("at least 3", "leaves open"), ("> 3", "leaves open"), ("I don't know", "leaves open"), ("no idea", "leaves open"),
     ("1,000", "1000 or 1: write it without the comma"), ("3,357", "3357 or 3.357"), ("1.000", "without the point"),
     ("0x3", "is not a number"), ("1.2.3", "is not a number"), (float("nan"), "can be meant"), (True, "is not a number")],
)  # fmt: skip
def test_what_is_no_number_is_explained(typed, said):
    found = answers.read_number(typed)
    assert found.value is None
    assert said in found.problem


@given(n=st.integers(0, 99))
def test_a_number_in_words_is_read(n):
    tens = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")[n // 10]
    word = (
        "zero"
        if n == 0
        else IN_WORDS[n - 1]
        if n <= 20
        else f"{tens} {IN_WORDS[n % 10 - 1]}"
        if n % 10
        else tens
    )
    assert answers.read_number(word).value == answers.read_number(word.upper() + ".").value == n


@pytest.mark.parametrize(
    ("typed", "value"),
    [("Yes", True), (" yes! ", True), ("ｙｅｓ", True), ("I think yes", True), ("oui", True), ("✓", True), (1, True),
     ("No, because they asked", False), ("nah", False), ("nein", False), ("👎", False), ("“No”", False), (False, False)],
)  # fmt: skip
def test_yes_and_no(typed, value):
    assert answers.read_yes_no(typed).value is value


@pytest.mark.parametrize(
    ("typed", "said"), [("maybe", "neither yes nor no"), ("yes/no", "both yes and no"), ("y or n", "both")]
)
def test_what_is_neither_yes_nor_no_is_explained(typed, said):
    assert said in answers.read_yes_no(typed).problem


@pytest.mark.parametrize(
    ("typed", "time"),
    [("15:30", "15:30"), ("1530", "15:30"), ("3.30 p.m.", "15:30"), ("15h30", "15:30"), ("noon", "12:00"), ("at midnight", "00:00")],
)  # fmt: skip
def test_times(typed, time):
    assert answers.read_time(typed).value.isoformat("minutes") == time


@pytest.mark.parametrize(
    ("typed", "channel"),
    [("e-mail", "email"), ("Email", "email"), ("by e-mail", "email"), ("call", "phone"), ("a phone call", "phone"),
     ("letter", "letter"), ("by post", "letter"), ("2", "phone"), ("b", "phone"), ("handwritten card", "card"),
     ("PHONE.", "phone"), ("“phone”", "phone"), ("ｐｈｏｎｅ", "phone"), ("I would call", "phone"), ("option 2", "phone"),
     ("the second one", "phone"), ("B)", "phone"), ("please send an e-mail", "email"), ("a telephone call", "phone"),
     ("e\u2011mail", "email"), ("e\u00a0mail", "email"), ("<b>phone</b>", "phone")],
)  # fmt: skip
def test_channels(typed, channel):
    assert answers.read_choice(typed, CHANNELS).value == channel


def test_a_near_miss_of_a_choice_is_asked_about():
    assert answers.read_choice("e mial", CHANNELS).problem.endswith("Did you mean email?")
    assert answers.read_choice("pigeon", CHANNELS).problem.endswith("email, phone, letter, card.")
    assert (
        "more than one of the answers (email, phone)"
        in answers.read_choice("email or phone", CHANNELS).problem
    )
    assert "is not one of the answers" in answers.read_choice("not by phone", CHANNELS).problem
    people = {"hiring_manager": "the hiring manager", "interviewer": "the interviewer"}
    assert answers.read_choice("the office manager", people).problem


@pytest.mark.parametrize(
    "typed",
    [
        "email, card",
        ["card", "e-mail"],
        "card and e-mail",
        "1; 4",
        {"email", "card"},
        "email/card",
        "Email Card",
        "1 4",
        "a, d",
        "1. email\n2. card",
        "- email\n- card",
        "• email • card",
        "email & card.",
        "['email', 'card']",
        "email und card",
        "an e-mail, and a handwritten card",
        "the first and the fourth",
        ("email", "CARD"),
        "email;card;",
        "email + card",
    ],
)
def test_several_choices(typed):
    assert answers.read_choices(typed, CHANNELS).value == frozenset({"email", "card"})


@pytest.mark.parametrize("blank", [None, ..., "", "  ", "...", "…", "___", "?", [], ["", " "], {}])
def test_blanks_are_untouched(blank):
    assert answers.is_blank(blank)


@pytest.mark.parametrize("full", ["0", 0, False, "no", [0], "17 March"])
def test_answers_are_not_blank(full):
    assert not answers.is_blank(full)


def test_all_both_and_none():
    assert answers.read_choices("all of them", CHANNELS).value == frozenset(CHANNELS)
    assert answers.read_choices("none of them", CHANNELS).value == frozenset()
    two = {"email": "an e-mail", "card": "a card"}
    assert answers.read_choices("both", two).value == frozenset(two)
    assert answers.read_choices("both", CHANNELS).problem


def test_an_option_that_holds_a_list_is_not_taken_apart():
    options = {"record": "name, title and address", "date": "the date", "nothing": "nothing of it"}
    assert answers.read_choices("name, title and address", options).value == frozenset({"record"})
    assert answers.read_choices("nothing of it", options).value == frozenset({"nothing"})


def test_a_list_that_holds_itself_is_no_endless_matter():
    endless: list[object] = []
    endless.append(endless)
    assert not answers.is_blank(endless)
    assert answers.read_choices(endless, CHANNELS).problem


@given(
    id=st.sampled_from(sorted(CHANNELS)),
    around=st.sampled_from(["{}", "I would choose {}", "“{}”", " {}. ", "{}!", "by {}", "my answer: {}"]),
)
def test_each_option_is_found_by_its_id_and_its_text(id, around):
    for name in (id, id.upper(), CHANNELS[id]):
        assert answers.read_choice(around.format(name), CHANNELS).value == id


OWNERS = {"source": "the source's", "editorial": "this course's own, and marked so"}


@pytest.mark.parametrize(
    "typed", ["this course's own", "This course’s own", "own, and marked so", "ours", "the course"]
)
def test_some_words_of_an_option_are_enough(typed):
    assert answers.read_choice(typed, OWNERS).value == "editorial"


@pytest.mark.parametrize("typed", ["so", "marked", "not the source's own", "own course", "the book's own"])
def test_words_that_are_no_part_of_an_option_are_not_taken_for_it(typed):
    assert answers.read_choice(typed, OWNERS).problem


def test_part_of_two_options_is_said_and_a_near_one_is_shown_as_it_stands():
    two = {"a": "with the letter at once", "b": "with the letter later"}
    assert "more than one" in answers.read_choice("with the letter", two).problem
    assert (
        "Did you mean ask for time?"
        in answers.read_choice("asks for time", {"ask_for_time": "later"}).problem
    )
    assert (
        "this course's own, and marked so"
        in answers.read_choice("these course's own, marked so", OWNERS).problem
    )
