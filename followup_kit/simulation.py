"""The waiting simulator: many candidates follow one protocol while an employer takes its time.

It counts what following a protocol means: contacts, minutes, a decision given up too soon. It has
no idea of who gets the job. numpy is imported only when something is simulated.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from followup_kit.advice.evidence import evidence_card, grade
from followup_kit.advice.loading import load_data
from followup_kit.advice.protocols import read_protocol
from followup_kit.advice.soundness import check_plan, check_protocol, goes_on_note
from followup_kit.errors import CaseError, UnknownName
from followup_kit.planner import plan
from followup_kit.records.advice import Protocol
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.case import FIRST_YEAR, LAST_YEAR, Interview, Options
from followup_kit.records.simulation import Employer, EmployerSpec, Figure, Minutes, Simulation
from followup_kit.records.words import CHANNELS
from followup_kit.workdays import Calendar, read_calendar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Bools = npt.NDArray[np.bool_]

__all__ = ["WATCHED_WEEKS", "employer", "employer_ids", "simulate"]

WATCHED_WEEKS = 26
"""How long a candidate is watched who is never told; half a year (editorial)."""
MOST = 5_000_000
"""Candidates in one simulation; more would fill the memory of a small machine."""
LAST = 7 * WATCHED_WEEKS
"""The last day after the interview that is watched."""
NEVER = 10**6
"""A day that no decision waits for: the day of letting go of a plan that has none."""


class _Employers(DataRecord, frozen=True, kw_only=True):
    minutes: Minutes
    employers: tuple[EmployerSpec, ...]


@cache
def _data() -> _Employers:
    return load_data("employers.toml", _Employers)


def employer_ids() -> tuple[str, ...]:
    """The employers with a published mean time to a decision.

    >>> employer_ids()[:2]
    ('graduate', 'accounting')
    """
    return tuple(e.id for e in _data().employers)


def employer(id: str, **changes: Any) -> Employer:
    """An employer with a published mean; ``changes`` set other fields of :class:`Employer`.

    A mean that was published in business days is counted in plain days: 17 are 23.8.

    >>> employer("accounting", shape="lognormal").mean_days
    23.8
    """
    for spec in _data().employers:
        if spec.id == id:
            known: dict[str, Any] = {
                "title": spec.title, "mean_days": spec.mean_days, "card": spec.card, "note": spec.note,
            }  # fmt: skip
            if "mean_days" in changes:
                known |= {"card": None, "note": ""}
            return Employer(**{**known, **changes})
    raise UnknownName("employer", id, employer_ids())


def simulate(
    protocol: Protocol | str | Path,
    employer: Employer | None = None,
    n: int = 10_000,
    seed: int = 0,
    *,
    calendar: Calendar | str = "US",
    options: Options | None = None,
    year: int = 2026,
) -> Simulation:
    """What following a protocol means for ``n`` candidates of one kind of employer.

    Interviews are spread over the working days of ``year``; each candidate gets the plan that the
    planner makes for that day. The same ``seed`` gives the same candidates, whatever the protocol,
    so that protocols can be compared. Days are whole days after the interview.

    Raises :class:`~followup_kit.errors.CaseError` for numbers that cannot be, and for a protocol that
    never contacts anybody or plans two calls on a day.

    >>> result = simulate("persistent", n=1000, seed=7)
    >>> result.figures["given_up_days"].share
    0.0
    >>> result == simulate("persistent", n=1000, seed=7)
    True
    """
    import numpy as np

    protocol, calendar = read_protocol(protocol), read_calendar(calendar)
    check_protocol(protocol)
    employer = _cited(employer or Employer())
    _check(n, seed, year)
    table = _table(protocol, employer, calendar, options, year)
    # Drawn in this order for every protocol: the same seed brings the same candidates.
    random = np.random.default_rng(seed)
    which = random.integers(0, len(table.stop), n)
    decided = _decisions(employer, n, random)
    ghosted = random.random(n) < employer.ghosting
    return Simulation(
        protocol=protocol.id,
        title=protocol.title,
        employer=employer,
        n=n,
        seed=seed,
        figures={f.name: f for f in _figures(table, which, decided, ghosted, employer)},
        assumptions=_assumptions(protocol, employer, calendar, year),
    )


def _cited(employer: Employer) -> Employer:
    """The employer without its evidence card where that card has another mean: a mean of one's own cites none."""
    published = {(e.card, e.mean_days) for e in _data().employers}
    if (employer.card, employer.mean_days) in published:
        return employer
    return msgspec.structs.replace(employer, card=None, note="")


