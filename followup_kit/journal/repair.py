"""Saving what can be read of a damaged journal; the damaged file is kept as it was."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from followup_kit.errors import FollowUpError, JournalError
from followup_kit.journal.connection import (
    GATE,
    DirectFile,
    check,
    database_uri,
    examine,
    keep_copy,
    new_file,
    prepare,
    told,
)
from followup_kit.journal.schema import insert, rows
from followup_kit.journal.transfer import tables_of
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.journal import TABLES, Application, InterviewRow

__all__ = ["Repaired", "repair"]

_MOST = 1_000_000
"""Rows tried one by one where the file cannot even say how many there are."""


class Repaired(Record, frozen=True, kw_only=True):
    """The copy of the damaged file (nothing where it was whole), and the rows saved, by table."""

    copy: str = ""
    saved: dict[str, int] = {}


def repair(path: str | Path) -> Repaired:
    """Put a whole journal with every readable row in the place of a damaged one.

    The damaged file is copied first, under a name that says so. A file that is whole is left alone.
    Events whose interview was lost are lost with it; an application that was lost comes back
    without its names.

    Raises :class:`~followup_kit.errors.JournalError` where the file is not a journal of ours.
    """
    path = Path(path)
    examine(path)
    with suppress(JournalError), closing(DirectFile(path)) as file, file.reading() as db:
        tables_of(db)  # rows that nobody can read close the journal as a broken page does
        return Repaired()
    with GATE, told(path), tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        made = Path(folder) / path.name
        new_file(made)
        found = _salvage(path)
        saved = _fill(made, found)
        copy = keep_copy(path, "repair")
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        made.replace(path)
    return Repaired(copy=copy.name, saved=saved)


def _salvage(path: Path) -> dict[str, list[DataRecord]]:
    uri = database_uri(path.absolute(), "ro")
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as db:
        return {table: _readable(db, table, shape) for table, shape in TABLES.items()}


def _readable(db: sqlite3.Connection, table: str, shape: type[DataRecord]) -> list[DataRecord]:
    """All rows at once where that works, else one by one, without those that fail."""
    with suppress(sqlite3.Error, FollowUpError):
        return list(rows(db, shape))
    found: list[DataRecord] = []
    for number in range(1, _last(db, table) + 1):
        with suppress(sqlite3.Error, FollowUpError):
            found += rows(db, shape, "WHERE rowid = ?", (number,))
    return found


def _last(db: sqlite3.Connection, table: str) -> int:
    with suppress(sqlite3.Error):
        (last,) = db.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()  # noqa: S608 - one of our tables
        return int(last or 0)
    last = 0
    for step in (10_000, 100, 1):  # feel for the end: the pages before a break can still be reached
        while last < _MOST:
            try:
                db.execute(f'SELECT 1 FROM "{table}" WHERE rowid = ?', (last + step,)).fetchone()  # noqa: S608
            except sqlite3.Error:
                break
            last += step
    return min(last, _MOST)


def _fill(made: Path, found: dict[str, list[DataRecord]]) -> dict[str, int]:
    """Put the rows into an empty journal, without those that refer to something that is lost."""
    saved = dict.fromkeys(TABLES, 0)
    known = {a.id for a in found["applications"] if isinstance(a, Application)}
    wanted = {i.application for i in found["interviews"] if isinstance(i, InterviewRow)}
    with closing(sqlite3.connect(made, isolation_level=None)) as db:
        prepare(db)
        db.execute("BEGIN IMMEDIATE")
        for lost in sorted(wanted - known):
            insert(db, "applications", Application(id=lost))
        for table in TABLES:
            for row in found[table]:
                with suppress(sqlite3.IntegrityError):
                    insert(db, table, row)
                    saved[table] += 1
        db.execute("COMMIT")
        check(db, made)
    return saved
