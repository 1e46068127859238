"""What is written in the letter studio stands in the packs of the campaign."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import followup_kit as fk
from followup_kit.course.campaign import my_campaign
from followup_kit.course.journal_letters import bring_letters
from followup_kit.course.own_case import Case, save_case
from followup_kit.course.own_letters import LetterFile
from followup_kit.widgets.quick_letter import QuickLetter

TODAY = dt.date(2026, 3, 10)
PEOPLE = (fk.Person(name="Zoë Özdemir", roles=("interviewer",)), fk.Person(name="Li Wei"))
CASE = Case(
    interview=fk.Interview(day=dt.date(2026, 3, 2), company="Acme", position="Clerk", people=PEOPLE),
    name="Sam Roe",
)


def written(**fields: str) -> QuickLetter:
    """The first form of lesson 03, filled in and started."""
    form = fk.quick_letter(year=2026)
    for name, value in fields.items():
        form.fields[name].value = value
    assert form.start() is not None, form.box.said
    return form


def packs(folder: Path) -> str:
    return "".join(
        p.read_text(encoding="utf-8") for p in sorted((folder / "my-campaign").glob("pack-*.html"))
    )


def test_a_letter_of_lesson_03_stands_in_the_pack_of_lesson_09(course_folder: Path) -> None:
    save_case(CASE)
    form: Any = written()
    form.studio.desk.write(0, "Dear Zoë Özdemir,\n\nthank you for <showing> me the harvest.")
    found = my_campaign(TODAY)
    found.write()
    assert "Letter to Zoë Özdemir" in packs(course_folder)
    assert "thank you for &lt;showing&gt; me the harvest." in packs(course_folder)
    assert "Letter to Li Wei" not in packs(course_folder), "a page that nobody has touched is no letter yet"
    form.studio.desk.write(0, "Dear Zoë Özdemir,\n\nthank you once more.")
    found.write()
    assert "once more" in packs(course_folder)
    assert "harvest" not in packs(course_folder)
    assert [(d.kind, d.body[-10:]) for d in found.journal.drafts()] == [("thank_you", "once more.")]
    assert "Zoë" not in (course_folder / "my-campaign" / "journal-without-names.json").read_text("utf-8")
    form.studio.desk.write(0, "")
    found.write()
    assert "Letter to Zoë" not in packs(course_folder)
    found.journal.close()


def test_a_letter_of_any_kind_is_brought_once(course_folder: Path) -> None:
    with fk.Journal(course_folder.parent / "j.sqlite") as journal:
        first = journal.add(CASE.interview, "classic")
        later = journal.add(replace(CASE.interview, day=dt.date(2026, 4, 1)), "classic")
        fk.letter_studio(CASE.interview, ["Still keen.", "I hope for news."], "check_in", LetterFile())
        assert bring_letters(journal) == 2
        assert bring_letters(journal) == 0
        assert journal.drafts(first) == ()
        assert [(d.step, d.body) for d in journal.drafts(later)] == [
            ("check_in", "Still keen."), ("check_in", "I hope for news."),
        ]  # fmt: skip
        assert {d.person for d in journal.drafts(later)} == {p.id for p in journal.people()}


def test_two_people_of_one_name_keep_their_letter(course_folder: Path) -> None:
    with fk.Journal(course_folder.parent / "j.sqlite") as journal:
        for company in ("Acme", "Lakeside"):
            journal.add(replace(CASE.interview, company=company), "classic")
        fk.letter_studio(CASE.interview, "Dear Zoë,", state=LetterFile())
        assert bring_letters(journal) == 1
        (draft,) = journal.drafts()
        assert (draft.body, draft.person) == ("Dear Zoë,", None)


@pytest.mark.parametrize(
    "raw", ["{}", '{"other": {"text": "x"}}', "{", '{"thank_you · Zoë Özdemir · Acme": {}}']
)
def test_a_file_without_letters_of_ours_changes_nothing(course_folder: Path, raw: str) -> None:
    course_folder.mkdir()
    (course_folder / "my-letters.json").write_text(raw, encoding="utf-8")
    with fk.Journal(course_folder.parent / "j.sqlite") as journal:
        journal.add(CASE.interview, "classic")
        assert bring_letters(journal) == 0
        assert journal.drafts() == ()
