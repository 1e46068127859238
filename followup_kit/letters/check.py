"""check_letter: one text and its context in, one report out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from followup_kit.errors import LetterError, UnknownName
from followup_kit.letters.checklists import our_checklist
from followup_kit.letters.checks import CHECKS
from followup_kit.letters.context import parse_context, parse_kind
from followup_kit.letters.draft import parse_draft
from followup_kit.letters.language import is_english
from followup_kit.letters.look import Found, Look
from followup_kit.letters.sharpen import sharpened
from followup_kit.records.letter import (
    Checklist,
    Draft,
    Finding,
    Item,
    LetterContext,
    Report,
    Span,
    Verdict,
)

__all__ = ["check_letter"]

_VERDICTS = ("met", "missing", "breach", "check_yourself", "not_applicable")


def check_letter(
    text: str,
    context: LetterContext | Mapping[str, Any] | None = None,
    *,
    kind: str = "thank_you",
    also: str | None = None,
    silence: Iterable[str] = (),
    marks: Mapping[str, str | Span] | None = None,
    checklist: Checklist | None = None,
) -> Report:
    """Check a letter against a checklist; any text at all gives a report, every item once.

    ``context`` is what was noted about the interview. ``kind`` is the kind of letter. ``also`` is
    another letter to the same panel. ``silence`` names items to leave out of judgement; ``marks``
    sets an item's verdict, or gives the span in ``text`` (code points) that the writer takes as
    its evidence, which makes it met.
    Raises :class:`~followup_kit.errors.LetterError` for a context that cannot be read and
    :class:`~followup_kit.errors.UnknownName` for an unknown kind, item or verdict.

    >>> report = check_letter("Dear Ms Ruis,\\n\\nThank you for today.\\n\\nLi", {"interviewer_name": "Ms Ana Ruiz"})
    >>> report["addressed_by_name"].verdict, report["addressed_by_name"].quotes, report["thanks"].verdict
    ('breach', ('Ruis',), 'met')
    """
    if not isinstance(text, str):
        raise LetterError("The letter is not text: give it as one string.")
    known = _context(context)
    letter = parse_kind(kind)
    items = (checklist or our_checklist()).items
    notes = {**our_checklist().notes, **(checklist.notes if checklist else {})}
    ids = [item.id for item in items]
    silenced = _known({*silence, *(checklist.silenced if checklist else ())}, ids)
    marked = dict(marks or {})
    _known(marked, ids)
    draft = parse_draft(text)
    look = Look(draft, known, letter, parse_draft(also) if also is not None else None)
    state = "not_started" if not draft.word_count and not text.strip() else "checked"
    if state == "checked" and not is_english(draft):
        state = "not_english"
    findings = []
    for item in items:
        if item.id in marked:
            findings.append(_marked(item, marked[item.id], draft, notes))
        elif item.id in silenced:
            findings.append(_plain(item, "not_applicable", notes["silenced"]))
        elif letter not in item.kinds:
            findings.append(_plain(item, "not_applicable", notes["not_for_kind"]))
        elif not _possible(item, look):
            findings.append(_plain(item, "not_applicable", notes["needs_more"]))
        elif state == "not_started":
            findings.append(_plain(item, "check_yourself", notes["not_started"]))
        elif state == "not_english" and not item.mechanical:
            findings.append(_plain(item, "check_yourself", notes["left_to_you"]))
        else:
            findings.append(_finding(item, sharpened(look, item, _run(item, look)), draft, notes))
    return Report(
        kind=letter,
        word_count=draft.word_count,
        findings=tuple(findings),
        state=state,  # type: ignore[arg-type]
        note=notes.get("shortened" if look.shortened and state == "checked" else state, ""),
    )


def _context(context: LetterContext | Mapping[str, Any] | None) -> LetterContext:
    if context is None:
        return LetterContext()
    return context if isinstance(context, LetterContext) else parse_context(context)[0]


def _known(names: Iterable[str], ids: list[str]) -> frozenset[str]:
    for name in names:
        if name not in ids:
            raise UnknownName("item", name, ids)
    return frozenset(names)


def _possible(item: Item, look: Look) -> bool:
    have = {
        "second_letter": look.also is not None,
        "interview_date": look.context.interview_date is not None,
        "sent_date": look.context.sent_date is not None,
    }
    return all(have[need] for need in item.needs)


def _run(item: Item, look: Look) -> Found:
    check = CHECKS.get(item.check)
    if check is not None:
        return check(look, item)
    view = look.draft.folded
    spans = [m.span() for phrase in item.phrases for m in re.finditer(phrase, view) if m.end() > m.start()]
    spans = sorted(set(spans))[:5]
    if item.check == "phrases_present":
        return Found(verdict="met" if spans else "missing", spans=tuple(spans))
    return Found(verdict="breach" if spans else "met", spans=tuple(spans))


def _finding(item: Item, found: Found, draft: Draft, notes: Mapping[str, str]) -> Finding:
    verdict: Verdict = found.verdict
    if verdict == "missing" and not item.missing_allowed and item.sense == "presence":
        verdict = "check_yourself"
    spans = found.spans if verdict != "missing" else ()
    note = "title_wrong" if found.message == "title" else found.message
    template = notes.get(note) or getattr(item.messages, verdict, "") or item.messages.met
    message = template.format(
        found=found.found or (draft.quote(spans[0]) if spans else ""), wanted=found.wanted, count=found.count
    )
    return _build(item, verdict, message, spans, draft)


def _build(
    item: Item, verdict: Verdict, message: str, spans: tuple[Span, ...], draft: Draft | None
) -> Finding:
    kept = tuple(sorted({(a, b) for a, b in spans if b > a}))
    return Finding(
        item=item.id, group=item.group, weight=item.weight, verdict=verdict, message=message,
        suggestion=item.suggestion if verdict not in {"met", "not_applicable"} else "",
        spans=kept, quotes=tuple(draft.quote(s) for s in kept) if draft else (), rules=item.rules,
    )  # fmt: skip


def _plain(item: Item, verdict: Verdict, message: str) -> Finding:
    return _build(item, verdict, message, (), None)


def _marked(item: Item, mark: str | Span, draft: Draft, notes: Mapping[str, str]) -> Finding:
    if isinstance(mark, str):
        if mark not in _VERDICTS:
            raise UnknownName("verdict", mark, _VERDICTS)
        return _plain(item, mark, notes["marked"])  # type: ignore[arg-type]
    start, end = mark
    if not 0 <= start < end <= len(draft.text):
        raise LetterError(
            f"The mark on {item.id!r} is outside the letter: give start and end within its text."
        )
    return _build(item, "met", notes["marked"], ((start, end),), draft)
