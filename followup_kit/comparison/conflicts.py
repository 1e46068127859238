"""Where protocols conflict: found from their steps and stances, and measured in one case."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from followup_kit.advice.loading import load_data
from followup_kit.comparison.attributes import ATTRIBUTES, Holding
from followup_kit.comparison.measures import MEASURES
from followup_kit.records.advice import Protocol
from followup_kit.records.base import DataRecord
from followup_kit.records.comparison import Conflict, ConflictSpec, Side
from followup_kit.records.plan import Plan

__all__ = ["conflict_specs", "find_conflicts", "holdings"]


class _Conflicts(DataRecord, frozen=True, kw_only=True):
    conflicts: tuple[ConflictSpec, ...]


@cache
def conflict_specs() -> tuple[ConflictSpec, ...]:
    """The questions on which protocols may differ, in order.

    >>> conflict_specs()[0].topic
    'How often to call about the decision'
    """
    return load_data("conflicts.toml", _Conflicts).conflicts


def holdings(protocol: Protocol) -> dict[int, Holding]:
    """What a protocol holds, by the number of the question; a question it does not speak of is left out.

    >>> from followup_kit.advice.protocols import load_protocol
    >>> holdings(load_protocol("classic"))[1].rules
    ('000.19',)
    """
    found = {spec.id: ATTRIBUTES[spec.attribute](protocol) for spec in conflict_specs()}
    return {id: holding for id, holding in found.items() if holding is not None}


def find_conflicts(protocols: Mapping[str, Protocol], plans: Mapping[str, Plan]) -> tuple[Conflict, ...]:
    """The questions on which these protocols hold at least two positions, in order.

    ``plans`` are the same case planned by each, by the same ids.
    """
    held = {id: holdings(protocol) for id, protocol in protocols.items()}
    found = []
    for spec in conflict_specs():
        sides = [_side(spec, id, held[id][spec.id], plans[id]) for id in protocols if spec.id in held[id]]
        if len({s.position for s in sides}) > 1:
            found.append(_conflict(spec, tuple(sides)))
    return tuple(found)


def _side(spec: ConflictSpec, protocol: str, holding: Holding, plan: Plan) -> Side:
    wording = spec.says.get(holding.position) or spec.says.get("listed", holding.position)
    here, value = MEASURES[spec.measure](plan)
    return Side(
        protocol=protocol,
        position=holding.position,
        says=holding.says or wording.format(**holding.numbers),
        rules=holding.rules,
        here=here,
        value=value,
    )


def _conflict(spec: ConflictSpec, sides: tuple[Side, ...]) -> Conflict:
    values = [s.value for s in sides if s.value is not None]
    difference = max(values) - min(values) if values else 0
    return Conflict(
        id=spec.id,
        topic=spec.topic,
        unit=spec.unit,
        sides=sides,
        difference=difference,
        in_this_case=_in_this_case(spec, sides, difference),
    )


def _in_this_case(spec: ConflictSpec, sides: tuple[Side, ...], difference: int) -> str:
    same: dict[str, list[str]] = {}
    for side in sides:
        same.setdefault(side.here, []).append(side.protocol)
    said = "; ".join(
        f"{_list(protocols)} {here if len(protocols) == 1 else _plural(here)}"
        for here, protocols in same.items()
    )
    if len(same) == 1:
        return f"Here they come to the same: {said}."
    if not difference:
        return f"{said}."
    unit = spec.unit.removesuffix("s") if difference == 1 else spec.unit
    apart = (
        f"That is {difference} {unit} apart" if spec.unit == "days" else f"They differ by {difference} {unit}"
    )
    return f"{said}. {apart}."


def _plural(clause: str) -> str:
    """The clause with its verb for several: "first asks on …" becomes "first ask on …"."""
    words = clause.split(" ")
    verb = next(n for n, w in enumerate(words) if w not in ("first", "still"))
    words[verb] = words[verb].removesuffix("s")
    return " ".join(words)


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
