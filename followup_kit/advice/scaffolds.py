"""Sentence starters for a blank page, by kind of letter."""

from __future__ import annotations

from functools import cache

from followup_kit.advice.loading import load_data
from followup_kit.advice.rules import sourced
from followup_kit.errors import UnknownName
from followup_kit.records.base import DataRecord
from followup_kit.records.scaffold import Scaffold

__all__ = ["scaffold", "scaffolds"]


class _Book(DataRecord, frozen=True, kw_only=True):
    scaffolds: tuple[Scaffold, ...]


@cache
def scaffolds() -> tuple[Scaffold, ...]:
    """All scaffolds, one for each kind of letter.

    >>> [s.kind for s in scaffolds()][:2]
    ['thank_you', 'work_sample']
    """
    found = load_data("scaffolds.toml", _Book).scaffolds
    for one in found:
        for starter in one.starters:
            place = f"scaffolds {one.kind} → starters {starter.purpose}"
            sourced(starter.rules, "scaffolds.toml", place, editorial=starter.editorial, needed=True)
    return found


def scaffold(kind: str) -> Scaffold:
    """The starters for one kind of letter; raises :class:`~followup_kit.errors.UnknownName` for an unknown kind.

    >>> scaffold("thank_you").starters[0].text
    'Dear [name and title, as on the card],'
    """
    for found in scaffolds():
        if found.kind == kind:
            return found
    raise UnknownName("kind of letter", kind, [s.kind for s in scaffolds()])
