"""A drill as a widget: one case at a time, with its form, and the next case at the press of a button."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from followup_kit.course.drills import Drill, drill
from followup_kit.course.exercise_record import Outcome
from followup_kit.widgets.base import Shell, button, html, row, shell
from followup_kit.widgets.form import ExerciseForm

__all__ = ["DrillForm", "drill_form"]


def drill_form(kind: str, seed: int | None = None, *, level: int = 3) -> DrillForm:
    """The form of a drill; ``level`` is that of its heading.

    >>> form = drill_form("names", seed=3)
    >>> form.check().status
    'not_attempted'
    """
    return DrillForm(drill(kind, seed), level)


class DrillForm:
    """The widget of one drill. ``box`` is what is shown."""

    def __init__(self, run: Drill, level: int = 3) -> None:
        self.run = run
        self._level = level
        self._place = widgets.VBox()
        self._state = html()
        self.box: Shell = shell(
            [self._place, row([button("Next case", self.next)]), self._state],
            f"Drill: {run.kind.title}",
            level=level,
        )
        self._open()

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def _open(self) -> None:
        self.form = ExerciseForm(self.run.question, self._level + 1, after_check=self._draw)
        self._place.children = (self.form.box,)
        self._draw()

    def _draw(self) -> None:
        self._state.value = f"<p>{escape(self.run.summary())}</p>"

    def check(self) -> Outcome:
        """Check the case that is open."""
        return self.form.check()

    def next(self) -> None:
        """Go on to the next case; the level follows the answers."""
        self.run.next()
        self._open()
        self.box.announce(f"Case {self.run.case}. {self.run.summary()}.", again=True)
