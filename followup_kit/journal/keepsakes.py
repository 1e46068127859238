"""Plain values that other parts of the course keep in a journal, by name."""

from __future__ import annotations

import sqlite3
from typing import Any

import msgspec

from followup_kit.errors import JournalError, shorten
from followup_kit.journal.schema import insert, rows
from followup_kit.records.journal import Kept

__all__ = ["keep_value", "kept_value"]


def keep_value(db: sqlite3.Connection, key: str, value: object) -> None:
    """Keep a value in place of the one of that name."""
    try:
        text = msgspec.json.encode(value).decode()
    except (TypeError, RecursionError):
        raise JournalError(
            f"What is kept under {shorten(repr(key))} must be texts, numbers, lists and dicts, as JSON holds "
            "them: turn it into these first."
        ) from None
    insert(db, "kept", Kept(key=key, value=text), replace=True)


def kept_value(db: sqlite3.Connection, key: str) -> Any:
    """The value of that name, or None."""
    found = rows(db, Kept, "WHERE key = ?", (key,))
    try:
        return msgspec.json.decode(found[0].value) if found else None
    except msgspec.DecodeError:
        raise JournalError(f"The value {key!r} in the journal cannot be understood: keep it anew.") from None
