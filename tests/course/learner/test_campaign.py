"""All applications at once: the practice campaign, the learner's own journal, and how it is deleted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from msgspec.structs import replace

from followup_kit.course.learner.campaign import (
    FILE,
    OUT,
    SHARED,
    forget_campaign,
    my_campaign,
    practice_campaign,
)
from followup_kit.course.learner.own_case import forget_case, practice_case, save_case
from followup_kit.errors import CourseError, JournalError
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event


def entered(id, **facts):
    """A practice case as a learner would enter it."""
    case = practice_case(id)
    return replace(
        case, interview=replace(case.interview, id=""), own=True, id="", trade="", story="", **facts
    )


ROSA, JADE = entered("rosa", written_only=True), entered("jade")
TODAY = dt.date(2026, 4, 24)


def test_the_practice_campaign_stands_in_and_writes_nothing(course_folder):
    found = my_campaign()
    assert not found.own
    assert found.frame().index[0] == "Harbour Street Clinic, Office coordinator"
    assert found.frame()["state"].tolist() == ["Due", "Due", "Waiting", "Let go"]
    assert pd.api.types.is_datetime64_any_dtype(found.frame()["due"])
    assert not course_folder.exists()


def test_each_practice_campaign_is_a_new_one():
    one, other = practice_campaign(), practice_campaign()
    one.journal.record("practice-amina", Event.parse("rejected:2026-03-17"))
    assert other.journal.entry("practice-amina").events != one.journal.entry("practice-amina").events
    assert other.journal.to_ics() == practice_campaign().journal.to_ics()


def test_each_interview_that_is_entered_becomes_an_application(course_folder):
    save_case(ROSA)
    found = my_campaign(TODAY)
    assert found.own
    assert "1 application." in str(found)
    save_case(JADE)
    again = my_campaign(TODAY)
    assert [e.interview.company for e in again.journal.entries()] == [
        "Elmwood Care Home",
        "Millbrook Public Library",
    ]
    assert again.journal.path == course_folder / FILE
    assert all(t.channel != "phone" for t in again.journal.plan(again.journal.entries()[0].id))


def test_the_same_interview_is_corrected_and_keeps_its_events():
    save_case(ROSA)
    journal = my_campaign(TODAY).journal
    id = journal.entries()[0].id
    journal.record(id, Event.parse("sent:2026-04-09:thank_you"))
    assert my_campaign(TODAY).journal.entry(id).revision == 1, "nothing was changed, so nothing is corrected"
    later = replace(ROSA.interview, promised=dt.date(2026, 4, 30))
    save_case(replace(ROSA, interview=later))
    entries = my_campaign(TODAY).journal.entries()
    assert [(e.interview.promised, len(e.events)) for e in entries] == [(dt.date(2026, 4, 30), 1)]


def test_an_interview_that_the_journal_does_not_take_is_told(monkeypatch):
    def busy(*given, **more):
        raise JournalError("Another program is writing to the journal: try again.")

    save_case(ROSA)
    monkeypatch.setattr(Journal, "add", busy)
    found = my_campaign(TODAY)
    assert found.own
    assert "not in the journal yet: Another program is writing" in str(found)


def test_calendar_packs_and_copy_are_written(course_folder):
    save_case(ROSA)
    found = my_campaign(TODAY)
    shown = found.write()
    made = course_folder / OUT
    pack = "pack-1-elmwood-care-home-2026-04-09.html"
    assert [row[0] for row in shown.rows] == ["follow-up.ics", "my-journal.json", pack, SHARED]
    assert {p.name for p in made.iterdir()} == {row[0] for row in shown.rows}
    assert "Elmwood" not in (made / SHARED).read_text(encoding="utf-8")
    assert (made / "follow-up.ics").read_bytes() == found.journal.to_ics()
    assert "Elmwood Care Home" in (made / pack).read_text(encoding="utf-8")


def test_files_of_an_earlier_time_go_and_others_stay(course_folder):
    save_case(ROSA)
    found = my_campaign(TODAY)
    found.write()
    mine = course_folder / OUT / "pack of mine.html"
    mine.write_text("my notes")
    found.journal.remove("elmwood")
    found.journal.add(JADE.interview, "classic")
    found.write()
    made = {p.name for p in (course_folder / OUT).iterdir()}
    assert made == {
        "follow-up.ics",
        "my-journal.json",
        "pack-1-millbrook-public-library-2026-02-10.html",
        SHARED,
        mine.name,
    }
    assert not any(b"Elmwood" in p.read_bytes() for p in (course_folder / OUT).iterdir())


def test_a_file_that_cannot_be_written_leaves_the_old_one_whole(course_folder, monkeypatch):
    save_case(ROSA)
    found = my_campaign(TODAY)
    found.write()
    before = (course_folder / OUT / "follow-up.ics").read_bytes()
    found.journal.record("elmwood", Event.parse("rejected:2026-04-20"))

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CourseError, match="No space left"):
        found.write()
    assert (course_folder / OUT / "follow-up.ics").read_bytes() == before
    assert not list((course_folder / OUT).glob("*.part"))


def test_a_folder_that_cannot_be_written_is_one_sentence(course_folder):
    found = practice_campaign()
    found.folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(CourseError, match="choose another folder"):
        found.write()


@pytest.mark.parametrize("raw", [b"no journal at all", b"SQLite format 3\x00broken"])
def test_a_journal_that_cannot_be_used_is_left_alone(raw, course_folder):
    course_folder.mkdir()
    (course_folder / FILE).write_bytes(raw)
    found = my_campaign(TODAY)
    assert not found.own
    assert found.notice.endswith("The practice campaign stands in.")
    assert (course_folder / FILE).read_bytes() == raw


def test_deleting_needs_a_yes_and_removes_everything(course_folder):
    save_case(ROSA)
    my_campaign(TODAY).write()
    with pytest.raises(CourseError, match="really=True"):
        forget_campaign()
    assert (course_folder / OUT / "follow-up.ics").exists()
    forget_case(really=True)
    forget_campaign(really=True)
    left = b"".join(p.read_bytes() for p in course_folder.rglob("*") if p.is_file())
    assert b"Elmwood" not in left
    assert list((course_folder / OUT).iterdir()) == []
    assert not my_campaign(TODAY).own


def test_a_damaged_journal_is_deleted_with_its_copies(course_folder):
    save_case(ROSA)
    my_campaign(TODAY)
    whole = (course_folder / FILE).read_bytes()
    (course_folder / FILE).write_bytes(whole[: len(whole) // 2])
    (course_folder / "my-journal.before-repair-1.sqlite").write_bytes(whole)
    forget_case(really=True)
    forget_campaign(really=True)
    assert [p.name for p in course_folder.rglob("*") if b"Elmwood" in p.read_bytes()] == []


def test_deleting_where_there_is_nothing_does_nothing(course_folder):
    forget_campaign(really=True)
    assert not course_folder.exists()
