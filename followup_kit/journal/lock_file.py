"""A lock file beside a journal: it keeps two programs apart where the file system cannot lock."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from followup_kit.errors import JournalError
from followup_kit.journal.connection import POLL, WAIT

__all__ = ["LockFile"]

_STALE = 20.0
"""Seconds without a sign of life after which a lock is taken to be left behind: a write takes milliseconds."""
_TOUCH = 1.0
"""Seconds between two signs of life of a program that holds the lock and uses the journal."""


class LockFile:
    """The lock of one program: made only where there is none, which every file system can.

    It holds a word that only this program knows. Who pauses for so long that another program takes
    the lock over notices it by that word, and must not write any more.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f".{path.name}.lock")
        self._name = path.name
        self._word = secrets.token_hex(8).encode()
        self._touched = 0.0

    def __enter__(self) -> Self:
        until = time.monotonic() + WAIT
        while True:
            try:
                self._make()
                return self
            except FileExistsError:
                if self._left_behind():
                    continue
            if time.monotonic() > until:
                raise JournalError(
                    f"Another program has been writing to the journal {self._name} for {WAIT:.0f} seconds: "
                    "close it and try again."
                )
            time.sleep(POLL)

    def _make(self) -> None:
        handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        try:
            os.write(handle, self._word)
        except BaseException:
            self._path.unlink()
            raise
        finally:
            os.close(handle)
        self._touched = time.monotonic()

    def _left_behind(self) -> bool:
        """Takes away a lock whose owner is gone; of several that see it, one succeeds in renaming it."""
        taken = self._path.with_name(f"{self._path.name}.{self._word.decode()}")
        try:
            if not _is_stale(self._path):
                return False
            self._path.rename(taken)
            if not _is_stale(taken):  # its owner came back in between
                taken.replace(self._path)
                return False
            taken.unlink()
        except OSError:
            return False
        return True

    def _is_ours(self) -> bool:
        try:
            return self._path.read_bytes() == self._word
        except OSError:
            return False

    def touch(self) -> None:
        """Say that the program is still at work; at most once a second."""
        if time.monotonic() - self._touched > _TOUCH and self._is_ours():
            with suppress(OSError):
                os.utime(self._path)
                self._touched = time.monotonic()

    def is_held(self) -> bool:
        """True where the lock is still this program's, with all the time again before another may take it."""
        with suppress(OSError):
            if self._is_ours():
                os.utime(self._path)
        return self._is_ours()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._is_ours():
            self._path.unlink(missing_ok=True)


def _is_stale(path: Path) -> bool:
    # A day in the future is no sign of life either: the clock was put back since.
    return abs(time.time() - path.stat().st_mtime) > _STALE
