"""Finding a person's name and addresses in texts, however they are written, and taking them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar
from unicodedata import combining, normalize

from followup_kit.records.case import Person
from followup_kit.records.journal import PersonRow

__all__ = ["FORGOTTEN", "all_of", "parts_of", "plain_letters", "same_letters", "without"]

FORGOTTEN = "[forgotten]"
"""Stands where a name stood in the learner's own texts."""

# Shorter parts of a name, and titles, stand in too many other words.
_TITLES = frozenset(
    {"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "sir", "dame", "von", "van", "de"}
)
Finder = re.Pattern[str] | None
T = TypeVar("T")


def all_of(person: Person | PersonRow) -> Finder:
    """What finds the whole name, and the addresses; None where there is nothing to find."""
    return _written(_whole(person))


def parts_of(person: Person | PersonRow) -> Finder:
    """What finds these, and each part of the name of three letters or more where it is a word of its own."""
    parts = [p for p in re.split(r"[\s,.]+", person.name) if len(p) >= 3 and p.casefold() not in _TITLES]
    return _written([*_whole(person), *parts])


def without(value: T, find: Finder) -> T:
    """The value with every text in it cleaned; so are the keys of a dict.

    >>> without(("Dear Ms Ruiz,", 1), parts_of(Person(name="Ana Ruiz")))
    ('Dear Ms [forgotten],', 1)
    """
    if find is None:
        return value
    if isinstance(value, str):
        return find.sub(FORGOTTEN, value)  # type: ignore[return-value]
    if isinstance(value, tuple | list):
        return type(value)(without(v, find) for v in value)
    if isinstance(value, dict):
        return {without(k, find): without(v, find) for k, v in value.items()}  # type: ignore[return-value]
    return value


def same_letters(text: str) -> str:
    """The text without what makes no other name of it: capitals, spaces, and accents of either form.

    >>> same_letters("Zoe\u0308  Ruiz ") == same_letters("zo\u00eb ruiz")
    True
    """
    return " ".join(normalize("NFC", text).casefold().split())


def plain_letters(text: str) -> str:
    """The text without accents; empty where letters would be lost with them."""
    plain = "".join(c for c in normalize("NFKD", text) if not combining(c))
    return plain if plain.isascii() else ""


def _whole(person: Person | PersonRow) -> list[str]:
    return [t for t in (person.name, person.email, person.phone, person.address) if t.strip()]


def _written(words: Iterable[str]) -> Finder:
    """Finds words in any case, with any space between, with accents of either form or none."""
    every = (f for w in words for f in (w, normalize("NFC", w), normalize("NFD", w), plain_letters(w)))
    patterns = [
        r"\s+".join(map(re.escape, f.split()))
        for f in sorted({f for f in every if f.strip()}, key=len, reverse=True)
    ]
    if not patterns:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?![\w\u0300-\u036f])", re.IGNORECASE)
