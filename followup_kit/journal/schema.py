"""The tables of a journal file, its versions, and how a record becomes a row and back."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from followup_kit.errors import JournalError
from followup_kit.records.base import DataRecord
from followup_kit.records.journal import TABLES

__all__ = [
    "APPLICATION_ID",
    "MIGRATIONS",
    "Forgetting",
    "cells",
    "insert",
    "migrate",
    "plain",
    "readers",
    "rows",
    "version",
]

APPLICATION_ID = 0x464B4A4C
"""``FKJL``: stands in the header of the file, so that no other program's file is taken for ours."""

_TABLES = (
    """CREATE TABLE applications (
        id TEXT PRIMARY KEY, company TEXT NOT NULL, position TEXT NOT NULL, note TEXT NOT NULL)""",
    """CREATE TABLE people (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, email TEXT NOT NULL,
        phone TEXT NOT NULL, address TEXT NOT NULL)""",
    """CREATE TABLE interviews (
        id TEXT PRIMARY KEY, application TEXT NOT NULL REFERENCES applications(id) ON DELETE CASCADE,
        day TEXT NOT NULL, ends TEXT, timezone TEXT, promised TEXT, contact_via TEXT,
        protocol TEXT NOT NULL, own_protocol TEXT, calendar TEXT NOT NULL, options TEXT NOT NULL,
        horizon_weeks INTEGER NOT NULL, topics TEXT NOT NULL, former TEXT NOT NULL)""",
    """CREATE TABLE meetings (
        interview TEXT NOT NULL REFERENCES interviews(id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people(id) ON DELETE CASCADE,
        roles TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (interview, person))""",
    """CREATE TABLE events (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        interview TEXT NOT NULL REFERENCES interviews(id) ON DELETE CASCADE,
        kind TEXT NOT NULL, "on" TEXT NOT NULL, step TEXT, new_date TEXT, undoes TEXT NOT NULL,
        channel TEXT, "to" TEXT, note TEXT NOT NULL)""",
    "CREATE INDEX events_by_interview ON events(interview)",
    """CREATE TABLE drafts (
        id TEXT PRIMARY KEY, interview TEXT NOT NULL REFERENCES interviews(id) ON DELETE CASCADE,
        step TEXT NOT NULL, kind TEXT NOT NULL, person TEXT REFERENCES people(id) ON DELETE CASCADE,
        subject TEXT NOT NULL, body TEXT NOT NULL)""",
    """CREATE TABLE marks (
        draft TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE, item TEXT NOT NULL,
        verdict TEXT NOT NULL, PRIMARY KEY (draft, item))""",
    "CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
)

