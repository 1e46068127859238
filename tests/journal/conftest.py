"""A journal with two applications at one company."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_kit.journal.store import Journal
from followup_kit.records.case import Interview, Person

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
