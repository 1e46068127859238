"""The course's own small files: written whole or not at all, and kept aside where they are damaged."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from followup_kit.errors import CourseError

__all__ = ["keep_aside", "remove_copies", "remove_with_copies", "write_page", "write_whole"]

_MOST = 99
_UNFINISHED = 60
"""Seconds after which an unfinished file belongs to no program any more."""


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file whole: a break in between leaves the old one. Raises OSError where it cannot be written."""
    raw = content.encode() if isinstance(content, str) else content
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_page(path: Path, text: str) -> None:
    """Write a page for a facilitator, with its folder; CourseError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise CourseError(f"{path.name} cannot be written ({reason}): choose another folder.") from None


def keep_aside(path: Path, raw: bytes) -> Path | None:
    """Where the content of a damaged file was put, under a free name beside it; None if that failed.

    The same content is kept only once.
    """
    try:
        for n in range(1, _MOST + 1):
            aside = path.with_name(f"{path.stem}.damaged-{n}.json")
            if not aside.exists():
                aside.write_bytes(raw)
                return aside
            if aside.read_bytes() == raw:
                return aside
    except OSError:
        pass
    return None


def remove_copies(path: Path) -> tuple[str, ...]:
    """Delete what :func:`keep_aside` kept of a file, and what an ended program left unfinished; the names that went.

    Raises OSError where that fails.
    """
    unfinished = [
        p for p in path.parent.glob(f"{path.stem}*.part") if time.time() - p.stat().st_mtime > _UNFINISHED
    ]
    found = sorted([*path.parent.glob(f"{path.stem}.damaged-*.json"), *unfinished])
    for copy in found:
        copy.unlink()
    return tuple(copy.name for copy in found)


def remove_with_copies(path: Path) -> None:
    """Delete a file and what :func:`keep_aside` kept of it. Raises OSError where that fails."""
    path.unlink(missing_ok=True)
    remove_copies(path)
