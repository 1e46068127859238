"""What all our widgets stand on: the shell with its keyboard guard and live region, and its controls.

Every widget of ours is ``shell([...], "its title")``::

    box = shell([Choice("How?", ["email", "phone"]), button("Check", act)], "Choose a channel")
    box.announce("Right: classic says to call.")

The shell's *keeper* is one invisible script of ours in the page. It stops JupyterLab's command
shortcuts at the shell (with the focus on a radio button or a list, ``x`` would cut the cell), names
the shell as a group for a screen reader, and speaks what :meth:`Shell.announce` is given. It tells
Python that it runs by the trait ``ready``; where a page cannot run it, a sentence appears after a
few seconds that says how to go on with plain controls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets

from followup_kit.widgets.controls import (
    HERE,
    Checklist,
    Choice,
    DayField,
    Field,
    Select,
    plain_controls,
    use_plain_controls,
)

__all__ = [
    "Checklist",
    "Choice",
    "DayField",
    "Details",
    "Field",
    "Framed",
    "Select",
    "Shell",
    "button",
    "html",
    "plain_controls",
    "row",
    "shell",
    "table",
    "use_plain_controls",
]

# Shown only where the script has not taken over after six seconds. The style is inline because
# the page that needs it is the one that could not load ours.
_LATE = (
    "<style>@keyframes fk-late{to{visibility:visible;max-height:20em}}"
    ".fk-late{visibility:hidden;max-height:0;margin:0;overflow:hidden;animation:fk-late 0s 6s forwards}"
    ".fk-ready .fk-late{display:none}</style>"
    '<p class="fk-late">No fields to fill in below? Then this page cannot show our own controls. '
    "Add a cell, run <code>from followup_kit.widgets.base import use_plain_controls as p; p()</code> "
    "and run this cell again.</p>"
)

_keeper_class: Any = None


def _keeper(label: str) -> Any:
    global _keeper_class
    if _keeper_class is None:
        import anywidget

        class Keeper(anywidget.AnyWidget):
            _esm = HERE / "keeper.js"
            _css = HERE / "theme.css"
            said = traitlets.List([0, ""]).tag(sync=True)
            label = traitlets.Unicode().tag(sync=True)
            ready = traitlets.Bool(False).tag(sync=True)

        _keeper_class = Keeper
    return _keeper_class(label=label)


class Shell(widgets.VBox):  # type: ignore[misc]
    """A box around one widget of ours. ``said`` is what was last announced; ``ready`` is true once its script runs.

    >>> box = shell([html("<p>Three days left.</p>")], "How long?")
    >>> box.announce("Three days left.")
    >>> box.said
    'Three days left.'
    """

    said = traitlets.Unicode("")
    ready = traitlets.Bool(False)

    def __init__(self, children: Sequence[Any], title: str, level: int, name: str) -> None:
        super().__init__()
        self._title = title or name
        self.add_class("fk-shell")
        heading = f'<h{level} class="fk-title">{escape(title)}</h{level}>' if title else ""
        if plain_controls():
            self.keeper = None
            style = f"<style>{(HERE / 'theme.css').read_text(encoding='utf-8')}</style>"
            self._region = widgets.HTML()
            self.children = (widgets.HTML(style + heading), *children, self._region)
        else:
            self.keeper = _keeper(name or title)
            traitlets.dlink((self.keeper, "ready"), (self, "ready"))
            # The region stands first: it must be in the page before it speaks.
            self.children = (self.keeper, widgets.HTML(_LATE + heading), *children)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """The widget; where no widgets are shown, its title in place of a list of Python objects."""
        shown: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        return shown | {"text/plain": f"[{self._title}: run this cell in JupyterLab to use it]"}

    def announce(self, text: str, *, again: bool = False) -> None:
        """Have a screen reader say ``text`` once, when it is free; silent where it was just said.

        ``again`` repeats it: for an answer to a button that was pressed anew. The text is spoken, not
        shown: what it says must also stand in the widget.
        """
        if text == self.said and not again:
            return
        self.said = text
        if self.keeper is None:
            self._region.value = f'<div role="status" class="fk-live">{escape(text)}</div>'
        else:
            self.keeper.said = [self.keeper.said[0] + 1, text]


class Framed(widgets.VBox):  # type: ignore[misc]
    """A widget with attributes of its own around one :class:`Shell`, its only child."""

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """The widget; where no widgets are shown, the words of its shell."""
        shown: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        words: dict[str, Any] = self.children[0]._repr_mimebundle_(**kwargs)
        return shown | {"text/plain": words["text/plain"]}


def shell(children: Sequence[Any], title: str = "", *, level: int = 4, name: str = "") -> Shell:
    """``children`` as one widget of ours: guarded, announced, in the course's look.

    ``title`` is a visible heading of that ``level`` (2 to 6: one below the heading of the cell's
    section); ``name`` names the group for a screen reader where there is no title.
    """
    if not title and not name:
        raise ValueError("A shell needs a title, or a name for screen readers.")
    if not 2 <= level <= 6:
        raise ValueError("A heading inside a notebook has a level from 2 to 6.")
    return Shell(children, title, level, name)


def html(markup: str = "") -> Any:
    """A piece of markup, shown as it is: whatever comes from a person must be escaped before."""
    return widgets.HTML(markup)


def button(text: str, act: Callable[[], object], *, primary: bool = False) -> Any:
    """A button with a visible text, which calls ``act`` without arguments."""
    made = widgets.Button(description=text)
    if primary:
        made.add_class("fk-primary")
    made.on_click(lambda _: act())
    return made


def row(children: Sequence[Any]) -> Any:
    """Buttons side by side, going on in the next line where the page is narrow."""
    made = widgets.HBox(list(children))
    made.add_class("fk-buttons")
    return made


class Details(widgets.HTML):  # type: ignore[misc]
    """Something to open: a native ``<details>`` with its ``<summary>``, worked by Space or Enter.

    ``body`` is markup; the summary is plain text and escaped. Plain HTML, so it needs no script.

    >>> Details("A hint", "<p>Count from the promised date.</p>").value
    '<details><summary>A hint</summary><p>Count from the promised date.</p></details>'
    """

    summary = traitlets.Unicode()
    body = traitlets.Unicode()
    opened = traitlets.Bool(False)

    def __init__(self, summary: str, body: str = "", *, opened: bool = False) -> None:
        super().__init__()
        self.observe(lambda _: self._draw(), ["summary", "body", "opened"])
        with self.hold_trait_notifications():
            self.summary, self.body, self.opened = summary, body, opened
        self._draw()

    def _draw(self) -> None:
        mark = " open" if self.opened else ""
        self.value = f"<details{mark}><summary>{escape(self.summary)}</summary>{self.body}</details>"


def table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[object]], *, row_heads: bool = True
) -> str:
    """A table as markup, with caption, heads of columns, and the first cell of a row as its head unless told otherwise.

    Every text is escaped.

    >>> table("Days", ["Step", "Day"], [["call", "17 March"]])[:60]
    '<div class="fk-scroll"><table><caption>Days</caption><thead>'
    """
    heads = "".join(f'<th scope="col">{escape(h)}</th>' for h in head)
    lines = []
    for cells in rows:
        shown = [escape(str(c)) for c in cells]
        marked = [f"<td>{c}</td>" for c in shown]
        if row_heads and marked:
            marked[0] = f'<th scope="row">{shown[0]}</th>'
        lines.append(f"<tr>{''.join(marked)}</tr>")
    body = f"<thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody>"
    return f'<div class="fk-scroll"><table><caption>{escape(caption)}</caption>{body}</table></div>'
