"""A lesson as a record: what it is about, its objectives, its exercises and its checks."""

from __future__ import annotations

from followup_kit.course.exercise_record import Exercise
from followup_kit.records.base import DataRecord, Record

__all__ = ["Lesson", "Objective", "QuizItem", "QuizOption"]


class Objective(DataRecord, frozen=True, kw_only=True):
    """What a learner can do afterwards, beginning with a verb that can be tested: "name", "count", "choose" …"""

    id: str
    text: str


class QuizOption(DataRecord, frozen=True, kw_only=True):
    """One answer to choose, and what is said to whoever chooses it."""

    id: str
    text: str
    why: str


class QuizItem(DataRecord, frozen=True, kw_only=True):
    """A short scenario with one right answer, on one objective.

    ``answer`` is the id of the right option; ``rules`` are what it rests on (empty only where
    ``editorial`` says why). ``form`` is ``A`` or ``B`` in the quiz of the course, empty within a lesson.
    """

    id: str
    objective: str
    scenario: str
    question: str
    options: tuple[QuizOption, ...]
    answer: str
    explanation: str
    rules: tuple[str, ...] = ()
    editorial: str = ""
    form: str = ""

    @property
    def lesson(self) -> str:
        """The lesson of its objective."""
        return self.objective[:2]

    def why(self, option: str) -> str:
        """What is said to whoever chooses this option."""
        return next(o.why for o in self.options if o.id == option)


class Lesson(Record, frozen=True, kw_only=True):
    """One lesson. ``id`` is its two figures, ``notebook`` its file, ``question`` what it answers.

    ``reading`` are minutes; those of the exercises are theirs. ``checks`` are quiz items within the
    lesson, ``retrieves`` the ids of two quiz items of earlier lessons that it asks again.
    """

    id: str
    title: str
    notebook: str
    question: str
    reading: int
    objectives: tuple[Objective, ...]
    exercises: tuple[Exercise, ...]
    checks: tuple[QuizItem, ...] = ()
    retrieves: tuple[str, ...] = ()

    @property
    def practice(self) -> int:
        """Minutes for all its exercises."""
        return sum(e.minutes for e in self.exercises)

    def frame(self) -> dict[str, object]:
        """What the lesson's notebook must hold in its metadata under ``followup_kit``."""
        return {
            "id": self.id,
            "title": self.title,
            "minutes": {"reading": self.reading, "exercises": self.practice},
            "objectives": [o.id for o in self.objectives],
        }
