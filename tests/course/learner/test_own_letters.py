"""The learner's own letters: what is known for each, the page to begin with, and the file they are kept in."""

from __future__ import annotations

import datetime as dt

import pytest

from followup_kit.advice.scaffolds import scaffold
from followup_kit.course.learner.own_case import Case, practice_case
from followup_kit.course.learner.own_letters import (
    LetterFile,
    first_page,
    forget_letters,
    letter_contexts,
    move_letters,
    save_pack,
)
from followup_kit.errors import CourseError
from followup_kit.letters.check import check_letter
from followup_kit.records.case import Interview, Person


def test_each_person_of_a_panel_gets_a_page_of_their_own():
    contexts = letter_contexts(practice_case())
    pages = [first_page(c, n) for n, c in enumerate(contexts)]
    assert pages[0].startswith("Dear Peter Lindgren,")
    assert "the new appointment system" in pages[0]
    assert "cover during holidays" in pages[1]
    assert pages[1].endswith("Amina Yusuf")
    assert contexts[0].others_met == ("Zoë Özdemir",)


def test_a_page_is_never_a_letter_that_could_be_sent():
    for n, context in enumerate(letter_contexts(practice_case())):
        assert check_letter(first_page(context, n), context)["nothing_left_over"].verdict == "breach"


def test_what_is_not_known_stays_a_gap():
    bare = first_page(letter_contexts(practice_case("jade"))[0])
    assert "[your name]" not in bare
    empty = first_page(
        letter_contexts(Case(interview=type(practice_case().interview)(day=practice_case().interview.day)))[0]
    )
    starters = "".join(s.text for s in scaffold("thank_you").starters)
    for gap in (
        "[name and title, as on the card]",
        "[a topic from the talk]",
        "[do what, and where]",
        "[your name]",
    ):
        assert gap in empty
        assert gap in starters, "the gap is no longer in the sentence starters"


def test_letters_are_kept_and_found_again(course_folder):
    LetterFile()["one"] = {"text": "Dear Zoë,"}
    again = LetterFile()
    assert dict(again) == {"one": {"text": "Dear Zoë,"}}
    del again["one"]
    assert len(LetterFile()) == 0


def test_nothing_is_written_before_a_letter_is(course_folder):
    assert dict(LetterFile()) == {}
    assert not course_folder.exists()


@pytest.mark.parametrize("raw", [b"{", b"\xff\xfe", b"[1]", b'{"a": 1}'])
def test_a_damaged_file_is_kept_aside(course_folder, raw):
    course_folder.mkdir()
    (course_folder / "my-letters.json").write_bytes(raw)
    letters = LetterFile()
    assert len(letters) == 0
    assert "my-letters.damaged-1.json" in letters.notice
    letters["one"] = {}
    assert (course_folder / "my-letters.damaged-1.json").read_bytes() == raw


def test_a_folder_that_cannot_be_written_costs_no_letter(course_folder):
    course_folder.write_text("a file stands in its place")
    letters = LetterFile()
    letters["one"] = {"text": "Dear Zoë,"}
    assert letters["one"] == {"text": "Dear Zoë,"}
    assert "copy them" in letters.notice
    with pytest.raises(CourseError, match="choose another folder"):
        save_pack(practice_case(), ("", ""))


def test_the_pack_holds_the_letters_that_were_written(course_folder):
    page = save_pack(practice_case(), ("Dear <Peter>,", " ")).read_text(encoding="utf-8")
    assert "Letter to Peter Lindgren" in page
    assert "Dear &lt;Peter&gt;," in page
    assert "Letter to Zoë Özdemir" not in page


def test_letters_are_deleted_only_on_purpose(course_folder):
    course_folder.mkdir()
    (course_folder / "my-letters.json").write_bytes(b"{")
    LetterFile()["one"] = {"text": "Dear Zoë,"}
    save_pack(practice_case(), ("Dear Peter,", ""))
    with pytest.raises(CourseError, match="really=True"):
        forget_letters()
    assert len(list(course_folder.iterdir())) == 3
    forget_letters(really=True)
    assert list(course_folder.iterdir()) == []
    forget_letters(really=True)
    (course_folder / "my-letters.json").mkdir()
    with pytest.raises(CourseError, match="could not be deleted"):
        forget_letters(really=True)


def test_two_notebooks_lose_none_of_each_others_letters(course_folder):
    a, b = LetterFile(), LetterFile()
    a["x"] = {"text": "my long letter"}
    b["y"] = {"text": "2"}
    assert dict(LetterFile()) == {"x": {"text": "my long letter"}, "y": {"text": "2"}}
    del a["x"]
    assert dict(LetterFile()) == {"y": {"text": "2"}}


def test_letters_go_with_an_interview_that_is_corrected():
    people = (Person(name="Ana Ruiz"), Person(name="Li Wei"))
    before = Case(interview=Interview(day=dt.date(2026, 3, 2), company="Acme", people=people))
    after = Case(interview=Interview(day=dt.date(2026, 3, 3), company="Akme", people=people[1:]))
    letters = {"thank_you · Li Wei · Acme": {"text": "To Li"}}
    letters |= {f"check_in · {p.name} · Acme · 2026-03-02": {"text": p.name} for p in people}
    move_letters(letters, before, after)
    assert letters == {
        "check_in · Ana Ruiz · Acme · 2026-03-02": {"text": "Ana Ruiz"},
        "check_in · Li Wei · Akme · 2026-03-03": {"text": "Li Wei"},
        "thank_you · Li Wei · Akme · 2026-03-03": {"text": "To Li"},
    }
    move_letters(letters, after, after)
    assert len(letters) == 3
