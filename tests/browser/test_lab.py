"""The browser tests' own tools: they drive JupyterLab, and they find what they are there to find."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible, violations
from tests.browser.chromium import find_chromium
from tests.browser.lab import Lab
from tests.browser.server import Server


def test_a_form_answers_what_is_typed(lab: Lab) -> None:
    lab.open("practice/clean.ipynb").run_all()
    lab.page.get_by_label("Your name").fill("Zoë")
    expect(lab.output(1)).to_contain_text("Hello Zoë")


def test_a_widget_with_a_script_reaches_the_kernel_and_back(lab: Lab) -> None:
    lab.open("practice/clean.ipynb").run_all()
    lab.page.get_by_role("button", name="Pressed 0 times").focus()
    lab.page.keyboard.press("Enter")
    expect(lab.output(2)).to_contain_text("Pressed 1 times")
    assert lab.focused() == "button Pressed 1 times"
    lab.run_cell(3)
    assert lab.cells()[2]["outputs"][0]["data"]["text/plain"] == "1"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_clean_part_passes_in_both_themes(dark: bool, lab: Lab) -> None:
    lab.open("practice/clean.ipynb").run_all().theme(dark)
    assert_accessible(lab.page.locator(".practice-form"))
    assert_accessible(lab.page.locator(".practice-counter"))


def test_faults_are_found_and_the_planted_ones_are_not_counted(lab: Lab) -> None:
    lab.open("practice/faulty.ipynb").run_all(errors=True)
    part = lab.page.locator(".practice-faulty")
    assert {v.rule for v in violations(part)} == {"color-contrast", "select-name"}
    assert lab.page.locator(".fk-axe-control").count() == 0
    with pytest.raises(AssertionError, match="select-name"):
        assert_accessible(part)


def test_a_part_that_axe_cannot_see_does_not_pass(lab: Lab) -> None:
    lab.open("practice/clean.ipynb").run_all()
    part = lab.page.locator(".practice-form")
    part.evaluate("element => { element.style.visibility = 'hidden'; }")
    with pytest.raises(AssertionError, match="did not see the planted faults"):
        violations(part)


def test_an_error_in_a_cell_is_reported(lab: Lab) -> None:
    lab.open("practice/faulty.ipynb")
    with pytest.raises(AssertionError, match="code cell 2: ZeroDivisionError: division by zero"):
        lab.run_all()
    assert lab.cells()[2]["count"] is None


def test_console_errors_and_requests_to_elsewhere_are_noted(page: Page, server: Server) -> None:
    noisy = Lab(page, server).open("practice/noisy.ipynb")
    assert noisy.problems == []
    noisy.run_all()
    page.wait_for_timeout(500)
    server.shut_kernels_down()
    noted = "\n".join(noisy.problems)
    assert "asked the network for http://example.invalid/picture.png" in noted
    assert "practice noise" in noted


def test_each_test_gets_a_fresh_kernel(lab: Lab) -> None:
    lab.open("practice/clean.ipynb")
    assert len(lab.server.request("GET", "api/kernels")) == 1
    lab.run_all()
    assert lab.cells()[0]["count"] == 1


def test_a_picture_shows_the_part(lab: Lab, tmp_path: Path) -> None:
    lab.open("practice/clean.ipynb").run_all()
    picture = lab.screenshot(lab.page.locator(".practice-form"), tmp_path / "form.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 500


def test_a_browser_that_is_named_and_not_there_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FOLLOWUP_KIT_CHROMIUM", str(tmp_path / "nowhere"))
    assert find_chromium() is None
