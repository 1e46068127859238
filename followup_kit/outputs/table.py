"""A frame as a table that everyone can read: a caption, heads in plain words, the first column as row heads.

Everything in it is escaped, numbers are short, and what is missing stays empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from followup_kit.errors import UnknownName
from followup_kit.outputs.html import STYLE
from followup_kit.outputs.words import day_text

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Table", "table"]


class Table:
    """A table with its caption: ``heads``, then one row each, the first cell of a row being its head.

    It shows itself in a notebook, and in a terminal with ``print``.
    """

    def __init__(
        self, caption: str, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...], numbers: frozenset[int]
    ) -> None:
        self.caption = caption
        self.heads = heads
        self.rows = rows
        self._numbers = numbers

    def __repr__(self) -> str:
        count = len(self.rows)
        return f"<table of {count} {'row' if count == 1 else 'rows'}: {self.caption}>"

    def __str__(self) -> str:
        lines = [self.caption]
        for row in self.rows:
            said = (f"{head}: {cell}" for head, cell in zip(self.heads[1:], row[1:], strict=True) if cell)
            lines.append(f"  {row[0]} – {'; '.join(said)}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        heads = "".join(f'<th scope="col"{self._right(n)}>{escape(h)}</th>' for n, h in enumerate(self.heads))
        rows = "".join(
            f'<tr><th scope="row">{escape(row[0])}</th>'
            + "".join(f"<td{self._right(n)}>{escape(cell)}</td>" for n, cell in enumerate(row[1:], 1))
            + "</tr>"
            for row in self.rows
        )
        label = escape(f"Table: {self.caption}", quote=True)
        return (
            f'<div class="fk-plan">{STYLE}<div class="fk-scroll" tabindex="0" role="group" aria-label="{label}">'
            f'<table style="table-layout:auto"><caption>{escape(self.caption)}</caption>'
            f"<thead><tr>{heads}</tr></thead>"
            f"<tbody>{rows}</tbody></table></div></div>"
        )

    def _right(self, column: int) -> str:
        """Numbers stand below one another."""
        return ' style="text-align:end!important;min-width:5em"' if column in self._numbers else ""


def table(
    frame: pd.DataFrame | pd.Series[Any],
    caption: str,
    columns: Mapping[str, str] | None = None,
    index: str | None = None,
    missing: str = "",
) -> Table:
    """``frame`` as a table with a caption.

    ``columns`` picks columns and gives each its head in plain words, all as they are where it is
    left out; ``index`` is the head of the index. Raises
    :class:`~followup_kit.errors.UnknownName` for a column that the frame has not.

    >>> from followup_kit.outputs.evidence import let_go_frame
    >>> print(table(let_go_frame(), "Still open", {"still_open": "Share"}, index="Day"))
    Still open
      14 – Share: 0.57
      12 – Share: 0.62
      30 – Share: 0.30
    """
    if hasattr(frame, "to_frame"):
        frame = frame.to_frame()
    known = [str(c) for c in frame.columns]
    heads = {c: c.replace("_", " ") for c in known} if columns is None else dict(columns)
    for column in heads:
        if column not in known:
            raise UnknownName("column", column, known)
    first = index if index is not None else str(frame.index.name or "").replace("_", " ")
    picked = frame[list(heads)]
    rows = tuple(
        (_cell(label), *(_cell(value) or missing for value in values))
        for label, values in zip(picked.index, picked.itertuples(index=False), strict=True)
    )
    return Table(
        caption,
        (first, *heads.values()),
        rows,
        frozenset(n for n, c in enumerate(heads, 1) if _is_number(picked[c].dtype)),
    )


def _is_number(dtype: Any) -> bool:
    return getattr(dtype, "kind", "") in "iuf"


def _cell(value: Any) -> str:
    """One value in a few signs; nothing where there is none."""
    if value is None or str(value) in ("<NA>", "NaT", "nan"):
        return ""
    if hasattr(value, "strftime"):
        return day_text(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value)
