"""The accessibility tree of every widget, compared with a stored one.

Where a change is meant, write the files anew and read the difference::

    FOLLOWUP_KIT_UPDATE_SNAPSHOTS=1 python -m pytest tests/browser/test_trees.py
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.lab import Lab
from tests.browser.server import Server
from tests.browser.trees import FOLDER, expected, tree

SETUP = """\
import datetime as dt
import followup_kit as fk
from followup_kit import course
course.start()
tuesday = dt.date(2026, 3, 17)
slip = "Dear Ana,\\n\\nthank you, teh talk was good.\\n\\nBest regards,\\nZoë"
"""
WIDGETS = {
    "plan-explorer": 'fk.plan_explorer(course.practice(), "classic")',
    "letter-studio": 'fk.letter_studio({"interviewer_name": "Ana Ruiz"}, state={})',
    "letter-studio-panel": 'fk.letter_studio([{"interviewer_name": n} for n in ("Ana", "Li")], state={})',
    "quick-letter": "fk.quick_letter(year=2026)",
    "exercise": 'fk.exercise_form("04-promised-call")',
    "exercise-answered": 'fk.exercise_form("04-promised-call")',
    "quiz": 'fk.lesson_quiz("04")',
    "quiz-answered": 'fk.lesson_quiz("04")',
    "call-coach": 'fk.call_coach(course.practice(), on=tuesday, sender="Amina Yusuf")',
    "board": "fk.campaign_board(course.practice_campaign().journal, tuesday)",
    "protocol-builder": 'fk.protocol_builder(course.practice(), "measured")',
    "progress-bar": 'fk.progress_bar("04")',
    "progress-keeper": "fk.progress_keeper()",
    "case-form": "fk.case_form(year=2026)",
    "drill": 'fk.drill_form("dates", seed=4)',
    "forget-form": "fk.forget_form()",
}
OUTPUTS = {
    "leaving-list": 'course.before_leaving("in_person")',
    "plan": 'fk.plan(course.practice(), "classic")',
    "comparison": "fk.compare(course.practice())",
    "glossary": 'course.glossary("roll", "let go")',
    "faq": "course.faq()",
}
FINDINGS = "fk.letter_studio({}, slip, state={})"
CELLS = WIDGETS | OUTPUTS


@pytest.fixture(scope="module")
def shown(browser: Browser, browser_context_args: dict[str, Any], server: Server) -> Iterator[Lab]:
    """A notebook with one of each, run; two of them answered."""
    path = server.folder / "practice" / "trees.ipynb"
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(c) for c in (SETUP, *CELLS.values(), FINDINGS)]
    )
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.set_default_timeout(30_000)
    lab = Lab(page, server).open("practice/trees.ipynb").run_all()
    exercise, quiz = (lab.output(cell_of(name)) for name in ("exercise-answered", "quiz-answered"))
    exercise.get_by_label("Day", exact=True).fill("16 March")
    for name in ("Check", "Hint", "Solution"):
        exercise.get_by_role("button", name=name).click()
    expect(exercise.get_by_text("As a cell")).to_be_visible()
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Check my answers").click()
    expect(quiz).to_contain_text("not answered yet")
    lab.wait_until_idle()
    yield lab
    context.close()
    path.unlink()
    server.shut_kernels_down()


def cell_of(name: str) -> int:
    return list(CELLS).index(name) + 2


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_has_the_tree_that_is_stored(name: str, shown: Lab) -> None:
    part = shown.output(cell_of(name)).locator(".fk-shell").first
    now = tree(part)
    assert now.startswith(("- group", "- 'group")), "a widget is a group with a name"
    assert now == expected(name, now)


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_has_the_tree_that_is_stored(name: str, shown: Lab) -> None:
    now = tree(shown.output(cell_of(name)).locator(".jp-OutputArea-output").first)
    assert now == expected(name, now)


def test_a_finding_says_what_it_is_before_what_it_is_about(shown: Lab) -> None:
    """What is found changes with the checker; its shape does not."""
    expect(shown.output(len(CELLS) + 2).locator(".fk-shell").first).to_match_aria_snapshot(
        """
        - heading "Checklist" [level=5]
        - 'heading /To fix before sending: \\d+/ [level=6]'
        - list:
          - listitem:
            - 'button /^Fix: \\w/'
            - group: '/^More on: .+/'
        """
    )


def test_no_stored_tree_is_left_over() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == CELLS.keys()
