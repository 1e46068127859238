"""The 90-minute path: its times, and that each marked cell is in its lesson."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from followup_kit.course.facilitator.workshop import QUIZ, TAG, marked, workshop_path
from followup_kit.course.frame import cell_text
from followup_kit.course.quiz import quiz_form
from followup_kit.course.registry import lesson

NOTEBOOKS = Path(__file__).resolve().parents[3] / "notebooks"
PATH = workshop_path()


def sources(lesson_id: str) -> list[str]:
    (path,) = NOTEBOOKS.glob(f"{lesson_id}-*.ipynb")
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell_text(c) for c in cells if c["cell_type"] == "code"]


def test_the_parts_are_those_of_the_90_minutes_without_a_gap():
    times = [(p.start, p.end) for p in PATH.parts]
    assert times == [(0, 8), (8, 15), (15, 35), (35, 55), (55, 70), (70, 82), (82, 90)]
    assert [p.title for p in PATH.parts][1] == "Two quiz items"
    assert sum(bool(c.item) for c in PATH.parts[1].cells) == 2


def test_the_marked_cells_are_75_minutes_of_work_or_less_and_each_part_has_time_for_its_own():
    assert 0 < sum(c.minutes for c in PATH.cells) <= 75
    assert PATH.work <= PATH.most_work <= 75
    assert [p.id for p in PATH.parts if p.work > p.end - p.start] == []


@pytest.mark.parametrize("cell", PATH.cells, ids=lambda c: c.name)
def test_a_marked_cell_is_in_its_lesson(cell):
    assert [bool(cell.exercise), bool(cell.item), bool(cell.form)].count(True) == 1
    if cell.item:
        assert cell.item in {i.id for i in quiz_form("A")}
        assert [
            m.source for m in marked(cell.lesson, sources(cell.lesson)) if "quiz(" in m.source and m.tag
        ] == ["fk.workshop_quiz()"]
        return
    found = [m for m in marked(cell.lesson, sources(cell.lesson)) if m.tag == "workshop"]
    wanted = f'("{cell.exercise}")' if cell.exercise else cell.form
    assert any(wanted in m.source for m in found)
    if cell.exercise:
        record = next(e for e in lesson(cell.lesson).exercises if e.id == cell.exercise)
        assert cell.minutes == record.minutes
        assert sum(wanted in m.source for m in found) >= 2, "an exercise has a form and a cell"


def test_a_cell_that_the_path_does_not_use_is_not_marked():
    found = {m.source: m.tag for m in marked("04", sources("04"))}
    assert found['fk.exercise_form("04-working-days")'] == ""
    assert found['fk.exercise_form("04-own-plan")'] == "workshop"
    assert {m.tag for m in marked("01", sources("01"))} == {""}


def test_machines_may_fail_and_nobody_has_to_speak_or_to_show_a_letter():
    parts = {p.id: p for p in PATH.parts}
    assert all(p.fallback for p in PATH.parts)
    assert "text role" in parts["call"].learners
    assert "text role" in parts["call"].you
    assert "consent" in parts["letter"].you
    assert "practice letter" in parts["letter"].you
    assert len(PATH.letter.faults) >= 3
    assert len(PATH.observer.points) >= 5


def test_the_path_is_shown_with_all_its_parts():
    page, text = PATH.as_html(), PATH.as_text()
    for part in PATH.parts:
        assert f"{part.start}–{part.end}" in page
        assert part.title in text
    assert page.count("<tr>") == len(PATH.parts) + 1
    assert "<caption>" in page


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.rglob("[!_.]*.ipynb")), ids=lambda p: p.stem)
def test_the_cells_of_the_path_and_no_others_are_tagged_in_the_notebooks(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells = [c for c in notebook["cells"] if c["cell_type"] == "code"]
    wanted = marked(notebook["metadata"]["followup_kit"]["id"], [cell_text(c) for c in cells])
    assert [TAG in c["metadata"].get("tags", []) for c in cells] == [bool(m.tag) for m in wanted]


def test_each_cell_of_the_path_is_tagged_once_for_its_form():
    tagged = [
        cell_text(c)
        for path in sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))
        for c in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if TAG in c["metadata"].get("tags", [])
    ]
    for cell in PATH.cells:
        wanted = f'fk.exercise_form("{cell.exercise}")' if cell.exercise else cell.form or QUIZ
        assert sum(wanted in text for text in tagged) == 1, cell.name
