"""Text as the numbers that MiniLM reads: lower-case words, cut into the longest pieces of its list.

The list, ``wordpieces.txt``, is that of BERT's uncased English model (Google, Apache License 2.0);
the model's own package does not carry it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

__all__ = ["pieces"]

LONGEST_WORD = 100
_SIGNS = r"!-/:-@\[-`{-~\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u3400-\u9fff"
_PARTS = re.compile(rf"[^\s{_SIGNS}]+|\S")
"""A word, or one sign; Chinese characters stand alone, as the model learned them."""


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    lines = (Path(__file__).parent / "wordpieces.txt").read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def pieces(text: str) -> list[int]:
    """The numbers of the pieces of ``text``, between the signs for its start and its end.

    >>> pieces("Thanks, Zoë!")
    [101, 4283, 1010, 11199, 999, 102]
    """
    numbers = _numbers()
    plain = "".join(
        c
        for c in unicodedata.normalize("NFD", text.lower())
        if unicodedata.category(c) not in {"Mn", "Cf", "Cc"} or c in "\t\n\r"
    )
    found = [numbers["[CLS]"]]
    for part in _PARTS.findall(plain):
        found += _cut(part, numbers)
    return [*found, numbers["[SEP]"]]


def _cut(word: str, numbers: dict[str, int]) -> list[int]:
    """The longest piece that begins a word, then the longest that goes on, and so forth."""
    if len(word) > LONGEST_WORD:
        return [numbers["[UNK]"]]
    found = []
    start = 0
    while start < len(word):
        end = len(word)
        while end > start and ("##" if start else "") + word[start:end] not in numbers:
            end -= 1
        if end == start:
            return [numbers["[UNK]"]]
        found.append(numbers[("##" if start else "") + word[start:end]])
        start = end
    return found
