"""Whether a protocol makes sense as a whole, beyond the shape of its file; one clear sentence where it does not."""

from __future__ import annotations

from collections import Counter

from followup_kit.errors import CaseError
from followup_kit.records.advice import Protocol, Step
from followup_kit.records.plan import Plan

__all__ = ["check_plan", "check_protocol", "contact_steps", "goes_on_note"]


def contact_steps(protocol: Protocol) -> list[Step]:
    """The steps by which the candidate gets in touch unasked: no stop, no reply to an answer."""
    return [s for s in protocol.steps if s.kind not in ("stop", "answer")]


def check_protocol(protocol: Protocol) -> None:
    """Raise :class:`~followup_kit.errors.CaseError` for a protocol that never contacts anybody."""
    if not any(not s.optional and s.on == "interview" for s in contact_steps(protocol)):
        raise CaseError(
            f"The protocol {protocol.id!r} never contacts anybody: give it at least one step of kind thanks, "
            "letter or nudge that is not optional."
        )


def check_plan(plan: Plan) -> None:
    """Raise :class:`~followup_kit.errors.CaseError` for a plan with two calls about the decision on one day.

    Calls that were made are a fact and no fault of the plan.
    """
    calls = Counter(t.due for t in plan if t.kind == "nudge" and t.channel == "phone" and t.open)
    for day, count in sorted(calls.items()):
        if count > 1:
            raise CaseError(
                f"The protocol {plan.protocol!r} plans {count} calls on {day}: "
                "let one of them count another number of days, or go by e-mail."
            )


def goes_on_note(protocol: Protocol) -> str | None:
    """A sentence on a protocol that goes on for ever, or None.

    >>> from followup_kit.advice.protocols import load_protocol
    >>> goes_on_note(load_protocol("persistent"))
    'Persistent goes on for ever without an answer (weekly): only a step of kind stop, or a limit, would end it.'
    """
    endless = [s for s in contact_steps(protocol) if s.repeat and s.limit is None]
    if not endless or any(s.ends_contact for s in protocol.steps):
        return None
    return (
        f"{protocol.title} goes on for ever without an answer ({endless[0].id}): "
        "only a step of kind stop, or a limit, would end it."
    )
