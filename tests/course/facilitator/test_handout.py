"""The pack to print: every lesson's recap, and what the 90 minutes need on paper."""

from __future__ import annotations

import json
import re
from html import escape

import pytest

from followup_kit.course.facilitator.handout import handout_page, recap, write_handout
from followup_kit.course.facilitator.workshop import workshop_path
from followup_kit.course.folder import lessons_folder
from followup_kit.course.registry import lesson
from followup_kit.errors import CourseError

PAGE = handout_page(lessons_folder())
LESSONS = sorted(lessons_folder().glob("[0-9][0-9]-*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_a_lesson_is_there_with_its_recap(path):
    text = recap(json.loads(path.read_text(encoding="utf-8")))
    assert text
    assert escape(lesson(path.name[:2]).title) in PAGE
    first = re.sub(r"[*`]", "", next(x for x in text.splitlines() if x.startswith("- "))[2:])
    assert escape(first) in re.sub(r"</?(?:strong|code|em)>", "", PAGE)


def test_the_90_minutes_are_there_on_paper():
    path = workshop_path()
    assert all(escape(p) in PAGE for p in path.observer.points)
    assert escape(path.letter.text.strip()) in PAGE
    assert not any(escape(f) in PAGE for f in path.letter.faults), "the faults are the facilitator's"
    assert "I want to swap." in PAGE
    assert PAGE.count('scope="row"') == 4
    assert "then I will" in PAGE


def test_it_loads_nothing_and_runs_nothing():
    assert re.findall(r"<script|<link|<img|\bsrc=|https?://", PAGE) == []
    assert "default-src 'none'" in PAGE


def test_text_of_a_lesson_is_escaped(tmp_path):
    cell = {"cell_type": "markdown", "metadata": {"tags": ["recap"]}, "source": "## In short\n\n- <b>x</b>"}
    (tmp_path / "04-x.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    assert "&lt;b&gt;x&lt;/b&gt;" in handout_page(tmp_path)


def test_what_cannot_be_read_or_written_is_one_sentence(tmp_path):
    with pytest.raises(CourseError, match="no lessons"):
        handout_page(tmp_path)
    (tmp_path / "04-x.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(CourseError, match=r"04-x\.ipynb cannot be read"):
        handout_page(tmp_path)
    with pytest.raises(CourseError, match="cannot be written"):
        write_handout(lessons_folder(), tmp_path / "04-x.ipynb" / "pack.html")
    assert recap({"cells": []}) == ""
