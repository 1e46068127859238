"""The letter studio in a real browser: typing, marks on their words, keys, silence, sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.lab import Lab
from tests.browser.server import Server
from tests.browser.studio import WATCH_STATUS, Studio, farthest

NOTEBOOK = "practice/letter_studio.ipynb"
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
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""


VIEWPORT = {"width": 1400, "height": 3000}


@pytest.fixture(scope="module")
def one_lab(browser: Browser, browser_context_args: dict[str, Any], server: Server) -> Iterator[Lab]:
    """One page for all tests of this module: to open JupyterLab takes longer than all that they do in it."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.set_default_timeout(30_000)
    opened = Lab(page, server).open(NOTEBOOK)
    yield opened
    context.close()
    server.shut_kernels_down()


@pytest.fixture
def opened(one_lab: Lab) -> Iterator[Lab]:
    """The practice notebook, run anew: its first cell forgets what other tests wrote."""
    page = one_lab.page
    yield one_lab.theme(dark=False).run_all()
    page.evaluate("() => document.querySelectorAll('style.fk-test').forEach(style => style.remove())")
    page.emulate_media(forced_colors="none")
    page.set_viewport_size(VIEWPORT)
    page.mouse.move(1, 1)
    problems, one_lab.problems[:] = list(one_lab.problems), []
    assert not problems, "\n".join(problems)


@pytest.fixture
def studio(opened: Lab) -> Studio:
    """The studio with the real checker and a letter in it."""
    return Studio(opened, 2).settle()


@pytest.fixture
def panel(opened: Lab) -> Studio:
    """Three empty letters, with a checker that looks for listed words."""
    return Studio(opened, 4).settle()


def selection(studio: Studio) -> str:
    text: str = studio.area.evaluate("a => a.value.slice(a.selectionStart, a.selectionEnd)")
    return text


def widen(studio: Studio) -> None:
    """Enlarge the text spacing of the whole page, as a reader's own style does."""
    studio.page.add_style_tag(content=SPACING).evaluate("style => style.classList.add('fk-test')")


def item(studio: Studio, name: str) -> Locator:
    return studio.root.locator(f"li[data-item='{name}']")


# -- Typing --------------------------------------------------------------------------------------------


def test_what_is_typed_is_marked_listed_and_known_to_python(studio: Studio) -> None:
    assert [m["text"] for m in studio.marks() if "addressed_by_name" in m["items"]] == ["Ruis"]
    expect(item(studio, "addressed_by_name")).to_have_class("fk-item fk-fix")
    studio.area.focus()
    studio.area.evaluate("a => a.setSelectionRange(12, 13)")
    studio.page.keyboard.type("z")
    expect(item(studio, "addressed_by_name")).to_have_class("fk-item fk-met")
    studio.lab.run_cell(3)
    assert "Dear Ms. Ruiz" in str(studio.lab.cells()[2]["outputs"][0]["data"]["text/plain"])


def test_marks_follow_their_words_before_the_kernel_has_answered(panel: Studio) -> None:
    panel.fill("one teh two")
    moved = panel.area.evaluate("""a => {
      a.focus();
      a.setSelectionRange(0, 0);
      document.execCommand('insertText', false, '😀 more ');
      const mark = a.parentElement.querySelector('.fk-mark');
      return [mark.textContent, mark.previousSibling.textContent];
    }""")
    assert moved == ["teh", "😀 more one "]


def test_the_text_is_there_again_when_the_cell_is_run_again(studio: Studio) -> None:
    studio.fill("Dear Ms. Ruiz,\n\nmine <b>own</b> words")
    studio.lab.run_cell(2)
    again = Studio(studio.lab, 2)
    expect(again.area).to_have_value("Dear Ms. Ruiz,\n\nmine <b>own</b> words")
    assert again.root.locator("b").count() == 0


def test_an_empty_page_is_not_started_and_shows_no_red(studio: Studio) -> None:
    studio.fill("")
    expect(studio.root.locator(".fk-note").locator("visible=true")).to_have_text("Not started yet.")
    assert studio.marks() == []
    assert studio.root.locator("li.fk-fix, li.fk-judge").count() == 0
    assert studio.root.locator("li.fk-todo").count() > 10


