"""Interviews, events and options: what they refuse, and how events are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.records.case import EVENT_KINDS

DAY = dt.date(2026, 3, 5)


@pytest.mark.parametrize("text", ["2026-03-02", " 2026-03-02 ", "2026-03-02\n"])
def test_a_day_is_read(text: str) -> None:
    assert fk.parse_day(text) == dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2 March",
        "2026-3-2",
        "20260302",
        "2026-W10-1",
        "2026-02-30",
        "2026-03-02T10:00",
        "２０２６-03-02",
        "x" * 10_000,
    ],
)
def test_what_is_no_day_is_one_sentence(text: str) -> None:
    with pytest.raises(fk.CaseError, match="write it as YYYY-MM-DD, for example 2026-03-16") as caught:
        fk.parse_day(text)
    assert len(str(caught.value)) < 200


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_every_day_survives_its_written_form(day: dt.date) -> None:
    assert fk.parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("details", "wrong"),
    [
        ({"day": "2026-03-02"}, "interview day must be a date"),
        ({"day": None}, "interview day must be a date"),
        ({"day": dt.datetime(2026, 3, 2, 10)}, "interview day must be a date"),
        ({"day": DAY, "promised": "2026-03-16"}, "promised date must be a date"),
        ({"day": DAY, "promised": dt.date(2026, 3, 4)}, "is before the interview on 2026-03-05"),
        ({"day": DAY, "ends": "19:00"}, "local time without a zone"),
        ({"day": DAY, "timezone": "Mars/Base"}, "There is no time zone 'Mars/Base'"),
        ({"day": DAY, "timezone": 3}, "There is no time zone '3'"),
    ],
)
def test_an_interview_that_cannot_be(details: dict, wrong: str) -> None:
    with pytest.raises(fk.FollowUpError) as caught:
        fk.Interview(**details)
    assert wrong in str(caught.value)


def test_a_decision_may_be_promised_for_the_same_day() -> None:
    assert fk.Interview(day=DAY, promised=DAY).promised == DAY


def test_records_are_frozen_and_compared_by_value() -> None:
    interview = fk.Interview(day=DAY)
    with pytest.raises(AttributeError):
        interview.day = dt.date(2026, 3, 6)  # type: ignore[misc]
    assert interview == fk.Interview(day=DAY)
    assert msgspec.structs.replace(interview, company="A") != interview


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("replied:2026-03-05", {"kind": "replied"}),
        (" offer:2026-03-05 ", {"kind": "offer"}),
        ("sent:2026-03-05:call", {"kind": "sent", "step": "call"}),
        ("delayed:2026-03-05", {"kind": "delayed"}),
        ("delayed:2026-03-05:", {"kind": "delayed"}),
        ("delayed:2026-03-05:2026-03-20", {"kind": "delayed", "new_date": dt.date(2026, 3, 20)}),
        (
            "snoozed:2026-03-05:call:2026-03-20",
            {"kind": "snoozed", "step": "call", "new_date": dt.date(2026, 3, 20)},
        ),
        ("undone:2026-03-05", {"kind": "undone"}),
        ("undone:2026-03-05:sent:2026-03-02:call", {"kind": "undone", "undoes": "sent:2026-03-02:call"}),
    ],
)
def test_an_event_is_read(text: str, expected: dict) -> None:
    assert fk.Event.parse(text) == fk.Event(on=DAY, **expected)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "There is no event ''"),
        ("repliedd:2026-03-05", "Did you mean 'replied'"),
        ("replied", "needs its day, for example replied:2026-03-09"),
        ("replied:", "is not a day"),
        ("replied:tomorrow", "is not a day"),
        ("replied:2026-03-05:x", "too many parts"),
        ("sent:2026-03-05", "needs the step"),
        ("sent:2026-03-05:", "needs the step"),
        ("snoozed:2026-03-05:call", "needs the new date"),
        ("snoozed:2026-03-05", "needs the step"),
        ("snoozed:2026-03-05:call:soon", "new date 'soon' is not a day"),
        ("delayed:2026-03-05:2026-03-04", "new date 2026-03-04 is before the news"),
        ("x" * 10_000, "There is no event"),
    ],
)
def test_an_event_that_cannot_be_read_is_one_sentence(text: str, wrong: str) -> None:
    with pytest.raises(fk.FollowUpError) as caught:
        fk.Event.parse(text)
    assert wrong in str(caught.value)
    assert len(str(caught.value)) < 300
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("details", "wrong"),
    [
        ({"kind": "sent", "on": "2026-03-05", "step": "call"}, "must be a date"),
        ({"kind": "sent", "on": dt.datetime(2026, 3, 5), "step": "call"}, "must be a date"),
        ({"kind": "delayed", "on": DAY, "new_date": "2026-03-09"}, "must be a date"),
        (
            {"kind": "snoozed", "on": DAY, "step": "call", "new_date": dt.datetime(2026, 3, 9)},
            "must be a date",
        ),
        ({"kind": "vanished", "on": DAY}, "There is no event 'vanished'"),
    ],
)
def test_an_event_that_cannot_be(details: dict, wrong: str) -> None:
    with pytest.raises(fk.FollowUpError) as caught:
        fk.Event(**details)
    assert wrong in str(caught.value)


def test_the_kinds_of_events() -> None:
    assert set(EVENT_KINDS) == {
        "sent", "replied", "delayed", "offer", "accepted", "rejected", "next_round", "asked_not_to_call",
        "asked_not_to_contact", "snoozed", "reopened", "undone",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("details", "wrong"),
    [
        ({"pace": "hasty"}, "Choose one of: relaxed, standard, assertive"),
        ({"channels": {"call": "fax"}}, "There is no channel for call 'fax'"),
        ({"include": "card"}, "are a list of names"),
    ],
)
def test_options_that_cannot_be(details: dict, wrong: str) -> None:
    with pytest.raises(fk.FollowUpError) as caught:
        fk.Options(**details)
    assert wrong in str(caught.value)


def test_a_day_later_counts_whole_days_where_no_end_is_known() -> None:
    assert fk.Interview(day=DAY).after_end(24) == dt.date(2026, 3, 6)
    assert fk.Interview(day=DAY).after_end(25) == dt.date(2026, 3, 7)
    assert fk.Interview(day=DAY).after_end(0) == DAY


@pytest.mark.parametrize(
    "make",
    [
        lambda: fk.Event(kind="sent", on=fk.parse_day("2026-03-03"), step="thank_you", channel="fax"),
        lambda: fk.Event(kind="sent", on=fk.parse_day("2026-03-03"), step="thank_you", to="boss"),
        lambda: fk.Person(name="Ana Ruiz", roles=("boss",)),
    ],
)
def test_a_word_that_is_not_known_is_said_at_once(make: Callable[[], object]) -> None:
    with pytest.raises(fk.UnknownName, match=r"fax|boss"):
        make()


def test_a_text_is_not_taken_for_a_list() -> None:
    with pytest.raises(fk.CaseError, match="topics of an interview are a list"):
        fk.Interview(day=fk.parse_day("2026-03-02"), topics="budget")  # type: ignore[arg-type]
    with pytest.raises(fk.CaseError, match="roles of a person are a list"):
        fk.Person(name="Ana Ruiz", roles="recruiter")  # type: ignore[arg-type]


def test_the_recruiter_in_between_was_not_met_but_one_who_led_was() -> None:
    ana, via = fk.Person(name="Ana Ruiz"), fk.Person(name="Bo Lind", roles=("recruiter",))
    led = fk.Person(name="Cy Dahl", roles=("recruiter", "lead_interviewer"))
    assert fk.Interview(day=fk.parse_day("2026-03-02"), people=(ana, via, led)).met == (ana, led)
