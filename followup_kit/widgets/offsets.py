"""Places in a text as a browser counts them (UTF-16 units) and as Python does (code points).

Everything in this package counts code points. The two differ from the first emoji on: a code point
above U+FFFF is two units. They are converted here and nowhere else, once, at the browser's edge.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

__all__ = ["clean", "from_utf16", "to_utf16"]

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")
_BREAK = re.compile("\r\n?")


def clean(text: str) -> str:
    """``text`` as a text area holds it: line ends are ``\\n``, half characters are U+FFFD.

    >>> clean("one\\r\\ntwo\\rthree")
    'one\\ntwo\\nthree'
    """
    return _HALF.sub("\ufffd", _BREAK.sub("\n", text))


def to_utf16(text: str, spans: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Spans in code points as spans in UTF-16 units of the same text.

    >>> to_utf16("😀 thanks", [(2, 8)])
    [[3, 9]]
    """
    wide = [m.start() for m in _WIDE.finditer(text)]
    return [[place + bisect_left(wide, place) for place in span] for span in spans]


def from_utf16(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in UTF-16 units as spans in code points; a span that cuts a character in two takes all of it.

    >>> from_utf16("😀 thanks", [(3, 9), (1, 2)])
    [(2, 8), (0, 1)]
    """
    # The unit at which each wide character begins: its code point plus the wide ones before it.
    wide = [m.start() + n for n, m in enumerate(_WIDE.finditer(text))]
    most = len(text) + len(wide)
    found = []
    for span in spans:
        start, end = (min(max(unit, 0), most) for unit in span)
        first, last = bisect_left(wide, start), bisect_left(wide, end)
        cut = last > 0 and wide[last - 1] == end - 1
        found.append((start - first, end - last + cut))
    return found
