"""Deleting one's data: what is ticked, after a second tick, and nothing else."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from followup_kit.course import opening
from followup_kit.course.learner import session
from followup_kit.course.learner.campaign import FILE, my_campaign
from followup_kit.course.learner.own_case import my_case, practice_case, save_case
from followup_kit.course.learner.own_letters import LetterFile
from followup_kit.widgets.forget_form import forget_form

OWN = replace(practice_case("rosa"), own=True, id="", trade="", story="")


def filled():
    opening.start()
    session.progress_file().change(lambda p: p.tried("04-let-go", right=True))
    save_case(OWN)
    my_campaign(dt.date(2026, 4, 24)).journal.close()


def test_nothing_goes_without_both_ticks(course_folder):
    filled()
    form = forget_form()
    form.sure.value = ["yes"]
    form.forget()
    form.what.value, form.sure.value = ["interview", "journal", "progress"], []
    form.forget()
    assert "Nothing was deleted" in form.box.said
    assert my_case().own
    assert session.progress_file().progress.done(("04-let-go",)) == 1


def test_only_what_is_ticked_goes(course_folder):
    filled()
    form = forget_form()
    form.what.value, form.sure.value = ["journal"], ["yes"]
    form.forget()
    assert my_case().own
    assert b"Elmwood" not in (course_folder / FILE).read_bytes()
    assert form.what.value == form.sure.value == []
    LetterFile()["one"] = {"text": "Dear Zoë,"}
    form.what.value, form.sure.value = ["interview", "letters", "progress"], ["yes"]
    form.forget()
    assert form.box.said.startswith("Deleted: My interview")
    assert len(LetterFile()) == 0
    assert not my_case().own
    assert session.progress_file().progress.done(("04-let-go",)) == 0


def test_what_cannot_be_deleted_is_said(course_folder):
    filled()
    (course_folder / FILE).write_bytes(b"no journal")
    form = forget_form()
    form.what.value, form.sure.value = ["journal"], ["yes"]
    form.forget()
    assert "Deleted" not in form.box.said
    assert form.what.value == ["journal"]


def test_progress_goes_also_before_the_course_is_started(course_folder):
    filled()
    session.stop()
    form = forget_form()
    form.what.value, form.sure.value = ["progress"], ["yes"]
    form.forget()
    assert form.box.said.startswith("Deleted: My progress")
    assert b"04-let-go" not in (course_folder / session.PROGRESS).read_bytes()


def test_only_what_went_is_called_deleted(course_folder):
    filled()
    (course_folder / FILE).write_bytes(b"no journal")
    form = forget_form()
    form.what.value, form.sure.value = ["interview", "journal"], ["yes"]
    form.forget()
    assert form.box.said.startswith("Deleted: My interview, as I entered it. ")
    assert "not a journal" in form.box.said
    assert form.what.value == ["journal"]
    assert not my_case().own


def test_one_person_goes_from_everywhere(course_folder):
    filled()
    name = OWN.interview.people[0].name
    form = forget_form()
    form.person.value = f" {name} "
    form.forget()
    assert "Tick the box" in form.box.said
    assert name in {p.name for p in my_case().interview.people}
    form.sure.value = ["yes"]
    form.forget()
    assert form.box.said == f"Deleted: {name}."
    assert (form.person.value, form.sure.value) == ("", [])
    assert name not in {p.name for p in my_case().interview.people}
    with my_campaign(dt.date(2026, 4, 24)).journal as journal:
        assert name not in {p.name for p in journal.people()}
        assert len(journal.entries()) == 1
    form.person.value, form.sure.value = "<b>Nobody", ["yes"]
    form.forget()
    assert form.box.said.startswith("There is no person '<b>Nobody'.")
    assert "<b>" not in form.state.value
    assert form.person.value == "<b>Nobody"
    other = practice_case("jade").interview.people[0].name
    save_case(replace(practice_case("jade"), own=True, id="", trade="", story=""))
    my_campaign(dt.date(2026, 4, 24)).write()
    form.person.value = other
    form.forget()
    assert form.box.said == f"Deleted: {other}, and all files made so far: make them anew."
    assert list((course_folder / "my-campaign").iterdir()) == []
