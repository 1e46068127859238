"""A person who was forgotten does not come back through any of the learner's files."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from followup_kit import course
from followup_kit.course.learner import forgetting, own_case, session
from followup_kit.course.learner.campaign import FILE, OUT, SHARED, my_campaign, practice_campaign
from followup_kit.course.learner.forgetting import forget_person
from followup_kit.course.learner.own_case import FILE as CASE_FILE
from followup_kit.course.learner.own_case import Case, my_case, save_case
from followup_kit.course.learner.own_letters import PACK, LetterFile, save_pack
from followup_kit.errors import CourseError, JournalError, UnknownName
from followup_kit.journal.store import Journal
from followup_kit.records.case import Interview, Person

TODAY = dt.date(2026, 3, 10)
ANA = Person(name="Ana Ruiz", email="ana@example.org", phone="+34 600", roles=("hiring_manager",))
LI = Person(name="Li Wei", title="Aide to Ana Ruiz", roles=("interviewer",))
ONE = Interview(
    day=dt.date(2026, 3, 2), company="Acme", people=(ANA, LI), topics=("what Ms Ruiz said",), contact_via="ana ruiz"
)  # fmt: skip
TRACES = ("Ruiz", "ruiz", "Ana", "ana@", "+34 600")


def fill() -> None:
    """Everything that the course keeps of an interview with Ana Ruiz, and what it makes of it."""
    save_case(Case(interview=ONE, name="Kim"))
    letters = LetterFile()
    letters["thank_you · Ana Ruiz · Acme · 2026-03-02"] = {"given": "", "text": "Dear Ms Ruiz,", "marks": {}}
    letters["thank_you · Li Wei · Acme · 2026-03-02"] = {
        "given": "As Ana said", "text": "Ana Ruiz showed me", "silenced": ["tone"], "marks": {"impact": "ana ruiz"},
    }  # fmt: skip
    save_pack(my_case(), ("Dear Ms Ruiz,", ""))
    my_campaign(TODAY).write()


def left_in(folder: Path) -> list[str]:
    """Files in which anything of her stands."""
    files = [p for p in folder.rglob("*") if p.is_file()]
    return [p.name for p in files if any(t.encode() in p.read_bytes() or t in p.name for t in TRACES)]


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Zoe\u0308 Ruiz", "zo\u00eb  ruiz"), ("Ana \u00b7 Ruiz", "Ana \u00b7 Ruiz"), ("<b>Ruiz</b>", "<b>Ruiz</b>"),
     ("\u0645\u062d\u0645\u062f Ruiz", "\u0645\u062d\u0645\u062f Ruiz"), ("\U0001f600 Ruiz", "\U0001f600 Ruiz")],
)  # fmt: skip
def test_a_name_is_forgotten_however_it_is_written(course_folder, name, typed):
    save_case(Case(interview=Interview(day=ONE.day, company="Acme", people=(Person(name=name),))))
    LetterFile()[f"thank_you · {name} · Acme · 2026-03-02"] = {"given": "", "text": "Dear all,"}
    my_campaign(TODAY)
    forget_person(typed)
    assert my_case().interview.people == ()
    assert list(LetterFile()) == []
    assert [p.name for p in course_folder.rglob("*") if p.is_file() and b"Ruiz" in p.read_bytes()] == []


def test_what_a_killed_program_left_and_what_a_later_version_keeps_is_cleaned(course_folder):
    fill()
    letters = LetterFile()
    key = "thank_you · Li Wei · Acme · 2026-03-02"
    letters[key] = letters[key] | {"title": "Greet Ana Ruiz"}
    for stem in ("my-letters", "my-interview"):
        left = course_folder / f"{stem}ab12cd34.part"
        left.write_text("Ana Ruiz", encoding="utf-8")
        os.utime(left, (0, 0))
    forget_person("Ana Ruiz")
    assert left_in(course_folder) == []
    assert LetterFile()[key]["silenced"] == ["tone"]


def test_a_folder_that_may_not_be_entered_is_named(course_folder, monkeypatch):
    fill()
    for name in ("stat", "read_bytes"):
        really = getattr(Path, name)

        def refuse(self, *args, really=really, **how):
            if self.parent == course_folder:
                raise PermissionError(13, "Permission denied")
            return really(self, *args, **how)

        monkeypatch.setattr(Path, name, refuse)
    course.start()
    assert "could not be read" in session.progress_file().notice
    for refused in (lambda: forget_person("Ana Ruiz"), lambda: Journal(course_folder / FILE)):
        with pytest.raises(JournalError, match="cannot be read or changed"):
            refused()
    assert "could not be read (Permission denied)" in my_campaign(TODAY).as_text()


def test_a_forgotten_person_does_not_come_back(course_folder):
    fill()
    assert len(left_in(course_folder)) > 5
    found = my_campaign(TODAY)
    gone = found.forget("Ana Ruiz")
    # In the case, the letters, and the journal: herself, her meeting and her letter.
    assert gone.removed == 5
    assert PACK in gone.copies
    assert left_in(course_folder) == []
    assert {p.name for p in (course_folder / OUT).iterdir()} == {
        "follow-up.ics", "my-journal.json", "pack-1-acme-2026-03-02.html", SHARED,
    }  # fmt: skip
    again = my_campaign(TODAY)
    assert [p.name for p in again.journal.people()] == ["Li Wei"]
    assert len(again.journal.entries()) == 1
    again.write()
    assert left_in(course_folder) == []
    case = my_case()
    assert [p.title for p in case.interview.people] == ["Aide to [forgotten]"]
    assert (case.interview.topics, case.interview.contact_via) == (
        ("what Ms [forgotten] said",),
        "[forgotten]",
    )
    assert dict(LetterFile()) == {
        "thank_you · Li Wei · Acme · 2026-03-02": {
            "given": "As [forgotten] said", "text": "[forgotten] showed me", "silenced": ["tone"],
            "marks": {"impact": "[forgotten]"},
        }
    }  # fmt: skip


def test_without_files_none_are_made(course_folder):
    save_case(Case(interview=ONE))
    found = my_campaign(TODAY)
    found.forget("ana@example.org")
    assert not (course_folder / OUT).exists()
    assert left_in(course_folder) == []


def test_an_employer_called_like_the_person_stays_one_application(course_folder):
    save_case(Case(interview=Interview(day=ONE.day, company="Ana Ruiz Ltd", people=(ANA, LI))))
    LetterFile()["thank_you · Li Wei · Ana Ruiz Ltd · 2026-03-02"] = {"text": "Dear Li,"}
    my_campaign(TODAY).forget("ana ruiz")
    assert left_in(course_folder) == []
    found = my_campaign(TODAY)
    assert found.notice == ""
    assert [e.id for e in found.journal.entries()] == [my_case().entry]
    assert [d.body for d in found.journal.drafts()] == ["Dear Li,"]


def test_a_person_who_is_in_the_interview_only_is_forgotten_there(course_folder):
    save_case(Case(interview=ONE))
    assert forget_person("Ana Ruiz").removed == 1
    assert left_in(course_folder) == []
    assert not (course_folder / FILE).exists()
    with Journal(course_folder / FILE) as journal:
        journal.add(Interview(day=ONE.day, people=(Person(name="Kim Lee"),)), "classic")
    with pytest.raises(UnknownName, match="There is no person 'Ana'"):
        forget_person("Ana")


def test_another_person_of_that_name_stays(course_folder):
    other = Person(name="Ana Ruiz", email="other@example.org", roles=("interviewer",))
    save_case(Case(interview=Interview(day=ONE.day, company="Acme", people=(ANA, other))))
    found = my_campaign(TODAY)
    found.forget("ana@example.org")
    assert my_case().interview.people == (other,)
    assert [p.email for p in my_campaign(TODAY).journal.people()] == ["other@example.org"]


def test_damaged_files_and_their_copies_go_since_nobody_can_clean_them(course_folder):
    fill()
    for name in (CASE_FILE, "my-letters.json"):
        (course_folder / name).write_text("Ana Ruiz, and half a file")
    found = my_campaign(TODAY)
    assert len(list(course_folder.glob("*.damaged-*"))) == 2
    found.forget("Ana Ruiz")
    assert left_in(course_folder) == []


def test_a_file_that_cannot_be_changed_is_one_sentence(course_folder, monkeypatch):
    fill()

    def fail(*given: object) -> None:
        raise PermissionError(13, "in use")

    for place in (f"{forgetting.__name__}.remove_copies", f"{forgetting.__name__}.delete_made"):
        with monkeypatch.context() as broken:
            broken.setattr(place, fail)
            with pytest.raises(CourseError, match=r"in use.*not all was deleted"):
                forget_person("Ana Ruiz")
    with monkeypatch.context() as broken:
        broken.setattr(f"{own_case.__name__}.write_whole", fail)
        with pytest.raises(CourseError, match="in use"):
            forget_person("Ana Ruiz")
    forget_person("Ana Ruiz")
    assert left_in(course_folder) == []


def test_a_file_that_cannot_be_read_just_now_is_not_deleted(course_folder, monkeypatch):
    fill()
    read = Path.read_bytes

    def busy(path: Path) -> bytes:
        if path.name == "my-letters.json":
            raise PermissionError(13, "in use")
        return read(path)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_bytes", busy)
        with pytest.raises(CourseError, match="in use"):
            forget_person("Ana Ruiz")
    assert len(LetterFile()) == 2


def test_a_letter_is_found_by_its_name_alone(course_folder):
    LetterFile()["thank_you · Ana Ruiz · Acme"] = {"text": "Dear Ms Ruiz,"}
    assert forget_person("ana ruiz").removed == 1
    assert dict(LetterFile()) == {}


def test_in_the_practice_campaign_only_practice_is_touched(course_folder):
    save_case(Case(interview=ONE))
    practice = practice_campaign()
    practice.write()
    name = practice.journal.people()[0].name
    practice.forget(name)
    assert name not in {p.name for p in practice.journal.people()}
    assert not any(name in p.read_text("utf-8") for p in practice.folder.iterdir())
    assert my_case().interview == ONE
