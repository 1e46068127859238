"""Slides and the pack in a browser: by keyboard, in light and dark, without a network, and clean for axe-core."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from followup_kit.course.facilitator.handout import write_handout
from followup_kit.course.facilitator.slides import write_slides
from followup_kit.course.folder import lessons_folder
from tests.browser.accessibility import TAGS


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The addresses that the page asks for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    page.set_viewport_size({"width": 1280, "height": 800})
    return found


def faults(page: Page) -> list[str]:
    """What axe-core finds in a plain page; it must have looked at the contrast of the text."""
    options = {"runOnly": {"type": "tag", "values": TAGS}}
    response = Axe().run(page, options=options).response
    assert "color-contrast" in {rule["id"] for rule in response["passes"]}
    return [
        f"{rule['id']}: {node['html'][:200]}" for rule in response["violations"] for node in rule["nodes"]
    ]


def test_slides_go_by_keyboard_and_by_button_and_load_nothing(page: Page, asked: list[str], tmp_path: Path):
    (path,) = write_slides(lessons_folder(), tmp_path, ["04"], plain=True)
    page.goto(path.as_uri())
    place = page.get_by_role("status")
    expect(place).to_contain_text("Slide 1 of")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    expect(place).to_contain_text("Slide 3 of")
    page.get_by_role("button", name="Back").click()
    expect(place).to_contain_text("Slide 2 of")
    page.keyboard.press("End")
    expect(page.locator("main > section.now")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    said = place.inner_text().split()
    assert said[1] == said[3], "the last slide stays"
    page.keyboard.press("Home")
    expect(page.get_by_role("heading", name="Plan the follow-up")).to_be_visible()
    assert asked == [path.as_uri()]


def test_each_slide_fits_a_narrow_window_and_is_clean_in_both_themes(
    page: Page, asked: list[str], tmp_path: Path
):
    (path,) = write_slides(lessons_folder(), tmp_path, ["04"], plain=True)
    page.goto(path.as_uri())
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, media="screen")
        page.evaluate("document.documentElement.classList.remove('js')")
        assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320


def test_slides_with_reveal_go_by_keyboard_and_load_nothing(page: Page, asked: list[str], tmp_path: Path):
    (path,) = write_slides(lessons_folder(), tmp_path, ["04"])
    page.context.set_offline(True)
    page.goto(path.as_uri())
    place = page.locator(".slide-number")
    expect(place).to_contain_text("1 / ")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    expect(place).to_contain_text("3 / ")
    page.keyboard.press("ArrowLeft")
    expect(place).to_contain_text("2 / ")
    page.get_by_role("button", name="next slide").click()
    expect(place).to_contain_text("3 / ")
    page.keyboard.press("Home")
    expect(page.get_by_role("heading", name="Plan the follow-up")).to_be_visible()
    page.keyboard.press("End")
    left, right = place.inner_text().split("/")
    assert int(left) == int(right) > 10
    assert asked == [path.as_uri()]


def test_slides_with_reveal_are_clean_long_ones_scroll_and_a_narrow_window_is_plain(
    page: Page, asked: list[str], tmp_path: Path
):
    (path,) = write_slides(lessons_folder(), tmp_path, ["04"])
    page.goto(path.as_uri() + "#/4")
    long = page.locator(".slides section.present section.present")
    expect(long).to_have_attribute("tabindex", "0")
    page.keyboard.press("ArrowDown")
    assert long.evaluate("s => s.scrollTop") > 0
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, media="screen", reduced_motion="reduce")
        page.reload()
        expect(long).to_be_visible()
        assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_load_state()
    expect(page.locator(".slide-number")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.get_by_role("heading", level=2).count() > 5, "all slides, one below the other"
    assert set(asked) <= {path.as_uri()} | {f"{path.as_uri()}#/4"}


def test_the_pack_is_clean_and_loads_nothing(page: Page, asked: list[str], tmp_path: Path):
    path = write_handout(lessons_folder(), tmp_path / "pack.html")
    page.goto(path.as_uri())
    assert faults(page) == []
    assert asked == [path.as_uri()]
