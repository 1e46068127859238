"""What carries out each rule: steps, stances, checks of the score, items of the letter check, call lines, lessons.

``python -m followup_kit.comparison.trace`` writes the table anew; a test finds one that is out of date.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from followup_kit.advice.protocols import load_protocol, protocol_ids, shared_steps
from followup_kit.advice.rules import rules
from followup_kit.comparison.score import scoring

__all__ = ["carriers", "trace_table", "write_trace"]

_HEAD = """# What carries out each rule

Made by `python -m followup_kit.comparison.trace` from the data in this folder; do not edit.

*Steps and stances* plan the rule. *Checks* run over a plan or a log (`followup-kit score`). *Items* of the
questions, the letter check and the calls name it. *See* says where a score leads that leaves it open.

"""


def carriers() -> Mapping[str, tuple[str, ...]]:
    """For each rule, the steps and stances of the protocols and the items of other data files that name it.

    >>> carriers()["000.19"][:2]
    ('classic.call', 'classic.boldness')
    """
    found: dict[str, list[str]] = {id: [] for id in rules()}
    shared = {step.id for step in shared_steps()}
    for protocol in map(load_protocol, protocol_ids()):
        named = {s.id: s.rules for s in protocol.steps}
        for name in ("boldness", "field", "silence", "why"):
            stance = getattr(protocol.stance, name)
            named |= {name: stance.rules + stance.also} if stance else {}
        for name, ids in named.items():
            for id in ids:
                found[id].append(f"{'shared' if name in shared else protocol.id}.{name}")
    for name, ids in _others():
        for id in ids:
            if id in found:
                found[id].append(name)
    return {id: tuple(dict.fromkeys(found[id])) for id in rules()}


def trace_table() -> str:
    """The table as Markdown, one row a rule."""
    planned = carriers()
    lines = [
        "| Rule | Kind | In our words | Steps and stances | Checks | Items | See |",
        "|---|---|---|---|---|---|---|",
    ]
    for id, rule in rules().items():
        how = scoring()[id]
        checks = ", ".join(f"{c.kind} ({c.of})" for c in how.checks)
        named = {
            inside: ", ".join(n for n in planned[id] if ("/" in n) == inside) for inside in (False, True)
        }
        cells = (id, ", ".join(rule.kinds), rule.rule, named[False], checks, named[True], "; ".join(how.see))
        lines.append(f"| {' | '.join(cell or '–' for cell in cells)} |")
    exceptions = [s for s in scoring().values() if s.contradicted_by]
    said = [f"- {s.rule} against {', '.join(s.contradicted_by)}: {s.contradiction}" for s in exceptions]
    return (
        f"{_HEAD}{chr(10).join(lines)}\n\n## Rules that a plan of their own source may break\n\n"
        + "\n".join(said)
        + "\n"
    )


def write_trace(path: Path) -> None:
    """Write the table to a file."""
    path.write_text(trace_table(), encoding="utf-8", newline="\n")


def _others() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The items of the other data files (questions, letter check, calls), each with its rules."""
    folder = files("followup_kit.advice")
    yield from _items(_read(folder.joinpath("questions.toml")), "questions/before")
    for inner in ("calls", "checklists"):
        for file in sorted(folder.joinpath(inner).iterdir(), key=lambda f: f.name):
            if file.name.endswith(".toml"):
                yield from _items(_read(file), f"{inner}/{file.name.removesuffix('.toml')}")


def _read(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _items(data: Any, place: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(data, dict):
        ids = data.get("rules")
        if isinstance(ids, list) and all(isinstance(id, str) for id in ids):
            yield f"{place}.{data['id']}" if "id" in data else place, tuple(ids)
        for value in data.values():
            yield from _items(value, place)
    elif isinstance(data, list):
        for value in data:
            yield from _items(value, place)


if __name__ == "__main__":
    write_trace(Path(str(files("followup_kit.advice"))) / "TRACE.md")
