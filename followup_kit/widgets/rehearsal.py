"""The rehearsal timer: how long you speak, in figures and as a bar; pause, extend, begin anew, off. No sound."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import traitlets

from followup_kit.widgets.base import html, plain_controls
from followup_kit.widgets.controls import HERE

__all__ = ["Rehearsal"]

MOMENTS = {
    "started": "The timer runs.",
    "half": "Half of the time.",
    "over": "The time is over. Finish your sentence calmly.",
    "paused": "Paused.",
    "ready": "The timer is ready.",
    "off": "The timer is off.",
}
"""What is announced; never the seconds."""

_class: Any = None


def _timer(seconds: int) -> Any:
    global _class
    if _class is None:
        import anywidget

        class RehearsalTimer(anywidget.AnyWidget):
            _esm = HERE / "rehearsal.js"
            seconds = traitlets.Int(45).tag(sync=True)
            moment = traitlets.Unicode("ready").tag(sync=True)

        _class = RehearsalTimer
    return _class(seconds=seconds)


class Rehearsal(widgets.VBox):  # type: ignore[misc]
    """The timer. ``seconds`` is the longest time; ``tell`` gets a few words at a few moments.

    Where the page cannot run scripts a sentence stands in its place.

    >>> timer = Rehearsal(45, print)
    >>> timer.inner.moment = "half"
    Half of the time.
    """

    seconds = traitlets.Int(45)

    def __init__(self, seconds: int, tell: Callable[[str], object]) -> None:
        super().__init__(seconds=seconds)
        if plain_controls():
            self.inner = html()
            self.observe(lambda _: self._say_plainly(), "seconds")
            self._say_plainly()
        else:
            self.inner = _timer(seconds)
            traitlets.link((self, "seconds"), (self.inner, "seconds"))
            self.inner.observe(lambda c: tell(MOMENTS.get(c["new"], "")), "moment")
        self.children = (self.inner,)

    def _say_plainly(self) -> None:
        self.inner.value = f"<p>Read it aloud with a watch beside you: at most {self.seconds} seconds.</p>"
