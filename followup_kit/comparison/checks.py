"""The kinds of check: small predicates over an account, which the scoring data chooses for each rule.

Each gives a result and a clause that says why. None of them knows a rule or a source.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from followup_kit.comparison import series
from followup_kit.comparison.account import DECISIONS, Account
from followup_kit.comparison.clauses import Finding, nothing, number, on, role, span, who
from followup_kit.comparison.selection import selected
from followup_kit.planner.wording import day_text
from followup_kit.records.advice import Recipient
from followup_kit.records.score import Check, CheckKind, Contact
from followup_kit.records.words import BY
from followup_kit.workdays import Calendar

__all__ = ["CHECKS"]


def _day(check: Check, account: Account, calendar: Calendar) -> Finding:
    """The contact falls between two days, counted from the interview, the promised date or the news."""
    news = account.newest("delayed") if check.start == "news" else None
    if check.start == "news":
        if news is None:
            return Finding("open", "there was no news of a delay")
        if (news.new_date is None) != (check.dated == "no"):
            return Finding(
                "open",
                "the news of the delay gave no new date" if check.dated == "yes" else "a new date is known",
            )
        found = [c for c in selected("nudges", account) if c.day > news.on][:1]
    else:
        found = selected(check.of, account)
    anchor = account.interview.day
    if check.start == "promised_date":
        promised = account.promised_on(found[0].day if found else dt.date.max)
        if promised is None:
            return Finding("open", "no promised date is known")
        anchor = promised
    elif news is not None:
        anchor = news.new_date or news.on
    elif check.only_without_date:
        day = found[0].day if found else dt.date.max
        if account.promised_on(day) is not None:
            return Finding("open", "a promised date is known")
        anchor = max([e.on for e in account.events if e.kind == "delayed" and e.on <= day], default=anchor)
    first, last = _window(check, account, anchor, calendar)
    if not found:
        return nothing(check, account, last)
    kept = [c for c in found if first <= c.day and (last is None or c.day <= last)]
    if kept:
        within = "" if last is not None and first >= last else f", {span(first, last)}"
        return Finding("kept", f"{on(kept[0])}{within or ', as it asks'}", (kept[0],))
    if account.overtaken:
        return Finding("open", account.overtaken, (found[0],))
    days = (first - found[0].day).days if found[0].day < first else (found[0].day - (last or first)).days
    side = "before" if found[0].day < first else "after"
    wanted = span(first, last)
    return Finding(
        "broken", f"{on(found[0])}, {number(days, 'day')} {side} what it asks for ({wanted})", (found[0],)
    )


def _window(
    check: Check, account: Account, anchor: dt.date, calendar: Calendar
) -> tuple[dt.date, dt.date | None]:
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
        return nothing(check, account, None)
    fitting = [c for c in found if c.channel in check.allowed]
    first = check.of in ("thanks", "first_nudge", "sample")
    if fitting and (first or len(fitting) == len(found)):
        return Finding("kept", f"{on(fitting[0])}, {BY[fitting[0].channel]}", tuple(fitting))
    others = tuple(c for c in found if c not in fitting)
    quiet = account.no_calls_from
    if (
        check.allowed == ("phone",)
        and quiet is not None
        and (account.until is None or quiet <= others[0].day)
    ):
        return Finding("open", "set aside: no calls are wanted here", others)
    wanted = " or ".join(BY[c] for c in check.allowed)
    return Finding("broken", f"{on(others[0])}, {BY[others[0].channel]} and not {wanted}", others)


def _recipient(check: Check, account: Account, calendar: Calendar) -> Finding:
    """The contact goes to those whom the rule names, or to the same people under another name."""
    found = selected(check.of, account)
    if not found:
        return nothing(check, account, None)
    if account.interview.contact_via:
        return Finding("open", "set aside: everything goes through the recruiter", tuple(found))
    fitting = [c for c in found if c.to in check.to or any(_same(account, c, to) for to in check.to)]
    if fitting:
        return Finding("kept", f"{on(fitting[0])}, to {who(fitting[0])}", tuple(fitting))
    if all(c.to is None for c in found):
        return Finding("open", "it is not known to whom it went", tuple(found))
    wanted = " or ".join(role(to) for to in check.to)
    return Finding("broken", f"{on(found[0])}, to {who(found[0])} and not to {wanted}", tuple(found))


def _same(account: Account, contact: Contact, to: Recipient) -> bool:
    """True where the people of a role are among those the contact went to."""
    met = account.interview.met
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
        return Finding("kept", f"{number(len(found), noun)}, and at most {check.count} allowed", tuple(found))
    extra = tuple(found[check.count :])
    days = ", ".join(day_text(c.day) for c in extra[:3]) + (" …" if len(extra) > 3 else "")
    return Finding(
        "broken", f"{number(len(found), noun)} instead of at most {check.count}; too many: {days}", extra
    )


def _at_least(check: Check, account: Account, calendar: Calendar) -> Finding:
    found = selected(check.of, account)
    if len(found) >= check.count:
        return Finding("kept", on(found[0]), tuple(found))
    return nothing(check, account, None)


def _answers(check: Check, account: Account, calendar: Calendar) -> Finding:
    """News of that kind gets a reply."""
    event = account.newest(check.event or "rejected")
    if event is None:
        return Finding("open", f"there was no such news ({check.event})")
    if account.decided is not None and account.newest(*DECISIONS) is not event:
        return Finding("open", f"overtaken by the decision of {account.decided}")
    found = [c for c in selected(check.of, account) if c.day >= event.on]
    if found:
        return Finding("kept", on(found[0]), (found[0],))
    if account.newest("asked_not_to_contact") is not None:
        return Finding("open", "set aside: they asked not to be contacted")
    if account.until is not None and (account.until - event.on).days < 7:
        return Finding("open", "a reply may still come")
    return Finding("broken", f"the news of {day_text(event.on)} gets no reply")


def _permits(check: Check, account: Account, calendar: Calendar) -> Finding:
    """A permission: nothing can break it; it is kept where it is used."""
    if check.event is not None:
        event = account.newest(check.event)
        return (
            Finding("kept", "it was used")
            if event
            else Finding("open", f"there was no such news ({check.event})")
        )
    found = selected(check.of, account)
    if found:
        return Finding("kept", f"it permits this: {on(found[0])}", tuple(found))
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
            return Finding(
                "broken",
                f"{on(over[0])}, with {over[0].samples} samples instead of at most {check.count}",
                over,
            )
        if known:
            return Finding(
                "kept", f"at most {number(max(c.samples or 0 for c in known), 'sample')}", tuple(known)
            )
        return Finding("open", "how many samples go with it is not known yet", tuple(found))
    plain = [c for c in selected("thanks", account) if not c.replaces_note]
    inside = [c for c in found if not c.replaces_note]
    instead = [c for c in found if c.replaces_note and not plain]
    if check.place == "instead":
        return (
            Finding("kept", f"{on(instead[0])}, in place of a note", tuple(instead))
            if instead
            else Finding("open", "no sample stands in place of a note")
        )
    if instead:
        return Finding("broken", f"{on(instead[0])}, in place of a note and not with it", tuple(instead))
    return Finding("kept", f"{on((inside or found)[0])}, with room for samples", tuple(inside or found))


CHECKS: dict[CheckKind, Callable[[Check, Account, Calendar], Finding]] = {
    "day": _day,
    "channel": _channel,
    "recipient": _recipient,
    "at_most": _at_most,
    "at_least": _at_least,
    "spacing": series.spacing,
    "gap": series.gap,
    "unless_heard": series.unless_heard,
    "lets_go": series.lets_go,
    "goes_on": series.goes_on,
    "weekly": series.weekly,
    "in_turn": series.in_turn,
    "answers": _answers,
    "permits": _permits,
    "samples": _samples,
}
