"""Changing a protocol: a step at a time, with what no longer rests on its source marked."""

from __future__ import annotations

import pytest

import followup_kit as fk
from followup_kit.errors import CaseError
from followup_kit.records.advice import Step
from tests.comparison.cases import NO_DATE, TWO_WEEKS


def step(protocol: fk.Protocol, id: str) -> Step:
    found = protocol.step(id)
    assert found is not None
    return found


def test_a_changed_day_moves_the_plan_and_its_opinions() -> None:
    own = fk.change_step(fk.own_copy(fk.load_protocol("classic"), "mine"), "call", offset=3)
    assert [t.due.isoformat() for t in fk.plan(TWO_WEEKS, own)] == ["2026-03-02", "2026-03-19"]
    assert "000.05" in fk.opinions(own, TWO_WEEKS)["call"].objects["classic"]
    assert step(own, "call").editorial
    assert "when" not in step(own, "call").rests_on
    assert step(own, "call").rests_on["limit"] == ("000.19",)
    assert fk.compare(TWO_WEEKS, ["classic", own]).plans["mine"]


def test_counting_from_the_interview_needs_no_promised_date() -> None:
    own = fk.change_step(
        fk.load_protocol("classic"), "call", anchor="interview", offset=4, unit="working_days"
    )
    assert step(own, "call").without_date is None
    assert [t.due.isoformat() for t in fk.plan(NO_DATE, own)] == ["2026-03-02", "2026-03-06"]
    back = fk.change_step(own, "call", anchor="promised_date")
    assert fk.plan(NO_DATE, back)[1].assumed


def test_channel_and_recipient_can_be_changed() -> None:
    own = fk.change_step(fk.load_protocol("classic"), "call", channel="email", to="hiring_manager")
    call = fk.plan(TWO_WEEKS, own)[1]
    assert (call.channel, call.to) == ("email", "hiring_manager")


def test_nothing_changed_is_the_same_protocol() -> None:
    classic = fk.load_protocol("classic")
    assert fk.change_step(classic, "call", offset=1, channel="phone", to="lead_interviewer") is classic


def test_a_step_can_be_left_out_once_nothing_depends_on_it() -> None:
    persistent = fk.load_protocol("persistent")
    with pytest.raises(fk.CaseError, match="Reverse cover letter depends on Follow-up call"):
        fk.drop_step(persistent, "call")
    assert fk.drop_step(persistent, "weekly").step("weekly") is None


@pytest.mark.parametrize(
    ("protocol", "id", "changes", "said"),
    [
        ("classic", "call", {"offset": -1}, "0 to 366 days"),
        ("classic", "call", {"offset": 900}, "0 to 366 days"),
        ("paced", "check_in", {"offset": 0}, "repeats, so at least 1 day"),
        ("paced", "check_in", {"anchor": "interview"}, "keeps what it counts from"),
        ("persistent", "weekly", {"channel": "email"}, "keeps its channels"),
        ("paced", "let_go", {"channel": "email"}, "keeps its channels"),
        ("paced", "let_go", {"to": "interviewer"}, "goes to nobody"),
        ("classic", "cal", {}, "Did you mean 'call'"),
    ],
)
def test_what_cannot_be_is_refused(protocol: str, id: str, changes: dict[str, object], said: str) -> None:
    with pytest.raises(fk.FollowUpError, match=said):
        fk.change_step(fk.load_protocol(protocol), id, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", "My own", "_x", "é", "a" * 41, "../x", "9lives"])
def test_a_name_that_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(fk.CaseError, match="cannot be the name of a protocol"):
        fk.own_copy(fk.load_protocol("classic"), name)


@pytest.mark.parametrize("name", ["classic", "persistent", "strictest"])
def test_a_name_of_this_package_is_not_ones_own(name: str) -> None:
    with pytest.raises(CaseError, match="another one"):
        fk.own_copy(fk.load_protocol("classic"), name)
