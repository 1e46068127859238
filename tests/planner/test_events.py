"""Which events count, in which order, and what is taken back (1 of the readings)."""

from __future__ import annotations

import msgspec
import pytest

import followup_kit as fk
from tests.planner.cases import day, dues, make, of, rows, statuses

PROTOCOLS = fk.protocol_ids()


# -- 1. order, repeats, undone ---------------------------------------------------------------------


def test_events_count_by_date_and_not_as_given() -> None:
    events = ["delayed:2026-03-18:2026-03-27", "delayed:2026-03-20:2026-04-10"]
    assert rows(make("classic", promised="2026-03-16", events=events)) == rows(
        make("classic", promised="2026-03-16", events=events[::-1])
    )
    assert dues(make("classic", promised="2026-03-16", events=events), "call") == ["04-13"]


def test_of_one_day_the_order_given_counts() -> None:
    offer, no = "offer:2026-03-10", "rejected:2026-03-10"
    assert "confirmation_call" in {t.step for t in make("classic", events=[no, offer]) if t.open}
    assert "confirmation_call" not in {t.step for t in make("classic", events=[offer, no]) if t.open}


def test_identical_events_count_once() -> None:
    once = make("persistent", events=["sent:2026-03-16:weekly"])
    twice = make("persistent", events=["sent:2026-03-16:weekly"] * 2)
    assert once == twice
    assert statuses(once).count("weekly 1 done") == 1
    assert "weekly 2 done" not in statuses(twice)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_an_event_before_the_interview_is_an_error(protocol: str) -> None:
    with pytest.raises(fk.CaseError, match="2026-03-01 is before the interview on 2026-03-02"):
        make(protocol, events=["replied:2026-03-01"])


def test_undone_drops_its_event_as_if_it_had_never_been() -> None:
    plain = make("paced", events=["replied:2026-03-12"])
    undone = make(
        "paced", events=["replied:2026-03-12", "offer:2026-03-13", "undone:2026-03-14:offer:2026-03-13"]
    )
    assert undone == plain


def test_undone_without_a_name_takes_back_the_newest() -> None:
    events = ["sent:2026-03-02:thank_you", "rejected:2026-03-05"]
    assert make("classic", events=[*events, "undone:2026-03-05"]) == make("classic", events=events[:1])


@pytest.mark.parametrize("beginning", ["sent", "sent:2026-03-02", "sent:2026-03-02:thank_you"])
def test_undone_names_its_event_by_the_beginning(beginning: str) -> None:
    events = ["sent:2026-03-02:thank_you", "replied:2026-03-05"]
    plan = make("classic", events=[*events, f"undone:2026-03-06:{beginning}"])
    assert [str(e) for e in plan.events] == ["replied:2026-03-05"]


def test_undone_prefers_the_event_that_it_names_in_full() -> None:
    events = ["delayed:2026-03-10", "delayed:2026-03-10:2026-03-20", "undone:2026-03-11:delayed:2026-03-10"]
    assert [str(e) for e in make("classic", events=events).events] == ["delayed:2026-03-10:2026-03-20"]


def test_what_is_done_again_after_it_was_taken_back_stands() -> None:
    sent = "sent:2026-03-17:call"
    plan = make("classic", promised="2026-03-16", events=[sent, "undone:2026-03-17", sent])
    assert of(plan, "call").status == "done"


def test_a_list_of_events_given_twice_keeps_their_order() -> None:
    sent = "sent:2026-03-02:thank_you"
    events = [sent, f"undone:2026-03-02:{sent}", sent, "replied:2026-03-02"]
    plan = make("showcase", events=events)
    assert [str(e) for e in plan.events] == [sent, "replied:2026-03-02"]
    assert make("showcase", events=events * 2) == plan


def test_the_same_undone_twice_takes_back_no_second_event() -> None:
    events = ["sent:2026-03-02:thank_you", "replied:2026-03-05"]
    undo, newer = "undone:2026-03-06", "asked_not_to_call:2026-03-06"
    plan = make("classic", events=[*events, undo, newer, undo])
    assert [str(e) for e in plan.events] == ["sent:2026-03-02:thank_you", "asked_not_to_call:2026-03-06"]
    by_name = "undone:2026-03-06:replied"
    plan = make("classic", events=[*events, by_name, newer, by_name])
    assert [str(e) for e in plan.events] == ["sent:2026-03-02:thank_you", "asked_not_to_call:2026-03-06"]


def test_undoing_takes_a_double_entry_with_it() -> None:
    plan = make("classic", events=["offer:2026-03-05", "offer:2026-03-05", "undone:2026-03-06"])
    assert plan.events == ()


@pytest.mark.parametrize("undo", ["undone:2026-03-05", "undone:2026-03-09:offer", "undone:2026-03-09:re"])
def test_nothing_to_undo_is_an_error(undo: str) -> None:
    with pytest.raises(fk.CaseError, match="nothing to undo"):
        make("classic", events=["replied:2026-03-08", undo])


def test_an_e_mail_and_a_call_of_one_day_are_two_contacts_in_either_order() -> None:
    mail = fk.Event(kind="sent", on=day("2026-03-17"), step="call", channel="email")
    call = msgspec.structs.replace(mail, channel="phone")
    for events in ([mail, call], [call, mail]):
        assert set(make("classic", promised="2026-03-16", events=events).events) == {mail, call}
    undo = fk.Event(kind="undone", on=day("2026-03-18"), undoes=str(mail), channel="phone")
    assert make("classic", events=[call, mail, undo]).events == (mail,)
    both = [call, mail, undo, msgspec.structs.replace(undo, channel="email")]
    assert make("classic", events=both).events == ()


def test_what_was_taken_back_may_be_of_a_day_that_was_wrong() -> None:
    events = ["sent:2026-03-01:thank_you", "undone:2026-03-01", "sent:2026-03-02:thank_you"]
    assert [str(e) for e in make("classic", events=events).events] == events[2:]


@pytest.mark.parametrize("wrong", [5, None, {"kind": "sent"}, b"replied:2026-03-09"])
def test_what_is_no_event_is_one_sentence(wrong) -> None:
    with pytest.raises(fk.CaseError, match="is neither"):
        fk.plan(fk.Interview(day=fk.parse_day("2026-03-02")), "classic", events=[wrong])


@pytest.mark.parametrize("wrong", [5, None, "replied:2026-03-09", fk.Event.parse("replied:2026-03-09")])
def test_events_that_are_no_list_are_one_sentence(wrong) -> None:
    with pytest.raises(fk.CaseError, match="must be a list of events"):
        fk.plan(fk.Interview(day=fk.parse_day("2026-03-02")), "classic", events=wrong)
