"""A letter is parsed once: greeting, body, closing, signature, sentences, all as spans of the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from followup_kit.records.letter import Draft, Sentence, Span

__all__ = ["WORD", "fold", "parse_draft", "plain"]

MARKS = "\u0300-\u036f"
"""Combining accents: a decomposed letter stays in its word."""
WORD = re.compile(rf"[^\W_](?:[\w{MARKS}]|['\u2019\u2011-](?=[^\W_]))*")

_SPECIAL = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\uff07"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys([0x09, 0x0D, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    **dict.fromkeys([0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029], "\n"),
}
_SPECIAL_TABLE = dict(_SPECIAL)

_GREET = (
    r"(?:dear(?:est)?|hi(?: there|ya)?|hiya|hey(?: there)?|hello(?: there| again)?|respected|esteemed"
    r"|good (?:morning|afternoon|evening|day)|greetings|howdy|yo|to whom it may concern"
    r"|estimad[oa]s?|querid[oa]s?|gentile|egregi[oa]|sehr geehrte[r]?|lieber?|cher|ch[e\u00e8]re|bonjour|hola|ciao|ol[a\u00e1]"
    r"|prezad[oa]|caro|cara|hej|k[æa]re|beste|geachte|szanown[ya]|mon cher|ma ch[e\u00e8]re|aloha|g'day|salaam|namaste|salut)"
)
_GREETING = re.compile(rf"{_GREET}\b[^\n]*")
_INLINE = re.compile(rf"({_GREET}\b[^,:;!\n]{{0,80}}[,:;!])[ ]*\S")
_TITLE_LINE = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|madam|mme|m|herr|frau|sra?|sir ?/ ?madam|captain|rev)\b\.?[^\n]{0,60}"
)
_ADDRESS = re.compile(r"[ ]*(?:[^\W\d_][\w'.\u0300-\u036f-]*[ ]?){1,4}[.,:!]")
"""What may follow "Good day," on its line and belongs to the greeting: a name and no more."""
_CLOSINGS = (
    r"(?:(?:yours?|very|most|with|kind(?:est)?|warm(?:est)?|best|all|many|my|our|sincere(?:st)?|again|and|the|friendly|good"
    r"|heartfelt|high|deep|great|renewed|of|in|to|for|so|much|love|both|you|every|as|ever|always"
    r"|sincerely|faithfully|truly|respectfully|cordially|gratefully|humbly|warmly|appreciatively|obediently"
    r"|regards?|wishes|wish|greetings|respects?|esteem|thanks?|thanking|gratitude|appreciation|salutations|cheers"
    r"|ta|saludos?|un|cordialement|gr\u00fc\u00dfe|v/r|br|best|peace|blessings|god|bless|hugs|xoxo|ciao|later|yo"
    r"|once|more|until|then|talk|soon|see|take|care|have|a|nice|day|great|lovely|weekend|respectful|cordial|sunny"
    r"|consideration|high|highest|hope|hoping|look|looking|forward|fondly|affectionately|obedient|servant|hearty|advance)"
    r"[ ,.!&'s]*){1,7}"
)
_CLOSING = re.compile(_CLOSINGS + r"[,.!;: -]*$")
_CLOSING_HEAD = re.compile(
    r"(?:yours?\b|very truly|sincerely|respectfully|cordially|faithfully|gratefully|humbly|warmly|fondly|best\b|kind\b|kindest"
    r"|warm\b|warmest|regards|with\b|all (?:the )?(?:best|good)|many thanks|thanks|thank you|thanking|cheers|ta\b|un saludo"
    r"|saludos|cordialement|v/r|br\b|god bless|love|hugs|take care|peace|much obliged|most|friendly|in (?:gratitude|hope|appreciation)"
    r"|my (?:best|thanks|regards)|respectful|sincere|see you|talk soon|until|later|ciao|good wishes|good luck|until then|have a)"
)
_QUOTED_FROM = re.compile(
    r"^[ ]*(?:-{2,}[ ]*(?:original|forwarded)[^\n]*|on [^\n]{4,120} wrote:|from:[^\n]*@[^\n]*|_{10,})[ ]*$",
    re.M,
)
_HEADING = re.compile(r"[ ]*(?:subject|to|from|cc|bcc|date|sent|re|attachments?)[ ]*:[^\n]*", re.I)
_PS = re.compile(r"p\.?[ ]?(?:p\.?)?s\b[.:,]?")
_CONTACT = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|(?:(?:tel|phone|mobile|cell|mob|t|m|e|p)[.:]? *)?[+(]?\d[\d ()./+-]{5,}(?: ?x\d+)?"
)
_END = re.compile(r"[.!?\u2026]+[\"'\u2019\u201d)\]]*(?=\s|$)|\n(?=[ ]*(?:[-*\u2022]|\d{1,2}[.)])[ ])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|jr|sr|sra|dra|lt|cdr|col|gen|capt|rev|hon|inc|ltd|co|corp|vs|etc|e\.g|i\.e|approx|no|dept"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|[a-z]|a\.m|p\.m|p\.s|u\.s|u\.k)\.$"
)
_BULLET = re.compile(r"[ ]*(?:[-*\u2022]|\d{1,2}[.)])[ ]*$")


def fold(text: str) -> str:
    """``text`` in small letters with plain quotes, hyphens and spaces, of exactly the same length.

    >>> fold("Caf\u00e9\u00a0\u201cStra\u00dfe\u201d\u2026")
    'café "straße"…'
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return small.translate(_SPECIAL_TABLE)


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word without its accents, in small letters: for comparing, not for spans.

    >>> plain("Łukasz Þór Müller")
    'lukasz thor muller'
    """
    kept = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(c for c in kept if not unicodedata.combining(c))


_LETTERS = {
    ord(a): b
    for a, b in zip(
        "łøđðþæœħıŋßəʻʼ’‘",
        ["l", "o", "d", "d", "th", "ae", "oe", "h", "i", "n", "ss", "e", *"''''"],
        strict=True,
    )
}


def parse_draft(text: str) -> Draft:
    """Parse a letter; any text at all gives a draft.

    >>> d = parse_draft("Dear Ms Ruiz,\\n\\nThank you for today. I enjoyed it.\\n\\nKind regards,\\nLi Wei")
    >>> d.quote(d.greeting), [d.quote((s.start, s.end)) for s in d.sentences], d.quote(d.signature)
    ('Dear Ms Ruiz,', ['Thank you for today.', 'I enjoyed it.'], 'Li Wei')
    """
    folded = fold(text)
    lines = _lines(folded)
    lines, left_out = _without_quoted(folded, lines)
    greeting, lines = _greeting(folded, lines)
    closing, signature, lines, tail = _closing(folded, lines)
    paragraphs = _paragraphs(folded, lines) + tail
    sentences = tuple(
        Sentence(start=a, end=b, paragraph=n)
        for n, p in enumerate(paragraphs)
        for a, b in _sentences(folded, p)
    )
    words = sum(sum(1 for _ in WORD.finditer(folded, a, b)) for a, b in paragraphs)
    return Draft(
        text=text, folded=folded, greeting=greeting, paragraphs=paragraphs, sentences=sentences,
        closing=closing, signature=signature, left_out=left_out, word_count=words,
    )  # fmt: skip


def _lines(folded: str) -> list[Span]:
    """The lines that hold anything, without the blanks around them; a blank line is an empty span."""
    spans: list[Span] = []
    at = 0
    for line in folded.split("\n"):
        body = line.strip()
        start = at + (len(line) - len(line.lstrip())) if body else at
        spans.append((start, start + len(body)))
        at += len(line) + 1
    return spans


def _without_quoted(folded: str, lines: list[Span]) -> tuple[list[Span], tuple[Span, ...]]:
    """Drop quoted earlier mail, and mail headings before the letter begins."""
    out: list[Span] = []
    end = len(folded)
    for found in _QUOTED_FROM.finditer(folded):
        before = [s for s in lines if s[0] < s[1] <= found.start() and folded[s[0]] != ">"]
        if len(before) >= 2:
            end = found.start()
            out.append((found.start(), len(folded)))
            break
    kept: list[Span] = []
    begun = False
    for a, b in lines:
        if a >= end:
            continue
        if b > a and folded[a] == ">":
            out.append((a, b))
            continue
        if not begun and b > a and _HEADING.fullmatch(folded, a, b):
            out.append((a, b))
            continue
        begun = begun or b > a
        kept.append((a, b))
    return kept, tuple(sorted(out))


def _greeting(folded: str, lines: list[Span]) -> tuple[Span, list[Span]]:
    """The greeting's span, and the lines after it."""
    filled = [n for n, (a, b) in enumerate(lines) if b > a][:14]
    for place, n in enumerate(filled):
        a, b = lines[n]
        line = folded[a:b]
        starts = _GREETING.match(line)
        if starts:
            inline = _INLINE.match(line)
            if inline and len(line) - inline.end(1) > 1 and not _ADDRESS.fullmatch(line, inline.end(1)):
                cut = a + inline.end(1)
                rest = cut + len(folded[cut:b]) - len(folded[cut:b].lstrip())
                return (a, cut), [(rest, b), *lines[n + 1 :]]
            if len(line) <= 120 and len(WORD.findall(line)) <= 14:
                return (a, b), lines[n + 1 :]
        elif place == 0 and _name_line(line):
            name = re.match(r"[^,:!]{2,50}[,:!](?=[ ]+\S)", line)
            if name:
                end = a + name.end()
                rest = end + len(folded[end:b]) - len(folded[end:b].lstrip())
                return (a, end), [(rest, b), *lines[n + 1 :]]
            return (a, b), lines[n + 1 :]
        if place == 0 and not starts:
            inline_name = re.match(
                r"([^\W\d_][\w.'-]+(?: [^\W\d_][\w.'-]+){0,2}),[ ]+(?:thank|i |it |just|many|hope|here|we )",
                line,
            )
            if inline_name:
                end = a + inline_name.end(1) + 1
                rest = end + len(folded[end:b]) - len(folded[end:b].lstrip())
                return (a, end), [(rest, b), *lines[n + 1 :]]
        if len(line) > 90:
            break
    return (0, 0), lines


