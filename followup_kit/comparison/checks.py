"""The kinds of check: small predicates over an account, which the scoring data chooses for each rule.

Each gives a result and a clause that says why. None of them knows a rule or a source.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from followup_kit.comparison.account import Account
from followup_kit.comparison.selection import WORDS, pick, selected
from followup_kit.planner.wording import day_text
from followup_kit.records.advice import Recipient
from followup_kit.records.score import Check, CheckKind, Contact, Result
from followup_kit.workdays import Calendar

__all__ = ["CHECKS", "Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: a result, why, and the contacts that show it."""

    result: Result
    why: str
    contacts: tuple[Contact, ...] = ()


def _day(check: Check, account: Account, calendar: Calendar) -> Finding:
    """The contact falls between two days, counted from the interview, the promised date or the news."""
    if check.only_without_date and account.interview.promised is not None:
        return Finding("open", "a promised date is known")
    news = account.newest("delayed") if check.start == "news" else None
    if check.start == "news":
        if news is None:
            return Finding("open", "there was no news of a delay")
        if (news.new_date is None) != (check.dated == "no"):
            return Finding("open", "the news of the delay gave no new date" if check.dated == "yes" else "a new date is known")
        found = [c for c in selected("nudges", account) if c.day > news.on][:1]
    else:
        found = selected(check.of, account)
    anchor: dt.date | None = account.interview.day
    if check.start == "promised_date":
        anchor = account.promised_on(found[0].day if found else dt.date.max)
        if anchor is None:
            return Finding("open", "no promised date is known")
    elif news is not None:
        anchor = news.new_date or news.on
    assert anchor is not None
    first, last = _window(check, account, anchor, calendar)
    if not found:
        return _nothing(check, account, last)
    kept = [c for c in found if first <= c.day and (last is None or c.day <= last)]
    if kept:
        return Finding("kept", f"{_on(kept[0])}, {_span(first, last)}", (kept[0],))
    days = (first - found[0].day).days if found[0].day < first else (found[0].day - (last or first)).days
    side = "before" if found[0].day < first else "after"
    wanted = _span(first, last)
    return Finding("broken", f"{_on(found[0])}, {_number(days, 'day')} {side} what it asks for ({wanted})", (found[0],))


def _window(check: Check, account: Account, anchor: dt.date, calendar: Calendar) -> tuple[dt.date, dt.date | None]:
    if check.unit == "hours":
        return anchor, account.interview.after_end(check.until or 24)
    first = anchor + dt.timedelta(days=check.offset)
    if check.open_end:
        return first, None
    count = check.offset if check.until is None else check.until
    if check.unit == "working_days":
        return first, calendar.add(anchor, count)
    return first, calendar.roll(anchor + dt.timedelta(days=count))


def _channel(check: Check, account: Account, calendar: Calendar) -> Finding:
    """The contacts go by one of the channels."""
    found = selected(check.of, account)
    if not found:
        return _nothing(check, account, None)
    fitting = [c for c in found if c.channel in check.allowed]
    first = check.of in ("thanks", "first_nudge", "sample")
    if fitting and (first or len(fitting) == len(found)):
        return Finding("kept", f"{_on(fitting[0])}, by {WORDS[fitting[0].channel]}", tuple(fitting))
    others = tuple(c for c in found if c not in fitting)
    quiet = account.no_calls_from
    if check.allowed == ("phone",) and quiet is not None and quiet <= others[0].day:
        return Finding("open", "set aside: no calls are wanted here", others)
    wanted = " or ".join(WORDS[c] for c in check.allowed)
    return Finding("broken", f"{_on(others[0])}, by {WORDS[others[0].channel]} and not by {wanted}", others)


