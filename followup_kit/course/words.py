"""The words of the course in plain language."""

from __future__ import annotations

from functools import cache
from html import escape

from followup_kit.advice.loading import load_data
from followup_kit.course.markup import Shown
from followup_kit.course.registry import lesson, lesson_ids
from followup_kit.errors import UnknownName
from followup_kit.records.base import DataRecord, Record

__all__ = ["Glossary", "Word", "glossary", "words"]


class Word(DataRecord, frozen=True, kw_only=True):
    """One word, what it means in plain language, and the lesson that teaches it."""

    word: str
    plain: str
    lesson: str


class _WordFile(DataRecord, frozen=True, kw_only=True):
    words: tuple[Word, ...]


class Glossary(Shown, Record, frozen=True, kw_only=True):
    """Some words with their meanings, shown as a list of terms."""

    words: tuple[Word, ...]

    def as_text(self) -> str:
        return "\n".join(f"{w.word}: {w.plain}" for w in self.words)

    def as_html(self) -> str:
        items = "".join(
            f"<dt><strong>{escape(w.word)}</strong></dt><dd>{escape(w.plain)}{_taught(w)}</dd>"
            for w in self.words
        )
        return f"<dl>{items}</dl>"


def _taught(word: Word) -> str:
    """A link to the lesson that teaches the word, where that lesson is there."""
    if word.lesson not in lesson_ids():
        return ""
    one = lesson(word.lesson)
    return f' <a href="{escape(one.notebook)}">Lesson {escape(one.id)}: {escape(one.title)}</a>'


@cache
def words() -> dict[str, Word]:
    """All words, in the order in which a learner meets them in the file.

    >>> words()["roll"].lesson
    '04'
    """
    return {w.word: w for w in load_data("glossary.toml", _WordFile).words}


def glossary(*which: str) -> Glossary:
    """These words, or all in alphabetical order where none is named.

    >>> print(glossary("working day"))
    working day: A day that is neither on the weekend of your country nor a public holiday there.
    """
    known = words()
    for word in which:
        if word not in known:
            raise UnknownName("word in the glossary", word, known)
    return Glossary(words=tuple(known[w] for w in (which or sorted(known))))
