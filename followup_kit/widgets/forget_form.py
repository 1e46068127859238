"""Deleting what the course keeps of a learner: what is ticked, and only after a second tick."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from followup_kit.course.learner import session
from followup_kit.course.learner.campaign import forget_campaign
from followup_kit.course.learner.forgetting import forget_person
from followup_kit.course.learner.journal_progress import forget_in_journal
from followup_kit.course.learner.own_case import forget_case
from followup_kit.course.learner.own_letters import forget_letters
from followup_kit.course.learner.progress import ProgressFile
from followup_kit.errors import FollowUpError
from followup_kit.widgets.base import Checklist, Field, Shell, button, html, row, shell

__all__ = ["ForgetForm", "forget_form"]

KEPT = (
    ("interview", "My interview, as I entered it"),
    ("journal", "My journal, with all applications, and the calendar and packs made of it"),
    ("letters", "My letters as the letter studio keeps them, and the pack of lesson 03"),
    ("progress", "My progress and my answers to the quizzes"),
)
SURE = "Yes, delete what I chose above. It cannot be brought back."


def forget_form(*, level: int = 3) -> ForgetForm:
    """A form that deletes the learner's own data, piece by piece.

    >>> form = forget_form()
    >>> form.forget()
    >>> form.box.said
    'Nothing was deleted. Tick what is to go, or name a person.'
    """
    return ForgetForm(level)


class ForgetForm:
    """The form that :func:`forget_form` makes. ``box`` is the widget; ``forget`` does what its button does."""

    def __init__(self, level: int) -> None:
        self.what = Checklist("What is to be deleted", list(KEPT))
        self.person = Field(
            "Or one person only",
            help="Name or e-mail address. They go from your journal, your interview, your letters, and the calendar "
            "and packs made of them.",
        )
        self.sure = Checklist("Before anything is deleted", [("yes", SURE)])
        self.state = html()
        intro = html("<p>All of it is on this machine only. Files that you copied elsewhere stay there.</p>")
        buttons = row([button("Delete", self.forget)])
        self.box: Shell = shell(
            [intro, self.what, self.person, self.sure, buttons, self.state], "Delete my data", level=level
        )

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def forget(self) -> None:
        """Delete what is ticked, and the person that is named, if the box below says so too."""
        person = str(self.person.value or "").strip()
        if not self.what.value and not person:
            self._say("Nothing was deleted. Tick what is to go, or name a person.")
            return
        if not self.sure.value:
            self._say("Nothing was deleted. Tick the box above the button if you are sure.")
            return
        gone: list[str] = []
        problem = ""
        try:
            if person:
                files = forget_person(person).copies
                gone.append(f"{person}, and all files made so far: make them anew" if files else person)
                self.person.value = ""
            for id, text in KEPT:
                if id in self.what.value:
                    _FORGET[id]()
                    gone.append(text)
                    self.what.value = [left for left in self.what.value if left != id]
        except FollowUpError as error:
            problem = str(error)
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