def _recipient(check: Check, account: Account, calendar: Calendar) -> Finding:
    """The contact goes to those whom the rule names, or to the same people under another name."""
    found = selected(check.of, account)
    if not found:
        return _nothing(check, account, None)
    if account.interview.contact_via:
        return Finding("open", "set aside: everything goes through the recruiter", tuple(found))
    fitting = [c for c in found if c.to in check.to or any(_same(account, c, to) for to in check.to)]
    if fitting:
        return Finding("kept", f"{_on(fitting[0])}, to {_who(fitting[0])}", tuple(fitting))
    if all(c.to is None for c in found):
        return Finding("open", "it is not known to whom it went", tuple(found))
    wanted = " or ".join(_role(to) for to in check.to)
    return Finding("broken", f"{_on(found[0])}, to {_who(found[0])} and not to {wanted}", tuple(found))


def _same(account: Account, contact: Contact, to: Recipient) -> bool:
    """True where the people of a role are among those the contact went to."""
    met = [p for p in account.interview.people if p.roles != ("recruiter",)]
    wanted = {p.name for p in met} if to == "everyone" else {p.name for p in met if to in p.roles}
    if not wanted or not met:
        return False
    reached = {p.name for p in met} if contact.to == "everyone" else set(contact.people)
    reached |= {p.name for p in met if contact.to in p.roles}
    return wanted <= reached if contact.to != "everyone" or to == "everyone" else False


def _at_most(check: Check, account: Account, calendar: Calendar) -> Finding:
    found = selected(check.of, account)
    noun = "call" if check.of == "calls" else "contact"
    if len(found) <= check.count:
        return Finding("kept", f"{_number(len(found), noun)}, and at most {check.count} allowed", tuple(found))
    extra = tuple(found[check.count :])
    days = ", ".join(day_text(c.day) for c in extra[:3]) + (" …" if len(extra) > 3 else "")
    return Finding("broken", f"{_number(len(found), noun)} instead of at most {check.count}; too many: {days}", extra)


def _at_least(check: Check, account: Account, calendar: Calendar) -> Finding:
    found = selected(check.of, account)
    if len(found) >= check.count:
        return Finding("kept", _on(found[0]), tuple(found))
    return _nothing(check, account, None)


def _spacing(check: Check, account: Account, calendar: Calendar) -> Finding:
    """Nudges keep a distance from one another."""
    found = selected("nudges", account)
    if not found:
        return Finding("open", "nothing asks about the decision")
    for one, two in pairwise(found):
        if (two.day - one.day).days < check.days:
            gap = _number((two.day - one.day).days, "day")
            return Finding("broken", f"{_on(two)}, only {gap} after {day_text(one.day)}", (two,))
    return Finding("kept", f"at least {check.days} days lie between any two nudges", tuple(found))


def _gap(check: Check, account: Account, calendar: Calendar) -> Finding:
    """Nudges keep the field's distance from the last contact, whoever made it."""
    if check.pace and account.options.pace not in check.pace:
        return Finding("open", f"the pace chosen is {account.options.pace}")
    nudges = selected("nudges", account)
    if not nudges:
        return Finding("open", "nothing asks about the decision")
    answers = [e.on for e in account.events if e.kind in ("replied", "delayed", "reopened")]
    waits = []
    for nudge in nudges:
        before = [c.day for c in account.contacts if c.day < nudge.day] + [d for d in answers if d < nudge.day]
        since = max(before, default=account.interview.day)
        waits.append((nudge, since))
    if check.sense == "least":
        for nudge, since in waits:
            if (nudge.day - since).days < check.days:
                gap = _number((nudge.day - since).days, "day")
                return Finding("broken", f"{_on(nudge)}, only {gap} after the last contact on {day_text(since)}", (nudge,))
        return Finding("kept", f"every nudge waits {check.days} days or more from the last contact", tuple(nudges))
    for nudge, since in waits:
        if nudge.day <= calendar.roll(since + dt.timedelta(days=check.days)):
            return Finding("kept", f"{_on(nudge)}, {_number((nudge.day - since).days, 'day')} after the last contact", (nudge,))
    return Finding("broken", f"no nudge comes within {check.days} days of the last contact", (nudges[0],))


