"""Names of people: what stands on the card, and what a greeting makes of it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from followup_kit.letters.draft import WORD, fold, plain
from followup_kit.letters.similarity import near
from followup_kit.letters.words import word_lists
from followup_kit.records.letter import Span

__all__ = ["Greeted", "Person", "Token", "judge_greeting", "people", "tokens", "wrong_title"]

_JOIN = re.compile(r"\s*(?:,|;|&|/|\+|\band\b|\bund\b)\s*", re.I)
_INITIAL = re.compile(r"[^\W\d_]\.?$")
_TRANSLITERATED = (
    ("ä", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("å", "aa"),
    ("ø", "oe"),
    ("æ", "ae"),
    ("ø", "o"),
)


_STRETCHED = re.compile(r"(.)\1{2,}")
"""A letter held for long: "Heyyy" is "hey"."""


class Person(NamedTuple):
    """Somebody by the card: titles (folded), the parts of the name as written, and which of them is known how."""

    titles: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The name without its title."""
        return " ".join(self.parts)


class Token(NamedTuple):
    """One word of a greeting with its place in the letter."""

    text: str
    start: int
    end: int


class Greeted(NamedTuple):
    """What a greeting does with the name: ``right``, ``wrong``, ``doubt`` or ``nobody``; and why."""

    outcome: str
    reason: str = ""
    found: str = ""
    wanted: str = ""
    span: Span | None = None


@lru_cache(maxsize=256)
def people(name: str) -> tuple[Person, ...]:
    """The people in a name as noted; two may be joined by "and".

    >>> [p.parts for p in people("Ms. Ana Ruiz and Li Wei")]
    [('Ana', 'Ruiz'), ('Li', 'Wei')]
    """
    found = []
    for piece in _JOIN.split(name):
        person = _person(piece)
        if person.parts:
            found.append(person)
        elif person.titles and found and not found[-1].titles:
            found[-1] = Person(person.titles, found[-1].parts)
    return tuple(found)


def _person(piece: str) -> Person:
    lists = word_lists()
    titles: list[str] = []
    parts: list[str] = []
    for word in piece.replace("(", " ").replace(")", " ").split():
        bare = _key(word).rstrip(".")
        # "Ms. Tan Shuyun", "Mr. Dean Hall": after a title, or after a name, it is a name itself.
        named = (parts or _GENDERED.intersection(titles)) and bare in (
            lists.titles_that_are_names | lists.names_like_titles
        )
        if bare in lists.titles and not named:
            titles.append(bare)
            continue
        if bare in lists.suffixes:
            continue
        cleaned = word.strip('.,;:"')
        if cleaned:
            parts.append(unicodedata.normalize("NFC", cleaned))
    return Person(tuple(titles), tuple(parts))


def _key(word: str) -> str:
    """A word for comparing names: composed, small letters, plain quotes and hyphens; accents kept."""
    return fold(unicodedata.normalize("NFC", word))


def tokens(text: str, span: Span) -> list[Token]:
    """The words within a span, hyphenated names in one."""
    return [Token(m.group(), m.start(), m.end()) for m in WORD.finditer(text, *span)]


def judge_greeting(text: str, span: Span, who: str, others: tuple[str, ...]) -> Greeted:
    """Compare the names in a greeting with the card.

    Every name in the greeting must be one of the person's; a missing accent, a slip or somebody
    else's name is wrong; what the card cannot settle (a short form, half of a double name) is doubt.
    """
    wanted = people(who)
    said = _said(text, span)
    if not said:
        return Greeted("nobody", span=span if span[1] > span[0] else None, wanted=who)
    everyone = wanted
    hits, leftovers = _match(said, everyone)
    doubt: Greeted | None = None
    for token in leftovers:
        slip = _slip(token, everyone, hits)
        if slip is not None:
            if slip.outcome == "wrong":
                return slip
            doubt = doubt or slip
            continue
        other = _among(token, others)
        if other and not hits:
            return Greeted("wrong", "panel", token.text, who, (token.start, token.end))
        if token.text[:1].islower():
            continue
        if not hits:
            return _stranger(token, said, text, span, everyone)
        if _contradicts(token, everyone, hits, said):
            where = (token.start, token.end)
            if len(everyone) == 1 and _beside(text[hits[-1][0].end : token.start]):
                doubt = doubt or Greeted("doubt", "other", token.text, who, where)
                continue
            return Greeted("wrong", "other", token.text, who, where)
    if doubt is not None:
        return doubt
    if hits:
        first = min(said, key=lambda t: t.start)
        return Greeted("right", found=text[first.start : said[-1].end], span=(first.start, said[-1].end))
    return Greeted("nobody", span=span, wanted=who)


