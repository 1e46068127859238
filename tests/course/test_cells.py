"""Exercise cells are read leniently; other cells are left alone."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.interactiveshell import InteractiveShell

from followup_kit.course import opening
from followup_kit.course.cells import lenient, unreadable
from followup_kit.course.learner import session
from followup_kit.course.registry import exercises


def cell(value: str) -> str:
    return f'q = course.exercise("04-x")\nq.check(\n    day={value},  # a day\n    other="",\n)'


def value_in(text: str) -> object:
    call = ast.parse(text).body[-1].value
    return ast.literal_eval(call.keywords[0].value)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17 march 2026", "17 march 2026"),
        ("2026-03-17", "2026-03-17"),
        ("2026-3-17", "2026-3-17"),
        ("phone", "phone"),
        ("“17 March”", "17 March"),
        ('"17 March', "17 March"),
        ("'Zoë Özdemir'", "Zoë Özdemir"),
        ("Anne O'Neill", "Anne O'Neill"),
        ("17/3/2026", "17/3/2026"),
        ("10", 10),
        ("...", ...),
        ('""', ""),
        ("[1, 2]", [1, 2]),
    ],
)
def test_answers_without_quotation_marks_are_understood(typed, meant):
    assert value_in("".join(lenient(cell(typed).splitlines(keepends=True)))) == meant


@pytest.mark.parametrize("typed", ["plan[1].due", "plan.next(today)", "fk.parse_day('2026-03-17')"])
def test_python_stays_python(typed):
    assert "".join(lenient(cell(typed).splitlines(keepends=True))) == cell(typed)


@pytest.mark.parametrize("one", exercises(), ids=lambda e: e.id)
def test_stubs_and_solutions_are_left_as_they_are(one):
    for text in (one.stub, one.solved):
        assert "".join(lenient(text.splitlines(keepends=True))) == text


@pytest.mark.parametrize(
    "text", ["x = 17 march", "%time course.exercise('a').check(b=c d)", "# q.check( course. a b"]
)
def test_other_cells_are_left_alone(text):
    assert lenient([text]) == [text]


@given(st.text(max_size=40))
def test_an_exercise_cell_is_always_python(typed):
    text = "".join(lenient(cell(typed).splitlines(keepends=True)))
    if not text.startswith("q = ") or "%" in typed or "!" in typed:
        return
    assert ast.parse(text).body


def test_what_cannot_be_mended_is_one_sentence():
    broken = 'q = course.exercise("04-x")\nq.check(day="17 March"'
    (line,) = lenient([broken])
    note = eval(line)
    assert note == unreadable('q.check(day="17 March"')
    assert "two quotation marks" in note.as_text()


def test_a_variable_of_the_learner_is_not_put_in_quotation_marks():
    lines = cell("my_day").splitlines(keepends=True)
    assert lenient(lines, {"my_day": "17 March 2026"}) == lines
    assert 'day="my_day"' in "".join(lenient(lines))


def test_a_started_lesson_knows_the_variables_of_its_notebook(monkeypatch, course_folder):
    ip = InteractiveShell()
    monkeypatch.setattr(session, "shell_of", lambda: ip)
    opening.start()
    ip.user_ns["my_day"] = "17 March 2026"
    assert "day=my_day," in ip.transform_cell(cell("my_day"))
    assert 'day="phone",' in ip.transform_cell(cell("phone"))
