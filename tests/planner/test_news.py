"""What answers, delays, decisions and wishes of the employer do to a plan (4 to 7 of the readings)."""

from __future__ import annotations

import pytest

import followup_kit as fk
from tests.planner.cases import day, dues, make, of, readings, row, rows, statuses

PROTOCOLS = fk.protocol_ids()
ALL = {"include": ("card", "work_sample")}


def standing(plan: fk.Plan) -> list[str]:
    """What is still to do, as month, day and step."""
    return [f"{t.due:%m-%d} {t.step}" for t in plan if t.open]


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
