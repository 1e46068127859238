"""What a learner keeps of a lesson: two review dates as a calendar file, and a page for print."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from followup_kit.course import summary
from followup_kit.course.learner.review import review_calendar, save_review
from followup_kit.course.registry import lesson, lesson_ids
from followup_kit.course.summary import save_summary, summary_html
from followup_kit.errors import CourseError, UnknownName
from followup_kit.widgets.progress_bar import progress_bar


@given(today=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_the_days_are_one_and_three_weeks_later(today):
    entries = Calendar.from_ical(review_calendar("04", today)).walk("VEVENT")
    assert [(e.decoded("dtstart") - today).days for e in entries] == [7, 21]
    assert len({e["uid"] for e in entries}) == 2


def test_a_later_file_updates_the_entries():
    first, later = (
        Calendar.from_ical(review_calendar("04", dt.date(2026, 3, d))).walk("VEVENT") for d in (2, 5)
    )
    assert [e["uid"] for e in first] == [e["uid"] for e in later]
    assert all(a["sequence"] < b["sequence"] for a, b in zip(first, later, strict=True))


@pytest.mark.parametrize("id", lesson_ids())
def test_a_lesson_fits_on_a_page(id):
    made = summary_html(id)
    assert all(o.text in made for o in lesson(id).objectives)
    assert made.count("<li>") < 60
    assert "](" not in made
    assert "##" not in made


def test_both_are_saved_at_the_press_of_a_button(course_folder):
    bar = progress_bar("04")
    bar.save_review()
    assert "add both to your calendar" in bar.state.value
    bar.save_summary()
    assert "summary-04.html. Open it" in bar.state.value
    assert {p.name for p in course_folder.iterdir()} == {"review-04.ics", "summary-04.html"}


def test_what_cannot_be_done_is_said(course_folder, monkeypatch, tmp_path):
    course_folder.write_text("a file stands in its place")
    with pytest.raises(CourseError, match="another folder"):
        save_review("04", dt.date(2026, 3, 2))
    with pytest.raises(CourseError, match="another folder"):
        save_summary("04")
    with pytest.raises(UnknownName, match="no lesson"):
        summary_html("44")
    (tmp_path / "04-broken.ipynb").write_text("{}")
    monkeypatch.setattr(summary, "lessons_folder", lambda: tmp_path)
    with pytest.raises(CourseError, match="cannot be read"):
        summary_html("04")
    bar = progress_bar("04")
    bar.save_summary()
    assert "cannot be read" in bar.state.value
