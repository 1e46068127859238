"""Which protocols are meant: by id, by the name of a consensus plan, from a file, or as they are.

Whatever comes in is looked over first: a protocol that cannot be compared gets a clear sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from followup_kit.advice.protocols import CONSENSUS, load_protocol, protocol_ids
from followup_kit.advice.soundness import check_protocol
from followup_kit.errors import CaseError, UnknownName
from followup_kit.records.advice import Protocol

__all__ = ["choose", "choose_all"]


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