def _said(text: str, span: Span) -> list[Token]:
    """The words of a greeting that may be names: no greeting word, no title, no small word."""
    lists = word_lists()
    said: list[Token] = []
    titled = False
    for token in tokens(text, span):
        key = _key(token.text)
        bare = _STRETCHED.sub(r"\1", key.rstrip("."))
        suffix = re.match(r"(.+?)-(?:san|sama|sensei|kun|chan|ssi|nim|bhai|didi|boss|chef)$", key)
        if suffix:
            token = Token(token.text[: len(suffix.group(1))], token.start, token.start + len(suffix.group(1)))
            key = bare = suffix.group(1)
        no_name = bare in lists.greeting_words or bare in lists.titles or bare in lists.suffixes
        names = lists.names_like_titles if said else lists.titles_that_are_names if titled else frozenset()
        titled = bare in _GENDERED or bare in _LEARNED
        if no_name and not (bare in names and token.text[:1].isupper()):
            continue
        if _INITIAL.fullmatch(token.text):
            continue
        possessive = re.match(r"(.{2,})'s$", key)
        if possessive:
            token = Token(token.text[:-2], token.start, token.end - 2)
        said.append(token)
    return said


def _pieces(part: str) -> list[str]:
    """A name part and, if it is hyphenated, its halves."""
    key = _key(part)
    return [key, *key.split("-")] if "-" in key else [key]


def _match(said: list[Token], everyone: tuple[Person, ...]) -> tuple[list[tuple[Token, Person]], list[Token]]:
    hits: list[tuple[Token, Person]] = []
    rest: list[Token] = []
    for token in said:
        key = _key(token.text)
        owner = next((p for p in everyone for part in p.parts if _key(part).strip(".") == key), None)
        if owner is None:
            owner = next((p for p in everyone if _joined(key, p)), None)
        if owner is not None:
            hits.append((token, owner))
        else:
            rest.append(token)
    return hits, rest


def _joined(key: str, person: Person) -> bool:
    """Whether a word is several parts of the name with a hyphen for the blank, as the card has them."""
    pieces = {piece for part in person.parts for piece in _pieces(part)}
    return "-" in key and all(piece in pieces for piece in key.split("-"))


def _slip(token: Token, everyone: tuple[Person, ...], hits: list[tuple[Token, Person]]) -> Greeted | None:
    """What is wrong with one word, if it is meant as a part of the card's name."""
    key = _key(token.text)
    where: Span = (token.start, token.end)
    lists = word_lists()
    used = {_key(t.text) for t, _ in hits}
    best: Greeted | None = None
    for person in everyone:
        for part in person.parts:
            wanted = _key(part).strip(".")
            if wanted in used:
                continue
            if "-" in wanted and key in wanted.split("-"):
                return Greeted("doubt", "half", token.text, part, where)
            if _transliterates(wanted, key):
                return Greeted("doubt", "transliterated", token.text, part, where)
            if plain(key) == plain(wanted):
                reason = "accent" if _accented(wanted) or _accented(key) else "slip"
                return Greeted("wrong", reason, token.text, part, where)
            if key.replace("-", "") == wanted.replace("-", ""):
                return Greeted("wrong", "hyphen", token.text, part, where)
            short = wanted in lists.short_names.get(key, ()) or key in lists.short_names.get(wanted, ())
            if short and not near(plain(key), plain(wanted)):
                best = best or Greeted("doubt", "short", token.text, part, where)
                continue
            if best is None and (near(key, wanted) or near(plain(key), plain(wanted))):
                best = Greeted("wrong", "slip", token.text, part, where)
    return best


