"""Where a file system cannot lock: a working copy, and a lock of our own that is held, waited for and taken over."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from followup_kit.errors import JournalError
from followup_kit.journal import connection, lock_file, working_copy
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
from tests.journal.conftest import aged, interview

# Where the file system cannot lock


def test_a_file_system_that_cannot_lock_gets_a_working_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert not working_copy.can_lock(Path("/drive/journal.sqlite"))
    assert working_copy.can_lock(Path("/tmp/journal.sqlite"))
    monkeypatch.undo()
    assert working_copy.can_lock(tmp_path / "journal.sqlite")
    monkeypatch.setattr("followup_kit.journal.store.can_lock", lambda path: False)
    with Journal(tmp_path / "journal.sqlite") as journal:
        journal.add(interview(), "classic")
    monkeypatch.undo()
    with Journal(tmp_path / "journal.sqlite") as journal:
        assert len(journal.entries()) == 1


@pytest.mark.parametrize("ago", [60, -86400], ids=["old", "of a clock put back since"])
def test_a_lock_left_behind_is_taken_away(path: Path, monkeypatch: pytest.MonkeyPatch, ago: int) -> None:
    monkeypatch.setattr(lock_file, "WAIT", 0.05)
    lock = path.with_name(f".{path.name}.lock")
    lock.touch()
    old = time.time() - ago
    os.utime(lock, (old, old))
    with Journal(path, working_copy=True) as journal:
        journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
    assert not lock.exists()


def test_a_lock_that_is_held_is_waited_for_and_then_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_file, "WAIT", 0.05)
    path.with_name(f".{path.name}.lock").touch()
    with Journal(path, working_copy=True) as journal:
        with pytest.raises(JournalError, match="Another program"):
            journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
        assert len(journal.entry("acme-2026-03-02").events) == 1


HOLDER = """
import sys, time
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
with Journal(sys.argv[1], working_copy=True) as journal, journal.together():
    journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_the_lock_of_a_killed_program_is_taken_over_in_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    lock = path.with_name(f".{path.name}.lock")
    before = path.read_bytes()
    monkeypatch.setattr(lock_file, "WAIT", 0.05)
    with Journal(path, working_copy=True) as journal:
        with pytest.raises(JournalError, match="Another program"):
            journal.record("acme-2026-03-02", Event.parse("replied:2026-03-07"))
        assert path.read_bytes() == before
        aged(lock)
        journal.record("acme-2026-03-02", Event.parse("replied:2026-03-08"))
        events = [str(e) for e in journal.entry("acme-2026-03-02").events]
    assert events == ["replied:2026-03-05", "replied:2026-03-08"]
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_long_block_does_not_overwrite_what_another_program_recorded(path: Path) -> None:
    lock = path.with_name(f".{path.name}.lock")
    with Journal(path, working_copy=True) as slow, Journal(path, working_copy=True) as other:

        def too_long() -> None:
            with slow.together():
                slow.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
                aged(lock)
                other.record("acme-2026-03-02", Event.parse("replied:2026-03-07"))

        with pytest.raises(JournalError, match=r"Another program .* try again"):
            too_long()
        for journal in (slow, other):
            events = [str(e) for e in journal.entry("acme-2026-03-02").events]
            assert events == ["replied:2026-03-05", "replied:2026-03-07"]
        slow.record("acme-2026-03-02", Event.parse("replied:2026-03-08"))
        assert len(other.entry("acme-2026-03-02").events) == 3


def test_the_lock_of_another_program_is_left_to_it(path: Path) -> None:
    lock = path.with_name(f".{path.name}.lock")

    def too_long(journal: Journal) -> None:
        with journal.together():
            journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
            lock.write_bytes(b"another one's")

    before = path.read_bytes()
    with Journal(path, working_copy=True) as journal, pytest.raises(JournalError, match="Another program"):
        too_long(journal)
    assert lock.read_bytes() == b"another one's"
    assert path.read_bytes() == before


def test_a_file_that_changed_without_a_lock_is_not_overwritten(path: Path) -> None:
    other = path.with_name("other.sqlite")
    shutil.copy(path, other)
    with Journal(other) as journal:
        journal.record("acme-2026-03-02", Event.parse("replied:2026-03-07"))

    def too_late(journal: Journal) -> None:
        with journal.together():
            journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
            shutil.copy(other, path)

    with Journal(path, working_copy=True) as journal:
        with pytest.raises(JournalError, match="Another program"):
            too_late(journal)
        assert [str(e) for e in journal.entry("acme-2026-03-02").events][-1] == "replied:2026-03-07"


def test_a_long_block_that_uses_the_journal_keeps_its_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_file, "_TOUCH", 0.0)
    lock = path.with_name(f".{path.name}.lock")
    with Journal(path, working_copy=True) as journal, journal.together():
        for use in (
            journal.entries,
            lambda: journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06")),
        ):
            aged(lock)
            use()
            assert time.time() - lock.stat().st_mtime < 20


def test_a_lock_whose_owner_comes_back_while_it_is_taken_is_given_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = path.with_name(f".{path.name}.lock")
    lock.write_bytes(b"another one's")
    looks = iter([True])
    monkeypatch.setattr(lock_file, "_is_stale", lambda path: next(looks, False))
    monkeypatch.setattr(lock_file, "WAIT", 0.05)
    with Journal(path, working_copy=True) as journal, pytest.raises(JournalError, match="Another program"):
        journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
    assert lock.read_bytes() == b"another one's"
    assert sorted(p.name for p in path.parent.iterdir()) == sorted([lock.name, path.name])


def test_a_file_that_another_program_holds_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    try:
        with Journal(path, working_copy=False) as journal:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(JournalError, match="Another program"):
                journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
            other.execute("ROLLBACK")
            journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
    finally:
        other.close()
