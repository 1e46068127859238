"""Presence: an answer retold is not an answer improved, and who benefits is the employer."""

from __future__ import annotations

import pytest

from followup_kit.letters import presence
from followup_kit.letters.check import check_letter
from followup_kit.letters.checklists import our_checklist
from followup_kit.letters.context import parse_context
from followup_kit.letters.draft import parse_draft
from followup_kit.letters.look import Look

CONTEXT = {"interviewer_name": "Ms Okoro"}
ITEMS = {item.check: item for item in our_checklist().items}


def look_at(sentence: str) -> Look:
    text = f"Dear Ms Okoro,\n\nThank you for the interview. {sentence}\n\nKind regards,\nAlex Poe"
    return Look(parse_draft(text), parse_context(CONTEXT)[0], "thank_you")


@pytest.mark.parametrize(
    "sentence",
    [
        "You asked how I plan a week, and I answered too vaguely: I begin with the fixed dates.",
        "Asked about budgets, I only spoke of travel; there was also the print run.",
        "When you asked about ladders I forgot my second certificate.",
        "I misspoke about the fleet: it was nine vans.",
        "About the night shift I said that I could not, which was a hurried answer.",
        "What I should have said is that I have led one such move.",
    ],
)
def test_an_answer_that_is_mended_is_found(sentence: str) -> None:
    assert presence.amplifies(look_at(sentence), ITEMS["amplifies"]).verdict == "met"


@pytest.mark.parametrize(
    "sentence",
    [
        "You asked where I had trained, and I told you about Leeds.",
        "Mr Idowu asked about holidays and I said that I had none booked.",
        "Then you wanted to know my notice period and I named six weeks.",
        "You mentioned the early start and I answered that it suits me.",
        "Your question about the car park made me smile, since I cycle.",
    ],
)
def test_an_answer_that_is_only_retold_is_left_to_the_writer(sentence: str) -> None:
    look = look_at(sentence)
    found = presence.amplifies(look, ITEMS["amplifies"])
    assert found.verdict == "check_yourself"
    assert look.draft.quote(found.spans[0]) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "I have nothing to add to what I told you.",
        "You asked about pay and I said thirty; I would not answer otherwise today.",
        "I see no reason to take back anything of it.",
        "I stand by everything I told you.",
    ],
)
def test_who_says_that_nothing_is_to_be_added_adds_nothing(sentence: str) -> None:
    look = look_at(sentence)
    assert check_letter(look.draft.text, CONTEXT)["amplifies_answer"].verdict == "missing"


@pytest.mark.parametrize(
    "sentence",
    [
        "With such a rack your drivers would never queue at the gate.",
        "A second reader would pay for itself by June.",
        "I would see to it that your orders leave on the day.",
        "I would sort the cards by street to save the drivers a round.",
        "Labels like that keep your kitchen going, so your guests aren't left hungry.",
    ],
)
def test_what_the_employer_would_have_of_it_is_found(sentence: str) -> None:
    assert presence.impact(look_at(sentence), ITEMS["impact"]).verdict == "met"


@pytest.mark.parametrize(
    "sentence",
    [
        "I would be ready again for a second talk.",
        "A ward like yours would be a real pleasure.",
        "A shop like yours would be the right place.",
        "Your eighty beds would not scare me.",
        "I would have liked a better chair.",
    ],
)
def test_what_the_writer_would_have_of_it_is_no_benefit_of_the_employer(sentence: str) -> None:
    assert presence.impact(look_at(sentence), ITEMS["impact"]).verdict != "met"
