"""A damaged journal: what can be read is saved, and the damaged file is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from followup_kit.errors import JournalError
from followup_kit.journal.repair import repair
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
from tests.journal.conftest import interview

# Repair


def test_repair_saves_what_can_be_read_and_keeps_the_damaged_file(path: Path) -> None:
    with Journal(path) as journal:
        for number in range(400):
            journal.record(
                "acme-2026-03-02-2", Event(kind="replied", on=interview().day, note=f"{number} " + "x" * 60)
            )
    raw = bytearray(path.read_bytes())
    raw[-4096:] = b"\xff" * 4096
    path.write_bytes(raw)
    with pytest.raises(JournalError):
        Journal(path)
    done = repair(path)
    assert (path.parent / done.copy).read_bytes() == raw
    assert done.saved["interviews"] == 2
    assert 300 < done.saved["events"] < 401
    with Journal(path) as journal:
        assert len(journal.entries()) == 2
        assert journal.plan("acme-2026-03-02").interview.people[0].name == "Zoë Özdemir"


def test_repair_leaves_out_a_row_that_cannot_be_understood(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE interviews SET horizon_weeks = 9999 WHERE id = 'acme-2026-03-02-2'")
    with Journal(path) as journal, pytest.raises(JournalError, match="cannot be understood"):
        journal.entries()
    found = repair(path)
    assert found.copy
    with Journal(path) as journal:
        assert [e.id for e in journal.entries()] == ["acme-2026-03-02"]


def test_repair_of_a_truncated_file(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    done = repair(path)
    assert (path.parent / done.copy).read_bytes() == raw[: len(raw) // 2]
    Journal(path).close()


def test_repair_leaves_a_whole_journal_and_a_foreign_file_alone(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    assert repair(path).copy == ""
    assert path.read_bytes() == before
    foreign = tmp_path / "x.txt"
    foreign.write_text("x" * 200)
    with pytest.raises(JournalError, match="not a journal"):
        repair(foreign)
    assert foreign.read_text() == "x" * 200
