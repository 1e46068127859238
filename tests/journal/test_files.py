"""What can go wrong with a journal file: one clear sentence, and the file as it was."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from followup_kit.errors import JournalError
from followup_kit.journal import connection, lock_file, schema, working_copy
from followup_kit.journal.repair import repair
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
from tests.journal.conftest import interview

WRITER = """
import datetime as dt, sys
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
path, working_copy, writer, count, *names = sys.argv[1:]
with Journal(path, working_copy=working_copy == "True") as journal:
    for number in range(int(count)):
        note = f"{writer}-{number}"
        journal.record(names[number % len(names)], Event(kind="replied", on=dt.date(2026, 3, 9), note=note))
        print(note, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal file with two interviews and an event."""
    made = tmp_path / "journal.sqlite"
    with Journal(made) as journal:
        name = journal.add(interview(), "classic")
        journal.add(interview(position="Cook"), "paced")
        journal.record(name, Event.parse("replied:2026-03-05"))
    return made


def refused(path: Path, match: str, **how: bool) -> None:
    """Opening says one sentence, and neither the file nor the folder changes."""
    before, names = path.read_bytes(), sorted(p.name for p in path.parent.iterdir())
    for mode in ({"working_copy": False}, {"working_copy": True}):
        with pytest.raises(JournalError, match=match) as told:
            Journal(path, **mode)
        assert "\n" not in str(told.value)
        assert path.name in str(told.value)
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == names


def test_a_foreign_file(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam, " * 20)
    refused(letter, "not a journal")


def test_another_programs_database(tmp_path: Path) -> None:
    other = tmp_path / "places.sqlite"
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE bookmarks (url TEXT)")
    db.commit()
    db.close()
    refused(other, "database of another program")


def test_an_empty_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    refused(empty, "0 bytes")


def test_a_file_of_a_newer_version(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {schema.version() + 1}")
    db.close()
    refused(path, "newer followup-kit")


@pytest.mark.parametrize("left", [50, 99, 100, 4096, 5000, 0.5, 0.9])
def test_a_truncated_file(path: Path, left: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(left if left >= 1 else left * len(whole))])
    refused(path, "damaged or cut off")


def test_a_file_with_a_broken_page(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096:4300] = b"\xff" * 204
    path.write_bytes(raw)
    refused(path, "damaged or cut off")


def test_a_row_that_refers_to_nothing(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE interviews SET application = 'gone'")
    db.commit()
    db.close()
    refused(path, "damaged or cut off")


def test_a_folder_and_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="is a folder"):
        Journal(tmp_path)
    with pytest.raises(JournalError, match="There is no folder"):
        Journal(tmp_path / "nowhere" / "journal.sqlite")
    with pytest.raises(JournalError, match="There is no journal"):
        Journal(tmp_path / "journal.sqlite", create=False)


def test_a_file_that_was_taken_away(path: Path) -> None:
    for how in (False, True):
        with Journal(path, working_copy=how) as journal:
            raw = path.read_bytes()
            path.unlink()
            with pytest.raises(JournalError, match="no journal"):
                journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
            path.write_bytes(raw)


@pytest.mark.parametrize("name", ["ENOSPC", "EDQUOT", "EFBIG"])
def test_a_full_disk_is_known_by_the_name_of_its_error(
    name: str,
) -> None:
    with (
        pytest.raises(JournalError, match="no room left where the file"),
        connection.told(Path("plan.ics"), "file"),
    ):
        raise OSError(getattr(errno, name), "no room")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"\\school\home\my j.sqlite"), "file:////school/home/my%20j.sqlite?mode=rw"),
        (PureWindowsPath(r"C:\home\j.sqlite"), "file:///C:/home/j.sqlite?mode=rw"),
        (PurePosixPath("/home/#1?.sqlite"), "file:///home/%231%3F.sqlite?mode=rw"),
    ],
)
def test_a_path_as_sqlite_opens_it(path: PurePath, uri: str) -> None:
    assert connection.database_uri(path, "rw") == uri


def test_names_that_need_quoting(tmp_path: Path) -> None:
    for name in ("a b?.sqlite", "100%41.sqlite", "#1 ü.sqlite", "it's.sqlite"):
        with Journal(tmp_path / name) as journal:
            journal.add(interview(), "classic")
        assert (tmp_path / name).stat().st_size > 0


@pytest.mark.parametrize("name", ["x" * 300, "é" * 250, "y" * 250, "a\0b", "~nobody-of-that-name/j.sqlite"])
@pytest.mark.parametrize("how", [True, False], ids=["working-copy", "direct"])
def test_what_no_file_can_be_called(
    tmp_path: Path, name: str, how: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(JournalError, match="cannot be the name of a file") as raised:
        Journal(name, working_copy=how)
    assert len(str(raised.value)) < 140
    assert list(tmp_path.iterdir()) == []


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


# Versions


@pytest.mark.parametrize("how", [False, True])
def test_an_older_file_is_brought_up_to_date_and_a_copy_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch, how: bool
) -> None:
    before = path.read_bytes()
    added = [lambda db: db.execute("CREATE TABLE later (id TEXT)")]
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, *added))
    with Journal(path, working_copy=how) as journal:
        assert len(journal.entries()) == 2
    copies = list(path.parent.glob("journal.before-version-*.sqlite"))
    assert len(copies) == 1
    assert copies[0].read_bytes() == before
    if how:
        with Journal(path, working_copy=how) as journal:
            journal.record("acme-2026-03-02", Event.parse("replied:2026-03-06"))
    assert struct.unpack(">i", path.read_bytes()[60:64]) == (schema.version(),)


def test_a_migration_that_fails_leaves_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def broken(db: sqlite3.Connection) -> None:
        db.execute("DROP TABLE kept")
        db.execute("SELECT nonsense FROM nowhere")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    for how in (False, True):
        with pytest.raises(JournalError):
            Journal(path, working_copy=how)
        assert path.read_bytes() == before


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


def aged(lock: Path) -> None:
    """As if its owner had not been heard of for half a minute."""
    old = time.time() - 30
    os.utime(lock, (old, old))


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


# The disk


LIMITED = """
import resource, sys
from followup_kit.errors import JournalError
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
import datetime as dt
path, working_copy = sys.argv[1], sys.argv[2] == "True"
journal = Journal(path, working_copy=working_copy)
import os
size = os.path.getsize(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, size + 4096))
done = 0
try:
    for number in range(2000):
        journal.record("acme-2026-03-02", Event(kind="replied", on=dt.date(2026, 3, 9), note=f"{number} " + "x" * 500))
        done += 1
