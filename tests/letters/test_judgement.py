"""From sentences to verdicts: planted flaws, look-alikes, plain English of other tongues, and what is said of it."""

from __future__ import annotations

import pytest

from followup_kit.letters import tone
from followup_kit.letters.check import check_letter
from followup_kit.letters.checklists import our_checklist
from followup_kit.letters.checks import RULES
from followup_kit.letters.context import parse_context
from followup_kit.letters.draft import parse_draft
from followup_kit.letters.judgement import HEAD_OF, SETS, features, judge, judgement, rule_features
from followup_kit.letters.look import Look
from followup_kit.letters.sentences import HEADS
from followup_kit.records.letter import Report

TONE = ("friendly_tone", "courteous_professional", "no_gushing", "no_humor_or_nicknames", "no_pressure")
START = "Dear Ms. Ruiz,\n\nThank you for showing me the greenhouse on Monday, and for the good questions. "
END = " I would be glad to join you. Please let me know if you need anything more.\n\nKind regards,\nLi Wei"


def check(sentence: str, kind: str = "thank_you") -> Report:
    return check_letter(START + sentence + END, our_checklist().example_context, kind=kind)


FLAWS = [
    "If you cannot make up your mind by noon, I shall take it that you never wanted me.",
    "My little ones go to bed hungry, so you simply have to choose me.",
    "You still owe me an explanation for your silence.",
    "I wept for joy all night, for never has a mortal met such a radiant genius as you.",
    "Catch ya later, you absolute legend, and kiss the goldfish from me, haha.",
    "Your receptionist was rude and the whole office a disgrace.",
]


@pytest.mark.parametrize("sentence", FLAWS)
def test_a_planted_flaw_is_shown_where_it_stands(sentence: str) -> None:
    report = check(sentence)
    flagged = [report[i] for i in TONE if report[i].verdict in {"breach", "check_yourself"}]
    assert flagged
    start = len(START)
    assert any(a < start + len(sentence) and start < b for f in flagged for a, b in f.spans)


HARMLESS = [
    "The buddy system for new starters made sense to me.",
    "You said that the deadline for the tender is Friday, and that nobody sleeps much before it.",
    "I am dying to know how the trial of the blue lamps turned out.",
    "I am very sorry for my mistakes, I learn English since two years only.",
    "I was interested how you are doing the watering without to lose the pressure.",
    "I hope that your daughter has good luck in her exam.",
    "It was the best tomato that I have eaten for a long time.",
]


@pytest.mark.parametrize("sentence", HARMLESS)
def test_a_harmless_sentence_breaks_no_tone(sentence: str) -> None:
    report = check(sentence)
    assert [i for i in TONE if report[i].verdict == "breach"] == []


def test_the_same_letter_is_judged_the_same() -> None:
    assert check(FLAWS[0]) == check(FLAWS[0])


def test_a_letter_without_a_sentence_is_not_judged() -> None:
    look = Look(parse_draft(""), parse_context({})[0], "thank_you")
    assert judge(look, "pressure") is None


@pytest.mark.parametrize("check", sorted(RULES))
def test_what_a_phrase_found_is_never_called_missing(check: str) -> None:
    look = Look(parse_draft("Dear Ana,\n\nThe weather was mild.\n\nLi"), parse_context({})[0], "thank_you")
    absent, found = judge(look, check, "missing"), judge(look, check, "met")
    assert absent is not None
    assert found is not None
    assert found.verdict != "missing"
    assert found.odds < absent.odds


def test_a_phrase_is_no_breach_where_its_sentence_is_of_another_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    item = next(i for i in our_checklist().items if i.check == "humour")
    look = Look(parse_draft(START + "You absolute legend, haha." + END), parse_context({})[0], "thank_you")
    assert tone._plain(look, item.check)
    monkeypatch.setattr(tone, "NOT_ELSE", 99.0)
    assert not tone._plain(look, item.check)


def test_the_weights_name_only_what_is_measured() -> None:
    data = judgement()
    look = Look(parse_draft(START + END), parse_context({})[0], "thank_you")
    known = set(features(look)) | set(rule_features("met"))
    assert set(data.items) == set(HEAD_OF)
    assert set(RULES) < set(HEAD_OF)
    for name, item in data.items.items():
        assert set(item.weights) <= known, name
        assert item.doubt <= item.sure, name
        assert HEAD_OF[name] in HEADS
    for head, weights in data.phrases.items():
        assert head in HEADS
        assert set(weights) == {"bias", "words", *SETS}


def test_unforeseen_wordings_of_content_are_found() -> None:
    text = START + "One thing I told you wrongly: the pump that I rebuilt was in Porto, not in Braga." + END
    assert check_letter(text, our_checklist().example_context)["amplifies_answer"].verdict == "met"
