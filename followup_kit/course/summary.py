"""A lesson on one page for print: its question, what one can do afterwards, what is to be kept in mind, its rules."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from followup_kit.advice.rules import cite, rules
from followup_kit.course.files import write_whole
from followup_kit.course.folder import find_lesson, lessons_folder
from followup_kit.course.frame import recap
from followup_kit.course.learner import session
from followup_kit.course.markup import to_html
from followup_kit.course.registry import lesson
from followup_kit.errors import CourseError
from followup_kit.outputs.paper import page

__all__ = ["save_summary", "summary_html"]


def summary_html(lesson_id: str) -> str:
    """The page of that lesson; what is to be kept in mind is the notebook's own section.

    Raises :class:`~followup_kit.errors.UnknownName` for an unknown lesson and
    :class:`~followup_kit.errors.CourseError` where its notebook cannot be read.

    >>> "<h1>Lesson 04: Plan the follow-up</h1>" in summary_html("04")
    True
    """
    one = lesson(lesson_id)
    named = sorted({r for e in one.exercises for r in e.rules})
    aims = "".join(f"<li>{escape(o.text)}</li>" for o in one.objectives)
    shown = "".join(f"<li>{id}: {escape(rules()[id].rule)}</li>" for id in named)
    sources = "; ".join(dict.fromkeys(f"{id[:3]}: {cite(id[:3])}" for id in named))
    body = (
        f"<h1>Lesson {one.id}: {escape(one.title)}</h1><p>{escape(one.question)}</p>"
        f"<h2>What you can do now</h2><ul>{aims}</ul>"
        f"<h2>In short</h2>{to_html(_recap(one.id))}"
        f"<h2>The rules behind it</h2><ul>{shown}</ul><p><small>{escape(sources)}</small></p>"
    )
    return page(f"Lesson {one.id}: {one.title}", body)


def _recap(lesson_id: str) -> str:
    """The section “In short” of the lesson's notebook, without its heading; of a link its words."""
    path = find_lesson(lessons_folder(), lesson_id)
    try:
        found = recap(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        found = ""
    if not found:
        raise CourseError(f"{path.name} cannot be read: get the lesson anew with followup-kit learn --fresh.")
    return found


def save_summary(lesson_id: str, folder: str | Path | None = None) -> Path:
    """Write the page into the learner's folder; :class:`~followup_kit.errors.CourseError` where that fails."""
    made = summary_html(lesson_id)
    path = session.folder(folder) / f"summary-{lesson(lesson_id).id}.html"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, made)
    except OSError as error:
        raise CourseError(
            f"The summary could not be written ({error.strerror}): choose another folder."
        ) from None
    return path