def _unless_heard(check: Check, account: Account, calendar: Calendar) -> Finding:
    found = selected("nudges", account)
    heard = account.heard
    if not found:
        return Finding("open", "nothing asks about the decision")
    late = [c for c in found if heard is not None and c.day > heard]
    if late and heard is not None:
        return Finding("broken", f"{_on(late[0])}, though an answer came on {day_text(heard)}", tuple(late))
    return Finding("kept", "nothing asks about the decision once an answer is there", tuple(found))


def _lets_go(check: Check, account: Account, calendar: Calendar) -> Finding:
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
        return Finding("broken", f"{_on(late[0])}, though it was time to let go on {day_text(end)}", tuple(late))
    if account.endless:
        return Finding("broken", "the contacts go on without an end", (waiting[-1],))
    if account.until is not None and account.until < end:
        return Finding("open", f"the day to let go, {day_text(end)}, is still to come")
    stops = [c for c in account.contacts if c.kind == "stop"]
    why = _on(stops[-1]) if stops else f"the last contact is on {day_text(waiting[-1].day)}"
    return Finding("kept", f"{why}, and nothing follows after {day_text(end)}", tuple(stops))


def _goes_on(check: Check, account: Account, calendar: Calendar) -> Finding:
    """Contacts go on until somebody decides."""
    if account.decided is not None:
        return Finding("open", "they decided")
    stops = tuple(c for c in account.contacts if c.kind == "stop")
    if stops:
        return Finding("broken", f"{_on(stops[0])}, without an answer", stops)
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
    return Finding("broken", f"the contacts end on {day_text(nudges[-1].day)}, without an answer", (nudges[-1],))


def _weekly(check: Check, account: Account, calendar: Calendar) -> Finding:
    """After the first nudge there is one contact in each week, on a grid that counts from it."""
    nudges = selected("nudges", account)
    if not nudges:
        return _nothing(check, account, None)
    first, *rest = nudges
    if not rest:
        next_one = calendar.roll(first.day + dt.timedelta(days=check.days))
        if account.heard or (account.until is not None and account.until < next_one):
            return Finding("open", "the first week is not over")
        if account.endless:
            return Finding("kept", "a weekly contact follows", (first,))
        return Finding("broken", f"nothing follows the first nudge of {day_text(first.day)}", (first,))
    for number, contact in enumerate(rest, 1):
        wanted = first.day + dt.timedelta(days=check.days * number)
        if not wanted <= contact.day <= calendar.roll(wanted):
            return Finding("broken", f"{_on(contact)} instead of {day_text(calendar.roll(wanted))}, {_number(number, 'week')} on", (contact,))
    return Finding("kept", f"one contact in each of {_number(len(rest), 'week')} after {day_text(first.day)}", tuple(rest))


def _in_turn(check: Check, account: Account, calendar: Calendar) -> Finding:
    """The channels take turns."""
    found = selected(check.of, account)
    if account.no_calls_from is not None:
        return Finding("open", "set aside: no calls are wanted here")
    if len(found) < 2:
        return Finding("open", "there are not two later nudges that could take turns")
    for one, two in pairwise(found):
        if one.channel == two.channel:
            return Finding("broken", f"{_on(two)}, by {WORDS[two.channel]} again", (one, two))
    strange = [c for c in found if c.channel not in check.allowed]
    if strange:
        return Finding("broken", f"{_on(strange[0])}, by {WORDS[strange[0].channel]}", tuple(strange))
    return Finding("kept", f"the channels take turns: {', '.join(WORDS[c.channel] for c in found[:3])} …", tuple(found))


def _answers(check: Check, account: Account, calendar: Calendar) -> Finding:
    """News of that kind gets a reply."""
    event = account.newest(check.event or "rejected")
    if event is None:
        return Finding("open", f"there was no such news ({check.event})")
    found = [c for c in selected(check.of, account) if c.day >= event.on]
    if found:
        return Finding("kept", _on(found[0]), (found[0],))
    if account.until is not None and (account.until - event.on).days < 7:
        return Finding("open", "a reply may still come")
    return Finding("broken", f"the news of {day_text(event.on)} gets no reply")


