"""All applications of the learner at once: their own journal, or a practice one until an interview is entered."""

from __future__ import annotations

import datetime as dt
import tempfile
from contextlib import suppress
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from followup_kit.advice.loading import load_data
from followup_kit.course.learner import session
from followup_kit.course.learner.forgetting import forget_person
from followup_kit.course.learner.journal_letters import bring_letters
from followup_kit.course.learner.journal_progress import keep_in_journal
from followup_kit.course.learner.own_case import Case, my_case, practice, save_case
from followup_kit.course.made_files import CALENDAR, COPY, OUT, SHARED, delete_made, made_in, write_made
from followup_kit.course.markup import Shown
from followup_kit.errors import CourseError, FollowUpError, JournalError
from followup_kit.journal.connection import examine
from followup_kit.journal.lookup import slug
from followup_kit.journal.privacy import Forgotten, remove_copies
from followup_kit.journal.store import Journal
from followup_kit.outputs.frame import applications_frame
from followup_kit.outputs.pack import pack_html
from followup_kit.outputs.table import Table, table
from followup_kit.outputs.words import day_text
from followup_kit.records.base import DataRecord
from followup_kit.records.case import Event, Interview, Options
from followup_kit.records.journal import Entry

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Campaign", "entry_of", "forget_campaign", "keep_own_case", "my_campaign", "practice_campaign"]

FILE = session.JOURNAL
_REMOVED = (
    "The interview that you entered last was removed from your journal. "
    "To have it back, press Save in the form of your interview."
)


class _Application(DataRecord, frozen=True, kw_only=True):
    protocol: str
    practice: str = ""
    interview: Interview | None = None
    events: tuple[str, ...] = ()


class _CampaignFile(DataRecord, frozen=True, kw_only=True):
    today: dt.date
    applications: tuple[_Application, ...]


class Campaign(Shown):
    """A journal, the day that counts as today, and the folder for what is made of it.

    ``own`` is false for the practice campaign, whose files last as long as the session. ``notice`` is
    one sentence where something of the learner's could not be used.
    """

    def __init__(
        self, journal: Journal, today: dt.date, folder: Path, *, own: bool, notice: str = ""
    ) -> None:
        self.journal, self.today, self.folder = journal, today, folder
        self.own, self.notice = own, notice

    def as_text(self) -> str:
        count = len(self.journal.entries())
        named = "1 application" if count == 1 else f"{count} applications"
        if self.own:
            said = f"Your journal holds {named}. It is kept in {session.folder().name}/{FILE}."
        else:
            said = (
                f"The practice campaign: {named} of Amina's, as on {day_text(self.today)}. "
                "What you record here is gone when you close the notebook."
            )
        return " ".join(filter(None, (self.notice, said)))

    def as_html(self) -> str:
        return f"<p>{escape(self.as_text())}</p>"

    def __repr__(self) -> str:
        return f"<Campaign: {self.as_text()}>"

    def frame(self) -> pd.DataFrame:
        """The applications as a pandas frame: see :func:`followup_kit.outputs.frame.applications_frame`."""
        plans = self.journal.plans(self.today)
        return applications_frame([(e, plans[e.id]) for e in self.journal.entries()], self.today)

    def write(self) -> Table:
        """Write calendar, packs and two copies of the journal (one without names) into the folder; a table of what was written.

        Packs of an earlier time that are no longer needed are deleted.

        Raises :class:`~followup_kit.errors.CourseError` where the folder cannot be written.
        """
        import pandas as pd

        if self.own:
            keep_in_journal(self.journal, session.progress_file())
            bring_letters(self.journal, self.folder.parent)
        calendar = self.journal.to_ics()
        files: dict[str, tuple[bytes, str]] = {
            CALENDAR: (calendar, f"calendar, {calendar.count(b'BEGIN:VEVENT')} entries"),
            COPY: (self.journal.export_json(), "all of your journal, to move it or keep it"),
        }
        for n, entry in enumerate(self.journal.entries(), 1):
            made = pack_html(self.journal.plan(entry.id, self.today), drafts=self.journal.drafts(entry.id))
            files[f"pack-{n}-{slug(entry.id)}.html"] = (made.encode(), f"pack to print: {entry.label}")
        files[SHARED] = self.journal.shared(), "a copy of your journal without names, to show to others"
        try:
            write_made(self.folder, {name: raw for name, (raw, _) in files.items()})
        except OSError as error:
            raise CourseError(
                f"The files could not be written ({error.strerror}): choose another folder."
            ) from None
        where = (
            f"In {session.folder().name}/{OUT}" if self.own else "For practice, in a folder that is not kept"
        )
        holds = {name: what for name, (_, what) in files.items()}
        return table(
            pd.DataFrame({"holds": holds}),
            f"{where}: {len(holds)} files",
            {"holds": "What it is"},
            index="File",
        )

    def forget(self, person: str) -> Forgotten:
        """Really remove a person (name, e-mail address or id) from everything that the campaign uses.

        That is the journal, and with the learner's own campaign also their interview and their letters. The
        files of :meth:`write` are made anew where there were any. See
        :func:`followup_kit.course.learner.forgetting.forget_person`.
        """
        made = made_in(self.folder)
        if self.own:
            gone = forget_person(person, self.folder.parent, journal=self.journal)
        else:
            gone = self.journal.forget(person)
        if made:
            self.write()
        return gone


