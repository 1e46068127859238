"""The ways through the course: the map, the links at a lesson's end, the short way, and the drills on the way."""

from __future__ import annotations

import html
import json
import re

import pytest

from followup_kit.course.drills import drill_kinds
from followup_kit.course.frame import cell_text
from followup_kit.course.registry import exercise, lesson, lessons
from tests.notebooks.running import NOTEBOOKS, ROOT


def cells(one):
    return json.loads((NOTEBOOKS / one.notebook).read_text(encoding="utf-8"))["cells"]


def section(one, tag):
    (text,) = [cell_text(c) for c in cells(one) if tag in c["metadata"].get("tags", [])]
    return text


FIRST, *OTHERS = lessons()


@pytest.mark.parametrize("one", lessons(), ids=lambda one: one.id)
def test_a_lesson_asks_one_question_in_the_same_words_everywhere(one):
    assert f"**The question it answers:** {one.question}" in section(one, "question")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"| {one.id} {one.title} | {one.question} |" in readme
    page = "\n".join(cell_text(c) for c in cells(FIRST))
    assert re.search(rf">{one.id} [^<]*<.*<td>{re.escape(html.escape(one.question, quote=False))}</td>", page)


@pytest.mark.parametrize("one", OTHERS, ids=lambda one: one.id)
def test_a_lesson_ends_with_the_way_to_the_next_one_and_to_help(one):
    after = section(one, "next")
    assert f"({FIRST.notebook})" in after
    following = [later for later in OTHERS if later.id > one.id]
    assert not following or f"({following[0].notebook})" in after
    assert not re.findall(r"(?<!\[)\b[Ll]esson 0\d\b", after), "a lesson that is named is linked"


def short_way(one):
    """The exercises under “Complete it” and “Your own case”; in lesson 00 all."""
    here, ids = "", []
    for cell in cells(one):
        found = {"completion", "independent", "own-case"} & set(cell["metadata"].get("tags", []))
        here = found.pop() if found else here
        if (form := re.search(r'exercise_form\("([\w-]+)"', cell_text(cell))) and here != "independent":
            ids.append(form[1])
    return [exercise(id).exercise for id in ids]


def test_the_short_way_has_both_kinds_in_each_lesson_and_takes_what_the_first_page_says():
    for one in OTHERS:
        assert len(short_way(one)) >= 2, one.id
        assert any("own" in e.id for e in short_way(one)), one.id
    minutes = sum(one.reading + sum(e.minutes for e in short_way(one)) for one in lessons())
    assert 120 <= minutes <= 150
    assert any("That takes a little over two hours." in cell_text(c) for c in cells(FIRST))


@pytest.mark.parametrize(
    ("kind", "where"), [("names", "02"), ("letters", "03"), ("dates", "04"), ("calls", "06")]
)
def test_each_drill_stands_in_its_lesson(kind, where):
    assert kind in drill_kinds()
    assert f'fk.drill_form("{kind}")' in [cell_text(c).strip() for c in cells(lesson(where))]


def test_every_drill_has_a_lesson():
    every = {cell_text(c).strip() for one in lessons() for c in cells(one)}
    assert {kind for kind in drill_kinds() if f'fk.drill_form("{kind}")' not in every} == set()
