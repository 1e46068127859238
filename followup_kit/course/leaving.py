"""What to ask before leaving, what to take home and where else to find it, as tables for a lesson."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Literal, get_args

from followup_kit.advice.questions import questions
from followup_kit.course.markup import Shown
from followup_kit.errors import UnknownName
from followup_kit.records.base import Record
from followup_kit.records.leaving import BeforeLeaving, Situation

__all__ = ["Sheet", "before_leaving"]

Part = Literal["questions", "record", "places"]
PARTS: tuple[str, ...] = get_args(Part)
OURS = "our own advice"

_CAPTIONS = {
    ("questions", "in_person"): "What to ask before you leave the room",
    ("questions", "remote"): "What to ask before the video call ends",
    ("questions", "already_left"): "What can still be asked, or found",
    ("record", "in_person"): "What to take home",
    ("record", "remote"): "What to note where there is no card",
    ("record", "already_left"): "What to find out afterwards",
}
_NO_CARD = "Where to find it without a card"
_HEADS: dict[str, tuple[str, str, str]] = {
    "questions": ("Question", "Why", "Who says so"),
    "record": ("What", "Why", "Who says so"),
    "places": ("Place", "What to look for", "Why we name it"),
}


class Sheet(Shown, Record, frozen=True, kw_only=True):
    """A table of three columns with its caption, shown in a notebook or a terminal."""

    caption: str
    heads: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]

    def as_text(self) -> str:
        return "\n".join([self.caption, *(f"- {a} – {b} ({c})" for a, b, c in self.rows)])

    def as_html(self) -> str:
        heads = "".join(f'<th scope="col">{escape(h)}</th>' for h in self.heads)
        rows = "".join(
            f'<tr><th scope="row">{escape(a)}</th><td>{escape(b)}</td><td>{escape(c)}</td></tr>'
            for a, b, c in self.rows
        )
        return (
            f'<div class="fk-card"><div class="fk-scroll" tabindex="0" role="group" aria-label="{escape(self.caption)}">'
            f"<table><caption>{escape(self.caption)}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></div>"
        )


def before_leaving(situation: Situation = "in_person", part: Part = "questions") -> Sheet:
    """One part of :func:`followup_kit.questions` as a table: ``questions``, ``record`` or ``places``.

    Raises :class:`~followup_kit.errors.UnknownName` for another situation or part.

    >>> print(before_leaving("already_left", "places"))
    ... # doctest: +ELLIPSIS
    Where to find it without a card
    - The invitation to the interview – Names of all who were invited, ...
    """
    asked = questions(situation)
    if part not in PARTS:
        raise UnknownName("part", part, PARTS)
    rows = {"questions": _questions, "record": _record, "places": _places}[part](asked)
    return Sheet(caption=_CAPTIONS.get((part, situation), _NO_CARD), heads=_HEADS[part], rows=tuple(rows))


def _questions(asked: BeforeLeaving) -> Iterable[tuple[str, str, str]]:
    for q in asked:
        dated = (
            f" Advice of {q.dated}. Today: {q.today}" if q.dated and asked.situation == "in_person" else ""
        )
        yield q.wording(asked.situation), q.why + dated, _said(q.rules)


def _record(asked: BeforeLeaving) -> Iterable[tuple[str, str, str]]:
    for f in asked.record:
        here = {"remote": f.remote, "already_left": f.already_left}.get(asked.situation, "")
        yield f.label, f"{f.why} {here}".strip(), _said(f.rules)


def _places(asked: BeforeLeaving) -> Iterable[tuple[str, str, str]]:
    for p in asked.places:
        yield p.title, p.look_for, p.editorial


def _said(rules: tuple[str, ...]) -> str:
    return ", ".join(rules) or OURS
