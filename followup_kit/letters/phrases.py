"""Phrase sets: regular expressions from data, run once each over the letter's folded view.

A pattern is written in small letters. A blank stands for one or more blanks, ``<name>`` for a
macro of the data file. ``<co>``, ``<pos>`` and ``<who>`` are the company, the position and the
interviewer as the context names them. A long pattern is a list of pieces, joined with nothing
between. No quantifier may stand on a group that holds another
one, so that time grows with the length of the letter only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

from followup_kit.advice.loading import load_data
from followup_kit.records.base import DataRecord

__all__ = ["CO", "POS", "WHO", "Hit", "Index", "Pattern", "compile_pattern", "find", "index", "phrase_sets"]

CO, POS, WHO = "\ue000", "\ue001", "\ue002"
"""What stands in the view for each letter of the company, the position and the interviewer."""

_MACRO = re.compile(r"<([a-z_]+)>")


Pieces: TypeAlias = str | tuple[str, ...]


class _File(DataRecord, frozen=True, kw_only=True):
    macros: dict[str, Pieces]
    sets: dict[str, dict[str, tuple[Pieces, ...]]]


class Pattern(NamedTuple):
    """A pattern, and pieces of text one of which must be there for it to match."""

    triggers: frozenset[str]
    written: str


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
    written = _blanks(expanded)
    return Pattern(_triggers(written), written)


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


def _triggers(pattern: str) -> frozenset[str]:
    """Pieces of text one of which every match must hold; empty where none can be named."""
    found = _required(re._parser.parse(pattern))  # type: ignore[attr-defined]
    return frozenset(_key(piece) for piece in found) if found else frozenset()


def _required(nodes: Any) -> frozenset[str] | None:
    """The rarest set of literals one of which a sequence of nodes needs."""
    candidates: list[frozenset[str]] = []
    run = ""
    for kind, value in [*nodes, (None, None)]:
        name = str(kind)
        if name == "LITERAL":
            run += chr(value)
            continue
        if name == "AT":
            continue
        if len(run) >= 3:
            candidates.append(frozenset({run}))
        run = ""
        inner: frozenset[str] | None = None
        if name == "BRANCH":
            inner = _every([_required(branch) for branch in value[1]])
        elif name == "SUBPATTERN":
            inner = _required(value[3])
        elif name == "MAX_REPEAT" and value[0] >= 1:
            repeated = list(value[2])
            if len(repeated) == 1 and str(repeated[0][0]) == "LITERAL" and chr(repeated[0][1]) == " ":
                continue
            inner = _required(value[2])
        if inner:
            candidates.append(inner)
    return min(candidates, key=_commonness, default=None)


def _every(branches: list[frozenset[str] | None]) -> frozenset[str] | None:
    united: set[str] = set()
    for branch in branches:
        if not branch:
            return None
        united |= branch
    return frozenset(united)


def _commonness(pieces: frozenset[str]) -> float:
    return sum(0.4 ** min(len(piece.strip()), 8) + (piece.strip() in _COMMON) for piece in pieces)


_COMMON = frozenset(
    [
        "you",
        "your",
        "the",
        "and",
        "for",
        "that",
        "have",
        "would",
        "will",
        "with",
        "this",
        "not",
        "are",
        "from",
        "could",
        "can",
    ]
)


def _key(piece: str) -> str:
    """Four letters of a piece, its end, where words differ most; three where it is that short."""
    return piece[-GRAM:]


class Index(NamedTuple):
    """In which windows of a view (its sentences) each run of three or four letters stands, as bits."""

    windows: tuple[tuple[int, int], ...]
    bits: dict[str, int]


def index(view: str, windows: Iterable[tuple[int, int]]) -> Index:
    """The index of a view; a pattern is then run only in the windows that may hold it."""
    kept = tuple((a, min(b, len(view))) for a, b in windows if a < len(view))
    bits: dict[str, int] = {}
    for n, (a, b) in enumerate(kept):
        bit = 1 << n
        piece = view[a:b]
        for gram in {piece[i : i + GRAM] for i in range(len(piece))} | {
            piece[i : i + 3] for i in range(len(piece))
        }:
            bits[gram] = bits.get(gram, 0) | bit
    return Index(kept, bits)


GRAM = 4


@lru_cache(maxsize=1)
def phrase_sets() -> dict[str, dict[str, tuple[Pattern, ...]]]:
    """Set → strength → patterns; strength ``guard`` takes back what it overlaps."""
    files = [load_data(f"checklists/{name}.toml", _File) for name in ("phrases", "slips", "tone")]
    macros = {name: "".join(text) for file in files for name, text in file.macros.items()}
    return {
        name: {
            strength: tuple(compile_pattern("".join(p), macros) for p in patterns)
            for strength, patterns in strengths.items()
        }
        for file in files
        for name, strengths in file.sets.items()
    }


@lru_cache(maxsize=4096)
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written)


def find(view: str, name: str, there: Index | None = None, most: int = 40) -> tuple[Hit, ...]:
    """The hits of a phrase set in a view, in order of place, without those that a guard overlaps.

    ``there`` is the :func:`index` of the view, for those who look for several sets.

    >>> [h.strength for h in find("many thanks for your time", "thanks")]
    ['sure']
    """
    there = index(view, [(0, len(view))]) if there is None else there
    strengths = phrase_sets()[name]
    hits = [
        Hit(a, b, strength)
        for strength, patterns in strengths.items()
        if strength != "guard"
        for a, b in _spans(view, patterns, there, most)
    ]
    if not hits:
        return ()
    guards = list(_spans(view, strengths.get("guard", ()), there, 4 * most))
    if guards:
        hits = [h for h in hits if not any(a < h.end and h.start < b for a, b in guards)]
    return tuple(sorted(hits))


def _spans(view: str, patterns: tuple[Pattern, ...], there: Index, most: int) -> Iterator[tuple[int, int]]:
    windows, bits = there
    for triggers, written in patterns:
        if triggers:
            mask = 0
            for piece in triggers:
                mask |= bits.get(piece, 0)
            if not mask:
                continue
            search = _compiled(written)
            count = 0
            while mask and count < most:
                low = mask & -mask
                mask ^= low
                a, b = windows[low.bit_length() - 1]
                for found in search.finditer(view, a, b):
                    if found.end() > found.start():
                        yield found.start(), found.end()
                        count += 1
        else:
            for found in islice(_compiled(written).finditer(view), most):
                if found.end() > found.start():
                    yield found.start(), found.end()