def _check(n: object, seed: object, year: object) -> None:
    if not isinstance(n, int) or isinstance(n, bool) or not 1 <= n <= MOST:
        raise CaseError(f"The number of candidates is a whole number from 1 to {MOST}, not {n}.")
    if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**63:
        raise CaseError(f"The seed is a whole number from 0 on, not {seed}.")
    if not isinstance(year, int) or not FIRST_YEAR <= year < LAST_YEAR:
        raise CaseError(f"The year lies between {FIRST_YEAR} and {LAST_YEAR - 1}, not {year}.")


class _Table(Record, frozen=True, kw_only=True):
    """The plans of all interview days as running totals: a row a plan, a column a day.

    ``contacts[plan, day]`` is how many contacts fall before that day after the interview; likewise
    nudges, contacts on days that are no working days, contacts moved off such days, and minutes.
    """

    contacts: Any
    nudges: Any
    off: Any
    moved: Any
    minutes: Any
    stop: Any
    """The day of letting go, or NEVER; one a plan."""


def _table(
    protocol: Protocol, employer: Employer, calendar: Calendar, options: Options | None, year: int
) -> _Table:
    import numpy as np

    starts = _starts(calendar, year)
    totals = np.zeros((5, len(starts), LAST + 2), dtype=np.int32)
    stops = []
    for number, start in enumerate(starts):
        promised = None if employer.promise_days is None else start + dt.timedelta(days=employer.promise_days)
        made = plan(
            Interview(day=start, promised=promised),
            protocol,
            calendar=calendar,
            options=options,
            horizon_weeks=WATCHED_WEEKS,
            history=False,
        )
        if not number:
            check_plan(made)
        for t in made:
            day = (t.due - start).days + 1
            if t.kind != "stop" and day <= LAST + 1:
                off, moved = not calendar.is_working(t.due), t.moved_from is not None
                totals[:, number, day] += (1, t.kind == "nudge", off, moved, _data().minutes.of(t.channel))
        stops.append(min(((t.due - start).days for t in made if t.kind == "stop"), default=NEVER))
    contacts, nudges, off_days, moved_days, minutes = totals.cumsum(axis=2, dtype=np.int64)
    return _Table(
        contacts=contacts,
        nudges=nudges,
        off=off_days,
        moved=moved_days,
        minutes=minutes,
        stop=np.array(stops, dtype=np.int64),
    )


def _starts(calendar: Calendar, year: int) -> list[dt.date]:
    first = dt.date(year, 1, 1)
    days = (first + dt.timedelta(days=n) for n in range((dt.date(year + 1, 1, 1) - first).days))
    return [day for day in days if calendar.is_working(day)]


def _decisions(employer: Employer, n: int, random: np.random.Generator) -> Ints:
    """The day after the interview on which each candidate's case is decided, told or not; at least 1."""
    import numpy as np

    if employer.shape == "promised" and employer.promise_days is not None:
        slipped = random.random(n) >= employer.kept
        waits = employer.promise_days + slipped * np.ceil(random.exponential(employer.slip_days, n))
    elif employer.shape == "lognormal":
        mu = np.log(employer.mean_days) - employer.sigma**2 / 2
        waits = np.ceil(random.lognormal(mu, employer.sigma, n))
    else:
        waits = np.ceil(random.exponential(employer.mean_days, n))
    days: Ints = np.clip(waits, 1, NEVER - 1).astype(np.int64)
    return days


