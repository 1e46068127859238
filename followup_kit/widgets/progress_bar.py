"""How far a learner is: a bar with its text, for one lesson or the whole course."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape
from pathlib import Path

from followup_kit.course.answers import say_day
from followup_kit.course.learner import session
from followup_kit.course.learner.progress import Progress
from followup_kit.course.learner.review import review_days, save_review
from followup_kit.course.registry import lesson, lessons
from followup_kit.course.summary import save_summary
from followup_kit.errors import FollowUpError
from followup_kit.widgets.base import Shell, button, html, row, shell

__all__ = ["ProgressBar", "bar_markup", "progress_bar"]


def progress_bar(lesson_id: str | None = None, *, level: int = 3) -> ProgressBar:
    """The progress of one lesson, or of every lesson and the course where none is named.

    >>> "0 of 6 exercises" in progress_bar("04").body.value
    True
    """
    return ProgressBar(lesson_id, level)


class ProgressBar:
    """A bar that follows the learner's answers. ``box`` is the widget."""

    def __init__(self, lesson_id: str | None, level: int) -> None:
        self.lesson_id = lesson_id
        self.body = html()
        title = f"Your progress in lesson {lesson_id}" if lesson_id else "Your progress in the course"
        self.state = html()
        keep = [
            button("Save two review dates", self.save_review),
            button("Save a one-page summary", self.save_summary),
        ]
        below = [row(keep), self.state] if lesson_id else []
        self.box: Shell = shell([self.body, *below], title, level=level)
        if kept := session.progress_file():
            kept.watch(self.refresh)
        self.refresh()

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def refresh(self) -> None:
        """Draw it anew from what is known now."""
        kept = session.progress_file()
        progress = kept.progress if kept else Progress()
        shown = [lesson(self.lesson_id)] if self.lesson_id else list(lessons())
        parts = [
            bar_markup(f"Lesson {o.id}: {o.title}", tuple(e.id for e in o.exercises), progress) for o in shown
        ]
        if not self.lesson_id:
            every = tuple(e.id for o in shown for e in o.exercises)
            parts.append(bar_markup("The whole course", every, progress))
        if kept is None:
            parts.append("<p>Nothing is kept yet: run the first cell of the lesson.</p>")
        elif kept.notice:
            parts.append(f"<p>{escape(kept.notice)}</p>")
        self.body.value = "".join(parts)

    def save_review(self) -> None:
        """Write the two days on which to look at the lesson again into the learner's folder."""
        today = dt.date.today()  # noqa: DTZ011 - the learner's own date
        days = " and ".join(say_day(d) for d in review_days(today))
        self._save(
            lambda lesson_id: save_review(lesson_id, today),
            f" for {days}. Open it to add both to your calendar",
        )

    def save_summary(self) -> None:
        """Write the lesson on one page for print into the learner's folder."""
        self._save(save_summary, ". Open it in a browser to print it")

    def _save(self, write: Callable[[str], Path], then: str) -> None:
        try:
            said = f"Saved as {write(str(self.lesson_id)).as_posix()}{then}."
        except FollowUpError as error:
            said = str(error)
        self.state.value = f"<p>{escape(said)}</p>"
        self.box.announce(said, again=True)


def bar_markup(title: str, exercises: tuple[str, ...], progress: Progress) -> str:
    """A labelled bar with its text beside it."""
    done = progress.done(exercises)
    text = f"{done} of {len(exercises)} exercises"
    # The text inside is for browsers without <progress>; the label holds the name and the count.
    return (
        f"<p><label>{escape(title)}: {text}<br>"
        f'<progress max="{max(len(exercises), 1)}" value="{done}">{text}</progress></label></p>'
    )
