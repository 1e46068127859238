"""The atomic rules of the five sources, and the sources themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from followup_kit.advice.loading import load_data
from followup_kit.errors import DataError, UnknownName
from followup_kit.records.advice import Rule, Source
from followup_kit.records.base import DataRecord

__all__ = ["check_rule_ids", "cite", "rule_range", "rules", "sourced", "sources"]


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


def sourced(
    ids: tuple[str, ...],
    file: str,
    place: str,
    *,
    own: str | None = None,
    editorial: str | None = None,
    needed: bool = False,
) -> None:
    """Raise :class:`~followup_kit.errors.DataError` for an id in a data file that is no rule.

    Where rules are ``needed``, also for an entry that has neither rules nor a reason why it is ours.
    """
    if needed and not ids and not editorial:
        raise DataError(file, place, "it has no rules: name them, or say in editorial why it is here.")
    try:
        check_rule_ids(ids, own)
    except UnknownName as error:
        raise DataError(file, f"{place} → rules", str(error)) from None


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
