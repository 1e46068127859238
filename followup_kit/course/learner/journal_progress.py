"""The learner's progress inside their journal too, so that one file moves everything and each saves the other.

The two are merged, never replaced: whichever lost something gets it back from the other.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from followup_kit.course.learner import session
from followup_kit.course.learner.progress import Progress, ProgressFile
from followup_kit.errors import FollowUpError, JournalError
from followup_kit.journal.store import Journal

__all__ = ["KEY", "forget_in_journal", "keep_in_journal", "restore_from_journal"]

KEY = "progress"
"""The name under which the journal keeps it."""


def progress_in(journal: Journal) -> Progress:
    """The progress that a journal keeps; none where it keeps nothing that can be read as such."""
    try:
        return msgspec.convert(journal.kept(KEY) or {}, Progress)
    except (msgspec.ValidationError, JournalError):
        return Progress()


def keep_in_journal(journal: Journal, kept: ProgressFile | None) -> None:
    """Bring the progress file and what the journal keeps of it to the same state.

    Nothing is written where both already agree. Raises :class:`~followup_kit.errors.FollowUpError`
    where the journal cannot be used.

    >>> import tempfile
    >>> from followup_kit.course.learner.progress import ProgressFile
    >>> folder = tempfile.TemporaryDirectory()
    >>> kept = ProgressFile(Path(folder.name) / "progress.json")
    >>> kept.change(lambda p: p.tried("04-let-go", right=True))
    >>> with Journal(Path(folder.name) / session.JOURNAL) as journal:
    ...     keep_in_journal(journal, kept)
    ...     progress_in(journal) == kept.progress
    True
    >>> folder.cleanup()
    """
    if kept is None:
        return
    inside = progress_in(journal)
    both = kept.progress.merge(inside)
    if both != kept.progress:
        kept.change(lambda p: p.merge(inside))
    if both != inside:
        journal.keep(KEY, msgspec.to_builtins(both))


def restore_from_journal(kept: ProgressFile, journal: Path) -> None:
    """Give a lost or damaged progress file back what the journal keeps; a journal that fails changes nothing."""
    if not journal.is_file():
        return
    try:
        with Journal(journal, create=False) as opened:
            inside = progress_in(opened)
    except (FollowUpError, OSError):
        return
    inside = msgspec.structs.replace(inside, begun=0)
    if inside == Progress():
        return
    before = kept.notice
    kept.change(lambda p: p.merge(inside))
    kept.notice = f"{before} Your progress was taken from your journal.".strip()


def forget_in_journal(folder: str | Path | None = None) -> None:
    """Take the progress out of the learner's journal, so that it does not come back from there."""
    path = session.folder(folder) / session.JOURNAL
    if not path.is_file():
        return
    with Journal(path, create=False) as opened:
        if opened.kept(KEY) is not None:
            opened.keep(KEY, {})