# Events are only ever added. Forgetting lifts this for one transaction; nothing else does.
_GUARDS = {
    "events_stay": """CREATE TRIGGER events_stay BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never removed'); END""",
    "events_as_written": """CREATE TRIGGER events_as_written BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
}


def _first(db: sqlite3.Connection) -> None:
    for statement in (*_TABLES, *_GUARDS.values()):
        db.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)
"""What leads from each version of the file to the next; the first makes an empty one."""


def version() -> int:
    """The version of the files that this release writes."""
    return len(MIGRATIONS)


def migrate(db: sqlite3.Connection, since: int) -> None:
    """Bring an open file from version ``since`` to ours; the caller holds the transaction."""
    for step in MIGRATIONS[since:]:
        step(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version()}")


class Forgetting:
    """Lifts the guards of the events table inside one transaction, and sets them again."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        for name in _GUARDS:
            self._db.execute(f"DROP TRIGGER IF EXISTS {name}")

    def __exit__(self, *exc: object) -> None:
        # After a failed statement SQLite may have ended the transaction by itself; then the
        # guards are back with everything else.
        if self._db.in_transaction:
            for statement in _GUARDS.values():
                self._db.execute(statement.replace("CREATE TRIGGER", "CREATE TRIGGER IF NOT EXISTS"))


R = TypeVar("R", bound=DataRecord)


def insert(db: sqlite3.Connection, table: str, row: DataRecord, *, replace: bool = False) -> None:
    """Add one row; with ``replace``, in place of the one with the same key.

    Raises :class:`~followup_kit.errors.JournalError` for one that could not be read back, which would
    close the whole journal: records are checked when they are read, not when they are made.
    """
    try:
        msgspec.convert(msgspec.to_builtins(row), type(row))
    except (msgspec.ValidationError, TypeError) as error:
        problem = str(error).replace("`", "'")
        raise JournalError(f"This cannot be kept in {table} of the journal: {problem}.") from None
    columns = _columns(TABLES[table])
    names = ", ".join(f'"{c}"' for c in columns)
    marks = ", ".join("?" * len(columns))
    values = [plain(getattr(row, c)) for c in columns]
    update = ""
    if replace:
        # Not INSERT OR REPLACE: that would delete first, and the deletion would cascade.
        update = " ON CONFLICT DO UPDATE SET " + ", ".join(f'"{c}" = excluded."{c}"' for c in columns)
    query = f'INSERT INTO "{table}" ({names}) VALUES ({marks}){update}'  # noqa: S608 - our own tables and columns
    db.execute(query, values)


def rows(db: sqlite3.Connection, shape: type[R], where: str = "", values: Iterable[object] = ()) -> list[R]:
    """The rows of a record's table in the order in which they were added."""
    columns = _columns(shape)
    read = [(c, f) for c, f in readers(shape) if f]
    found = _select(db, shape, columns, where, values)
    with _understood(shape):
        plain: list[dict[str, Any]] = [dict(zip(columns, row, strict=True)) for row in found]
        for column, decode in read:
            for fields in plain:
                if fields[column] is not None:
                    fields[column] = decode(fields[column])
        return msgspec.convert(plain, list[shape])  # type: ignore[valid-type]


def cells(
    db: sqlite3.Connection,
    shape: type[DataRecord],
    columns: tuple[str, ...],
    where: str = "",
    values: Iterable[object] = (),
) -> list[tuple[Any, ...]]:
    """Some columns of a record's table, none of them kept as JSON; checked like :func:`rows`, and quicker."""
    found = _select(db, shape, columns, where, values)
    with _understood(shape):
        return msgspec.convert(list(found), _cells(shape, columns))  # type: ignore[no-any-return]


@contextmanager
def _understood(shape: type[DataRecord]) -> Iterator[None]:
    try:
        yield
    except (msgspec.MsgspecError, ValueError, LookupError) as error:
        raise JournalError(
            f"The journal holds a row in {_table_of(shape)} that cannot be understood: {error}."
        ) from None


def _select(
    db: sqlite3.Connection,
    shape: type[DataRecord],
    columns: tuple[str, ...],
    where: str,
    values: Iterable[object],
) -> sqlite3.Cursor:
    table = _table_of(shape)
    names = ", ".join(f'"{c}"' for c in columns)
    order = "number" if table == "events" else "rowid"
    query = f'SELECT {names} FROM "{table}" {where} ORDER BY {order}'  # noqa: S608 - our own tables and columns
    return db.execute(query, tuple(values))


@cache
def _cells(shape: type[DataRecord], columns: tuple[str, ...]) -> Any:
    hints = get_type_hints(shape, include_extras=True)
    return list[tuple[tuple(hints[c] for c in columns)]]  # type: ignore[misc]


@cache
def _table_of(shape: type[DataRecord]) -> str:
    return next(name for name, s in TABLES.items() if s is shape)


@cache
def _columns(shape: type[DataRecord]) -> tuple[str, ...]:
    return shape.__struct_fields__


def plain(value: Any) -> Any:
    """The value as SQLite keeps it: text, number or nothing."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return msgspec.json.encode(value).decode()


@cache
def readers(shape: type[DataRecord]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """What turns each column's text back; dates and times are left to the strict conversion."""
    hints = get_type_hints(shape)
    plain: tuple[Any, ...] = (str, int, str | None, dt.date, dt.time, dt.date | None, dt.time | None)
    simple = {name for name, hint in hints.items() if hint in plain or _is_word(hint)}
    return tuple((c, None if c in simple else msgspec.json.decode) for c in _columns(shape))


def _is_word(hint: Any) -> bool:
    """True for a closed set of words, and for that or nothing."""
    args = getattr(hint, "__args__", ())
    return bool(args) and all(isinstance(a, str) or a is type(None) or _is_word(a) for a in args)
