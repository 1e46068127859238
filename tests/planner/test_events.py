"""What events do to a plan, sentence by sentence of the readings (the numbers in the headings)."""

from __future__ import annotations

import msgspec
import pytest

import followup_kit as fk
from tests.planner.cases import day, dues, make, of, readings, row, rows, statuses

PROTOCOLS = fk.protocol_ids()
ALL = {"include": ("card", "work_sample")}


def standing(plan: fk.Plan) -> list[str]:
    """What is still to do, as month, day and step."""
    return [f"{t.due:%m-%d} {t.step}" for t in plan if t.open]


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


# -- 2. today --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "thanks", "check_in"),
    [
        (None, "planned", "planned"),
        ("2026-03-01", "planned", "planned"),
        ("2026-03-02", "due", "planned"),
        ("2026-03-03", "missed", "planned"),
        ("2026-03-17", "missed", "due"),  # the first day of the window
        ("2026-03-18", "missed", "due"),  # its last
        ("2026-03-19", "missed", "missed"),
    ],
)
def test_today_sets_statuses(today: str | None, thanks: str, check_in: str) -> None:
    plan = make("measured", promised="2026-03-16", today=today)
    assert (of(plan, "thank_you").status, of(plan, "check_in").status) == (thanks, check_in)


def test_letting_go_stays_due() -> None:
    plan = make("paced", today="2026-09-01")
    assert of(plan, "let_go").status == "due"
    assert {t.status for t in plan if t.step != "let_go"} == {"missed"}


def test_the_paced_thank_you_is_due_through_its_last_hour() -> None:
    assert of(make("paced", today="2026-03-03"), "thank_you").status == "due"
    assert of(make("paced", today="2026-03-04"), "thank_you").status == "missed"


def test_a_missed_step_still_counts_as_a_contact() -> None:
    assert dues(make("paced", today="2026-06-01"), "check_in") == ["03-09", "03-16", "03-23", "03-30"]


def test_a_future_interview_makes_the_plan_provisional() -> None:
    assert "provisional" in make("classic", promised="2026-03-16", today="2026-03-01").assumptions[0]
    assert not make("classic", promised="2026-03-16", today="2026-03-02").assumptions


# -- 3. sent ---------------------------------------------------------------------------------------


def test_sent_completes_the_first_open_occurrence_and_keeps_its_due() -> None:
    plan = make("persistent", events=["sent:2026-03-18:weekly"])
    first = of(plan, "weekly")
    assert (first.status, first.due, first.done_on) == ("done", day("2026-03-16"), day("2026-03-18"))
    plan = make("persistent", events=["sent:2026-03-18:weekly", "sent:2026-03-23:weekly"])
    assert of(plan, "weekly", 2).done_on == day("2026-03-23")
    assert of(plan, "weekly", 3).status == "planned"


@pytest.mark.parametrize(
    ("case", "step", "expected"),
    [
        # What counts from the step counts from the day on which it was done.
        (
            {"protocol": "measured", "promised": "2026-03-16", "events": ["sent:2026-03-20:check_in"]},
            "long_wait",
            "04-10",
        ),
        ({"protocol": "persistent", "events": ["sent:2026-03-11:call"]}, "weekly", "03-18"),
        ({"protocol": "paced", "events": ["sent:2026-03-04:thank_you"]}, "check_in", "03-11"),
        ({"protocol": "paced", "events": ["sent:2026-03-11:check_in"]}, "let_go", "04-08"),
        ({"protocol": "paced", "options": ALL, "events": ["sent:2026-03-05:card"]}, "check_in", "03-12"),
    ],
)
def test_what_counts_from_a_step_counts_from_the_day_it_was_done(
    case: dict, step: str, expected: str
) -> None:
    assert dues(make(**case), step)[0] == expected


def test_a_weekly_contact_does_not_move_the_grid() -> None:
    plan = make("persistent", events=["sent:2026-03-19:weekly"], weeks=4)
    assert dues(plan, "weekly") == ["03-16", "03-23", "03-30"]


def test_a_check_in_moves_the_chain() -> None:
    plan = make("paced", events=["sent:2026-03-11:check_in"])
    assert dues(plan, "check_in") == ["03-09", "03-18", "03-25", "04-01"]


