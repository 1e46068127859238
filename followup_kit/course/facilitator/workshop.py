"""The 90-minute path through the lessons: its parts, its marked cells, the observer's card, a practice letter.

Which cells belong to it is said in ``advice/workshop.toml`` and nowhere in the lessons, so that a lesson can
be edited without the path in mind; the tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Annotated

from msgspec import Meta

from followup_kit.advice.loading import load_data
from followup_kit.course.markup import Shown, inline
from followup_kit.records.base import DataRecord, Record

__all__ = [
    "Marked",
    "MarkedCell",
    "Observer",
    "Part",
    "PracticeLetter",
    "Workshop",
    "marked",
    "workshop_path",
]

Minutes = Annotated[int, Meta(ge=0, le=600)]
TAG = "workshop"
QUIZ = "fk.workshop_quiz("


class MarkedCell(DataRecord, frozen=True, kw_only=True):
    """A cell of a lesson that the path uses: an exercise, a quiz item, or a form by how its call begins.

    ``minutes`` are the learner's work in it, at least 1.
    """

    lesson: Annotated[str, Meta(pattern=r"^\d\d$", examples=["04"])]
    minutes: Annotated[int, Meta(ge=1, le=60)]
    exercise: str = ""
    item: str = ""
    form: str = ""

    @property
    def name(self) -> str:
        """What it is, in one word or two, for a table.

        >>> workshop_path().parts[0].cells[0].name
        '00-run-a-cell'
        """
        return self.exercise or self.item or self.form.partition("(")[0]


class Part(DataRecord, frozen=True, kw_only=True):
    """One part of the path. ``start`` and ``end`` are minutes from the beginning, the end not included.

    ``learners`` and ``you`` say who does what, ``fallback`` what to do when the machines fail.
    """

    id: str
    title: str
    start: Minutes
    end: Minutes
    learners: str
    you: str
    fallback: str
    cells: tuple[MarkedCell, ...]

    @property
    def work(self) -> int:
        """Minutes of work in its marked cells; what is left of the part is for talk.

        >>> [part.work for part in workshop_path().parts][:2]
        [1, 5]
        """
        return sum(c.minutes for c in self.cells)


class Observer(DataRecord, frozen=True, kw_only=True):
    """The card of whoever watches a call or reads a text: what can be seen, never how somebody sounds."""

    title: str
    note: str
    points: tuple[str, ...]


class PracticeLetter(DataRecord, frozen=True, kw_only=True):
    """A letter with faults, for everybody who does not want to show their own."""

    title: str
    note: str
    text: str
    faults: tuple[str, ...]


class Workshop(Shown, DataRecord, frozen=True, kw_only=True):
    """The whole path; shown as a table. ``editorial`` says whose plan it is, ``most_work`` is in minutes."""

    editorial: str
    most_work: Minutes
    parts: tuple[Part, ...]
    observer: Observer
    letter: PracticeLetter

    @property
    def cells(self) -> tuple[MarkedCell, ...]:
        """All marked cells, in order."""
        return tuple(c for part in self.parts for c in part.cells)

    @property
    def work(self) -> int:
        """Minutes of work in all marked cells.

        >>> workshop_path().work <= workshop_path().most_work
        True
        """
        return sum(part.work for part in self.parts)

    def as_text(self) -> str:
        """The path, one part a paragraph."""
        parts = [
            f"{p.start}–{p.end} {p.title}\n  Learners: {p.learners}\n  You: {p.you}\n  If all fails: {p.fallback}\n"
            f"  Cells: {', '.join(c.name for c in p.cells)} ({p.work} minutes)"
            for p in self.parts
        ]
        return "\n".join([*parts, self._sum])

    def as_html(self) -> str:
        """The path as a table with a caption."""
        heads = "".join(
            f'<th scope="col">{h}</th>'
            for h in ("Minutes", "Part", "Learners", "You", "If the machines fail", "Cells")
        )
        rows = "".join(
            f"<tr><td>{p.start}–{p.end}</td><th scope='row'>{escape(p.title)}</th><td>{inline(p.learners)}</td>"
            f"<td>{inline(p.you)}</td><td>{inline(p.fallback)}</td><td>{_listed(p.cells)}</td></tr>"
            for p in self.parts
        )
        return (
            '<div style="overflow-x:auto" tabindex="0" role="group" aria-label="Table of the 90-minute path">'
            "<style>.fk-path td,.fk-path th{text-align:start!important;vertical-align:top;white-space:normal;"
            "border-bottom:1px solid currentColor;padding:.4em .6em;min-width:5em}"
            # A page without a form has no other style for the tables of its texts.
            ".jp-RenderedMarkdown table{margin-inline:0;color:inherit}"
            ".jp-RenderedMarkdown :is(th,td,caption){text-align:start!important;vertical-align:top}"
            ".jp-RenderedMarkdown caption{font-weight:600;padding:4px 0;color:inherit}"
            "[aria-label='Table of the 90-minute path']:focus-visible{outline:3px solid currentColor;outline-offset:2px}"
            ".fk-path caption{text-align:start;font-weight:600;color:inherit}</style>"
            f'<table class="fk-path"><caption>The 90-minute path. {escape(self._sum)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    @property
    def _sum(self) -> str:
        return (
            f"Work in the marked cells: {self.work} of {self.parts[-1].end} minutes, at most {self.most_work}; "
            "the rest is for talk."
        )


def _listed(cells: Sequence[MarkedCell]) -> str:
    return "<br>".join(f"lesson {c.lesson}: <code>{escape(c.name)}</code>, {c.minutes} min" for c in cells)


@cache
def workshop_path() -> Workshop:
    """The 90-minute path, from the data file.

    >>> [(part.start, part.end) for part in workshop_path().parts][-1]
    (82, 90)
    """
    return load_data("workshop.toml", Workshop)


class Marked(Record, frozen=True, kw_only=True):
    """A code cell of a lesson's notebook with the tag that it has by the path: ``workshop``, or none."""

    source: str
    tag: str


def marked(lesson: str, sources: Sequence[str]) -> tuple[Marked, ...]:
    """The code cells of a lesson, given by their sources, and which of them the path uses.

    The quiz items share one cell, the form of :func:`followup_kit.workshop_quiz`.

    >>> [cell.tag for cell in marked("04", ["import followup_kit as fk", 'fk.exercise_form("04-own-plan")'])]
    ['', 'workshop']
    """
    mine = [c for c in workshop_path().cells if c.lesson == lesson]
    return tuple(Marked(source=s, tag=TAG if any(_is(c, s) for c in mine) else "") for s in sources)


def _is(cell: MarkedCell, source: str) -> bool:
    if cell.exercise:
        return f'("{cell.exercise}")' in source
    if cell.item:
        return QUIZ in source
    return bool(cell.form) and cell.form in source
