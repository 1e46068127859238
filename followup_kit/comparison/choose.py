"""Which protocols are meant: by id, by the name of a consensus plan, from a file, or as they are.

Whatever comes in is looked over first: a protocol that cannot be compared gets a clear sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from followup_kit.advice.protocols import load_protocol, protocol_ids
from followup_kit.comparison.attributes import contact_steps
from followup_kit.comparison.measures import day_of, standing
from followup_kit.errors import CaseError, UnknownName
from followup_kit.planner.wording import day_text
from followup_kit.records.advice import Protocol
from followup_kit.records.plan import Plan

__all__ = ["CONSENSUS", "check_plan", "check_protocol", "choose", "choose_all", "goes_on_note"]

CONSENSUS = ("strictest", "majority", "by_field", "written_only")
"""The protocols that are worked out from the five."""


def choose(protocol: Protocol | str | Path) -> Protocol:
    """The protocol that is meant.

    >>> choose("strictest").step("let_go").ends_contact
    True
    """
    if isinstance(protocol, Protocol):
        chosen = protocol
    elif isinstance(protocol, str) and protocol in CONSENSUS:
        from followup_kit.comparison.consensus import consensus  # it plans and scores to say who objects

        chosen = consensus(protocol)
    elif isinstance(protocol, str) and protocol not in protocol_ids() and not protocol.endswith(".toml"):
        raise UnknownName("protocol", protocol, (*protocol_ids(), *CONSENSUS))
    else:
        chosen = load_protocol(protocol)
    check_protocol(chosen)
    return chosen


def choose_all(protocols: Iterable[Protocol | str | Path] | None) -> dict[str, Protocol]:
    """The protocols by id, in order; the five where none are named."""
    if isinstance(protocols, str | Path | Protocol):
        protocols = [protocols]
    found: dict[str, Protocol] = {}
    for one in protocol_ids() if protocols is None else protocols:
        protocol = choose(one)
        if protocol.id in found:
            raise CaseError(
                f"Two of the protocols have the id {protocol.id!r}: give your own protocol an id of its own."
            )
        found[protocol.id] = protocol
    if not found:
        raise CaseError("Name at least one protocol to compare.")
    return found


def check_protocol(protocol: Protocol) -> None:
    """Raise :class:`~followup_kit.errors.CaseError` for a protocol that never contacts anybody."""
    if not any(not s.optional and s.on == "interview" for s in contact_steps(protocol)):
        raise CaseError(
            f"The protocol {protocol.id!r} never contacts anybody: give it at least one step of kind thanks, "
            "letter or nudge that is not optional."
        )


def check_plan(plan: Plan) -> None:
    """Raise :class:`~followup_kit.errors.CaseError` for a plan with two calls about the decision on one day."""
    calls = Counter(day_of(t) for t in standing(plan, "nudge") if t.channel == "phone" and t.status != "done")
    for day, count in calls.items():
        if count > 1:
            raise CaseError(
                f"The protocol {plan.protocol!r} plans {count} calls on {day_text(day)}: "
                "let one of them count another number of days."
            )


def goes_on_note(protocol: Protocol) -> str | None:
    """A sentence on a protocol that goes on for ever, or None."""
    endless = [s for s in contact_steps(protocol) if s.repeat and s.limit is None]
    if not endless or any(s.ends_contact for s in protocol.steps):
        return None
    return (
        f"{protocol.title} goes on for ever without an answer ({endless[0].id}): "
        "only a step of kind stop, or a limit, would end it."
    )
