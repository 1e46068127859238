"""How many calls about the decision a protocol knows, and how many were made."""

from __future__ import annotations

from pathlib import Path

from followup_kit.advice.protocols import read_protocol
from followup_kit.records.advice import Channel, Protocol, Step
from followup_kit.records.call import CallBudget
from followup_kit.records.case import Event
from followup_kit.records.plan import Plan

__all__ = ["call_budget"]


def call_budget(protocol: Protocol | str | Path, plan: Plan | None = None) -> CallBudget:
    """The calls about the decision in a protocol (000.19 ↔ 004.18), and those that a plan holds as made.

    A step that may also go by e-mail counts as one possible call; a series without a limit has no last
    one (``allowed`` is None). A message on the voicemail is a call made: it has asked the question.

    >>> call_budget("classic").allowed, call_budget("persistent").allowed
    (1, None)
    >>> str(call_budget("classic"))
    'Calls about the decision: 0 made of 1; 1 left.'
    """
    known = read_protocol(protocol)
    steps = [s for s in known.steps if s.kind == "nudge" and "phone" in s.channels]
    endless = any(s.repeat and s.limit is None for s in steps)
    return CallBudget(
        protocol=known.id,
        allowed=None if endless else sum(s.limit or 1 for s in steps),
        made=_made(known, plan) if plan else 0,
        rules=tuple(dict.fromkeys(r for s in steps for r in s.rules)),
    )


def _made(protocol: Protocol, plan: Plan) -> int:
    sent = [e for e in plan.events if e.kind == "sent"]
    return sum(_channel(e, protocol.step(e.step or ""), plan) == "phone" for e in sent)


def _channel(event: Event, step: Step | None, plan: Plan) -> Channel | None:
    """How a contact about the decision was made: as recorded, else as planned."""
    if step is not None and step.kind != "nudge":
        return None
    if step is None:  # a step of another protocol: a contact on top
        return event.channel or ("phone" if event.step == "call" else None)
    planned = next(
        (t.channel for t in plan if t.step == event.step and t.done_on == event.on), step.channels[0]
    )
    return event.channel or planned
