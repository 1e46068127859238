"""What a class reached, added up: counts only, and none of them small enough to tell of one person."""

from __future__ import annotations

from followup_kit.records.base import Record

__all__ = ["SMALLEST", "Tally"]

SMALLEST = 5
"""Fewer learners than this are never shown as a number."""


class Tally(Record, frozen=True, kw_only=True):
    """One objective, exercise or quiz item: how many learners tried it, and how many reached or missed it.

    None stands for a number that is hidden: one under :data:`SMALLEST`, or one from which such a number
    could be worked out.

    >>> Tally.of("04-a", "04", "A", reached=9, missed=3)
    Tally(id='04-a', lesson='04', text='A', tried=12, reached=None, missed=None)
    >>> Tally.of("04-a", "04", "A", reached=0, missed=6).missed
    6
    """

    id: str
    lesson: str
    text: str
    tried: int | None
    reached: int | None
    missed: int | None

    @classmethod
    def of(cls, id: str, lesson: str, text: str, *, reached: int, missed: int) -> Tally:
        """The tally of these true numbers, with what has to be hidden left out."""
        tried = reached + missed
        # A shown number and the sum would give away the other one.
        apart = 0 < reached < SMALLEST or 0 < missed < SMALLEST
        return cls(
            id=id,
            lesson=lesson,
            text=text,
            tried=tried if tried >= SMALLEST else None,
            reached=reached if reached >= SMALLEST and not apart else None,
            missed=missed if missed >= SMALLEST and not apart else None,
        )
