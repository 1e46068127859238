"""How long it takes to say a text."""

from __future__ import annotations

import re

from followup_kit.errors import CaseError, shorten

__all__ = ["RATE", "check_rate", "seconds_to_say", "spoken_words"]

RATE = 140
"""Words a minute of calm speech; our number."""

_FIGURES = re.compile(r"[\d+/().-]+")


def spoken_words(text: str) -> int:
    """The number of words that are said. A number of three or more figures is said figure by figure,
    an e-mail address with its "at" and its dots.

    >>> spoken_words("You reach me at 555 0142.")
    11
    >>> spoken_words("a.b@example.com")
    7
    """
    return sum(_said(word) for word in text.split())


def _said(word: str) -> int:
    if not any(c.isalnum() for c in word):
        return 0
    bare = word.strip(".,;:!?()[]\"'“”‘’")
    if "@" in bare:
        return len(re.findall(r"[^@.]+|[@.]", bare))
    figures = sum(c.isdigit() for c in bare)
    if _FIGURES.fullmatch(bare) and figures >= 3:
        return figures
    return 1


def seconds_to_say(text: str, rate: int = RATE) -> float:
    """Seconds to say a text, at ``rate`` words a minute.

    >>> seconds_to_say("Good morning, this is Amina.", 60)
    5.0
    """
    check_rate(rate)
    return spoken_words(text) * 60 / rate


def check_rate(rate: object) -> None:
    """Raise :class:`~followup_kit.errors.CaseError` where nobody speaks that fast or that slowly."""
    if isinstance(rate, bool) or not isinstance(rate, int) or not 40 <= rate <= 400:
        raise CaseError(
            f"The rate is a whole number of words a minute from 40 to 400, not {shorten(repr(rate))}."
        )
