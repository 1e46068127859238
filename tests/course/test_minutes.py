"""The time that the course says it takes: about three hours, by one rule for all lessons; and its weekdays are right."""

from __future__ import annotations

import datetime as dt
import json
import math
import re

import pytest

from followup_kit.course.answers import MONTHS, WEEKDAYS
from followup_kit.course.frame import cell_text, lesson_prose
from followup_kit.course.markup import to_text
from followup_kit.course.registry import exercises, lesson, lessons
from tests.notebooks.running import NOTEBOOKS, ROOT, all_notebooks, name_of

WORDS = 200
"""Words a minute, below the usual pace of adults (about 240), for a text of short sentences."""
WORK = {
    "choice": 1 / 3,
    "choices": 0.6,
    "yes_no": 0.25,
    "day": 0.6,
    "number": 0.5,
    "name": 0.3,
    "text": 2,
    "value": 0.5,
}
"""Minutes to answer one field, besides reading it. An estimate of ours; no learner's time was taken."""


def words(one) -> int:
    texts = [one.prompt, *(f.label for f in one.fields), *(t for f in one.fields for t in f.options.values())]
    return sum(len(to_text(t).split()) for t in texts)


@pytest.mark.parametrize("one", lessons(), ids=lambda one: one.id)
def test_the_minutes_of_a_lesson_are_enough_by_the_rule(one):
    notebook = json.loads((NOTEBOOKS / one.notebook).read_text(encoding="utf-8"))
    assert one.reading >= math.ceil(len(lesson_prose(notebook).split()) / WORDS)
    for e in one.exercises:
        assert e.minutes >= round(words(e) / WORDS + sum(WORK[f.kind] for f in e.fields)), e.id


def test_the_whole_course_takes_about_three_hours_and_says_so():
    reading, practice = (sum(getattr(one, what) for one in lessons()) for what in ("reading", "practice"))
    assert 150 <= reading + practice <= 210
    page = json.loads((NOTEBOOKS / lesson("00").notebook).read_text(encoding="utf-8"))
    text = "\n".join(cell_text(c) for c in page["cells"])
    assert f"about three hours: {reading} minutes to read and {practice} minutes for the exercises" in text
    for one in lessons():
        (line,) = [x for x in text.splitlines() if re.match(rf'<tr><th scope="row">.*>{one.id} ', x)]
        assert line.endswith(f"<td>{one.reading + one.practice}</td></tr>")


DATED = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}|mon|tue|wed|thu|fri|sat|sun),? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)? "
    rf"({'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)})\b(?: (\d{{4}}))?",
    re.IGNORECASE,
)


def wrong_weekdays(text: str) -> list[str]:
    """Days whose weekday is not theirs; without a year they are of 2026."""
    wrong = []
    for found in DATED.finditer(text):
        weekday, day, month, year = found.groups()
        number = next(n for n, m in enumerate(MONTHS, 1) if m.startswith(month.lower()))
        named = dt.date(int(year or 2026), number, int(day))
        if not WEEKDAYS[named.weekday()].startswith(weekday.lower()):
            wrong.append(found[0])
    return wrong


def test_wrong_weekdays_are_found():
    assert wrong_weekdays("Monday 16 March, Tue 17 Mar 2026, Friday, 3 April") == []
    assert wrong_weekdays("on Tuesday 16 March") == ["Tuesday 16 March"]


@pytest.mark.parametrize("path", all_notebooks(), ids=name_of)
def test_every_weekday_in_a_notebook_is_that_of_its_day(path):
    assert wrong_weekdays(path.read_text(encoding="utf-8")) == []


MEANT = ("Monday 17 March", "Tuesday 16 March", "Tuesday 2 March")
"""Examples of what a learner may type wrong."""


@pytest.mark.parametrize("folder", ["followup_kit/advice", "followup_kit/course"])
def test_every_weekday_in_the_data_and_the_exercises_is_that_of_its_day(folder):
    found = {
        (path.name, wrong)
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".toml", ".py")
        for wrong in wrong_weekdays(path.read_text(encoding="utf-8"))
    }
    assert {(name, wrong) for name, wrong in found if wrong not in MEANT} == set()


def test_there_are_enough_exercises():
    assert len(exercises()) >= 40
    assert all(len(one.exercises) >= 3 for one in lessons())
    for one in exercises():
        assert one.fields, one.id
        assert one.stub.startswith("q = course.exercise("), one.id
        assert len(one.hints) >= 2, one.id
        assert one.solution.keys() == {f.id for f in one.fields}, one.id