def practice_campaign() -> Campaign:
    """The practice campaign in a new journal of its own, in a temporary folder that goes with the session.

    >>> practice_campaign().frame()["state"].tolist()
    ['Due', 'Due', 'Waiting', 'Let go']
    """
    data = _practice_data()
    folder = _temporary()
    journal = Journal(Path(tempfile.mkdtemp(dir=folder)) / FILE)
    with journal.together():
        for one in data.applications:
            id = journal.add(one.interview or practice(one.practice), one.protocol)
            for event in one.events:
                journal.record(id, Event.parse(event))
    return Campaign(journal, data.today, journal.path.parent / OUT, own=False)


def my_campaign(today: dt.date | None = None, folder: str | Path | None = None) -> Campaign:
    """The learner's own journal with the interview that was entered last, or else the practice campaign.

    Each interview that is entered in the form becomes an application here; what was corrected there, or
    is at the same employer on the same day, is the same interview. One that was removed from the journal
    stays out of it until it is saved in the form once more. ``today`` is the local date that counts as today: by
    default that of the machine, and in the practice campaign always its own. ``folder`` is the
    learner's.

    A journal that cannot be used is left alone, and the practice campaign stands in with a notice.
    """
    place = session.folder(folder)
    case = my_case(folder)
    path = place / FILE
    if not case.own and not _is_there(path):
        found = practice_campaign()
        found.notice = case.notice
        return found
    notice = case.notice.partition(" The practice case")[0]
    try:
        place.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists()
        journal = Journal(path)
    except (FollowUpError, OSError) as error:
        found = practice_campaign()
        said = str(error) if isinstance(error, FollowUpError) else "Your journal could not be opened."
        found.notice = f"{said} The practice campaign stands in."
        return found
    if not case.own and not journal.entries():  # emptied, and nothing entered since
        journal.close()
        return practice_campaign()
    if case.own:
        try:
            if not _enter(journal, case, folder, fresh=fresh):
                notice = _REMOVED
        except FollowUpError as error:
            notice = f"The interview that you entered last is not in the journal yet: {error}"
    try:
        keep_in_journal(journal, session.progress_file())
        bring_letters(journal, folder)
    except FollowUpError as error:
        notice = f"{notice} Your progress and letters are not in the journal yet: {error}".strip()
    today = today or dt.date.today()  # noqa: DTZ011 - the learner's own date
    return Campaign(journal, today, place / OUT, own=True, notice=notice)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # in a folder that may not be entered
        return False


