"""Lessons 02 and 06 in a real browser: worked by their forms alone."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

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
