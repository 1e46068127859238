"""One case, several protocols: the plans side by side, and where the advice conflicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from followup_kit.advice.soundness import check_plan, goes_on_note
from followup_kit.comparison.choose import choose_all
from followup_kit.comparison.conflicts import find_conflicts
from followup_kit.planner import plan
from followup_kit.records.advice import Protocol
from followup_kit.records.case import Event, Interview, Options
from followup_kit.records.comparison import Comparison
from followup_kit.workdays import Calendar, read_calendar

__all__ = ["compare"]


def compare(
    interview: Interview,
    protocols: Iterable[Protocol | str | Path] | None = None,
    *,
    events: Iterable[Event | str] = (),
    calendar: Calendar | str = "US",
    today: dt.date | None = None,
    options: Options | None = None,
    horizon_weeks: int = 8,
) -> Comparison:
    """The same case by several protocols, and the questions on which they conflict.

    ``protocols`` are ids, names of consensus plans, files or records; the five where none are
    named. The rest is as for :func:`~followup_kit.planner.plan`. Dates are local dates.

    Raises :class:`~followup_kit.errors.CaseError` for a protocol that never contacts anybody or
    plans two calls on a day, and what planning raises.

    >>> case = Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16))
    >>> once_or_weekly = compare(case, ["classic", "persistent"]).conflict(1)
    >>> [(s.protocol, s.rules) for s in once_or_weekly.sides]
    [('classic', ('000.19',)), ('persistent', ('004.18', '004.19'))]
    >>> once_or_weekly.difference
    2
    """
    chosen = choose_all(protocols)
    calendar = read_calendar(calendar)
    events = tuple(events)
    plans = {
        id: plan(
            interview,
            protocol,
            events=events,
            calendar=calendar,
            today=today,
            options=options,
            horizon_weeks=horizon_weeks,
        )
        for id, protocol in chosen.items()
    }
    for one in plans.values():
        check_plan(one)
    notes = tuple(note for p in chosen.values() if (note := goes_on_note(p)))
    return Comparison(interview=interview, plans=plans, conflicts=find_conflicts(chosen, plans), notes=notes)