def test_a_sent_that_matches_nothing_is_an_extra_contact() -> None:
    extra = make("paced", events=["sent:2026-03-04:card"])  # no card was planned
    assert dues(extra, "check_in")[0] == "03-11"
    assert "card" not in {t.step for t in extra}
    again = make("paced", events=["sent:2026-03-02:thank_you", "sent:2026-03-05:thank_you"])
    assert dues(again, "check_in")[0] == "03-12"
    assert rows(make("classic", events=["sent:2026-03-04:card"])) == rows(make("classic"))


def test_an_unknown_step_is_an_error_with_the_names() -> None:
    with pytest.raises(fk.UnknownName, match="Did you mean 'check_in'") as caught:
        make("paced", events=["sent:2026-03-04:chek_in"])
    assert len(set(caught.value.allowed)) == len(caught.value.allowed)


# -- 4. an answer without a decision ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("protocol", "step"), [("classic", "call"), ("measured", "check_in"), ("showcase", "call")]
)
@pytest.mark.parametrize(
    ("promised", "replied", "cancelled"),
    [
        ("2026-03-16", "2026-03-15", False),  # a courtesy is not the decision
        ("2026-03-16", "2026-03-16", True),
        ("2026-03-16", "2026-03-17", True),
        (None, "2026-03-02", False),  # on the interview day itself
        (None, "2026-03-03", True),
    ],
)
def test_an_answer_from_the_promised_date_on_cancels(
    protocol: str, step: str, promised: str | None, replied: str, cancelled: bool
) -> None:
    plan = make(protocol, promised=promised, events=[f"replied:{replied}"])
    assert (of(plan, step).status == "cancelled") is cancelled


def test_an_answer_leaves_what_is_done() -> None:
    plan = make("classic", promised="2026-03-16", events=["sent:2026-03-17:call", "replied:2026-03-18"])
    assert of(plan, "call").status == "done"


@pytest.mark.parametrize(
    ("news", "replied", "cancelled"),
    [
        ("delayed:2026-03-18:2026-03-27", "2026-03-26", False),
        ("delayed:2026-03-18:2026-03-27", "2026-03-27", True),
        ("delayed:2026-03-18", "2026-03-18", False),
        ("delayed:2026-03-18", "2026-03-19", True),
    ],
)
def test_an_answer_cancels_the_check_in_after_a_delay(news: str, replied: str, cancelled: bool) -> None:
    plan = make("measured", promised="2026-03-16", events=[news, f"replied:{replied}"])
    assert (of(plan, "after_delay").status == "cancelled") is cancelled


def test_an_answer_restarts_last_contact_in_paced() -> None:
    plan = make("paced", events=["replied:2026-03-12"])
    assert dues(plan, "check_in") == ["03-09", "03-19", "03-26", "04-02", "04-09"]
    assert dues(plan, "let_go") == ["04-16"]  # 28 days after the first check-in without an answer


def test_an_answer_before_the_first_check_in_re_dates_it_under_its_number() -> None:
    plan = make("paced", events=["replied:2026-03-05"])
    assert of(plan, "check_in").due == day("2026-03-12")
    assert dues(plan, "let_go") == ["04-09"]


def test_an_answer_changes_nothing_in_persistent() -> None:
    for event in ("replied:2026-03-12", "delayed:2026-03-12", "delayed:2026-03-12:2026-04-01"):
        assert statuses(make("persistent", events=[event])) == statuses(make("persistent"))
        assert rows(make("persistent", events=[event])) == rows(make("persistent"))


# -- 5. delayed ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("protocol", "promised", "event", "step", "expected"),
    [
        ("classic", "2026-03-16", "delayed:2026-03-16:2026-03-27", "call", "2026-03-30 call phone"),
        ("classic", None, "delayed:2026-03-10:2026-03-26", "call", "2026-03-27 call phone"),
        ("classic", "2026-03-16", "delayed:2026-03-16", "call", "2026-03-31 call phone"),  # news + 14, + 1
        ("showcase", "2026-03-16", "delayed:2026-03-16:2026-03-27", "call", "2026-03-30 call phone"),
        ("showcase", "2026-03-16", "delayed:2026-03-16", "call", "2026-03-23 call phone"),  # news + 7
        (
            "measured",
            "2026-03-16",
            "delayed:2026-03-18:2026-03-27",
            "after_delay",
            "2026-03-30 after_delay email",
        ),
        (
            "measured",
            "2026-03-16",
            "delayed:2026-03-18",
            "after_delay",
            "2026-03-25..2026-04-01 after_delay email",
        ),
        (
            "measured",
            "2026-03-16",
            "delayed:2026-03-14",
            "after_delay",
            "2026-03-23..2026-03-30 after_delay email",
        ),
        (
            "measured",
            "2026-03-16",
            "delayed:2026-03-18:2026-03-27",
            "long_wait",
            "2026-04-20 long_wait email",
        ),
        ("measured", "2026-03-16", "delayed:2026-03-18", "long_wait", "2026-04-15 long_wait email"),
        ("paced", "2026-03-16", "delayed:2026-03-12:2026-05-04", "let_go", "2026-05-11 let_go none"),
        ("paced", None, "delayed:2026-03-12", "let_go", "2026-04-16 let_go none"),
    ],
)
def test_news_of_a_delay(protocol: str, promised: str | None, event: str, step: str, expected: str) -> None:
    assert row(of(make(protocol, promised=promised, events=[event]), step)) == expected


