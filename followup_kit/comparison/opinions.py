"""Who agrees with a step and who objects: the sources' rules, run over a plan of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from followup_kit.advice.protocols import read_protocol
from followup_kit.advice.rules import rules, sources
from followup_kit.comparison.score import score, scoring
from followup_kit.planner import plan
from followup_kit.records.advice import Protocol
from followup_kit.records.base import Record
from followup_kit.records.case import Interview, Options
from followup_kit.workdays import Calendar

__all__ = ["Opinion", "opinions"]

_JUDGED = frozenset({"timing", "channel", "limit", "stop", "recipient", "attachment"})
_REFERENCE = Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16))
"""A plain case (two weeks promised, no holiday near) for protocols that are judged without one."""


class Opinion(Record, frozen=True, kw_only=True):
    """Who agrees with a step and who objects: protocols, with the rules that the step keeps or breaks."""

    agrees: dict[str, tuple[str, ...]] = {}
    objects: dict[str, tuple[str, ...]] = {}

    def __str__(self) -> str:
        whole = [who for who in self.agrees if who not in self.objects]
        against = [f"{who} ({', '.join(ids)})" for who, ids in self.objects.items()]
        said = [
            f"{word} {', '.join(who)}"
            for word, who in (("agreed by", whole), ("objected to by", against))
            if who
        ]
        return "; ".join(said) or "no source speaks of it"


def opinions(
    protocol: Protocol | str | Path,
    interview: Interview | None = None,
    *,
    calendar: Calendar | str = "US",
    options: Options | None = None,
) -> dict[str, Opinion]:
    """What the sources say to each step of a protocol, by step, in one case.

    A source can agree with a step in one point and object in another; both are listed, with the
    rules. Without an ``interview`` it is a plain case with a promised date after two weeks.

    >>> from followup_kit.advice.protocols import load_protocol
    >>> opinions(load_protocol("paced"))["let_go"].objects
    {'persistent': ('004.21',)}
    """
    protocol = read_protocol(protocol)
    planned = plan(interview or _REFERENCE, protocol, calendar=calendar, options=options)
    found: dict[str, Opinion] = {}
    judged = [r for r in score(planned, protocol=protocol, calendar=calendar).results if r.result != "open"]
    for step in dict.fromkeys(t.step for t in planned):
        agrees: dict[str, tuple[str, ...]] = {}
        objects: dict[str, tuple[str, ...]] = {}
        for one in judged:
            rule = rules()[one.rule]
            how = scoring()[rule.id]
            if not _JUDGED & set(rule.kinds) or how.effect == "permits" or how.contradicted_by:
                continue  # what a source itself takes back is no objection
            if any(step == name for name, _ in one.touchpoints):
                side = agrees if one.result == "kept" else objects
                who = sources()[rule.source].protocol
                side[who] = (*side.get(who, ()), rule.id)
        found[step] = Opinion(agrees=agrees, objects=objects)
    return found
