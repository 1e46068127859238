"""One answer as it was understood, and what all readers of answers begin with."""

from __future__ import annotations

import unicodedata
from typing import Any

from followup_kit.records.base import Record

__all__ = ["Given", "folded", "is_blank", "tidy"]

_QUOTES = "\"'`´“”„‟‘’‚«»‹›＂＇ "
_DEEP = 20


class Given(Record, frozen=True, kw_only=True):
    """One answer as it was understood: ``value``, or a ``problem`` in one sentence. ``shown`` is the value in words."""

    value: Any = None
    shown: str = ""
    problem: str = ""


def is_blank(answer: object, _depth: int = 0) -> bool:
    """True for an answer that was left as it stood: nothing, an ellipsis, only spaces or dots, an empty list.

    >>> [is_blank(a) for a in (None, ..., "", " … ", [], "0", 0)]
    [True, True, True, True, True, False, False]
    """
    if answer is None or answer is Ellipsis:
        return True
    if isinstance(answer, str):
        return not answer.strip(" \t\r\n\u00a0\u202f\u200b\ufeff._…?-–")
    if isinstance(answer, list | tuple | set | frozenset | dict):
        # A list may hold itself; whatever is nested so deeply was not left as it stood.
        return _depth < _DEEP and all(is_blank(a, _depth + 1) for a in answer)
    return False


def tidy(answer: object) -> str:
    """The text of an answer: one kind of space, composed letters, no quotation marks around it.

    >>> tidy(" „17\\u00a0March“ ")
    '17 March'
    """
    # Half a sign (a lone surrogate) could be kept, but neither written nor shown.
    text = unicodedata.normalize("NFC", str(answer)).encode("utf-8", "replace").decode()
    text = "".join(c for c in text if c not in "\u200b\u200e\u200f\u2060\ufeff\u00ad")
    return " ".join(text.split()).strip(_QUOTES)


def folded(answer: object) -> str:
    """The same in small letters, with wide letters and figures as plain ones.

    >>> folded("１７ MARCH")
    '17 march'
    """
    return unicodedata.normalize("NFKC", tidy(answer)).casefold().strip(_QUOTES)
