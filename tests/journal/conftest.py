"""A journal with two applications at one company."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_kit.journal.store import Journal
from followup_kit.records.case import Event, Interview, Person

DAY = dt.date(2026, 3, 2)


def interview(
    company: str = "Acme", position: str = "Clerk", day: dt.date = DAY, **more: object
) -> Interview:
    """An interview with two people and a promised date."""
    people = (
        Person(name="Zoë Özdemir", email="zoe@example.org", phone="+49 30 1234", roles=("lead_interviewer",)),
        Person(name="Li Wei", address="1 Example Street"),
    )
    settings: dict[str, object] = {"promised": day + dt.timedelta(days=14), "people": people, **more}
    return Interview(day=day, company=company, position=position, **settings)  # type: ignore[arg-type]


@pytest.fixture(params=[False, True], ids=["direct", "working-copy"])
def journal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Journal]:
    """An empty journal, on the file itself and as a working copy."""
    with Journal(tmp_path / "journal.sqlite", working_copy=request.param) as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal file with two interviews and an event."""
    made = tmp_path / "journal.sqlite"
    with Journal(made) as journal:
        name = journal.add(interview(), "classic")
        journal.add(interview(position="Cook"), "paced")
        journal.record(name, Event.parse("replied:2026-03-05"))
    return made


def aged(lock: Path) -> None:
    """As if its owner had not been heard of for half a minute."""
    old = time.time() - 30
    os.utime(lock, (old, old))
