"""What a position comes to in a case: a clause and a number, read from the protocol's plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from followup_kit.advice.rules import rules
from followup_kit.planner.wording import day_text
from followup_kit.records.comparison import Measure
from followup_kit.records.plan import Plan, Touchpoint
from followup_kit.records.words import BY, CHANNELS

__all__ = ["MEASURES", "Measured", "day_of", "standing"]

Measured = tuple[str, int | None]
"""A clause about this case, and the day (as its ordinal) or the number of contacts behind it."""


def standing(plan: Plan, *kinds: str) -> list[Touchpoint]:
    """The touchpoints of those kinds that are done or still to do."""
    return [t for t in plan if t.kind in kinds and t.status != "cancelled"]


def day_of(touchpoint: Touchpoint) -> dt.date:
    """The day on which it was done or is due."""
    return touchpoint.done_on or touchpoint.due


def _first(plan: Plan) -> Touchpoint | None:
    return min(standing(plan, "nudge"), key=day_of, default=None)


def _calls(plan: Plan) -> Measured:
    calls = [t for t in standing(plan, "nudge") if t.channel == "phone"]
    return f"plans {_number(len(calls), 'call')}{_days(calls)}", len(calls)


def _end(plan: Plan) -> Measured:
    stops = standing(plan, "stop")
    if stops:
        return f"lets go on {day_text(day_of(stops[-1]))}", day_of(stops[-1]).toordinal()
    nudges = standing(plan, "nudge")
    if not nudges:
        return "plans nothing that asks about the decision", None
    last = max(nudges, key=day_of)
    goes_on = last.occurrence > 1
    verb = "still gets in touch" if goes_on else "gets in touch for the last time"
    return f"{verb} on {day_text(day_of(last))}{' and goes on' * goes_on}", day_of(last).toordinal()


def _first_nudge(plan: Plan) -> Measured:
    first = _first(plan)
    if first is None:
        return "asks nothing", None
    until = f" (until {day_text(first.latest)})" if first.latest and first.latest > day_of(first) else ""
    return f"first asks on {day_text(day_of(first))}{until}", day_of(first).toordinal()


def _first_channel(plan: Plan) -> Measured:
    first = _first(plan)
    if first is None:
        return "asks nothing", None
    return f"first asks {BY[first.channel]} on {day_text(day_of(first))}", int(first.channel == "phone")


def _grace(plan: Plan) -> Measured:
    """Like the first nudge, but measured to the end of its window."""
    first = _first(plan)
    return _first_nudge(plan)[0], (first.latest or day_of(first)).toordinal() if first else None


def _thanked(plan: Plan) -> Measured:
    thanks = [t for t in standing(plan, "thanks") if t.step != "card"]
    if not thanks:
        return "thanks nobody", 0
    to = thanks[0]
    if to.recipients:
        return f"thanks {', '.join(to.recipients)}", len(to.recipients)
    words = (to.to or "nobody").replace("_", " ")
    return f"thanks {words if words in ('everyone', 'nobody') else 'the ' + words}", None


def _samples(plan: Plan) -> Measured:
    thanks = standing(plan, "thanks")
    carrying = [t for t in thanks if any("attachment" in rules()[r].kinds for r in t.rules if r in rules())]
    if not carrying:
        return "sends no sample, as none was asked for", 0
    plain = [t for t in thanks if t not in carrying]
    beside = f" beside {_number(len(plain), 'plain note')}" if plain else ""
    verb = "sends a sample" if carrying[0].step == "work_sample" else "encloses samples with the note"
    return f"{verb}{_days(carrying)}{beside}", len(carrying)


def _nudges(plan: Plan) -> Measured:
    nudges = standing(plan, "nudge")
    return f"asks {_times(len(nudges))}{_days(nudges)}", len(nudges)


def _thanks_contacts(plan: Plan) -> Measured:
    found = standing(plan, "thanks", "letter")
    by = ", ".join(f"{CHANNELS[t.channel]} on {day_text(day_of(t))}" for t in found)
    return (f"sends {by}" if by else "sends no thanks"), len(found)


def _days(found: list[Touchpoint]) -> str:
    """The days in brackets, where they are few."""
    return f" ({', '.join(day_text(day_of(t)) for t in found)})" if 0 < len(found) <= 3 else ""


def _number(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


MEASURES: dict[Measure, Callable[[Plan], Measured]] = {
    "calls": _calls,
    "end": _end,
    "first_nudge": _first_nudge,
    "first_channel": _first_channel,
    "grace": _grace,
    "thanked": _thanked,
    "samples": _samples,
    "nudges": _nudges,
    "thanks_contacts": _thanks_contacts,
}
