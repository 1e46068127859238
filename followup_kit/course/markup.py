"""The little markup of prompts and explanations: paragraphs, lists, bold, code; shown as HTML or as text.

A blank line ends a paragraph, ``- `` starts an item of a list, ``**bold**`` and `` `code` `` mark words.
Everything else is shown as it stands, escaped.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

__all__ = ["Shown", "inline", "to_html", "to_text"]


def to_html(text: str) -> str:
    """``text`` as markup of a page.

    >>> to_html("Count **working** days.\\n\\n- Monday\\n- <Tuesday>")
    '<p>Count <strong>working</strong> days.</p><ul><li>Monday</li><li>&lt;Tuesday&gt;</li></ul>'
    """
    out: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines: list[str] = []
        items: list[str] = []
        for line in block.splitlines():
            if line.lstrip().startswith("- "):
                items.append(line.lstrip()[2:])
            elif items:
                items[-1] += " " + line.strip()
            else:
                lines.append(line.strip())
        if lines:
            out.append(f"<p>{inline(' '.join(lines))}</p>")
        if items:
            out.append("<ul>" + "".join(f"<li>{inline(i)}</li>" for i in items) + "</ul>")
    return "".join(out)


def inline(text: str) -> str:
    """One line of it, without a paragraph around it."""
    text = escape(text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"`(.+?)`", r"<code>\1</code>", text)


def to_text(text: str) -> str:
    """``text`` without its marks.

    >>> to_text("Count **working** days with `plan`.")
    'Count working days with plan.'
    """
    return re.sub(r"\*\*(.+?)\*\*", r"\1", re.sub(r"`(.+?)`", r"\1", text.strip()))


class Shown:
    """What has an HTML and a text form, and shows itself in a notebook or a terminal."""

    __slots__ = ()

    def as_html(self) -> str:
        """The markup; what a person typed is escaped in it."""
        raise NotImplementedError

    def as_text(self) -> str:
        """The same in plain text."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.as_text()

    def _repr_html_(self) -> str:
        return self.as_html()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(self.as_text())
