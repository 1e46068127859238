"""The checklist for calls: complete, and every example does what it says."""

from __future__ import annotations

import pytest

from followup_kit.advice.calls import call_advice, call_items
from followup_kit.advice.rules import rules
from followup_kit.calls import check_call
from followup_kit.records.call import CALL_KINDS, CallItem

ITEMS = call_items()


def verdict(item: CallItem, text: str) -> str:
    variant = item.variants[0] if item.variants else None
    return check_call(text, item.kinds[0], variant=variant)[item.id].verdict


HITS = [(i, text) for i in ITEMS for text in i.hit]
MISSES = [(i, text) for i in ITEMS for text in i.miss]


@pytest.mark.parametrize(("item", "text"), HITS, ids=[f"{i.id}-{n}" for n, (i, _) in enumerate(HITS)])
def test_an_example_that_should_hit_is_met(item: CallItem, text: str) -> None:
    assert verdict(item, text) == "met"


@pytest.mark.parametrize(("item", "text"), MISSES, ids=[f"{i.id}-{n}" for n, (i, _) in enumerate(MISSES)])
def test_an_example_that_should_miss_is_not_met(item: CallItem, text: str) -> None:
    assert verdict(item, text) in {"missing", "breach", "check_yourself"}


@pytest.mark.parametrize("item", ITEMS, ids=[i.id for i in ITEMS])
def test_an_item_is_complete(item: CallItem) -> None:
    assert item.rules or item.editorial
    assert set(item.rules) <= set(rules())
    assert item.hit
    assert item.miss
    for kind in item.kinds:
        assert set(item.variants) <= {v.id for v in call_advice(kind).variants}
    needed = {
        "present": "missing",
        "absent": "breach",
        "gaps": "breach",
        "length": "breach",
        "budget": "breach",
    }
    assert getattr(item.messages, needed.get(item.how, "missing"))
    if item.doubtful:
        assert item.messages.check_yourself


def test_what_the_sources_ask_of_a_call_is_checked() -> None:
    carried = {r for i in ITEMS for r in i.rules}
    assert {"000.19", "000.20", "000.22", "000.23", "000.24", "003.20", "003.21", "001.23"} <= carried


@pytest.mark.parametrize("kind", CALL_KINDS)
def test_every_kind_of_call_has_items_of_all_groups(kind: str) -> None:
    assert {i.group for i in ITEMS if kind in i.kinds} == {"form", "content", "tone"}


HARMLESS = [
    "Is this a good moment? This is Li Wei. I wanted to ask whether there is any news. Thank you.",
    "Excuse my English. I am Olu Ade from the interview on Monday. Is there already a decision please?",
    "This is Ana. Please tell me if you need any papers from me. Have you decided yet? Thanks.",
    "Hello, this is Sam. You said that you would decide by Monday, so I wanted to ask how things stand.",
    "This is Mia. When do you need to know my answer? Thank you for the kind offer.",
    "My name is Ivan. I would like ask, if decision is made? Sorry for disturb. Thank you very much.",
    "This is Jo. I am keen, but there is no hurry. May I ask whether you have decided?",
    "This is Bo. Whom should I talk to? Are you the right person to ask? Thank you.",
]
PUSHY = [
    "I really need a decision by tomorrow.",
    "Let me know by Friday or I will go elsewhere.",
    "You said you would call. Why has nobody rung?",
    "How much longer is this going to take?",
    "I expect an answer today.",
    "I have another offer that expires tomorrow, so please hurry.",
    "You owe me an answer.",
    "Just tell me now: yes or no?",
    "Put me through to the manager immediately.",
    "You had better decide soon.",
]
BOASTING = [
    "I am the perfect candidate and we both know it.",
    "You will regret it if you take somebody else.",
    "I am fed up with this.",
    "I am better than the other applicants.",
    "I beg you, I am desperate.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_polite_enquiry_is_no_demand_in_anybodys_english(text: str) -> None:
    report = check_call(text, "status")
    assert report["enquiry_not_demand"].verdict == "met", report["enquiry_not_demand"].quotes
    assert report["humble"].verdict == "met", report["humble"].quotes
    assert report["says_who"].verdict == "met" or "who" not in text


@pytest.mark.parametrize("text", PUSHY)
def test_a_demand_is_found(text: str) -> None:
    assert check_call(text, "status")["enquiry_not_demand"].verdict in {"breach", "check_yourself"}


@pytest.mark.parametrize("text", BOASTING)
def test_boasting_begging_and_impatience_are_found(text: str) -> None:
    assert check_call(text, "status")["humble"].verdict in {"breach", "check_yourself"}
