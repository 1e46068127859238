"""All lessons, exercises and quiz items by id; a lesson is loaded when it is first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from followup_kit.course import lessons as _lessons
from followup_kit.course.exercise_record import Exercise
from followup_kit.course.lesson_record import Lesson, QuizItem
from followup_kit.course.question import Question
from followup_kit.course.quiz import quiz_items
from followup_kit.errors import CourseError, UnknownName

__all__ = ["catalog", "exercise", "exercises", "lesson", "lesson_ids", "lessons", "quiz_item"]


@cache
def lesson_ids() -> tuple[str, ...]:
    """The ids of all lessons, in order.

    >>> "04" in lesson_ids()
    True
    """
    names = (m.name for m in iter_modules(_lessons.__path__))
    return tuple(sorted(n.removeprefix("lesson") for n in names if n.startswith("lesson")))


@cache
def lesson(id: str) -> Lesson:
    """The lesson of that id, two figures; :class:`~followup_kit.errors.UnknownName` where there is none.

    >>> lesson("04").title
    'Plan the follow-up'
    """
    if id not in lesson_ids():
        raise UnknownName("lesson", id, lesson_ids())
    found: Lesson = import_module(f"{_lessons.__name__}.lesson{id}").LESSON
    if found.id != id:
        raise CourseError(f"The module lesson{id} holds lesson {found.id!r}: give both the same number.")
    return found


def lessons() -> tuple[Lesson, ...]:
    """All lessons, in order."""
    return tuple(lesson(id) for id in lesson_ids())


def exercises() -> tuple[Exercise, ...]:
    """All exercises, in the lessons' order."""
    return tuple(e for one in lessons() for e in one.exercises)


@cache
def exercise(id: str) -> Question:
    """The exercise of that id, the same for form and cell while the kernel runs.

    >>> exercise("04-let-goo")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    followup_kit.errors.UnknownName: There is no exercise '04-let-goo'. Did you mean '04-let-go'...
    """
    known = lesson(id[:2]).exercises if id[:2] in lesson_ids() else exercises()
    for one in known:
        if one.id == id:
            return Question(one)
    raise UnknownName("exercise", id, [e.id for e in exercises()])


def quiz_item(id: str) -> QuizItem:
    """The quiz item of that id, of the course or of a lesson."""
    # Only the lesson that the id names is loaded: a first form need not wait for all of them.
    for item in (*quiz_items(), *(lesson(id[:2]).checks if id[:2] in lesson_ids() else ())):
        if item.id == id:
            return item
    every = [i.id for i in quiz_items()] + [i.id for one in lessons() for i in one.checks]
    raise UnknownName("quiz item", id, every)


def catalog() -> dict[str, Any]:
    """The whole course as plain values, as ``followup-kit course --format json`` prints it.

    >>> catalog()["lessons"][0]["exercises"][0]["form"]
    True
    """
    return {"lessons": [_entry(one) for one in lessons()]}


def _entry(one: Lesson) -> dict[str, Any]:
    items = [i for i in (*quiz_items(), *one.checks) if i.lesson == one.id]
    return {
        "id": one.id,
        "title": one.title,
        "minutes": {"reading": one.reading, "exercises": one.practice},
        "objectives": [{"id": o.id, "text": o.text} for o in one.objectives],
        "exercises": [
            {
                "id": e.id,
                "title": e.title,
                # Every exercise has fields, so both are drawn from the same record.
                "form": bool(e.fields),
                "cell": bool(e.stub),
                "hints": len(e.hints),
                "rules": list(e.rules),
                "minutes": e.minutes,
                "objective": e.objective,
            }
            for e in one.exercises
        ],
        "quiz_items": [
            {"id": i.id, "form": i.form or None, "objective": i.objective, "rules": list(i.rules)}
            for i in items
        ],
    }
