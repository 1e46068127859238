"""The lessons are found, copied, and never overwritten where they were edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_kit.cli import main
from followup_kit.course.folder import copy_lessons, find_lesson, lessons_folder
from followup_kit.errors import CourseError, UnknownName


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "facilitator").mkdir(parents=True)
    (folder / "00-start-here.ipynb").write_text("zero", encoding="utf-8")
    (folder / "04-plan.ipynb").write_text("four", encoding="utf-8")
    (folder / "facilitator" / "guide.ipynb").write_text("guide", encoding="utf-8")
    (folder / "my-course").mkdir()
    (folder / "my-course" / "progress.json").write_text("{}", encoding="utf-8")
    return folder


def test_a_copy_holds_the_lessons_and_nobodys_progress(source: Path, tmp_path: Path) -> None:
    target, kept = copy_lessons(source, tmp_path / "mine")
    assert sorted(p.name for p in target.rglob("*.ipynb")) == [
        "00-start-here.ipynb",
        "04-plan.ipynb",
        "guide.ipynb",
    ]
    assert not (target / "my-course").exists()
    assert kept == []


def test_an_edited_lesson_is_kept_and_others_are_renewed(source: Path, tmp_path: Path) -> None:
    target, _ = copy_lessons(source, tmp_path / "mine")
    (target / "04-plan.ipynb").write_text("my answers", encoding="utf-8")
    (source / "04-plan.ipynb").write_text("four, revised", encoding="utf-8")
    (source / "00-start-here.ipynb").write_text("zero, revised", encoding="utf-8")
    _, kept = copy_lessons(source, target)
    assert [p.name for p in kept] == ["04-plan.ipynb"]
    assert (target / "04-plan.ipynb").read_text(encoding="utf-8") == "my answers"
    assert (target / "00-start-here.ipynb").read_text(encoding="utf-8") == "zero, revised"


def test_a_lost_list_of_copies_overwrites_nothing(source: Path, tmp_path: Path) -> None:
    target, _ = copy_lessons(source, tmp_path / "mine")
    (target / ".followup-kit.json").write_text("[broken", encoding="utf-8")
    (source / "04-plan.ipynb").write_text("four, revised", encoding="utf-8")
    _, kept = copy_lessons(source, target)
    assert [p.name for p in kept] == ["04-plan.ipynb"]
    assert (target / "04-plan.ipynb").read_text(encoding="utf-8") == "four"


def test_fresh_leaves_the_old_copy_alone(source: Path, tmp_path: Path) -> None:
    first, _ = copy_lessons(source, tmp_path / "mine")
    (first / "04-plan.ipynb").write_text("my answers", encoding="utf-8")
    second, _ = copy_lessons(source, tmp_path / "mine", fresh=True)
    assert second.name == "mine-2"
    assert (second / "04-plan.ipynb").read_text(encoding="utf-8") == "four"
    assert (first / "04-plan.ipynb").read_text(encoding="utf-8") == "my answers"


def test_a_folder_that_cannot_be_written_is_a_clear_sentence(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CourseError, match="choose another --folder"):
        copy_lessons(source, tmp_path / "file" / "mine")


def test_a_lesson_is_found_by_number_and_name(source: Path) -> None:
    assert find_lesson(source, None).name == "00-start-here.ipynb"
    for written in ("4", "04", "04-plan", "04-plan.ipynb"):
        assert find_lesson(source, written).name == "04-plan.ipynb"
    with pytest.raises(UnknownName, match="04-plan"):
        find_lesson(source, "04-plann")
    with pytest.raises(UnknownName):
        find_lesson(source, "²")


def test_learn_prepares_a_copy_and_says_where(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["learn", "04", "--folder", str(tmp_path / "mine"), "--no-open"])
    assert stopped.value.code == 0
    assert str(tmp_path / "mine") in capsys.readouterr().out
    assert find_lesson(tmp_path / "mine", "04").is_file()


def test_this_clone_has_its_lessons() -> None:
    assert find_lesson(lessons_folder(), "04").name == "04-plan-the-follow-up.ipynb"
