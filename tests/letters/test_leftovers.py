"""What is left over from another letter, and what only looks like it."""

from __future__ import annotations

import pytest

from followup_kit.letters.check import check_letter
from followup_kit.records.letter import Finding

CARD = {
    "interviewer_name": "Ms. Ana Ruiz",
    "position": "Shift Cook",
    "company": "Harbour Foods",
    "topics": ["menus", "the allergen board", "Sunday shifts"],
    "interview_date": "2026-03-03",
    "sent_date": "2026-03-04",
    "sender_name": "Li Wei",
}


def finding(sentence: str, greeting: str = "Dear Ms. Ruiz,") -> Finding:
    body = f"Thank you for the talk about the allergen board. {sentence} I would love to join."
    return check_letter(f"{greeting}\n\n{body}\n\nKind regards,\nLi Wei", CARD)["nothing_left_over"]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("I hope to do the same for Al Salam.", "Al Salam"),
        ("I would be proud to be part of the Grand Hotel kitchen.", "Grand Hotel"),
        ("I am sure Brightwater Catering is the right place for me.", "Brightwater Catering"),
        ("The way Brightwater treats its cooks impressed me.", "Brightwater"),
        ("I believe I could bring a lot to the Millbank team.", "Millbank"),
        ("My thanks to everyone at Ocean Grill for their kindness.", "Ocean Grill"),
        ("Nothing would make me happier than to start at Lakeside.", "Lakeside"),
        ("Your vacancy for a Head Gardener suits me well.", "Head Gardener"),
        ("I am very interested in the warehouse supervisor position.", "warehouse supervisor"),
        ("Thank you, Mr. Baker, for the tour.", "Baker"),
        ("Thank you for meeting me on Friday.", "Friday"),
        ("It was good to speak with you on 12 May.", "12 May"),
        ("I am writing about the post at [Company Name].", "[Company Name]"),
        ("Thank you for considering me for the XXX role.", "XXX"),
    ],
)
def test_what_belongs_to_another_letter_is_found(sentence: str, quote: str) -> None:
    found = finding(sentence)
    assert found.verdict == "breach"
    assert any(quote in q for q in found.quotes), found.quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "At Millbank I cooked for two hundred people a day.",
        "I learned this at Brightwater Catering, where I worked for two years.",
        "I met Mr. Baker at the fish market years ago.",
        "My present employer, Ocean Grill, needs a month's notice.",
        "I am free on Thursday afternoon.",
        "You said you would decide by Friday, 20 March.",
        "I have a certificate from City & Guilds.",
        "Like the cooks at Noma, I write everything down.",
        "I was a warehouse supervisor before I cooked.",
        "I took the job of pastry chef at nineteen.",
        "When I worked for Lakeside Care, we fed sixty people.",
        "I am writing to thank you for Tuesday's interview.",
        "You told me how the Monday report is made.",
        "I understand that the trustees met last Thursday.",
        "We met in the kitchen, and until today I have heard nothing.",
        "I had the morning's interview, and the one on Friday, to compare with it.",
        "I would be glad to do the same for the Foundation.",
        "Thank you for ringing me yourself today to tell me of our next talk.",
    ],
)
def test_own_past_and_other_days_are_left_alone(sentence: str) -> None:
    assert finding(sentence).verdict == "met"


def test_every_gap_is_shown() -> None:
    assert finding("I saw [what you saw] and [what you heard].").quotes == (
        "[what you saw]",
        "[what you heard]",
    )


def test_a_greeting_to_somebody_else_is_left_over_but_a_pet_name_is_not() -> None:
    assert finding("I enjoyed it.", "Dear Mr. Baker,").quotes == ("Baker",)
    assert finding("I enjoyed it.", "Dear Ms. Riuz,").verdict == "met"
    assert finding("I enjoyed it.", "Hey Ana-Banana,").verdict == "met"


def test_another_company_of_the_same_trade_is_found() -> None:
    card = {**CARD, "company": "Cobalt Ridge Paper"}
    letter = "Dear Ms. Ruiz,\n\nI am keen on working at {} in autumn.\n\nKind regards,\nLi Wei"
    for name, verdict in [
        ("Silver Lake Paper", "breach"),
        ("Cobalt Ridge Paper", "met"),
        ("Ridge Paper", "met"),
    ]:
        assert check_letter(letter.format(name), card)["nothing_left_over"].verdict == verdict, name


@pytest.mark.parametrize("greeting", ["Ahoy Ms. Ruiz,", "Dear Admiral Ruiz,", "Welcome Captain Ruiz,"])
def test_a_playful_greeting_with_the_right_name_is_nobody_else(greeting: str) -> None:
    body = f"{greeting}\n\nThank you for the talk.\n\nKind regards,\nLi Wei"
    report = check_letter(body, CARD)
    assert (report["addressed_by_name"].verdict, report["nothing_left_over"].verdict) == ("met", "met")
