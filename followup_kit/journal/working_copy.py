"""A journal where the file system cannot lock, such as the drive of the browser edition.

SQLite works on a copy in memory; after each commit the whole file is written beside the old one
and put in its place. A small lock file keeps two programs apart, and what another one wrote in
between is read first, so nothing is lost.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from followup_kit.errors import JournalError
from followup_kit.journal import schema
from followup_kit.journal.connection import (
    GATE,
    WAIT,
    check,
    check_head,
    closed,
    database_uri,
    keep_copy,
    leave_room,
    not_together,
    prepare,
    told,
)
from followup_kit.journal.lock_file import LockFile

__all__ = ["WorkingCopy", "can_lock", "new_working_file"]


def can_lock(path: Path) -> bool:
    """True where SQLite can lock the file; asked without writing to it."""
    if sys.platform == "emscripten":
        return path.absolute().parts[1:2] == ("tmp",)
    try:
        db = sqlite3.connect(
            database_uri(path.absolute(), "rw"), uri=True, timeout=WAIT, isolation_level=None
        )
    except sqlite3.OperationalError:
        return True  # not ours to decide: opening it says what is wrong
    try:
        with GATE:
            db.execute("BEGIN IMMEDIATE")
            db.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        return (error.sqlite_errorcode & 0xFF) not in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL)
    except sqlite3.DatabaseError:
        return True
    finally:
        db.close()
    return True


def new_working_file(path: Path) -> None:
    """An empty journal at ``path``, made in memory; a file that is there stays."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        prepare(db)
        db.execute("BEGIN")
        schema.migrate(db, 0)
        db.execute("COMMIT")
        with told(path), LockFile(path) as lock:
            if not path.exists():
                _write(path, db.serialize(), lambda: _still(lock.is_held(), path))
    finally:
        db.close()


class WorkingCopy:
    """SQLite working in memory, with the file written anew after each commit."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = b""
        self._wrote = float("-inf")
        self._lock: LockFile | None = None
        self._closed = False
        self._db = self._load(self._read())

    def _read(self) -> bytes:
        with GATE, told(self.path):
            found = self.path.read_bytes()
        check_head(found[:100], self.path)
        return found

    def _load(self, found: bytes) -> sqlite3.Connection:
        db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            with told(self.path):
                db.deserialize(found)
                prepare(db)
                (since,) = db.execute("PRAGMA user_version").fetchone()
                check(db, self.path)
                if since < schema.version():
                    keep_copy(self.path, f"version-{schema.version()}")
                    db.execute("BEGIN")
                    schema.migrate(db, since)
                    db.execute("COMMIT")
        except BaseException:
            db.close()
            raise
        self._known = found
        return db

    def _refresh(self) -> sqlite3.Connection:
        if self._closed:
            raise closed(self.path)
        found = self._read()
        if found != self._known:
            old = self._db
            self._db = self._load(found)
            old.close()
        return self._db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The file as it is now."""
        with GATE, told(self.path):
            if self._lock is not None:
                self._lock.touch()
            yield self._db if self._lock is not None and self._db.in_transaction else self._refresh()

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is in the file when the block ends, or nothing.

        ``alone`` says that it must not be part of one that is open.
        """
        with GATE, told(self.path):
            if self._lock is not None:  # part of the one that is open
                if alone:
                    raise not_together()
                self._lock.touch()
                yield self._db
                return
            leave_room(self._wrote)
            with self._locked():
                db = self._refresh()
                db.execute("BEGIN")
                try:
                    yield db
                    db.execute("COMMIT")
                    self._save(db)
                    self._wrote = time.monotonic()
                except BaseException:
                    # What is in memory may be ahead of the file: the file counts.
                    self._db = self._load(self._known)
                    db.close()
                    raise

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with LockFile(self.path) as lock:
            self._lock = lock
            try:
                yield
            finally:
                self._lock = None

    def _save(self, db: sqlite3.Connection) -> None:
        made = db.serialize()
        _write(self.path, made, self._must_be_ours)
        self._known = made

    def _must_be_ours(self) -> None:
        """Raise where another program took the lock over, or wrote to the file without one."""
        held = self._lock is not None and self._lock.is_held()
        _still(held and self.path.read_bytes() == self._known, self.path)

    def vacuum(self) -> None:
        """Rewrite the file without what was deleted."""
        with GATE, told(self.path), self._locked():
            db = self._refresh()
            db.execute("VACUUM")
            self._save(db)

    def close(self) -> None:
        with GATE:
            self._closed = True
            self._db.close()


def _still(ours: bool, path: Path) -> None:
    if not ours:
        raise JournalError(
            f"Another program has been writing to the journal {path.name} in the meantime. Nothing was changed: "
            "try again."
        )


def _write(path: Path, made: bytes, check: Callable[[], None]) -> None:
    """Put the bytes in the place of the file; it is the old one or the new one, never a part.

    ``check`` may raise at the last moment, and the old one stays.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(made)
            file.flush()
            with suppress(OSError):  # a file system of the browser may know no fsync
                os.fsync(file.fileno())
        if beside.stat().st_size != len(made):
            raise OSError(errno.ENOSPC, "the file came out too short")
        check()
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
