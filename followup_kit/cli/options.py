"""The options of an interview and its plan, shared by the commands that plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from followup_kit.errors import CaseError
from followup_kit.records.base import Record
from followup_kit.records.case import Interview, Options, parse_day
from followup_kit.records.plan import Plan

__all__ = [
    "Case",
    "Day",
    "Time",
    "case_of",
    "case_options",
    "make_plan",
    "optional_plan_options",
    "plan_options",
]

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A day written as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        return value if isinstance(value, dt.date) else parse_day(str(value))


class Time(click.ParamType[dt.time]):
    """A time of day written as HH:MM."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.time:
        try:
            return dt.time.fromisoformat(str(value))
        except ValueError:
            raise CaseError(
                f"The time {value!r} is not a time of day: write it as HH:MM, for example 16:30."
            ) from None


_PROTOCOL_HELP = "Protocol id, name of a consensus plan, or a protocol file (.toml)."
_INTERVIEW_HELP = "Day of the interview (YYYY-MM-DD)."
_CASE = (
    click.option("--decision", type=Day(), help="Date by which they promised to decide."),
    click.option("--ends", type=Time(), help="Local time at which the interview ended (HH:MM)."),
    click.option("--timezone", help="Time zone of the interview, for example Europe/Berlin."),
    click.option("--country", default="US", show_default=True, help="Country whose working days count."),
    click.option("--subdivision", help="State or province, for example CA."),
    click.option("--pace", default="relaxed", show_default=True, help="relaxed, standard or assertive."),
    click.option(
        "--with", "include", multiple=True, metavar="STEP", help="Plan an optional step: card, work_sample."
    ),
    click.option("--written-only", is_flag=True, help="No phone: every call becomes an e-mail."),
    click.option("--via", metavar="NAME", help="Agency or recruiter through whom everything goes."),
    click.option(
        "--horizon-weeks", default=8, show_default=True, type=int, help="How far a series is planned."
    ),
    click.option("--event", "events", multiple=True, metavar="KIND:DATE[:ARG]", help="What happened since."),
    click.option(
        "--channel", "channels", multiple=True, metavar="STEP=CHANNEL", help="Choose a step's channel."
    ),
    click.option("--today", type=Day(), help="Show what is due or missed on that day."),
)


class Case(Record, frozen=True, kw_only=True):
    """One case as the options describe it."""

    interview: Interview
    events: tuple[str, ...]
    calendar: Any
    options: Options
    horizon_weeks: int
    today: dt.date | None


def case_options(command: F) -> F:
    """Add the options of an interview to a command."""
    return _with_case(command, required=True)


def plan_options(command: F) -> F:
    """Add the options of an interview and of its protocol to a command."""
    return click.option("--protocol", required=True, help=_PROTOCOL_HELP)(case_options(command))


def optional_plan_options(command: F) -> F:
    """The same, where a command can do without an interview (it reads a journal then)."""
    return click.option("--protocol", help=_PROTOCOL_HELP)(_with_case(command, required=False))


def _with_case(command: F, *, required: bool) -> F:
    for option in reversed(_CASE):
        command = option(command)
    return click.option("--interview", required=required, type=Day(), help=_INTERVIEW_HELP)(command)


def case_of(
    *,
    interview: dt.date,
    decision: dt.date | None,
    ends: dt.time | None,
    timezone: str | None,
    country: str,
    subdivision: str | None,
    pace: str,
    include: tuple[str, ...],
    written_only: bool,
    via: str | None,
    horizon_weeks: int,
    events: tuple[str, ...],
    channels: tuple[str, ...],
    today: dt.date | None,
) -> Case:
    """The case that the options describe."""
    from followup_kit.workdays import working_days

    return Case(
        interview=Interview(day=interview, ends=ends, timezone=timezone, promised=decision, contact_via=via),
        events=events,
        calendar=working_days(country, subdivision),
        options=Options(
            pace=pace,  # type: ignore[arg-type]  # checked by Options itself
            include=include,
            channels=dict(_channel(c) for c in channels),
            written_only=written_only,
        ),
        horizon_weeks=horizon_weeks,
        today=today,
    )


def make_plan(*, protocol: str, **options: Any) -> Plan:
    """The plan that the options describe."""
    from followup_kit.comparison.choose import choose
    from followup_kit.planner import plan

    case = case_of(**options)
    return plan(
        case.interview,
        choose(protocol),
        events=case.events,
        calendar=case.calendar,
        today=case.today,
        options=case.options,
        horizon_weeks=case.horizon_weeks,
    )


def _channel(text: str) -> tuple[str, Any]:
    step, equals, channel = text.partition("=")
    if not (step and equals and channel):
        raise CaseError(f"The channel {text!r} is not written as STEP=CHANNEL, for example check_in=phone.")
    return step.strip(), channel.strip()
