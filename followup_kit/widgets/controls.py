"""Our own controls: radio group, checkbox group, list, text field and day, with labels bound to their fields.

ipywidgets' RadioButtons are not tied to their description and its Checkbox has no group, so these
draw native elements (``fieldset``, ``legend``, ``label for``) by a short script of ours, read from
this package. Where a page cannot run such scripts (:func:`plain_controls` says so) each of them
stands on plain ipywidgets instead; value, options and error are the same either way.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import traitlets

__all__ = ["Checklist", "Choice", "DayField", "Field", "Select", "plain_controls", "use_plain_controls"]

HERE = Path(__file__).parent
_WIDE = {"description_width": "initial"}
_plain: bool | None = None


def plain_controls() -> bool:
    """True where controls are built from plain ipywidgets.

    That is so if ``anywidget`` is not installed, if the environment variable
    ``FOLLOWUP_KIT_WIDGETS`` is ``plain``, or after :func:`use_plain_controls`. Whether the page
    itself can run scripts is known only to the page: there, a shell that hears nothing from its
    script for a few seconds shows a sentence that names :func:`use_plain_controls`.
    """
    if _plain is not None:
        return _plain
    return os.environ.get("FOLLOWUP_KIT_WIDGETS") == "plain" or find_spec("anywidget") is None


def use_plain_controls(plain: bool | None = True) -> None:
    """Build the controls made from now on from plain ipywidgets; ``None`` goes back to detecting it."""
    global _plain
    _plain = plain


def _native(**traits: Any) -> Any:
    return _native_class()(**traits)


_class: Any = None


def _native_class() -> Any:
    """The widget behind all controls, made at first use: importing anywidget takes a tenth of a second."""
    global _class
    if _class is None:
        import anywidget

        class NativeControl(anywidget.AnyWidget):
            _esm = HERE / "controls.js"
            kind = traitlets.Unicode("radio").tag(sync=True)
            label = traitlets.Unicode().tag(sync=True)
            help = traitlets.Unicode().tag(sync=True)
            error = traitlets.Unicode().tag(sync=True)
            options: Any = traitlets.List().tag(sync=True)
            # No echo: it would come back over what was typed meanwhile.
            value = traitlets.Any(allow_none=True).tag(sync=True, echo_update=False)
            rows = traitlets.Int(4).tag(sync=True)
            disabled = traitlets.Bool(False).tag(sync=True)
            entered = traitlets.Int(0).tag(sync=True, echo_update=False)

            def __init__(self, **traits: Any) -> None:
                super().__init__(**traits)
                self.on_msg(lambda _, content, _buffers: self.set_state(content))

        _class = NativeControl
    return _class


def _pairs(options: Iterable[str | tuple[str, str]]) -> list[list[str]]:
    """Options as ``[value, text]``; a plain word is both."""
    return [[o, o] if isinstance(o, str) else [o[0], o[1]] for o in options]


class _Control(widgets.VBox):  # type: ignore[misc]
    """What the controls share: a value, a label, a line of help, an error, and one widget that shows them."""

    label = traitlets.Unicode()
    help = traitlets.Unicode()
    error = traitlets.Unicode()
    disabled = traitlets.Bool(False)
    options: Any = traitlets.List()

    def __init__(self, label: str, **traits: Any) -> None:
        super().__init__(label=label, **traits)
        self._entered: list[Callable[[], object]] = []
        if plain_controls():
            self._build_plain()
        else:
            self._build_native()

    def _native_traits(self) -> dict[str, Any]:
        raise NotImplementedError

    def _plain_widget(self) -> Any:
        raise NotImplementedError

    def _build_native(self) -> None:
        shared = {n: getattr(self, n) for n in ("label", "help", "error", "disabled", "options", "value")}
        self.inner = _native(**shared, **self._native_traits())
        for name in shared:
            traitlets.link((self, name), (self.inner, name))
        self.inner.observe(lambda _: self._enter(), "entered")
        self.children: Any = (self.inner,)

    def _build_plain(self) -> None:
        self.inner = self._plain_widget()
        self._words = widgets.HTML()
        self._draw_words()
        self.observe(lambda _: self._draw_words(), ["help", "error"])
        traitlets.link((self, "disabled"), (self.inner, "disabled"))
        self.children = (self.inner, self._words)

    def _draw_words(self) -> None:
        parts = [f"<p>{escape(self.help)}</p>"] if self.help else []
        parts += [f'<p class="fk-error">{escape(self.error)}</p>'] if self.error else []
        self._words.value = "".join(parts)

    def _enter(self) -> None:
        for act in self._entered:
            act()

    def on_enter(self, act: Callable[[], object]) -> None:
        """Call ``act`` when Enter is pressed in a line of text."""
        self._entered.append(act)


class Choice(_Control):
    """One of several: a group of radio buttons in a ``fieldset``, moved through by the arrow keys.

    ``options`` are values, or pairs of value and text. ``value`` is the chosen value or ``None``.

    >>> channel = Choice("How?", [("email", "By e-mail"), ("phone", "By phone")])
    >>> channel.value = "phone"
    >>> channel.value
    'phone'
    """

    value = traitlets.Unicode(None, allow_none=True)

    def __init__(self, label: str, options: Iterable[str | tuple[str, str]], **traits: Any) -> None:
        super().__init__(label, options=_pairs(options), **traits)

    def _native_traits(self) -> dict[str, Any]:
        return {"kind": "radio"}

    def _plain_widget(self) -> Any:
        def choices(options: list[list[str]]) -> list[tuple[str, str | None]]:
            return [("– choose –", None), *((text, value) for value, text in options)]

        # A dropdown: of the plain widgets that choose one, it is the one whose label is bound.
        inner = widgets.Dropdown(
            description=self.label, options=choices(self.options), value=self.value, style=_WIDE
        )

        def redraw(change: Any) -> None:
            inner.options = choices(change["new"])

        self.observe(redraw, "options")
        traitlets.link((self, "value"), (inner, "value"))
        return inner


class Checklist(_Control):
    """Any number of several: a group of checkboxes in a ``fieldset``. ``value`` lists what is ticked, in order.

    >>> asked = Checklist("You asked for", ["their name", "the date"], value=["the date"])
    >>> asked.value
    ['the date']
    """

    value = traitlets.List(traitlets.Unicode())

    def __init__(self, label: str, options: Iterable[str | tuple[str, str]], **traits: Any) -> None:
        super().__init__(label, options=_pairs(options), **traits)

    def _native_traits(self) -> dict[str, Any]:
        return {"kind": "checkbox"}

    def _plain_widget(self) -> Any:
        # Several may be chosen in a list; its label is bound, unlike that of a row of checkboxes.
        inner = widgets.SelectMultiple(
            description=self.label,
            options=[(text, value) for value, text in self.options],
            value=tuple(self.value),
            style=_WIDE,
        )

        def outward(change: Any) -> None:
            self.value = list(change["new"])

        def inward(change: Any) -> None:
            inner.value = tuple(change["new"])

        def redraw(change: Any) -> None:
            inner.options = [(text, value) for value, text in change["new"]]

        inner.observe(outward, "value")
        self.observe(inward, "value")
        self.observe(redraw, "options")
        return inner


class Field(_Control):
    """A line of text, or an area of ``rows`` lines, whose label is bound and whose error is announced.

    >>> day = Field("On which day?", help="for example 5 March 2026")
    >>> day.value = " 17 march 2026"
    >>> day.error = "That is a Tuesday."
    """

    value = traitlets.Unicode("")

    def __init__(self, label: str, *, rows: int = 1, **traits: Any) -> None:
        self._rows = rows
        super().__init__(label, **traits)

    def _native_traits(self) -> dict[str, Any]:
        return {"kind": "text"} if self._rows == 1 else {"kind": "area", "rows": self._rows}

    def _plain_widget(self) -> Any:
        layout = {"width": "100%"}
        if self._rows > 1:
            inner: Any = widgets.Textarea(description=self.label, rows=self._rows, style=_WIDE, layout=layout)
        else:
            inner = widgets.Text(description=self.label, style=_WIDE, layout=layout)
        traitlets.link((self, "value"), (inner, "value"))
        return inner


class Select(_Control):
    """One of many: a list that opens. ``options`` are values, or pairs of value and text.

    Where ``value`` is no longer among the options, the first of them is chosen.

    >>> application = Select("Application", [("acme", "Acme, clerk"), ("harbour", "Harbour Clinic")])
    >>> application.value
    'acme'
    """

    value = traitlets.Unicode(None, allow_none=True)

    def __init__(self, label: str, options: Iterable[str | tuple[str, str]] = (), **traits: Any) -> None:
        super().__init__(label, options=_pairs(options), **traits)
        self._stay()
        self.observe(lambda _: self._stay(), ["options", "value"])

    def offer(self, options: Iterable[str | tuple[str, str]]) -> None:
        """Offer these options from now on."""
        self.options = _pairs(options)

    def _stay(self) -> None:
        values = [value for value, _ in self.options]
        if self.value not in values:
            self.value = values[0] if values else None

    def _native_traits(self) -> dict[str, Any]:
        return {"kind": "select"}

    def _plain_widget(self) -> Any:
        inner = widgets.Dropdown(
            description=self.label, options=_texts_first(self.options), style=_WIDE, layout={"width": "100%"}
        )

        def redraw(change: Any) -> None:
            chosen = self.value
            inner.options = _texts_first(change["new"])  # which chooses the first of them
            if chosen in [value for value, _ in change["new"]]:
                inner.value = chosen

        self.observe(redraw, "options")
        traitlets.link((self, "value"), (inner, "value"))
        return inner


def _texts_first(options: list[list[str]]) -> list[tuple[str, str]]:
    return [(text, value) for value, text in options]


class DayField(_Control):
    """A day: the browser's own field for dates. ``value`` is ``YYYY-MM-DD``, or empty; ``day`` the date.

    >>> on = DayField("On which day", day=dt.date(2026, 3, 2))
    >>> on.value
    '2026-03-02'
    >>> on.value = ""
    >>> on.day is None
    True
    """

    value = traitlets.Unicode("")

    def __init__(self, label: str, *, day: dt.date | None = None, **traits: Any) -> None:
        super().__init__(label, value=day.isoformat() if day else "", **traits)

    @property
    def day(self) -> dt.date | None:
        """The day that is filled in, or None."""
        try:
            return dt.date.fromisoformat(self.value)
        except ValueError:
            return None

    @day.setter
    def day(self, day: dt.date | None) -> None:
        self.value = day.isoformat() if day else ""

    def _native_traits(self) -> dict[str, Any]:
        return {"kind": "date"}

    def _plain_widget(self) -> Any:
        inner = widgets.DatePicker(description=self.label, value=self.day, style=_WIDE)

        def outward(change: Any) -> None:
            self.day = change["new"]

        def inward(_: Any) -> None:
            inner.value = self.day

        inner.observe(outward, "value")
        self.observe(inward, "value")
        return inner
