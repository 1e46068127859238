"""The accessibility tree of a widget as a short text, and the file that it is compared with."""

from __future__ import annotations

import os
import re
from pathlib import Path

from playwright.sync_api import Locator

FOLDER = Path(__file__).with_name("snapshots")
UPDATE = "FOLLOWUP_KIT_UPDATE_SNAPSHOTS"
MOST_OPTIONS, MOST = 12, 3
# What JupyterLab makes of a link to a file beside the notebook.
SERVED = r"http://127\.0\.0\.1:\d+/files/practice/([^?\s]*)\?_xsrf=\S*"


def tree(part: Locator) -> str:
    """What a screen reader gets, as YAML: roles, names, states.

    Of a long list of options only the chosen one is kept, of other lists and of tables the beginning: the
    rest is data.
    """
    lines = re.sub(SERVED, r"\1", part.aria_snapshot()).splitlines()
    kept: list[str] = []
    while lines:
        line = lines.pop(0)
        indent = len(line) - len(line.lstrip())
        inside = []
        while lines and len(lines[0]) - len(lines[0].lstrip()) > indent:
            inside.append(lines.pop(0))
        if re.match(r"\s*- combobox\b", line):
            options = [x for x in inside if re.match(r"\s*- option\b", x)]
            if len(options) > MOST_OPTIONS:
                inside = [x for x in inside if x not in options or "[selected]" in x]
                inside.append(" " * (indent + 2) + "# more options")
        if re.match(r"\s*- (rowgroup|list)\b", line):
            inside = _beginning(inside, indent + 2)
        kept.append(line)
        lines = inside + lines
    return "\n".join(kept) + "\n"


def _beginning(inside: list[str], indent: int) -> list[str]:
    heads = [n for n, x in enumerate(inside) if len(x) - len(x.lstrip()) == indent]
    return inside if len(heads) <= MOST else [*inside[: heads[MOST]], " " * indent + "# and more"]


def expected(name: str, now: str) -> str:
    """What the file of that name says; with the variable ``UPDATE`` set it is first written anew."""
    path = FOLDER / f"{name}.yml"
    if os.environ.get(UPDATE):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(now, "utf-8")
    assert path.exists(), f"{path.name} is missing: run the tests once with {UPDATE}=1"
    return path.read_text("utf-8")
