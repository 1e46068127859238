"""Opening a journal file, looking whether it is whole, and one transaction at a time.

Why a rollback journal and not a write-ahead log: a log needs memory shared between processes, so
it fails on network folders, and it leaves the newest events in a second file that is easily left
behind when the journal is copied. With ``synchronous=EXTRA`` what was acknowledged is on the disk.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import struct
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePath
from urllib.parse import quote

from followup_kit.errors import JournalError, shorten
from followup_kit.journal import schema

__all__ = [
    "GATE",
    "POLL",
    "WAIT",
    "DirectFile",
    "check",
    "closed",
    "database_uri",
    "examine",
    "keep_copy",
    "leave_room",
    "named",
    "new_file",
    "not_together",
    "prepare",
    "roll_back",
    "told",
]

WAIT = 30.0
"""Seconds that one program waits for another that is writing to the same file."""

POLL = 0.001
"""Seconds between two attempts of a program that waits for its turn."""

ROOM = 0.004
"""Seconds that a program leaves after a write before its next one. SQLite gives turns to nobody: a
program that writes without a pause can keep another one waiting until that gives up."""

GATE = threading.RLock()
"""Held while a file is open or being written: on POSIX, closing any handle of a file drops the
locks that SQLite holds on it elsewhere in the process."""

_FULL = (
    "There is no room left where the {what} {name} lies. Nothing was changed: free some space and try again."
)
_NO_ROOM = frozenset(getattr(errno, name, None) for name in ("ENOSPC", "EFBIG", "EDQUOT")) - {None}
"""By name: the numbers are others on macOS and in a browser."""
_BUSY = (
    "Another program has been writing to the {what} {name} for {wait:.0f} seconds: close it and try again."
)
_READ_ONLY = (
    "The {what} {name} cannot be read or changed: its folder or the file is read-only. Use a folder of yours."
)
_DAMAGED = (
    "The journal {name} is damaged or cut off, and was left as it is: use a copy of yours, or save what can be "
    "read with followup-kit journal repair --file {name}."
)
_NO_NAME = "{name!r} cannot be the name of a file here: choose a shorter, plainer one."
_FAILED = "The {what} {name} could not be read or written ({why}); the disk may be full or gone. Nothing was changed."


@contextmanager
def told(path: Path, what: str = "journal") -> Iterator[None]:
    """Turns every failure of the file into one sentence; ``what`` is the word for the file in it."""
    try:
        yield
    except sqlite3.Error as error:
        raise JournalError(_sentence(error, path)) from None
    except UnicodeEncodeError:
        raise JournalError(
            "A text holds half a character (a lone surrogate), which no file can keep: type it again."
        ) from None
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise JournalError(f"There is no {what} {path.name} in that folder: check the name.") from None
        if isinstance(error, IsADirectoryError):
            raise JournalError(f"{path.name} is a folder: give the name of a file.") from None
        if isinstance(error, NotADirectoryError | FileExistsError):
            raise JournalError(f"{path.name} is not a folder, or lies in none: check the name.") from None
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise JournalError(_READ_ONLY.format(what=what, name=path.name)) from None
        if error.errno == errno.ENAMETOOLONG:
            raise JournalError(_NO_NAME.format(name=shorten(path.name))) from None
        if error.errno in _NO_ROOM:
            raise JournalError(_FULL.format(what=what, name=path.name)) from None
        raise JournalError(
            _FAILED.format(what=what, name=path.name, why=error.strerror or "no reason given")
        ) from None


def not_together() -> JournalError:
    """What is said where something is to be removed for good inside a block that may still be taken back."""
    return JournalError(
        "What is removed for good cannot be part of a block of together(): do it before that block or after it."
    )


def closed(path: Path) -> JournalError:
    """What is said where a journal is used after it was closed."""
    return JournalError(f"The journal {path.name} was closed: open it again with Journal(…).")


def database_uri(path: PurePath, mode: str) -> str:
    """The address by which SQLite opens an absolute path; also one on a Windows share, which has no drive.

    >>> from pathlib import PureWindowsPath
    >>> database_uri(PureWindowsPath(r"\\\\school\\home\\my journal.sqlite"), "ro")
    'file:////school/home/my%20journal.sqlite?mode=ro'
    """
    place = quote(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"


def named(path: Path) -> Path:
    """The path with the folder that ``~`` stands for; raise for what no file can be called, and for a folder."""
    try:
        path = path.expanduser()
        with told(path), suppress(FileNotFoundError, NotADirectoryError):
            path.stat()
    except (ValueError, RuntimeError):  # a null character; the folder of a user who is not known
        raise JournalError(_NO_NAME.format(name=shorten(path.name))) from None
    if path.is_dir():
        raise JournalError(f"{path.name} is a folder: give the journal a file name, such as journal.sqlite.")
    return path


def _sentence(error: sqlite3.Error, path: Path) -> str:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    for template, codes in (
        (_FULL, (sqlite3.SQLITE_FULL,)),
        (_BUSY, (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)),
        (_READ_ONLY, (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)),
        (_DAMAGED, (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)),
    ):
        if code in codes:
            return template.format(what="journal", name=path.name, wait=WAIT)
    return _FAILED.format(what="journal", name=path.name, why=str(error) or "no reason given")


def examine(path: Path) -> None:
    """Raise where the file is not a journal of ours, by its first bytes alone; nothing is touched."""
    with GATE, told(path), path.open("rb") as file:
        head = file.read(100)
    check_head(head, path)


def check_head(head: bytes, path: Path) -> None:
    """The same for bytes that were read already."""
    if not head:
        raise JournalError(
            f"The journal {path.name} is empty (0 bytes): use a copy of yours, or delete it to begin anew."
        )
    if not head.startswith(b"SQLite format 3\0"):
        raise JournalError(
            f"{path.name} is not a journal of followup-kit, and was left as it is: check the name."
        )
    if len(head) < 100:
        raise JournalError(_DAMAGED.format(name=path.name))
    (found,) = struct.unpack(">i", head[60:64])
    (application,) = struct.unpack(">I", head[68:72])
    if application != schema.APPLICATION_ID:
        raise JournalError(
            f"{path.name} is a database of another program, not a journal, and was left as it is: check the name."
        )
    if found > schema.version():
        raise JournalError(
            f"The journal {path.name} was written by a newer followup-kit (version {found} of the file, this one "
            f"knows {schema.version()}), and was left as it is: update followup-kit."
        )


def prepare(db: sqlite3.Connection) -> None:
    """What holds for every connection."""
    for pragma in (
        "foreign_keys = ON", "secure_delete = ON", "synchronous = EXTRA", "temp_store = MEMORY",
        "trusted_schema = OFF", "cell_size_check = ON",
    ):  # fmt: skip
        db.execute(f"PRAGMA {pragma}")


def check(db: sqlite3.Connection, path: Path) -> None:
    """Raise where the file is not whole: its pages, its indexes, and what refers to what."""
    with told(path):
        found = db.execute("PRAGMA integrity_check(1)").fetchone()
        if found != ("ok",) or db.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise JournalError(_DAMAGED.format(name=path.name))


def new_file(path: Path) -> None:
    """An empty journal at ``path``, there whole or not at all; a file that is there stays."""
    with GATE, told(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
        try:
            with closing(sqlite3.connect(name, isolation_level=None)) as db:
                prepare(db)
                db.execute("BEGIN EXCLUSIVE")
                schema.migrate(db, 0)
                db.execute("COMMIT")
            put_in_place(Path(name), path)
        finally:
            Path(name).unlink(missing_ok=True)


def put_in_place(made: Path, path: Path) -> None:
    """Give a finished file its name, unless somebody else was first."""
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except (OSError, AttributeError):  # a file system, or in a browser a Python, without hard links
        if not path.exists():
            made.replace(path)


def keep_copy(path: Path, why: str) -> Path:
    """A copy of the file beside it, under a name of its own that says why."""
    with GATE, told(path):
        number = 1
        while (copy := path.with_name(f"{path.stem}.before-{why}-{number}{path.suffix}")).exists():
            number += 1
        shutil.copy2(path, copy)
        waiting = path.with_name(path.name + "-journal")
        if waiting.exists():
            shutil.copy2(waiting, copy.with_name(copy.name + "-journal"))
    return copy


class DirectFile:
    """SQLite working on the file itself, as everywhere but in a browser."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._wrote = float("-inf")
        self._closed = False
        self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        examine(self.path)
        with GATE, told(self.path):
            writable = os.access(self.path, os.W_OK)
            uri = database_uri(self.path.absolute(), "rw" if writable else "ro")
            db = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
            try:
                self._opened = _identity(self.path)
                prepare(db)
                self._bring_up_to_date(db)
                with _transaction(db):
                    check(db, self.path)
            except BaseException:
                db.close()
                raise
        return db

    def _bring_up_to_date(self, db: sqlite3.Connection) -> None:
        (since,) = db.execute("PRAGMA user_version").fetchone()
        if since >= schema.version():
            return
        check(db, self.path)
        keep_copy(self.path, f"version-{schema.version()}")
        with _transaction(db, _take_turn):
            (since,) = db.execute("PRAGMA user_version").fetchone()  # somebody else may have been first
            schema.migrate(db, since)

    def _must_be_open(self) -> None:
        if self._closed:
            raise closed(self.path)

    def _current(self) -> sqlite3.Connection:
        """The connection, opened anew where another file has taken the place of ours."""
        if _identity(self.path) != self._opened:
            self._db.close()
            self._db = self._open()
        return self._db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the file."""
        with GATE, told(self.path):
            self._must_be_open()
            if self._db.in_transaction:
                yield self._db
                return
            db = self._current()
            with _transaction(db):
                yield db

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is in the file when the block ends, or nothing.

        ``alone`` says that it must not be part of one that is open.
        """
        with GATE, told(self.path):
            self._must_be_open()
            if self._db.in_transaction:  # part of the one that is open
                if alone:
                    raise not_together()
                yield self._db
                return
            db = self._current()
            leave_room(self._wrote)
            try:
                with _transaction(db, _take_turn):
                    yield db
            finally:
                self._wrote = time.monotonic()

    def vacuum(self) -> None:
        """Rewrite the file without what was deleted."""
        with GATE, told(self.path):
            self._must_be_open()
            self._current().execute("VACUUM")

    def close(self) -> None:
        with GATE:
            self._closed = True
            self._db.close()


def leave_room(wrote: float) -> None:
    """Wait until the others have had room since this program last wrote, at that monotonic time."""
    time.sleep(max(0.0, wrote + ROOM - time.monotonic()))


def _begin(db: sqlite3.Connection) -> None:
    db.execute("BEGIN")


def _take_turn(db: sqlite3.Connection) -> None:
    """Begin a transaction that writes, as soon as nobody else does.

    SQLite's own waiting asks less and less often, and so misses the room that others leave.
    """
    until = time.monotonic() + WAIT
    db.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                db.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
            time.sleep(POLL)
    finally:
        db.execute(f"PRAGMA busy_timeout = {int(WAIT * 1000)}")


@contextmanager
def _transaction(
    db: sqlite3.Connection, begin: Callable[[sqlite3.Connection], None] = _begin
) -> Iterator[None]:
    begin(db)
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        roll_back(db)
        raise


def roll_back(db: sqlite3.Connection) -> None:
    """End the transaction, unless SQLite has done so by itself (as it does on a full disk)."""
    if db.in_transaction:
        db.execute("ROLLBACK")


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return (found.st_dev, found.st_ino)
