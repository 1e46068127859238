"""The questions before leaving: one list, no repeats, every rule kept."""

from __future__ import annotations

import pytest

import followup_kit as fk
from followup_kit.advice.questions import _data
from followup_kit.advice.rules import rules
from followup_kit.errors import UnknownName
from followup_kit.records.leaving import SITUATIONS

WANTED = {
    "000.03", "000.04", "001.13", "001.14", "001.15", "002.02", "002.03", "002.04", "002.05", "002.06",
    "004.02", "004.03", "004.04", "004.05", "004.06",
}  # fmt: skip


def test_every_rule_of_the_sources_is_kept() -> None:
    asked = fk.questions()
    kept = set(asked.rules) | {r for q in asked for r in q.rules} | {r for f in asked.record for r in f.rules}
    assert kept >= WANTED
    assert kept <= set(rules())


def test_rules_of_the_kind_question_stand_with_a_question() -> None:
    wanted = {r for r in WANTED if "question" in rules()[r].kinds} - {"002.02"}
    assert {r for q in fk.questions() for r in q.rules} >= wanted


@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_question_stands_twice(situation: str) -> None:
    asked = fk.questions(situation)  # type: ignore[arg-type]
    assert len({q.id for q in asked}) == len(asked)
    assert len({q.wording(asked.situation) for q in asked}) == len(asked)
    rules_together = [r for q in asked for r in q.rules if r != "000.04"]
    assert len(rules_together) == len(set(rules_together)), "only 000.04 asks two things"


def test_the_record_holds_seven_things_and_each_can_be_had() -> None:
    record = [f.id for f in fk.questions().record]
    assert record == ["name", "title", "postal_address", "email", "promised_date", "follow_up", "topics"]
    asked = {fill for q in fk.questions() for fill in q.fills}
    assert asked == set(record) - {"topics"}
    left = fk.questions("already_left")
    assert {f for p in left.places for f in p.finds} == set(record)


def test_a_remote_interview_has_no_card_but_other_places() -> None:
    remote = fk.questions("remote")
    assert [p.id for p in remote.places] == ["invitation", "signature", "company_page"]
    assert all("card" not in q.wording("remote") for q in remote)
    assert fk.questions().places == ()


def test_whoever_has_left_is_not_told_to_ask_in_the_room() -> None:
    left = fk.questions("already_left")
    assert {q.id for q in fk.questions()} - {q.id for q in left} == {"qualifications"}
    assert "already left" in left.opening


def test_what_is_ours_says_why_and_what_has_aged_says_when() -> None:
    data = _data()
    assert all(e.rules or e.editorial for e in (*data.questions, *data.record))
    assert all(p.editorial for p in data.places)
    card = next(q for q in data.questions if q.id == "card")
    assert (card.dated, bool(card.today)) == (2014, True)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_it_reads_as_plain_text(situation: str) -> None:
    text = str(fk.questions(situation))  # type: ignore[arg-type]
    assert "1. " in text
    assert "Take home:" in text
    assert ("Where to look:" in text) == (situation != "in_person")


def test_an_unknown_situation_is_said_in_a_sentence() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'remote'"):
        fk.questions("remotely")  # type: ignore[arg-type]
