"""The sums of a class: right, and without a number that tells of few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.course.facilitator.dashboard import class_results, read_class
from followup_kit.course.facilitator.practice_class import practice_class, write_practice_class
from followup_kit.course.learner.progress import MOST_BYTES, Progress
from followup_kit.errors import CourseError
from followup_kit.records.classroom import SMALLEST, Tally

RIGHT = Progress().tried("04-own-plan", right=True)
WRONG = Progress().tried("04-own-plan", right=False)
SEEN = Progress().helped("04-own-plan", solution=True).tried("04-own-plan", right=True)


def own_plan(files):
    return next(t for t in class_results(files).items if t.id == "04-own-plan")


def test_reached_and_missed_are_counted():
    found = own_plan([RIGHT] * 7 + [WRONG] * 5 + [Progress()] * 9)
    assert (found.tried, found.reached, found.missed) == (12, 7, 5)
    objective = next(
        t for t in class_results([RIGHT] * 7 + [WRONG] * 5).objectives if t.id == "04-date-first-nudge"
    )
    assert (objective.reached, objective.missed) == (7, 5)


def test_a_copied_solution_reaches_nothing_and_a_look_without_an_attempt_is_missed():
    looked = Progress().helped("04-own-plan", solution=True)
    assert own_plan([SEEN] * 3 + [looked] * 3).missed == 6
    assert own_plan([SEEN] * 6).reached is None


def test_hints_alone_are_no_attempt():
    assert class_results([Progress().helped("04-own-plan", hints=1)] * 8).items == ()


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_a_few_are_hidden_on_either_side(few):
    assert own_plan([RIGHT] * 20 + [WRONG] * few).missed is None
    assert own_plan([RIGHT] * 20 + [WRONG] * few).reached is None, "the sum would give the few away"
    assert own_plan([RIGHT] * few + [WRONG] * 20).reached is None
    assert own_plan([RIGHT] * few).tried is None
    assert class_results([RIGHT] * few).learners is None


@given(st.integers(0, 40), st.integers(0, 40))
def test_no_shown_number_is_small_and_none_can_be_worked_out(reached, missed):
    tally = Tally.of("x", "04", "x", reached=reached, missed=missed)
    shown = [n for n in (tally.tried, tally.reached, tally.missed) if n is not None]
    assert all(n >= SMALLEST for n in shown)
    if tally.tried is not None:
        assert all(tally.tried - n not in range(1, SMALLEST) for n in shown)


def test_the_order_of_the_items_tells_nothing_of_hidden_numbers():
    many = [Progress().tried("04-own-plan", right=False).tried("04-let-go", right=True)] * 3
    few = [Progress().tried("04-own-plan", right=True).tried("04-let-go", right=False)] * 4
    assert [t.id for t in class_results(many + few).items] == ["04-let-go", "04-own-plan"]
    assert next(t.id for t in class_results(many + many + few).items) == "04-let-go"


def test_most_missed_come_first():
    both = Progress().tried("04-own-plan", right=True).tried("04-let-go", right=False)
    assert [t.id for t in class_results([both] * 6).items] == ["04-let-go", "04-own-plan"]


def test_files_are_read_and_a_broken_one_is_named(tmp_path):
    write_practice_class(tmp_path, 6)
    (tmp_path / "broken.json").write_text('{"schema": 9}', encoding="utf-8")
    (tmp_path / "huge.json").write_bytes(b" " * (MOST_BYTES + 1))
    (tmp_path / "letter.txt").write_text("not read", encoding="utf-8")
    files, faults = read_class(tmp_path)
    assert files == practice_class(6)
    assert len(faults) == 2
    assert faults[0].startswith("broken.json was left out.")
    assert faults[1] == "huge.json was left out. It is far too large to be a progress file."


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(CourseError, match="is no folder"):
        read_class(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CourseError, match="cannot hold the files"):
        write_practice_class(tmp_path / "file")


def test_the_practice_class_is_the_same_each_time_and_shows_something_of_each_kind():
    assert practice_class() == practice_class()
    assert practice_class(seed=2) != practice_class()
    found = class_results(practice_class())
    assert found.learners == 24
    assert any(t.missed for t in found.items)
    assert any(t.tried is None for t in found.items), "one cell is hidden"
    assert {t.lesson for t in found.objectives} <= {"00", "03", "04", "05", "06"}
