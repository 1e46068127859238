"""Comparators: what makes one answer right, and what to say where it is not.

A comparator takes the value that was read and returns ``""`` where it is right, or else why not, in
the words of the rule. ``because`` is the rule in one sentence; it helps without giving the answer.
``slips`` maps wrong answers that people really give to a sentence of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from followup_kit.course.answers import say_day
from followup_kit.errors import near_matches
from followup_kit.records.base import Record

__all__ = ["ChoiceIs", "ChoicesAre", "Comparator", "DayIs", "NameIs", "NumberIs", "TextPasses", "YesIs"]

Comparator = Callable[[Any], str]


class DayIs(Record, frozen=True, kw_only=True):
    """Right is one day, written YYYY-MM-DD here; the keys of ``slips`` too.

    >>> call = DayIs(day="2026-03-17", because="The call comes the day after the promised date.")
    >>> call(dt.date(2026, 3, 17))
    ''
    >>> call(dt.date(2026, 3, 16))
    'Mon 16 March 2026 is too early. The call comes the day after the promised date.'
    """

    day: str
    because: str
    slips: Mapping[str, str] = {}

    def __call__(self, value: dt.date) -> str:
        right = dt.date.fromisoformat(self.day)
        if value == right:
            return ""
        if slip := self.slips.get(value.isoformat()):
            return slip
        if (value.month, value.day) == (right.month, right.day):
            return f"Day and month are right; the year is {right.year}."
        where = "too early" if value < right else "too late"
        return f"{say_day(value)} is {where}. {self.because}"


class NumberIs(Record, frozen=True, kw_only=True):
    """Right is one number, or one no further from it than ``within``.

    >>> NumberIs(number=10, because="Both Sundays are left out.")(12)
    '12 is too many. Both Sundays are left out.'
    """

    number: float
    because: str
    within: float = 0
    slips: Mapping[float, str] = {}

    def __call__(self, value: float) -> str:
        if abs(value - self.number) <= self.within:
            return ""
        return (
            self.slips.get(value)
            or f"{value} is too {'many' if value > self.number else 'few'}. {self.because}"
        )


class ChoiceIs(Record, frozen=True, kw_only=True):
    """Right is one of the options, or any of several.

    >>> ChoiceIs(option="phone", because="Here the first question after the date is a call.")("email")
    'Here the first question after the date is a call.'
    """

    option: str | tuple[str, ...]
    because: str
    slips: Mapping[str, str] = {}

    def __call__(self, value: str) -> str:
        right = (self.option,) if isinstance(self.option, str) else self.option
        return "" if value in right else self.slips.get(value) or self.because


class ChoicesAre(Record, frozen=True, kw_only=True):
    """Right are these options and no others; ``slips`` says why an option is wanted or not.

    >>> both = ChoicesAre(options=("email", "card"), because="This source wants two things.")
    >>> both(frozenset({"email"}))
    'One is missing. This source wants two things.'
    """

    options: tuple[str, ...]
    because: str
    slips: Mapping[str, str] = {}

    def __call__(self, value: Iterable[str]) -> str:
        given, right = set(value), set(self.options)
        if given == right:
            return ""
        extra, missing = sorted(given - right), sorted(right - given)
        for option in (*extra, *missing):
            if option in self.slips:
                return self.slips[option]
        if extra:
            return f"{_count(extra)} too many: {', '.join(extra).replace('_', ' ')}. {self.because}"
        return f"{_count(missing)} {'is' if len(missing) == 1 else 'are'} missing. {self.because}"


def _count(items: list[str]) -> str:
    words = ("none", "One", "Two", "Three", "Four", "Five")
    return words[len(items)] if len(items) < len(words) else str(len(items))


class YesIs(Record, frozen=True, kw_only=True):
    """Right is yes (``yes`` true) or no.

    >>> YesIs(yes=False, because="It says to call once.")(True)
    'It says to call once.'
    """

    yes: bool
    because: str

    def __call__(self, value: bool) -> str:
        return "" if value is self.yes else self.because


class NameIs(Record, frozen=True, kw_only=True):
    """Right is a name, letter for letter: accents count, capitals and spaces at the ends do not.

    >>> NameIs(name="Zoë Özdemir", because="Copy it from the card.")("Zoe Özdemir")
    'Close, but not letter for letter. Copy it from the card.'
    """

    name: str
    because: str
    slips: Mapping[str, str] = {}

    def __call__(self, value: str) -> str:
        if value.casefold() == self.name.casefold():
            return ""
        if slip := self.slips.get(value.casefold()):
            return slip
        close = (
            "Close, but not letter for letter. "
            if near_matches(value, [self.name])
            else "That is another name. "
        )
        return close + self.because


class TextPasses(Record, frozen=True, kw_only=True):
    """Right is a text to which none of ``rules`` objects; each is a function from the text to ``""`` or why not.

    >>> TextPasses(rules=(lambda text: "" if "thank" in text.lower() else "It does not say thank you.",))("Hi")
    'It does not say thank you.'
    """

    rules: tuple[Callable[[str], str], ...]

    def __call__(self, value: str) -> str:
        return " ".join(filter(None, (rule(value) for rule in self.rules)))
