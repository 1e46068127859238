"""Planning: events folded over a protocol's steps.

``plan`` is a pure function of its arguments. It reads no clock: ``today`` only sets statuses.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import msgspec

from followup_kit.advice.protocols import all_step_ids, read_protocol
from followup_kit.errors import CaseError, UnknownName, shorten
from followup_kit.planner.events import recorded
from followup_kit.planner.facts import Case
from followup_kit.planner.fold import fold, touchpoint
from followup_kit.planner.schedule import Schedule
from followup_kit.planner.wording import day_text
from followup_kit.records.advice import Protocol, StepKind
from followup_kit.records.case import LONGEST_HORIZON, Event, Interview, Options, check_day
from followup_kit.records.plan import Plan, Status, Touchpoint
from followup_kit.workdays import Calendar, read_calendar

__all__ = ["plan"]


def plan(
    interview: Interview,
    protocol: Protocol | str | Path,
    *,
    events: Iterable[Event | str] = (),
    calendar: Calendar | str = "US",
    today: dt.date | None = None,
    options: Options | None = None,
    horizon_weeks: int = 8,
    history: bool = True,
) -> Plan:
    """What to do after an interview, when, and who says so.

    ``protocol`` is one of the five by id, a consensus plan by its name, a protocol file (.toml), or
    one that was loaded. ``events`` say what happened since, also in their written form
    (``"replied:2026-03-09"``). ``calendar`` names the working days (``"US"``, ``"DE-BY"``), or is one. ``today`` (a local date) sets statuses and no dates. The horizon
    bounds series only: occurrences up to ``7 * horizon_weeks`` days after the interview. Without
    ``history`` what was cancelled is left out, and what is done may lack its other readings: quicker,
    for a list of what is due.

    Raises :class:`~followup_kit.errors.CaseError` or :class:`~followup_kit.errors.UnknownName`
    where the case cannot be planned.

    >>> interview = Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16))
    >>> for t in plan(interview, "classic"):
    ...     print(t.due, t.step, t.channel, t.rules[0])
    2026-03-02 thank_you email 000.08
    2026-03-17 call phone 000.05
    """
    protocol, calendar = read_protocol(protocol), read_calendar(calendar)
    _check_horizon(horizon_weeks)
    if today is not None:
        check_day(today, "day called today")
    options = options or Options()
    notes = _check_options(protocol, options)
    folded, everything = recorded(events, interview)
    _check_steps(protocol, folded)
    try:
        horizon = interview.day + dt.timedelta(weeks=horizon_weeks)
        case = Case(interview, protocol, calendar, options, horizon)
        schedule = fold(case, folded, history)
        touchpoints = _touchpoints(case, schedule, today)
    except OverflowError:
        raise CaseError("The plan runs past the year 9999: check the dates.") from None
    return Plan(
        protocol=protocol.id,
        title=protocol.title,
        interview=interview,
        calendar=calendar.name,
        touchpoints=touchpoints,
        assumptions=(*_assumptions(case, schedule, today, horizon_weeks), *notes, *schedule.facts.notes),
        events=folded,
        recorded=everything,
        options=options,
        today=today,
        promised=schedule.facts.promised,
    )


def _touchpoints(case: Case, schedule: Schedule, today: dt.date | None) -> tuple[Touchpoint, ...]:
    facts, replace = schedule.facts, msgspec.structs.replace
    found = [
        touchpoint(case, schedule, slot, status=_status(slot.step.kind, slot.due, slot.latest, today))
        for slot in schedule.slots
    ]
    for fixed in facts.fixed.values():
        t = fixed.touchpoint
        status = "done" if fixed.done_on else _status(t.kind, t.due, t.latest, today)
        found.append(replace(t, status=status, done_on=fixed.done_on))
    found += [replace(t, status="cancelled") for t in facts.cancelled.values()]
    if facts.moved_by:
        found = [replace(t, changed_by=facts.moved_by.get(t.key)) for t in found]
    place = {s.id: n for n, s in enumerate(case.protocol.steps)}
    found.sort(key=lambda t: (t.due, place[t.step], t.occurrence))
    return tuple(found)


def _status(kind: StepKind, due: dt.date, latest: dt.date | None, today: dt.date | None) -> Status:
    if today is None or today < due:
        return "planned"
    return "due" if kind == "stop" or today <= (latest or due) else "missed"


def _assumptions(case: Case, schedule: Schedule, today: dt.date | None, weeks: int) -> list[str]:
    facts, interview, said = schedule.facts, case.interview, []
    if facts.promised is None and facts.mode == "waiting" and not facts.no_contact:
        said.append(_no_date(case, schedule))
    if today is not None and today < interview.day:
        said.append(
            f"The interview is still to come on {day_text(interview.day)}, so this plan is provisional: "
            "plan again when you know the promised date."
        )
    said += [
        f"{step.title}: this goes on after {day_text(case.horizon)}; the plan shows {weeks} weeks."
        for step in schedule.goes_on
    ]
    return said


def _no_date(case: Case, schedule: Schedule) -> str:
    since = schedule.facts.no_date_from
    ask = (
        "They gave no new date: ask for one."
        if since != case.interview.day
        else "No promised date is known: ask them when they will decide."
    )
    open_steps = [slot.step for slot in schedule.slots if slot.assumed]
    assume = next((s.without_date.assume for s in open_steps if s.without_date), None)
    if assume is None:
        return ask
    day = day_text(since + dt.timedelta(days=assume))
    after = "the interview" if since == case.interview.day else "that news"
    return f"{ask} Until then the plan assumes a decision by {day}, {assume} days after {after} (our number)."


def _check_horizon(weeks: object) -> None:
    if not isinstance(weeks, int) or not 0 <= weeks <= LONGEST_HORIZON:
        raise CaseError(
            f"The horizon is a whole number of weeks from 0 to {LONGEST_HORIZON}, not {shorten(repr(weeks))}."
        )


def _check_options(protocol: Protocol, options: Options) -> list[str]:
    """Notes on choices that this protocol has no use for; a choice that nothing has is an error."""
    notes = []
    known = all_step_ids() | {s.id for s in protocol.steps}
    for name in options.include:
        step = protocol.step(name)
        if step is None and name not in known:
            optional = sorted(s.id for s in protocol.steps if s.optional)
            raise UnknownName("optional step", name, optional or sorted(known))
        if step is None:
            notes.append(f"The protocol {protocol.id} has no step {name}, so it is left out.")
    for name, channel in options.channels.items():
        step = protocol.step(name)
        if step is None and name not in known:
            raise UnknownName("step", name, sorted(known))
        if step is None:
            notes.append(f"The protocol {protocol.id} has no step {name}, so its channel is not used.")
        elif step.in_turn:
            raise CaseError(
                f"{name} takes its channels in turn ({', '.join(step.channels)}): none can be chosen."
            )
        elif channel not in step.channels:
            raise CaseError(
                f"{name} cannot go by {channel} in {protocol.id}: choose {' or '.join(step.channels)}."
            )
    return notes


def _check_steps(protocol: Protocol, events: tuple[Event, ...]) -> None:
    here, anywhere = {s.id for s in protocol.steps}, all_step_ids()
    for event in events:
        if event.step is not None and event.step not in here and event.step not in anywhere:
            known = dict.fromkeys([*(s.id for s in protocol.steps), *sorted(all_step_ids())])
            raise UnknownName("step", event.step, known)
