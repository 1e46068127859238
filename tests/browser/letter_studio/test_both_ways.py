"""From the list to the text and back: by keyboard, by caret, by pointer, and from tab to tab."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.studio import Studio, item, selection


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
