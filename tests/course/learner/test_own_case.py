"""The learner's interview: entered once, kept in their own file, the practice case until then."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_kit.course.learner.own_case import (
    FILE,
    forget_case,
    my_case,
    practice_case,
    practice_cases,
    save_case,
)
from followup_kit.course.plain import grade
from followup_kit.errors import CourseError, UnknownName
from followup_kit.records.case import Interview, Person

OWN = replace(practice_case("rosa"), own=True, id="", trade="", story="", written_only=True)


def test_the_practice_case_stands_in():
    assert my_case() == practice_case("amina")
    assert not my_case().own


def test_it_is_read_back_as_it_was_saved(course_folder):
    path = save_case(OWN)
    assert path.parent == course_folder
    assert my_case() == OWN
    assert all(t.channel != "phone" for t in my_case().plan())


@given(
    name=st.text(max_size=80),
    topics=st.lists(st.text(max_size=20), max_size=3),
    day=st.dates(dt.date(1971, 1, 1), dt.date(2199, 1, 1)),
    ends=st.none() | st.times(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_interview_survives_the_file(name, topics, day, ends, course_folder):
    interview = Interview(day=day, ends=ends, topics=tuple(topics), people=(Person(name=name),))
    save_case(replace(OWN, interview=interview, name=name))
    assert my_case().interview == interview


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"interview": {"day": "2026-03-02", "promised": "2026-01-01"}}',
        b'{"interview": 1}',
    ],
)
def test_a_damaged_file_is_kept_and_the_practice_case_stands_in(raw, course_folder):
    course_folder.mkdir()
    (course_folder / FILE).write_bytes(raw)
    found = my_case()
    assert found.interview == practice_case().interview
    assert "damaged" in found.notice
    assert (course_folder / "my-interview.damaged-1.json").read_bytes() == raw
    save_case(OWN)
    assert my_case() == OWN


def test_half_a_character_is_refused_in_a_sentence(course_folder):
    save_case(OWN)
    with pytest.raises(CourseError, match="half a character"):
        save_case(replace(OWN, name="\ud83d"))
    assert my_case() == OWN


def test_nothing_is_deleted_by_accident(course_folder):
    save_case(OWN)
    with pytest.raises(CourseError, match="really=True"):
        forget_case()
    assert my_case().own
    forget_case(really=True)
    assert not my_case().own


@pytest.mark.parametrize("id", practice_cases())
def test_a_practice_case_can_be_planned_and_read(id):
    case = practice_case(id)
    assert case.interview.day.year == 2026
    assert len(case.plan()) >= 2
    assert grade(case.story) <= 8
    roles = {r for p in case.interview.people for r in p.roles}
    assert roles >= {"lead_interviewer", "hiring_manager", "interviewer"}
    assert all(p.email.endswith("@example.com") for p in case.interview.people)


def test_the_trades_are_varied_and_unknown_cases_are_named():
    assert {c.trade for c in practice_cases().values()} == {
        "office",
        "sales",
        "care",
        "workshop",
        "first job",
    }
    with pytest.raises(UnknownName, match="Did you mean 'amina'"):
        practice_case("amin")


@pytest.mark.parametrize(
    "text",
    [
        '{"interview": {"day": "2026-03-02", "timezone": "Mars/Phobos"}}',
        '{"interview": {"day": "2026-03-02", "promised": "2026-03-01"}}',
        '{"interview": {"day": "2026-03-02"}, "country": "ZZ"}',
        '{"interview": {"day": "2026-03-02"}, "protocol": "nothing"}',
    ],
)
def test_a_file_that_no_plan_can_be_made_of_is_kept_aside(course_folder, text):
    course_folder.mkdir(parents=True)
    (course_folder / FILE).write_text(text, encoding="utf-8")
    case = my_case()
    assert not case.own
    assert "damaged" in case.notice
    assert len(case.plan()) > 0
    assert [p.read_text(encoding="utf-8") for p in course_folder.glob("*.damaged-*")] == [text]


def test_copies_of_a_damaged_file_are_deleted_with_it(course_folder):
    save_case(OWN)
    (course_folder / FILE).write_text("Zoë is half a file")
    assert my_case().notice
    assert len(list(course_folder.iterdir())) == 2
    forget_case(really=True)
    assert list(course_folder.iterdir()) == []
