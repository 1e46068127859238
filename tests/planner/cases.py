"""Short ways to write a case and to read a plan in the tests of planning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import followup_kit as fk

MONDAY = "2026-03-02"
"""An interview day in a stretch of weeks without a public holiday in the United States."""
ON_A_SATURDAY = "2026-03-07"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def make(
    protocol: str | fk.Protocol,
    interview: str = MONDAY,
    promised: str | None = None,
    *,
    events: Iterable[fk.Event | str] = (),
    calendar: str = "US",
    today: str | None = None,
    weeks: int = 8,
    options: dict[str, Any] | None = None,
    **details: Any,
) -> fk.Plan:
    """The plan of a case whose dates are written as text."""
    return fk.plan(
        fk.Interview(day=day(interview), promised=day(promised) if promised else None, **details),
        protocol,
        events=events,
        calendar=calendar,
        today=day(today) if today else None,
        options=fk.Options(**(options or {})),
        horizon_weeks=weeks,
    )


def row(t: fk.Touchpoint) -> str:
    """Due, latest (where there is one), step, channel: ``2026-03-17..2026-03-18 check_in email``."""
    window = f"..{t.latest}" if t.latest else ""
    return f"{t.due}{window} {t.step} {t.channel}"


def rows(plan: fk.Plan) -> list[str]:
    """What still stands, done or open, in the order of the plan."""
    return [row(t) for t in plan if t.status != "cancelled"]


def of(plan: fk.Plan, step: str, occurrence: int = 1) -> fk.Touchpoint:
    """The one touchpoint of that step and occurrence."""
    [found] = [t for t in plan if t.key == (step, occurrence)]
    return found


def readings(t: fk.Touchpoint) -> list[str]:
    """The other readings of a touchpoint: due, latest (where there is one), channel."""
    return [f"{r.due}{f'..{r.latest}' if r.latest else ''} {r.channel}" for r in t.readings]


def dues(plan: fk.Plan, step: str) -> list[str]:
    """The dates of a step's occurrences that stand, without the year."""
    return [f"{t.due:%m-%d}" for t in plan if t.step == step and t.status != "cancelled"]


def statuses(plan: fk.Plan) -> list[str]:
    """Step, occurrence and status of everything in the plan."""
    return [f"{t.step} {t.occurrence} {t.status}" for t in plan]
