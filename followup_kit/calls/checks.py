"""The check of one's own words for a call, item by item, by the checklist's data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from followup_kit.advice.calls import call_advice, call_items, route_advice
from followup_kit.calls.script import chosen_variant
from followup_kit.calls.speaking import RATE, check_rate, spoken_words
from followup_kit.errors import CaseError, UnknownName
from followup_kit.records.base import Record
from followup_kit.records.call import (
    ROUTES,
    CallBudget,
    CallFinding,
    CallItem,
    CallKind,
    CallReport,
    How,
    Route,
)
from followup_kit.records.letter import Span, Verdict

__all__ = ["check_call"]

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\xa0": " ", "‑": "-", "–": "-"})
_SENTENCE = re.compile(r"[^.?!\n]*(?:[.?!]+|\n|$)")
MOST_QUOTED = 60


class _Text(Record, frozen=True, kw_only=True):
    """A text to check, with what the items need to know about it."""

    text: str
    folded: str
    words: int
    seconds: float
    limit: int
    rate: int
    spoken: bool
    budget: CallBudget | None


class _Found(Record, frozen=True, kw_only=True):
    verdict: Verdict
    spans: tuple[Span, ...] = ()
    values: dict[str, str] = {}


def check_call(
    text: str,
    kind: CallKind,
    *,
    variant: str | None = None,
    route: Route = "phone",
    budget: CallBudget | None = None,
    rate: int = RATE,
    items: Iterable[CallItem] | None = None,
) -> CallReport:
    """What stands in the way of a good call, and what is in order; any text at all gives a report.

    ``kind``, ``variant`` and ``route`` are those of :func:`~followup_kit.call_script`. ``budget`` (from
    :func:`~followup_kit.call_budget`) is shown with the item on one call only; without it one call is
    taken as the limit (000.19). ``rate`` is in words a minute, spans are in code points. ``items`` are
    those of a checklist of one's own. Raises :class:`~followup_kit.errors.UnknownName` for an unknown
    kind, variant or route, and :class:`~followup_kit.errors.CaseError` for something that is no text.

    >>> report = check_call("This is Amina. I need an answer today!", "status")
    >>> report["enquiry_not_demand"].verdict, report["enquiry_not_demand"].quotes
    ('breach', ('I need an answer today',))
    >>> check_call("", "status").started
    False
    """
    if not isinstance(text, str):
        raise CaseError(f"The words of a call are a text, not {type(text).__name__}.")
    advice = call_advice(kind)
    chosen = chosen_variant(advice, variant)
    if route not in ROUTES:
        raise UnknownName("route", route, ROUTES)
    check_rate(rate)
    way = route_advice()[route]
    words = spoken_words(_without_frame(text, way.before))
    one = _Text(
        text=text,
        folded=_fold(text),
        words=words,
        seconds=words * 60 / rate,
        limit=advice.seconds,
        rate=rate,
        spoken=way.spoken,
        budget=budget,
    )
    chosen_items = call_items() if items is None else tuple(items)
    findings = tuple(_finding(item, one, kind, chosen) for item in chosen_items) if text.strip() else ()
    return CallReport(
        kind=kind,
        variant=chosen,
        route=route,
        words=words,
        seconds=one.seconds,
        limit=advice.seconds,
        findings=findings,
        budget=budget,
    )


def _without_frame(text: str, before: str) -> str:
    """The text without the line that opens a route: it is not part of what has to be short."""
    stripped = text.lstrip()
    return stripped.removeprefix(before) if before else stripped


def _fold(text: str) -> str:
    """Small letters and plain quotes, code point by code point, so that spans hold."""
    out = text.translate(_PLAIN)
    lowered = out.lower()
    if len(lowered) == len(out):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in out)


def _finding(item: CallItem, one: _Text, kind: CallKind, variant: str) -> CallFinding:
    if kind not in item.kinds or (item.variants and variant not in item.variants):
        found = _Found(verdict="not_applicable")
    else:
        found = _HOW[item.how](item, one)
    quotes = tuple(one.text[a:b] for a, b in found.spans)
    values = {"found": _short(quotes[0]) if quotes else "", "budget": _budget(one)} | found.values
    template = getattr(item.messages, found.verdict, "")
    return CallFinding(
        item=item.id,
        title=item.title,
        group=item.group,
        weight=item.weight,
        verdict=found.verdict,
        message=_filled(template, values),
        suggestion=item.suggestion if found.verdict in ("missing", "breach", "check_yourself") else "",
        spans=found.spans,
        quotes=quotes,
        rules=item.rules,
        editorial=item.editorial or "",
    )


def _filled(template: str, values: dict[str, str]) -> str:
    """One pass, so that nothing in a quote is filled in again."""
    return re.sub(r"\{(\w+)\}", lambda m: values.get(m[1], m[0]), template).strip()


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= MOST_QUOTED else flat[: MOST_QUOTED - 1] + "…"


def _budget(one: _Text) -> str:
    return str(one.budget) if one.budget else ""


# -- the kinds of check ----------------------------------------------------------------------------


def _present(item: CallItem, one: _Text) -> _Found:
    spans = _spans(item.patterns, item.guards, one.folded)
    return _Found(verdict="met", spans=spans[:1]) if spans else _Found(verdict="missing")


def _absent(item: CallItem, one: _Text) -> _Found:
    sure = _spans(item.patterns, item.guards, one.folded)
    if sure:
        return _Found(verdict="breach", spans=sure)
    doubtful = _spans(item.doubtful, item.guards, one.folded)
    return _Found(verdict="check_yourself", spans=doubtful) if doubtful else _Found(verdict="met")


def _one_question(item: CallItem, one: _Text) -> _Found:
    """Questions are sentences with a question mark, or those that ask indirectly."""
    polite = _matches(item.guards, one.folded)
    asked = []
    for sentence in _SENTENCE.finditer(one.folded):
        start, end = _trimmed(one.folded, sentence.start(), sentence.end())
        if start >= end or any(a < end and start < b for a, b in polite):
            continue
        words = one.folded[start:end]
        if words.rstrip().endswith("?") or _spans(item.patterns, (), words):
            asked.append((start, end))
    if not asked:
        return _Found(verdict="missing")
    if len(asked) == 1:
        return _Found(verdict="met", spans=tuple(asked))
    return _Found(verdict="check_yourself", spans=tuple(asked), values={"found": str(len(asked))})


def _length(_: CallItem, one: _Text) -> _Found:
    most_words = one.limit * one.rate // 60
    if one.spoken:
        length = f"{one.seconds:.0f} seconds at {one.rate} words a minute"
        most = f"{one.limit} seconds"
    else:
        length, most = f"{one.words} words", f"{most_words} words"
    values = {"length": length, "most": most, "over": str(max(1, one.words - most_words))}
    return _Found(verdict="breach" if one.words > most_words else "met", values=values)


def _budget_kept(item: CallItem, one: _Text) -> _Found:
    spans = _spans(item.patterns, item.guards, one.folded)
    budget = one.budget
    if budget is not None and budget.left == 0:
        return _Found(verdict="breach", spans=spans, values={"found": "No call is left."})
    if not spans:
        return _Found(verdict="met")
    quote = {"found": f"“{_short(one.text[slice(*spans[0])])}” speaks of more than one call."}
    if budget is None or budget.allowed == 1:
        return _Found(verdict="breach", spans=spans, values=quote)
    return _Found(verdict="check_yourself", spans=spans)


_HOW: dict[How, Callable[[CallItem, _Text], _Found]] = {
    "present": _present,
    "absent": _absent,
    "one_question": _one_question,
    "length": _length,
    "budget": _budget_kept,
    "gaps": _absent,
}


# -- patterns --------------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s+"))


def _matches(patterns: Iterable[str], folded: str) -> list[Span]:
    return [m.span() for p in patterns for m in _compiled(p).finditer(folded) if m.end() > m.start()]


def _spans(patterns: Iterable[str], guards: Iterable[str], folded: str) -> tuple[Span, ...]:
    """Where the patterns match outside the guards: sorted, and joined where they overlap."""
    found = _matches(patterns, folded)
    if not found:
        return ()
    guarded = _matches(guards, folded)
    joined: list[Span] = []
    for start, end in sorted(s for s in found if not any(a < s[1] and s[0] < b for a, b in guarded)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