def _permits(check: Check, account: Account, calendar: Calendar) -> Finding:
    """A permission: nothing can break it; it is kept where it is used."""
    if check.event is not None:
        event = account.newest(check.event)
        return Finding("kept", "it was used") if event else Finding("open", f"there was no such news ({check.event})")
    found = selected(check.of, account)
    if found:
        return Finding("kept", f"it permits this: {_on(found[0])}", tuple(found))
    return Finding("open", "it permits something that was not needed")


def _samples(check: Check, account: Account, calendar: Calendar) -> Finding:
    """Work samples go with a note of thanks, or in its place, and are not too many."""
    found = selected("sample", account)
    if not found:
        return Finding("open", "no work sample is planned")
    if check.place is None:
        known = [c for c in found if c.samples is not None]
        over = tuple(c for c in known if (c.samples or 0) > check.count)
        if over:
            return Finding("broken", f"{_on(over[0])}, with {over[0].samples} samples instead of at most {check.count}", over)
        if known:
            return Finding("kept", f"at most {_number(max(c.samples or 0 for c in known), 'sample')}", tuple(known))
        return Finding("open", "how many samples go with it is not known yet", tuple(found))
    plain = [c for c in selected("thanks", account) if not c.replaces_note]
    inside = [c for c in found if not c.replaces_note]
    instead = [c for c in found if c.replaces_note and not plain]
    if check.place == "instead":
        return Finding("kept", f"{_on(instead[0])}, in place of a note", tuple(instead)) if instead else Finding(
            "open", "no sample stands in place of a note"
        )
    if instead:
        return Finding("broken", f"{_on(instead[0])}, in place of a note and not with it", tuple(instead))
    return Finding("kept", f"{_on((inside or found)[0])}, with room for samples", tuple(inside or found))


# -- words --------------------------------------------------------------------------------------


def _nothing(check: Check, account: Account, last: dt.date | None) -> Finding:
    """What it means that there is no such contact."""
    what = pick(check.of)
    if check.optional or check.of == "late_nudges":
        return Finding("open", f"there is no {what}")
    if "nudge" in check.of and (account.heard is not None or account.decided is not None):
        return Finding("open", f"there is no {what}, as an answer came first")
    if account.newest("asked_not_to_contact") is not None and check.of != "thanks":
        return Finding("open", "set aside: they asked not to be contacted")
    if account.until is not None and (last is None or last >= account.until) and check.of != "thanks":
        return Finding("open", f"there is no {what} yet")
    if account.until is not None and last is not None and last >= account.until:
        return Finding("open", f"there is no {what} yet")
    if account.interview.contact_via is None and check.of == "answer":
        return Finding("open", f"there is no {what}")
    return Finding("broken", f"there is no {what}")


def _on(contact: Contact) -> str:
    name = contact.step.replace("_", " ")
    number = f" {contact.occurrence}" if contact.occurrence > 1 else ""
    return f"{name}{number} on {day_text(contact.day)}"


def _span(first: dt.date, last: dt.date | None) -> str:
    if last is None:
        return f"on {day_text(first)} or later"
    return f"on {day_text(first)}" if first >= last else f"from {day_text(first)} to {day_text(last)}"


def _number(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def _role(to: str) -> str:
    return to if to == "everyone" else f"the {to.replace('_', ' ')}"


def _who(contact: Contact) -> str:
    return ", ".join(contact.people) or (_role(contact.to) if contact.to else "somebody")


CHECKS: dict[CheckKind, Callable[[Check, Account, Calendar], Finding]] = {
    "day": _day,
    "channel": _channel,
    "recipient": _recipient,
    "at_most": _at_most,
    "at_least": _at_least,
    "spacing": _spacing,
    "gap": _gap,
    "unless_heard": _unless_heard,
    "lets_go": _lets_go,
    "goes_on": _goes_on,
    "weekly": _weekly,
    "in_turn": _in_turn,
    "answers": _answers,
    "permits": _permits,
    "samples": _samples,
}
