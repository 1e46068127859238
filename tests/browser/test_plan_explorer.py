"""Lesson 04 in a real browser: opened, run, and its plan changed by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.lab import Lab

LESSON = "04-plan-the-follow-up.ipynb"


@pytest.fixture
def lesson(lab: Lab) -> Lab:
    return lab.open(LESSON).run_all()


def explorer(lab: Lab) -> Locator:
    return lab.page.get_by_role("group", name="Plan explorer").first


def rows(part: Locator) -> Locator:
    return part.get_by_role("row")


def test_the_promised_date_is_changed_by_keyboard_and_the_new_dates_are_read(lesson: Lab) -> None:
    part = explorer(lesson)
    expect(rows(part).filter(has_text="The one call")).to_contain_text("Tue 17 Mar 2026")
    cells_before = len(lesson.cells())
    part.get_by_label("Promised date").focus()
    lesson.page.keyboard.type("03132026")
    expect(rows(part).filter(has_text="The one call")).to_contain_text("Mon 16 Mar 2026")
    expect(rows(part).filter(has_text="The one call")).to_contain_text("moved from Sat 14 Mar 2026")
    expect(part.get_by_role("img")).to_have_attribute(
        "aria-label", re.compile("The one call Mon 16 Mar 2026")
    )
    expect(part.get_by_role("status")).to_contain_text("The one call Mon 16 Mar 2026")
    assert len(lesson.cells()) == cells_before


def test_a_list_is_worked_by_keys_and_no_cell_is_cut(lesson: Lab) -> None:
    part = explorer(lesson)
    cells_before = len(lesson.cells())
    part.get_by_label("Protocol").focus()
    lesson.page.keyboard.press("p")
    lesson.page.keyboard.press("ArrowDown")
    for key in ("x", "b", "m", "d", "d"):
        lesson.page.keyboard.press(key)
    assert len(lesson.cells()) == cells_before
    lesson.page.wait_for_timeout(1500)  # the list forgets what was typed before
    lesson.page.keyboard.type("pers")
    expect(part).to_contain_text("Weekly contact 1")
    assert lesson.focused() == "select Protocol"


def test_a_row_opens_on_its_rule_by_keyboard(lesson: Lab) -> None:
    part = explorer(lesson)
    why = rows(part).filter(has_text="The one call").locator("summary")
    why.focus()
    lesson.page.keyboard.press("Space")
    expect(part.get_by_text("000.19:")).to_be_visible()
    expect(part.get_by_text("the very next day, weekends included")).to_be_visible()


def test_what_they_did_not_say_is_marked_as_assumed(lesson: Lab) -> None:
    part = explorer(lesson)
    part.get_by_label("They did not say when they will decide").focus()
    lesson.page.keyboard.press("Space")
    expect(rows(part).filter(has_text="The one call")).to_contain_text("assumed date")
    expect(part.get_by_label("Assumptions")).to_contain_text("ask them when they will decide")
