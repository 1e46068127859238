"""The errors that followup-kit raises on purpose.

Every one of them carries one sentence that says what happened and what to do::

    FollowUpError
    ├── DataError        a data file (protocol, checklist, calls …) that cannot be used
    ├── UnknownName      a protocol, step, country, item … that does not exist   (also a LookupError)
    ├── CaseError        an interview, event or option that cannot be planned with (also a ValueError)
    ├── LetterError      a letter or its context that cannot be checked            (also a ValueError)
    ├── JournalError     a journal file that cannot be read or written
    └── CourseError      a lesson, exercise or progress file that cannot be used

Nothing else leaves the package except for programming errors.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = [
    "CaseError",
    "CourseError",
    "DataError",
    "FollowUpError",
    "JournalError",
    "LetterError",
    "UnknownName",
    "near_matches",
]


class FollowUpError(Exception):
    """Root of the tree: catch this to catch them all."""


class DataError(FollowUpError):
    """A data file that cannot be used; names the file, the place and what is allowed there."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        self.file = file
        self.place = place
        self.problem = problem
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}")


class UnknownName(FollowUpError, LookupError):
    """A name that is not in a closed set; names the near matches.

    >>> str(UnknownName("protocol", "persistant", ["classic", "persistent"]))
    "There is no protocol 'persistant'. Did you mean 'persistent'?"
    """

    def __init__(self, what: str, name: object, allowed: Iterable[str]) -> None:
        self.what = what
        self.name = name
        self.allowed = tuple(allowed)
        shown = repr(shorten(str(name)))
        near = near_matches(str(name), self.allowed)
        if near:
            hint = "Did you mean " + " or ".join(repr(n) for n in near) + "?"
        elif self.allowed and len(self.allowed) <= 20:
            hint = "Choose one of: " + ", ".join(self.allowed) + "."
        else:
            hint = "Check the spelling."
        super().__init__(f"There is no {what} {shown}. {hint}")

    def __str__(self) -> str:  # LookupError would show the repr of a single argument
        return str(self.args[0])


class CaseError(FollowUpError, ValueError):
    """An interview, event or option that cannot be planned with."""


class LetterError(FollowUpError, ValueError):
    """A letter or its context that cannot be checked."""


class JournalError(FollowUpError):
    """A journal file that cannot be opened, read or written."""


class CourseError(FollowUpError):
    """A lesson, exercise or progress file that cannot be used."""


def near_matches(name: str, allowed: Iterable[str], most: int = 3) -> list[str]:
    """The allowed names that look like ``name``, best first, ignoring case.

    >>> near_matches("Germny", ["Germany", "France"])
    ['Germany']
    """
    by_folded = {a.casefold(): a for a in allowed}
    found = difflib.get_close_matches(name[:200].casefold(), by_folded, n=most, cutoff=0.6)
    return [by_folded[f] for f in found]


def shorten(text: str, most: int = 60) -> str:
    """``text``, cut with an ellipsis where it is longer than ``most`` code points.

    >>> shorten("a" * 100, most=5)
    'aaaa…'
    """
    return text if len(text) <= most else text[: most - 1] + "…"
