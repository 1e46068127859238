"""Checks on the nudges as a series: their distance, their turns, and how they end."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from followup_kit.comparison.account import Account
from followup_kit.comparison.clauses import Finding, nothing, number, on
from followup_kit.comparison.selection import selected
from followup_kit.planner.wording import day_text
from followup_kit.records.score import Check
from followup_kit.records.words import BY, CHANNELS
from followup_kit.workdays import Calendar

__all__ = ["gap", "goes_on", "in_turn", "lets_go", "spacing", "unless_heard", "weekly"]


def spacing(check: Check, account: Account, calendar: Calendar) -> Finding:
    """Nudges keep a distance from one another."""
    found = selected("nudges", account)
    if not found:
        return Finding("open", "nothing asks about the decision")
    for one, two in pairwise(found):
        if (two.day - one.day).days < check.days:
            gap = number((two.day - one.day).days, "day")
            return Finding("broken", f"{on(two)}, only {gap} after {day_text(one.day)}", (two,))
    return Finding("kept", f"at least {check.days} days lie between any two nudges", tuple(found))


def gap(check: Check, account: Account, calendar: Calendar) -> Finding:
    """Nudges keep the field's distance from the last contact, whoever made it."""
    if check.pace and account.options.pace not in check.pace:
        return Finding("open", f"the pace chosen is {account.options.pace}")
    nudges = selected("nudges", account)
    if not nudges:
        return Finding("open", "nothing asks about the decision")
    answers = [e.on for e in account.events if e.kind in ("replied", "delayed", "reopened")]
    waits = []
    for nudge in nudges:
        before = [c.day for c in account.contacts if c.day < nudge.day] + [
            d for d in answers if d < nudge.day
        ]
        since = max(before, default=account.interview.day)
        waits.append((nudge, since))
    if check.sense == "least":
        for nudge, since in waits:
            if (nudge.day - since).days < check.days:
                gap = number((nudge.day - since).days, "day")
                return Finding(
                    "broken",
                    f"{on(nudge)}, only {gap} after the last contact on {day_text(since)}",
                    (nudge,),
                )
        return Finding(
            "kept", f"every nudge waits {check.days} days or more from the last contact", tuple(nudges)
        )
    for nudge, since in waits:
        if nudge.day <= calendar.roll(since + dt.timedelta(days=check.days)):
            return Finding(
                "kept",
                f"{on(nudge)}, {number((nudge.day - since).days, 'day')} after the last contact",
                (nudge,),
            )
    return Finding("broken", f"no nudge comes within {check.days} days of the last contact", (nudges[0],))


def unless_heard(check: Check, account: Account, calendar: Calendar) -> Finding:
    found = selected("nudges", account)
    heard = account.heard
    if not found:
        return Finding("open", "nothing asks about the decision")
    late = [c for c in found if heard is not None and c.day > heard]
    if late and heard is not None:
        return Finding("broken", f"{on(late[0])}, though an answer came on {day_text(heard)}", tuple(late))
    return Finding("kept", "nothing asks about the decision once an answer is there", tuple(found))


def lets_go(check: Check, account: Account, calendar: Calendar) -> Finding:
    """Nothing asks any more some weeks after the first nudge without an answer."""
    answered = account.newest("replied", "delayed", "reopened")
    nudges = selected("nudges", account)
    waiting = [c for c in nudges if answered is None or c.day > answered.on]
    if not waiting:
        return Finding("open", "no nudge is without an answer")
    end = waiting[0].day + dt.timedelta(days=check.days)
    promised = account.promised_on(dt.date.max)
    if promised is not None:
        end = max(end, promised + dt.timedelta(days=7))
    late = [c for c in waiting if c.day >= end]
    if late:
        return Finding(
            "broken", f"{on(late[0])}, though it was time to let go on {day_text(end)}", tuple(late)
        )
    if account.endless:
        return Finding("broken", "the contacts go on without an end", (waiting[-1],))
    if account.until is not None and account.until < end:
        return Finding("open", f"the day to let go, {day_text(end)}, is still to come")
    stops = [c for c in account.contacts if c.kind == "stop"]
    why = on(stops[-1]) if stops else f"the last contact is on {day_text(waiting[-1].day)}"
    return Finding("kept", f"{why}, and nothing follows after {day_text(end)}", tuple(stops))


def goes_on(check: Check, account: Account, calendar: Calendar) -> Finding:
    """Contacts go on until somebody decides."""
    if account.newest("asked_not_to_contact") is not None:
        return Finding("open", "set aside: they asked not to be contacted")
    if account.decided is not None:
        return Finding("open", "they decided")
    stops = tuple(c for c in account.contacts if c.kind == "stop")
    if stops:
        return Finding("broken", f"{on(stops[0])}, without an answer", stops)
    nudges = selected("nudges", account)
    if account.endless:
        return Finding("kept", "the contacts go on until an answer comes", tuple(nudges))
    if account.until is not None:
        if nudges and (account.until - nudges[-1].day).days <= 14:
            return Finding("kept", f"the newest nudge was on {day_text(nudges[-1].day)}", tuple(nudges))
        if (account.until - account.interview.day).days <= 14:
            return Finding("open", "it is early days")
    if not nudges:
        return Finding("broken", "nothing asks about the decision")
    return Finding(
        "broken", f"the contacts end on {day_text(nudges[-1].day)}, without an answer", (nudges[-1],)
    )


def weekly(check: Check, account: Account, calendar: Calendar) -> Finding:
    """After the first nudge there is one contact in each week, on a grid that counts from it."""
    nudges = selected("nudges", account)
    if not nudges:
        return nothing(check, account, None)
    first, *rest = nudges
    if not rest:
        next_one = calendar.roll(first.day + dt.timedelta(days=check.days))
        if account.heard or (account.until is not None and account.until < next_one):
            return Finding("open", "the first week is not over")
        if account.endless:
            return Finding("kept", "a weekly contact follows", (first,))
        return Finding("broken", f"nothing follows the first nudge of {day_text(first.day)}", (first,))
    for week, contact in enumerate(rest, 1):
        wanted = first.day + dt.timedelta(days=check.days * week)
        if not wanted <= contact.day <= calendar.roll(wanted):
            return Finding(
                "broken",
                f"{on(contact)} instead of {day_text(calendar.roll(wanted))}, {number(week, 'week')} on",
                (contact,),
            )
    return Finding(
        "kept",
        f"one contact in each of {number(len(rest), 'week')} after {day_text(first.day)}",
        tuple(rest),
    )


def in_turn(check: Check, account: Account, calendar: Calendar) -> Finding:
    """The channels take turns."""
    found = selected(check.of, account)
    if account.no_calls_from is not None:
        return Finding("open", "set aside: no calls are wanted here")
    if len(found) < 2:
        return Finding("open", "there are not two later nudges that could take turns")
    for one, two in pairwise(found):
        if one.channel == two.channel:
            return Finding("broken", f"{on(two)}, {BY[two.channel]} again", (one, two))
    strange = [c for c in found if c.channel not in check.allowed]
    if strange:
        return Finding("broken", f"{on(strange[0])}, {BY[strange[0].channel]}", tuple(strange))
    return Finding(
        "kept",
        f"the channels take turns: {', '.join(CHANNELS[c.channel] for c in found[:3])} …",
        tuple(found),
    )
