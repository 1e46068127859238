"""The course as it runs in one kernel: the learner's folder, and what hands over to it.

Nothing is written before :func:`start` was called, which the hidden set-up cell of a lesson does,
and then only once a learner has answered something.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from followup_kit.course.progress import ProgressFile

__all__ = ["folder", "progress_file", "shell_of", "start", "stop"]

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


def start(path: str | Path | None = None, *, tracebacks: bool = False) -> None:
    """Begin a lesson: keep progress in the learner's folder, and read exercise cells leniently.

    An error in a cell is told in a sentence; ``tracebacks`` shows it as Python does.
    """
    global _current
    place = folder(path)
    _current = ProgressFile(place / PROGRESS)
    journal = place / JOURNAL
    if (_current.notice or not _current.path.exists()) and journal.is_file():
        from followup_kit.course.journal_progress import restore_from_journal

        restore_from_journal(_current, journal)
    if (ip := shell_of()) is not None:
        from followup_kit.course.cells import lenient_here

        if lenient_here not in ip.input_transformers_cleanup:
            ip.input_transformers_cleanup.append(lenient_here)
        if tracebacks:
            ip.set_custom_exc((), None)
        else:
            from followup_kit.course.mishaps import explain_errors

            explain_errors(ip)


def stop() -> None:
    """Keep no progress any more, as before :func:`start`."""
    global _current
    _current = None


def progress_file() -> ProgressFile | None:
    """Where progress is kept, or None before :func:`start`."""
    return _current


def shell_of() -> Any:
    """The running IPython shell, or None outside a notebook."""
    import sys

    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None