def _name_line(line: str) -> bool:
    """Whether a first line is an address of a person: a title and a name, or a name and a comma."""
    if len(line) > 60 or not line:
        return False
    words = WORD.findall(line)
    if line[-1] in ",:" and 1 <= len(words) <= 6 and line[:2] != "i ":
        return True
    if line[-1] == "!" and "," in line and len(words) <= 4 and line[:2] != "i ":
        return True
    return bool(_TITLE_LINE.fullmatch(line)) and len(words) <= 6 and line[-1] not in ".?!"


def _closing(folded: str, lines: list[Span]) -> tuple[Span, Span, list[Span], tuple[Span, ...]]:
    """Closing formula and signature from the end; what stands after them (a P.S.) returns to the body."""
    none: Span = (0, 0)
    filled = [n for n, (a, b) in enumerate(lines) if b > a]
    for n in filled[-6:]:
        if n > filled[0] and _PS.match(folded, *lines[n]):
            before = _closing(folded, lines[:n])
            if before[0] != none or before[1] != none:
                return before[0], before[1], before[2], _paragraphs(folded, lines[n:])
            break
    for n in filled[-9:]:
        a, b = lines[n]
        line = folded[a:b]
        after = [m for m in filled if m > n]
        if n == filled[0] and line.endswith("."):
            continue
        known = len(line) <= 60 and _CLOSING_HEAD.match(line) and _is_closing(line, bool(after))
        if known or (1 <= len(after) <= 2 and n > filled[0] and _like_closing(folded, lines, n, after)):
            if any(lines[m][1] - lines[m][0] > 70 for m in after):
                continue
            signature = (lines[after[0]][0], lines[after[-1]][1]) if after else none
            return (a, b), signature, lines[:n], ()
    signature_lines = _bare_signature(folded, lines, filled)
    if signature_lines is not None:
        first = signature_lines
        return none, (lines[first][0], lines[filled[-1]][1]), lines[:first], ()
    return none, none, lines, ()


