"""Proofreading: spelling at one letter's distance, doubled words, slips that are words, missing ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Any

from followup_kit.letters.draft import WORD, fold, plain
from followup_kit.letters.look import Found, Look
from followup_kit.letters.words import word_lists
from followup_kit.records.letter import Item, Sentence, Span

__all__ = ["is_word", "misspelt", "proofread", "suggest"]

FREQUENT = 3e-7
"""How common a word must be in English, as a share, to be what was meant."""

COMMON = 1e-5
"""How common it must be for a word of up to five letters: there, names of trades and dialects lie one letter away from much."""

_DOUBLED = re.compile(r"\b([^\W\d_]+)[ \n]+\1\b")
_DOUBLES = frozenset(
    {
        "had",
        "that",
        "very",
        "so",
        "please",
        "many",
        "bye",
        "no",
        "yes",
        "ha",
        "hear",
        "there",
        "really",
        "much",
        "long",
        "more",
        "ever",
        "far",
        "knock",
        "wagga",
        "bora",
        "pago",
        "sing",
        "walla",
        "is",
        "who",
        "do",
        "her",
    }
)
_SMALL_I = re.compile(r"(?<![\w.'\u2019@/&-])i(?=(?:['\u2019](?:m|d|ll|ve)\b| [a-z]))(?!\.)")
_MISPLACED = re.compile(
    r"(?<=[a-z]) [.,;](?=[A-Za-z]{2}| [a-zA-Z])|(?<=[a-z]{2})[,;!?](?=[a-zA-Z]{3})|(?<=[a-z]{3})\.(?=[A-Z][a-z]{2,} [a-z])"
)
"""A stop or comma on the wrong side of its blank, or without one."""
_ENDED = re.compile(r"[.!?:;\u2026,)\]\"'\u201d\u2019*]$|\S+/\S*$|\S+@\S+$")


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    """The English word list, loaded when the first letter is proofread."""
    from spellchecker import SpellChecker

    return SpellChecker(language="en", distance=1)


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Whether a folded word is English, British or American.

    >>> is_word("programme"), is_word("intervew")
    (True, False)
    """
    if not word or word in word_lists().known_words:
        return True
    known = _dictionary().word_frequency.dictionary
    if word in known:
        return True
    for ending, instead in _ENDINGS:
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= 3
            and (
                word[: -len(ending)] + instead in known
                or word[: -len(ending)] + instead in word_lists().known_words
            )
        ):
            return True
    for start in (
        "re",
        "un",
        "non",
        "pre",
        "over",
        "under",
        "out",
        "mis",
        "anti",
        "multi",
        "inter",
        "sub",
        "semi",
        "micro",
        "mid",
        "co",
    ):
        if word.startswith(start) and len(word) - len(start) >= 4 and word[len(start) :] in known:
            return True
    return False


LONGEST = 40
"""Letters of the longest word that is looked up; what is longer is none."""
SHORTEST_PART = 3
PART = 2e-5
"""How common both halves of a compound must be."""


@lru_cache(maxsize=5_000)
def _compound(word: str) -> bool:
    """Whether an unknown word is two common ones in one, as trades write them ("laytime", "callouts").

    A blank left out is none: a small word such as "the" or "you" is no half of a compound.
    """
    frequency = _dictionary().word_usage_frequency
    bare = word.removesuffix("s")
    return any(
        first not in _NO_HALVES
        and second not in _NO_HALVES
        and min(frequency(first), frequency(second)) >= PART
        for cut in range(SHORTEST_PART, len(bare) - SHORTEST_PART + 1)
        for first, second in [(bare[:cut], bare[cut:])]
    )


_NO_HALVES = frozenset(
    "the and you your for with this that not are was were have has had but all any can her him his how its may new now our per she"
    " they them then there thank thanks full fully ness well too very will would what when who why yes from been about able ever every"
    " here just like more most much one own than their these those where which while com don con pro red ting".split()
)

_ENDINGS = (
    ("'s", ""), ("s'", "s"), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"),
    ("ly", ""), ("ness", ""), ("less", ""), ("able", ""), ("ies", "y"), ("ied", "y"), ("ier", "y"), ("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing"),
    ("ises", "izes"), ("yse", "yze"), ("ysed", "yzed"), ("our", "or"), ("oured", "ored"), ("ours", "ors"), ("ouring", "oring"), ("lled", "led"), ("lling", "ling"), ("tre", "ter"), ("bre", "ber"),
    ("ful", ""), ("like", ""), ("wise", ""), ("ship", ""), ("most", ""),
)  # fmt: skip


@lru_cache(maxsize=5_000)
def suggest(word: str) -> str:
    """The commonest English word one letter away from a word that is none, or nothing.

    >>> suggest("intervew")
    'interview'
    """
    speller = _dictionary()
    near = [w for w in speller.edit_distance_1(word) if w in speller.word_frequency.dictionary]
    needed = COMMON if len(word) <= 5 else FREQUENT
    near = [w for w in near if speller.word_usage_frequency(w) >= needed and len(w) >= 3]
    best = max(near, key=speller.word_usage_frequency, default="")
    return str(best)


