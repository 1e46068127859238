"""The greeting against the card: slips and wrong people found, right greetings left alone."""

from __future__ import annotations

import pytest

from followup_kit.letters.check import check_letter
from tests.letters.greetings import right, slipped, somebody_else

BODY = "\n\nThank you for today, it was good to see the place.\n\nKind regards,\nAlex Poe"


def verdict(card: str, greeting: str, **context: object) -> str:
    report = check_letter(greeting + BODY, {"interviewer_name": card, **context})
    return report["addressed_by_name"].verdict


def test_right_greetings_are_left_alone() -> None:
    wrong = [(c, g) for c, g in right(320) if verdict(c, g) != "met"]
    assert len(wrong) <= 3, wrong


@pytest.mark.parametrize("make", [slipped, somebody_else])
def test_slips_and_strangers_are_found(make: object) -> None:
    pairs = make(320)  # type: ignore[operator]
    missed = [(c, g) for c, g in pairs if verdict(c, g) != "breach"]
    assert len(missed) <= 9, missed


@pytest.mark.parametrize(
    ("card", "greeting", "found", "says"),
    [
        ("Sara Holt", "Dear Sarah,", "Sarah", "should be Sara"),
        ("Jon Price", "Hi John,", "John", "should be Jon"),
        ("Ms. Inês Prado", "Dear Ines,", "Ines", "accents"),
        ("Ms. Ana Ruiz", "Dear Ms. Riuz,", "Riuz", "should be Ruiz"),
        ("Ms. Ana Ruiz", "Dear Mr. Baker,", "Baker", "not the name on your card"),
        ("Mr. Paul Abernethy-Shah", "Dear Mr Abernethy Shah,", None, ""),
    ],
)
def test_a_near_miss_is_named(card: str, greeting: str, found: str | None, says: str) -> None:
    finding = check_letter(greeting + BODY, {"interviewer_name": card})["addressed_by_name"]
    if found is None:
        assert finding.verdict != "breach" or finding.quotes
    else:
        assert finding.verdict == "breach"
        assert finding.quotes == (found,)
        assert says in finding.message


def test_somebody_else_of_the_panel_is_named() -> None:
    report = check_letter("Dear Li Wei," + BODY, {"interviewer_name": "Ana Ruiz", "others_met": ["Li Wei"]})
    assert report["addressed_by_name"].verdict == "breach"
    assert "was there too" in report["addressed_by_name"].message


def test_two_interviewers_in_one_name() -> None:
    card = "Ms. Ana Ruiz and Mr. Li Wei"
    assert verdict(card, "Dear Ana and Li,") == "met"
    assert verdict(card, "Dear Ms. Ruiz and Mr. Li,") == "met"
    assert verdict(card, "Dear Anna and Li,") == "breach"


@pytest.mark.parametrize(
    "greeting", ["Dear Hiring Manager,", "To Whom It May Concern:", "Dear Sir / Madam,", "Hello,"]
)
def test_a_greeting_without_a_name_is_a_breach(greeting: str) -> None:
    assert verdict("Ms. Ana Ruiz", greeting) == "breach"


def test_short_forms_halves_and_written_out_letters_are_left_to_the_writer() -> None:
    assert verdict("Jennifer Adams", "Dear Jen,") == "check_yourself"
    assert verdict("Mr. Paul Abernethy-Shah", "Dear Mr Abernethy,") == "check_yourself"
    assert verdict("Herr Jörg Weißenböck", "Dear Herr Weissenboeck,") == "check_yourself"
    assert verdict("Mrs. Keller", "Dear Susan,") == "check_yourself"


def test_a_decomposed_name_is_the_same_name() -> None:
    assert verdict("Ms. Inês Prado", "Dear Ine\u0302s,") == "met"


def test_a_wrong_title_is_told_under_name_consistent() -> None:
    report = check_letter("Dear Mr. Ruiz," + BODY, {"interviewer_name": "Ms. Ana Ruiz"})
    assert report["addressed_by_name"].verdict == "met"
    assert report["name_consistent"].verdict == "breach"
    assert report["name_consistent"].quotes == ("Mr. Ruiz",)


@pytest.mark.parametrize(
    ("card", "greeting"),
    [
        ("Ms. Tan Shuyun", "Dear Ms Tan,"),
        ("Mr. Dean Hall", "Dear Mr. Dean Hall,"),
        ("Ms. Cecilia Reyes", "Dear Ma'am Cecilia,"),
        ("Mr. Volodymyr Tkachenko", "Good afternoon, Mr. Tkachenko,"),
        ("Mr. Yurii Kravets", "Good day, Mr. Kravets."),
        ("Rodrigo Meirelles", "Rodrigo, my captain!"),
        ("Bahar Hanım", "Dear Bahar Hanım,"),
    ],
)
def test_a_title_that_is_a_name_and_a_greeting_in_two_parts(card: str, greeting: str) -> None:
    assert verdict(card, greeting) == "met"


@pytest.mark.parametrize(
    ("card", "greeting", "verdict"),
    [
        ("Dr. Hyun-woo Baek", "Dear Dr Baek, dear Dr Lindholm,", "check_yourself"),
        ("Ms. Ana Ruiz", "Dear Ms. Ruiz and Mr. Brown,", "check_yourself"),
        ("Ms. Ana Ruiz", "Dear Ms. Ana Brown,", "breach"),
        ("Ms. Ana Ruiz and Mr. Li Wei", "Dear Ms. Ruiz and Mr. Brown,", "breach"),
    ],
)
def test_somebody_greeted_beside_the_one_on_the_card_is_left_to_the_writer(
    card: str, greeting: str, verdict: str
) -> None:
    text = f"{greeting}\n\nThank you for the talk.\n\nKind regards,\nJo Poe"
    assert check_letter(text, {"interviewer_name": card})["addressed_by_name"].verdict == verdict
