"""From five questions to an e-mail draft in JupyterLab, by keyboard alone; axe-core in both themes."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import assert_accessible
from tests.browser.lab import Lab
from tests.browser.server import Server

CELLS = (
    "import followup_kit as fk\nfrom followup_kit import course\ncourse.start()",
    "fk.quick_letter(year=2026)",
)
ANSWERS = ("Ana Ruiz; ana@example.org", "Bright Farm", "2 March", "the harvest", "Li Wei")


@pytest.fixture
def letter(lab: Lab, server: Server) -> Iterator[Lab]:
    """A notebook with the form of five questions, opened and run."""
    path = server.folder / "practice" / "quick-letter.ipynb"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)
    yield lab.open("practice/quick-letter.ipynb").run_all()
    path.unlink()
    for kept in (server.home / "my-course").glob("my-*.json"):
        kept.unlink()


def to_button(lab: Lab, name: str, most: int = 60) -> None:
    """Press Tab until the button of that name has the focus."""
    for _ in range(most):
        if lab.focused() == f"button {name}":
            return
        lab.page.keyboard.press("Tab")
    raise AssertionError(f"{name} was not reached; the focus is on {lab.focused()}")


def test_from_five_questions_to_a_draft_by_keyboard(letter: Lab, tmp_path: Path) -> None:
    page, form = letter.page, letter.output(2)
    cells = len(letter.cells())
    form.get_by_label("1. Whom do you thank?").focus()
    for text in ANSWERS:
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    assert letter.focused() == "button Start my letter"
    page.keyboard.press("Enter")
    area = form.get_by_role("textbox", name="Your letter to Ana Ruiz")
    expect(area).to_have_value(re.compile(r"Dear Ana Ruiz,[\s\S]*about the harvest has"))
    expect(form.get_by_role("paragraph").filter(has_text="Fill the gaps in [brackets]")).to_be_visible()
    area.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("Dear Ana Ruiz,")
    page.keyboard.press("Enter")
    page.keyboard.type("Thank you for telling me about the harvest.")
    to_button(letter, "Save as e-mail draft (.eml)")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    saved = tmp_path / "draft.eml"
    download.value.save_as(saved)
    draft = email.message_from_bytes(saved.read_bytes())
    assert draft["To"] == "Ana Ruiz <ana@example.org>"
    assert draft["X-Unsent"] == "1"
    assert "about the harvest." in draft.get_payload()
    to_button(letter, "Save my follow-up pack")
    page.keyboard.press("Enter")
    expect(form.get_by_role("paragraph").filter(has_text="Open it in a browser to print it.")).to_be_visible()
    assert len(letter.cells()) == cells, "no shortcut of the notebook fired"


def test_form_and_letter_are_accessible(letter: Lab) -> None:
    form = letter.output(2)
    for label, text in zip(("1. Whom", "2. Which", "3. On", "4. What", "5. Your"), ANSWERS, strict=True):
        form.get_by_label(label).fill(text)
    form.get_by_role("button", name="Start my letter").click()
    expect(form.get_by_role("textbox", name="Your letter to Ana Ruiz")).to_be_visible()
    for dark in (False, True):
        letter.theme(dark)
        assert_accessible(form.locator(".fk-shell").first)
