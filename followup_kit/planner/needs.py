"""Which steps decide about one step: all that must be worked out to know its next date."""

from __future__ import annotations

from followup_kit.records.advice import Step

__all__ = ["needs"]


def needs(steps: tuple[Step, ...], id: str | None) -> tuple[Step, ...]:
    """Those of the planned ``steps`` that have a say in the slots of step ``id``, itself included, in order.

    A step counts from others, another one may stand for it, and contact may end before it.
    """
    wanted = next((s for s in steps if s.id == id), None)
    if wanted is None:
        return ()
    ends = wanted.kind in ("stop", "answer")
    waiting = [s for s in steps if s is wanted or s.instead_of == id or (s.kind == "stop" and not ends)]
    found: set[str] = set()
    while waiting:
        step = waiting.pop()
        if step.id not in found:
            found.add(step.id)
            waiting += _counted_from(steps, step)
    return tuple(s for s in steps if s.id in found)


def _counted_from(steps: tuple[Step, ...], step: Step) -> list[Step]:
    whens = (step.when, *step.by_channel.values())
    if step.repeat == "chain" or any(w.anchor == "last_contact" for w in whens):
        return list(steps[: steps.index(step)])
    named = [name for w in whens for name in w.steps]
    return [s for s in steps if s.id in named] if named else []