def test_without_a_new_date_the_readings_run_from_the_news_too() -> None:
    plan = make("showcase", promised="2026-03-16", events=["delayed:2026-03-16"])
    assert readings(of(plan, "call")) == ["2026-03-23 phone", "2026-03-30 phone"]  # + 5 is a Saturday
    plan = make("classic", promised="2026-03-16", events=["delayed:2026-03-16"])
    assert readings(of(plan, "call")) == ["2026-03-31 phone", "2026-03-24 phone"]


def test_a_delay_takes_the_place_of_an_open_check_in_only() -> None:
    replaced = make("measured", promised="2026-03-16", events=["delayed:2026-03-16"])
    assert of(replaced, "check_in").status == "cancelled"
    done = make("measured", promised="2026-03-16", events=["sent:2026-03-17:check_in", "delayed:2026-03-18"])
    assert of(done, "check_in").status == "done"
    assert of(done, "after_delay").status == "planned"


@pytest.mark.parametrize(
    "events",
    [
        ["sent:2026-03-17:call", "delayed:2026-03-18:2026-04-01"],
        ["sent:2026-03-17:call", "delayed:2026-03-18"],
        ["sent:2026-03-17:call", "delayed:2026-03-18", "delayed:2026-03-25:2026-04-01"],
    ],
)
def test_a_single_call_already_made_stays_the_only_one(events: list[str]) -> None:
    for protocol in ("classic", "showcase"):
        calls = [t for t in make(protocol, promised="2026-03-16", events=events) if t.step == "call"]
        assert [t.status for t in calls] == ["done"]


def test_a_call_made_though_it_was_cancelled_is_the_only_one_too() -> None:
    events = ["replied:2026-03-16", "sent:2026-03-17:call", "delayed:2026-03-18:2026-04-01"]
    plan = make("classic", promised="2026-03-16", events=events)
    assert [t for t in plan if t.step == "call" and t.open] == []


def test_in_paced_a_delay_counts_as_an_answer() -> None:
    assert dues(make("paced", events=["delayed:2026-03-12"]), "check_in") == dues(
        make("paced", events=["replied:2026-03-12"]), "check_in"
    )


def test_after_a_delay_the_plan_asks_for_a_date_and_assumes_only_what_it_uses() -> None:
    assert "ask for one" in make("classic", events=["delayed:2026-03-16"]).assumptions[0]
    assert (
        "assumes a decision by Mon 30 Mar 2026"
        in make("classic", events=["delayed:2026-03-16"]).assumptions[0]
    )
    assert "assumes" not in make("measured", events=["delayed:2026-03-16"]).assumptions[0]


