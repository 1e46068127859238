"""Exercise cells, read leniently: a learner who forgets quotation marks should not meet a traceback.

Only cells that hold an exercise's ``check(`` are touched, and only their lines ``name=value``. What is
no Python value there becomes text; a cell that still cannot be read becomes one sentence about it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Container

from followup_kit.course.learner import session
from followup_kit.course.markup import Shown
from followup_kit.records.base import Record

__all__ = ["Note", "lenient", "unreadable"]

_BLANK = re.compile(
    r"^(?P<head>\s+(?P<name>[A-Za-z_]\w*)\s*=\s*)(?P<value>[^=\s].*?)?\s*,?\s*(?P<note>#.*)?$"
)
_QUOTES = "\"'`“”‘’„«»"


class Note(Shown, Record, frozen=True, kw_only=True):
    """A few words of the course to the learner: a title and what it says, in our small markup."""

    title: str
    body: str = ""
    code: str = ""

    def as_text(self) -> str:
        from followup_kit.course.markup import to_text

        parts = [f"{self.title}. {to_text(self.body)}".strip() if self.body else self.title, self.code]
        return "\n".join(p for p in parts if p)

    def as_html(self) -> str:
        from html import escape

        from followup_kit.course.markup import to_html

        code = f"<pre><code>{escape(self.code)}</code></pre>" if self.code else ""
        return f'<div class="fk-card"><p><strong>{escape(self.title)}</strong></p>{to_html(self.body)}{code}</div>'


def lenient(lines: list[str], known: Container[str] = ()) -> list[str]:
    """The lines of a cell, with unquoted answers put in quotation marks.

    ``known`` are the names that the learner has given values to; they are left as they are.

    >>> typed = "q = course.exercise('04-x')\\nq.check(\\n    due=17 march 2026,  # a day\\n)"
    >>> print("".join(lenient(typed.splitlines(keepends=True))))
    q = course.exercise('04-x')
    q.check(
        due="17 march 2026",  # a day
    )
    """
    source = "".join(lines)
    if (
        not re.search(r"^[^#\n]*\.check\(", source, re.MULTILINE)
        or "course." not in source
        or re.search(r"^\s*[%!]", source, re.MULTILINE)
    ):
        return lines
    mended = source if _parses(source) and not _has_loose(lines, known) else _mend(source, known)
    if _parses(mended):
        return mended.splitlines(keepends=True)
    line = _bad_line(mended)
    return [f"__import__({__name__!r}, fromlist=['unreadable']).unreadable({line!r})\n"]


def lenient_here(lines: list[str]) -> list[str]:
    """:func:`lenient` for the notebook that runs, with the names that have a value there."""
    ip = session.shell_of()
    return lenient(lines, () if ip is None else ip.user_ns)


def unreadable(line: str) -> Note:
    """What is shown in place of a cell that is no Python."""
    where = f" near `{line}`" if line else ""
    return Note(
        title="! That could not be checked",
        body=f"The cell cannot be read{where}: put each answer between two quotation marks, with a comma after it.\n\n"
        "To start this cell anew, delete everything but its first line, add `q.reset()` below it and run it.",
    )


def _parses(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _bad_line(source: str) -> str:
    try:
        ast.parse(source)
    except SyntaxError as error:
        lines = source.splitlines()
        return lines[error.lineno - 1].strip()[:60] if error.lineno and error.lineno <= len(lines) else ""
    except (ValueError, RecursionError, MemoryError):
        return ""
    return ""


def _has_loose(lines: list[str], known: Container[str]) -> bool:
    return any(
        (m := _BLANK.match(line.rstrip("\n"))) and _is_loose(m["value"] or "", known) for line in lines
    )


def _is_loose(value: str, known: Container[str]) -> bool:
    """True for what was meant as text: no literal, no call, no known name, none with a dot or bracket."""
    if value.isidentifier() and value in known:
        return False
    if (
        not value
        or value.startswith(('"""', "'''"))
        or (re.search(r"[\w\])]\s*[.(\[]\s*\w*\(?|^[(\[{]", value) and _parses(value))
    ):
        return not value
    try:
        ast.literal_eval(value)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return value != "..."
    return False


def _mend(source: str, known: Container[str]) -> str:
    lines = []
    for line in source.splitlines():
        match = _BLANK.match(line)
        if match and _is_loose(match["value"] or "", known):
            text = (match["value"] or "").strip(_QUOTES + " ,").replace("\\", "\\\\").replace('"', '\\"')
            note = f"  {match['note']}" if match["note"] else ""
            line = f'{match["head"]}"{text}",{note}'
        lines.append(line)
    return "\n".join(lines)
