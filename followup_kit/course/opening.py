"""The start of a lesson, which its hidden set-up cell calls.

Nothing is written yet: only once a learner has answered something.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from followup_kit.course.cells import lenient_here
from followup_kit.course.learner import session
from followup_kit.course.mishaps import explain_errors

__all__ = ["start"]


def start(path: str | Path | None = None, *, tracebacks: bool = False) -> None:
    """Begin a lesson: keep progress in the learner's folder, and read exercise cells leniently.

    An error in a cell is told in a sentence; ``tracebacks`` shows it as Python does.
    """
    place = session.folder(path)
    kept = session.begin(place)
    journal = place / session.JOURNAL
    lost = False
    with suppress(OSError):  # a folder that may not be entered: the notice says so
        lost = (bool(kept.notice) or not kept.path.exists()) and journal.is_file()
    if lost:
        from followup_kit.course.learner.journal_progress import (
            restore_from_journal,  # a lesson may need no journal
        )

        restore_from_journal(kept, journal)
    if (ip := session.shell_of()) is None:
        return
    if lenient_here not in ip.input_transformers_cleanup:
        ip.input_transformers_cleanup.append(lenient_here)
    if tracebacks:
        ip.set_custom_exc((), None)
    else:
        explain_errors(ip)
