"""The call coach's Python side: words, ways, what is heard, and the events that come of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

import followup_kit as fk
from followup_kit.course.learner.own_case import practice
from followup_kit.errors import UnknownName
from followup_kit.widgets.base import use_plain_controls
from followup_kit.widgets.call_coach import CallCoach
from followup_kit.widgets.rehearsal import Rehearsal

ON = dt.date(2026, 2, 18)


def made(**given: object) -> CallCoach:
    wanted = {"on": ON, "sender": "Jade Carter", "phone": "555 0199"} | given
    return fk.call_coach(practice("jade"), **wanted)  # type: ignore[arg-type]


@pytest.fixture
def coach() -> CallCoach:
    return made()


@pytest.fixture
def plain() -> Iterator[None]:
    use_plain_controls()
    yield
    use_plain_controls(None)


def test_it_begins_with_a_script_that_passes(coach: CallCoach) -> None:
    assert coach.words.value == coach.script.text
    assert coach.report.to_fix() == ()
    assert "Nothing to mend" in coach.shown.value
    assert "0 made of 1" in coach._diary.value
    assert coach.script.step == "call"


def test_it_does_the_step_that_its_protocol_has() -> None:
    assert made(protocol="measured").script.step == "check_in"
    assert made(protocol="persistent").script.step == "call"
    assert made(kind="decline").script.step == "confirmation_call"


def test_own_words_are_checked_kept_and_given_back(coach: CallCoach) -> None:
    coach.words.value = "I need an answer <b>today</b>!"
    assert coach.report["enquiry_not_demand"].verdict == "breach"
    assert "1 to mend" in coach.box.said or "to mend: Say who you are" in coach.box.said
    assert "<b>today" not in coach.shown.value
    coach.route.value = "email"
    assert coach.words.value == coach.script.text
    coach.route.value = "phone"
    assert coach.words.value == "I need an answer <b>today</b>!"
    coach.clear.click()
    assert coach.words.value == coach.script.text
    coach.clear.click()
    assert coach.words.value == "I need an answer <b>today</b>!"
    assert coach.restore() == "I need an answer <b>today</b>!"
    assert coach.words.value == coach.script.text
    coach.words.value = ""
    assert "Not started" in coach.shown.value
    assert "✗" not in coach.shown.value


def test_the_name_goes_into_the_script_but_not_into_own_words(coach: CallCoach) -> None:
    coach.fields["sender"].value = "Zoë"
    assert "This is Zoë" in coach.words.value
    coach.words.value = "My own words."
    coach.fields["sender"].value = "Ana"
    assert coach.words.value == "My own words."


def test_the_written_ways_have_no_voicemail_and_no_timer(coach: CallCoach) -> None:
    coach.kind.value = "voicemail"
    assert coach.timer.seconds == 25
    coach.route.value = "text"
    assert coach.kind.value == "status"
    assert "voicemail" not in [o[0] for o in coach.kind.options]
    assert coach._timer.children == ()
    coach.hear("sent_it")
    assert [str(e) for e in coach.events] == ["sent:2026-02-18:call"]
    assert coach.events[0].channel is None


def test_whoever_only_writes_begins_with_an_e_mail() -> None:
    assert made(options=fk.Options(written_only=True)).route.value == "email"
    asked = made(events=["asked_not_to_call:2026-02-12"])
    assert asked.route.value == "email"
    asked.hear("sent_it")
    assert asked.events[0].channel == "email"
    assert made(route="relay").script.channel == "phone"


def test_what_is_heard_becomes_events_and_the_plan_follows(coach: CallCoach) -> None:
    coach.fields["date"].value = "27 February"
    coach.hear("need_more_time")
    assert [str(e) for e in coach.events] == ["sent:2026-02-18:call", "delayed:2026-02-18:2026-02-27"]
    assert "by what date" in coach.box.said
    assert coach.fields["date"].value == ""
    assert coach.diary.plan.promised == dt.date(2026, 2, 27)
    assert coach.report["one_call_only"].verdict == "breach"
    coach.undo()
    assert coach.events == ()
    assert coach.report["one_call_only"].verdict == "met"
    coach.undo()
    assert "nothing to take back" in coach.box.said


def test_a_branch_leads_to_the_next_kind_with_the_same_question() -> None:
    coach = made(protocol="persistent")
    coach.variant.value = "information"
    coach.hear("voicemail")
    (go_on,) = coach.follow.children
    go_on.click()
    assert (coach.kind.value, coach.variant.value) == ("voicemail", "information")
    coach.hear("message_left")
    assert coach.diary.budget().made == 1


def test_an_offer_leads_to_its_answer(coach: CallCoach) -> None:
    coach.hear("offer")
    coach.follow.children[0].click()
    assert (coach.kind.value, coach.variant.value) == ("confirmation", "accept")
    coach.variant.value = "ask_for_time"
    coach.fields["answer_by"].value = "20 February"
    assert "by Friday 20 February" in coach.words.value
    coach.hear("time_granted")
    assert str(coach.events[-1]) == "sent:2026-02-18:confirmation_call"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("on", "", "Put the day"),
        ("on", "someday", "someday"),
        ("date", "", "needs a date"),
        ("date", "1 January", "before"),
    ],
)
def test_a_day_that_cannot_be_is_said_at_its_field(
    coach: CallCoach, field: str, value: str, words: str
) -> None:
    coach.fields[field].value = value
    coach.hear("not_in")
    assert words in coach.fields[field].error
    assert coach.events == ()
    coach.fields["on"].value, coach.fields["date"].value = "18 February", "20 February"
    coach.hear("not_in")
    assert [str(e) for e in coach.events] == ["snoozed:2026-02-18:call:2026-02-20"]


def test_an_event_that_the_plan_refuses_changes_nothing(coach: CallCoach) -> None:
    coach.fields["on"].value = "1 February"
    coach.hear("offer")
    assert coach.events == ()
    assert "before" in coach.box.said


def test_each_line_says_who_says_so(coach: CallCoach) -> None:
    assert "000.20" in coach.lines.body
    assert "Ours:" in coach.lines.body
    coach.hear("offer")
    assert coach.answer.value.count("Rules: 000.01, 000.02") == 1
    assert "Rules: Rules" not in coach.answer.value + coach.lines.body


def test_the_agency_is_named() -> None:
    coach = fk.call_coach(practice("rosa"), on=dt.date(2026, 4, 24), sender="Rosa")
    assert "Everything goes through Northside Staffing" in coach.intro.value


def test_the_timer_tells_a_few_moments_only() -> None:
    told: list[str] = []
    timer = Rehearsal(25, told.append)
    timer.inner.moment = "started"
    timer.inner.moment = "half"
    timer.inner.moment = "over"
    assert len(told) == 3
    timer.seconds = 45
    assert timer.inner.seconds == 45


@pytest.mark.usefixtures("plain")
def test_it_works_on_plain_controls() -> None:
    coach = made()
    coach.words.value = "Why have you not called?"
    assert coach.report["enquiry_not_demand"].verdict == "breach"
    assert "at most 45 seconds" in coach.timer.inner.value
    coach.timer.seconds = 25
    assert "at most 25 seconds" in coach.timer.inner.value
    coach.hear("will_hear_soon")
    assert len(coach.events) == 2


def test_an_unknown_kind_is_said_in_a_sentence() -> None:
    with pytest.raises(UnknownName, match="kind of call"):
        made(kind="chat")
