"""The drill of letters: the checker finds each planted fault, and none of the others that are offered."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from followup_kit.advice.rules import rules
from followup_kit.course.drills.letters import LEVELS, NOTHING, plant
from followup_kit.letters.check import check_letter

CASES = [(level, seed) for level in range(1, LEVELS + 1) for seed in range(60)]


@pytest.mark.parametrize("level", range(1, LEVELS + 1))
def test_the_checker_agrees_with_what_was_planted(level):
    wrong = []
    for seed in range(80):
        planted = plant(random.Random(seed), level)
        report = check_letter(planted.letter, planted.context)
        for option, item in planted.items.items():
            # What is planted is found, or at least pointed at; what else is offered is not said to be wrong.
            said = (
                ("breach", "missing", "check_yourself") if option == planted.fault else ("breach", "missing")
            )
            if (report[item].verdict in said) != (option == planted.fault):
                wrong.append((seed, option, planted.fault, planted.letter))
    assert wrong == []


def test_a_letter_without_a_fault_has_no_breach():
    clean = [p for p in (plant(random.Random(s), LEVELS) for s in range(80)) if p.fault == NOTHING]
    assert len(clean) > 20
    for planted in clean:
        report = check_letter(planted.letter, planted.context)
        assert [f.item for f in report if f.verdict == "breach" and f.group == "tone"] == []


def test_every_fault_comes_up_and_cites_rules():
    seen = Counter(plant(random.Random(f"{level}/{seed}"), level).fault for level, seed in CASES)
    assert len(seen) == 14
    for level, seed in CASES:
        planted = plant(random.Random(f"{level}/{seed}"), level)
        assert set(planted.rules) <= rules().keys()
        assert (NOTHING in planted.options) == (level >= 3)
        assert len(planted.options) in (3, 4)
