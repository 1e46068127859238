"""Every lesson opens and runs in a real browser, to its end, with a clean console and its forms in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.lab import Lab
from tests.notebooks.running import lessons, name_of


@pytest.mark.parametrize("lesson", lessons(), ids=name_of)
def test_a_lesson_runs_untouched_to_its_end(lesson: Path, lab: Lab) -> None:
    lab.open(f"{name_of(lesson)}.ipynb").run_all()
    shown = lab.page.locator(".jp-OutputArea-output")
    expect(shown.first).to_be_visible()
    if "exercise_form" in lesson.read_text(encoding="utf-8"):
        expect(lab.page.get_by_role("button", name="Check", exact=True).first).to_be_visible()