except JournalError as error:
    print(done)
    print(error)
print(len(journal.entry("acme-2026-03-02").events) - 1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX")
@pytest.mark.parametrize("how", [False, True])
def test_a_disk_that_is_full_loses_nothing_that_was_acknowledged(path: Path, how: bool) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(how)], capture_output=True, text=True, check=True
    )
    done, sentence, stored = run.stdout.splitlines()
    assert "Nothing was changed" in sentence
    assert int(stored) == int(done)
    with Journal(path) as journal:
        assert len(journal.entry("acme-2026-03-02").events) == int(done) + 1
        journal.record("acme-2026-03-02", Event.parse("replied:2026-03-10"))


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A real file system of 256 kB, where this process may mount one."""
    folder = Path(tempfile.mkdtemp())
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not made or made.returncode:
        folder.rmdir()
        pytest.skip("mounting a small disk needs the rights of an administrator")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


@pytest.mark.parametrize("how", [False, True])
def test_a_small_disk_that_fills_up(small_disk: Path, how: bool) -> None:
    path = small_disk / "journal.sqlite"
    done = 0
    with Journal(path, working_copy=how) as journal:
        name = journal.add(interview(), "classic")
        with pytest.raises(JournalError, match="no room left"):  # noqa: PT012 - counted up to there
            while done < 5000:
                event = Event(kind="replied", on=interview().day, note=f"{done} " + "x" * 2000)
                journal.record(name, event)
                done += 1
        assert len(journal.entry(name).events) == done > 0
    with Journal(path, working_copy=how) as journal:
        assert len(journal.entry(name).events) == done


# Rights do not bind the administrator, who becomes somebody else here once all modules are loaded.
READ_ONLY = """
import os, sys, tempfile
from followup_kit.errors import JournalError
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event, Interview, parse_day
path, fresh, working_copy = sys.argv[1], sys.argv[2], sys.argv[3] == "True"
with tempfile.TemporaryDirectory() as folder, Journal(folder + "/warm.sqlite", working_copy=working_copy) as journal:
    name = journal.add(Interview(day=parse_day("2026-03-02")), "classic")
    journal.record(name, Event.parse("replied:2026-03-09"))
