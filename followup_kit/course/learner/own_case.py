"""The learner's own interview: entered once, used in all lessons; until then the practice case stands in."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from followup_kit.advice.loading import load_data
from followup_kit.advice.protocols import load_protocol
from followup_kit.course.files import keep_aside, remove_with_copies, write_whole
from followup_kit.course.learner import session
from followup_kit.errors import CourseError, FollowUpError, UnknownName
from followup_kit.planner import plan as make_plan
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.case import Interview, Options
from followup_kit.records.plan import Plan
from followup_kit.workdays import working_days

__all__ = ["Case", "forget_case", "my_case", "practice", "practice_case", "practice_cases", "save_case"]

FILE = "my-interview.json"
Word = Annotated[str, Meta(max_length=80)]


class Case(Record, frozen=True, kw_only=True):
    """An interview with what else a plan needs: country, protocol, and whether to write only.

    ``own`` is false for a practice case; ``notice`` is one sentence where the learner's file could
    not be used. ``name`` is the candidate's, kept in the learner's own file only. ``entry`` is the id
    under which the learner's journal knows the interview, once it is there: by it a corrected day or
    employer is told from another interview.
    """

    interview: Interview
    name: str = ""
    country: str = "US"
    protocol: str = "measured"
    written_only: bool = False
    entry: str = ""
    own: bool = True
    id: str = ""
    trade: str = ""
    story: str = ""
    notice: str = ""

    def plan(self, protocol: str | None = None, today: dt.date | None = None) -> Plan:
        """The plan for it, under its own protocol or another.

        >>> practice_case("jade").plan()[1].due.isoformat()
        '2026-02-18'
        """
        options = Options(written_only=self.written_only)
        return make_plan(
            self.interview, protocol or self.protocol, calendar=self.country, today=today, options=options
        )


class _PracticeInterview(DataRecord, frozen=True, kw_only=True):
    id: Word
    name: Word
    trade: Word
    country: Word
    protocol: Word
    story: str
    interview: Interview


class _PracticeFile(DataRecord, frozen=True, kw_only=True):
    cases: tuple[_PracticeInterview, ...]


class _OwnFile(DataRecord, frozen=True, kw_only=True):
    interview: Interview
    schema: Literal[1] = 1
    name: Word = ""
    country: Word = "US"
    protocol: Word = "measured"
    written_only: bool = False
    entry: Annotated[str, Meta(max_length=120)] = ""


@cache
def practice_cases() -> dict[str, Case]:
    """The practice cases by id; the first is the running case of the lessons.

    >>> list(practice_cases())
    ['amina', 'daniel', 'rosa', 'tomasz', 'jade']
    """
    found = load_data("practice.toml", _PracticeFile).cases
    return {
        c.id: Case(
            interview=c.interview, name=c.name, country=c.country, protocol=c.protocol,
            own=False, id=c.id, trade=c.trade, story=c.story,
        )
        for c in found
    }  # fmt: skip


def practice_case(id: str = "amina") -> Case:
    """The practice case of that id.

    >>> practice_case().name
    'Amina Yusuf'
    """
    known = practice_cases()
    if id not in known:
        raise UnknownName("practice case", id, known)
    return known[id]


def practice(id: str = "amina") -> Interview:
    """The interview of a practice case.

    >>> practice().promised.isoformat()
    '2026-03-16'
    """
    return practice_case(id).interview


def my_case(folder: str | Path | None = None) -> Case:
    """The learner's own case, or the running practice case where none was entered.

    A damaged file is kept aside, and the practice case stands in with a notice.
    """
    path = session.folder(folder) / FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return practice_case()
    except OSError as error:
        return _stand_in(f"Your interview could not be read ({error.strerror}).")
    try:
        found = msgspec.json.decode(raw, type=_OwnFile)
        case = Case(
            interview=found.interview, name=found.name, country=found.country, protocol=found.protocol,
            written_only=found.written_only, entry=found.entry,
        )  # fmt: skip
        # A country or protocol that is none shows here, and not as an error in every lesson.
        working_days(case.country)
        load_protocol(case.protocol)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, FollowUpError):
        aside = keep_aside(path, raw)
        kept = f" and was kept as {aside.name}" if aside else ""
        return _stand_in(f"The file of your interview is damaged{kept}: enter it once more.")
    return case


def _stand_in(notice: str) -> Case:
    return msgspec.structs.replace(practice_case(), notice=f"{notice} The practice case stands in.")


def save_case(case: Case, folder: str | Path | None = None) -> Path:
    """Write the learner's case into their folder; :class:`~followup_kit.errors.CourseError` where that fails."""
    path = session.folder(folder) / FILE
    kept = _OwnFile(
        interview=case.interview, name=case.name, country=case.country, protocol=case.protocol,
        written_only=case.written_only, entry=case.entry,
    )  # fmt: skip
    try:
        text = msgspec.json.format(msgspec.json.encode(kept, order="sorted"), indent=2).decode() + "\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except UnicodeEncodeError:
        raise CourseError(
            "A text of your interview holds half a character (a lone surrogate), which no file can keep: type it again."
        ) from None
    except OSError as error:
        raise CourseError(
            f"Your interview could not be saved ({error.strerror}): choose another folder."
        ) from None
    return path


def forget_case(*, really: bool = False, folder: str | Path | None = None) -> None:
    """Delete the learner's case, and kept copies of a damaged file.

    Only ``really=True`` does it: it cannot be brought back.
    """
    if not really:
        raise CourseError("This would delete your interview: say forget_case(really=True) if you want that.")
    try:
        remove_with_copies(session.folder(folder) / FILE)
    except OSError as error:
        raise CourseError(f"Your interview could not be deleted ({error.strerror}).") from None
