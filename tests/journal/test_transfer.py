"""JSON and CSV, both ways without loss, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.errors import JournalError
from followup_kit.journal.spreadsheets import neutral, restored
from followup_kit.journal.store import Journal
from followup_kit.journal.transfer import journal_schema
from followup_kit.records.case import Event, Interview, Options, Person
from tests.journal.conftest import DAY, interview

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
RISKY = st.sampled_from(
    [
        "=1+1",
        "+49 30",
        "-5",
        "@x",
        "\t=x",
        "'",
        "''=x",
        " =1",
        "\r\n",
        'a;b,c\t"d"',
        "\N{FULLWIDTH EQUALS SIGN}1",
    ]
)


def fill(journal: Journal, text: str = "=1+1", more: str = "'quoted\r\nlines\"") -> str:
    """One of everything, with texts that are hard to carry."""
    own = msgspec.structs.replace(fk.load_protocol("classic"), id="ours", title="Ours")
    people = (
        Person(name="Zoë Özdemir", phone="+49 30 1234", email="zoe@example.org"),
        Person(name=f"{text} Ruiz", title=more),
    )
    options = Options(include=("card",), channels={"thank_you": "card"})
    name = journal.add(
        Interview(day=DAY, company=text, position=more, people=people, topics=(text, more)),
        own,
        options=options,
    )
    journal.change(name, protocol="paced", options=Options(pace="standard"))
    journal.record(name, Event(kind="sent", on=DAY, step="thank_you", note=text))
    journal.record(name, Event(kind="delayed", on=DAY, new_date=DAY, note=more))
    journal.undo(name)
    draft = journal.save_draft(name, "thank_you", more, subject=text, person="Zoë Özdemir")
    journal.mark(draft, "impact", "met")
    journal.keep("progress", {"text": text})
    return name


def test_json_both_ways(journal: Journal, tmp_path: Path) -> None:
    name = fill(journal)
    made = journal.export_json(tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == made
    with Journal(tmp_path / "copy.sqlite") as copy:
        merged = copy.import_json(tmp_path / "out.json")
        assert merged.added == sum(len(v) for v in json.loads(made).values() if isinstance(v, list))
        assert copy.export_json() == made
        assert copy.plan(name) == journal.plan(name)
        assert copy.import_json(made).added == 0


def test_csv_both_ways_and_no_cell_is_a_formula(journal: Journal, tmp_path: Path) -> None:
    fill(journal)
    files = journal.export_csv(tmp_path / "tables")
    cells = [
        cell for file in files for row in csv.reader(file.read_text("utf-8-sig").splitlines()) for cell in row
    ]
    assert "'=1+1" in cells
    assert not [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r"))]
    with Journal(tmp_path / "copy.sqlite") as copy:
        copy.import_csv(tmp_path / "tables")
        assert copy.export_json() == journal.export_json()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(text=TEXT | RISKY, more=TEXT | RISKY)
def test_any_text_survives_both_ways(tmp_path: Path, text: str, more: str) -> None:
    with Journal(tmp_path / "a.sqlite") as journal, Journal(tmp_path / "b.sqlite") as copy:
        journal.forget_all()
        fill(journal, text or "x", more)
        for load in (
            lambda: copy.import_json(journal.export_json()),
            lambda: copy.import_csv(journal.export_csv(tmp_path / "tables")[0].parent),
        ):
            copy.forget_all()
            load()
            assert copy.export_json() == journal.export_json()


@given(TEXT | RISKY)
def test_neutral_cells_are_restored(text: str) -> None:
    cell = neutral(text)
    assert restored(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_spreadsheet_may_save_with_semicolons(journal: Journal, tmp_path: Path) -> None:
    fill(journal)
    for file in journal.export_csv(tmp_path / "tables"):
        lines = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out, delimiter=";").writerows(lines)
    with Journal(tmp_path / "copy.sqlite") as copy:
        copy.import_csv(tmp_path / "tables")
        assert copy.export_json() == journal.export_json()


@pytest.mark.parametrize(
    ("file", "old", "new", "match"),
    [
        ("events.csv", ",2026-03-02,", ",2.3.2026,", "line 2"),
        ("events.csv", "kind", "what", "does not begin with the columns"),
        ("meetings.csv", ",0\r\n", ",first\r\n", "line 2"),
        ("journal.csv", "followup-kit journal", "other", "does not say"),
        ("journal.csv", ",1", ",99", "newer followup-kit"),
    ],
)
def test_a_wrong_csv_is_refused_with_its_place(
    journal: Journal, tmp_path: Path, file: str, old: str, new: str, match: str
) -> None:
    fill(journal)
    journal.export_csv(tmp_path / "tables")
    target = tmp_path / "tables" / file
    target.write_bytes(target.read_bytes().replace(old.encode(), new.encode(), 1))
    before = journal.export_json()
    with pytest.raises(JournalError, match=match):
        journal.import_csv(tmp_path / "tables")
    assert journal.export_json() == before


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (lambda d: d.update(format="other"), "is not an export"),
        (lambda d: d.update(version=99), "newer followup-kit"),
        (lambda d: d["events"][0].update(kind=7), r"\$\.events\[0\]\.kind"),
        (lambda d: d["events"][0].update(kind="sang"), r"\$\.events\[0\]\.kind"),
        (lambda d: d["events"][0].update(on="yesterday"), r"\$\.events\[0\]\.on"),
        (lambda d: d["events"][0].update(on="2020-01-01"), "before the interview"),
        (lambda d: d["people"][0].pop("name"), "name"),
        (lambda d: d["people"][0].update(shoe_size=43), "shoe_size"),
        (lambda d: d["interviews"][0].update(application="gone"), "refers to something"),
        (lambda d: d["interviews"][0].update(protocol="persistant"), "persistent"),
        (lambda d: d["interviews"][0].update(promised="2020-01-01"), "before the interview"),
        (lambda d: d["interviews"][0].update(calendar="Germny"), "Germany"),
        (lambda d: d["interviews"][0].update(timezone="Europe/Berlyn"), "Europe/Berlin"),
        (lambda d: d["interviews"][0]["options"].update(pace="fast"), "fast"),
        (lambda d: d.update(events={}), r"\$\.events"),
    ],
)
def test_a_wrong_json_is_refused_with_its_place(journal: Journal, change: object, match: str) -> None:
    fill(journal)
    data = json.loads(journal.export_json())
    journal.forget_all()
    change(data)  # type: ignore[operator]
    before = journal.export_json()
    with pytest.raises(JournalError, match=match) as told:
        journal.import_json(json.dumps(data).encode())
    assert "\n" not in str(told.value)
    assert journal.export_json() == before


@pytest.mark.parametrize("raw", [b"", b"[", b"[1]", b"{}", b"\xff\xfe", b"null", b"[" * 100_000])
def test_what_is_no_export_is_refused(journal: Journal, raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(raw)
    with pytest.raises(JournalError):
        journal.import_json(tmp_path / "x.json")
    with pytest.raises(JournalError):
        journal.import_json(tmp_path / "missing.json")


def test_rows_that_differ_are_asked_about(journal: Journal, tmp_path: Path) -> None:
    name = fill(journal)
    data = json.loads(journal.export_json())
    data["interviews"][0]["promised"] = "2026-03-20"
    raw = json.dumps(data).encode()
    with pytest.raises(JournalError, match="mine or theirs"):
        journal.import_json(raw)
    assert journal.import_json(raw, prefer="mine").kept == 1
    assert journal.entry(name).interview.promised is None
    assert journal.import_json(raw, prefer="theirs").replaced == 1
    assert str(journal.entry(name).interview.promised) == "2026-03-20"
    assert len(journal.entry(name).events) == 3, "what belongs to a replaced row stays"
    data["events"][0]["note"] = "another"
    with pytest.raises(JournalError, match="events are never replaced"):
        journal.import_json(json.dumps(data).encode(), prefer="theirs")
    assert journal.import_json(json.dumps(data).encode(), prefer="mine").kept == 1


def test_two_journals_become_one(tmp_path: Path) -> None:
    with Journal(tmp_path / "a.sqlite") as a, Journal(tmp_path / "b.sqlite") as b:
        a.add(interview(), "classic")
        b.add(interview(company="Other"), "paced")
        a.import_json(b.export_json())
        assert [e.interview.company for e in a.entries()] == ["Acme", "Other"]


def test_the_schema_describes_the_export(journal: Journal) -> None:
    fill(journal)
    shape = journal_schema()
    listed = set(shape["$defs"]["Journal"]["properties"])
    assert listed == set(json.loads(journal.export_json()))
    assert shape["$ref"] == "#/$defs/Journal"


def test_files_and_folders_are_not_taken_for_each_other(journal: Journal, tmp_path: Path) -> None:
    journal.export_csv(tmp_path / "csv")
    journal.export_json(tmp_path / "x.json")
    for act, words in (
        (lambda: journal.import_json(tmp_path / "csv"), "csv is a folder"),
        (lambda: journal.export_json(tmp_path / "csv"), "csv is a folder"),
        (lambda: journal.share(tmp_path / "csv"), "csv is a folder"),
        (lambda: journal.import_csv(tmp_path / "x.json"), "x.json is a file"),
        (lambda: journal.export_csv(tmp_path / "x.json"), "x.json is not a folder"),
        (lambda: journal.export_csv(tmp_path / "x.json" / "in"), "in is not a folder"),
        (lambda: journal.export_json(tmp_path / "no" / "y.json"), "make it first"),
        (lambda: journal.import_json(tmp_path / "y.json"), "no file y.json"),
    ):
        with pytest.raises(JournalError, match=words):
            act()
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith("journal")) == ["csv", "x.json"]


@pytest.mark.parametrize(
    "about",
    ["", "format,version", "format,version\n", "format,version\n\n", "format,version\nfollowup-kit journal"],
)
def test_a_folder_that_does_not_say_what_it_is(journal: Journal, tmp_path: Path, about: str) -> None:
    journal.export_csv(tmp_path / "csv")
    (tmp_path / "csv" / "journal.csv").write_text(about, encoding="utf-8")
    with pytest.raises(JournalError, match="does not say that this folder is an export"):
        journal.import_csv(tmp_path / "csv")


def test_a_kept_value_that_is_no_json_is_said(journal: Journal) -> None:
    raw = b'{"format":"followup-kit journal","version":1,"kept":[{"key":"k","value":"not json"}]}'
    journal.import_json(raw)
    with pytest.raises(JournalError, match="'k' in the journal cannot be understood"):
        journal.kept("k")
    journal.keep("k", [1])
    assert journal.kept("k") == [1]
