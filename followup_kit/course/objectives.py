"""Where each objective is practised, asked, and asked again later: the table that proves the course is whole."""

from __future__ import annotations

from followup_kit.course.quiz import quiz_items
from followup_kit.course.registry import lessons, quiz_item
from followup_kit.records.base import Record

__all__ = ["Trace", "missing", "objectives_table", "traces"]

LAST = "09"
"""The last lesson: what it teaches is asked again by the quiz after the course only."""


class Trace(Record, frozen=True, kw_only=True):
    """One objective: the exercises and quiz items on it, and the later lessons that come back to it."""

    objective: str
    text: str
    exercises: tuple[str, ...]
    items: tuple[str, ...]
    again: tuple[str, ...]


def traces() -> tuple[Trace, ...]:
    """One line for each objective, in the lessons' order.

    >>> traces()[0].objective[:2] <= "04"
    True
    """
    every = lessons()
    found = []
    for one in every:
        items = [i for i in (*quiz_items(), *one.checks) if i.lesson == one.id]
        for o in one.objectives:
            later = [x for x in every if x.id > one.id]
            again = [
                x.id
                for x in later
                if any(quiz_item(r).objective == o.id for r in x.retrieves)
                or any(o.id in e.also for e in x.exercises)
            ]
            found.append(
                Trace(
                    objective=o.id,
                    text=o.text,
                    exercises=tuple(e.id for e in one.exercises if e.objective == o.id),
                    items=tuple(i.id for i in items if i.objective == o.id),
                    again=tuple(again),
                )
            )
    return tuple(found)


def missing(trace: Trace, *, later: bool = True) -> list[str]:
    """What an objective lacks, in words; ``later`` asks for a later lesson too."""
    lacks = []
    if not trace.exercises:
        lacks.append("an exercise")
    if not trace.items:
        lacks.append("a quiz item")
    if later and not trace.again and trace.objective[:2] < LAST:
        lacks.append("a later lesson that asks again")
    return lacks


def objectives_table() -> str:
    """The table in Markdown.

    >>> objectives_table().splitlines()[0]
    '| objective | exercises | quiz items | again in lesson |'
    """
    lines = ["| objective | exercises | quiz items | again in lesson |", "|---|---|---|---|"]
    lines += [
        f"| {t.objective}: {t.text} | {', '.join(t.exercises)} | {', '.join(t.items)} | {', '.join(t.again)} |"
        for t in traces()
    ]
    return "\n".join(lines)
