"""The five protocols, a teacher's own from TOML, and those that are worked out from the five, by name.

The steps that an offer or a rejection brings (``protocols/shared.toml``) stand in every protocol
that has none of the same name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import msgspec

from followup_kit.advice.loading import load_data, load_file
from followup_kit.advice.rules import sourced
from followup_kit.errors import CaseError, DataError, UnknownName, shorten
from followup_kit.records.advice import Protocol, Step, Until, When
from followup_kit.records.base import DataRecord
from followup_kit.records.displays import upstairs

__all__ = [
    "CONSENSUS",
    "PROTOCOLS",
    "all_step_ids",
    "load_protocol",
    "protocol_ids",
    "protocol_schema",
    "read_protocol",
    "shared_steps",
]

PROTOCOLS = ("classic", "measured", "paced", "showcase", "persistent")
CONSENSUS = ("strictest", "majority", "by_field", "written_only")
"""The protocols that are worked out from the five: their names are taken too."""


class _Shared(DataRecord, frozen=True, kw_only=True):
    steps: Annotated[tuple[Step, ...], msgspec.Meta(min_length=1)]


def protocol_ids() -> tuple[str, ...]:
    """The ids of the five protocols, in the order of their sources."""
    return PROTOCOLS


def load_protocol(name: str | Path) -> Protocol:
    """A protocol by its id, by the name of a consensus plan, or from a TOML file of one's own.

    Raises :class:`~followup_kit.errors.UnknownName` where there is no such protocol, and
    :class:`~followup_kit.errors.DataError`, with file and place, where a file is not one, or takes
    the id of a protocol of ours: its plans would be taken for those of another.

    >>> load_protocol("classic").step("call").rules[0]
    '000.05'
    """
    if isinstance(name, str):
        if name in PROTOCOLS:
            return _built_in(name)
        if name in CONSENSUS:
            worked_out: Protocol = upstairs("consensus")(name)
            return worked_out
        if not name.endswith(".toml"):
            raise UnknownName("protocol", name, (*PROTOCOLS, *CONSENSUS))
    protocol = load_file(name, Protocol)
    if protocol.id in PROTOCOLS or protocol.id in CONSENSUS:
        raise DataError(
            Path(name).name,
            "id",
            f"{protocol.id!r} is the name of a protocol of this package: give your own another one.",
        )
    return _complete(protocol, Path(name).name)


def read_protocol(given: Protocol | str | Path) -> Protocol:
    """The protocol that is meant: as it is, or as :func:`load_protocol` reads it.

    Raises :class:`~followup_kit.errors.CaseError` for what is none of these.

    >>> read_protocol("strictest").step("let_go").ends_contact
    True
    """
    if isinstance(given, Protocol):
        return given
    if isinstance(given, str | Path):
        return load_protocol(given)
    raise CaseError(
        f"{shorten(repr(given))} is no protocol: give an id such as 'classic', a file (.toml) or a protocol."
    )


def protocol_schema() -> dict[str, Any]:
    """The JSON Schema of a protocol file, for editors and for other programs.

    >>> protocol_schema()["$ref"]
    '#/$defs/Protocol'
    """
    return msgspec.json.schema(Protocol)


@cache
def shared_steps() -> tuple[Step, ...]:
    """The steps that the employer's answer brings into every protocol (000.01, 000.02, 000.26, 000.27)."""
    return load_data("protocols/shared.toml", _Shared).steps


@cache
def all_step_ids() -> frozenset[str]:
    """The ids of all steps of the five protocols."""
    return frozenset(s.id for p in PROTOCOLS for s in _built_in(p).steps)


@cache
def _built_in(name: str) -> Protocol:
    file = f"protocols/{name}.toml"
    return _complete(load_data(file, Protocol), file)


def _complete(protocol: Protocol, file: str) -> Protocol:
    """The protocol with the shared steps, once everything in it has been found to hold together."""
    own = {s.id for s in protocol.steps}
    steps = protocol.steps + tuple(s for s in shared_steps() if s.id not in own)
    _check(protocol, file)
    return msgspec.structs.replace(protocol, steps=steps)


