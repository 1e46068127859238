"""Every lesson runs green with all solutions filled in, and raises nothing when nobody touched it."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from followup_kit.course.registry import lesson, lesson_ids
from tests.notebooks.execute import WIDGET, clean, run
from tests.notebooks.running import lessons, name_of

COURSE = [p for p in lessons() if re.match(r"\d\d-", p.name) and p.name[:2] in lesson_ids()]


def verdicts(notebook) -> dict[str, str]:
    """What stands below each exercise's cell, by the exercise's id."""
    found = {}
    for cell in notebook.cells:
        if "exercise" in cell.metadata.get("tags", []):
            id = re.search(r'course\.exercise\("([^"]+)"\)', cell.source)[1]
            found[id] = "".join(o.data["text/plain"] for o in cell.outputs if "data" in o)
    return found


def filled(path: Path):
    """The lesson with the solution of each exercise in its cell."""
    notebook = nbformat.read(path, as_version=4)
    one = lesson(path.name[:2])
    solved = {e.stub.strip(): e.solved for e in one.exercises}
    for cell in notebook.cells:
        if "exercise" in cell.metadata.get("tags", []):
            cell.source = solved[cell.source.strip()]
    return notebook


@pytest.mark.parametrize("path", COURSE, ids=name_of)
def test_a_lesson_with_all_solutions_is_green(path, tmp_path):
    found = verdicts(run(filled(path), tmp_path))
    assert set(found) == {e.id for e in lesson(path.name[:2]).exercises}
    assert {id: said for id, said in found.items() if not said.startswith("✓ Right.")} == {}
    assert (tmp_path / "my-course" / "progress.json").is_file()


@pytest.mark.parametrize("path", COURSE, ids=name_of)
def test_an_untouched_lesson_raises_nothing_and_keeps_nothing(path, tmp_path):
    notebook = run(nbformat.read(path, as_version=4), tmp_path)
    assert {said[:15] for said in verdicts(notebook).values()} == {"○ Not attempted"}
    assert not (tmp_path / "my-course").exists()


def test_a_saved_notebook_holds_nothing_that_differs_between_runs(tmp_path):
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [
        nbformat.v4.new_code_cell(
            "import followup_kit as fk\nfk.exercise_form('04-let-go')", metadata={"trusted": True}
        ),
        nbformat.v4.new_code_cell("q = fk.exercise_form('04-let-go').question\nq.check()"),
    ]
    ran = run(notebook, tmp_path)
    assert WIDGET in ran.cells[0].outputs[0].data
    saved = clean(ran)
    assert set(saved.cells[0].outputs[0].data) == {"text/plain"}
    assert "A place to stop: run this cell" in saved.cells[0].outputs[0].data["text/plain"]
    assert saved.cells[0].metadata == {}
    assert "widgets" not in saved.metadata
    assert [c.execution_count for c in saved.cells] == [1, 2]
