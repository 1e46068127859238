"""Lessons 02 and 06 in a real browser: worked by their forms alone, and accessible in both themes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.lab import Lab

LEAVE, CALL = "02-before-you-leave.ipynb", "06-the-phone-call.ipynb"


def form(lab: Lab, title: str) -> Locator:
    return lab.page.get_by_role("group", name=f"Exercise: {title}", exact=True)


def test_a_name_is_copied_and_ticked_by_keyboard(lab: Lab) -> None:
    lab.open(LEAVE).run_all()
    part = form(lab, "What the card holds, and what it does not")
    part.get_by_label("Name, as on the card").focus()
    lab.page.keyboard.insert_text("Jürgen Weiß")
    for label in ("the promised date", "what they talked about", "how to follow up"):
        part.get_by_label(label).focus()
        lab.page.keyboard.press("Space")
    part.get_by_role("button", name="Check").focus()
    lab.page.keyboard.press("Enter")
    expect(part).to_contain_text("✓ Right.")


def test_a_pushy_message_is_explained_and_mended(lab: Lab) -> None:
    lab.open(CALL).run_all()
    part = form(lab, "Mend a pushy message")
    words = part.get_by_label("The message")
    words.fill(
        "Hello Siân Prys-Evans, this is Daniel Okoye. I need an answer today. 555 0178. Thank you. Decided?"
    )
    part.get_by_role("button", name="Check").click()
    expect(part).to_contain_text("sounds like a demand")
    words.fill(
        "Hello Siân Prys-Evans, this is Daniel Okoye, about field sales. May I ask whether you have decided? "
        "My number is 555 0178. Thank you."
    )
    part.get_by_role("button", name="Check").click()
    expect(part).to_contain_text("✓ Right.")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_tables_and_exercises_are_accessible(dark: bool, lab: Lab) -> None:
    """The tables are these lessons' own; of the forms, those whose make-up no other test has."""
    lab.page.set_viewport_size({"width": 1400, "height": 16_000})
    lab.open(LEAVE).run_all().theme(dark)
    tables = lab.page.locator(".jp-OutputArea-output .fk-card:has(table)").all()
    assert len(tables) == 5
    for part in (*tables, form(lab, "What the card holds, and what it does not")):
        assert_accessible(part)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_texts_that_are_checked_are_accessible(dark: bool, lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 1400, "height": 16_000})
    lab.open(CALL).run_all().theme(dark)
    part = form(lab, "Mend a pushy message")
    part.get_by_label("The message").fill("I need an answer today.")
    part.get_by_role("button", name="Check").click()
    expect(part).to_contain_text("✗ Not yet")
    assert_accessible(part)
