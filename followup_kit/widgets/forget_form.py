"""Deleting what the course keeps of a learner: what is ticked, and only after a second tick."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from followup_kit.course import session
from followup_kit.course.campaign import forget_campaign
from followup_kit.course.journal_progress import forget_in_journal
from followup_kit.course.own_case import forget_case
from followup_kit.course.own_letters import forget_letters
from followup_kit.course.progress import ProgressFile
from followup_kit.errors import FollowUpError
from followup_kit.widgets.base import Checklist, Shell, button, html, row, shell

__all__ = ["ForgetForm", "forget_form"]

KEPT = (
    ("interview", "My interview, as I entered it"),
    ("journal", "My journal, with all applications, and the calendar and packs made of it"),
    ("letters", "My letters as the letter studio keeps them, and the pack of lesson 03"),
    ("progress", "My progress and my answers to the quizzes"),
)
SURE = "Yes, delete what is ticked above. It cannot be brought back."


def forget_form(*, level: int = 3) -> ForgetForm:
    """A form that deletes the learner's own data, piece by piece.

    >>> form = forget_form()
    >>> form.forget()
    >>> form.box.said
    'Nothing was deleted. Tick what is to go.'
    """
    return ForgetForm(level)


class ForgetForm:
    """The form that :func:`forget_form` makes. ``box`` is the widget; ``forget`` does what its button does."""

    def __init__(self, level: int) -> None:
        self.what = Checklist("What is to be deleted", list(KEPT))
        self.sure = Checklist("Before anything is deleted", [("yes", SURE)])
        self.state = html()
        intro = html("<p>All of it is on this machine only. Files that you copied elsewhere stay there.</p>")
        buttons = row([button("Delete", self.forget)])
        self.box: Shell = shell(
            [intro, self.what, self.sure, buttons, self.state], "Delete my data", level=level
        )

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def forget(self) -> None:
        """Delete what is ticked, if the box below it says so too."""
        if not self.what.value:
            self._say("Nothing was deleted. Tick what is to go.")
            return
        if not self.sure.value:
            self._say("Nothing was deleted. Tick the box above the button if you are sure.")
            return
        gone: list[str] = []
        problem = ""
        for id, text in KEPT:
            if id not in self.what.value:
                continue
            try:
                _FORGET[id]()
            except FollowUpError as error:
                problem = str(error)
                break
            gone.append(text)
            self.what.value = [left for left in self.what.value if left != id]
        if not problem:
            self.sure.value = []
        self._say(" ".join(filter(None, (f"Deleted: {'; '.join(gone)}." if gone else "", problem))))

    def _say(self, text: str) -> None:
        self.state.value = f"<p>{escape(text)}</p>"
        self.box.announce(text, again=True)


def _forget_progress() -> None:
    forget_in_journal()
    kept = session.progress_file() or ProgressFile(session.folder() / session.PROGRESS)
    kept.forget(really=True)


_FORGET: dict[str, Callable[[], None]] = {
    "interview": lambda: forget_case(really=True),
    "journal": lambda: forget_campaign(really=True),
    "letters": lambda: forget_letters(really=True),
    "progress": _forget_progress,
}
"""What deletes each of :data:`KEPT`."""
