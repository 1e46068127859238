"""What can be told of a learner's own sentence without judging its style: each gives ``""`` or why not."""

from __future__ import annotations

import re

__all__ = ["gives_a_reason", "if_then", "names_a_stop"]

_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORDS.findall(text.casefold())]


def if_then(text: str) -> str:
    """A moment and an action of one's own, in a whole sentence.

    >>> if_then("If it is Monday and I have heard nothing, I will write to Zoë.")
    ''
    >>> if_then("I will write some day, that is quite sure.")
    'Begin with the moment, and with “if” or “when”: “If it is Tuesday 17 March and I have heard nothing, …”.'
    """
    words = _words(text)
    if len(words) < 8:
        return "Write a whole sentence: when it is that day and nothing was heard, what will you do?"
    if not {"if", "when", "as", "once", "after"} & set(words):
        return "Begin with the moment, and with “if” or “when”: “If it is Tuesday 17 March and I have heard nothing, …”."
    if not {"i", "i'll"} & set(words):
        return "Say what you yourself will do: “… then I will …”."
    return ""


def gives_a_reason(text: str) -> str:
    """A sentence with a reason in it.

    >>> gives_a_reason("Measured, because they asked me to write.")
    ''
    """
    words = _words(text)
    if len(words) < 6:
        return "Write a whole sentence with your reason."
    if not {"because", "since", "as", "so", "for"} & set(words):
        return "Give the reason: “… because …”."
    return ""


_STOPS = {
    "let", "stop", "end", "ends", "close", "leave", "finish", "done", "over", "drop", "quit", "cease", "last", "no",
}  # fmt: skip


def names_a_stop(text: str) -> str:
    """A sentence that says where it ends.

    >>> names_a_stop("If I hear nothing by Monday 6 April, then I will let go.")
    ''
    """
    return "" if _STOPS & set(_words(text)) else "Say where it ends: “… then I will let go”."