def test_undo_and_redo_by_key_and_button(panel: Studio) -> None:
    panel.area.focus()
    panel.page.keyboard.type("one ")
    panel.page.wait_for_timeout(1000)
    panel.page.keyboard.type("two")
    panel.page.keyboard.press("Control+z")
    expect(panel.area).to_have_value("one ")
    panel.page.keyboard.press("Control+Shift+z")
    expect(panel.area).to_have_value("one two")
    panel.button("Undo").click()
    panel.button("Undo").click()
    expect(panel.area).to_have_value("")
    panel.button("Redo").click()
    expect(panel.area).to_have_value("one ")


def test_starters_are_put_in_with_their_first_gap_selected(panel: Studio) -> None:
    panel.root.get_by_text("Sentence starters for a blank page").first.click()
    panel.button("Insert: Say thank you").click()
    assert selection(panel) == "[what they gave you time for, and when]"
    panel.page.keyboard.type("the tour")
    expect(panel.area).to_have_value("Thank you for the tour.")
    panel.button("Insert: Close and sign").click()
    expect(panel.area).to_have_value("Thank you for the tour.\n\nKind regards,\n[your name]")
    assert selection(panel) == "[your name]"


# -- Both ways between list and text, by keyboard -------------------------------------------------------


def test_enter_on_a_finding_selects_its_words_and_again_the_next_ones(panel: Studio) -> None:
    panel.fill("teh one, teh two")
    found = item(panel, "proofread").get_by_role("button").first
    found.focus()
    panel.page.keyboard.press("Enter")
    expect(panel.area).to_be_focused()
    assert selection(panel) == "teh"
    assert panel.area.evaluate("a => a.selectionStart") == 0
    found.focus()
    panel.page.keyboard.press("Enter")
    assert panel.area.evaluate("a => a.selectionStart") == 9


def test_a_finding_without_words_says_so_and_opens(studio: Studio) -> None:
    found = item(studio, "impact")
    found.get_by_role("button").first.focus()
    studio.page.keyboard.press("Enter")
    expect(studio.status).to_contain_text("no words in the letter to show")
    expect(found.locator("details")).to_have_attribute("open", "")
    assert "Say how they would benefit" in studio.lab.focused()


def test_the_caret_on_a_mark_shows_its_item(panel: Studio) -> None:
    panel.fill("teh and perhaps")
    panel.page.wait_for_timeout(1000)
    panel.area.focus()
    panel.area.evaluate("a => a.setSelectionRange(10, 10)")
    expect(item(panel, "friendly_tone")).to_have_class("fk-item fk-judge fk-current")
    expect(item(panel, "friendly_tone").locator(".fk-find")).to_have_attribute("aria-current", "true")
    expect(panel.root.get_by_role("tooltip")).to_contain_text("Sound friendly")
    panel.page.keyboard.press("Home")
    expect(item(panel, "proofread")).to_have_class("fk-item fk-fix fk-current")
    panel.page.keyboard.press("ArrowRight")
    panel.area.evaluate("a => a.setSelectionRange(5, 5)")
    expect(panel.root.locator("li.fk-current")).to_have_count(0)
    expect(panel.root.get_by_role("tooltip")).to_have_count(0)


def test_keys_with_a_modifier_go_through_the_findings_and_around(panel: Studio) -> None:
    panel.fill("teh and perhaps wrongg, thank you")
    panel.area.focus()
    panel.area.evaluate("a => a.setSelectionRange(0, 0)")
    seen = []
    for _ in range(4):
        panel.page.keyboard.press("Alt+.")
        seen.append(selection(panel))
    assert seen == ["teh", "perhaps", "wrongg", "teh"]
    expect(panel.status).to_contain_text("1 of 3. Fix:")
    panel.page.keyboard.press("Alt+,")
    assert selection(panel) == "wrongg"
    panel.button("Previous finding").click()
    assert selection(panel) == "perhaps"


def test_tab_leaves_the_letter_and_letters_reach_no_shortcut_of_the_page(panel: Studio) -> None:
    panel.area.focus()
    cells = len(panel.lab.cells())
    panel.page.keyboard.type("xxbbmdd")
    panel.page.keyboard.press("Tab")
    assert panel.lab.focused() == "button Previous finding"
    panel.page.keyboard.press("b")
    panel.page.keyboard.press("Shift+Tab")
    expect(panel.area).to_be_focused()
    expect(panel.area).to_have_value("xxbbmdd")
    assert len(panel.lab.cells()) == cells


