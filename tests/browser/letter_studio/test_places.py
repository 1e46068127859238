"""The marks lie on their words, whatever the text and the width."""

from __future__ import annotations

import pytest

from tests.browser.studio import Studio, farthest, widen

LONG = (
    "Dear Ana, teh first line runs on and on so that it must break somewhere, perhaps here and perhaps there.\n\n"
    "thank you, wrongg word; a-very-long-word-without-any-place-to-break-teh-and-on-and-on-and-on teh\ttab  teh  \n"
    "perhaps teh\n"
)
HARD = (
    "Dear شيرين عليك, teh name 👩🏽\u200d🔬 thank you 😀😀 teh.\n"
    "שלום ש\u05b8לום teh perhaps, e\u0301te\u0301 was e\u0301te\u0301 wrongg.\n"
    "اكتب عليك teh thank عليك.\n"
    "ﬁne office teh AVATAR wrongg To."
)


@pytest.mark.parametrize("text", [LONG, HARD], ids=["long lines", "scripts and emoji"])
def test_marks_lie_on_their_words(text: str, panel: Studio) -> None:
    panel.fill(text)
    assert {m["text"] for m in panel.marks()} >= {"teh", "perhaps", "thank", "wrongg"}
    assert farthest(panel) <= 2


@pytest.mark.parametrize("text", [LONG, HARD], ids=["long lines", "scripts and emoji"])
def test_marks_stay_on_their_words_at_320_pixels_with_wider_text(text: str, panel: Studio) -> None:
    panel.fill(text)
    panel.page.set_viewport_size({"width": 320, "height": 1200})
    panel.page.wait_for_timeout(300)
    assert farthest(panel) <= 2
    widen(panel)
    panel.page.wait_for_timeout(300)
    assert farthest(panel) <= 2
    panel.area.press("End")
    panel.page.keyboard.type(" teh")
    panel.settle()
    assert farthest(panel) <= 2


def test_marks_stay_on_their_words_at_400_percent(panel: Studio) -> None:
    panel.fill(LONG + HARD)
    # What a browser's zoom does: a quarter of the width in CSS pixels, four times the pixels for each.
    session = panel.page.context.new_cdp_session(panel.page)
    metrics = {"width": 350, "height": 750, "deviceScaleFactor": 4, "mobile": False}
    session.send("Emulation.setDeviceMetricsOverride", metrics)
    panel.page.wait_for_timeout(300)
    try:
        # Two pixels of the screen are half a CSS pixel.
        assert farthest(panel) <= 0.5
    finally:
        session.send("Emulation.clearDeviceMetricsOverride")
        session.detach()


def test_a_right_to_left_name_moves_no_span(panel: Studio) -> None:
    panel.fill("عليك teh, شيرين thank you")
    texts = [(m["text"], m["items"]) for m in panel.marks()]
    assert texts == [("عليك", ["proofread"]), ("teh", ["proofread"]), ("thank", ["thanks"])]
    assert panel.area.evaluate("a => getComputedStyle(a).direction") == "rtl"
    assert panel.area.get_attribute("lang") == "en"
    assert farthest(panel) <= 2


@pytest.mark.parametrize("width", [1400, 320])
def test_nothing_scrolls_two_ways(width: int, studio: Studio) -> None:
    studio.page.set_viewport_size({"width": width, "height": 1200})
    studio.root.get_by_text("Sentence starters for a blank page").click()
    for details in studio.root.locator("details").all():
        details.evaluate("d => { d.open = true; }")
    if width == 320:
        widen(studio)
    studio.page.wait_for_timeout(300)
    wide = studio.root.evaluate("""root => [root, ...root.querySelectorAll('*')]
      .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !e.closest('.fk-live')
        && getComputedStyle(e).display !== 'inline')
      .map(e => [e.className, e.scrollWidth, e.clientWidth])""")
    assert wide == []
    area = studio.area.evaluate("a => [a.scrollHeight - a.clientHeight, a.scrollTop]")
    assert area[0] <= 1
    assert area[1] == 0
