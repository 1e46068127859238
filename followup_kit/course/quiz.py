"""The quiz of the course: two forms of equal weight, one before and one after, item by item on one objective."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from followup_kit.advice.loading import load_data
from followup_kit.course.learner.progress import Occasion
from followup_kit.course.lesson_record import Objective, QuizItem
from followup_kit.errors import UnknownName
from followup_kit.records.base import DataRecord, Record

__all__ = ["Gain", "course_objective", "gain", "quiz_form", "quiz_items"]


class _QuizFile(DataRecord, frozen=True, kw_only=True):
    objectives: tuple[Objective, ...]
    items: tuple[QuizItem, ...]


@cache
def _file() -> _QuizFile:
    return load_data("quizzes.toml", _QuizFile)


def course_objective(id: str) -> Objective:
    """One of the ten objectives of the whole course, which both forms ask about.

    >>> course_objective("04-date-first-nudge").text
    'Work out the day of the first question after the promised date.'
    """
    for one in _file().objectives:
        if one.id == id:
            return one
    raise UnknownName("objective of the course", id, [o.id for o in _file().objectives])


def quiz_items() -> tuple[QuizItem, ...]:
    """All items of both forms, in the order of the objectives."""
    return _file().items


def quiz_form(form: str) -> tuple[QuizItem, ...]:
    """The items of form A (before) or B (after), in order.

    >>> len(quiz_form("A")) == len(quiz_form("B")) == 10
    True
    """
    if form not in ("A", "B"):
        raise UnknownName("form of the quiz", form, ("A", "B"))
    return tuple(i for i in quiz_items() if i.form == form)


class Gain(Record, frozen=True, kw_only=True):
    """What changed on one objective, for the learner alone."""

    objective: str
    text: str
    before: bool | None
    after: bool | None


def gain(quizzes: Mapping[Occasion, Mapping[str, bool]]) -> tuple[Gain, ...]:
    """Both answers on each objective, from the quizzes in a progress; None where it was not answered.

    >>> gain({"before": {"04-date-first-nudge-a": False}, "after": {"04-date-first-nudge-b": True}})[3].after
    True
    """

    def answer(occasion: Occasion, objective: str) -> bool | None:
        for item, right in quizzes.get(occasion, {}).items():
            if item.rpartition("-")[0] == objective:
                return right
        return None

    return tuple(
        Gain(objective=o.id, text=o.text, before=answer("before", o.id), after=answer("after", o.id))
        for o in _file().objectives
    )
