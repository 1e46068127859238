"""Two days to come back to a lesson, 7 and 21 days later, as a local calendar file."""

from __future__ import annotations

import datetime as dt
import uuid
from pathlib import Path

from followup_kit.course.files import write_whole
from followup_kit.course.learner import session
from followup_kit.course.registry import lesson
from followup_kit.errors import CourseError

__all__ = ["AFTER", "review_calendar", "review_days", "save_review"]

AFTER = (7, 21)
"""Days until a lesson is looked at again: a week, and three weeks. Our own numbers; no source gives any."""

_NAMESPACE = uuid.UUID("5f2c1d0e-7f0b-5c55-8d0b-6f6c1a5b9e21")


def review_days(today: dt.date) -> tuple[dt.date, ...]:
    """The days, counted from ``today``, weekends included.

    >>> [d.isoformat() for d in review_days(dt.date(2026, 3, 2))]
    ['2026-03-09', '2026-03-23']
    """
    return tuple(today + dt.timedelta(days=n) for n in AFTER)


def review_calendar(lesson_id: str, today: dt.date) -> bytes:
    """Both days of a lesson as a calendar file; the same lesson and day give the same bytes.

    A second import updates the two entries. Raises :class:`~followup_kit.errors.UnknownName` for
    an unknown lesson.

    >>> b"Look again: Plan the follow-up" in review_calendar("04", dt.date(2026, 3, 2))
    True
    """
    # Here and not at the top: a lesson opens without it.
    from icalendar import Calendar, Event

    one = lesson(lesson_id)
    made = Calendar()
    made.add("prodid", "-//followup-kit//followup-kit//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    aims = "\n".join(f"- {o.text}" for o in one.objectives)
    for after, day in zip(AFTER, review_days(today), strict=True):
        entry = Event()
        entry.add("uid", f"{uuid.uuid5(_NAMESPACE, f'{one.id}/{after}')}@followup-kit")
        entry.add("dtstamp", dt.datetime.combine(today, dt.time(), dt.UTC))
        entry.add("sequence", (today - dt.date(2020, 1, 1)).days)
        entry.add("summary", f"Look again: {one.title}")
        entry.add("dtstart", day)
        entry.add("dtend", day + dt.timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        entry.add("class", "PRIVATE")
        entry.add("description", f"Can you still do this? Try before you look.\n{aims}")
        made.add_component(entry)
    return bytes(made.to_ical())


def save_review(lesson_id: str, today: dt.date, folder: str | Path | None = None) -> Path:
    """Write that file into the learner's folder; :class:`~followup_kit.errors.CourseError` where that fails."""
    path = session.folder(folder) / f"review-{lesson(lesson_id).id}.ics"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, review_calendar(lesson_id, today).decode())
    except OSError as error:
        raise CourseError(
            f"The calendar file could not be written ({error.strerror}): choose another folder."
        ) from None
    return path
