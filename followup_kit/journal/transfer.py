"""The journal as one JSON file, both ways without loss.

The file is an object with ``format`` (always ``"followup-kit journal"``), ``version`` (of the
tables) and one list per table: ``applications``, ``people``, ``interviews``, ``meetings``,
``events``, ``drafts``, ``marks``, ``kept``. The rows are the records of
:mod:`followup_kit.records.journal`; events stand in the order in which they were recorded.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from followup_kit.errors import FollowUpError, JournalError, shorten
from followup_kit.journal import schema
from followup_kit.journal.connection import told
from followup_kit.journal.entries import entries_of, planned
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.journal import (
    TABLES,
    Application,
    Draft,
    InterviewRow,
    Kept,
    LoggedEvent,
    Mark,
    Meeting,
    PersonRow,
)

__all__ = [
    "FORMAT",
    "Merged",
    "Prefer",
    "Tables",
    "encode",
    "from_json",
    "journal_schema",
    "merge",
    "tables_of",
    "to_json",
    "write",
]

FORMAT = "followup-kit journal"
Tables = Mapping[str, Sequence[DataRecord]]
Prefer = Literal["mine", "theirs"]

_KEYS = {"meetings": ("interview", "person"), "marks": ("draft", "item"), "kept": ("key",)}


class _Head(Record, frozen=True, kw_only=True):
    format: str = ""
    version: int = 0


class _File(DataRecord, frozen=True, kw_only=True):
    format: str
    version: int
    applications: tuple[Application, ...] = ()
    people: tuple[PersonRow, ...] = ()
    interviews: tuple[InterviewRow, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    events: tuple[LoggedEvent, ...] = ()
    drafts: tuple[Draft, ...] = ()
    marks: tuple[Mark, ...] = ()
    kept: tuple[Kept, ...] = ()


class Merged(Record, frozen=True, kw_only=True):
    """What an import did, in rows: added, already there, and different here (kept or replaced)."""

    added: int = 0
    same: int = 0
    kept: int = 0
    replaced: int = 0


def journal_schema() -> dict[str, Any]:
    """The JSON Schema of the exported file, for other programs.

    >>> sorted(journal_schema()["$defs"])[:3]
    ['Application', 'Draft', 'InterviewRow']
    """
    shape = msgspec.json.schema(_File)
    shape["$defs"]["Journal"] = shape["$defs"].pop("_File")
    shape["$ref"] = "#/$defs/Journal"
    return shape


def tables_of(db: sqlite3.Connection) -> dict[str, list[DataRecord]]:
    """All rows of a journal, by table."""
    return {name: list(schema.rows(db, shape)) for name, shape in TABLES.items()}


def encode(tables: Tables) -> bytes:
    """The tables as the JSON file; the same rows give the same bytes."""
    made = msgspec.json.encode({"format": FORMAT, "version": schema.version(), **tables})
    return msgspec.json.format(made, indent=1) + b"\n"


def to_json(db: sqlite3.Connection) -> bytes:
    """A whole journal as the JSON file."""
    return encode(tables_of(db))


def from_json(source: str | Path | bytes) -> dict[str, Sequence[DataRecord]]:
    """The tables in a JSON export; nothing is written.

    Raises :class:`~followup_kit.errors.JournalError` where it is not one, naming the place.
    """
    if isinstance(source, bytes):
        raw, name = source, "the JSON text"
    else:
        name = Path(source).name
        with told(Path(source), "file"):
            raw = Path(source).read_bytes()
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        head = msgspec.json.decode(raw, type=_Head)
        if head.format != FORMAT:
            raise JournalError(
                f"{name} is not an export of a journal ({FORMAT!r} does not stand in it): check the name."
            )
        if head.version > schema.version():
            raise JournalError(
                f"{name} comes from a newer followup-kit (version {head.version}, this one knows "
                f"{schema.version()}): update followup-kit."
            )
        file = msgspec.json.decode(raw, type=_File)
    except JournalError:
        raise
    except (msgspec.MsgspecError, FollowUpError, ValueError, RecursionError) as error:
        problem = str(error).replace("`", "'") or type(error).__name__
        raise JournalError(
            f"{name} cannot be imported: {shorten(problem, 300)}. Nothing was changed."
        ) from None
    return {table: getattr(file, table) for table in TABLES}


def merge(db: sqlite3.Connection, tables: Tables, prefer: Prefer | None = None) -> Merged:
    """Add rows to a journal inside its transaction; what is there already is left.

    A row that is there with other contents is an error, unless ``prefer`` says whose to take.
    Events are never replaced. Everything is planned once before it is accepted.
    """
    count = {"added": 0, "same": 0, "kept": 0, "replaced": 0}
    try:
        for table, shape in TABLES.items():
            there = {_key(table, row): row for row in schema.rows(db, shape)}
            for row in tables.get(table, ()):
                key = _key(table, row)
                known = there.get(key)
                if known is None:
                    schema.insert(db, table, row)
                    there[key] = row
                    count["added"] += 1
                elif known == row:
                    count["same"] += 1
                elif prefer == "theirs" and table != "events":
                    schema.insert(db, table, row, replace=True)
                    count["replaced"] += 1
                elif prefer == "mine":
                    count["kept"] += 1
                elif prefer == "theirs":
                    raise JournalError(
                        f"The event {' / '.join(key)!r} is in the journal with other contents, and events are never "
                        "replaced, so nothing was imported: let mine stand, or import into a new journal."
                    )
                else:
                    raise JournalError(
                        f"The row {' / '.join(key)!r} of {table} is in the journal with other contents, so nothing "
                        "was imported: say whether mine or theirs is to stand, or import into a new journal."
                    )
    except sqlite3.IntegrityError:
        raise JournalError(
            "The import refers to something that is not in it, so nothing was changed."
        ) from None
    for entry in _plannable(db):
        try:
            planned(entry, cancelled=False)
        except FollowUpError as error:
            raise JournalError(
                f"The interview {entry.id!r} cannot be imported: {error} Nothing was changed."
            ) from None
    return Merged(**count)


def _plannable(db: sqlite3.Connection) -> Any:
    try:
        return entries_of(db)
    except JournalError:
        raise
    except FollowUpError as error:
        raise JournalError(f"An interview cannot be imported: {error} Nothing was changed.") from None


def _key(table: str, row: DataRecord) -> tuple[str, ...]:
    return tuple(str(getattr(row, field)) for field in _KEYS.get(table, ("id",)))


def write(path: Path, made: bytes) -> None:
    """Put a finished file in its place: whole or not at all, and never in the place of a journal."""
    if not path.parent.is_dir():
        raise JournalError(f"There is no folder {path.parent} for {path.name}: make it first.")
    with told(path, "file"):
        if path.is_file() and _holds_database(path):
            raise JournalError(f"{path.name} is a journal: give the new file another name.")
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(made)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _holds_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"
