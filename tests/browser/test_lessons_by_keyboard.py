"""Lesson 04 from its first cell to its last, and lesson 03 as far as the e-mail draft, by the keyboard alone."""

from __future__ import annotations

import email
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from followup_kit.course.registry import lesson, quiz_item
from tests.browser.keys import Keys
from tests.browser.lab import Lab
from tests.browser.server import Server

FOUR, THREE = "04-plan-the-follow-up.ipynb", "03-the-thank-you-letter.ipynb"

# A whole lesson by keys is long: a kernel that starts slowly must not decide.
pytestmark = pytest.mark.flaky(reruns=3)


@pytest.fixture
def keyboard(lab: Lab, server: Server) -> Lab:
    """JupyterLab for somebody who has answered nothing yet."""
    shutil.rmtree(server.home / "my-course", ignore_errors=True)
    return lab


def form(lab: Lab, title: str) -> Locator:
    return lab.page.get_by_role("group", name=f"Exercise: {title}", exact=True)


def answer_quiz(keys: Keys, title: str, items: tuple[str, ...]) -> None:
    """Answer each question rightly and check."""
    for id in items:
        item = quiz_item(id)
        keys.tab_to(f"input {item.options[0].text}"[:66], item.question)
        keys.choose([o.id for o in item.options].index(item.answer))
    keys.tab_to("button Check my answers", title).press("Enter")


def test_lesson_04_from_start_to_end(keyboard: Lab) -> None:
    page, one = keyboard.page, lesson("04")
    keyboard.open(FOUR)
    keys = Keys(keyboard).run_cells()
    keys.to_cell(3)

    answer_quiz(keys, "From earlier lessons", one.retrieves)
    expect(page.get_by_role("group", name="From earlier lessons")).to_contain_text("2 of 2 right.")

    keys.tab_to("summary Why: 000.08 and 9 more").press("Enter")
    expect(page.get_by_text("000.08:").first).to_be_visible()

    explorer = page.get_by_role("group", name="Plan explorer").first
    keys.tab_to("input Promised date", "Plan explorer")
    page.keyboard.type("03132026")
    expect(explorer.get_by_role("row", name="The one call")).to_contain_text("Mon 16 Mar 2026")
    keys.tab_to("select Protocol", "Plan explorer")
    page.keyboard.type("pers")
    expect(explorer).to_contain_text("Weekly contact 1")

    for exercise in one.exercises[:-1]:
        keys.solve(exercise)
        expect(form(keyboard, exercise.title)).to_contain_text("✓ Right.")

    keys.tab_to("button Next case", "Drill: Dates").press("Space")
    expect(page.get_by_role("group", name="Drill: Dates")).to_contain_text("level 1")

    keys.tab_to("input Your name", "Your own interview").type("Sam Lee")
    keys.tab_to("input Day of the interview").type("2 March 2026")
    keys.tab_to("button Save", "Your own interview").press("Enter")
    expect(page.get_by_role("group", name="Your own interview")).to_contain_text("Saved.")

    keys.solve(one.exercises[-1])
    expect(form(keyboard, one.exercises[-1].title)).to_contain_text("✓ Right.")
    answer_quiz(keys, "A short check", tuple(i.id for i in one.checks))
    expect(page.get_by_role("group", name="A short check")).to_contain_text("2 of 2 right.")
    expect(page.get_by_role("group", name="Your progress in lesson 04")).to_contain_text("6 of 6 exercises")
    keys.tab_to("button Save a one-page summary").press("Enter")
    expect(page.get_by_role("group", name="Your progress in lesson 04")).to_contain_text("Saved as")
    keys.tab_to("a Lesson 04: Plan the follow-up")
    keys.assert_whole()


def test_reset_in_a_form_and_in_a_cell(keyboard: Lab) -> None:
    page, exercise = keyboard.page, lesson("04").exercises[0]
    keyboard.open(FOUR)
    keys = Keys(keyboard).run_cells()
    keys.to_cell(15).solve(exercise)
    part = form(keyboard, exercise.title)
    expect(part).to_contain_text("✓ Right.")
    keys.tab_to("button Reset").press("Enter")
    expect(part.get_by_label("Latest day")).to_have_value("")
    expect(part).not_to_contain_text("✓ Right.")
    keys.press("Enter")
    expect(part.get_by_label("Latest day")).to_have_value("17 March 2026")
    expect(part.get_by_role("button", name="Reset")).to_be_focused()
    keys.press("Escape").to_cell(17).press("Enter", "Control+End")
    page.keyboard.type("\nq.reset()")
    keys.press("Shift+Enter")
    keyboard.wait_until_idle()
    cell = next(
        c["source"] for c in keyboard.cells() if exercise.id in c["source"] and "q.check" in c["source"]
    )
    assert cell == exercise.stub
    keys.assert_whole()


def test_lesson_03_from_its_start_to_the_draft(keyboard: Lab, tmp_path: Path) -> None:
    page = keyboard.page
    keyboard.open(THREE)
    keys = Keys(keyboard).run_cells(6).to_cell(2)
    name = "Your letter in 15 minutes"
    for control, text in (
        ("textarea 1. Whom do you thank?", "Ana Ruiz; ana@example.org"),
        ("input 2. Which employer?", "Bright Farm"),
        ("input 3. On which day was the interview?", "2 March 2026"),
        ("textarea 4. What did you talk about?", "the harvest"),
        ("input 5. Your name, as you sign", "Li Wei"),
    ):
        keys.tab_to(control, name).type(text)
    keys.tab_to("button Start my letter", name).press("Enter")
    letter = page.get_by_role("textbox", name="Your letter to Ana Ruiz")
    expect(letter).to_be_visible()
    keys.tab_to("textarea Your letter to Ana Ruiz", name)
    keys.type("Dear Ana Ruiz,\n\nThank you for telling me about the harvest.\n\nKind regards\nLi Wei")
    keys.tab_to("button Save as e-mail draft (.eml)", name)
    with page.expect_download() as download:
        keys.press("Enter")
    saved = tmp_path / "draft.eml"
    download.value.save_as(saved)
    draft = email.message_from_bytes(saved.read_bytes())
    assert draft["To"] == "Ana Ruiz <ana@example.org>"
    assert draft["X-Unsent"] == "1"
    assert "telling me about the harvest." in draft.get_payload()
    keys.assert_whole()
