"""What other parts of the course keep in a journal: plain values by name, and own verdicts on letters."""

from __future__ import annotations

import sqlite3
from typing import Any

import msgspec

from followup_kit.errors import JournalError, shorten
from followup_kit.journal.lookup import as_mark
from followup_kit.journal.schema import insert, rows
from followup_kit.records.journal import Draft, Kept

__all__ = ["keep_mark", "keep_value", "kept_value"]


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


def keep_mark(db: sqlite3.Connection, draft: Draft, item: str, verdict: str | None) -> None:
    """Keep a verdict on an item of a draft in place of the one before; None takes that one back."""
    if verdict is None:
        db.execute("DELETE FROM marks WHERE draft = ? AND item = ?", (draft.id, item))
    else:
        insert(db, "marks", as_mark(draft, item, verdict), replace=True)
