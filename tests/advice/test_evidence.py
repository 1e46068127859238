"""Evidence: cards graded by the written rubric, drifts, the spread of the guides."""

from __future__ import annotations

import re

import msgspec
import pytest

import followup_kit as fk
from followup_kit.advice import evidence as module
from followup_kit.advice.evidence import evidence_data


def test_there_are_twenty_one_cards_in_order() -> None:
    assert [c.id for c in fk.evidence_cards()] == list(range(1, 22))


@pytest.mark.parametrize("card", fk.evidence_cards(), ids=lambda c: c.id)
def test_every_card_is_whole(card: fk.Card) -> None:
    assert set(card.marks) == {m.id for m in evidence_data().rubric.marks}
    assert card.reasons
    assert card.addresses
    assert len(set(card.addresses)) == len(card.addresses)
    assert re.search(r"\d{4}|not given", card.years)
    assert fk.grade(card) in ("high", "good", "fair", "weak")


def test_grades_follow_the_rubric() -> None:
    rubric = evidence_data().rubric
    bounds = [b.at_least for b in rubric.grades]
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] == 0
    for card in fk.evidence_cards():
        total = sum(card.marks.values())
        assert fk.grade(card) == next(b.grade for b in rubric.grades if total >= b.at_least)
    assert rubric.grade({"design": 2, "sample": 2, "independence": 2, "agreement": 0}) == "high"
    assert rubric.grade({"design": 0, "sample": 0, "independence": 0, "agreement": 0}) == "weak"


def test_no_survey_of_a_vendor_is_graded_high() -> None:
    """Whoever sells to candidates or employers gets no mark for independence, so never more than good."""
    for card in fk.evidence_cards():
        if card.marks["independence"] == 0:
            assert fk.grade(card) in ("fair", "weak")
        if card.nearness == "asked":
            assert fk.grade(card) in ("fair", "weak")


def test_the_one_campaign_with_two_answers() -> None:
    card = fk.evidence_card(13)
    assert "80 %" in card.finding
    assert "42 %" in card.finding
    with pytest.raises(fk.UnknownName, match="no evidence card '22'"):
        fk.evidence_card(22)


def test_nothing_claims_better_odds() -> None:
    for card in fk.evidence_cards():
        if card.nearness == "asked":
            assert not re.search(r"raises|increases|more likely to (get|be hired)|odds", card.finding)
    assert evidence_data().headline.startswith("No trial was found")


def test_drifts_name_their_cards_and_rules() -> None:
    assert [d.id for d in fk.drifts()] == list("abcdef")
    for drift in fk.drifts():
        assert {fk.evidence_card(id).id for id in drift.cards} == set(drift.cards)
        assert set(drift.rules) <= set(fk.rules())
        assert drift.said != drift.found
        assert drift.cards or drift.rules


def test_the_sources_stand_first_among_the_guides() -> None:
    assert [g.protocol for g in fk.guides()[:5]] == list(fk.protocol_ids())
    for guide in fk.guides():
        assert set(guide.rules) <= set(fk.rules())
        if guide.days_after_promise:
            first, last = guide.days_after_promise
            assert 1 <= first <= last <= 7
            assert guide.after_promise


def test_the_guides_spread_from_one_day_to_seven() -> None:
    frame = fk.guides_frame()
    assert (frame["first_day"].min(), frame["last_day"].max()) == (1, 7)


def test_the_frame_holds_every_card() -> None:
    frame = fk.evidence()
    assert list(frame.index) == list(range(1, 22))
    assert frame.loc[1, "grade"] == "high"
    assert (frame["sum"] == frame[["design", "sample", "independence", "agreement"]].sum(axis=1)).all()
    assert list(fk.let_go_frame(50)["still_open"].round(2)) == [0.76, 0.79, 0.55]


def test_a_card_shows_how_its_grade_comes_about() -> None:
    text = fk.card_text(fk.evidence_card(16))
    assert "Grade: weak (2 of 8)" in text
    assert "How was it found out? 1 of 2" in text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cards": "twice"}, "stands twice"),
        ({"marks": {}}, "needs agreement, design, independence, sample"),
        ({"drift_card": 99}, "there is no card 99"),
        ({"drift_rule": "000.99"}, "There is no rule '000.99'"),
    ],
)
def test_a_damaged_file_is_named(change: dict[str, object], said: str) -> None:
    data = evidence_data()
    if "cards" in change:
        data = msgspec.structs.replace(data, cards=data.cards + data.cards[:1])
    if "marks" in change:
        data = msgspec.structs.replace(data, cards=(msgspec.structs.replace(data.cards[0], marks={}),))
    if "drift_card" in change:
        data = msgspec.structs.replace(data, drifts=(msgspec.structs.replace(data.drifts[0], cards=(99,)),))
    if "drift_rule" in change:
        data = msgspec.structs.replace(
            data, drifts=(msgspec.structs.replace(data.drifts[0], rules=("000.99",)),)
        )
    with pytest.raises(fk.DataError, match=r"evidence\.toml") as raised:
        module._check(data)
    assert said in str(raised.value)
