"""The files that a campaign makes of the journal, in a folder of their own: how they are called, written and deleted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from followup_kit.course.files import write_whole

__all__ = ["CALENDAR", "COPY", "OUT", "SHARED", "delete_made", "made_in", "write_made"]

OUT = "my-campaign"
"""Where calendar and packs go, inside the learner's folder."""
CALENDAR = "follow-up.ics"
COPY = "my-journal.json"
SHARED = "journal-without-names.json"
_PACK = re.compile(r"pack-\d+-[a-z0-9-]+\.html")


def made_in(folder: Path) -> tuple[Path, ...]:
    """The files there that a campaign made, now or earlier; whatever else lies there is somebody else's."""
    if not folder.is_dir():
        return ()
    ours = {CALENDAR, COPY, SHARED}
    return tuple(p for p in sorted(folder.iterdir()) if p.name in ours or _PACK.fullmatch(p.name))


def delete_made(folder: Path, keep: Iterable[str] = ()) -> tuple[str, ...]:
    """Delete what a campaign made there, except for those names; what went. Raises OSError."""
    kept = frozenset(keep)
    gone = [p for p in made_in(folder) if p.name not in kept]
    for path in gone:
        path.unlink()
    return tuple(p.name for p in gone)


def write_made(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, each whole or not at all, and delete those of an earlier time. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, raw in files.items():
        write_whole(folder / name, raw)
    delete_made(folder, keep=files)