def _accented(word: str) -> bool:
    return any(ord(c) > 127 for c in word)


def _transliterates(wanted: str, key: str) -> bool:
    """Whether the card's special letters are written out the accepted way (ö → oe)."""
    if not _accented(wanted) or _accented(key):
        return False
    written = wanted
    for letter, pair in _TRANSLITERATED[:-1]:
        written = written.replace(letter, pair)
    return written != wanted and plain(written) == key


def _among(token: Token, others: tuple[str, ...]) -> bool:
    key = _key(token.text)
    return any(_key(part) == key for other in others for p in people(other) for part in p.parts)


def _stranger(
    token: Token, said: list[Token], text: str, span: Span, everyone: tuple[Person, ...]
) -> Greeted:
    """A greeting none of whose names is on the card."""
    where: Span = (said[0].start, said[-1].end)
    found = text[where[0] : where[1]]
    titled = any(_key(t.text).rstrip(".") in word_lists().titles for t in tokens(text, span))
    card = everyone[0] if everyone else Person((), ())
    one_word = len(said) == 1
    if len(card.parts) == 1 and one_word and bool(card.titles) != titled:
        # "Mrs. Keller" on the card and "Dear Susan": it may be her first name.
        return Greeted("doubt", "unknown", found, card.shown, where)
    return Greeted("wrong", "other", found, card.shown, where)


def _beside(between: str) -> bool:
    """Whether the words before a further name greet somebody else too: "Dear Dr Baek, dear Dr Lindholm"."""
    words = [_key(w).rstrip(".") for w in WORD.findall(between)]
    joined = "," in between or "&" in between or "and" in words
    return joined and any(w == "dear" or w in word_lists().titles for w in words)


def _contradicts(
    token: Token, everyone: tuple[Person, ...], hits: list[tuple[Token, Person]], said: list[Token]
) -> bool:
    """Whether a further name cannot belong to the person who was greeted rightly."""
    owners = {p for _, p in hits}
    if any(len(p.parts) == 1 for p in owners):
        return False
    for owner in owners:
        mine = [t for t, p in hits if p == owner]
        if len(mine) >= 2 and mine[0].start < token.start < mine[-1].start:
            return False
    return True


_MALE = frozenset(
    {
        "mr",
        "sir",
        "herr",
        "monsieur",
        "m",
        "señor",
        "sr",
        "signor",
        "sig",
        "senhor",
        "don",
        "pan",
        "hr",
        "mister",
        "meneer",
        "gospodin",
    }
)
_FEMALE = frozenset(
    {
        "ms",
        "mrs",
        "miss",
        "madam",
        "mme",
        "madame",
        "frau",
        "señora",
        "sra",
        "signora",
        "senhora",
        "dona",
        "doña",
        "pani",
        "mlle",
        "mademoiselle",
        "srta",
        "señorita",
        "fru",
        "mevrouw",
        "dame",
        "dra",
    }
)
_GENDERED = _MALE | _FEMALE
_LEARNED = frozenset({"dr", "doctor", "prof", "professor", "dra", "doctora", "dott", "doutor"})
_HIGH = frozenset({"prof", "professor"})


def wrong_title(said: str, card: tuple[str, ...]) -> str:
    """How a title differs from the card's: ``wrong``, ``doubt`` or nothing.

    >>> wrong_title("mr", ("ms",)), wrong_title("ms", ("mrs",)), wrong_title("dr", ("prof",))
    ('wrong', '', 'doubt')
    """
    if not card or said in card:
        return ""
    wanted = set(card)
    if (said in _MALE and wanted & _FEMALE) or (said in _FEMALE and wanted & _MALE):
        return "wrong"
    if wanted & _LEARNED and said not in _LEARNED and (said in _MALE or said in _FEMALE):
        return "wrong"
    if said in _LEARNED and not wanted & _LEARNED:
        return "wrong" if wanted <= _GENDERED else "doubt"
    if (said in _HIGH and not wanted & _HIGH) or (wanted & _HIGH and said in _LEARNED and said not in _HIGH):
        return "doubt"
    if said in {"mrs", "miss"} and wanted & {"ms", "mrs", "miss"}:
        return "doubt"
    return ""
