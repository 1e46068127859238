"""The frame of a lesson's notebook, and what does not fit it, in sentences for the lesson's author.

A section is a markdown cell with its tag. A notebook is given as the plain values of its JSON.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from followup_kit.advice.rules import rules
from followup_kit.course.lesson_record import Lesson
from followup_kit.course.plain import grade, prose
from followup_kit.course.registry import lessons

__all__ = ["MOST_GRADE", "SECTIONS", "cell_text", "frame_faults", "lesson_prose", "recap"]

SECTIONS = (
    "question", "objectives", "retrieval", "contrast", "example", "completion",
    "independent", "own-case", "exit", "recap", "next", "sources",
)  # fmt: skip
"""The tags of the sections, in their order."""

FIRST = "00"
NOT_IN_FIRST = frozenset({"retrieval", "contrast", "example", "completion", "independent", "exit"})
"""What the first page need not have: nothing comes before it, and it teaches how a notebook works."""

MOST_GRADE = 8.0
MOST_LINES = 15
_TOO_LITTLE_ALT = re.compile(
    r"^\s*(?:\S+\.(?:png|svg|jpe?g)|\S{0,4}|image|picture|figure|\w+_\w+)\s*$", re.IGNORECASE
)

HELP = "All help is in [lesson 00](00-start-here.ipynb)."
"""Where each lesson points to the help."""


def cell_text(cell: Mapping[str, Any]) -> str:
    """The source of a cell as one text, however the file splits it."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def recap(notebook: Mapping[str, Any]) -> str:
    """The recap of a lesson for print: its little markup without the heading, and of links the words.

    Empty where the notebook has none.

    >>> recap({"cells": [{"cell_type": "markdown", "metadata": {"tags": ["recap"]}, "source": "## In short\\n\\n- A"}]})
    '- A'
    """
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" and "recap" in cell.get("metadata", {}).get("tags", []):
            lines = [x for x in cell_text(cell).splitlines() if not x.startswith("#")]
            return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", "\n".join(lines)).strip()
    return ""


def lesson_prose(notebook: Mapping[str, Any]) -> str:
    """All sentences of the lesson's text cells."""
    texts = [prose(cell_text(c)) for c in notebook["cells"] if c["cell_type"] == "markdown"]
    return "\n".join(texts)


def frame_faults(notebook: Mapping[str, Any], lesson: Lesson) -> list[str]:
    """What does not fit the frame, one sentence each; empty where all fits.

    >>> from followup_kit.course.registry import lesson
    >>> frame_faults({"cells": [], "metadata": {}}, lesson("04"))[4]
    "The section 'question' is missing: tag its text cell with that word."
    """
    texts = [c for c in notebook["cells"] if c["cell_type"] == "markdown"]
    codes = [c for c in notebook["cells"] if c["cell_type"] == "code"]
    return [
        *_metadata(notebook, lesson),
        *_sections(texts, lesson),
        *_headings(texts),
        *_pictures(texts),
        *_tables(texts),
        *_help(texts, lesson),
        *_set_up(codes),
        *_exercises(codes, lesson),
        *_words(notebook, texts, lesson),
    ]


def _tags(cell: Mapping[str, Any]) -> list[str]:
    return list(cell.get("metadata", {}).get("tags", []))


def _metadata(notebook: Mapping[str, Any], lesson: Lesson) -> list[str]:
    found = notebook.get("metadata", {}).get("followup_kit", {})
    return [
        f"The notebook's metadata followup_kit.{key} is {found.get(key)!r}; the lesson's record says {value!r}."
        for key, value in lesson.frame().items()
        if found.get(key) != value
    ] + [
        f"Minutes for {what} must be more than 0."
        for what, n in (("reading", lesson.reading), ("exercises", lesson.practice))
        if n <= 0
    ]


def _sections(texts: list[Any], lesson: Lesson) -> list[str]:
    wanted = [s for s in SECTIONS if lesson.id != FIRST or s not in NOT_IN_FIRST]
    found = [t for cell in texts for t in _tags(cell) if t in SECTIONS]
    faults = [
        f"The section {s!r} is missing: tag its text cell with that word." for s in wanted if s not in found
    ]
    order = sorted(dict.fromkeys(found), key=SECTIONS.index)
    if list(dict.fromkeys(found)) != order:
        faults.append(
            f"The sections stand in the order {', '.join(dict.fromkeys(found))}; the frame has {', '.join(order)}."
        )
    stated = "\n".join(cell_text(c) for c in texts if "objectives" in _tags(c))
    plain = " ".join(stated.split())
    faults += [
        f"The objective “{o.text}” is not stated in the section of the objectives."
        for o in lesson.objectives
        if o.text.rstrip(".") not in plain
    ]
    minutes = [str(lesson.reading), str(lesson.practice)]
    if stated and not all(re.search(rf"\b{m} minutes", plain) for m in minutes):
        faults.append(
            f"The objectives must say “{minutes[0]} minutes” to read and “{minutes[1]} minutes” for the exercises."
        )
    if len(lesson.retrieves) != (there_are := _to_ask_again(lesson)):
        faults.append(
            f"The lesson asks {len(lesson.retrieves)} questions of earlier lessons again; "
            f"the frame has {('none', 'one', 'two')[there_are]}."
        )
    return faults


