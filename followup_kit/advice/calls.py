"""The advice on calls: lines, branches, routes and the checklist, from ``advice/calls/*.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from followup_kit.advice.loading import load_data, load_file
from followup_kit.advice.rules import sourced
from followup_kit.errors import DataError, UnknownName
from followup_kit.records.base import DataRecord
from followup_kit.records.call import CALL_KINDS, CallAdvice, CallItem, CallKind, RouteAdvice

__all__ = ["SLOTS", "call_advice", "call_items", "gap", "load_call_items", "route_advice"]

SLOTS = ("interviewer", "sender", "phone", "day", "position", "company", "answer_by", "point")
"""What may stand in curly brackets in a line."""

_SLOT = re.compile(r"\{([^}]*)\}")


class _Routes(DataRecord, frozen=True, kw_only=True):
    gaps: dict[str, str]
    routes: tuple[RouteAdvice, ...]


class _Checklist(DataRecord, frozen=True, kw_only=True):
    items: Annotated[tuple[CallItem, ...], Meta(min_length=1)]


@cache
def call_advice(kind: CallKind) -> CallAdvice:
    """The lines and branches of one kind of call.

    Raises :class:`~followup_kit.errors.UnknownName` where there is no such kind.

    >>> call_advice("voicemail").seconds
    25
    """
    if kind not in CALL_KINDS:
        raise UnknownName("kind of call", kind, CALL_KINDS)
    file = f"calls/{kind}.toml"
    advice = load_data(file, CallAdvice)
    if advice.id != kind:
        raise DataError(file, "id", f"is {advice.id!r}; the file's name says {kind!r}.")
    _check_advice(advice, file)
    return advice


@cache
def route_advice() -> dict[str, RouteAdvice]:
    """The ways for the same content to travel, by id.

    >>> list(route_advice())
    ['phone', 'relay', 'email', 'text']
    """
    return {r.id: r for r in _routes().routes}


def gap(slot: str) -> str:
    """What stands in a script where something is not known.

    >>> gap("sender")
    '[your name]'
    """
    return _routes().gaps[slot]


@cache
def _routes() -> _Routes:
    return load_data("calls/routes.toml", _Routes)


@cache
def call_items() -> tuple[CallItem, ...]:
    """The checklist for calls, in order.

    >>> [i.id for i in call_items()][:2]
    ['says_who', 'one_question']
    """
    file = "calls/checklist.toml"
    items = load_data(file, _Checklist).items
    _check_items(items, file)
    return items


def load_call_items(path: str | Path) -> tuple[CallItem, ...]:
    """A checklist of a teacher's own, in the shape of ``advice/calls/checklist.toml``.

    Raises :class:`~followup_kit.errors.DataError` with file and place where it cannot be used.
    """
    items = load_file(path, _Checklist).items
    _check_items(items, Path(path).name)
    return items


def _check_advice(advice: CallAdvice, file: str) -> None:
    variants = {v.id for v in advice.variants}
    _once([b.id for b in advice.branches], "branches", file)
    sourced(advice.rules, file, "rules")
    for variant in advice.variants:
        sourced(variant.rules, file, f"variants {variant.id}", editorial=variant.editorial, needed=True)
    for number, line in enumerate(advice.lines, 1):
        place = f"lines {number} ({line.part})"
        sourced(line.rules, file, place, editorial=line.editorial, needed=True)
        _filled((line.say, line.write or "", line.via or ""), place, file)
        for name in line.variants:
            if name not in variants:
                raise DataError(file, place, str(UnknownName("variant", name, sorted(variants))))
    for branch in advice.branches:
        place = f"branches {branch.id}"
        sourced(branch.rules, file, place, editorial=branch.editorial, needed=True)
        _filled((branch.say,), place, file)


def _check_items(items: tuple[CallItem, ...], file: str) -> None:
    _once([i.id for i in items], "items", file)
    for item in items:
        place = f"items {item.id}"
        sourced(item.rules, file, place, editorial=item.editorial, needed=True)
        for pattern in (*item.patterns, *item.doubtful, *item.guards):
            try:
                re.compile(pattern)
            except re.error as error:
                raise DataError(
                    file, place, f"the pattern {pattern[:60]!r} cannot be read: {error}."
                ) from None


def _once(ids: Iterable[str], place: str, file: str) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise DataError(file, f"{place} {id}", "this id stands twice; give each its own.")
        seen.add(id)


def _filled(texts: tuple[str, ...], place: str, file: str) -> None:
    for text in texts:
        for slot in _SLOT.findall(text):
            if slot not in SLOTS:
                raise DataError(file, place, str(UnknownName("gap", slot, sorted(SLOTS))))