def _is_closing(line: str, followed: bool) -> bool:
    if _CLOSING.fullmatch(line):
        return True
    short = len(WORD.findall(line)) <= 9
    return (
        followed
        and short
        and line.endswith(",")
        and not re.search(r"\b(?:i|we|you|your|is|was|please)\b", line)
    )


def _like_closing(folded: str, lines: list[Span], n: int, after: list[int]) -> bool:
    """A closing in words that no list holds, or in another language: a few, a comma, then a name alone."""
    line = folded[slice(*lines[n])]
    words = WORD.findall(line)
    if not (line.endswith(",") and 1 <= len(words) <= 5) or re.search(r"[.!?]|\b(?:i|we|you|is|was)\b", line):
        return False
    names = [folded[slice(*lines[m])] for m in after]
    return all(len(name) <= 40 and len(WORD.findall(name)) <= 5 and name[-1] not in ",?!:" for name in names)


def _bare_signature(folded: str, lines: list[Span], filled: list[int]) -> int | None:
    """The first line of a signature that no closing formula announces: a name, then contact lines."""
    if len(filled) < 2:
        return None
    n = len(filled) - 1
    while n > 0 and _CONTACT.fullmatch(folded, *lines[filled[n]]):
        n -= 1
    a, b = lines[filled[n]]
    line = folded[a:b]
    words = WORD.findall(line)
    if not 1 <= len(words) <= 6 or len(line) > 50 or line[-1] in "?!:":
        return None
    if line[-1] == "." and (
        len(words) > 4 or re.search(r"\b(?:you|me|it|to|is|for|the|at|this|now)\b", line)
    ):
        return None
    if re.search(r"\b(?:i|you|your|is|was|me|thanks?|please|enjoy|for|the|with|regards)\b", line):
        return None
    return filled[n]