def _check(protocol: Protocol, file: str) -> None:
    earlier: list[str] = []
    every = [s.id for s in protocol.steps]
    for step in protocol.steps:
        place = f"steps {step.id}"

        def wrong(problem: str, place: str = place) -> DataError:
            return DataError(file, place, problem)

        if step.id in earlier:
            raise wrong("this id stands twice; give each step its own.")
        _check_rules(step, protocol.source, file, place)
        if step.instead_of:
            _refer([step.instead_of], earlier, every, wrong)
        for when in [step.when, *step.by_channel.values(), *([step.not_before] if step.not_before else [])]:
            _check_when(when, earlier, every, wrong)
        if step.without_date and step.without_date.offset is not None:
            _check_window(step.without_date.offset, "days", step.without_date.until, wrong)
        for reading in step.readings:
            if reading.when:
                _check_when(reading.when, every, every, wrong)
        _check_step(step, wrong)
        earlier.append(step.id)
    for name in ("boldness", "field", "silence", "why"):
        stance = getattr(protocol.stance, name)
        if stance:
            sourced(stance.rules + stance.also, file, f"stance → {name}", own=protocol.source)


def _check_step(step: Step, wrong: Any) -> None:
    if step.when.anchor == "promised_date" and step.without_date is None:
        raise wrong(
            "it counts from the promised date, so it needs without_date = { assume = … } or { offset = … }."
        )
    if step.without_date and (step.without_date.assume is None) == (step.without_date.offset is None):
        raise wrong("without_date takes either assume or offset, in days.")
    if step.when.anchor == "last_contact" and step.repeat != "chain":
        raise wrong(
            "a step that counts from last_contact needs repeat = 'chain'; with limit = 1 it stands once."
        )
    others = [*step.by_channel.values(), *(r.when for r in step.readings if r.when)]
    if any(w.anchor == "last_contact" for w in others):
        raise wrong("only the step's own when may count from last_contact, not by_channel or a reading.")
    floors = [step.not_before, *(r.not_before for r in step.readings)]
    if any(f and f.anchor not in ("promised_date", "interview") for f in floors):
        raise wrong("not_before counts from promised_date or from interview.")
    if step.repeat and step.when.offset == 0 and not step.pace:
        raise wrong("a step that repeats needs an offset of at least 1.")
    if step.pace and 0 in step.pace.values():
        raise wrong("a pace is at least 1 day.")
    if step.repeat == "chain" and step.when.anchor != "last_contact":
        raise wrong("a chain counts from last_contact.")
    if step.repeat == "grid" and step.when.anchor not in ("step", "interview"):
        raise wrong("a grid counts from a step or from the interview.")
    if step.ends_contact != (step.kind == "stop"):
        raise wrong("a step of kind stop, and no other, has ends_contact = true.")
    if (step.to is None) != (step.channels == ("none",)):
        raise wrong("a step has somebody it goes to, or the one channel none.")
    if not set(step.by_channel) <= set(step.channels):
        raise wrong("by_channel names a channel that the step does not have.")


def _check_when(when: When, before: Iterable[str], every: list[str], wrong: Any) -> None:
    needs = when.anchor in ("step", "first_unanswered")
    if needs != bool(when.steps):
        raise wrong(
            f'from = {when.anchor!r} needs steps = ["…"], the steps it counts from.'
            if needs
            else f"steps goes with from = 'step' or 'first_unanswered', not with {when.anchor!r}."
        )
    _refer(when.steps, before, every, wrong)
    _check_window(when.offset, when.unit, when.until, wrong)


def _check_window(offset: int, unit: str, until: Until | None, wrong: Any) -> None:
    """A window must not end before it begins; working days against days is known only with a calendar."""
    if until is None or (until.unit == "working_days" and unit == "days"):
        return
    end = -(-until.offset // 24) if until.unit == "hours" else until.offset
    if end < offset:
        raise wrong(f"the window ends ({until.offset} {until.unit}) before it begins ({offset} {unit}).")


def _refer(names: Iterable[str], before: Iterable[str], every: list[str], wrong: Any) -> None:
    before = list(before)
    for name in names:
        if name in before:
            continue
        if name in every:
            raise wrong(f"it refers to {name!r}, which stands later; a step may refer only to earlier ones.")
        raise wrong(str(UnknownName("step", name, before or every)))


def _check_rules(step: Step, source: str, file: str, place: str) -> None:
    sourced(step.rules, file, place, own=source)
    for aspect, ids in step.rests_on.items():
        for id in ids:
            if id not in step.rules:
                problem = f"{id} is not among the step's rules; add it there, or take it out here."
                raise DataError(file, f"{place} → rests_on → {aspect}", problem)
    for reading in step.readings:
        sourced(reading.rules, file, f"{place} → readings {reading.label}", own=source)