def test_silencing_and_marking_by_keyboard_keep_the_focus_and_stay(panel: Studio) -> None:
    panel.fill("teh and perhaps")
    tone = item(panel, "friendly_tone")
    tone.locator("summary").focus()
    panel.page.keyboard.press("Enter")
    tone.get_by_role("button", name="Leave this out").focus()
    panel.page.keyboard.press("Enter")
    expect(tone).to_have_class("fk-item fk-left")
    assert panel.lab.focused() == "button Take it in again"
    assert [m["text"] for m in panel.marks()] == ["teh"]
    proof = item(panel, "proofread")
    panel.area.focus()
    panel.area.evaluate("a => a.setSelectionRange(4, 7)")
    proof.locator("summary").focus()
    panel.page.keyboard.press("Enter")
    proof.get_by_role("button", name="I have seen to this").focus()
    panel.page.keyboard.press("Enter")
    panel.settle()
    panel.lab.run_cell(4)
    again = Studio(panel.lab, 4).settle()
    assert again.root.locator("li.fk-left").count() == 1


def test_tabs_of_a_panel_are_a_tablist_and_keep_their_letters(panel: Studio) -> None:
    tabs = panel.root.get_by_role("tab")
    assert tabs.all_text_contents() == ["Ana Ruiz", "Li Wei", "شيرين"]
    panel.area.fill("to Ana, teh")
    tabs.nth(0).focus()
    panel.page.keyboard.press("ArrowRight")
    expect(tabs.nth(1)).to_be_focused()
    expect(tabs.nth(1)).to_have_attribute("aria-selected", "true")
    expect(panel.area).to_have_value("")
    panel.fill("to Li, perhaps")
    assert [m["text"] for m in panel.marks()] == ["perhaps"]
    panel.page.keyboard.press("Tab")
    tabs.nth(1).focus()
    panel.page.keyboard.press("Home")
    expect(panel.area).to_have_value("to Ana, teh")
    panel.settle()
    assert [m["text"] for m in panel.marks()] == ["teh"]
    assert [t.get_attribute("tabindex") for t in tabs.all()] == ["0", "-1", "-1"]
    expect(panel.root.get_by_role("tabpanel")).to_have_attribute(
        "aria-labelledby", str(tabs.nth(0).get_attribute("id"))
    )


# -- Silence -------------------------------------------------------------------------------------------


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


# -- Tooltips ------------------------------------------------------------------------------------------


def test_a_tooltip_can_be_hovered_and_goes_with_escape(panel: Studio) -> None:
    panel.fill("teh and perhaps")
    left, top, right, bottom = panel.marks()[0]["rects"][0]
    tip = panel.root.get_by_role("tooltip")
    panel.page.mouse.move((left + right) / 2, (top + bottom) / 2)
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("Look at this.")
    box = tip.bounding_box()
    assert box
    panel.page.mouse.move(box["x"] + 10, box["y"] + 5, steps=6)
    panel.page.wait_for_timeout(900)
    expect(tip).to_be_visible()
    panel.page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    panel.page.mouse.move((left + right) / 2, (top + bottom) / 2)
    expect(tip).to_be_visible()
    panel.page.mouse.move(right + 200, bottom + 90)
    expect(tip).to_have_count(0)


# -- Out of the studio ----------------------------------------------------------------------------------


def test_mail_draft_copy_and_download_hold_the_letter_and_send_nothing(studio: Studio) -> None:
    text = "Dear Ms. Ruiz,\n\nThank you for the tour 😀 & more.\n\nLi Wei"
    studio.fill(text)
    link = studio.root.get_by_role("link", name="Open in my mail program")
    expect(link).to_have_attribute(
        "href",
        "mailto:ana.ruiz@example.org?subject=Our%20talk&body=Dear%20Ms.%20Ruiz%2C%0D%0A%0D%0A"
        "Thank%20you%20for%20the%20tour%20%F0%9F%98%80%20%26%20more.%0D%0A%0D%0ALi%20Wei",
    )
    with studio.page.expect_download() as draft:
        studio.button("Save as e-mail draft").click()
    raw = Path(draft.value.path()).read_bytes()
    assert draft.value.suggested_filename == "thank-you-Ms-Ana-Ruiz.eml"
    assert b"X-Unsent: 1" in raw
    with studio.page.expect_download() as plain:
        studio.button("Download as text").click()
    assert Path(plain.value.path()).read_text("utf-8") == text
    studio.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    studio.button("Copy").click()
    expect(studio.status).to_have_text("Copied.")
    assert studio.page.evaluate("() => navigator.clipboard.readText()") == text


