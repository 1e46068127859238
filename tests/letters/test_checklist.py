"""Every item: rules or a reason, examples that hit and miss, and a teacher's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_kit.advice.rules import rules
from followup_kit.errors import DataError
from followup_kit.letters.check import check_letter
from followup_kit.letters.checklists import load_checklist, our_checklist
from followup_kit.letters.checks import CHECKS
from followup_kit.letters.phrases import compile_pattern, phrase_sets
from followup_kit.records.letter import Example, Item

ITEMS = our_checklist().items
HITS = [(item, e) for item in ITEMS for e in item.hits]
MISSES = [(item, e) for item in ITEMS for e in item.misses]


def run(item: Item, example: Example) -> str:
    context = {**our_checklist().example_context, **example.context}
    report = check_letter(example.text, context, kind=example.kind, also=example.also)
    return report[item.id].verdict


@pytest.mark.parametrize(("item", "example"), HITS, ids=lambda x: x.id if isinstance(x, Item) else "")
def test_hits(item: Item, example: Example) -> None:
    assert run(item, example) == ("met" if item.sense == "presence" else "breach")


@pytest.mark.parametrize(("item", "example"), MISSES, ids=lambda x: x.id if isinstance(x, Item) else "")
def test_misses(item: Item, example: Example) -> None:
    verdict = run(item, example)
    if item.sense == "presence":
        assert verdict in {"missing", "check_yourself"}
    else:
        # A harmless look-alike in a two-line letter may be shown to the writer, never called a breach.
        assert verdict == "met" or (item.group == "tone" and verdict == "check_yourself")


def test_every_item_is_complete() -> None:
    known = set(rules())
    for item in ITEMS:
        assert item.hits, item.id
        assert item.misses, item.id
        assert item.rules or item.editorial, item.id
        assert set(item.rules) <= known, item.id
        assert item.check in CHECKS, item.id
        assert all((item.messages.met, item.messages.check_yourself, item.suggestion)), item.id
        assert item.messages.missing if item.sense == "presence" else item.messages.breach, item.id


def test_every_check_is_used_and_ids_are_unique() -> None:
    assert {item.check for item in ITEMS} == set(CHECKS)
    assert len({item.id for item in ITEMS}) == len(ITEMS) == 26


def test_no_item_is_asked_of_a_check_in_that_does_not_fit_it() -> None:
    absent = {item.id for item in ITEMS if "check_in" not in item.kinds}
    assert absent == {
        "thanks", "specific_to_conversation", "fit_or_value", "concrete_example", "impact",
        "amplifies_answer", "attachment_mentioned", "no_recap",
    }  # fmt: skip


def test_every_phrase_is_a_regular_expression_and_its_trigger_is_needed() -> None:
    import re

    count = 0
    for strengths in phrase_sets().values():
        for patterns in strengths.values():
            for pattern in patterns:
                re.compile(pattern.written)
                count += 1
    assert count > 500
    assert compile_pattern("green (?:barn|field)", {}).triggers


def test_a_teacher_adds_replaces_and_silences(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        """
id = "mine"
title = "Ours"
silenced = ["impact"]
[[items]]
id = "no_dear_all"
text = "Do not write to all."
group = "form"
weight = "should"
kinds = ["thank_you"]
sense = "limit"
check = "phrases_absent"
how = "The words are looked for."
phrases = ["\\\\bdear all\\\\b"]
suggestion = "Write to one person."
editorial = "House rule."
messages = { met = "Fine.", breach = "You write to all.", check_yourself = "Look." }
hits = [ { text = "Dear all,\\n\\nThank you." } ]
misses = [ { text = "Dear Ana,\\n\\nThank you." } ]
""",
        encoding="utf-8",
    )
    checklist = load_checklist(path)
    report = check_letter("Dear all,\n\nThank you for today.\n\nLi", checklist=checklist)
    assert report["no_dear_all"].verdict == "breach"
    assert report["no_dear_all"].quotes == ("Dear all",)
    assert report["impact"].verdict == "not_applicable"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('id = "a"\ntitle = "b"\nsilenced = ["impct"]', "Did you mean 'impact'"),
        ('id = "a"\ntitel = "b"', "Did you mean 'title'"),
    ],
)
def test_a_wrong_file_names_the_remedy(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=says):
        load_checklist(path)
