"""What a protocol holds on a question, read from its steps and stances; one small function per question.

None of them knows a source. A protocol whose source does not speak of a question holds nothing on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from followup_kit.records.advice import Protocol, Stance, Step
from followup_kit.records.comparison import Attribute
from followup_kit.records.words import CHANNELS

__all__ = ["ATTRIBUTES", "Holding", "first_nudge", "nudges"]


@dataclass(frozen=True, slots=True)
class Holding:
    """A position on one question, with the rules that say it and the numbers that its wording needs."""

    position: str
    rules: tuple[str, ...]
    numbers: dict[str, object] = field(default_factory=dict)
    says: str = ""
    """The protocol's own words, where it has any."""


def nudges(protocol: Protocol) -> list[Step]:
    """The steps that ask about the decision in every case, in table order; those that news brings left out."""
    return [s for s in protocol.steps if s.kind == "nudge" and s.on == "interview" and not s.optional]


def first_nudge(protocol: Protocol) -> Step | None:
    """The first step that asks about the decision, or None."""
    return next(iter(nudges(protocol)), None)


def _calls(protocol: Protocol) -> Holding | None:
    """Calls once, or again and again: only steps that are calls, or that take calls in their turn."""
    calls = [s for s in nudges(protocol) if s.channels[0] == "phone" or (s.in_turn and "phone" in s.channels)]
    again = next((s for s in calls if s.repeat), None)
    if again is not None:
        rules = _together(again.rules_on("repeat"), again.rules_on("channel"))
        return Holding("again", rules, {"days": again.when.offset}) if rules else None
    once = next((s for s in calls if s.limit == 1 and s.rules_on("limit")), None)
    return Holding("once", once.rules_on("limit")) if once else None


def _end(protocol: Protocol) -> Holding | None:
    stop = next((s for s in protocol.steps if s.ends_contact), None)
    if stop is not None:
        return _with_rules("lets_go", stop.rules_on("stop"), days=stop.when.offset)
    last = next((s for s in reversed(nudges(protocol))), None)
    if last is None:
        return None
    endless = last.repeat is not None and last.limit is None
    return _with_rules("goes_on" if endless else "may_ask_later", last.rules_on("stop"))


def _anchor(protocol: Protocol) -> Holding | None:
    step = first_nudge(protocol)
    return _with_rules(step.when.anchor, step.rules_on("when"), days=step.when.offset) if step else None


def _nudge_channel(protocol: Protocol) -> Holding | None:
    step = first_nudge(protocol)
    if step is None:
        return None
    position = "either" if step.any_channel and len(step.channels) > 1 else step.channels[0]
    return _with_rules(position, step.rules_on("channel"))


def _grace(protocol: Protocol) -> Holding | None:
    step = first_nudge(protocol)
    if step is None or step.when.anchor != "promised_date":
        return None
    when = step.when
    if when.until is not None:
        return _with_rules("window", step.rules_on("when"), days=when.until.offset)
    position = "day" if when.unit == "days" else "working_day"
    return _with_rules(position, step.rules_on("when"), days=when.offset)


def _thanked(protocol: Protocol) -> Holding | None:
    step = next((s for s in protocol.steps if s.kind == "thanks" and not s.optional), None)
    return _with_rules(step.to, step.rules_on("to")) if step and step.to else None


def _samples(protocol: Protocol) -> Holding | None:
    step = next((s for s in protocol.steps if s.samples is not None), None)
    if step is None:
        return None
    return _with_rules("instead" if step.instead_of else "with_note", step.rules_on("samples"))


def _thanks_channel(protocol: Protocol) -> Holding | None:
    steps = [
        s for s in protocol.steps
        if s.kind in ("thanks", "letter") and s.on == "interview" and not s.instead_of and s.rules_on("channel")
    ]  # fmt: skip
    if not steps:
        return None
    rules = _together(*(s.rules_on("channel") for s in steps))
    if len(steps) == 1 and steps[0].any_channel:
        return Holding("any", rules)
    channels = [s.channels[0] for s in steps]
    words = ", then ".join(CHANNELS[c] for c in channels)
    return Holding("+".join(channels), rules, {"channels": words[0].upper() + words[1:]})


def _boldness(protocol: Protocol) -> Holding | None:
    return _stances([protocol.stance.boldness, protocol.stance.field])


def _silence(protocol: Protocol) -> Holding | None:
    return _stances([protocol.stance.silence])


def _stances(stances: Iterable[Stance | None]) -> Holding | None:
    held = [s for s in stances if s is not None]
    if not held:
        return None
    return Holding(
        "+".join(s.position for s in held),
        _together(*(s.rules for s in held)),
        says=" ".join(s.says for s in held),
    )


def _with_rules(position: str, rules: tuple[str, ...], **numbers: object) -> Holding | None:
    return Holding(position, rules, numbers) if rules else None


def _together(*ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for some in ids for id in some))


ATTRIBUTES: dict[Attribute, Callable[[Protocol], Holding | None]] = {
    "calls": _calls,
    "end": _end,
    "anchor": _anchor,
    "nudge_channel": _nudge_channel,
    "grace": _grace,
    "thanked": _thanked,
    "samples": _samples,
    "boldness": _boldness,
    "silence": _silence,
    "thanks_channel": _thanks_channel,
}