# -- Marks on their words ------------------------------------------------------------------------------


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


# -- Sight ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_studio_is_accessible_in_both_themes(dark: bool, studio: Studio) -> None:
    # What is out of sight is not looked at: a high page, and of the many details only some open.
    studio.page.set_viewport_size({"width": 1400, "height": 6000})
    studio.lab.theme(dark)
    for details in studio.root.locator("details:not(.fk-more), li.fk-fix details").all():
        details.evaluate("d => { d.open = true; }")
    assert_accessible(studio.root)
    assert_accessible(Studio(studio.lab, 4).root.get_by_role("tabpanel"))


def test_targets_are_24_pixels_or_more(studio: Studio) -> None:
    for details in studio.root.locator("details").all():
        details.evaluate("d => { d.open = true; }")
    small = studio.root.evaluate("""root => [...root.querySelectorAll('button, a, summary, textarea')]
      .map(e => [e.textContent, e.getBoundingClientRect()])
      .filter(([, r]) => r.width > 0 && (r.width < 24 || r.height < 24)).map(([t, r]) => [t, r.width, r.height])""")
    assert small == []


# Contrast of the colours that tell, computed as WCAG does.
CONTRAST = """([sheet, selectors]) => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgb = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = c => c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = light(rgb(getComputedStyle(sheet.querySelector('textarea')).backgroundColor));
  return selectors.map(s => {
    const mark = light(rgb(getComputedStyle(sheet.closest('.fk-studio').querySelector(s)).textDecorationColor));
    return (Math.max(mark, ground) + 0.05) / (Math.min(mark, ground) + 0.05);
  });
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_marks_differ_in_shape_and_have_contrast(dark: bool, studio: Studio) -> None:
    studio.lab.theme(dark)
    selectors = [".fk-key .fk-fix", ".fk-key .fk-judge", ".fk-key .fk-met"]
    shapes = [
        studio.root.locator(s).evaluate("m => getComputedStyle(m).textDecorationStyle") for s in selectors
    ]
    assert shapes == ["wavy", "dotted", "solid"]
    sheet = studio.root.locator(".fk-sheet").element_handle()
    contrasts = studio.page.evaluate(CONTRAST, [sheet, selectors])
    assert min(contrasts) >= 3, contrasts


def test_marks_are_drawn_in_forced_colours_too(panel: Studio) -> None:
    panel.fill("nothing to see here")
    panel.page.emulate_media(forced_colors="active")
    panel.page.evaluate("() => document.activeElement.blur()")
    sheet = panel.root.locator(".fk-sheet").locator("visible=true")
    without = sheet.screenshot()
    panel.page.evaluate(
        "() => document.querySelectorAll('.fk-over').forEach(o => { o.style.visibility = 'hidden'; })"
    )
    assert sheet.screenshot() == without
    panel.page.evaluate(
        "() => document.querySelectorAll('.fk-over').forEach(o => { o.style.visibility = ''; })"
    )
    panel.fill("teh perhaps thank")
    panel.page.evaluate("() => document.activeElement.blur()")
    marked = sheet.screenshot()
    panel.page.evaluate(
        "() => document.querySelectorAll('.fk-over').forEach(o => { o.style.visibility = 'hidden'; })"
    )
    assert sheet.screenshot() != marked
    colors = panel.root.locator(".fk-over .fk-mark").evaluate_all(
        "marks => marks.map(m => getComputedStyle(m).textDecorationColor)"
    )
    assert set(colors) == {panel.area.evaluate("a => getComputedStyle(a).color")}


# -- Without a script -----------------------------------------------------------------------------------


def test_the_plain_form_works_without_a_script_of_ours(opened: Lab) -> None:
    out = opened.output(5)
    letter = out.get_by_label("Your letter")
    expect(out).to_contain_text("Ruis should be Ruiz.")
    letter.fill(letter.input_value().replace("Ruis", "Ruiz"))
    expect(out).not_to_contain_text("Ruis should be Ruiz.")
    assert out.locator(".fk-studio").count() == 0
    assert "Dear%20Ms.%20Ruiz" in str(
        out.get_by_role("link", name="Open in my mail program").get_attribute("href")
    )
