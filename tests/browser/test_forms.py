"""An exercise, a quiz and a reset in JupyterLab, by keyboard alone; axe-core in both themes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from followup_kit.course.registry import exercises
from tests.browser.accessibility import assert_accessible
from tests.browser.lab import Lab
from tests.notebooks.running import NOTEBOOKS

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
def forms(lab: Lab, server) -> Iterator[Lab]:
    """A notebook with one of each form, opened and run."""
    path = server.notebooks / "practice" / "forms.ipynb"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)
    yield lab.open("practice/forms.ipynb").run_all()
    path.unlink()
