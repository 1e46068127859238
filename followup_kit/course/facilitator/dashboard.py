"""What a class reached, from the progress files that learners exported: objectives, and items most missed.

The files hold no names, and what comes out holds no number under five learners. Nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from followup_kit.course.learner.progress import MOST_BYTES, Progress
from followup_kit.course.quiz import quiz_items
from followup_kit.course.registry import lessons
from followup_kit.errors import CourseError
from followup_kit.records.base import Record
from followup_kit.records.classroom import SMALLEST, Tally

__all__ = ["ClassResults", "class_results", "read_class"]


class ClassResults(Record, frozen=True, kw_only=True):
    """The sums of a class. ``learners`` is the number of files, None under five.

    ``items`` are exercises and quiz items (those of the first quiz), most missed first; what is hidden
    stands at the end, in the lessons' order.
    """

    learners: int | None
    objectives: tuple[Tally, ...]
    items: tuple[Tally, ...]


def read_class(folder: str | Path) -> tuple[tuple[Progress, ...], tuple[str, ...]]:
    """The progress files (``*.json``) of a folder, and one sentence on each that could not be used.

    Raises :class:`~followup_kit.errors.CourseError` where there is no such folder. A file that stands
    there twice counts twice: whoever collects them keeps one of each learner.
    """
    place = Path(folder)
    if not place.is_dir():
        raise CourseError(f"{place.name} is no folder: put the learners' files into one and name it.")
    found: list[Progress] = []
    faults: list[str] = []
    for path in sorted(place.glob("*.json")):
        try:
            if path.stat().st_size > MOST_BYTES:
                raise CourseError("It is far too large to be a progress file.")
            found.append(Progress.from_json(path.read_bytes()))
        except OSError as error:
            faults.append(f"{path.name} was left out: it cannot be opened ({error.strerror}).")
        except CourseError as error:
            faults.append(f"{path.name} was left out. {error}")
    return tuple(found), tuple(faults)


def class_results(files: Iterable[Progress]) -> ClassResults:
    """Add up the progress of a class.

    A learner *reached* an exercise who solved it without having seen its solution, and *missed* it who
    tried it, or opened its solution, and did not. A quiz item is reached by the right answer before the
    course. An objective is reached by whoever reached one of its exercises, and missed by whoever tried
    some and reached none. Who never came to it is not counted. What nobody tried is left out.

    >>> class_results([Progress().tried("04-own-plan", right=True)] * 6).items[0].reached
    6
    >>> class_results([Progress().tried("04-own-plan", right=True)] * 4).items[0].reached is None
    True
    """
    learners = tuple(files)
    objectives: list[Tally] = []
    items: list[Tally] = []
    for one in lessons():
        for o in one.objectives:
            ids = [e.id for e in one.exercises if e.objective == o.id]
            results = [_any(_exercise(p, id) for id in ids) for p in learners]
            objectives += _tally(o.id, one.id, o.text, results)
        for e in one.exercises:
            items += _tally(e.id, one.id, e.title, [_exercise(p, e.id) for p in learners])
    for item in quiz_items():
        text = f"Quiz: {item.question}"
        answered = [p.quizzes.get("before", {}).get(item.id) for p in learners]
        items += _tally(item.id, item.lesson, text, answered)
    # Sorted by what is shown: an order by hidden numbers would tell of them.
    items.sort(key=lambda t: (-(t.missed or 0), t.reached is None and t.missed is None, t.lesson, t.id))
    return ClassResults(
        learners=len(learners) if len(learners) >= SMALLEST else None,
        objectives=tuple(objectives),
        items=tuple(items),
    )


def _tally(id: str, lesson: str, text: str, results: Sequence[bool | None]) -> list[Tally]:
    reached, missed = results.count(True), results.count(False)
    return [Tally.of(id, lesson, text, reached=reached, missed=missed)] if reached + missed else []


def _exercise(progress: Progress, id: str) -> bool | None:
    tried = progress.exercises.get(id)
    if tried is None or not (tried.attempts or tried.solution_seen):
        return None
    return tried.right and not tried.solution_seen


def _any(results: Iterable[bool | None]) -> bool | None:
    known = [r for r in results if r is not None]
    return any(known) if known else None