def _paragraphs(folded: str, lines: list[Span]) -> tuple[Span, ...]:
    spans: list[Span] = []
    start: int | None = None
    end = 0
    for a, b in lines:
        if b > a:
            start = a if start is None else start
            end = b
        elif start is not None:
            spans.append((start, end))
            start = None
    if start is not None:
        spans.append((start, end))
    return tuple(spans)


def _sentences(folded: str, paragraph: Span) -> list[Span]:
    a, b = paragraph
    spans: list[Span] = []
    start = a
    for found in _END.finditer(folded, a, b):
        end = found.end()
        if folded[found.start()] == ".":
            head = folded[max(start, found.start() - 8) : found.start() + 1]
            following = folded[end : end + 3].lstrip()
            if _ABBREVIATION.search(head) and end < b and len(found.group()) == 1:
                continue
            if _BULLET.fullmatch(folded, start, found.start() + 1) or (
                following[:1] in "-," and following[:1]
            ):
                continue
        if _bounds(folded, start, end) is not None:
            spans.append(_bounds(folded, start, end) or (start, end))
        start = end
    last = _bounds(folded, start, b)
    if last is not None:
        spans.append(last)
    return spans


def _bounds(folded: str, a: int, b: int) -> Span | None:
    piece = folded[a:b]
    body = piece.strip()
    if not body:
        return None
    start = a + len(piece) - len(piece.lstrip())
    return start, start + len(body)
