"""Questions that learners ask, with short answers and what they rest on."""

from __future__ import annotations

from functools import cache
from html import escape

from followup_kit.advice.evidence import evidence_card
from followup_kit.advice.loading import load_data
from followup_kit.course.markup import Shown
from followup_kit.records.base import DataRecord, Record

__all__ = ["Answer", "Faq", "answers", "faq"]


class Answer(DataRecord, frozen=True, kw_only=True):
    """One question with its answer, the lesson that says more, and the rules and evidence cards behind it.

    ``editorial`` says why it is here where no source and no card speaks of it.
    """

    ask: str
    answer: str
    lesson: str
    rules: tuple[str, ...] = ()
    cards: tuple[int, ...] = ()
    editorial: str = ""

    @property
    def source(self) -> str:
        """What the answer rests on, in words.

        >>> answers()[0].source
        'Evidence cards 10, 12, 13.'
        """
        parts = []
        if self.rules:
            parts.append(f"Rules {', '.join(self.rules)}.")
        if self.cards:
            parts.append(f"Evidence cards {', '.join(map(str, self.cards))}.")
        if self.editorial:
            parts.append(f"Editorial: {self.editorial}")
        return " ".join(parts)


class _FaqFile(DataRecord, frozen=True, kw_only=True):
    questions: tuple[Answer, ...]


class Faq(Shown, Record, frozen=True, kw_only=True):
    """The questions, shown one below the other; in a page each opens on its answer."""

    answers: tuple[Answer, ...]

    def as_text(self) -> str:
        return "\n\n".join(f"{a.ask}\n{a.answer} (Lesson {a.lesson}. {a.source})" for a in self.answers)

    def as_html(self) -> str:
        parts = [
            f'<details style="margin:.4em 0"><summary style="min-height:24px"><strong>{escape(a.ask)}</strong>'
            f"</summary><p>{escape(a.answer)}</p><p>More in lesson {escape(a.lesson)}. {escape(a.source)}</p></details>"
            for a in self.answers
        ]
        return "".join(parts)


@cache
def answers() -> tuple[Answer, ...]:
    """All questions, in the file's order; each card that they name is there."""
    found = load_data("faq.toml", _FaqFile).questions
    for answer in found:
        for card in answer.cards:
            evidence_card(card)
    return found


def faq(lesson: str | None = None) -> Faq:
    """The questions that learners ask: all, or those of one lesson (two figures).

    >>> faq("06").answers[0].ask
    'I cannot phone, or do not want to. What now?'
    """
    return Faq(answers=tuple(a for a in answers() if lesson in (None, a.lesson)))
