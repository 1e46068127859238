"""The atomic rules of the five sources, and the sources themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from followup_kit.advice.loading import load_data
from followup_kit.errors import UnknownName
from followup_kit.records.advice import Rule, Source
from followup_kit.records.base import DataRecord

__all__ = ["check_rule_ids", "cite", "rule_range", "rules", "sources"]


class _RuleBook(DataRecord, frozen=True, kw_only=True):
    sources: tuple[Source, ...]
    rules: tuple[Rule, ...]


@cache
def _book() -> _RuleBook:
    return load_data("rules.toml", _RuleBook)


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by id, in the order of the sources; read-only.

    >>> rules()["000.19"].kinds
    ('limit',)
    >>> len(rules())
    125
    """
    return MappingProxyType({r.id: r for r in _book().rules})


@cache
def sources() -> Mapping[str, Source]:
    """The five sources by id; read-only.

    >>> sources()["004"].year
    2014
    """
    return MappingProxyType({s.id: s for s in _book().sources})


def cite(source: str) -> str:
    """How the product names a source; an id that is not one of ours is given back as it is.

    >>> cite("001")
    'John Krautzel, "Are You Following Up After the Interview?"'
    """
    known = sources().get(source)
    return known.cite if known else source


def check_rule_ids(ids: tuple[str, ...], own: str | None = None) -> None:
    """Raise :class:`~followup_kit.errors.UnknownName` for the first id that is no rule.

    Ids that begin with ``own`` (the source of a user's own protocol) are theirs to define.
    """
    for rule_id in ids:
        theirs = own and own not in sources() and rule_id.startswith(f"{own}.")
        if rule_id not in rules() and not theirs:
            raise UnknownName("rule", rule_id, rules())


def rule_range(ids: tuple[str, ...]) -> str:
    """Rule ids as a short text; neighbours become a range.

    >>> rule_range(("000.05", "000.06", "000.07", "000.19"))
    '000.05–000.07, 000.19'
    """
    parts: list[list[str]] = []
    for rule_id in ids:
        if parts and _follows(parts[-1][-1], rule_id):
            parts[-1].append(rule_id)
        else:
            parts.append([rule_id])
    return ", ".join(f"{p[0]}–{p[-1]}" if len(p) > 2 else ", ".join(p) for p in parts)


def _follows(before: str, id: str) -> bool:
    source, _, number = before.partition(".")
    return id == f"{source}.{int(number) + 1:02d}"
