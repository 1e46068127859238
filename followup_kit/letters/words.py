"""The word lists of the checker, read from data once."""

from __future__ import annotations

from functools import lru_cache

from followup_kit.advice.loading import load_data
from followup_kit.records.base import DataRecord

__all__ = ["WordLists", "word_lists"]


class _File(DataRecord, frozen=True, kw_only=True):
    titles: str
    titles_that_are_names: str
    names_like_titles: str
    suffixes: str
    greeting_words: str
    short_names: tuple[str, ...]
    calendar: str
    generic_company: str
    topic_stop: str
    english: str
    past_verbs: str
    shared_past: str
    known_words: str


class WordLists(DataRecord, frozen=True, kw_only=True):
    """Sets of folded words; ``short_names`` maps a name to the names that it may stand for."""

    titles: frozenset[str]
    titles_that_are_names: frozenset[str]
    names_like_titles: frozenset[str]
    suffixes: frozenset[str]
    greeting_words: frozenset[str]
    short_names: dict[str, frozenset[str]]
    calendar: frozenset[str]
    generic_company: frozenset[str]
    topic_stop: frozenset[str]
    english: frozenset[str]
    past_verbs: frozenset[str]
    shared_past: frozenset[str]
    known_words: frozenset[str]


@lru_cache(maxsize=1)
def word_lists() -> WordLists:
    """All lists.

    >>> "mr" in word_lists().titles
    True
    """
    raw = load_data("checklists/words.toml", _File)
    short: dict[str, set[str]] = {}
    for line in raw.short_names:
        names = line.split()
        for name in names:
            short.setdefault(name, set()).update(n for n in names if n != name)
    fields = {
        name: frozenset(getattr(raw, name).split())
        for name in _File.__struct_fields__
        if name != "short_names"
    }
    return WordLists(short_names={k: frozenset(v) for k, v in short.items()}, **fields)
