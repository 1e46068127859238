"""Form: length, retelling, signature, attachments, the same letter twice, when it was sent."""

from __future__ import annotations

import re

from followup_kit.letters.draft import WORD, fold
from followup_kit.letters.look import Found, Look
from followup_kit.letters.names import people
from followup_kit.letters.words import word_lists
from followup_kit.records.letter import Item, Span

__all__ = ["few_attachments", "no_recap", "not_identical", "signed", "succinct", "timely"]

MOST_WORDS = 200
RETELLING = 5
"""So many retold moments of the talk are a recap."""


def succinct(look: Look, item: Item) -> Found:
    """Up to 200 words in the body, and no retelling point by point."""
    most = item.limit or MOST_WORDS
    count = look.draft.word_count
    if count > most:
        return Found(verdict="breach", spans=(_beyond(look, most),), count=count, wanted=str(most))
    recap = no_recap(look, item)
    if recap.verdict != "met":
        return Found(verdict=recap.verdict, spans=recap.spans, count=count, wanted=str(most), message="recap")
    return Found(verdict="met", count=count, wanted=str(most))


def _beyond(look: Look, most: int) -> Span:
    """From the first word that is too many to the body's end."""
    seen = 0
    for a, b in look.draft.paragraphs:
        for word in WORD.finditer(look.draft.folded, a, b):
            seen += 1
            if seen > most:
                return look.trim((word.start(), look.body[1]))
    return look.body


def no_recap(look: Look, item: Item) -> Found:
    """The talk retold point by point: a list of what was covered, or many "then you asked" in a row."""
    hits = look.hits("recap")
    sure = [h for h in hits if h.strength == "sure"]
    steps = [h for h in hits if h.strength == "step"]
    places = {s.start for h in steps if (s := look.sentence_at(h.start))}
    numbered = re.findall(
        r"^[ \t]*(?:\d{1,2}[.)]|[-*\u2022])[ \t]+\S", look.draft.folded[slice(*look.body)], re.M
    )
    if (sure and (len(places) >= 3 or len(numbered) >= 3)) or len(places) >= RETELLING or len(numbered) >= 6:
        first = sure[0] if sure else steps[0] if steps else None
        if first is None:
            return Found(verdict="breach", spans=(look.body,))
        sentence = look.sentence_at(first.start)
        return Found(verdict="breach", spans=((sentence.start, sentence.end) if sentence else look.body,))
    if len(places) >= RETELLING - 1:
        sentence = look.sentence_at(steps[0].start)
        return Found(
            verdict="check_yourself", spans=((sentence.start, sentence.end) if sentence else look.body,)
        )
    return Found(verdict="met")


def signed(look: Look, item: Item) -> Found:
    """The sender's name at the end, with or without a closing formula."""
    draft = look.draft
    wanted = {fold(p) for person in people(look.context.sender_name) for p in person.parts}
    for line in draft.text[slice(*draft.signature)].split("\n"):
        words = WORD.findall(line)
        if not 1 <= len(words) <= 8 or "@" in line or not re.search(r"[^\W\d_]", line):
            continue
        if wanted and wanted & {fold(w) for w in words}:
            return Found(verdict="met", spans=(_line(draft.text, draft.signature, line),))
        if not wanted and (words[0][0].isupper() or not words[0][0].islower() or len(words) <= 3):
            if fold(words[0]) in {"a", "the", "your", "an"}:
                return Found(verdict="check_yourself", spans=(_line(draft.text, draft.signature, line),))
            return Found(verdict="met", spans=(_line(draft.text, draft.signature, line),))
    if draft.signature[1] > draft.signature[0]:
        return Found(verdict="check_yourself", spans=(look.trim(draft.signature),))
    closing = draft.text[slice(*draft.closing)]
    tail = re.search(
        r"[,-]\s*([^\W\d_][\w.'\u0300-\u036f-]+(?: [^\W\d_][\w.'\u0300-\u036f-]+){0,3})\.?\s*$", closing
    )
    if tail and tail.group(1)[0].isupper():
        start = draft.closing[0] + tail.start(1)
        return Found(verdict="met", spans=((start, draft.closing[0] + tail.end(1)),))
    end = look.body[1]
    last = draft.text[max(0, end - 60) : end]
    if wanted and wanted & {fold(w) for w in WORD.findall(last)}:
        return Found(verdict="met", spans=(look.trim((max(0, end - 60), end)),))
    return Found(verdict="missing", spans=())


def _line(text: str, within: Span, line: str) -> Span:
    start = text.index(line, within[0])
    lead = len(line) - len(line.lstrip())
    return start + lead, start + lead + len(line.strip())


