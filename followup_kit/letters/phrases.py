"""Phrase sets: regular expressions from data, run once each over the letter's folded view.

A pattern is written in small letters. A blank stands for one or more blanks, ``<name>`` for a
macro of the data file. ``<co>``, ``<pos>`` and ``<who>`` are the company, the position and the
interviewer as the context names them. No quantifier may stand on a group that holds another
one, so that time grows with the length of the letter only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from followup_kit.advice.loading import load_data
from followup_kit.records.base import DataRecord

__all__ = ["CO", "POS", "WHO", "Hit", "Pattern", "compile_pattern", "find", "phrase_sets"]

CO, POS, WHO = "\ue000", "\ue001", "\ue002"
"""What stands in the view for each letter of the company, the position and the interviewer."""

_MACRO = re.compile(r"<([a-z_]+)>")
_ESCAPED = re.compile(r"\\.|\[[^\]]*\]")


class _File(DataRecord, frozen=True, kw_only=True):
    macros: dict[str, str]
    sets: dict[str, dict[str, tuple[str, ...]]]


class Pattern(NamedTuple):
    """A compiled pattern and the words one of which must stand in the text for it to match."""

    trigger: str
    regex: re.Pattern[str]


class Hit(NamedTuple):
    """Where a phrase was found, and how sure it is (the strength's name in the data)."""

    start: int
    end: int
    strength: str


def compile_pattern(pattern: str, macros: Mapping[str, str]) -> Pattern:
    """A pattern of the data file, ready to run."""
    expanded = pattern
    for _ in range(4):
        expanded = _MACRO.sub(lambda m: macros.get(m.group(1), m.group(0)), expanded)
    expanded = expanded.replace("<co>", f"{CO}+").replace("<pos>", f"{POS}+").replace("<who>", f"{WHO}+")
    return Pattern(_trigger(expanded), re.compile(_blanks(expanded)))


def _blanks(pattern: str) -> str:
    """Each blank outside a class as "one or more blanks"."""
    out: list[str] = []
    inside = False
    for n, c in enumerate(pattern):
        if c == "[" and pattern[n - 1 : n] != "\\":
            inside = True
        elif c == "]" and pattern[n - 1 : n] != "\\":
            inside = False
        out.append(" +" if c == " " and not inside and pattern[n + 1 : n + 2] not in {"?", "*", "+"} else c)
    return "".join(out)


def _trigger(pattern: str) -> str:
    """The longest plain word that every match must hold, or nothing."""
    if "|" in re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", pattern))):
        return ""
    depth = 0
    run = ""
    best = ""
    cleaned = _ESCAPED.sub(lambda m: "\x00" * len(m.group()), pattern)
    for n, c in enumerate(cleaned + "\x00"):
        if c == "(":
            depth += 1
        plain = depth == 0 and (c.isalpha() or c in "'-") and cleaned[n + 1 : n + 2] not in {"?", "*", "{"}
        if plain:
            run += c
        else:
            if len(run) > len(best):
                best = run
            run = ""
        if c == ")":
            depth -= 1
    return best if len(best) >= 3 else ""


@lru_cache(maxsize=1)
def phrase_sets() -> dict[str, dict[str, tuple[Pattern, ...]]]:
    """Set → strength → patterns; strength ``guard`` takes back what it overlaps."""
    files = [load_data(f"checklists/{name}.toml", _File) for name in ("phrases", "tone")]
    macros = {name: text for file in files for name, text in file.macros.items()}
    return {
        name: {
            strength: tuple(compile_pattern(p, macros) for p in patterns)
            for strength, patterns in strengths.items()
        }
        for file in files
        for name, strengths in file.sets.items()
    }


def find(view: str, name: str, most: int = 40) -> tuple[Hit, ...]:
    """The hits of a phrase set in a view, in order of place, without those that a guard overlaps.

    >>> [h.strength for h in find("many thanks for your time", "thanks")]
    ['sure']
    """
    strengths = phrase_sets()[name]
    hits = [
        Hit(a, b, strength)
        for strength, patterns in strengths.items()
        if strength != "guard"
        for a, b in _spans(view, patterns, most)
    ]
    if not hits:
        return ()
    guards = list(_spans(view, strengths.get("guard", ()), 4 * most))
    if guards:
        hits = [h for h in hits if not any(a < h.end and h.start < b for a, b in guards)]
    return tuple(sorted(hits))


def _spans(view: str, patterns: tuple[Pattern, ...], most: int) -> Iterator[tuple[int, int]]:
    for trigger, regex in patterns:
        if trigger and trigger not in view:
            continue
        count = 0
        for found in regex.finditer(view):
            if found.end() > found.start():
                yield found.start(), found.end()
                count += 1
                if count >= most:
                    break
