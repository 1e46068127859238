"""What a writer noted about the interview, read from plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, get_args

from followup_kit.errors import LetterError, UnknownName, shorten
from followup_kit.records.case import parse_day
from followup_kit.records.letter import Kind, LetterContext

__all__ = ["KIND_ALIASES", "parse_context", "parse_kind"]

KIND_ALIASES: dict[str, Kind] = {
    **{kind: kind for kind in get_args(Kind)},
    "thank_you_email": "thank_you",
    "thank_you_note": "thank_you",
    "status_followup": "check_in",
    "other": "after_rejection",
}
_DATES = ("interview_date", "sent_date", "promised_date")
_LISTS = ("topics", "attachments", "others_met")


def parse_kind(name: str) -> Kind:
    """The kind of letter that ``name`` means, other tools' names included.

    >>> parse_kind("status_followup")
    'check_in'
    """
    kind = KIND_ALIASES.get(name.strip().lower().replace("-", "_"))
    if kind is None:
        raise UnknownName("kind of letter", name, KIND_ALIASES)
    return kind


def parse_context(values: Mapping[str, Any]) -> tuple[LetterContext, tuple[str, ...]]:
    """The context in plain values, and the keys that it does not know.

    Dates are written YYYY-MM-DD; a missing key, null or an empty text means "not known".

    >>> parse_context({"interviewer_name": "Ms. Ruiz", "sent_date": "2026-03-02", "mood": "good"})[1]
    ('mood',)
    """
    if not isinstance(values, Mapping):
        raise LetterError(f"The context is {_name(values)}: write it as an object with names and values.")
    known: dict[str, Any] = {}
    for key in LetterContext.__struct_fields__:
        value = values.get(key)
        if value is None or value == "":
            continue
        if key in _DATES:
            known[key] = _day(value, key)
        elif key in _LISTS:
            known[key] = _texts(value, key)
        elif isinstance(value, str | int) and not isinstance(value, bool):
            known[key] = str(value)
        else:
            raise LetterError(f"The context's {key!r} is {_name(value)}: write it as one text.")
    unknown = tuple(str(key) for key in values if key not in LetterContext.__struct_fields__)
    return LetterContext(**known), unknown


def _day(value: Any, key: str) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise LetterError(f"The context's {key!r} is {_name(value)}: write it as YYYY-MM-DD.")
    try:
        return parse_day(value[:10] if "T" in value else value, key)
    except ValueError as error:
        raise LetterError(str(error)) from None


def _texts(value: Any, key: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return tuple(v for v in value if v.strip())
    raise LetterError(f"The context's {key!r} is {shorten(repr(value))}: write it as a list of texts.")


def _name(value: Any) -> str:
    names = {list: "a list", dict: "an object", int: "a number", float: "a number", bool: "true or false"}
    return names.get(type(value), "not of the right form")
