"""Checklists: ours, and a teacher's that adds items or silences some of ours."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec

from followup_kit.advice.loading import load_data, load_file
from followup_kit.errors import DataError, near_matches
from followup_kit.letters.checks import CHECKS
from followup_kit.records.letter import Checklist, Item

__all__ = ["load_checklist", "our_checklist"]

OWN_CHECKS = ("phrases_present", "phrases_absent")
"""What an item of a teacher's own may be checked by, besides the checks of this package."""


@lru_cache(maxsize=1)
def our_checklist() -> Checklist:
    """The checklist of this package.

    >>> our_checklist().items[0].id
    'addressed_by_name'
    """
    return load_data("checklists/letter.toml", Checklist)


def load_checklist(path: str | Path | None = None) -> Checklist:
    """Our checklist, or a file of your own over it.

    A file may silence items (``silenced = ["impact"]``), replace an item by giving one of the same
    id, and add items that are checked by ``phrases_present`` or ``phrases_absent`` with
    ``phrases``, regular expressions on the text in small letters.
    Raises :class:`~followup_kit.errors.DataError` where it cannot be used.

    >>> len(load_checklist().items)
    26
    """
    ours = our_checklist()
    if path is None:
        return ours
    theirs = load_file(path, Checklist)
    shown = Path(path).name
    items = {item.id: item for item in ours.items}
    for item in theirs.items:
        _usable(item, shown)
        items[item.id] = item
    for name in theirs.silenced:
        if name not in items:
            near = near_matches(name, items)
            hint = f" Did you mean {near[0]!r}?" if near else f" Items: {', '.join(items)}."
            raise DataError(shown, "silenced", f"there is no item {name!r}.{hint}")
    return msgspec.structs.replace(
        theirs,
        items=tuple(items.values()),
        notes={**ours.notes, **theirs.notes},
        example_context={**ours.example_context, **theirs.example_context},
    )


def _usable(item: Item, shown: str) -> None:
    if item.check in OWN_CHECKS:
        if not item.phrases:
            raise DataError(shown, f"items {item.id}", f"the check {item.check!r} needs 'phrases'.")
        for phrase in item.phrases:
            try:
                re.compile(phrase)
            except re.error as error:
                raise DataError(
                    shown, f"items {item.id}", f"the phrase {phrase!r} is no regular expression: {error}."
                ) from None
    elif item.check not in CHECKS:
        near = near_matches(item.check, [*CHECKS, *OWN_CHECKS])
        hint = f" Did you mean {near[0]!r}?" if near else f" Allowed: {', '.join([*OWN_CHECKS, *CHECKS])}."
        raise DataError(shown, f"items {item.id}", f"there is no check {item.check!r}.{hint}")
