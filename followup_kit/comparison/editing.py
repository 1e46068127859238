"""Changing a protocol step by step, into one of one's own."""

from __future__ import annotations

import msgspec

from followup_kit.advice.protocols import CONSENSUS, PROTOCOLS
from followup_kit.errors import CaseError, UnknownName
from followup_kit.records.advice import (
    Anchor,
    Aspect,
    Channel,
    Protocol,
    Recipient,
    Step,
    Unit,
    When,
    WithoutDate,
)

__all__ = ["ANCHORS", "change_step", "drop_step", "own_copy"]

ANCHORS: tuple[Anchor, ...] = ("interview", "promised_date")
"""What a single step may be counted from when it is changed; a series and a stop keep theirs."""
_CHANGED = "Changed in a protocol of your own."
_NO_DATE = WithoutDate(
    assume=14, editorial="No date is known; a decision 14 days after the interview is assumed."
)


def own_copy(protocol: Protocol, id: str, title: str = "") -> Protocol:
    """A copy of a protocol under an id (small letters, digits, underscores) and a title of one's own."""
    if not id.isascii() or not id.isidentifier() or id != id.lower() or id.startswith("_") or len(id) > 40:
        raise CaseError(
            f"{id[:60]!r} cannot be the name of a protocol: use small letters, digits and underscores, "
            "a letter first, at most 40."
        )
    if id in PROTOCOLS or id in CONSENSUS:
        raise CaseError(f"{id!r} is the name of a protocol of this package: give your own another one.")
    return msgspec.structs.replace(protocol, id=id, title=title or id.replace("_", " ").capitalize())


def change_step(
    protocol: Protocol,
    id: str,
    *,
    offset: int | None = None,
    unit: Unit | None = None,
    anchor: Anchor | None = None,
    channel: Channel | None = None,
    to: Recipient | None = None,
) -> Protocol:
    """The protocol with one step changed; what is not given stays.

    ``offset`` counts days or working days (``unit``) from the ``anchor``. What was changed no longer
    rests on the source's rules for it, and the step is marked editorial.

    >>> from followup_kit.advice.protocols import load_protocol
    >>> later = change_step(load_protocol("classic"), "call", offset=3)
    >>> later.step("call").when.offset, later.step("call").editorial
    (3, 'Changed in a protocol of your own.')
    """
    step = _step(protocol, id)
    changed: set[Aspect] = set()
    new = step
    when = _when(step, offset, unit, anchor)
    if when != step.when:
        without = step.without_date or _NO_DATE if when.anchor == "promised_date" else None
        new = msgspec.structs.replace(
            new, when=when, without_date=without, pace={}, by_channel={}, readings=()
        )
        changed.add("when")
    if channel is not None and (channel,) != step.channels:
        if step.in_turn or channel == "none" or step.channels == ("none",):
            raise CaseError(f"{step.title} keeps its channels: they take turns, or there is none.")
        new = msgspec.structs.replace(new, channels=(channel,), by_channel={}, any_channel=False)
        changed.add("channel")
    if to is not None and to != step.to:
        if step.to is None:
            raise CaseError(f"{step.title} goes to nobody.")
        new = msgspec.structs.replace(new, to=to, to_editorial=None)
        changed.add("to")
    if not changed:
        return protocol
    rests = {aspect: ids for aspect, ids in step.rests_on.items() if aspect not in changed}
    new = msgspec.structs.replace(new, rests_on=rests, editorial=_CHANGED)
    return msgspec.structs.replace(protocol, steps=tuple(new if s is step else s for s in protocol.steps))


def drop_step(protocol: Protocol, id: str) -> Protocol:
    """The protocol without a step; steps that count from it are named in the error.

    >>> from followup_kit.advice.protocols import load_protocol
    >>> [s.id for s in drop_step(load_protocol("classic"), "call").steps if s.on == "interview"]
    ['thank_you']
    """
    step = _step(protocol, id)
    for other in protocol.steps:
        counted = {*other.when.steps, *(s for r in other.readings if r.when for s in r.when.steps)}
        if other is not step and (id in counted or other.instead_of == id):
            raise CaseError(f"{other.title} depends on {step.title}: leave {other.title} out first.")
    return msgspec.structs.replace(protocol, steps=tuple(s for s in protocol.steps if s is not step))


def _step(protocol: Protocol, id: str) -> Step:
    step = protocol.step(id)
    if step is None:
        raise UnknownName("step", id, [s.id for s in protocol.steps])
    return step


def _when(step: Step, offset: int | None, unit: Unit | None, anchor: Anchor | None) -> When:
    when = step.when
    if offset is not None and not 0 <= offset <= 366:
        raise CaseError(f"A step comes 0 to 366 days after what it counts from, not {offset}.")
    if offset == 0 and step.repeat:
        raise CaseError(f"{step.title} repeats, so at least 1 day lies between.")
    if anchor is not None and anchor != when.anchor and not (anchor in ANCHORS and when.anchor in ANCHORS):
        raise CaseError(
            f"{step.title} keeps what it counts from: it is a series, a stop, or follows another step."
        )
    new = When(
        anchor=anchor or when.anchor,
        offset=when.offset if offset is None else offset,
        unit=unit or when.unit,
        steps=when.steps,
    )
    same = (new.anchor, new.offset, new.unit) == (when.anchor, when.offset, when.unit)
    return when if same else new
