"""Writing in the letter studio: typing, undo, starters, and the ways out."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.lab import Lab
from tests.browser.studio import Studio, item, selection


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
