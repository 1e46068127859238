"""How a record is shown, without the record knowing who shows it.

Text, pages, frames, pictures and calendars are made on floors above the records. The package's own
``__init__`` names in one table where each display is made; it is loaded when it is first asked for,
so that planning alone loads none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

__all__ = ["pretty", "register", "show"]

_MADE_IN: dict[str, str] = {}


def register(displays: Mapping[str, str]) -> None:
    """Say where displays are made: the name of each function, and its module."""
    _MADE_IN.update(displays)


def show(display: str, shown: object, *parts: object, **options: object) -> Any:
    """Make a display by its name, for example ``plan_html`` of a plan; what else is given is handed on.

    >>> import followup_kit as fk
    >>> p = fk.plan(fk.Interview(day=fk.parse_day("2026-03-02")), "persistent")
    >>> show("plan_text", p) == str(p)
    True
    """
    return getattr(import_module(_MADE_IN[display]), display)(shown, *parts, **options)


def pretty(shown: object, printer: Any, cycle: bool) -> None:  # noqa: ARG001  (IPython gives it)
    """What IPython prints of a large record, and a notebook stores beside its table: the text that ``print`` gives.

    A record with plans in it has a ``repr`` of a hundred pages; nobody reads it.
    """
    printer.text(str(shown))
