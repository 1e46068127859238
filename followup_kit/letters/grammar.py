"""The extra ``grammar``: Harper, an offline grammar checker, reads the passages that proofreading doubts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from followup_kit.letters.look import Found, Look
from followup_kit.records.letter import Span

__all__ = ["second_look"]

KINDS = frozenset({"Agreement", "Grammar", "Usage"})
"""The sorts of Harper's findings that are slips. Its spelling does not know the context's names, style and
word choice are taste, foreign phrasing is no slip, and doubled words ("that that") we judge ourselves."""


def second_look() -> Callable[[Look, Found], Found]:
    """Load Harper (it takes about a second), and give what looks again at a doubtful passage."""
    from harper import Linter

    linter = Linter()

    def look_again(look: Look, found: Found) -> Found:
        return _judged(look, found, linter)

    return look_again


def _judged(look: Look, found: Found, linter: Any) -> Found:
    """A breach with the slip's own place where Harper finds one in a doubtful passage; else what it was."""
    for a, b in found.spans:
        start, end = _sentence(look, (a, b))
        text = look.draft.text[start:end]
        for lint in linter.lint(text, language="plaintext"):
            first, last = start + lint.span.start, start + lint.span.end
            if lint.lint_kind not in KINDS or not (first < b and a < last) or not text.strip():
                continue
            wanted = next((s.replacement_text for s in lint.suggestions if s.replacement_text.strip()), "")
            return Found(
                verdict="breach",
                spans=((first, last),),
                message="by_grammar",
                found=look.draft.text[first:last],
                wanted=wanted,
            )
    return found


def _sentence(look: Look, span: Span) -> Span:
    """The sentence around a passage: Harper needs all of it."""
    sentence = look.sentence_at(span[0])
    return (sentence.start, max(sentence.end, span[1])) if sentence else span
