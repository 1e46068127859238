"""A later cell run first: a kernel that was started with our file says which cell is missing, and does no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbclient import NotebookClient

from followup_kit.cli import learn
from followup_kit.course.folder import kernel_startup
from tests.notebooks.running import clean_environment


def run(cells: list[str], folder: Path, startup: str) -> list[list[str]]:
    """The lines that each cell shows where it stopped."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    client = NotebookClient(
        notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(folder)}}
    )
    with client.setup_kernel(env=clean_environment(folder) | {"PYTHONSTARTUP": startup}):
        for n, cell in enumerate(notebook.cells):
            client.execute_cell(cell, n)
    return [
        [line for o in c.outputs for line in o.get("traceback", [o.get("text", "")])] for c in notebook.cells
    ]


def test_a_later_cell_run_first_is_told_in_a_sentence(tmp_path):
    names = "print([n for n in ('fk', 'course', '_begin', 'sys') if n in globals()])"
    form, own, left = run(
        ['fk.exercise_form("04-promised-call")', "1 / 0", names], tmp_path, kernel_startup()
    )
    assert len(form) == 1
    assert "“fk” is not there yet: a cell above makes it." in form[0]
    assert "Run All Above Selected Cell" in form[0]
    assert len(own) > 1, "an error of another kind, before a lesson began, is shown as Python does"
    assert left == ["[]\n"], "nothing is put into the notebook"


def test_a_kernel_without_the_file_still_runs_the_lesson(tmp_path):
    first, later = run(["from followup_kit import course\ncourse.start()", "p"], tmp_path, "")
    assert first == []
    assert len(later) == 1


def test_a_plain_python_is_left_alone():
    done = subprocess.run(
        [sys.executable, "-c", f"import runpy, sys; runpy.run_path({kernel_startup()!r}); print(len(sys.argv))"],
        capture_output=True, text=True, check=True, cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("1\n", "")


@pytest.mark.parametrize("own", [None, "startup-of-mine.py"])
def test_learn_names_the_file_and_keeps_a_learners_own(own, tmp_path, monkeypatch):
    started = []

    def start(command, **given):
        started.append(given["env"])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.delenv("PYTHONSTARTUP", raising=False)
    if own:
        monkeypatch.setenv("PYTHONSTARTUP", own)
    monkeypatch.setattr(learn.subprocess, "run", start)
    assert CliRunner().invoke(learn.command, ["04", "--folder", str(tmp_path / "mine")]).exit_code == 0
    assert [e["PYTHONSTARTUP"] for e in started] == [own or kernel_startup()]
