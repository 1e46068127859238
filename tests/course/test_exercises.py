"""Every exercise of the course, tried with right, wrong and untouched answers."""

from __future__ import annotations

import ast
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.advice.rules import rules
from followup_kit.course.exercise_record import Exercise, judge
from followup_kit.course.question import Question
from followup_kit.course.registry import catalog, exercises, lesson, lessons
from followup_kit.errors import UnknownName

EVERY = exercises()
MODEL = next(e for e in EVERY if e.id == "04-working-days")
RIGHT = [(e, a) for e in EVERY for a in (e.solution, *e.also_right)]
WRONG = [(e, a, words) for e in EVERY for a, words in e.wrong]
every = pytest.mark.parametrize("exercise", EVERY, ids=lambda e: e.id)


def run(cell: str, exercise: Exercise):
    """What the last line of an exercise's cell gives, with a question of its own."""

    class Course:
        @staticmethod
        def exercise(id: str) -> Question:
            assert id == exercise.id
            return Question(exercise)

    tree = ast.parse(cell)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr)
    scope = {"course": Course}
    exec(compile(tree, "cell", "exec"), scope)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), scope)


@pytest.mark.parametrize(("exercise", "given"), RIGHT, ids=[f"{e.id}-{n}" for n, (e, _) in enumerate(RIGHT)])
def test_right_answers_are_right(exercise, given):
    outcome = judge(exercise, given)
    assert outcome.status == "right", str(outcome)
    assert outcome.rules == exercise.rules


@pytest.mark.parametrize(
    ("exercise", "given", "words"), WRONG, ids=[f"{e.id}-{n}" for n, (e, _, _) in enumerate(WRONG)]
)
def test_wrong_answers_are_explained(exercise, given, words):
    outcome = judge(exercise, given)
    assert outcome.status in ("not_yet", "error")
    assert words.casefold() in str(outcome).casefold()
    assert words.casefold() in outcome.spoken().casefold() or "still empty" in words
    assert "Traceback" not in str(outcome)


@every
def test_the_stub_is_not_attempted(exercise):
    assert run(exercise.stub, exercise).status == "not_attempted"
    assert judge(exercise, {}).status == "not_attempted"


@every
def test_the_solved_cell_is_right(exercise):
    assert run(exercise.solved, exercise).status == "right"


@every
def test_each_field_alone_can_be_wrong(exercise):
    """For every field some wrong answer is listed that fails because of that field alone, or of its form."""
    failing = set()
    for tried, _ in exercise.wrong:
        failing |= {p.field for p in judge(exercise, tried).parts if p.status != "right"}
    assert failing >= {f.id for f in exercise.fields} or exercise.together is not None


@every
def test_the_record_is_whole(exercise):
    assert re.fullmatch(r"\d\d-[a-z0-9-]+", exercise.id)
    assert exercise.lesson in {one.id for one in lessons()}
    assert exercise.objective in {o.id for o in lesson(exercise.lesson).objectives}
    assert len(exercise.hints) >= 2
    assert exercise.minutes > 0
    assert set(exercise.rules) <= rules().keys()
    assert set(exercise.solution) == {f.id for f in exercise.fields}
    assert exercise.also_right, "list other ways in which the answer is typed"
    for field in exercise.fields:
        assert field.id.isidentifier()
        assert bool(field.options) == (field.kind in ("choice", "choices"))


@every
def test_no_hint_but_the_last_gives_a_day_away(exercise):
    days = {f.read(exercise.solution[f.id], exercise.year).shown for f in exercise.fields if f.kind == "day"}
    for day in days:
        said = " ".join(day.split()[1:3])
        assert said not in " ".join(exercise.hints[:-1])
        for tried, _ in exercise.wrong:
            whys = " ".join(p.why for p in judge(exercise, tried).parts if p.status == "not_yet")
            assert said not in whys, "feedback on a wrong answer gives the right one away"


@every
@given(data=st.data())
def test_nothing_that_is_typed_ends_in_a_traceback(exercise, data):
    typed = (
        st.text(max_size=30)
        | st.none()
        | st.integers()
        | st.lists(st.text(max_size=5), max_size=3)
        | st.floats()
    )
    given_ = {f.id: data.draw(typed) for f in exercise.fields}
    outcome = judge(exercise, given_)
    assert outcome.status in ("right", "not_yet", "error", "not_attempted")
    assert outcome.as_text()
    assert outcome.as_html().startswith("<div")


def test_a_checker_that_fails_is_one_sentence():
    def broken(value):
        raise ZeroDivisionError

    one = MODEL
    from msgspec.structs import replace

    fields = (replace(one.fields[0], right=broken), *one.fields[1:])
    outcome = judge(replace(one, fields=fields), one.solution)
    assert outcome.status == "error"
    assert "ZeroDivisionError" in str(outcome)


def test_unknown_and_superfluous_answers_are_named():
    q = Question(MODEL)
    assert "Did you mean 'first'?" in str(q.check(frst="16 March"))
    assert q.check("16 March", "17 March", "18 March").status == "error"
    assert q.check("16 March", "17 March").status == "right"


def test_what_is_typed_is_escaped():
    outcome = Question(MODEL).check(first="<img src=x onerror=alert(1)>", latest="<b>")
    assert "<img" not in outcome.as_html()
    assert "&lt;img" in outcome.as_html()


def test_hints_go_from_mild_to_strong_and_end():
    q = Question(MODEL)
    notes = [q.hint() for _ in range(len(MODEL.hints) + 1)]
    assert [n.body for n in notes[:-1]] == list(MODEL.hints)
    assert notes[-1].title == "There are no more hints"
    assert "q.solution()" in notes[-1].as_html() + notes[-1].body
    assert MODEL.solved in q.solution().as_text()


def test_reset_outside_a_notebook_shows_the_stub():
    assert MODEL.stub in Question(MODEL).reset().as_text()


def test_reset_in_a_notebook_replaces_the_cell(monkeypatch):
    calls = []

    class Shell:
        def set_next_input(self, text, replace=False):
            calls.append((text, replace))

    monkeypatch.setattr("followup_kit.course.learner.session.shell_of", Shell)
    Question(MODEL).reset()
    assert calls == [(MODEL.stub, True)]


def test_ids_are_unique_and_unknown_ones_are_named():
    ids = [e.id for e in EVERY]
    assert len(set(ids)) == len(ids)
    with pytest.raises(UnknownName, match="Did you mean"):
        lesson("4")


def test_the_catalog_has_the_shape_that_others_read():
    for one in catalog()["lessons"]:
        assert set(one) == {"id", "title", "minutes", "objectives", "exercises", "quiz_items"}
        assert one["minutes"]["reading"] > 0
        assert one["minutes"]["exercises"] == sum(e["minutes"] for e in one["exercises"])
        assert len(one["exercises"]) >= 3
        for e in one["exercises"]:
            assert e["form"] is True
            assert e["cell"] is True
            assert set(e) >= {"id", "form", "cell", "hints", "rules", "minutes", "objective"}
