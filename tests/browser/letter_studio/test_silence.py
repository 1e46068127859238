"""What the letter studio says aloud, and when it is silent."""

from __future__ import annotations

from typing import Any

from tests.browser.studio import WATCH_STATUS, Studio


def said(studio: Studio) -> list[list[Any]]:
    found: list[list[Any]] = studio.page.evaluate("() => window.fkSaid")
    return found


def test_the_status_is_silent_while_typing_and_speaks_once_after(panel: Studio) -> None:
    panel.fill("teh")
    panel.page.wait_for_timeout(2500)
    panel.status.evaluate(WATCH_STATUS)
    panel.area.focus()
    panel.page.keyboard.press("End")
    for key in " and wrongg and perhaps":
        panel.page.keyboard.press("Space" if key == " " else key)
        panel.page.wait_for_timeout(120)
    last = panel.page.evaluate("() => performance.now()") - 120
    assert said(panel) == []
    panel.page.wait_for_timeout(2600)
    [[text, time]] = said(panel)
    assert text == "To fix: 1. For you to judge: 1."
    assert 1300 <= time - last <= 2300


def test_no_summary_where_nothing_has_changed(panel: Studio) -> None:
    panel.fill("teh word")
    panel.page.wait_for_timeout(2500)
    panel.status.evaluate(WATCH_STATUS)
    panel.area.focus()
    panel.page.keyboard.press("End")
    panel.page.keyboard.type(" more and more", delay=40)
    panel.page.wait_for_timeout(2600)
    assert said(panel) == []
