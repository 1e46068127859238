"""Help with a blank page: sentence starters with gaps, never a finished letter."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from followup_kit.records.advice import RuleId, Text
from followup_kit.records.base import DataRecord
from followup_kit.records.letter import Kind

__all__ = ["Scaffold", "Starter"]


class Starter(DataRecord, frozen=True, kw_only=True):
    """One sentence to go on from. ``text`` holds at least one gap in square brackets.

    ``purpose`` says in a few words what the sentence is for. ``editorial`` gives the reason where
    no source asks for such a sentence.
    """

    purpose: Text
    text: Annotated[str, Meta(pattern=r"\[[^\[\]\n]+\]")]
    rules: tuple[RuleId, ...] = ()
    editorial: Text | None = None


class Scaffold(DataRecord, frozen=True, kw_only=True):
    """The starters for one kind of letter, in the order in which they would stand."""

    kind: Kind
    starters: Annotated[tuple[Starter, ...], Meta(min_length=1)]
