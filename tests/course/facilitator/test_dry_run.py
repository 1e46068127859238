"""The check of the day before finds what works and what does not, and changes nothing."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nbformat
import pytest

from followup_kit.cli import main
from followup_kit.course.facilitator.dry_run import NEEDED, dry_run, notebooks_to_try
from followup_kit.course.folder import lessons_folder
from followup_kit.errors import CourseError


@pytest.fixture(autouse=True)
def quiet_jupyter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kernels of these tests keep their files to themselves."""
    root = Path(__file__).resolve().parents[3]
    monkeypatch.setenv("PYTHONPATH", str(root))
    for name in ("JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "JUPYTER_CONFIG_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))


def lesson(folder: Path, name: str, *cells: str) -> Path:
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    notebook.cells = [nbformat.v4.new_code_cell(c) for c in cells]
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / name)
    return folder / name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The cells of the path are in none of these lessons, which the check has to say."""
    place = tmp_path / "lessons"
    lesson(place, "00-good.ipynb", "x = 1", "open('left.txt', 'w').write('x')")
    lesson(place, "01-bad.ipynb", "raise ValueError('no such day')")
    (place / "02-broken.ipynb").write_text("{", encoding="utf-8")
    lesson(place, "_template.ipynb", "raise RuntimeError")
    return place


def test_each_lesson_runs_and_what_fails_is_named(folder):
    heard: list[str] = []
    found = {c.name: c for c in dry_run(folder, starting=heard.append)}
    assert heard == ["00-good.ipynb", "01-bad.ipynb", "02-broken.ipynb"]
    assert found["00-good.ipynb"].fine
    assert "2 cells ran" in found["00-good.ipynb"].line
    assert not found["01-bad.ipynb"].fine
    assert "ValueError: no such day" in found["01-bad.ipynb"].said
    assert "cannot be read" in found["02-broken.ipynb"].said
    assert found["Python"].fine
    assert all(found[name].fine for name in NEEDED)
    assert not found["The 90-minute path"].fine
    assert not (folder / "left.txt").exists()


def test_the_path_is_found_in_the_real_lessons():
    first = next(c for c in dry_run(lessons_folder()) if c.name == "The 90-minute path")
    assert first.fine, first.said


def test_a_missing_package_is_said_and_no_lesson_is_tried(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    found = {c.name: c for c in dry_run(folder)}
    assert 'pip install ".[course]"' in found["anywidget"].said
    assert not found["Lessons"].fine
    assert "00-good.ipynb" not in found


def test_an_empty_folder_is_one_sentence(tmp_path):
    with pytest.raises(CourseError, match="no lessons"):
        list(dry_run(tmp_path))


def test_the_facilitators_notebooks_are_tried_too():
    names = [p.name for p in notebooks_to_try(lessons_folder())]
    assert "guide.ipynb" in names
    assert "00-start-here.ipynb" in names
    assert "_template.ipynb" not in names


def test_the_command_shows_each_line_and_says_what_failed(folder, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["learn", "--check", "--folder", str(folder), "01"])
    said = capsys.readouterr()
    assert stopped.value.code == 2
    assert "✓ Python" in said.out
    assert "✗ 01-bad.ipynb" in said.out
    assert "2 of these failed" in said.err
    assert "00-good" not in said.out


def test_the_command_is_content_with_a_real_lesson(tmp_path, capsys):
    place = tmp_path / "copy"
    shutil.copytree(lessons_folder(), place, ignore=shutil.ignore_patterns("my-course"))
    with pytest.raises(SystemExit) as stopped:
        main(["learn", "--check", "--folder", str(place), "04"])
    said = capsys.readouterr()
    assert stopped.value.code == 0, said.out + said.err
    assert said.out.endswith("All of it opens.\n")
