"""Comparison, score, simulation and the protocol builder in a real browser: seen, worked by keyboard."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.lab import Lab


def test_a_conflict_opens_on_both_sides_by_keyboard(lab: Lab) -> None:
    lab.open("practice/advisers.ipynb").run_all()
    part = lab.output(1)
    part.get_by_text("1. How often to call about the decision").focus()
    lab.page.keyboard.press("Enter")
    expect(part.get_by_text("000.19: Phone just one time about the decision.")).to_be_visible()
    expect(part.get_by_text("They differ by 2 calls.")).to_be_visible()


def test_a_step_is_changed_by_keyboard_and_the_objection_is_read(lab: Lab) -> None:
    lab.open("practice/advisers.ipynb").run_all()
    part = lab.page.get_by_role("group", name="Build your own protocol").first
    cells_before = len(lab.cells())
    part.get_by_label("Step to change").focus()
    lab.page.keyboard.type("The")
    part.get_by_label("How many days").focus()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("4")
    lab.page.keyboard.press("Enter")
    expect(part.get_by_role("table", name="My protocol plan")).to_contain_text("Fri 20 Mar 2026")
    opinions = part.get_by_role("table", name="What the five sources say to each step")
    expect(opinions.get_by_role("row", name="The one call")).to_contain_text("000.05")
    expect(part.get_by_role("status")).to_contain_text("Sources object to 2 of 2 steps.")
    part.get_by_role("button", name="Save as a file").focus()
    lab.page.keyboard.press("Enter")
    expect(part).to_contain_text("Saved as my_protocol.toml.")
    assert len(lab.cells()) == cells_before