def _figures(table: _Table, which: Ints, decided: Ints, ghosted: Bools, employer: Employer) -> list[Figure]:
    import numpy as np

    live = ~ghosted
    # Who is told stops; an answer on a day comes before that day's contact.
    known = np.minimum(decided, LAST + 1)
    until = np.where(ghosted, LAST + 1, known)
    before, nudges = table.contacts[which, until], table.nudges[which, until]
    after = table.contacts[which, LAST + 1] - table.contacts[which, np.minimum(known + 1, LAST + 1)]
    given_up = np.maximum(decided - table.stop[which], 0)
    told, untold = "candidates who are told", "candidates who are never told"
    return [
        _figure(
            "contacts_before_decision", "Contacts made before the decision", "contacts", told, before[live]
        ),
        _figure("nudges_before_decision", "Nudges made before the decision", "contacts", told, nudges[live]),
        _figure(
            "beyond_patience",
            f"Nudges beyond the {employer.patience} that this employer takes in good part",
            "contacts",
            told,
            np.maximum(nudges[live] - employer.patience, 0),
        ),
        _figure(
            "contacts_after_no",
            "Contacts made after a no that was never told",
            "contacts",
            untold,
            after[ghosted],
        ),
        _figure(
            "given_up_days",
            "Days on which a decision still to come had been given up",
            "days",
            told,
            given_up[live],
        ),
        _figure(
            "weekend_hits",
            "Contacts on a day that is no working day",
            "contacts",
            "all candidates",
            table.off[which, until],
        ),
        _figure(
            "moved",
            "Contacts moved off a day that is no working day",
            "contacts",
            "all candidates",
            table.moved[which, until],
        ),
        _figure("minutes", "Minutes of work", "minutes", "all candidates", table.minutes[which, until]),
    ]


def _figure(name: str, title: str, unit: str, of: str, values: Ints) -> Figure:
    import numpy as np

    if not len(values):
        return Figure(
            name=name, title=title, unit=unit, of=of, count=0,
            mean=0.0, median=0.0, p10=0.0, p90=0.0, share=0.0, values={},
        )  # fmt: skip
    p10, median, p90 = (float(v) for v in np.percentile(values, (10, 50, 90)))
    numbers, counts = np.unique(values, return_counts=True)
    return Figure(
        name=name,
        title=title,
        unit=unit,
        of=of,
        count=len(values),
        mean=float(values.mean()),
        median=median,
        p10=p10,
        p90=p90,
        share=float((values > 0).mean()),
        values={int(v): int(c) for v, c in zip(numbers, counts, strict=True)},
    )


def _assumptions(protocol: Protocol, employer: Employer, calendar: Calendar, year: int) -> tuple[str, ...]:
    """What the figures rest on, one sentence each."""
    promise = (
        "no date is promised"
        if employer.promise_days is None
        else f"they promise a decision within {employer.promise_days} days"
    )
    said = (
        f"{employer.title}: {_waiting(employer)}; {promise}.",
        "The true shape of waiting times is not known: choose another and look again.",
        f"{employer.ghosting:.0%} of candidates are never told.",
        "Card 20 found a third without word two months after applying; for interviews no number can be trusted.",
        "Nothing that a candidate does changes what is decided or when.",
        "No trial shows that following up wins jobs, and nothing here says so.",
        "Candidates follow their plan to the day and stop when they are told.",
        "A decision counts from the end of its day, and an answer on a day comes before that day's contact.",
        f"Interviews are spread evenly over the working days of {year} ({calendar.name}).",
        f"Who is never told is watched for {WATCHED_WEEKS} weeks after the interview (our number).",
        f"Minutes: {_minutes_text()} (our estimate).",
        f"That {employer.patience} nudges are taken in good part is our number; no study counts it.",
    )
    note = goes_on_note(protocol)
    return (*said, note) if note else said


def _minutes_text() -> str:
    minutes = _data().minutes
    return ", ".join(
        f"{words} {minutes.of(channel)}" for channel, words in CHANNELS.items() if channel != "none"
    )


def _waiting(employer: Employer) -> str:
    if employer.shape == "promised":
        return (
            f"the promised date is kept in {employer.kept:.0%} of cases and slips by {employer.slip_days:g} days "
            "on average in the others (our numbers)"
        )
    spread = f" with a spread of {employer.sigma:g}" if employer.shape == "lognormal" else ""
    known = "your own number"
    if employer.card is not None:
        card = evidence_card(employer.card)
        known = f"evidence card {card.id}, graded {grade(card)}: {card.population}"
        known += f"; {employer.note}" if employer.note else ""
    return (
        f"decisions take {employer.mean_days:g} days on average ({known}), {employer.shape} in shape{spread}"
    )