# -- 6. decisions ----------------------------------------------------------------------------------


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_an_offer_leaves_thanks_and_brings_the_confirmation_call(protocol: str) -> None:
    plan = make(protocol, promised="2026-03-16", options=ALL, events=["offer:2026-03-06"])
    kept = {t.step for t in make(protocol, options=ALL)} & {"thank_you", "card", "work_sample"}
    assert {t.step for t in plan if t.open} == kept | {"confirmation_call"}
    call = of(plan, "confirmation_call")
    assert row(call) == "2026-03-09 confirmation_call phone"  # a Friday; the next working day
    assert call.rules == ("000.01", "000.02")
    assert call.to == "lead_interviewer"


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_no_leaves_only_the_reply_to_it(protocol: str) -> None:
    plan = make(protocol, promised="2026-03-16", options=ALL, events=["rejected:2026-03-06"])
    assert standing(plan) == ["03-09 after_rejection"]
    reply = of(plan, "after_rejection")
    assert (reply.channel, reply.rules) == ("email", ("000.26", "000.27"))


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("event", ["accepted:2026-03-06", "next_round:2026-03-06"])
def test_accepting_and_a_next_round_end_the_plan(protocol: str, event: str) -> None:
    plan = make(protocol, promised="2026-03-16", options=ALL, events=["sent:2026-03-02:thank_you", event])
    assert standing(plan) == []
    assert of(plan, "thank_you").status == "done"
    assert not plan.assumptions or "goes on" not in " ".join(plan.assumptions)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (["offer:2026-03-06", "accepted:2026-03-10"], []),
        (["offer:2026-03-06", "rejected:2026-03-10"], ["03-11 after_rejection"]),
        (["rejected:2026-03-06", "offer:2026-03-10"], ["03-02 thank_you", "03-11 confirmation_call"]),
        (["offer:2026-03-06", "offer:2026-03-10"], ["03-02 thank_you", "03-11 confirmation_call"]),
        (["offer:2026-03-06", "next_round:2026-03-10"], []),
        (["offer:2026-03-06", "replied:2026-03-10"], ["03-02 thank_you", "03-09 confirmation_call"]),
    ],
)
def test_the_newest_decision_rules(events: list[str], expected: list[str]) -> None:
    assert standing(make("classic", promised="2026-03-16", events=events)) == expected


def test_a_confirmation_call_can_be_made_though_the_one_call_was() -> None:
    events = ["sent:2026-03-17:call", "offer:2026-03-18", "sent:2026-03-19:confirmation_call"]
    plan = make("classic", promised="2026-03-16", events=events)
    assert [t.step for t in plan if t.status == "done"] == ["call", "confirmation_call"]


# -- 7. wishes of the employer ---------------------------------------------------------------------


@pytest.mark.parametrize("protocol", ["classic", "showcase", "persistent"])
def test_asked_not_to_call_turns_open_calls_into_e_mails(protocol: str) -> None:
    plan = make(protocol, promised="2026-03-16", events=["asked_not_to_call:2026-03-04"])
    before = make(protocol, promised="2026-03-16")
    assert "phone" not in {t.channel for t in plan}
    assert [(t.step, t.due) for t in plan] == [(t.step, t.due) for t in before]


def test_the_turn_of_weekly_is_not_reshuffled() -> None:
    plan = make("persistent", events=["asked_not_to_call:2026-03-10"], weeks=5)
    assert [t.channel for t in plan if t.step == "weekly"] == ["email", "letter", "email", "email"]


def test_a_call_made_before_they_asked_stays_a_call() -> None:
    events = ["sent:2026-03-17:call", "asked_not_to_call:2026-03-18"]
    assert of(make("classic", promised="2026-03-16", events=events), "call").channel == "phone"


def test_asked_not_to_call_holds_for_an_offer() -> None:
    plan = make("classic", events=["asked_not_to_call:2026-03-04", "offer:2026-03-06"])
    assert of(plan, "confirmation_call").channel == "email"


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_asked_not_to_contact_leaves_only_the_thanks(protocol: str) -> None:
    plan = make(protocol, promised="2026-03-16", options=ALL, events=["asked_not_to_contact:2026-03-02"])
    kept = {t.step for t in make(protocol, options=ALL)} & {"thank_you", "card", "work_sample"}
    assert {t.step for t in plan if t.open} == kept
    assert not plan.assumptions or "goes on" not in " ".join(plan.assumptions)


@pytest.mark.parametrize("event", ["replied:2026-03-10", "delayed:2026-03-10", "reopened:2026-03-10"])
def test_no_later_news_brings_contact_back(event: str) -> None:
    for protocol in PROTOCOLS:
        plan = make(protocol, events=["asked_not_to_contact:2026-03-04", event])
        assert {t.step for t in plan if t.open} <= {"thank_you"}


# -- 8. snoozed and reopened -----------------------------------------------------------------------


def test_a_snooze_sets_the_due_date() -> None:
    plan = make("measured", promised="2026-03-16", events=["snoozed:2026-03-17:check_in:2026-03-20"])
    assert row(of(plan, "check_in")) == "2026-03-20..2026-03-20 check_in email"
    assert dues(plan, "long_wait") == ["04-10"]  # what counts from it moves with it


def test_a_snooze_moves_one_occurrence_of_a_grid_and_the_rest_of_a_chain() -> None:
    grid = make("persistent", events=["snoozed:2026-03-16:weekly:2026-03-18"], weeks=4)
    assert dues(grid, "weekly") == ["03-18", "03-23", "03-30"]
    chain = make("paced", events=["snoozed:2026-03-09:check_in:2026-03-12"])
    assert dues(chain, "check_in")[:2] == ["03-12", "03-19"]
    assert dues(chain, "let_go") == ["04-09"]


