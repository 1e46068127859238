"""The campaign board in a real browser: worked by keyboard, redrawn at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.lab import Lab


@pytest.fixture
def board(lab: Lab) -> Locator:
    lab.open("practice/board.ipynb").run_all()
    return lab.page.get_by_role("group", name="Campaign board")


def test_an_event_is_recorded_by_keyboard_and_taken_back(lab: Lab, board: Locator) -> None:
    overdue = board.get_by_role("row").filter(has_text="Its last day was")
    expect(overdue).to_have_count(3)
    cells = len(lab.cells())
    board.get_by_label("What happened").focus()
    for key in ("x", "b"):
        lab.page.keyboard.press(key)
    assert len(lab.cells()) == cells
    board.get_by_label("What happened").select_option(label="I did a step")
    board.get_by_role("button", name="Record").focus()
    lab.page.keyboard.press("Enter")
    expect(overdue).to_have_count(2)
    expect(board.get_by_role("row").filter(has_text="done on Tue 10 Mar 2026")).to_have_count(1)
    board.get_by_role("button", name="Take back the newest").focus()
    lab.page.keyboard.press("Enter")
    expect(overdue).to_have_count(3)


def test_a_delay_redraws_the_plan_and_says_what_changed(lab: Lab, board: Locator) -> None:
    board.get_by_label("What happened").select_option(label="The decision is delayed")
    board.get_by_label("New date").fill("2026-03-27")
    board.get_by_role("button", name="Record").press("Enter")
    expect(board).to_contain_text("Check-in after a delay")
    expect(board.get_by_role("row").filter(has_text="Mon 30 Mar 2026").first).to_be_visible()
    expect(board.get_by_role("status")).not_to_have_text("")


def test_an_interview_is_added_by_keyboard(lab: Lab, board: Locator) -> None:
    page = lab.page
    board.get_by_role("button", name="Add an interview").press("Enter")
    board.get_by_label("Employer", exact=True).focus()
    page.keyboard.type("Hôtel du Lac, a house with a name that is long enough to be cut")
    # No waiting between the last key and the button: nothing that was typed may come too late.
    day = board.get_by_label("Day of the interview")
    day.focus()
    page.keyboard.type("03092026")
    expect(day).to_have_value("2026-03-09")
    board.get_by_role("button", name="Add", exact=True).press("Enter")
    expect(board.get_by_role("status")).to_contain_text("Added: Hôtel du Lac")
    chosen = board.get_by_label("Application", exact=True)
    expect(chosen.locator("option:checked")).to_contain_text("long enough to be cut (2026-03-09)")
    assert board.get_by_label("Who interviewed you").input_value() == ""
    assert chosen.evaluate("e => e.scrollWidth <= e.clientWidth")
