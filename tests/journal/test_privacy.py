"""Forgetting is real, and a shared copy tells nobody's name."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

import followup_kit as fk
from followup_kit.errors import CaseError, JournalError, UnknownName
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event, Interview, Options, Person
from tests.journal.conftest import DAY, interview


def fill(journal: Journal) -> str:
    """A journal that speaks of Zoë Özdemir in every kind of text."""
    name = journal.add(
        interview(topics=("What Özdemir said about night shifts",), contact_via="Zoë Özdemir"), "classic"
    )
    journal.record(
        name, Event(kind="sent", on=DAY, step="thank_you", note="Zoë Özdemir was kind; mail zoe@example.org")
    )
    journal.save_draft(name, "thank_you", "Dear Ms Özdemir, …", person="Zoë Özdemir")
    journal.save_draft(name, "thank_you", "Dear Mr Li,\nplease greet zoë özdemir.", person="Li Wei")
    journal.change(name, interview=msgspec.structs.replace(journal.entry(name).interview, promised=None))
    journal.keep("facts", {"who": "Zoë Özdemir", "phone": "+49 30 1234"})
    return name


def test_a_forgotten_person_is_nowhere_in_the_file(journal: Journal) -> None:
    name = fill(journal)
    folder = journal.path.parent
    (folder / "journal.before-repair-1.sqlite").write_text("Zoë Özdemir")
    (folder / "journal.before-version-2-1.sqlite").write_text("Zoë Özdemir")
    (folder / "journal.before-the-summer.sqlite").write_text("somebody else's file")
    left = folder / ".journal.sqlite.4711.new"
    left.write_text("Zoë Özdemir")
    os.utime(left, (0, 0))
    (folder / ".journal.sqlite.4712.new").write_text("another program writes this just now")
    gone = journal.forget("zoe@example.org")
    assert gone.copies == (
        ".journal.sqlite.4711.new",
        "journal.before-repair-1.sqlite",
        "journal.before-version-2-1.sqlite",
    )
    assert (folder / "journal.before-the-summer.sqlite").exists()
    raw = journal.path.read_bytes()
    for trace in ("Özdemir", "özdemir", "Zoë", "zoe@example.org", "+49 30 1234"):
        assert trace.encode() not in raw
    entry = journal.entry(name)
    assert [p.name for p in entry.interview.people] == ["Li Wei"]
    assert entry.events[0].note == "[forgotten] was kind; mail [forgotten]"
    assert [d.body for d in journal.drafts()] == ["Dear Mr Li,\nplease greet [forgotten]."]
    assert journal.kept("facts") == {"who": "[forgotten]", "phone": "[forgotten]"}
    assert journal.plan(name)[0].done_on == DAY
    with pytest.raises(UnknownName):
        journal.forget("Zoë Özdemir")


def test_a_removed_interview_is_nowhere_in_the_file(journal: Journal) -> None:
    name = fill(journal)
    journal.record(name, Event(kind="undone", on=DAY, undoes=f"sent:{DAY}:thank_you"))
    journal.mark(journal.drafts()[0].id, "impact", "met")
    other = journal.add(
        interview("Harbour", "Cook", people=(Person(name="Kim Lee"), Person(name="Li Wei"))), "paced"
    )
    journal.record(other, Event.parse("replied:2026-03-09"))
    (journal.path.parent / "journal.before-repair-1.sqlite").write_text("Acme")
    journal.keep("facts", 1)
    gone = journal.remove("acme-2026")
    # The interview, its application, 2 meetings, 2 events, 2 drafts, a verdict, and 2 people met only there.
    assert (gone.removed, gone.replaced, gone.copies) == (11, 0, ("journal.before-repair-1.sqlite",))
    assert [(e.id, len(e.events)) for e in journal.entries()] == [(other, 1)]
    assert {p.name for p in journal.people()} == {"Kim Lee", "Li Wei"}
    assert journal.drafts() == ()
    raw = journal.path.read_bytes()
    for trace in ("Acme", "acme", "Özdemir", "zoe@example.org", "please greet"):
        assert trace.encode() not in raw
    with pytest.raises(UnknownName):
        journal.remove(name)
    journal.record(other, Event.parse("rejected:2026-03-10"))
    with (
        closing(sqlite3.connect(journal.path)) as db,
        pytest.raises(sqlite3.DatabaseError, match="never removed"),
    ):
        db.execute("DELETE FROM events")


def test_an_interview_of_an_application_goes_and_the_other_stays(journal: Journal) -> None:
    first = journal.add(interview(), "classic")
    second = journal.add(interview(day=dt.date(2026, 3, 20)), "classic")
    assert journal.remove(second).removed == 3, "the interview and its two meetings"
    (left,) = journal.entries()
    assert (left.id, left.label, len(left.interview.people)) == (first, "Acme, Clerk", 2)
    assert journal.add(interview(day=dt.date(2026, 3, 20)), "classic") == second


def test_a_name_is_found_however_it_is_written(tmp_path: Path) -> None:
    name = "Zoë Özdemir"
    with Journal(tmp_path / "j.sqlite") as journal:
        met = (
            Person(name=name, email="zoe@example.org"),
            Person(name="Li Wei", title=f"Assistant to {name}"),
        )
        at = Interview(day=DAY, company=f"{name} Consulting", position=f"Aide to {name}", people=met)
        id = journal.add(at, "classic")
        other = journal.add(
            Interview(day=DAY, company="Özdemir & Sons", people=(Person(name="Li Wei"),)), "paced"
        )
        assert "zoe-ozdemir" in id
        notes = [
            "ZOË\u00a0ÖZDEMIR",
            unicodedata.normalize("NFD", name),
            "Zoe Ozdemir",
            "zoë   özdemir",
            "Özdemir, Zoë",
        ]
        for n, note in enumerate(notes):
            journal.record(id, Event(kind="replied", on=DAY + dt.timedelta(days=n), note=f"{note} wrote"))
        journal.save_draft(id, "thank_you", f"Dear {name},", subject="For Zoë")
        journal.mark(journal.drafts()[0].id, "tone", "met")
        journal.forget(name)
        entry = journal.entry("forgotten-consulting")
        assert len(entry.events) == len(notes)
        assert len(journal.drafts(entry.id)) == 1
        assert entry.interview.company == "[forgotten] Consulting"
        assert journal.entry(other).interview.company == "Özdemir & Sons", "a surname there may be another's"
        assert journal.record(entry.id, Event(kind="replied", on=dt.date(2026, 4, 1)))
    left = b"".join(f.read_bytes() for f in tmp_path.iterdir())
    for form in {name, name.upper(), name.lower(), *notes, "Zoë", "zoe-ozdemir", "zoe@example.org"}:
        assert form.encode() not in left, form
    Journal(tmp_path / "j.sqlite").close()  # its references are whole


def test_a_short_name_in_another_script_is_found_with_any_space(tmp_path: Path) -> None:
    with Journal(tmp_path / "j.sqlite") as journal:
        for name in ("Li Wei", "李 伟"):
            id = journal.add(Interview(day=DAY, company=name, people=(Person(name=name),)), "classic")
            journal.record(id, Event(kind="replied", on=DAY, note="\u2003".join(name.split())))
            journal.forget(name)
            assert journal.entry(id if name != "Li Wei" else "forgotten").events[0].note == "[forgotten]"
        assert len(journal.entries()) == 2


def test_forgetting_guards_the_events_again(journal: Journal) -> None:
    fill(journal)
    journal.forget("Li Wei")
    with pytest.raises(JournalError, match="never removed"), journal._file.writing() as db:
        db.execute("DELETE FROM events")
    assert len(journal.entries()[0].events) == 1


@pytest.mark.parametrize("how", [False, True])
def test_what_is_removed_for_good_is_no_part_of_a_block(tmp_path: Path, how: bool) -> None:
    with Journal(tmp_path / "journal.sqlite", working_copy=how) as one:
        id = one.add(Interview(day=dt.date(2026, 3, 2), company="Acme", people=(Person(name="Ana Ruiz"),)))
        for refused in (lambda: one.forget("Ana Ruiz"), lambda: one.remove(id), one.forget_all):
            with pytest.raises(JournalError, match="together"), one.together():
                refused()
        assert [p.name for p in one.people()] == ["Ana Ruiz"]
        assert one.remove(id).removed == 4


def test_forgetting_everything_leaves_an_empty_journal(journal: Journal) -> None:
    fill(journal)
    journal.forget_all()
    raw = journal.path.read_bytes()
    for trace in ("Özdemir", "Li Wei", "Acme", "acme", "thank_you"):
        assert trace.encode() not in raw
    assert journal.entries() == ()
    assert journal.add(interview(), "classic") == "acme-2026-03-02"


def test_people_of_one_name_are_told_apart(journal: Journal) -> None:
    journal.add(interview(people=(Person(name="Kim Lee"),)), "classic")
    journal.add(interview(company="Other", people=(Person(name="Kim Lee"),)), "classic")
    with pytest.raises(JournalError, match="choose by id"):
        journal.forget("kim lee")
    one = journal.people()[0]
    journal.forget(one.id)
    assert [p.name for p in journal.people()] == ["Kim Lee"]


def test_a_shared_copy_has_the_dates_and_none_of_the_names(journal: Journal, tmp_path: Path) -> None:
    name = fill(journal)
    own = msgspec.structs.replace(
        fk.load_protocol("paced"), id="herrmann", title="Ms Herrmann's way", summary="secret"
    )
    journal.add(
        Interview(
            day=DAY, company="acme", position="Cook", people=(Person(name="zoë özdemir"),), contact_via="Hays"
        ),
        own,
    )
    journal.record(name, Event(kind="undone", on=DAY, undoes="sent:2026-03-02:thank_you"))
    made = journal.share(tmp_path / "shared.json")
    text = made.decode()
    for trace in ("Özdemir", "özdemir", "Zo", "Li", "example.org", "1234", "Example Street", "Acme", "acme", "Clerk",
                  "shift", "kind;", "Dear", "Hays", "errmann", "secret"):  # fmt: skip
        assert trace not in text, trace
    data = json.loads(text)
    assert [a["company"] for a in data["applications"]] == ["Company 1", "Company 1"]
    assert [p["name"] for p in data["people"]] == ["Person 1", "Person 2", "Person 1"]
    with Journal(tmp_path / "copy.sqlite") as copy:
        copy.import_json(made)
        there = [[(t.step, t.due, t.status) for t in p] for p in copy.plans().values()]
        here = [[(t.step, t.due, t.status) for t in p] for p in journal.plans().values()]
        assert there == here


def test_a_shared_copy_keeps_no_free_text_in_closed_fields(journal: Journal, tmp_path: Path) -> None:
    name = journal.add(interview(), "classic")
    draft = journal.save_draft(name, "call Zoë", "x", kind="for Zoë")
    journal.mark(draft, "ask Zoë", "met")
    assert "Zo" not in journal.share(tmp_path / "shared.json").decode()


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("Orson Card", ["sent:2026-03-03:card"]),
        ("Ann Call", ["sent:2026-03-03:call", "undone:2026-03-04:sent:2026-03-03:call"]),
        ("Ann Sent", ["sent:2026-03-03:call", "undone:2026-03-04:sent"]),
    ],
)
def test_a_name_that_is_also_a_word_of_ours_spares_plans_and_progress(
    journal: Journal, name: str, events: list[str]
) -> None:
    options = Options(include=("card",))
    id = journal.add(Interview(day=DAY, people=(Person(name=name),)), "classic", options=options)
    for event in events:
        journal.record(id, Event.parse(event))
    before = journal.plan(id)
    progress = {"exercises": {"04-call": {"right": True, "sent": "card"}}}
    journal.keep("progress", progress)
    journal.keep("facts", {"right": True, "said": f"{name} was kind"})
    journal.forget(name)
    after = journal.plan(id)
    assert [(t.step, t.due, t.status) for t in after] == [(t.step, t.due, t.status) for t in before]
    assert journal.kept("progress") == progress
    assert journal.kept("facts") == {"right": True, "said": "[forgotten] was kind"}


def test_a_blank_name_is_refused_and_an_old_one_forgotten_harms_nothing(journal: Journal) -> None:
    with pytest.raises(CaseError, match="needs a name"):
        journal.add(Interview(day=DAY, people=(Person(name=" "),)), "classic")
    assert journal.entries() == ()
    id = journal.add(Interview(day=DAY, people=(Person(name="Li Wei"),)), "classic")
    journal.save_draft(id, "thank_you", "Dear Ana, thank you.")
    data = json.loads(journal.export_json())
    data["people"][0]["name"] = " "
    journal.import_json(json.dumps(data).encode(), prefer="theirs")
    journal.forget(journal.people()[0].id)
    assert journal.drafts(id)[0].body == "Dear Ana, thank you."
    assert journal.people() == ()
