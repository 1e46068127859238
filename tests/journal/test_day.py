"""The day over all applications, and what to look at first."""

from __future__ import annotations

import datetime as dt
import re

import msgspec
import pytest

import followup_kit as fk
from followup_kit.advice.rules import rules
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event, Options, Person
from tests.journal.conftest import DAY, interview


def days(journal: Journal, day: str) -> dict[str, list[tuple[str, str | None]]]:
    agenda, _ = journal.day(dt.date.fromisoformat(day))
    out: dict[str, list[tuple[str, str | None]]] = {}
    for item in agenda.items:
        out.setdefault(item.group, []).append((item.interview, item.step))
    return out


def test_the_groups_of_a_day(journal: Journal) -> None:
    a = journal.add(interview(company="A"), "classic")
    b = journal.add(interview(company="B"), "measured")
    c = journal.add(interview(company="C"), "paced")
    for name in (a, b, c):
        journal.record(name, Event.parse("sent:2026-03-02:thank_you"))
    assert days(journal, "2026-03-10") == {
        "overdue": [(c, "check_in")],
        "waiting": [(a, "call"), (b, "check_in")],
    }
    assert days(journal, "2026-03-17")["due"] == [(a, "call"), (b, "check_in")]
    assert days(journal, "2026-03-18") == {
        "overdue": [(c, "check_in"), (a, "call")],
        "due": [(b, "check_in")],
    }
    journal.record(a, Event.parse("rejected:2026-03-18"))
    journal.record(b, Event.parse("accepted:2026-03-18"))
    journal.record(c, Event.parse("sent:2026-03-09:check_in"))
    late = days(journal, "2026-04-20")
    assert late["decided"] == [(b, None)]
    assert late["let_go"] == [(c, "let_go")]
    assert late["overdue"] == [(a, "after_rejection")]


def test_what_was_let_go_can_be_reopened(journal: Journal) -> None:
    name = journal.add(interview(), "paced")
    for event in ("sent:2026-03-02:thank_you", "sent:2026-03-09:check_in"):
        journal.record(name, Event.parse(event))
    assert "let_go" in days(journal, "2026-04-20")
    journal.record(name, Event.parse("reopened:2026-04-20"))
    assert days(journal, "2026-04-20") == {"waiting": [(name, "check_in")]}


def test_an_overdue_step_stands_once_and_not_after_something_later_was_done(journal: Journal) -> None:
    name = journal.add(interview(), "persistent")
    late = days(journal, "2026-04-14")["overdue"]
    assert late.count((name, "weekly")) == 1
    journal.record(name, Event.parse("sent:2026-04-13:weekly"))
    assert "overdue" not in days(journal, "2026-04-13")


