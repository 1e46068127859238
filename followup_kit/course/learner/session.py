"""Where the course runs: the learner's folder, the kernel's shell, and the progress that is kept.

Nothing is kept before a lesson has begun (:func:`followup_kit.course.opening.start`).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from followup_kit.course.learner.progress import ProgressFile

__all__ = ["begin", "folder", "progress_file", "shell_of", "stop"]

FOLDER = "my-course"
PROGRESS = "progress.json"
JOURNAL = "my-journal.sqlite"
"""The learner's journal, in their folder."""

_current: ProgressFile | None = None


def folder(path: str | Path | None = None) -> Path:
    """The learner's folder: ``path``, or what ``FOLLOWUP_KIT_COURSE_FOLDER`` names, or ``my-course``.

    The default stands beside the notebooks; a notebook one folder below uses the same.
    """
    if path is not None:
        return Path(path)
    if named := os.environ.get("FOLLOWUP_KIT_COURSE_FOLDER"):
        return Path(named)
    above = Path("..") / FOLDER
    return above if above.is_dir() and not Path(FOLDER).is_dir() else Path(FOLDER)


def begin(place: Path) -> ProgressFile:
    """Keep progress in that folder from now on."""
    global _current
    _current = ProgressFile(place / PROGRESS)
    return _current


def stop() -> None:
    """Keep no progress any more, as before a lesson began."""
    global _current
    _current = None


def progress_file() -> ProgressFile | None:
    """Where progress is kept, or None before a lesson began."""
    return _current


def shell_of() -> Any:
    """The running IPython shell, or None outside a notebook."""
    import sys

    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None
