"""Voting on one attribute of a step: what most protocols hold; a tie goes to fewer, then later contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

__all__ = ["elect"]

T = TypeVar("T")


def elect(
    held: Mapping[str, T],
    contacts: Callable[[T], int] = lambda _: 0,
    day: Callable[[T], int] = lambda _: 0,
) -> tuple[T, tuple[str, ...]]:
    """The value that most protocols hold, and which ones do.

    ``contacts`` says how many contacts a value means and ``day`` how late it is; of values held by
    equally many the one with fewer contacts wins, then the later one, then the one named first.

    >>> elect({"a": 1, "b": 7, "c": 7})
    (7, ('b', 'c'))
    >>> elect({"a": "everyone", "b": "one"}, contacts=lambda to: 9 if to == "everyone" else 1)
    ('one', ('b',))
    """
    values = list(dict.fromkeys(held.values()))
    voters = {v: tuple(p for p, held_value in held.items() if held_value == v) for v in values}
    best = min(values, key=lambda v: (-len(voters[v]), contacts(v), -day(v), values.index(v)))
    return best, voters[best]
