"""The drill of dates: a case, a protocol, a country; the answers come from the planner."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache

from followup_kit.course.answers import say_day
from followup_kit.course.checking import DayIs
from followup_kit.course.drills import DrillKind
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.errors import CourseError
from followup_kit.planner import plan
from followup_kit.records.case import Interview
from followup_kit.records.plan import Touchpoint
from followup_kit.workdays import working_days

__all__ = ["KIND"]

_DAY = dt.timedelta(days=1)
YEAR = 2026
COUNTRIES = ("US", "GB", "DE", "CA", "FR")
PLAIN, ROLLS, HOLIDAY, READINGS = 1, 3, 4, 5

STEPS: dict[tuple[str, str], str] = {
    ("classic", "call"): "It calls one day after the promised date",
    ("measured", "check_in"): "It asks on the first working day after the promised date",
    ("showcase", "call"): "It calls as soon as the promised date has passed: on the day after it",
    (
        "persistent",
        "call",
    ): "It calls on the fifth day after the interview, and does not look at the promised date",
    ("paced", "check_in"): "It writes seven days after the last contact: the thank-you on the interview day",
}
"""How each step is counted, in words; shown on the first levels only."""

ROLL = "A day that is no working day rolls to the next one."
LETTERS = "In the readings D is the promised date, I the interview day, and wd means working days."

# How hard: which steps may come. Level 1 needs no roll, 3 needs one, 4 one over a public holiday.
LEVELS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("classic", "call"), ("showcase", "call")),
    2: (("classic", "call"), ("measured", "check_in"), ("paced", "check_in"), ("persistent", "call")),
    3: (("classic", "call"), ("showcase", "call"), ("persistent", "call")),
    4: (("classic", "call"), ("measured", "check_in"), ("showcase", "call")),
    5: (("measured", "check_in"), ("persistent", "call")),
}


def make(rng: random.Random, level: int) -> Exercise:
    """A case of this level; see :class:`~followup_kit.course.drills.DrillKind`."""
    for _ in range(200):
        protocol, step = rng.choice(LEVELS[level])
        country = "US" if level <= ROLLS else rng.choice(COUNTRIES)
        interview = _interview(rng, level, country)
        if interview is None:
            continue
        point = next(t for t in plan(interview, protocol, calendar=country) if t.step == step)
        if _fits(point, level):
            return _exercise(rng, level, protocol, country, interview, point)
    raise CourseError("No case could be made for this level of the drill: begin it anew.")


def _interview(rng: random.Random, level: int, country: str) -> Interview | None:
    """An interview on a working day, with a promised date that suits the level."""
    calendar = working_days(country)
    if level == HOLIDAY:
        promised = rng.choice(_holidays(country)) - _DAY
        day = promised - rng.choice((7, 10, 14)) * _DAY
    else:
        day = dt.date(YEAR, 1, 7) + rng.randrange(300) * _DAY
        promised = day + rng.choice((7, 10, 11, 12, 14)) * _DAY
    if not calendar.is_working(day) or day.year != YEAR or promised.weekday() == 6:
        return None
    return Interview(day=day, promised=promised)


@cache
def _holidays(country: str) -> tuple[dt.date, ...]:
    """The public holidays of the year that fall on a weekday, but for those around New Year."""
    calendar = working_days(country)
    every = (dt.date(YEAR, 1, 20) + n * _DAY for n in range(330))
    return tuple(d for d in every if d.weekday() < 5 and not calendar.is_working(d))


def _fits(point: Touchpoint, level: int) -> bool:
    if level == PLAIN:
        return point.moved_from is None
    if level == ROLLS:
        return point.moved_from is not None
    if level == READINGS:
        return any(r.due != point.due for r in point.readings)
    return True


def _exercise(
    rng: random.Random, level: int, protocol: str, country: str, interview: Interview, point: Touchpoint
) -> Exercise:
    calendar = working_days(country)
    promised = interview.promised or interview.day
    facts = f"Interview on **{say_day(interview.day)}**. Promised date: **{say_day(promised)}**. "
    lines = [facts + f"Working days of {calendar.label}."]
    how = STEPS[protocol, point.step]
    lines.append(f"The protocol is `{protocol}`." + (f" {how}. {ROLL}" if level <= 2 else ""))
    off = [
        d for d in _span(interview.day, promised + 7 * _DAY) if d.weekday() < 5 and not calendar.is_working(d)
    ]
    lines += [f"{say_day(d)} is a public holiday there: {calendar.holiday(d) or 'a day off'}." for d in off]
    right, rules, because = point.due, point.rules, point.reason
    slips = {
        promised: "That is the promised date itself. It is not over before the evening.",
        interview.day: "That is the interview day.",
    }
    slips |= {
        r.due: f"That is another reading ({r.label}). Give the day of the default one."
        for r in point.readings
    }
    if point.moved_from:
        slips[point.moved_from] = f"{say_day(point.moved_from)} is not a working day there. {ROLL}"
    if level == READINGS:
        reading = rng.choice([r for r in point.readings if r.due != point.due])
        lines.append(f"On which day is “{point.title}” by this reading: **{reading.label}**? {LETTERS}")
        slips = {point.due: f"That is the default reading. {how}. Now count by the other one."}
        right, rules = reading.due, reading.rules or point.rules
        because = (
            f"By “{reading.label}” it is {say_day(reading.due)}. The default gives {say_day(point.due)}."
        )
    else:
        lines.append(f"On which day is “{point.title}” due first?")
    answer = say_day(right)
    return Exercise(
        id="drill-dates-1",
        title="When is it due?",
        objective=KIND.objective,
        prompt="\n\n".join(lines),
        fields=(
            AnswerField(
                id="day",
                label="Day",
                kind="day",
                right=DayIs(
                    day=right.isoformat(),
                    because=f"{how}. {ROLL}" if level < READINGS else LETTERS,
                    slips={d.isoformat(): why for d, why in slips.items() if d != right},
                ),
            ),
        ),
        hints=(
            f"{how}.",
            f"{ROLL} {LETTERS}" if level == READINGS else ROLL,
            f"It is in the week of {_monday(right)}.",
        ),
        solution={"day": answer[4:]},
        because=because,
        rules=rules,
        minutes=1,
        year=right.year,
    )


def _span(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + n * _DAY for n in range((last - first).days + 1)]


def _monday(day: dt.date) -> str:
    return say_day(day - day.weekday() * _DAY)


KIND = DrillKind(id="dates", title="Dates", objective="04-date-first-nudge", levels=max(LEVELS), make=make)
