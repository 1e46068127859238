"""What you may hear, your next line, and the events that it brings into the plan."""

from __future__ import annotations

import datetime as dt

from followup_kit.calls.script import fill
from followup_kit.errors import CaseError, UnknownName
from followup_kit.records.call import Answered, BranchEvent, CallScript
from followup_kit.records.case import Event, check_day

__all__ = ["take_branch"]


def take_branch(script: CallScript, branch: str, *, on: dt.date, new_date: dt.date | None = None) -> Answered:
    """The next line after a branch, and the plan's events, all on the local date ``on``.

    ``new_date`` is a date that was named: the new promised date, or the day of the next try. Where a
    branch needs one and it is missing, that is a :class:`~followup_kit.errors.CaseError`; an unknown
    branch is an :class:`~followup_kit.errors.UnknownName`.

    >>> from followup_kit.calls.script import call_script
    >>> from followup_kit.records.case import Interview
    >>> script = call_script("status", Interview(day=dt.date(2026, 3, 2)))
    >>> answered = take_branch(script, "need_more_time", on=dt.date(2026, 3, 17), new_date=dt.date(2026, 3, 24))
    >>> [str(e) for e in answered.events]
    ['sent:2026-03-17:call', 'delayed:2026-03-17:2026-03-24']
    """
    chosen = script.branch(branch)
    if chosen is None:
        raise UnknownName(f"branch of {script.kind}", branch, [b.id for b in script.branches])
    check_day(on, "day of the call")
    if new_date is not None:
        check_day(new_date, "date that was named")
        if new_date < on:
            raise CaseError(f"The date {new_date} is before the call on {on}: check both dates.")
    elif chosen.needs_date:
        raise CaseError(f"“{chosen.title}” needs a date: put the day on which you will try again.")
    return Answered(
        branch=chosen,
        say=fill(chosen.say, script.slots),
        events=tuple(_event(script, e, on, new_date) for e in chosen.events),
        then=chosen.then,
        then_variant=chosen.then_variant,
    )


def _event(script: CallScript, spec: BranchEvent, on: dt.date, new_date: dt.date | None) -> Event:
    return Event(
        kind=spec.kind,
        on=on,
        step=script.step if spec.kind in ("sent", "snoozed") else None,
        new_date=new_date if spec.new_date != "no" else None,
        channel=script.channel if spec.kind == "sent" else None,
    )
