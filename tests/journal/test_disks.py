"""Full disks, read-only folders, two programs and killed ones: what was acknowledged is in the file."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_kit.errors import JournalError
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
from tests.journal.conftest import aged, interview

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
