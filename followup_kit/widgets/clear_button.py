"""A button that clears, and then brings back what it cleared: nobody loses words by a slip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

__all__ = ["ClearButton"]


class ClearButton(widgets.Button):  # type: ignore[misc]
    """``clear`` empties something and returns what was there, or None where there was nothing; ``restore`` puts it back.

    The focus stays on the button, and its text says what the next press does. :meth:`forget` lets go of
    what was cleared, once something else has been entered.

    >>> words = ["Dear Ana,"]
    >>> made = ClearButton("Clear", "Bring my words back", words.pop, words.append)
    >>> made.click()
    >>> words, made.description
    ([], 'Bring my words back')
    >>> made.click()
    >>> words, made.description
    (['Dear Ana,'], 'Clear')
    """

    def __init__(
        self, text: str, back: str, clear: Callable[[], Any], restore: Callable[[Any], object]
    ) -> None:
        super().__init__(description=text)
        self._texts, self._clear, self._restore = (text, back), clear, restore
        self._cleared: Any = None
        self._busy = False
        self.on_click(lambda _: self._press())

    def _press(self) -> None:
        self._busy = True
        try:
            if self._cleared is None:
                self._cleared = self._clear()
            else:
                self._restore(self._cleared)
                self._cleared = None
        finally:
            self._busy = False
        self.description = self._texts[self._cleared is not None]

    def forget(self, _: object = None) -> None:
        """Bring nothing back any more: the next press clears. Without effect while a press is under way."""
        if not self._busy:
            self._cleared = None
            self.description = self._texts[0]
