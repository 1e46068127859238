"""Nothing is kept before a lesson was started; then each answer is, and nothing else."""

from __future__ import annotations

from followup_kit.course import opening
from followup_kit.course.learner import session
from followup_kit.course.question import Question
from followup_kit.course.registry import exercises

ONE = exercises()[0]


def test_nothing_is_written_before_start_nor_without_an_answer(course_folder):
    Question(ONE).check(**ONE.solution)
    assert not course_folder.exists()
    opening.start()
    q = Question(ONE)
    q.check()
    q.check(first="31 April", latest="1 May")
    assert not course_folder.exists()
    q.check(**ONE.solution)
    assert (course_folder / "progress.json").is_file()
    assert session.progress_file().progress.exercises[ONE.id].at_once


def test_help_is_counted(course_folder):
    opening.start()
    q = Question(ONE)
    q.hint()
    q.hint()
    q.solution()
    found = session.progress_file().progress.exercises[ONE.id]
    assert (found.hints, found.solution_seen, found.attempts) == (2, True, 0)


def test_the_folder_is_the_one_beside_the_notebooks(tmp_path, monkeypatch):
    monkeypatch.delenv("FOLLOWUP_KIT_COURSE_FOLDER")
    (tmp_path / "facilitator").mkdir()
    monkeypatch.chdir(tmp_path / "facilitator")
    assert session.folder().as_posix() == "my-course"
    (tmp_path / "my-course").mkdir()
    assert session.folder().as_posix() == "../my-course"
    assert session.folder(tmp_path) == tmp_path
