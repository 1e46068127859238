"""Figures of the core: what importing costs, what a plan costs, how fast the command line answers.

    python tests/benchmarks/core.py

Times differ from machine to machine; the ratios are taken in one run, side by side.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import holidays
from dateutil.rrule import DAILY, rrule

import followup_kit as fk

ROOT = Path(__file__).resolve().parent.parent.parent
PAIRS = 25
REPEATS = 40
WORKING_WEEK = range(5)


def seconds(command: Sequence[str]) -> float:
    """How long a program of its own takes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def over_bare_python(command: Sequence[str]) -> tuple[float, float]:
    """Median time of a program and of bare Python, in milliseconds, in alternating pairs."""
    pairs = [(seconds(command), seconds(["-c", "pass"])) for _ in range(PAIRS)]
    return tuple(1000 * statistics.median(side) for side in zip(*pairs, strict=True))  # type: ignore[return-value]


def start_up() -> None:
    print(f"start, median of {PAIRS} alternating pairs, ms")
    programs = {
        "import followup_kit": ["-c", "import followup_kit"],
        "import, and the first plan": [
            "-c",
            "import followup_kit as fk; fk.plan(fk.Interview(day=fk.parse_day('2026-03-02')), 'persistent')",
        ],
        "followup-kit --version": ["-m", "followup_kit", "--version"],
        "followup-kit --help": ["-m", "followup_kit", "--help"],
        "followup-kit plan": [
            "-m",
            "followup_kit",
            *"plan --protocol persistent --interview 2026-03-02".split(),
        ],
    }
    for name, command in programs.items():
        whole, bare = over_bare_python(command)
        print(f"  {name:28} {whole:7.1f}   over bare Python ({bare:.1f}): {whole - bare:6.1f}")


def cases() -> list[fk.Interview]:
    """A year of interviews, half of them with a promised date."""
    days = [dt.date(2026, 1, 5) + dt.timedelta(days=3 * n) for n in range(100)]
    return [
        fk.Interview(day=day, promised=day + dt.timedelta(days=14) if n % 2 else None)
        for n, day in enumerate(days)
    ]


def bare_dates(raw: Sequence[dt.date], calendar: holidays.HolidayBase) -> list[dt.date]:
    """The same days rolled to working days, with nothing else: no rule, no reason, no reading."""
    rolled = []
    for day in raw:
        candidates = rrule(DAILY, dtstart=dt.datetime.combine(day, dt.time()), byweekday=WORKING_WEEK)
        rolled.append(next(c.date() for c in candidates if c.date() not in calendar))
    return rolled


def median_us(do: Callable[[], object]) -> float:
    """Microseconds of a call: the median of many, each timed alone."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter_ns()
        do()
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times) / 1000


def planning() -> None:
    interviews = cases()
    calendar = holidays.country_holidays("US", years=range(2025, 2029))
    working_days = fk.working_days("US")
    protocols = {name: fk.load_protocol(name) for name in fk.protocol_ids()}
    medians: list[float] = []
    ratios: list[float] = []
    print(f"one plan with reasons and readings, calendar warm, median over {len(interviews)} interviews, µs")
    for name, protocol in protocols.items():
        ours, theirs = [], []
        gc.disable()
        for interview in interviews:
            planned = fk.plan(interview, protocol, calendar=working_days)  # warms the calendar
            raw = [t.moved_from or t.due for t in planned]
            bare_dates(raw, calendar)
            ours.append(median_us(lambda i=interview, p=protocol: fk.plan(i, p, calendar=working_days)))
            theirs.append(median_us(lambda r=raw: bare_dates(r, calendar)))
        gc.enable()
        plan, bare = statistics.median(ours), statistics.median(theirs)
        medians.append(plan)
        ratios.append(plan / bare)
        print(
            f"  {name:12} {plan:7.1f}   bare dates by rrule + holidays {bare:7.1f}   ratio {plan / bare:5.2f}"
        )
    print(f"  median of the five {statistics.median(medians):7.1f}   ratio {statistics.median(ratios):5.2f}")


if __name__ == "__main__":
    start_up()
    planning()
