"""The pack to hand out: one page made for print, from the lessons' recaps and the 90-minute path."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from followup_kit.course.facilitator.workshop import workshop_path
from followup_kit.course.files import write_page
from followup_kit.course.frame import recap
from followup_kit.course.markup import to_html
from followup_kit.course.quiz import quiz_items
from followup_kit.course.registry import lesson, lesson_ids
from followup_kit.errors import CourseError
from followup_kit.outputs.paper import page

__all__ = ["handout_page", "write_handout"]

HELP = ("Questions about the course", "Careers or employment office", "Somebody to talk to", "Relay service")


def handout_page(lessons: Path) -> str:
    """One HTML page: a summary of each lesson of the folder, then what the 90 minutes need on paper.

    On paper are the two quiz items, the practice letter, the observer's card, a choice about swapping
    letters, the if-then line and the help contacts. Raises :class:`~followup_kit.errors.CourseError` where
    the folder has no lessons or one cannot be read.
    """
    parts = [
        "<h1>After the interview: the pack</h1>",
        "<p>For you to keep. Nobody collects it, and nobody has to show what they wrote.</p>",
    ]
    summaries = [_summary(p) for p in sorted(lessons.glob("[0-9][0-9]-*.ipynb"))]
    if not summaries:
        raise CourseError(f"There are no lessons in {lessons}.")
    parts += summaries
    parts += [_questions(), _letter(), _card(), _own()]
    return page("After the interview: the pack", "".join(parts))


def _summary(path: Path) -> str:
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        text = recap(notebook)
    except (OSError, ValueError, KeyError, TypeError):
        raise CourseError(f"{path.name} cannot be read: get a new copy of it.") from None
    id = path.name[:2]
    if id not in lesson_ids():
        return ""
    one = lesson(id)
    return (
        f'<section class="card"><h2>{id} {escape(one.title)}</h2><p><em>{escape(one.question)}</em></p>'
        f"{to_html(text)}</section>"
    )


def _questions() -> str:
    wanted = {c.item for c in workshop_path().cells if c.item}
    blocks = []
    for item in quiz_items():
        if item.id in wanted:
            boxes = "".join(f'<li><span class="box"></span>{escape(o.text)}</li>' for o in item.options)
            blocks.append(
                f"<p>{escape(item.scenario)}</p><p><strong>{escape(item.question)}</strong></p>"
                f'<ul class="plain">{boxes}</ul>'
            )
    return f'<h2 class="new">Two questions</h2>{"".join(blocks)}'


def _letter() -> str:
    letter = workshop_path().letter
    return (
        f"<h2>{escape(letter.title)}</h2><p>{escape(letter.note)}</p>"
        f'<div class="letter">{escape(letter.text.strip())}</div>'
        "<p>Swap letters only if both of you want to. A no needs no reason.</p>"
        '<ul class="plain"><li><span class="box"></span>I want to swap.</li>'
        '<li><span class="box"></span>I work with the practice letter.</li></ul>'
    )


def _card() -> str:
    card = workshop_path().observer
    points = "".join(f'<li><span class="box"></span>{escape(p)}</li>' for p in card.points)
    return (
        f'<section class="card"><h2>{escape(card.title)}</h2><p>{escape(card.note)}</p>'
        f'<ul class="plain">{points}</ul></section>'
    )


def _own() -> str:
    rows = "".join(f'<tr><th scope="row">{escape(h)}</th><td>&nbsp;</td><td>&nbsp;</td></tr>' for h in HELP)
    return (
        '<section class="card"><h2>My plan</h2>'
        '<p>If it is <span class="line"></span> and I have heard nothing,</p>'
        '<p>then I will <span class="line"></span></p>'
        '<p>I let go on <span class="line"></span> That is no verdict on me.</p></section>'
        '<section class="card"><h2>Who helps</h2><table><caption>To be filled in before the day</caption>'
        '<thead><tr><th scope="col">For what</th><th scope="col">Who</th><th scope="col">How to reach them</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )


def write_handout(lessons: Path, target: Path) -> Path:
    """Write the pack; :class:`~followup_kit.errors.CourseError` where it cannot be written."""
    write_page(target, handout_page(lessons))
    return target