_SPLIT = re.compile(
    r",\s*(?:and |plus |as well as |along with )?|;\s*|\band\b|\bplus\b|\bas well as\b|\balong with\b|&"
)
_NUMBERS = {
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "several": 3,
    "a few": 3,
    "a number of": 3,
}
_THINGS = (
    r"(?:reports?|decks?|slides?|cop(?:y|ies)|samples?|photos?|photographs?|pictures?|plans?|schedules?|workbooks?|spreadsheets?"
    r"|cv|r[e\u00e9]sum[e\u00e9]|certificates?|diplomas?|letters?|references?|drafts?|articles?|drawings?|guides?|files?|documents?"
    r"|portfolio|videos?|links?|sketch(?:es)?|lists?|calendar|transcripts?|designs?|models?|versions?|scripts?|essays?|papers?"
    r"|brochures?|summar(?:y|ies)|sheets?|studies|study|presentations?|licen[cs]es?|posters?|patterns?|recipes?|logs?|maps?|budgets?|manuals?"
    r"|proposals?|outlines?|notes?|charts?|tables?|case stud(?:y|ies)|covers?|menus?|swatch(?:es)?|set|pages?|clips?|recordings?)"
)
_COUNTED = re.compile(
    rf"\b(three|four|five|six|seven|eight|ten|several|a few|a number of|[3-9]|1\d) (?:[\w'-]+ ){{0,3}}?{_THINGS}\b"
)
_LISTED = re.compile(
    r"(?:[^,]{0,40}\b)?(?:the|a|an|my|our|its|his|her|one|two|some|copies of) (?!.*\b(?:is|was|are|were|will|would|can|could|you)\b)"
)
"""A piece of a list of things sent along, and no clause of its own."""
_THING = re.compile(rf"\b{_THINGS}\b")


def few_attachments(look: Look, item: Item) -> Found:
    """At most two things sent along, counted in the sentence that sends them and in the context."""
    most = item.limit or 2
    if len(look.context.attachments) > most:
        hits = look.sure("attachment")
        spans = ((look.trim((hits[0].start, hits[0].end))),) if hits else ()
        return Found(verdict="breach", spans=spans, count=len(look.context.attachments), wanted=str(most))
    for hit in look.sure("attachment"):
        sentence = look.sentence_at(hit.start)
        if sentence is None:
            continue
        text = look.view[sentence.start : sentence.end]
        counted = _COUNTED.search(text)
        number = 0
        if counted and counted.group(1):
            number = (
                _NUMBERS.get(counted.group(1)) or int(counted.group(1))
                if counted.group(1) not in _NUMBERS
                else _NUMBERS[counted.group(1)]
            )
        if (
            counted
            and re.search(r"\bthe (?:three|four|five) \w+ i (?:made|drew|wrote)", text)
            and "link" in text
        ):
            number = 0
        begin = max(hit.start - sentence.start, 0)
        pieces = [piece.strip() for piece in _SPLIT.split(text[begin:]) if len(piece) < 90]
        things = sum(1 for piece in pieces if _THING.search(piece))
        if things >= 2 and sum(1 for piece in pieces if _LISTED.match(piece)) > most:
            things = max(things, sum(1 for piece in pieces[1:] if _LISTED.match(piece)) + 1)
        number = max(number, things)
        if number > most:
            return Found(
                verdict="breach", spans=((sentence.start, sentence.end),), count=number, wanted=str(most)
            )
    return Found(verdict="met", wanted=str(most))


def not_identical(look: Look, item: Item) -> Found:
    """Two letters to one panel: how much of one stands in the other, names aside."""
    if look.also is None:
        return Found(verdict="met")
    ours, theirs = _shingles(look.draft), _shingles(look.also)
    if not ours or not theirs:
        return Found(verdict="met")
    share = len(ours & theirs) / min(len(ours), len(theirs))
    if share < 0.3:
        return Found(verdict="met", count=round(100 * share))
    same = [
        (s.start, s.end)
        for s in look.draft.sentences
        if _sentence_key(look.draft.folded[s.start : s.end]) in _keys(look.also)
    ]
    spans = tuple(same[:4]) or (look.trim(look.body),)
    return Found(
        verdict="breach" if share >= 0.6 else "check_yourself", spans=spans, count=round(100 * share)
    )


def _shingles(draft: object) -> set[tuple[str, ...]]:
    names = word_lists().titles
    words = [w for a, b in draft.paragraphs for w in WORD.findall(draft.folded[a:b]) if w not in names]  # type: ignore[attr-defined]
    return {tuple(words[n : n + 4]) for n in range(len(words) - 3)}


def _sentence_key(text: str) -> str:
    return " ".join(WORD.findall(text))


def _keys(draft: object) -> set[str]:
    return {_sentence_key(draft.folded[s.start : s.end]) for s in draft.sentences}  # type: ignore[attr-defined]


def timely(look: Look, item: Item) -> Found:
    """The sent date against the plan: thanks on the day or the day after; a check-in not before the promised date."""
    context = look.context
    met, sent = context.interview_date, context.sent_date
    if met is None or sent is None:
        return Found(verdict="check_yourself")
    days = (sent - met).days
    if days < 0:
        return Found(verdict="breach", count=days, message="before")
    if look.kind == "check_in":
        promised = context.promised_date
        if promised is not None:
            return Found(
                verdict="breach" if sent <= promised else "met",
                count=days,
                message="early" if sent <= promised else "",
            )
        return Found(
            verdict="met" if days >= 5 else "check_yourself", count=days, message="early" if days < 5 else ""
        )
    if look.kind in {"thank_you", "work_sample"}:
        most = 1 if look.kind == "thank_you" else 4
        return Found(verdict="met" if days <= most else "breach", count=days)
    return Found(verdict="met" if days <= 14 else "check_yourself", count=days)
