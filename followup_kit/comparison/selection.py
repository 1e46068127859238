"""Of which contacts a check speaks, and how they are called in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from followup_kit.comparison.account import Account
from followup_kit.records.score import Contact, Which

__all__ = ["LATE", "pick", "selected"]

LATE = 21
"""Days after the interview from which a nudge is a late one; the source says weeks (editorial)."""

_NAMES: dict[Which, str] = {
    "thanks": "note of thanks",
    "first_nudge": "nudge",
    "later_nudges": "later nudge",
    "nudges": "nudge",
    "calls": "call",
    "late_nudges": "nudge after weeks",
    "letter": "letter by post",
    "card": "handwritten card",
    "sample": "work sample",
    "answer": "reply to a decision",
}


def selected(which: Which, account: Account) -> list[Contact]:
    """The contacts of an account that a check speaks of, in date order."""
    return _SELECTORS[which](account)


def pick(which: Which) -> str:
    """The name of such a contact, as it stands in a sentence."""
    return _NAMES[which]


def _kind(account: Account, *kinds: str) -> list[Contact]:
    return [c for c in account.contacts if c.kind in kinds]


def _late(account: Account) -> list[Contact]:
    return [c for c in _kind(account, "nudge") if (c.day - account.interview.day).days >= LATE]


_SELECTORS: dict[Which, Callable[[Account], list[Contact]]] = {
    "thanks": lambda a: _kind(a, "thanks"),
    "first_nudge": lambda a: _kind(a, "nudge")[:1],
    "later_nudges": lambda a: _kind(a, "nudge")[1:],
    "nudges": lambda a: _kind(a, "nudge"),
    "calls": lambda a: [c for c in _kind(a, "nudge") if c.channel == "phone"],
    "late_nudges": _late,
    "letter": lambda a: [c for c in _kind(a, "thanks", "letter") if c.channel == "letter"],
    "card": lambda a: [c for c in _kind(a, "thanks", "letter") if c.channel == "card"],
    "sample": lambda a: [c for c in a.contacts if c.samples is None or c.samples > 0],
    "answer": lambda a: _kind(a, "answer"),
}
