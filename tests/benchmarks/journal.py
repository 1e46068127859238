"""Figures of the journal: python tests/benchmarks/journal.py [today|ics|kill|two|all] [--kills 500]

today   the day of 1 000 applications with 20 000 events, and whether it grows linearly
ics     a calendar of 1 000 touchpoints
kill    kill -9 at a random moment while events are written, many times
two     two processes writing 1 000 events each to one file
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from followup_kit.errors import JournalError
from followup_kit.journal.schema import insert
from followup_kit.journal.store import Journal
from followup_kit.planner import plan
from followup_kit.records.case import Event, Interview
from followup_kit.records.journal import Application, InterviewRow, LoggedEvent

PROTOCOLS = ("classic", "measured", "paced", "showcase", "persistent")
FIRST = dt.date(2026, 3, 2)

WRITER = """
import datetime as dt, sys
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
path, name, first, count, interviews = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5:]
with Journal(path, create=False) as journal:
    for number in range(first, first + count):
        journal.record(
            interviews[number % len(interviews)],
            Event(kind="replied", on=dt.date(2026, 3, 9), note=f"{name}-{number}"),
        )
        print(f"{name}-{number}", flush=True)
"""


def filled(path: Path, applications: int, events: int) -> Journal:
    """A journal with many applications and their events, written in one transaction."""
    rng = random.Random(7)
    journal = Journal(path)
    with journal._file.writing() as db:
        for a in range(applications):
            day = FIRST + dt.timedelta(days=a % 60)
            insert(db, "applications", Application(id=f"a{a}", company=f"Company {a}", position="Clerk"))
            row = InterviewRow(
                id=f"i{a}",
                application=f"a{a}",
                day=day,
                promised=day + dt.timedelta(days=14) if a % 3 else None,
                protocol=PROTOCOLS[a % 5],
            )
            insert(db, "interviews", row)
            for number, event in enumerate(history(rng, day, events, PROTOCOLS[a % 5])):
                values = {f: getattr(event, f) for f in event.__struct_fields__}
                insert(db, "events", LoggedEvent(id=f"{a}-{number}", interview=f"i{a}", **values))
    return journal


def history(rng: random.Random, day: dt.date, count: int, protocol: str) -> list[Event]:
    """What happens in an application: thanks, contacts, replies, delays, snoozes, a few taken back."""
    nudge = {
        "classic": "call",
        "measured": "check_in",
        "paced": "check_in",
        "showcase": "call",
        "persistent": "weekly",
    }
    found = [Event(kind="sent", on=day, step="thank_you")]
    while len(found) < count:
        day += dt.timedelta(days=rng.randint(1, 4))
        kind = rng.choice(["sent", "replied", "replied", "replied", "delayed", "snoozed", "undone"])
        if kind == "sent":
            found.append(Event(kind="sent", on=day, step=nudge[protocol]))
        elif kind == "delayed":
            found.append(Event(kind="delayed", on=day, new_date=day + dt.timedelta(days=7)))
        elif kind == "snoozed":
            new = day + dt.timedelta(days=2)
            found.append(Event(kind="snoozed", on=day, step=nudge[protocol], new_date=new))
        elif kind == "undone":
            if found[-1].kind == "undone" or len(found) < 3:
                continue
            found.append(Event(kind="undone", on=day))
        else:
            found.append(Event(kind="replied", on=day))
    return found


def bench_today(folder: Path) -> None:
    today = dt.date(2026, 5, 4)
    for applications in (250, 500, 1000):
        path = folder / f"today-{applications}.sqlite"
        filled(path, applications, 20).close()
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            with Journal(path, create=False) as journal:
                opened = time.perf_counter()
                entries = journal.entries()
                read = time.perf_counter()
                agenda, notices = journal.day(today)
            times.append(time.perf_counter() - read + opened - begin)
        print(
            f"today, {applications} applications, {20 * applications} events: "
            f"{statistics.median(times) * 1000:.0f} ms median of 5 (opening {1000 * (opened - begin):.0f}, "
            f"reading {1000 * (read - opened):.0f}); {len(agenda.items)} items, {len(notices)} notices, "
            f"{len(entries)} interviews"
        )


def bench_ics(folder: Path) -> None:
    long = plan(
        Interview(day=FIRST, timezone="Europe/Berlin", company="Acme"), "persistent", horizon_weeks=520
    )
    many = [plan(Interview(day=FIRST, company=f"C{n}"), "persistent") for n in range(100)]
    from followup_kit.outputs.ics import calendar, plan_occasions

    occasions = [o for p in many for o in plan_occasions(p)][:1000] or list(plan_occasions(long))
    begin = time.perf_counter()
    made = calendar(occasions)
    took = time.perf_counter() - begin
    same = made == calendar(occasions)
    print(
        f"calendar of {len(occasions)} touchpoints: {took * 1000:.0f} ms, {len(made)} bytes, the same again: {same}"
    )


def bench_kill(folder: Path, kills: int) -> None:
    """Kills are counted only where the writer had begun; the journal is begun anew after every 50."""
    rng = random.Random(11)
    path = folder / "kill.sqlite"
    unopened = lost = twice = acknowledged = begun = 0
    begin = time.perf_counter()
    while begun < kills:
        path.unlink(missing_ok=True)
        with Journal(path) as journal:
            names = [journal.add(Interview(day=FIRST, company=f"C{n}"), "classic") for n in range(20)]
        told: set[str] = set()
        notes: list[str] = []
        for _ in range(min(50, kills - begun)):
            told |= killed_while_writing(path, f"k{begun}", names, rng.random() * 0.12)
            begun += 1
            try:
                with Journal(path, create=False) as journal:
                    notes = [e.note for entry in journal.entries() for e in entry.events]
            except JournalError as error:
                unopened += 1
                print(f"did not open after kill {begun}: {error}")
        acknowledged += len(told)
        lost += len(told - set(notes))
        twice += len(notes) - len(set(notes))
        print(f"  {begun} kills, {acknowledged} acknowledged, {lost} lost, {unopened} not opened", flush=True)
    print(
        f"kill -9, {begun} times in {time.perf_counter() - begin:.0f} s: {unopened} files not opened, "
        f"{lost} of {acknowledged} acknowledged events lost, {twice} stored twice"
    )


def killed_while_writing(path: Path, writer: str, names: list[str], after: float) -> set[str]:
    """What a writer had acknowledged when it was killed, some seconds after its first event."""
    running = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), writer, "0", "100000", *names],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    first = running.stdout.readline()
    time.sleep(after)
    running.kill()
    said = first + running.stdout.read()
    running.wait()
    if not first.endswith("\n"):
        raise SystemExit("The writer did not begin: see its message above.")
    # A line without its end was cut off by the kill: that event may be there or not.
    return set(said.split("\n")[:-1])


def bench_two(folder: Path, count: int) -> None:
    path = folder / "two.sqlite"
    with Journal(path) as journal:
        names = [journal.add(Interview(day=FIRST, company=f"C{n}"), "classic") for n in range(20)]
    begin = time.perf_counter()
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), f"w{n}", "0", str(count), *names],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for n in (1, 2)
    ]
    errors = [w.communicate()[1].decode().strip() for w in writers]
    with Journal(path, create=False) as journal:
        notes = [e.note for entry in journal.entries() for e in entry.events]
    print(
        f"two processes, {count} events each: {len(notes)} stored, {len(notes) - len(set(notes))} twice, "
        f"{sum(map(bool, errors))} errors, {time.perf_counter() - begin:.0f} s"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("what", nargs="?", default="all", choices=["today", "ics", "kill", "two", "all"])
    arguments.add_argument("--kills", type=int, default=500)
    arguments.add_argument("--events", type=int, default=1000)
    arguments.add_argument("--folder", type=Path, help="where the files lie; a temporary folder if left out")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        if given.what in ("today", "all"):
            bench_today(Path(folder))
        if given.what in ("ics", "all"):
            bench_ics(Path(folder))
        if given.what in ("two", "all"):
            bench_two(Path(folder), given.events)
        if given.what in ("kill", "all"):
            bench_kill(Path(folder), given.kills)


if __name__ == "__main__":
    main()
