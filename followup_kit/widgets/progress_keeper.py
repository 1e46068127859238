"""The learner's progress as a file of their own: a copy to download, and a copy of elsewhere brought in."""

from __future__ import annotations

import base64
import os
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from followup_kit.course.learner import session
from followup_kit.course.learner.progress import Progress
from followup_kit.errors import FollowUpError
from followup_kit.widgets.base import Details, Field, Shell, button, html, row, shell

__all__ = ["ProgressKeeper", "progress_keeper"]

COPY = "my-progress.json"


def progress_keeper(*, level: int = 4) -> ProgressKeeper:
    """A form that saves the learner's progress as a file, and merges such a file into it.

    >>> form = progress_keeper()
    >>> form.save()
    >>> form.box.said
    'Nothing is kept yet: run the first cell of the lesson.'
    """
    return ProgressKeeper(level)


class ProgressKeeper:
    """The form that :func:`progress_keeper` makes. ``box`` is the widget; the methods do what its buttons do."""

    def __init__(self, level: int) -> None:
        self.link, self.state = html(), html()
        self.name = Field("Or write where the file is", help=f"for example {COPY}")
        self.upload: Any = widgets.FileUpload(
            description="Choose a file", accept=".json,application/json", multiple=False
        )
        self.upload.observe(lambda _: self._chosen(), "value")
        self.name.on_enter(self.bring_in)
        intro = html(
            "<p>What you have reached is in one small file. It holds no name and no date. "
            "Take it to another computer, or give it to whoever leads your course.</p>"
        )
        merged = html(
            "<p>A file that you bring in is added to what is here. Nothing that you have reached gets lost.</p>"
        )
        self.box: Shell = shell(
            [
                intro,
                row([button("Save a copy", self.save)]),
                self.link,
                merged,
                row([self.upload]),
                self.name,
                row([button("Bring it in", self.bring_in)]),
                self.state,
                Details("What is in the file?", "<p>Nothing yet: save a copy first.</p>"),
            ],
            "Keep or move my progress",
            level=level,
        )
        self.inside: Details = self.box.children[-1]

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def save(self) -> None:
        """Write a copy into the learner's folder, with a link that downloads the same."""
        kept = session.progress_file()
        if kept is None:
            self._say("Nothing is kept yet: run the first cell of the lesson.")
            return
        text = kept.progress.to_json()
        self.inside.body = f"<pre>{escape(text)}</pre>"
        coded = base64.b64encode(text.encode()).decode()
        self.link.value = (
            f'<p><a download="{COPY}" href="data:application/json;base64,{coded}">Download {COPY}</a></p>'
        )
        try:
            written = kept.export(session.folder() / COPY)
        except FollowUpError as error:
            self._say(f"{error} The link downloads the same.")
            return
        self._say(f"Saved as {written.as_posix()}. The link downloads the same.")

    def _chosen(self) -> None:
        if self.upload.value:
            self._say(f"Chosen: {self.upload.value[0]['name']}. Now press “Bring it in”.")

    def bring_in(self) -> None:
        """Merge the file that was chosen, or else the one that is named, into the progress."""
        kept = session.progress_file()
        named = self.name.value.strip().strip("\"'“”")
        if kept is None:
            self._say("Nothing is kept yet: run the first cell of the lesson.")
            return
        if not self.upload.value and not named:
            self._say("Nothing was brought in. Choose a file, or write its name.")
            return
        before = _solved(kept.progress)
        try:
            if self.upload.value:
                kept.take(bytes(self.upload.value[0]["content"]))
            else:
                kept.bring_in(_found(named))
        except FollowUpError as error:
            self._say(str(error))
            return
        self.upload.value, self.name.value = (), ""
        more = _solved(kept.progress) - before
        said = f"Brought in: {more} more {'exercise' if more == 1 else 'exercises'} solved."
        self._say(f"{said} {kept.notice}".strip())

    def _say(self, text: str) -> None:
        self.state.value = f"<p>{escape(text)}</p>"
        self.box.announce(text, again=True)


def _found(named: str) -> Path:
    """Where a file of that name is: as it was written, or in the learner's folder."""
    path, inside = Path(named), session.folder() / named
    # os.path.exists says no to a name that no file can have, where Path.exists raises.
    return inside if not os.path.exists(path) and os.path.exists(inside) else path  # noqa: PTH110


def _solved(progress: Progress) -> int:
    return sum(one.right for one in progress.exercises.values())