def _to_ask_again(lesson: Lesson) -> int:
    """Two, or fewer where the lessons before it ask no more than that."""
    earlier = sum(len(one.checks) for one in lessons() if one.id < lesson.id)
    return min(2, earlier)


def _headings(texts: list[Any]) -> list[str]:
    faults, last = [], 0
    for cell in texts:
        body = re.sub(r"```.*?```", "", cell_text(cell), flags=re.DOTALL)
        for marks, title in re.findall(r"^(#{1,6})\s+(.+)$", body, re.MULTILINE):
            level = len(marks)
            if level > last + 1:
                faults.append(f"The heading “{title}” jumps from level {last} to {level}.")
            if level == 1 and last:
                faults.append(f"“{title}” is a second heading of level 1: a lesson has one.")
            last = level
    return faults if last else ["The lesson has no heading."]


def _pictures(texts: list[Any]) -> list[str]:
    faults = []
    for cell in texts:
        body = cell_text(cell)
        alts = re.findall(r"!\[([^\]]*)\]\(", body)
        for image in re.findall(r"<img\b[^>]*>", body, re.IGNORECASE):
            alt = re.search(r"\balt\s*=\s*\"([^\"]*)\"|\balt\s*=\s*'([^']*)'", image)
            alts.append((alt[1] or alt[2] or "") if alt else "")
        faults += [
            f"A picture has the text {alt!r}: say what it shows."
            for alt in alts
            if _TOO_LITTLE_ALT.match(alt)
        ]
    return faults


def _tables(texts: list[Any]) -> list[str]:
    """A table of bars and dashes can have no caption, so the lessons' tables are HTML, as in the template."""
    faults = []
    for cell in texts:
        body = re.sub(r"```.*?```", "", cell_text(cell), flags=re.DOTALL)
        if re.search(r"^\s*\|", body, re.MULTILINE):
            faults.append("A table is made of bars and dashes: write it as <table> with a <caption>.")
        for one in re.findall(r"<table\b.*?</table>", body, re.DOTALL):
            if not re.search(r"<caption>\s*[^<\s]", one):
                faults.append("A table has no <caption>: say in a few words what it shows.")
            if re.search(r'<th(?! scope="(?:col|row)")\b(?!ead)|<th[^>]*></th>', one) or "<th " not in one:
                faults.append(
                    'The heads of a table are <th scope="col"> and <th scope="row">, and say something.'
                )
    return faults


def _help(texts: list[Any], lesson: Lesson) -> list[str]:
    """All help is in one place of the course, and every lesson points to it from the same place."""
    if lesson.id == FIRST:
        there = any("help" in _tags(c) for c in texts)
        return [] if there else ["The help of the course is missing: tag its text cell help."]
    after = next((cell_text(c) for c in texts if "next" in _tags(c)), "")
    return [] if after.rstrip().endswith(HELP) else [f"The section 'next' must end with: {HELP}"]


def _set_up(codes: list[Any]) -> list[str]:
    if not codes:
        return ["The lesson has no code cell."]
    first = codes[0]
    faults = []
    hidden = first.get("metadata", {}).get("jupyter", {}).get("source_hidden")
    if "hide-input" not in _tags(first) or not hidden:
        faults.append("The first code cell is the set-up: tag it hide-input and hide its source.")
    if "course.start()" not in cell_text(first):
        faults.append("The set-up cell must call course.start(), or no progress is kept.")
    for cell in codes:
        lines = cell_text(cell).count("\n") + 1
        if lines > MOST_LINES and "exercise" not in _tags(cell):
            faults.append(f"A code cell has {lines} lines; {MOST_LINES} at most: “{cell_text(cell)[:40]}…”.")
    return faults


def _exercises(codes: list[Any], lesson: Lesson) -> list[str]:
    faults = []
    sources = [cell_text(c).strip() for c in codes]
    cells = {cell_text(c).strip() for c in codes if "exercise" in _tags(c)}
    for one in lesson.exercises:
        if not any(f'exercise_form("{one.id}"' in s for s in sources):
            faults.append(f'The exercise {one.id} has no form: add a cell fk.exercise_form("{one.id}").')
        if one.stub.strip() not in cells:
            faults.append(f"The exercise {one.id} has no cell tagged exercise that holds exactly its stub.")
    stubs = {e.stub.strip() for e in lesson.exercises}
    faults += [
        f"A cell tagged exercise is no stub of this lesson: “{c[:40]}…”." for c in sorted(cells - stubs)
    ]
    return faults


def _words(notebook: Mapping[str, Any], texts: list[Any], lesson: Lesson) -> list[str]:
    faults = []
    level = grade(lesson_prose(notebook))
    if level > MOST_GRADE:
        faults.append(
            f"The text reads at grade {level:.1f}; {MOST_GRADE:.0f} at most: make sentences and words shorter."
        )
    known = rules()
    every = "\n".join(cell_text(c) for c in texts)
    cited = set(re.findall(r"\b(00\d\.\d{2})\b", every))
    faults += [f"{id} is no rule." for id in sorted(cited - known.keys())]
    named = "\n".join(cell_text(c) for c in texts if "sources" in _tags(c))
    if not re.search(r"\b00\d\.\d{2}\b", named) and lesson.id != FIRST:
        faults.append("The section of the sources must name the rules by their ids.")
    return faults
