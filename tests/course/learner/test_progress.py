"""The progress file: merged without loss, whatever stands in the file never stops the course."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_kit.course.learner.progress import Drilled, Progress, ProgressFile, Tried
from followup_kit.errors import CourseError

IDS = st.from_regex(r"\A[0-9]{2}-[a-z]{1,6}\Z")
COUNTS = st.integers(0, 50)
TRIED = st.builds(
    Tried,
    attempts=COUNTS,
    hints=COUNTS,
    right=st.booleans(),
    at_once=st.booleans(),
    solution_seen=st.booleans(),
)
PROGRESS = st.builds(
    Progress,
    exercises=st.dictionaries(IDS, TRIED, max_size=4),
    quizzes=st.dictionaries(
        st.sampled_from(["before", "after"]), st.dictionaries(IDS, st.booleans(), max_size=4)
    ),
    drills=st.dictionaries(IDS, st.builds(Drilled, asked=COUNTS, right=COUNTS, level=COUNTS), max_size=2),
)


@given(PROGRESS, PROGRESS, PROGRESS)
def test_merging_is_the_same_in_any_order(a, b, c):
    assert a.merge(b) == b.merge(a)
    assert a.merge(b).merge(c) == a.merge(b.merge(c))
    assert a.merge(b).merge(b) == a.merge(b)
    assert a.merge(Progress()) == a


@given(PROGRESS)
def test_it_is_read_back_as_it_was_written(progress):
    assert Progress.from_json(progress.to_json()) == progress


@given(raw=st.binary() | st.text().map(str.encode) | PROGRESS.map(lambda p: p.to_json().encode()[:-9]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_costs_progress_and_is_kept(raw, tmp_path_factory):
    path = tmp_path_factory.mktemp("d") / "progress.json"
    path.write_bytes(raw)
    try:
        Progress.from_json(raw)
    except CourseError:
        kept = ProgressFile(path)
        assert kept.progress == Progress()
        assert "was kept as progress.damaged-1.json" in kept.notice
        assert path.with_name("progress.damaged-1.json").read_bytes() == raw
        kept.change(lambda p: p.tried("04-a", right=True))
        assert ProgressFile(path).progress.exercises["04-a"].right


@pytest.mark.parametrize(
    "text",
    [
        '{"schema": 2}',
        '{"schema": 1, "name": "Amina"}',
        '{"schema": 1, "exercises": {"Amina Yusuf": {}}}',
        '{"schema": 1, "exercises": {"04-a": {"attempts": -1}}}',
        "[]",
        "null",
        "[" * 100_000,
    ],
)
def test_what_is_no_progress_of_this_course_is_refused(text):
    with pytest.raises(CourseError, match="not a progress file"):
        Progress.from_json(text)


def test_a_lost_file_starts_anew(tmp_path):
    kept = ProgressFile(tmp_path / "nowhere" / "progress.json")
    assert (kept.progress, kept.notice) == (Progress(), "")
    kept.change(lambda p: p.tried("04-a", right=False))
    assert json.loads(kept.path.read_text())["exercises"]["04-a"]["attempts"] == 1
    assert [p.name for p in kept.path.parent.iterdir()] == ["progress.json"]


def test_a_folder_in_place_of_the_file_is_no_crash(tmp_path):
    (tmp_path / "progress.json").mkdir()
    kept = ProgressFile(tmp_path / "progress.json")
    assert "could not be read" in kept.notice
    kept.change(lambda p: p.tried("04-a", right=True))
    assert "could not be saved" in kept.notice
    assert kept.progress.exercises["04-a"].right


def test_two_notebooks_at_once_lose_nothing(tmp_path):
    one, two = (ProgressFile(tmp_path / "progress.json") for _ in range(2))
    one.change(lambda p: p.tried("04-a", right=True))
    two.change(lambda p: p.tried("04-b", right=True))
    one.change(lambda p: p.helped("04-c", hints=2))
    assert set(ProgressFile(tmp_path / "progress.json").progress.exercises) == {"04-a", "04-b", "04-c"}


def test_a_break_while_writing_leaves_the_old_file(tmp_path, monkeypatch):
    kept = ProgressFile(tmp_path / "progress.json")
    kept.change(lambda p: p.tried("04-a", right=True))
    before = kept.path.read_bytes()

    def fail(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    kept.change(lambda p: p.tried("04-b", right=True))
    assert kept.path.read_bytes() == before
    assert "No space left" in kept.notice
    assert [p.name for p in tmp_path.iterdir()] == ["progress.json"]


def test_only_the_first_answer_to_a_quiz_item_counts():
    progress = Progress().answered("before", "04-a", right=False).answered("before", "04-a", right=True)
    assert progress.quizzes == {"before": {"04-a": False}}


def test_solved_stays_solved_and_at_once_means_the_first_attempt():
    late = Progress().tried("04-a", right=False).tried("04-a", right=True).tried("04-a", right=False)
    assert late.exercises["04-a"].right
    assert not late.exercises["04-a"].at_once
    seen = Progress().helped("04-a", solution=True).tried("04-a", right=True)
    assert not seen.exercises["04-a"].at_once


def test_export_and_import(tmp_path):
    one = ProgressFile(tmp_path / "one.json")
    one.change(lambda p: p.tried("04-a", right=True))
    two = ProgressFile(tmp_path / "two.json")
    two.bring_in(one.export(tmp_path / "out.json"))
    assert two.progress == one.progress
    (tmp_path / "bad.json").write_text("?")
    with pytest.raises(CourseError, match="not a progress file"):
        two.bring_in(tmp_path / "bad.json")
    with pytest.raises(CourseError, match="cannot be opened"):
        two.bring_in(tmp_path / "none.json")
    with pytest.raises(CourseError, match="cannot be written"):
        two.export(tmp_path / "no" / "folder.json")


def test_nothing_is_forgotten_by_accident(tmp_path):
    kept = ProgressFile(tmp_path / "progress.json")
    kept.change(lambda p: p.tried("04-a", right=True))
    with pytest.raises(CourseError, match="really=True"):
        kept.forget()
    assert kept.progress.done(("04-a",)) == 1
    kept.forget(really=True)
    assert ProgressFile(kept.path).progress == Progress(begun=1)


def test_what_was_forgotten_does_not_come_back_from_another_notebook(tmp_path):
    one, other = ProgressFile(tmp_path / "progress.json"), ProgressFile(tmp_path / "progress.json")
    other.change(lambda p: p.tried("04-a", right=True))
    (tmp_path / "progress.damaged-1.json").write_text("x")
    told = []
    one.watch(lambda: told.append(one.progress.exercises))
    one.forget(really=True)
    assert told == [{}]
    assert [p.name for p in tmp_path.iterdir()] == ["progress.json"]
    other.change(lambda p: p.tried("04-b", right=True))
    assert list(ProgressFile(one.path).progress.exercises) == ["04-b"]


def test_progress_that_could_not_be_deleted_stays_and_is_told(tmp_path, monkeypatch):
    kept = ProgressFile(tmp_path / "progress.json")
    kept.change(lambda p: p.tried("04-a", right=True))

    def closed(*args):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("followup_kit.course.learner.progress.remove_with_copies", closed)
    with pytest.raises(CourseError, match="could not be deleted"):
        kept.forget(really=True)
    assert kept.progress.done(("04-a",)) == 1
