"""The comparator for letters: what it says, and what it leaves to the writer."""

from __future__ import annotations

from followup_kit.course.lessons.sample_letters import FAULTY, PUSHY, RAMBLING, SETTING
from followup_kit.course.letter_checking import LetterPasses
from followup_kit.letters.check import check_letter

THANKS = LetterPasses(context=SETTING, items=("thanks", "no_pressure"), before=PUSHY)


def test_a_letter_that_was_not_changed_is_not_right():
    assert "as it was" in THANKS(PUSHY.replace("\n\n", "\n"))


def test_a_letter_in_another_language_is_not_judged():
    said = THANKS(
        "Sehr geehrte Frau Özdemir,\n\nvielen Dank für das gute Gespräch am Montag. Ich habe mich sehr gefreut, dass Sie sich die Zeit genommen haben, und würde gern bei Ihnen anfangen.\n\nMit freundlichen Grüßen\nAmina Yusuf"
    )
    assert "in English" in said


def test_at_most_two_findings_are_said_at_once():
    every = LetterPasses(
        context=SETTING, items=("thanks", "signed", "clear_interest", "specific_to_conversation")
    )
    assert (
        every("I am here. The weather is nice, and the trains are on time today.").count("I did not find")
        == 2
    )


def test_the_three_faults_are_those_that_the_checker_finds():
    found = {
        f.item
        for f in check_letter(FAULTY, SETTING)
        if f.verdict in ("breach", "missing") and f.weight == "must"
    }
    assert {"addressed_by_name", "nothing_left_over", "no_pressure"} <= found
    assert not found & {"thanks", "specific_to_conversation", "succinct", "signed"}


def test_the_rambling_letter_rambles():
    report = check_letter(RAMBLING, SETTING)
    assert report.word_count > 200
    assert report["succinct"].verdict == "breach"
