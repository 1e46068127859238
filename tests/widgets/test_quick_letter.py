"""Five questions lead to a page in the letter studio."""

from __future__ import annotations

import datetime as dt

import pytest

from followup_kit.course.learner.own_case import Case, my_case, practice_case, save_case
from followup_kit.journal.store import Journal
from followup_kit.records.case import Interview, Person
from followup_kit.widgets.quick_letter import quick_letter

ANSWERS = {
    "people": "Ana Ruiz; ana@example.org\nLi Wei",
    "company": "Bright Farm",
    "day": "2 march",
    "topics": "the harvest\nthe new greenhouse",
    "name": "Kim Novak",
}


def answered(**changed):
    form = quick_letter(year=2026)
    for key, value in (ANSWERS | changed).items():
        form.fields[key].value = value
    return form


def test_the_answers_stand_in_the_letters_and_in_the_own_case(course_folder):
    studio = answered().start()
    assert [t.splitlines()[0] for t in studio.texts] == ["Dear Ana Ruiz,", "Dear Li Wei,"]
    assert "the harvest" in studio.texts[0]
    assert "the new greenhouse" in studio.texts[1]
    case = my_case()
    assert case.own
    assert (case.name, case.interview.day, case.interview.company) == (
        "Kim Novak",
        dt.date(2026, 3, 2),
        "Bright Farm",
    )
    assert b"To: Ana Ruiz <ana@example.org>" in studio.desk.eml(0)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [("day", "", "need this day"), ("day", "3/2/2026", "write the month"), ("people", " ", "put a name")],
)
def test_what_is_missing_stands_at_its_field(course_folder, key, value, said):
    form = answered(**{key: value})
    assert form.start() is None
    assert said in form.fields[key].error
    assert said in form.state.value
    assert not course_folder.exists()


def test_an_address_that_is_none_is_said_in_a_sentence():
    form = answered(people="Ana Ruiz; ana@@example")
    assert form.start() is None
    assert "is not an e-mail address" in form.state.value


def test_a_letter_that_was_begun_is_not_lost(course_folder):
    answered().start().write("Dear Ana,\n\nThank you.")
    again = quick_letter(year=2026)
    assert again.fields["people"].value == "Ana Ruiz; ana@example.org\nLi Wei"
    assert again.start().texts[0] == "Dear Ana,\n\nThank you."


def test_what_was_entered_before_is_kept(course_folder):
    known = practice_case()
    save_case(known)
    form = quick_letter(year=2026)
    form.start()
    case = my_case()
    assert case.interview.promised == known.interview.promised
    assert case.interview.people == known.interview.people


def test_the_pack_is_saved_at_the_press_of_a_button(course_folder):
    form = answered()
    form.save()
    assert "five questions first" in form.state.value
    form.start()
    form.save()
    assert "Letter to Li Wei" in (course_folder / "follow-up-pack.html").read_text(encoding="utf-8")


def test_what_is_typed_is_escaped():
    form = answered(day="<img src=x>")
    form.start()
    assert "<img" not in form.state.value


def test_a_second_interview_takes_nothing_from_the_first_which_goes_into_the_journal(course_folder):
    first = Interview(
        day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16), company="Acme", position="Clerk",
        contact_via="Talent Agency", people=(Person(name="Li Wei", phone="1"),),
    )  # fmt: skip
    save_case(Case(interview=first, name="Kim"))
    form = answered(company="Beta Ltd", day="20 march")
    assert form.start() is None
    assert "Acme" in form.state.value
    assert my_case().interview == first, "nothing is replaced before the learner was asked"
    assert form.start() is not None
    now = my_case().interview
    assert (now.company, now.position, now.promised, now.contact_via) == ("Beta Ltd", "", None, None)
    with Journal(course_folder / "my-journal.sqlite") as journal:
        assert [e.interview.company for e in journal.entries()] == ["Acme"]


def test_the_same_interview_keeps_what_else_was_noted(course_folder):
    first = Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16), company="bright farm")
    save_case(Case(interview=first))
    assert answered().start() is not None
    assert my_case().interview.promised == first.promised


@pytest.mark.parametrize(
    ("typed", "day"),
    [("today", 3), ("this morning", 3), ("Yesterday", 2), ("yesterday afternoon", 2), ("2 March", 2)],
)
def test_the_day_may_be_said_from_today_and_is_shown_as_it_was_understood(course_folder, typed, day):
    form = quick_letter(today=dt.date(2026, 3, 3))
    for key, value in (ANSWERS | {"day": typed}).items():
        form.fields[key].value = value
    assert form.start() is not None
    assert my_case().interview.day == dt.date(2026, 3, day)
    assert form.fields["day"].value == ("Tue 3 March 2026" if day == 3 else "Mon 2 March 2026")


@pytest.mark.parametrize("typed", ["last Friday", "yesterday week", "not yesterday", "not today", "Friday"])
def test_what_is_not_one_day_is_still_asked_about(course_folder, typed):
    form = quick_letter(today=dt.date(2026, 3, 3))
    for key, value in (ANSWERS | {"day": typed}).items():
        form.fields[key].value = value
    assert form.start() is None
    assert form.fields["day"].error


def test_the_page_that_it_begins_with_holds_gaps_and_no_slip(course_folder):
    studio = answered(people="Ana Ruiz").start()
    said = [f.message for f in studio.desk.report(0).to_fix()]
    assert said
    assert all("gap" in message for message in said), said


def test_where_the_pack_was_saved_stands_below_its_button(course_folder):
    form = answered()
    assert form.start() is not None
    form.save()
    assert "follow-up-pack.html" in form._place.children[-1].value
    form.start()
    assert form._place.children[-1].value == ""