def test_a_snooze_of_what_is_not_open_changes_nothing_and_says_so() -> None:
    plan = make("classic", events=["snoozed:2026-03-04:confirmation_call:2026-03-09"])
    assert rows(plan) == rows(make("classic"))
    assert "changes nothing" in plan.assumptions[-1]


def test_later_news_re_dates_what_was_snoozed() -> None:
    events = ["snoozed:2026-03-17:call:2026-03-20", "delayed:2026-03-18:2026-04-01"]
    assert dues(make("classic", promised="2026-03-16", events=events), "call") == ["04-02"]


def test_snoozing_before_the_interview_is_an_error() -> None:
    with pytest.raises(fk.CaseError, match="cannot be snoozed"):
        make("classic", events=["snoozed:2026-03-04:call:2026-03-01"])


def test_reopened_lifts_letting_go_and_restarts_last_contact() -> None:
    plan = make("paced", events=["reopened:2026-04-06"], weeks=12)
    assert dues(plan, "check_in") == ["03-09", "03-16", "03-23", "03-30", "04-13", "04-20", "04-27", "05-04"]
    assert dues(plan, "let_go") == ["05-11"]


def test_reopened_after_letting_go_brings_a_second_one() -> None:
    events = ["sent:2026-04-06:let_go", "reopened:2026-04-10"]
    plan = make("paced", events=events, weeks=12)
    assert of(plan, "let_go").status == "done"
    assert of(plan, "check_in", 5).due == day("2026-04-17")
    assert of(plan, "let_go", 2).due == day("2026-05-15")


def test_after_letting_go_nothing_is_planned() -> None:
    plan = make("paced", events=["sent:2026-03-20:let_go"])
    assert dues(plan, "check_in") == ["03-09", "03-16"]


# -- 9. what no longer stands ----------------------------------------------------------------------


def test_what_an_event_took_away_stays_listed_with_its_old_date() -> None:
    plan = make("classic", promised="2026-03-16", events=["replied:2026-03-16"])
    call = of(plan, "call")
    assert (call.status, call.due) == ("cancelled", day("2026-03-17"))
    assert str(call.changed_by) == "replied:2026-03-16"


def test_a_re_dated_occurrence_keeps_its_number_and_is_not_cancelled() -> None:
    plan = make("classic", promised="2026-03-16", events=["delayed:2026-03-16:2026-03-27"])
    assert [(t.occurrence, t.status) for t in plan if t.step == "call"] == [(1, "planned")]


def test_occurrences_that_a_later_chain_has_no_room_for_are_cancelled() -> None:
    plan = make("paced", weeks=4, events=["replied:2026-03-12"])  # to Mon 30 Mar
    assert [f"{t.due:%m-%d} {t.occurrence} {t.status}" for t in plan if t.step == "check_in"] == [
        "03-09 1 planned",
        "03-19 2 planned",
        "03-26 3 planned",
        "03-30 4 cancelled",
    ]


def test_cancelled_steps_come_back_when_they_stand_again() -> None:
    events = ["rejected:2026-03-05", "offer:2026-03-06"]
    plan = make("classic", events=events)
    assert statuses(plan) == [
        "thank_you 1 planned",
        "after_rejection 1 cancelled",
        "confirmation_call 1 planned",
        "call 1 cancelled",
    ]


def test_without_history_nothing_cancelled_is_listed() -> None:
    interview = fk.Interview(day=day("2026-03-02"), promised=day("2026-03-16"))
    plan = fk.plan(interview, "persistent", events=["accepted:2026-03-05"], history=False)
    assert list(plan) == []


@pytest.mark.parametrize("wrong", [5, None, {"kind": "sent"}, b"replied:2026-03-09"])
def test_what_is_no_event_is_one_sentence(wrong) -> None:
    with pytest.raises(fk.CaseError, match="is neither"):
        fk.plan(fk.Interview(day=fk.parse_day("2026-03-02")), "classic", events=[wrong])


@pytest.mark.parametrize("wrong", [5, None, "replied:2026-03-09", fk.Event.parse("replied:2026-03-09")])
def test_events_that_are_no_list_are_one_sentence(wrong) -> None:
    with pytest.raises(fk.CaseError, match="must be a list of events"):
        fk.plan(fk.Interview(day=fk.parse_day("2026-03-02")), "classic", events=wrong)
