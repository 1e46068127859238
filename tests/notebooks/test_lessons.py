"""Every lesson runs from top to bottom and gives exactly the outputs that are stored in it."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from tests.notebooks.running import all_notebooks, clean_environment, lessons, name_of, nbval


@pytest.mark.parametrize("path", lessons(), ids=name_of)
def test_a_lesson_gives_its_stored_outputs(path: Path, tmp_path: Path) -> None:
    done = nbval([path], clean_environment(tmp_path))
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


@pytest.mark.parametrize("path", all_notebooks(), ids=name_of)
def test_a_notebook_is_valid(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.cells
    assert notebook.metadata.kernelspec.name == "python3"
    assert "widgets" not in notebook.metadata, "saved widget state is lost at reopening: remove it"
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", lessons(), ids=name_of)
def test_a_lesson_is_stored_executed(path: Path) -> None:
    """nbval compares no cell without an execution count, so each has one, in order, and no error."""
    cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    assert [c.execution_count for c in cells] == list(range(1, len(cells) + 1))
    errors = [(c.execution_count, o.ename) for c in cells for o in c.outputs if o.output_type == "error"]
    assert errors == []
    skipped = [c.execution_count for c in cells if {"nbval-skip"} & set(c.metadata.get("tags", []))]
    assert skipped == [], "every cell runs in the tests"


def test_there_are_lessons() -> None:
    assert lessons()


@pytest.mark.parametrize("path", all_notebooks(), ids=name_of)
def test_no_stored_output_is_large(path):
    """What a notebook stores is read, compared and sent: at most 40 kB an output, 250 kB a notebook."""
    notebook = nbformat.read(path, as_version=4)
    sizes = [len(json.dumps(output)) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert max(sizes, default=0) <= 40_000
    assert path.stat().st_size <= 250_000
