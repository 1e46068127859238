"""Parsing a letter: its parts, and spans that hold whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.letters.draft import fold, parse_draft


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_any_text_is_parsed_and_its_sentences_lie_in_their_paragraphs(text: str) -> None:
    draft = parse_draft(text)
    for sentence in draft.sentences:
        start, end = draft.paragraphs[sentence.paragraph]
        assert start <= sentence.start < sentence.end <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "greeting", "closing", "signature", "sentences"),
    [
        ("Mrs. Keller,\n\nThank you. I enjoyed it.\n\nAlice Drayton", "Mrs. Keller,", "", "Alice Drayton", 2),
        ("Dear Ms. Ferro, thank you for today. It was good.", "Dear Ms. Ferro,", "", "", 2),
        ("Martin, thank you for the time.\n\nRolf Reinholt", "Martin,", "", "Rolf Reinholt", 1),
        (
            "Hi Ana,\r\n\r\nThanks for Mr. Hale's tour at 4 p.m. today.\r\n\r\nBest,\r\nLi\r\n",
            "Hi Ana,",
            "Best,",
            "Li",
            1,
        ),
        (
            "Respected Mr. Hartley\n\nI thank you.\n\nThanking you once more,\n\nYours sincerely\n\nJanet",
            "Respected Mr. Hartley",
            "Thanking you once more,",
            "Yours sincerely\n\nJanet",
            1,
        ),
        ("Dear Ana,\n\nThank you.\n\nBest,\nLi\n\nP.S. I loved the barn.", "Dear Ana,", "Best,", "Li", 2),
        ("", "", "", "", 0),
    ],
)
def test_parts(text: str, greeting: str, closing: str, signature: str, sentences: int) -> None:
    draft = parse_draft(text)
    parts = (draft.quote(draft.greeting), draft.quote(draft.closing), draft.quote(draft.signature).strip())
    assert parts == (greeting, closing, signature)
    assert len(draft.sentences) == sentences


def test_quoted_earlier_mail_is_left_out() -> None:
    text = "Dear Ana,\n\nThank you for the tour.\n\nLi\n\nOn Mon, 2 March 2026, Ana wrote:\n> Dear Li, you must answer by Friday."
    draft = parse_draft(text)
    assert draft.word_count == 5
    assert draft.left_out


def test_decomposed_accents_stay_in_their_word() -> None:
    assert parse_draft("Dear Ana,\n\nThe cafe\u0301 was warm.\n\nLi").word_count == 4
