"""Where each objective is practised, asked, and asked again later: the table that proves the course is whole."""

from __future__ import annotations

from html import escape

from followup_kit.course.markup import Shown
from followup_kit.course.quiz import quiz_items
from followup_kit.course.registry import lessons, quiz_item
from followup_kit.records.base import Record

__all__ = ["ObjectivesTable", "Trace", "missing", "objectives_table", "traces"]

LAST = "09"
"""The last lesson: what it teaches is asked again by the quiz after the course only."""
AFTER = "(the last lesson)"


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


class ObjectivesTable(Shown):
    """The table of all objectives: Markdown as text, and a page's table in a notebook."""

    HEADS = ("Objective", "Exercises", "Quiz items", "Again in lesson")

    def rows(self) -> list[tuple[str, str, str, str]]:
        """One row for each objective, as it is shown."""
        return [
            (
                f"{t.objective}: {t.text}",
                ", ".join(t.exercises),
                ", ".join(t.items),
                ", ".join(t.again) or AFTER,
            )
            for t in traces()
        ]

    def as_text(self) -> str:
        """The table in Markdown.

        >>> objectives_table().as_text().splitlines()[0]
        '| Objective | Exercises | Quiz items | Again in lesson |'
        """
        lines = [f"| {' | '.join(cells)} |" for cells in (self.HEADS, *self.rows())]
        return "\n".join([lines[0], "|---|---|---|---|", *lines[1:]])

    def as_html(self) -> str:
        """The table with a caption and heads."""
        heads = "".join(f'<th scope="col">{h}</th>' for h in self.HEADS)
        body = "".join(
            f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(c)}</td>" for c in rest)}</tr>'
            for first, *rest in self.rows()
        )
        return (
            '<div style="overflow-x:auto" tabindex="0" role="group" aria-label="Table of the objectives">'
            "<style>.fk-objectives td,.fk-objectives th{text-align:start!important;vertical-align:top;"
            "white-space:normal;border-bottom:1px solid currentColor;padding:.4em .6em;min-width:6em}"
            "[aria-label='Table of the objectives']:focus-visible{outline:3px solid currentColor;outline-offset:2px}"
            ".fk-objectives caption{text-align:start;font-weight:600;color:inherit}</style>"
            f'<table class="fk-objectives"><caption>{len(traces())} objectives: where each is practised, asked, '
            f"and asked again</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
        )


def objectives_table() -> ObjectivesTable:
    """The table of all objectives, worked out from the lessons' records.

    >>> "04-date-first-nudge" in str(objectives_table())
    True
    """
    return ObjectivesTable()
