"""Every lesson's notebook keeps to the frame, and the check of the frame finds what does not."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from followup_kit.course.frame import SECTIONS, cell_text, frame_faults, recap
from followup_kit.course.plain import grade, syllables
from followup_kit.course.registry import lesson, lesson_ids

NOTEBOOKS = Path(__file__).resolve().parent.parent.parent / "notebooks"
LESSONS = sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))


def read(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_a_lesson_keeps_to_the_frame(path):
    assert path.name[:2] in lesson_ids(), "the lesson has no record in followup_kit/course/lessons"
    one = lesson(path.name[:2])
    assert one.notebook == path.name
    assert frame_faults(read(path), one) == []


TEMPLATE = read(NOTEBOOKS / "_template.ipynb")
MODEL = lesson("04")


def test_the_template_has_every_section_and_lacks_only_the_exercises():
    tags = [t for c in TEMPLATE["cells"] for t in c["metadata"].get("tags", []) if t in SECTIONS]
    assert tuple(tags) == SECTIONS
    faults = frame_faults(TEMPLATE, MODEL)
    assert all("The exercise 04-" in f or "objective" in f for f in faults), faults


def changed(edit):
    notebook = copy.deepcopy(TEMPLATE)
    edit(notebook)
    return " ".join(set(frame_faults(notebook, MODEL)) - set(frame_faults(TEMPLATE, MODEL)))


def tagged(notebook, tag):
    return next(c for c in notebook["cells"] if tag in c["metadata"].get("tags", []))


def drop(tag):
    return lambda nb: nb["cells"].remove(tagged(nb, tag))


def put(tag, text):
    return lambda nb: tagged(nb, tag).update(source=text)


def swap(nb):
    cells = nb["cells"]
    i, j = (cells.index(tagged(nb, t)) for t in ("recap", "next"))
    cells[i], cells[j] = cells[j], cells[i]


LONG = (
    "Notwithstanding innumerable organisational considerations, communication necessitates deliberation. "
    * 40
)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (put("next", "## What next\n\nThe end."), "must end with: All help"),
        (drop("contrast"), "The section 'contrast' is missing"),
        (drop("hide-input"), "first code cell is the set-up"),
        (swap, "The sections stand in the order"),
        (put("recap", "#### Too deep"), "jumps from level"),
        (put("recap", "# Again"), "second heading of level 1"),
        (put("recap", "## In short\n\n![plan.png](plan.png)"), "A picture has the text 'plan.png'"),
        (put("recap", '## In short\n\n<img src="x.png">'), "A picture has the text ''"),
        (put("recap", "## In short\n\n| a | b |\n|---|---|\n| 1 | 2 |"), "made of bars and dashes"),
        (put("recap", '## In short\n\n<table><tr><th scope="col">a</th></tr></table>'), "no <caption>"),
        (
            put("recap", "## In short\n\n<table><caption>a</caption><tr><td>b</td></tr></table>"),
            "The heads of a table",
        ),
        (
            put("recap", "## In short\n\n<table><caption>a</caption><tr><th>b</th></tr></table>"),
            "The heads of a table",
        ),
        (
            put("recap", '## In short\n\n<table><caption>a</caption><tr><th scope="row"></th></tr></table>'),
            "say something",
        ),
        (put("recap", f"## In short\n\n{LONG}"), "reads at grade"),
        (put("recap", "## In short\n\n000.99"), "000.99 is no rule"),
        (put("sources", "## Sources"), "must name the rules"),
        (put("hide-input", "import followup_kit as fk"), "must call course.start()"),
        (put("glossary", "x = 1\n" * 20), "A code cell has 21 lines"),
        (put("exercise", "q = 1"), "is no stub of this lesson"),
        (lambda nb: nb["metadata"]["followup_kit"].update(title="?"), "followup_kit.title"),
    ],
)
def test_what_does_not_fit_is_found(edit, said):
    assert said in changed(edit)


def test_a_picture_that_is_described_passes():
    text = "## In short\n\n![A calendar of March with the promised date marked](x.png)"
    assert changed(put("recap", text)) == ""


def test_a_source_in_lines_and_in_one_text_are_the_same():
    assert cell_text({"source": ["a\n", "b"]}) == cell_text({"source": "a\nb"}) == "a\nb"


def test_grades_of_known_texts():
    """Within one school grade of what other counters give."""
    assert grade("The cat sat on the mat. It was warm. The dog came in and lay down too.") < 2
    declaration = (
        "When in the Course of human events, it becomes necessary for one people to dissolve the political bands "
        "which have connected them with another."
    )
    assert 11 < grade(declaration) < 16


@pytest.mark.parametrize(
    ("word", "count"),
    [("plan", 1), ("promised", 2), ("weekly", 2), ("employer", 3), ("idea", 3), ("day", 1), ("moved", 1), ("used", 1),
     ("people", 2), ("holiday", 3), ("decision", 3), ("quiet", 2), ("the", 1), ("Özdemir", 3), ("don't", 1)],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


def test_the_recap_for_print_has_no_heading_and_of_links_only_the_words() -> None:
    text = "## In short\n\n- Ask [for the date](04-plan-the-follow-up.ipynb).\n- Then wait."
    cell = {
        "cell_type": "markdown",
        "metadata": {"tags": ["recap"]},
        "source": text.splitlines(keepends=True),
    }
    assert recap({"cells": [cell]}) == "- Ask for the date.\n- Then wait."
    assert recap({"cells": []}) == ""
