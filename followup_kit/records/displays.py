"""What is made on floors above, asked for by its name: displays of records, and consensus plans.

Text, pages, frames, pictures and calendars are made above the records, which know nobody who shows
them. The package's own ``__init__`` names in one table where each is made; it is loaded when it is
first asked for, so that planning alone loads none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["pretty", "register", "show", "upstairs"]

_MADE_IN: dict[str, str] = {}


def register(displays: Mapping[str, str]) -> None:
    """Say where they are made: the name of each function, and its module."""
    _MADE_IN.update(displays)


def show(display: str, shown: object, *parts: object, **options: object) -> Any:
    """Make a display by its name, for example ``plan_html`` of a plan; what else is given is handed on.

    >>> import followup_kit as fk
    >>> p = fk.plan(fk.Interview(day=fk.parse_day("2026-03-02")), "persistent")
    >>> show("plan_text", p) == str(p)
    True
    """
    return upstairs(display)(shown, *parts, **options)


def upstairs(name: str) -> Callable[..., Any]:
    """The function of that name, from the module that was registered for it."""
    made: Callable[..., Any] = getattr(import_module(_MADE_IN[name]), name)
    return made


def pretty(shown: object, printer: Any, cycle: bool) -> None:  # noqa: ARG001  (IPython gives it)
    """What IPython prints of a large record, and a notebook stores beside its table: the text that ``print`` gives.

    A record with plans in it has a ``repr`` of a hundred pages; nobody reads it.
    """
    printer.text(str(shown))