if os.geteuid() == 0:
    os.setuid(65534)
try:
    Journal(fresh, working_copy=working_copy)
except JournalError as error:
    print(error)
with Journal(path, working_copy=working_copy) as journal:
    print(len(journal.entries()))
    try:
        journal.record("acme-2026-03-02", Event.parse("replied:2026-03-09"))
    except JournalError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="read-only folders are POSIX")
@pytest.mark.parametrize("how", [False, True])
@pytest.mark.parametrize("file_too", [False, True])
def test_a_read_only_folder_can_be_read(path: Path, how: bool, file_too: bool) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        held = folder / "journal.sqlite"
        shutil.copy(path, held)
        before = held.read_bytes()
        held.chmod(0o444 if file_too else 0o666)
        folder.chmod(0o555)
        run = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(held), str(folder / "new.sqlite"), str(how)],
            capture_output=True,
            text=True,
            check=True,
        )
        fresh, count, sentence = run.stdout.splitlines()
        assert "read-only" in fresh
        assert count == "2"
        assert "read-only" in sentence
        assert held.read_bytes() == before
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


# Several programs, and programs that end without warning


@pytest.mark.parametrize("how", [False, True])
def test_two_programs_write_to_one_file(path: Path, how: bool) -> None:
    names = ["acme-2026-03-02", "acme-2026-03-02-2"]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(how), f"w{n}", "40", *names],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for n in (1, 2)
    ]  # fmt: skip
    assert [w.communicate()[1] for w in writers] == [b"", b""]
    with Journal(path) as journal:
        notes = [e.note for entry in journal.entries() for e in entry.events if e.note]
    assert len(notes) == len(set(notes)) == 80


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
@pytest.mark.parametrize("how", [False, True])
def test_a_program_that_is_killed_loses_nothing_it_acknowledged(path: Path, how: bool) -> None:
    told: set[str] = set()
    for run in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(how), f"k{run}", "100000", "acme-2026-03-02"],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert writer.stdout is not None
        told.add(writer.stdout.readline().strip())
        time.sleep(0.013 * run)
        writer.send_signal(signal.SIGKILL)
        told.update(writer.stdout.read().split("\n")[:-1])
        writer.wait()
        writer.stdout.close()
        lock = path.with_name(f".{path.name}.lock")
        if lock.exists():  # the next one would wait until it counts as left behind
            aged(lock)
        with Journal(path, working_copy=how) as journal:
            stored = [e.note for e in journal.entry("acme-2026-03-02").events]
        assert told <= set(stored)
        assert len(stored) == len(set(stored))


def test_two_programs_begin_the_same_journal(tmp_path: Path) -> None:
    begin = "import sys; from followup_kit.journal.store import Journal; Journal(sys.argv[1]).close()"
    path = tmp_path / "new.sqlite"
    starts = [subprocess.Popen([sys.executable, "-c", begin, str(path)]) for _ in range(3)]
    assert [s.wait() for s in starts] == [0, 0, 0]
    assert [p.name for p in tmp_path.iterdir()] == ["new.sqlite"]


def test_a_python_without_hard_links_makes_a_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In WebAssembly there is no ``os.link`` at all."""
    monkeypatch.delattr("os.link")
    with Journal(tmp_path / "journal.sqlite") as journal:
        assert journal.entries() == ()
    assert [p.name for p in tmp_path.iterdir()] == ["journal.sqlite"]