def proofread(look: Look, item: Item) -> Found:
    """Obvious slips; phrasing that is only foreign is none."""
    wrong: list[tuple[Span, str]] = []
    doubt: list[Span] = []
    for span, instead in misspelt(look):
        wrong.append((span, instead))
        if len(wrong) >= 6:
            break
    text, folded = look.draft.text, look.draft.folded
    for a, b in look.draft.paragraphs:
        for found in _DOUBLED.finditer(folded, a, b):
            if found.group(1) not in _DOUBLES and not text[found.start()].isupper():
                wrong.append((found.span(), found.group(1)))
            elif found.group(1) == "is" and text[found.start() : found.end()].islower():
                doubt.append(found.span())
        wrong += [(m.span(), "") for m in _MISPLACED.finditer(text, a, b)][:3]
        wrong += [(m.span(), "I") for m in _SMALL_I.finditer(text, a, b)][:3]
        wrong += _small_starts(look, (a, b))[:3]
        if _unended(look, (a, b)):
            doubt += [(s.start, s.end) for s in _sentences_of(look, (a, b))[-1:]]
    for hit in look.hits("proofread"):
        if hit.strength == "sure":
            wrong.append((look.trim((hit.start, hit.end)), ""))
        else:
            doubt.append(look.trim((hit.start, hit.end)))
    if wrong:
        wrong.sort()
        first = wrong[0]
        spans = sorted({s for s, _ in wrong})
        return Found(
            verdict="breach",
            spans=tuple(_apart(spans)),
            found=text[slice(*first[0])],
            wanted=next((w for _, w in wrong if w), ""),
        )
    if doubt:
        return Found(verdict="check_yourself", spans=tuple(_apart(sorted(set(doubt)))[:2]))
    return Found(verdict="met")


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _sentences_of(look: Look, paragraph: Span) -> tuple[Sentence, ...]:
    """The sentences that begin in a paragraph; both stand in the order of the text."""
    sentences = look.draft.sentences
    first, last = (bisect_left(sentences, place, key=lambda s: s.start) for place in paragraph)
    return sentences[first:last]


def _small_starts(look: Look, paragraph: Span) -> list[tuple[Span, str]]:
    """Sentences that begin small after a full one."""
    text = look.draft.text
    found = []
    for sentence in _sentences_of(look, paragraph):
        before = text[max(paragraph[0], sentence.start - 4) : sentence.start].rstrip()
        word = WORD.match(text, sentence.start)
        if not paragraph[0] < sentence.start < paragraph[1] or word is None or len(word.group()) < 2:
            continue
        if word.group().islower() and before[-1:] in {".", "!", "?"} and before[-2:-1].isalpha():
            found.append((word.span(), word.group().capitalize()))
    return found


def _unended(look: Look, paragraph: Span) -> bool:
    a, b = paragraph
    line = look.draft.text[a:b].rstrip()
    words = WORD.findall(line)
    if len(words) < 6 or ("\n" in line and re.search(r"^\s*(?:\d|[-*\u2022])", line, re.M)):
        return False
    tail = line[-1]
    return (tail.isalnum()) and not _ENDED.search(line)


def misspelt(look: Look) -> list[tuple[Span, str]]:
    """Small-letter words that are no English but one letter from a common word, and that word."""
    return look.once("misspelt", lambda: _search_misspelt(look))


def _search_misspelt(look: Look) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    text = look.draft.text
    names = _names(look)
    start, end = look.body
    seen: dict[str, str] = {}
    for m in WORD.finditer(text, start, end):
        word = m.group()
        if not 4 <= len(word) <= LONGEST or not word.islower() or any(c.isdigit() for c in word):
            continue
        if not word.isascii() and not _near_ascii(word):
            continue
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        if (
            before in {"@", "/", ".", "#", "_"}
            or after in {"@", "/", "_"}
            or (after == "." and text[m.end() + 1 : m.end() + 2].isalnum())
        ):
            continue
        for part in _parts(word):
            key = fold(part[0])
            if len(key) < 4 or key in names:
                continue
            if key not in seen:
                seen[key] = "" if is_word(key) or _compound(key) else suggest(key)
            if seen[key] and not _same_family(key, seen[key]):
                found.append(((m.start() + part[1], m.start() + part[1] + len(part[0])), seen[key]))
    return found


def _near_ascii(word: str) -> bool:
    return all(ord(c) < 128 or c in "\u2019\u2011" for c in word)


def _parts(word: str) -> list[tuple[str, int]]:
    if "-" not in word and "\u2011" not in word:
        return [(word, 0)]
    return [(m.group(), m.start()) for m in re.finditer(r"[^\u2011-]+", word)]


def _names(look: Look) -> frozenset[str]:
    """Small-letter forms of every capitalised word in the letter and of the context's words."""
    names = {fold(m.group()) for m in WORD.finditer(look.draft.text) if m.group()[0].isupper()}
    names |= {
        fold(w)
        for value in (*look.context.topics, look.context.position, look.context.company, look.context.subject)
        for w in WORD.findall(value)
    }
    names |= {part for w in list(names) for part in w.split("-")}
    return frozenset(names | {plain(n) for n in names})


def _same_family(word: str, near: str) -> bool:
    """Whether the suggestion is only another form, so that the word may be a rare but right one."""
    return word == near + "s" or near == word + "s" or word.replace("-", "") == near
