"""An exercise, a quiz and a reset in JupyterLab, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import nbformat
import pytest
from playwright.sync_api import expect

from followup_kit.course.registry import exercises
from tests.browser.lab import Lab
from tests.browser.server import Server

ONE = next(e for e in exercises() if e.id == "04-promised-call")
CELLS = (
    "import followup_kit as fk\nfrom followup_kit import course\ncourse.start()",
    'fk.exercise_form("04-promised-call")',
    ONE.stub,
    'q = course.exercise("04-promised-call")\nq.check(\n    day=17 march,\n    channel=phone,\n)',
    'q = course.exercise("04-promised-call")\nq.reset()',
    'fk.lesson_quiz("04")',
    'fk.progress_bar("04")',
    'fk.drill_form("dates", seed=4)',
    "fk.case_form(year=2026)",
)


@pytest.fixture
def forms(lab: Lab, server: Server) -> Iterator[Lab]:
    """A notebook with one of each form, opened and run."""
    path = server.folder / "practice" / "forms.ipynb"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)
    yield lab.open("practice/forms.ipynb").run_all()
    path.unlink()


def press(lab: Lab, *keys: str) -> None:
    for key in keys:
        lab.page.keyboard.press(key)


def count(lab: Lab) -> int:
    return len(lab.cells())


def test_an_exercise_is_done_by_keyboard_and_no_shortcut_fires(forms: Lab) -> None:
    page, form = forms.page, forms.output(2)
    cells = count(forms)
    form.get_by_label("Day", exact=True).focus()
    page.keyboard.type(" 17 march 2026")
    press(forms, "Tab", "ArrowDown", "ArrowDown", "ArrowUp")
    assert forms.focused() == "input a phone call"
    press(forms, "x", "b", "m", "d", "d")
    assert count(forms) == cells
    assert forms.focused() == "input a phone call", "the arrow keys and letters stay inside"
    press(forms, "Tab", "Enter")
    expect(form.get_by_role("status")).to_contain_text("Right. The promised date is Monday 16 March")
    expect(form).to_contain_text("✓ Right.")
    expect(forms.output(7)).to_contain_text("1 of 6 exercises")
    press(forms, "Tab", "Tab", "Tab", "Space")
    expect(form.get_by_label("Day", exact=True)).to_have_value("")
    expect(form.get_by_text("as it was, to copy")).to_be_visible()
    assert count(forms) == cells


def test_enter_checks_and_a_wrong_answer_is_tied_to_its_field(forms: Lab) -> None:
    form = forms.output(2)
    field = form.get_by_label("Day", exact=True)
    field.fill("16 March")
    form.get_by_label("a phone call").check()
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "A day, for example 5 March 2026. ✗ Not yet: 16 March is the promised date. "
        "It lasts until the evening; one day more is waited."
    )
    expect(form.get_by_role("status")).to_contain_text("Not yet. Day:")


def test_a_cell_without_quotation_marks_is_understood(forms: Lab) -> None:
    expect(forms.output(3)).to_contain_text("○ Not attempted")
    expect(forms.output(4)).to_contain_text("✓ Right.")


def test_reset_in_the_cell_brings_its_stub_back(forms: Lab) -> None:
    assert forms.cells()[4]["source"] == ONE.stub
    expect(forms.output(5)).to_contain_text("The cell is as it was")


def test_a_quiz_is_done_by_keyboard(forms: Lab) -> None:
    quiz = forms.output(6)
    quiz.get_by_role("radio").first.focus()
    press(forms, "ArrowDown", "ArrowDown", "Tab", "ArrowDown", "Tab", "Enter")
    expect(quiz.get_by_role("status")).to_have_text("2 of 2 right.")
    expect(quiz.get_by_role("group", name="Which day does the plan show?")).to_be_visible()


def test_another_day_in_the_own_case_is_asked_about(forms: Lab) -> None:
    form = forms.output(9)
    question = form.get_by_role("group", name="Is this another interview?")
    status = form.get_by_role("status")

    def save(day: str, company: str) -> None:
        form.get_by_label("Day of the interview").fill(day)
        form.get_by_label("Employer", exact=True).fill(company)
        form.get_by_role("button", name="Save").click()

    save("2 March 2026", "Acme")
    expect(status).to_have_text("Saved. All lessons use your interview from now on.")
    expect(question).to_have_count(0)
    save("3 March 2026", "Acme")
    expect(status).to_contain_text("Not saved yet. You entered Acme, Mon 2 March 2026 before.")
    correction = question.get_by_role("radio", name="A correction of the interview that I entered before.")
    expect(correction).to_be_checked()
    correction.focus()
    press(forms, "ArrowUp")
    expect(question.get_by_role("radio", name="A new interview.")).to_be_checked()
    press(forms, "ArrowDown", "Tab", "Tab", "Enter")
    expect(status).to_have_text("Saved. All lessons use your interview from now on.")
    expect(question).to_have_count(0)
    form.get_by_label("Yes, delete my interview from this machine").check()
    form.get_by_role("button", name="Delete").click()
    expect(status).to_contain_text("Your interview was deleted.")
    expect(form.get_by_label("Employer", exact=True)).to_have_value("")


def test_controls_are_large_enough_and_their_ids_are_their_own(forms: Lab) -> None:
    found = forms.page.evaluate(
        """() => [...document.querySelectorAll('.fk-shell input, .fk-shell button, .fk-shell summary')].map(e => {
          const box = (e.labels?.[0]?.closest('.fk-option') ?? e).getBoundingClientRect();
          return [e.id, Math.min(box.width, box.height)];
        })"""
    )
    ids = [id for id, _ in found if id]
    assert len(set(ids)) == len(ids) > 20
    assert min(size for _, size in found) >= 24


def test_a_narrow_page_at_four_times_the_size_scrolls_one_way_only(forms: Lab) -> None:
    """320 CSS pixels wide is what WCAG asks for in place of a zoom of 400 %."""
    forms.output(2).locator(".fk-shell").first.evaluate("e => { e.style.width = '280px'; }")
    wide = forms.output(2).locator(".fk-shell").first.evaluate("e => e.scrollWidth - e.clientWidth")
    assert wide <= 1
