"""How alike two words are: edit distance with swaps, and Jaro–Winkler.

``rapidfuzz`` is used where it is installed; the verdicts are the same without it.
"""

from __future__ import annotations

from typing import Any

_OSA: Any
_JaroWinkler: Any
try:
    from rapidfuzz.distance import OSA as _OSA
    from rapidfuzz.distance import JaroWinkler as _JaroWinkler
except ImportError:  # the browser has no rapidfuzz
    _OSA = _JaroWinkler = None

__all__ = ["distance", "jaro_winkler", "near"]

LONGEST = 40
"""Longer words are no names; they are compared by their beginning only."""


def distance(a: str, b: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours between two words.

    >>> distance("sjöström", "sjöstörm"), distance("sara", "sarah")
    (1, 1)
    """
    if _OSA is not None:
        return int(_OSA.distance(a[:LONGEST], b[:LONGEST]))
    return plain_distance(a[:LONGEST], b[:LONGEST])


def plain_distance(a: str, b: str) -> int:
    """The same in plain Python."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def jaro_winkler(a: str, b: str) -> float:
    """Likeness between 0 and 1 that weighs the beginning of the words.

    >>> round(jaro_winkler("dwayne", "duane"), 2)
    0.84
    """
    if _JaroWinkler is not None:
        return float(_JaroWinkler.similarity(a[:LONGEST], b[:LONGEST]))
    return plain_jaro_winkler(a[:LONGEST], b[:LONGEST])


def plain_jaro_winkler(a: str, b: str) -> float:
    """The same in plain Python."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    reach = max(max(len(a), len(b)) // 2 - 1, 0)
    taken = [False] * len(b)
    ours: list[str] = []
    for i, x in enumerate(a):
        for j in range(max(0, i - reach), min(len(b), i + reach + 1)):
            if not taken[j] and b[j] == x:
                taken[j] = True
                ours.append(x)
                break
    if not ours:
        return 0.0
    theirs = [y for j, y in enumerate(b) if taken[j]]
    swaps = sum(x != y for x, y in zip(ours, theirs, strict=True)) // 2
    m = len(ours)
    jaro = (m / len(a) + m / len(b) + (m - swaps) / m) / 3
    prefix = 0
    for x, y in zip(a[:4], b[:4], strict=False):
        if x != y:
            break
        prefix += 1
    return jaro + prefix * 0.1 * (1 - jaro) if jaro > 0.7 else jaro


def near(a: str, b: str) -> bool:
    """Whether one word is likely a slip of the other: close, but not the same.

    >>> near("kaplin", "kaplan"), near("baker", "keller")
    (True, False)
    """
    if a == b or not a or not b:
        return False
    if abs(len(a) - len(b)) > 3:
        return False
    apart = distance(a, b)
    shorter = min(len(a), len(b))
    if apart <= (1 if shorter <= 4 else 2 if shorter <= 8 else 3):
        return True
    return shorter >= 5 and jaro_winkler(a, b) >= 0.9
