"""A made-up class, the same on every machine: for practising with the dashboard before there are learners."""

from __future__ import annotations

import random
from pathlib import Path

from followup_kit.course.facilitator.workshop import workshop_path
from followup_kit.course.files import write_whole
from followup_kit.course.learner.progress import Progress
from followup_kit.errors import CourseError

__all__ = ["practice_class", "write_practice_class"]

# How many of ten solve it at the first try; what is not named is solved by eight.
EASE = {
    "00-run-a-cell": 10,
    "04-rolled-date": 4,
    "05-who-objects": 5,
    "03-under-200": 6,
    "04-date-first-nudge-a": 4,
}


def practice_class(learners: int = 24, *, seed: int = 1) -> tuple[Progress, ...]:
    """What made-up learners reached on the 90-minute path; the last part was reached by few.

    Each answer is drawn from its own seed, so that another exercise in the path changes no other answer.

    >>> practice_class(3) == practice_class(5)[:3]
    True
    """
    return tuple(_one(n, seed) for n in range(learners))


def _one(number: int, seed: int) -> Progress:
    progress = Progress()
    for cell in workshop_path().cells:
        id = cell.exercise or cell.item
        luck = random.Random(f"{seed}/{number}/{id}")
        ease = EASE.get(id, 8)
        if not id or (cell.lesson == "06" and number % 6):  # the text role, and few others, wrote it down
            continue
        right = luck.random() * 10 < ease
        if cell.item:
            progress = progress.answered("before", id, right=right)
            continue
        progress = progress.tried(id, right=right)
        if not right and luck.random() < 0.3:
            progress = progress.helped(id, hints=2).tried(id, right=True)
    return progress


def write_practice_class(folder: str | Path, learners: int = 24) -> Path:
    """The made-up files in a folder, named by number only; CourseError where it cannot be written."""
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
        for number, progress in enumerate(practice_class(learners), 1):
            write_whole(target / f"{number:02d}.json", progress.to_json())
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise CourseError(f"{target.name} cannot hold the files ({reason}): choose another folder.") from None
    return target