def forget_campaign(*, really: bool = False, folder: str | Path | None = None) -> None:
    """Really remove the learner's journal and the files made of it. Only ``really=True`` does it."""
    if not really:
        raise CourseError(
            "This would delete your journal: say forget_campaign(really=True) if you want that."
        )
    place = session.folder(folder)
    path = place / FILE
    try:
        if path.exists():
            _forget_journal(path)
        delete_made(place / OUT)
        case = my_case(folder)
        if case.own and case.entry:  # what was not removed for its own sake may be entered again
            save_case(msgspec.structs.replace(case, entry=""), folder)
    except OSError as error:
        raise CourseError(f"The files could not be deleted ({error.strerror}).") from None


def _forget_journal(path: Path) -> None:
    """Empty the journal; a damaged one is deleted with its copies, for whoever is in it is to go.

    Raises :class:`~followup_kit.errors.JournalError` where the file is no journal of ours.
    """
    examine(path)
    try:
        opened = Journal(path)
    except JournalError:
        path.unlink()
        remove_copies(path)
        return
    with opened as journal:
        journal.forget_all()


def keep_own_case(folder: str | Path | None = None) -> None:
    """Enter the learner's case and its letters into their journal, before another interview takes its place.

    Raises :class:`~followup_kit.errors.CourseError` where the journal cannot be used.
    """
    case, path = my_case(folder), session.folder(folder) / FILE
    if not case.own:
        return
    fresh = not path.exists()
    try:
        with Journal(path) as journal:
            _enter(journal, case, folder, fresh=fresh)
            bring_letters(journal, folder)
    except FollowUpError as error:
        raise CourseError(
            f"The earlier interview stays in the form, and nothing was saved. Your journal does not take it: {error}"
        ) from None


def entry_of(case: Case, folder: str | Path | None = None) -> str:
    """The id of the learner's case in their journal; empty where it was removed from there."""
    path = session.folder(folder) / FILE
    if case.entry and path.is_file():
        with suppress(FollowUpError), Journal(path, create=False) as journal:
            return case.entry if any(e.id == case.entry for e in journal.entries()) else ""
    return case.entry


def _enter(journal: Journal, case: Case, folder: str | Path | None, *, fresh: bool) -> bool:
    """Add the interview to the journal, or correct the one it is; False where it was removed from there.

    ``fresh`` says that the journal was made just now, so that nothing can have been removed from it.
    """
    one, options, entries = case.interview, Options(written_only=case.written_only), journal.entries()
    same = next((e for e in entries if e.id == case.entry), None)
    same = same or next((e for e in entries if _key(e.interview) == _key(one)), None)
    if same is None and case.entry and not fresh:
        return False
    if same is None:
        id = journal.add(one, case.protocol, calendar=case.country, options=options)
    else:
        id = same.id
        if _differs(same, case, options):
            journal.change(id, interview=one, protocol=case.protocol, calendar=case.country, options=options)
    if id != case.entry:
        with suppress(CourseError):  # then it is found by day and employer, as before
            save_case(msgspec.structs.replace(case, entry=id), folder)
    return True


def _key(interview: Interview) -> tuple[dt.date, str]:
    return interview.day, " ".join(interview.company.split()).casefold()


def _differs(entry: Entry, case: Case, options: Options) -> bool:
    kept = msgspec.structs.replace(entry.interview, id="")
    settings = (entry.settings.protocol, entry.settings.calendar, entry.settings.options)
    return kept != msgspec.structs.replace(case.interview, id="") or settings != (
        case.protocol, case.country, options,
    )  # fmt: skip


@cache
def _practice_data() -> _CampaignFile:
    return load_data("campaign.toml", _CampaignFile)


_kept: list[tempfile.TemporaryDirectory[str]] = []
"""The folder of all practice journals of this session; it is removed when the session ends."""


def _temporary() -> str:
    if not _kept:
        _kept.append(tempfile.TemporaryDirectory(prefix="followup-kit-", ignore_cleanup_errors=True))
    return _kept[0].name