def test_nothing_left_to_do_is_waiting(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    for event in ("sent:2026-03-02:thank_you", "sent:2026-03-17:call"):
        journal.record(name, Event.parse(event))
    agenda, _ = journal.day(dt.date(2026, 5, 1))
    assert [(i.group, i.step) for i in agenda.items] == [("waiting", None)]
    assert "no verdict on you" in agenda.items[0].words
    assert agenda.group("due") == ()


def test_the_words_are_kind_and_promise_nothing(journal: Journal) -> None:
    names = [journal.add(interview(company=p), p) for p in fk.protocol_ids()]
    said = []
    for number in range(0, 90, 3):
        agenda, notices = journal.day(DAY + dt.timedelta(days=number))
        said += [i.words for i in agenda.items] + [n.text for n in notices]
    for name in names:
        journal.record(name, Event.parse("rejected:2026-05-30"))
    said += [i.words for i in journal.day(dt.date(2026, 7, 1))[0].items]
    text = " ".join(said)
    assert not re.search(
        r"chance|odds|more likely|improve|increase|failed|failure|ghost|ignored|too late|must", text, re.I
    )
    assert "no verdict on you" in text


def kinds(journal: Journal, today: dt.date | None = None) -> list[str]:
    return sorted({n.kind for n in journal.day(today or DAY)[1]})


def test_the_same_person_in_two_applications(journal: Journal) -> None:
    first = journal.add(interview(company="A"), "classic")
    second = journal.add(interview(company="B"), "classic")
    found = [n for n in journal.day(DAY)[1] if n.kind == "same_person"]
    assert [n.interviews for n in found] == [(first, second)] * 2
    assert "Zoë Özdemir is in two" in found[0].text
    assert "Li Wei seems to be" in found[1].text
    assert all(r in rules() for n in found for r in n.rules)
    assert all(n.editorial for n in found)


def test_two_rounds_of_one_application_are_no_notice(journal: Journal) -> None:
    first = journal.add(interview(), "classic")
    people = journal.entry(first).interview.people
    journal.next_round(first, interview(day=dt.date(2026, 3, 20), people=people), on=dt.date(2026, 3, 10))
    assert "same_person" not in kinds(journal)


def test_two_contacts_to_one_company_on_one_day(journal: Journal) -> None:
    first = journal.add(interview(company="Acme", people=()), "classic")
    second = journal.add(interview(company=" ACME", position="Cook", people=()), "showcase")
    found = [n for n in journal.day(DAY)[1] if n.kind == "same_day"]
    assert [(str(n.day), n.interviews) for n in found] == [
        ("2026-03-02", (first, second)),
        ("2026-03-17", (first, second)),
    ]
    journal.record(second, Event.parse("snoozed:2026-03-10:call:2026-03-19"))
    journal.record(second, Event.parse("sent:2026-03-03:thank_you"))
    assert "same_day" not in kinds(journal)
    journal.add(interview(company="Other", people=()), "classic")
    assert "same_day" not in kinds(journal)


@pytest.mark.parametrize(
    ("protocol", "spent"), [("classic", True), ("showcase", True), ("persistent", False), ("paced", False)]
)
def test_a_call_budget_that_is_spent(journal: Journal, protocol: str, spent: bool) -> None:
    name = journal.add(interview(), protocol)
    assert "call_budget" not in kinds(journal)
    step = "check_in" if protocol == "paced" else "call"
    journal.record(name, Event(kind="sent", on=dt.date(2026, 3, 10), step=step, channel="phone"))
    assert ("call_budget" in kinds(journal)) is spent
    journal.record(name, Event.parse("offer:2026-03-12"))
    assert "call_budget" not in kinds(journal)


def test_a_call_outside_the_plan_spends_the_budget_too(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    journal.record(name, Event(kind="sent", on=dt.date(2026, 3, 10), step="thank_you", channel="phone"))
    (notice,) = [n for n in journal.day(DAY)[1] if n.kind == "call_budget"]
    assert "000.19" in notice.rules
    assert "000.19" in notice.text


def test_own_protocols_have_their_budget(journal: Journal) -> None:
    own = msgspec.structs.replace(fk.load_protocol("classic"), id="ours")
    name = journal.add(interview(), own)
    journal.record(name, Event.parse("sent:2026-03-17:call"))
    assert "call_budget" in kinds(journal)


def test_overdue_says_its_rule(journal: Journal) -> None:
    journal.add(interview(people=(Person(name="A B"),)), "classic")
    found = [n for n in journal.day(dt.date(2026, 3, 20))[1] if n.kind == "overdue"]
    assert len(found) == 2
    assert all(n.rules and n.rules[0] in n.text for n in found)
    assert kinds(journal, DAY) == []


@pytest.mark.parametrize(
    ("events", "group", "said"),
    [
        (("offer:2026-03-12", "sent:2026-03-12:confirmation_call"), "decided", "You have an offer"),
        (("rejected:2026-03-12", "offer:2026-03-20", "sent:2026-03-20:confirmation_call"), "decided", "You have an offer"),
        (("offer:2026-03-12", "accepted:2026-03-20"), "decided", "You accepted"),
        (("asked_not_to_contact:2026-03-12",), "waiting", "asked not to be contacted"),
    ],
)  # fmt: skip
def test_the_newest_answer_is_the_one_that_is_spoken_of(
    journal: Journal, events: tuple[str, ...], group: str, said: str
) -> None:
    name = journal.add(interview(), "classic")
    journal.record(name, Event.parse("sent:2026-03-02:thank_you"))
    for event in events:
        journal.record(name, Event.parse(event))
    items = journal.day(dt.date(2026, 5, 1))[0].items
    assert [(i.group, i.step) for i in items if i.step is None] == [(group, None)]
    assert said in items[-1].words


def test_notices_hold_nothing_against_anybody_that_the_day_does_not(journal: Journal) -> None:
    journal.add(interview(), "paced")
    agenda, notices = journal.day(dt.date(2026, 8, 1))
    assert {i.group for i in agenda.items} == {"let_go"}
    assert not [n for n in notices if n.kind == "overdue"]


def test_contacts_that_are_over_or_of_one_plan_are_not_to_be_moved(journal: Journal) -> None:
    first = journal.add(interview(people=()), "classic")
    second = journal.add(interview(position="Cook", people=()), "classic")
    for name in (first, second):
        journal.record(name, Event.parse("sent:2026-03-02:thank_you"))
        journal.record(name, Event.parse("sent:2026-03-17:call"))
    assert "same_day" not in kinds(journal, dt.date(2026, 6, 1))
    alone = journal.add(
        interview(company="Beta", people=()), "showcase", options=Options(include=("work_sample",))
    )
    assert all(alone not in n.interviews for n in journal.day(DAY)[1] if n.kind == "same_day")


def test_a_budget_of_two_calls_is_not_called_one(journal: Journal) -> None:
    classic = fk.load_protocol("classic")
    steps = tuple(msgspec.structs.replace(s, limit=2) if s.id == "call" else s for s in classic.steps)
    own = msgspec.structs.replace(classic, id="mine", steps=steps)
    name = journal.add(interview(), own)
    for day in (17, 19):
        journal.record(name, Event(kind="sent", on=dt.date(2026, 3, day), step="call", channel="phone"))
    (notice,) = [n for n in journal.day(dt.date(2026, 3, 20))[1] if n.kind == "call_budget"]
    assert "all 2 calls about the decision were made by" in notice.text
