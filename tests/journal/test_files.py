"""What can go wrong with a journal file: one clear sentence, and the file as it was."""

from __future__ import annotations

import errno
import sqlite3
import struct
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from followup_kit.errors import JournalError
from followup_kit.journal import connection, schema
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event
from tests.journal.conftest import interview


def refused(path: Path) -> str:
    """The one sentence that opening says, both ways; neither the file nor the folder changes."""
    before, names = path.read_bytes(), sorted(p.name for p in path.parent.iterdir())
    said = []
    for working_copy in (False, True):
        with pytest.raises(JournalError) as told:
            Journal(path, working_copy=working_copy)
        said.append(str(told.value))
    assert said[0] == said[1]
    assert "\n" not in said[0]
    assert path.name in said[0]
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == names
    return said[0]


def test_a_foreign_file(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam, " * 20)
    assert "not a journal" in refused(letter)


def test_another_programs_database(tmp_path: Path) -> None:
    other = tmp_path / "places.sqlite"
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE bookmarks (url TEXT)")
    db.commit()
    db.close()
    assert "database of another program" in refused(other)


def test_an_empty_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    assert "0 bytes" in refused(empty)


def test_a_file_of_a_newer_version(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {schema.version() + 1}")
    db.close()
    assert "newer followup-kit" in refused(path)


@pytest.mark.parametrize("left", [50, 99, 100, 4096, 5000, 0.5, 0.9])
def test_a_truncated_file(path: Path, left: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(left if left >= 1 else left * len(whole))])
    assert "damaged or cut off" in refused(path)


def test_a_file_with_a_broken_page(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096:4300] = b"\xff" * 204
    path.write_bytes(raw)
    assert "damaged or cut off" in refused(path)


def test_a_row_that_refers_to_nothing(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE interviews SET application = 'gone'")
    db.commit()
    db.close()
    assert "damaged or cut off" in refused(path)


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


def test_a_python_without_hard_links_makes_a_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In WebAssembly there is no ``os.link`` at all."""
    monkeypatch.delattr("os.link")
    with Journal(tmp_path / "journal.sqlite") as journal:
        assert journal.entries() == ()
    assert [p.name for p in tmp_path.iterdir()] == ["journal.sqlite"]
