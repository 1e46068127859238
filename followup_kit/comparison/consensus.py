"""Protocols worked out from the five: strictest, majority, by field, written only.

Each is a protocol like any other. Its steps say which protocols agree and which object, found by
running the sources' rules over a plan of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

import msgspec

from followup_kit.advice.loading import load_data
from followup_kit.advice.protocols import load_protocol, protocol_ids, shared_steps
from followup_kit.advice.rules import rules
from followup_kit.comparison.attributes import first_nudge, nudges
from followup_kit.comparison.opinions import Opinion, opinions
from followup_kit.comparison.score import scoring
from followup_kit.comparison.voting import elect
from followup_kit.errors import UnknownName
from followup_kit.records.advice import (
    Aspect,
    Channel,
    Name,
    Protocol,
    Recipient,
    Step,
    Text,
    When,
    WithoutDate,
)
from followup_kit.records.base import DataRecord
from followup_kit.records.words import BY

__all__ = ["consensus", "consensus_ids", "promised_rules"]

Protocols = Mapping[str, Protocol]
Steps = Mapping[str, Step]


class _Words(DataRecord, frozen=True, kw_only=True):
    id: Name
    title: Text
    summary: Text


class _Plans(DataRecord, frozen=True, kw_only=True):
    plans: tuple[_Words, ...]


@cache
def _words() -> Mapping[str, _Words]:
    return {w.id: w for w in load_data("consensus.toml", _Plans).plans}


def consensus_ids() -> tuple[str, ...]:
    """The names of the protocols that are worked out from the five.

    >>> consensus_ids()
    ('strictest', 'majority', 'by_field', 'written_only')
    """
    return tuple(_words())


@cache
def consensus(name: str) -> Protocol:
    """A protocol worked out from the five, usable wherever a protocol is.

    ``strictest`` keeps every rule of kind limit or stop that forbids contact or ends it;
    ``majority`` takes on each attribute what most protocols hold, a tie going to fewer, then to
    later contacts; ``by_field`` follows the pace of the field (002.09, 002.13); ``written_only`` is
    the majority among the ways that need no phone.

    >>> [(s.id, s.channels[0], s.to) for s in consensus("majority").steps if s.on == "interview"]
    [('thank_you', 'email', 'interviewer'), ('call', 'phone', 'lead_interviewer')]
    >>> sorted(consensus("strictest").step("let_go").objects)
    ['persistent']
    """
    if name not in _words():
        raise UnknownName("consensus plan", name, consensus_ids())
    five = {id: load_protocol(id) for id in protocol_ids()}
    words = _words()[name]
    protocol = Protocol(
        id=name,
        title=words.title,
        source="consensus",
        summary=words.summary,
        steps=(*_BUILDERS[name](five), *shared_steps()),
    )
    return _with_opinions(protocol)


@cache
def promised_rules(name: str = "strictest") -> tuple[str, ...]:
    """The rules that a consensus plan promises to keep: those of kind limit or stop that forbid contact or end it.

    Only ``strictest`` promises any. What asks for more contact (004.21, 004.22) is not among them.

    >>> promised_rules()
    ('000.06', '000.19', '000.21', '002.08', '002.19', '002.25')
    """
    if name != "strictest":
        return ()
    return tuple(
        id for id, rule in rules().items()
        if {"limit", "stop"} & set(rule.kinds) and scoring()[id].effect in ("forbids", "ends") and scoring()[id].checks
    )  # fmt: skip


def _strictest(five: Protocols) -> tuple[Step, ...]:
    """The nudge with most rules that forbid, once; then the step that ends contact."""
    firsts = {id: step for id, p in five.items() if (step := first_nudge(p))}
    forbidding = set(promised_rules())
    who = max(firsts, key=lambda who: len(forbidding & set(firsts[who].rules)))
    nudge = msgspec.structs.replace(firsts[who], title="One nudge", limit=1, unless_heard=True, readings=())
    return (_thank_you(five), nudge, *_stops(five, nudge))


def _majority(five: Protocols) -> tuple[Step, ...]:
    return (_thank_you(five), _nudge(five), *_agreed_stops(five))


def _by_field(five: Protocols) -> tuple[Step, ...]:
    paced = [s for p in five.values() for s in nudges(p) if s.pace]
    stops = [s for p in five.values() for s in p.steps if s.ends_contact]
    return (_thank_you(five), *paced, *(msgspec.structs.replace(s, readings=()) for s in stops))


def _written_only(five: Protocols) -> tuple[Step, ...]:
    return (_thank_you(five), _nudge(five, lambda channel: channel != "phone"), *_agreed_stops(five))


_BUILDERS: dict[str, Callable[[Protocols], tuple[Step, ...]]] = {
    "strictest": _strictest,
    "majority": _majority,
    "by_field": _by_field,
    "written_only": _written_only,
}


# -- single steps, attribute by attribute ----------------------------------------------------------


def _thank_you(five: Protocols) -> Step:
    """The thank-you as most protocols have it. Cards, letters and samples are held by one each, so none stays."""
    held = {id: next(s for s in p.steps if s.kind == "thanks" and not s.optional) for id, p in five.items()}
    channel, by_channel = elect({id: s.channels[0] for id, s in held.items()})
    to, by_to = elect({id: s.to for id, s in held.items()}, contacts=lambda to: 9 if to == "everyone" else 1)
    when, by_when = elect({id: _bare(s.when) for id, s in held.items()}, day=lambda w: w.offset)
    step = Step(
        id="thank_you",
        title="Thank-you note",
        kind="thanks",
        says=f"Thank {_role(to)} {BY[channel]}",
        when=when,
        roll="unless_email",
        channels=(channel,),
        to=to,
        rules=(),
    )
    return _resting(step, held, {"channel": by_channel, "to": by_to, "when": by_when})


def _nudge(five: Protocols, usable: Callable[[Channel], bool] = lambda _: True) -> Step:
    """The first nudge as most protocols have it, and nothing after it unless most go on."""
    held = {id: step for id, p in five.items() if (step := first_nudge(p))}
    later = {id: _later(p) for id, p in five.items()}
    count, by_count = elect(later, contacts=lambda n: n)
    channels = {id: c for id, s in held.items() if (c := next(filter(usable, s.channels), None))}
    channel, by_channel = elect(channels)
    to, by_to = elect({id: s.to for id, s in held.items()})
    _, by_anchor = elect({id: s.when.anchor for id, s in held.items()})
    when, by_when = elect({id: _bare(held[id].when) for id in by_anchor}, day=lambda w: w.offset)
    heard, _ = elect({id: s.unless_heard for id, s in held.items()}, contacts=lambda unless: int(not unless))
    without = {id: w for id in by_when if (w := held[id].without_date)}
    no_date = elect(without, day=_assumed)[0] if without else None
    phone = channel == "phone"
    step = Step(
        id="call" if phone else "check_in",
        title="One call" if phone else "One check-in",
        kind="nudge",
        says=f"{'Call' if phone else 'Write to'} {_role(to)}{' by e-mail' * (channel == 'email')} to ask about the "
        f"decision{', if you have heard nothing' * heard}{', just once' * (count == 0)}",
        when=when,
        channels=(channel,),
        to=to,
        unless_heard=heard,
        limit=1,
        without_date=no_date,
        rules=(),
    )
    return _resting(step, held, {"when": by_when, "channel": by_channel, "to": by_to, "limit": by_count})


def _later(protocol: Protocol) -> int:
    """How many nudges follow the first: a series counts as many."""
    found = nudges(protocol)
    return 99 if any(s.repeat for s in found) else len(found) - 1


def _stops(five: Protocols, after: Step) -> tuple[Step, ...]:
    """Every step that ends contact, counted from the nudge that is there."""
    found = []
    for protocol in five.values():
        for step in protocol.steps:
            if step.ends_contact:
                when = When(anchor="step", steps=(after.id,), offset=step.when.offset)
                found.append(msgspec.structs.replace(step, when=when, readings=()))
    return tuple(found)


def _agreed_stops(five: Protocols) -> tuple[Step, ...]:
    """The steps that end contact, where most protocols have one: of the five only one has."""
    stops, _ = elect({id: any(s.ends_contact for s in p.steps) for id, p in five.items()})
    return _stops(five, _nudge(five)) if stops else ()


def _bare(when: When) -> When:
    """The first day of a window, which is what the protocols are compared by."""
    return msgspec.structs.replace(when, until=None)


def _assumed(without: WithoutDate) -> int:
    return without.assume or without.offset or 0


def _resting(step: Step, held: Steps, voters: Mapping[Aspect, Iterable[str]]) -> Step:
    """The step with the rules of those who hold each winning value, all together and by aspect."""
    by_aspect: dict[Aspect, tuple[str, ...]] = {}
    for aspect, who in voters.items():
        ids = tuple(r for id in who if id in held for r in held[id].rules_on(aspect))
        if ids:
            by_aspect[aspect] = ids
    every = tuple(sorted({r for ids in by_aspect.values() for r in ids}))
    return msgspec.structs.replace(step, rules=every, rests_on=by_aspect)


def _role(to: Recipient | None) -> str:
    return "everyone you met" if to == "everyone" else f"the {(to or 'interviewer').replace('_', ' ')}"


def _with_opinions(protocol: Protocol) -> Protocol:
    """The protocol with, for each step, who agrees and who objects, also in its words."""
    found = opinions(protocol)
    steps = []
    for step in protocol.steps:
        opinion = found.get(step.id, Opinion())
        if step.on == "interview":
            step = msgspec.structs.replace(
                step, says=f"{step.says} ({opinion})", agrees=opinion.agrees, objects=opinion.objects
            )
        steps.append(step)
    return msgspec.structs.replace(protocol, steps=tuple(steps))
