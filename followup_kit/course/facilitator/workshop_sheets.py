"""What a facilitator reads out or looks up: the two quiz items, the observer's card, a letter, the expected answers."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.facilitator.workshop import workshop_path
from followup_kit.course.markup import Shown, inline, to_html, to_text
from followup_kit.course.registry import exercise, quiz_item
from followup_kit.records.base import Record

__all__ = ["Block", "Sheet", "expected_answers", "observer_sheet", "practice_letter", "workshop_questions"]


class Block(Record, frozen=True, kw_only=True):
    """A bold line with what belongs to it: text in the little markup, a letter as it stands, or points."""

    title: str = ""
    text: str = ""
    letter: str = ""
    points: tuple[str, ...] = ()

    def html(self) -> str:
        """The block as markup of a page."""
        parts = [f"<p><strong>{inline(self.title)}</strong></p>"] if self.title else []
        parts += [to_html(self.text)] if self.text else []
        if self.letter:
            style = "white-space:pre-wrap;border-inline-start:3px solid currentColor;padding-inline-start:1em;margin-block:.5em 1em"
            parts.append(f'<div style="{style};max-width:45rem">{escape(self.letter)}</div>')
        if self.points:
            parts.append("<ul>" + "".join(f"<li>{inline(p)}</li>" for p in self.points) + "</ul>")
        return "".join(parts)

    def plain(self) -> str:
        """The block as plain text."""
        lines = [to_text(self.title)] if self.title else []
        lines += [t for t in (to_text(self.text), self.letter) if t]
        return "\n".join([*lines, *(f"  - {to_text(p)}" for p in self.points)])


class Sheet(Shown, Record, frozen=True, kw_only=True):
    """Some blocks, one below the other."""

    blocks: tuple[Block, ...]

    def as_html(self) -> str:
        """The sheet as markup of a page."""
        return "".join(block.html() for block in self.blocks)

    def as_text(self) -> str:
        """The sheet as plain text, an empty line between two blocks."""
        return "\n\n".join(block.plain() for block in self.blocks)


def workshop_questions() -> Sheet:
    """The two quiz items of the 90-minute path, each with its scene and options.

    >>> len(workshop_questions().blocks)
    2
    """
    items = [quiz_item(c.item) for c in workshop_path().cells if c.item]
    return Sheet(
        blocks=tuple(
            Block(title=i.question, text=i.scenario, points=tuple(o.text for o in i.options)) for i in items
        )
    )


def observer_sheet() -> Sheet:
    """What the observer of a call or a message ticks.

    >>> "☐ Thanked and ended" in str(observer_sheet())
    True
    """
    card = workshop_path().observer
    return Sheet(blocks=(Block(text=card.note, points=tuple(f"☐ {p}" for p in card.points)),))


def practice_letter() -> Sheet:
    """The letter for everybody who does not want to swap, and its faults.

    >>> len(practice_letter().blocks[1].points)
    3
    """
    letter = workshop_path().letter
    return Sheet(blocks=(Block(letter=letter.text.strip()), Block(title="Its faults", points=letter.faults)))


def expected_answers(exercises: Sequence[str] | None = None) -> Sheet:
    """The solution of each exercise in the words of its form, with the reason; by default those of the path.

    Raises :class:`~followup_kit.errors.UnknownName` for an exercise that is not there.

    >>> print(expected_answers(["04-promised-call"]))
    The day after the promised date (lesson 04)
    The promised date is Monday 16 March, and classic calls one day after it: Tuesday 17 March. It calls only if nothing was heard, and only once.
      - Day: 17 March 2026
      - How: a phone call
    """
    ids = [c.exercise for c in workshop_path().cells if c.exercise] if exercises is None else exercises
    return Sheet(blocks=tuple(b for id in ids for b in _answers(exercise(id).exercise)))


def _answers(one: Exercise) -> list[Block]:
    letters = [f for f in one.fields if f.kind == "text" and f.rows > 1]
    points = tuple(f"**{_asked(f)}** {_said(f, one.solution[f.id])}" for f in one.fields if f not in letters)
    blocks = [Block(title=f"{one.title} (lesson {one.lesson})", text=one.because, points=points)]
    blocks += [
        Block(text=f"{f.label}, for example:", letter=str(one.solution[f.id]).strip()) for f in letters
    ]
    return blocks


def _asked(field: AnswerField) -> str:
    return field.label if field.label.endswith(("?", ".", ":", "”")) else f"{field.label}:"


def _said(field: AnswerField, answer: object) -> str:
    chosen = answer if isinstance(answer, list | tuple) else [answer]
    return "; ".join(field.options.get(str(c), str(c)) for c in chosen)
