"""Endless drills: new cases, each an exercise, whose difficulty follows the learner.

A kind of drill is one module here with a ``KIND``; it is found by its name. ``KIND.make`` gets a
random generator and a level and returns an :class:`~followup_kit.course.exercise_record.Exercise`,
so that cell, form, checker and feedback are those of the exercises.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from msgspec.structs import replace

from followup_kit.course.cells import Note
from followup_kit.course.exercise_record import Exercise, Outcome
from followup_kit.course.learner import session
from followup_kit.course.question import Question
from followup_kit.errors import UnknownName
from followup_kit.records.base import Record

__all__ = ["Drill", "DrillKind", "drill", "drill_kinds"]

UP_AFTER = 2
"""Cases in a row that must be right at once before the next level."""


class DrillKind(Record, frozen=True, kw_only=True):
    """One kind of drill: ``make`` a case for a level from 1 to ``levels``, the same for the same generator."""

    id: str
    title: str
    objective: str
    levels: int
    make: Callable[[random.Random, int], Exercise]


class _DrillQuestion(Question):
    """A case of a drill: counted as a case, not as an exercise of the course."""

    def __init__(self, exercise: Exercise, drill: Drill) -> None:
        super().__init__(exercise)
        self._drill = drill

    def check_all(self, given: Mapping[str, Any]) -> Outcome:
        outcome = self.judged(given)
        self._drill.count(outcome)
        return outcome

    def note_help(self, *, hints: int = 0, solution: bool = False) -> None:
        self._drill.helped = self._drill.helped or solution


class Drill:
    """A run of cases of one kind. The same ``seed`` and the same answers give the same cases.

    >>> run = drill("dates", seed=1)
    >>> run.check(day=run.question.exercise.solution["day"]).status
    'right'
    >>> run.next().exercise.id
    'drill-dates-2'
    """

    def __init__(self, kind: DrillKind, seed: int) -> None:
        self.kind = kind
        self.seed = seed
        self.level = 1
        self.case = 0
        self.asked = 0
        self.solved = 0
        self.helped = False
        self._streak = 0
        self._answered = False
        self.question: Question = self.next()

    def __repr__(self) -> str:
        return f"<drill {self.kind.id}: {self.summary()}>"

    def next(self) -> Question:
        """The next case."""
        self.case += 1
        self._answered = self.helped = False
        rng = random.Random(f"{self.kind.id}/{self.seed}/{self.case}/{self.level}")
        made = self.kind.make(rng, self.level)
        self.question = _DrillQuestion(replace(made, id=f"drill-{self.kind.id}-{self.case}"), self)
        return self.question

    def check(self, *answers: Any, **named: Any) -> Outcome:
        """Judge answers to the case that is open."""
        return self.question.check(*answers, **named)

    def hint(self) -> Note:
        """The next hint to the case that is open."""
        return self.question.hint()

    def solution(self) -> Note:
        """The solution of the case that is open."""
        return self.question.solution()

    def count(self, outcome: Outcome) -> None:
        """Count the first real answer to a case; two right ones in a row go a level up, a wrong one goes down."""
        if self._answered or outcome.status not in ("right", "not_yet"):
            return
        self._answered = True
        right = outcome.right and not self.helped
        self.asked += 1
        self.solved += right
        level = self.level
        self._streak = self._streak + 1 if right else 0
        if not right:
            self.level = max(1, self.level - 1)
        elif self._streak >= UP_AFTER:
            self.level, self._streak = min(self.kind.levels, self.level + 1), 0
        if kept := session.progress_file():
            kept.change(lambda p: p.drilled(self.kind.id, right=right, level=level))

    def summary(self) -> str:
        """How it stands, in words."""
        return f"{self.solved} of {self.asked} right at once; level {self.level} of {self.kind.levels}"


@cache
def drill_kinds() -> Mapping[str, DrillKind]:
    """All kinds of drill by id.

    >>> sorted(drill_kinds())
    ['calls', 'dates', 'letters', 'names']
    """
    found = [import_module(f"{__name__}.{m.name}").KIND for m in iter_modules(__path__)]
    return {k.id: k for k in found}


def drill(kind: str, seed: int | None = None) -> Drill:
    """Begin a drill. Without a ``seed`` the cases are new each time.

    Raises :class:`~followup_kit.errors.UnknownName` where there is no such kind.
    """
    if kind not in drill_kinds():
        raise UnknownName("drill", kind, drill_kinds())
    return Drill(drill_kinds()[kind], random.SystemRandom().randrange(1_000_000) if seed is None else seed)
