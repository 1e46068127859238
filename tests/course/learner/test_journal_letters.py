"""What is written in the letter studio stands in the packs of the campaign."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import followup_kit as fk
from followup_kit.course.learner.campaign import my_campaign
from followup_kit.course.learner.journal_letters import bring_letters
from followup_kit.course.learner.own_case import Case, save_case
from followup_kit.course.learner.own_letters import LetterFile
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
        assert journal.drafts(later) == ()
        assert [(d.step, d.body) for d in journal.drafts(first)] == [
            ("check_in", "Still keen."), ("check_in", "I hope for news."),
        ]  # fmt: skip
        assert {d.person for d in journal.drafts(first)} == {p.id for p in journal.people()}


def test_letters_of_two_rounds_are_two(course_folder: Path) -> None:
    second = replace(CASE.interview, day=dt.date(2026, 3, 20))
    fk.letter_studio(CASE.interview, "Thank you for the first talk", state=LetterFile())
    assert fk.letter_studio(second, state=LetterFile()).texts[0] == ""
    fk.letter_studio(second, "Thank you for the second talk", state=LetterFile())
    with fk.Journal(course_folder.parent / "j.sqlite") as journal:
        ids = [journal.add(one, "classic") for one in (CASE.interview, second)]
        assert bring_letters(journal) == 2
        assert [journal.drafts(id)[0].body[-10:] for id in ids] == ["first talk", "econd talk"]


def test_two_people_of_one_name_in_one_talk_have_two_letters(course_folder: Path) -> None:
    twins = replace(CASE.interview, people=(fk.Person(name="Li Wei"), fk.Person(name="Li Wei")))
    fk.letter_studio(twins, ["To one.", "To the other."], state=LetterFile())
    assert fk.letter_studio(twins, state=LetterFile()).texts == ("To one.", "To the other.")
    with fk.Journal(course_folder.parent / "j.sqlite") as journal:
        journal.add(twins, "classic")
        assert bring_letters(journal) == 2
        assert bring_letters(journal) == 0
        assert [(d.subject, d.body) for d in journal.drafts()] == [
            ("Letter to Li Wei", "To one."), ("Letter to Li Wei (2)", "To the other."),
        ]  # fmt: skip


OLD = "thank_you · Zoë Özdemir · Acme"


def test_a_letter_goes_along_when_the_spelling_of_a_name_is_corrected(course_folder: Path) -> None:
    save_case(
        replace(CASE, interview=replace(CASE.interview, people=(fk.Person(name="Zoe Ozdemir"), PEOPLE[1])))
    )
    LetterFile()["thank_you · Zoe Ozdemir · Acme · 2026-03-02"] = {"given": "", "text": "Dear Ms Ozdemir,"}
    with my_campaign(TODAY).journal as journal:
        assert [d.subject for d in journal.drafts()] == ["Letter to Zoe Ozdemir"]
    form = fk.case_form(year=2026)
    form.fields["people"].value = form.fields["people"].value.replace("Zoe Ozdemir", "Zoë Özdemir")
    form.save()
    assert list(LetterFile()) == ["thank_you · Zoë Özdemir · Acme · 2026-03-02"]
    with my_campaign(TODAY).journal as journal:
        (draft,) = journal.drafts()
        assert (draft.subject, draft.body) == ("Letter to Zoë Özdemir", "Dear Ms Ozdemir,")
        assert draft.person in {p.id for p in journal.people() if p.name == "Zoë Özdemir"}


def test_a_letter_does_not_go_to_somebody_else(course_folder: Path) -> None:
    save_case(CASE)
    LetterFile()["thank_you · Li Wei · Acme · 2026-03-02"] = {"given": "", "text": "Dear Mr Li,"}
    form = fk.case_form(year=2026)
    form.fields["people"].value = "Zoë Özdemir\nAna Ruiz"
    form.save()
    assert list(LetterFile()) == ["thank_you · Li Wei · Acme · 2026-03-02"]


def test_a_letter_of_an_earlier_version_is_found_once(course_folder: Path) -> None:
    LetterFile()[OLD] = {"text": "Dear Zoë,"}
    assert fk.letter_studio(CASE.interview, state=LetterFile()).texts[0] == "Dear Zoë,"
    assert list(LetterFile()) == [f"{OLD} · 2026-03-02"]
    second = replace(CASE.interview, day=dt.date(2026, 3, 20))
    assert fk.letter_studio(second, state=LetterFile()).texts[0] == ""


def test_a_letter_of_an_earlier_version_goes_to_the_newest_interview(course_folder: Path) -> None:
    LetterFile()[OLD] = {"text": "Dear Zoë,"}
    with fk.Journal(course_folder.parent / "j.sqlite") as journal:
        journal.add(CASE.interview, "classic")
        later = journal.add(replace(CASE.interview, day=dt.date(2026, 4, 1)), "classic")
        assert bring_letters(journal) == 1
        assert [d.interview for d in journal.drafts()] == [later]
    assert list(LetterFile()) == [f"{OLD} · 2026-04-01"]
    LetterFile()[OLD] = {"text": "An older one"}
    second = replace(CASE.interview, day=dt.date(2026, 4, 1))
    assert fk.letter_studio(second, state=LetterFile()).texts[0] == "Dear Zoë,"


def test_own_verdicts_go_with_the_letter_and_leave_with_it(course_folder: Path) -> None:
    studio = fk.letter_studio(CASE.interview, "Dear Zoë,", state=LetterFile())
    with fk.Journal(course_folder.parent / "j.sqlite") as journal:
        journal.add(CASE.interview, "classic")
        studio.desk.mark(0, "fit_or_value", "Dear Zoë")
        studio.desk.mark(0, "signed")
        studio.desk.silence("impact")
        assert bring_letters(journal) == 1
        (draft,) = journal.drafts()
        assert journal.marks(draft.id) == {"fit_or_value": "met", "signed": "met", "impact": "silenced"}
        assert bring_letters(journal) == 0
        studio.desk.unmark(0, "fit_or_value")
        studio.desk.silence("impact", on=False)
        assert bring_letters(journal) == 1
        assert journal.drafts() == (draft,)
        assert journal.marks(draft.id) == {"signed": "met"}
        studio.desk.write(0, "")
        assert bring_letters(journal) == 1
        assert journal.marks(draft.id) == {}


@pytest.mark.parametrize("wrong", [5, None, "impact", ["", "x" * 121, 7, "impact"], {"impact": 3, "": 1}])
def test_verdicts_that_somebody_wrote_by_hand_stop_no_letter(course_folder: Path, wrong: object) -> None:
    LetterFile()[f"{OLD} · 2026-03-02"] = {"text": "Dear Zoë,", "silenced": wrong, "marks": wrong}
    with fk.Journal(course_folder.parent / "j.sqlite") as journal:
        journal.add(CASE.interview, "classic")
        assert bring_letters(journal) == 1
        assert set(journal.marks(journal.drafts()[0].id)) <= {"impact"}
        assert bring_letters(journal) == 0


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
