"""``Journal``: applications, people, interviews, events, drafts and own verdicts in one file."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from followup_kit.errors import CaseError, JournalError
from followup_kit.journal import privacy, spreadsheets, transfer
from followup_kit.journal.agenda import Agenda, agenda
from followup_kit.journal.connection import DirectFile, named, new_file
from followup_kit.journal.entries import as_row, as_settings, entries_of, planned
from followup_kit.journal.keepsakes import keep_mark, keep_value, kept_value
from followup_kit.journal.lookup import (
    application_for,
    find_draft,
    find_entry,
    find_person,
    free_id,
    meet,
    slug,
    tidy,
)
from followup_kit.journal.notices import Notice, notices
from followup_kit.journal.schema import insert, rows
from followup_kit.journal.working_copy import WorkingCopy, can_lock, new_working_file
from followup_kit.planner.events import named_undone
from followup_kit.records.advice import Protocol
from followup_kit.records.case import Event, Interview, Options
from followup_kit.records.displays import show
from followup_kit.records.journal import Draft, Entry, LoggedEvent, Mark, PersonRow
from followup_kit.records.plan import Plan
from followup_kit.workdays import Calendar

__all__ = ["Journal"]


class Journal:
    """The learner's own record of their applications, in one file that can be copied like any other.

    ``path`` is the file; where there is none, ``create`` makes it. Two programs may use one file
    at the same time. ``working_copy`` says whether to work in memory and write the whole file
    after each change; where it is None, that is done only if the file system cannot lock.

    Nothing that was recorded is changed: a plan is always made anew from the events, and taking
    one back is an event too. When a method returns, what it recorded is on the disk.

    Raises :class:`~followup_kit.errors.JournalError`, always with one sentence and the file left as
    it was, for a file that cannot be used.

    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> journal = Journal(Path(folder.name) / "journal.sqlite")
    >>> id = journal.add(Interview(day=dt.date(2026, 3, 2), company="Acme"), "persistent")
    >>> id
    'acme-2026-03-02'
    >>> journal.record(id, Event.parse("sent:2026-03-02:thank_you")).next(dt.date(2026, 3, 3)).step
    'reverse_cover_letter'
    >>> journal.close(); folder.cleanup()
    """

    def __init__(self, path: str | Path, *, create: bool = True, working_copy: bool | None = None) -> None:
        self.path = named(Path(path))
        if not self.path.exists():
            if not create:
                raise JournalError(
                    f"There is no journal {self.path.name}: check the name, or begin one with "
                    "followup-kit journal init."
                )
            if not self.path.parent.is_dir():
                raise JournalError(f"There is no folder {self.path.parent} for the journal: make it first.")
            if working_copy or (working_copy is None and not can_lock(self.path)):
                new_working_file(self.path)
            else:
                new_file(self.path)
        if working_copy is None:
            working_copy = not can_lock(self.path)
        self._file: DirectFile | WorkingCopy = (WorkingCopy if working_copy else DirectFile)(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Journal({str(self.path)!r})"

    def close(self) -> None:
        """Let go of the file; using the journal afterwards is an error."""
        self._file.close()

    @contextmanager
    def together(self) -> Iterator[Journal]:
        """Everything recorded in this block is recorded as one, or not at all where an error leaves it."""
        with self._file.writing():
            yield self

    # Interviews

    def add(
        self,
        interview: Interview,
        protocol: Protocol | str | Path = "classic",
        *,
        calendar: Calendar | str = "US",
        options: Options | None = None,
        horizon_weeks: int = 8,
    ) -> str:
        """Record an interview and how it is to be followed up; the id it is known by from then on.

        ``interview.id`` is taken where it is given and free. Interviews for the same position at
        the same company belong to one application. People of the same name are one person within
        an application, and everywhere if their e-mail is the same. The plan is tried first: what
        cannot be planned is not recorded.
        """
        options = options or Options()
        entry = Entry(
            id=interview.id, application="", interview=interview, events=(),
            settings=as_row(interview, protocol, calendar, options, horizon_weeks),
        )  # fmt: skip
        planned(entry)
        with self._file.writing() as db:
            name = free_id(db, "interviews", interview.id or slug(interview.company, interview.day))
            if interview.id and name != interview.id:
                raise JournalError(
                    f"There is an interview {interview.id!r} in the journal: change it, or choose another id."
                )
            application = application_for(db, interview)
            row = msgspec.structs.replace(entry.settings, id=name, application=application)
            insert(db, "interviews", row)
            meet(db, name, application, interview.people)
        return name

    def change(
        self,
        id: str,
        *,
        interview: Interview | None = None,
        protocol: Protocol | str | Path | None = None,
        calendar: Calendar | str | None = None,
        options: Options | None = None,
        horizon_weeks: int | None = None,
    ) -> Plan:
        """Correct an interview, or follow it up another way; the new plan.

        What the old settings planned is remembered, so that a calendar can withdraw it. News from
        the employer (a delay, an answer) is an event, see :meth:`record`.
        """
        with self._file.writing() as db:
            before = find_entry(db, id)
            new = msgspec.structs.replace(interview or before.interview, id=before.id)
            row = as_row(
                new, protocol or before.protocol, calendar or before.settings.calendar,
                options or before.settings.options,
                before.settings.horizon_weeks if horizon_weeks is None else horizon_weeks,
            )  # fmt: skip
            former = before.settings.former
            if as_settings(row) != as_settings(before.settings):
                former += (as_settings(before.settings),)
            application = application_for(db, new, before.application)
            row = msgspec.structs.replace(row, id=before.id, application=application, former=former)
            plan = planned(
                Entry(
                    id=before.id, application=application, interview=new, settings=row, events=before.events
                )
            )
            insert(db, "interviews", row, replace=True)
            if interview is not None:
                meet(db, before.id, application, new.people)
            tidy(db)
        return plan

    def entries(self) -> tuple[Entry, ...]:
        """All interviews with their events, in the order in which they were added."""
        with self._file.reading() as db:
            return entries_of(db)

    def entry(self, id: str) -> Entry:
        """One interview with its events; ``id`` may be its beginning, where that is clear."""
        with self._file.reading() as db:
            return find_entry(db, id)

    # Events

    def record(self, id: str, event: Event) -> Plan:
        """Add an event to an interview; the plan as it stands then, without statuses of a day.

        Raises :class:`~followup_kit.errors.CaseError` for an event before the interview or that undoes
        nothing, :class:`~followup_kit.errors.UnknownName` for a step that no protocol, this or another, has.
        """
        with self._file.writing() as db:
            entry = find_entry(db, id)
            if event.kind == "undone":
                event = named_undone(event, entry.events)
            plan = planned(msgspec.structs.replace(entry, events=(*entry.events, event)))
            fields = {f: getattr(event, f) for f in event.__struct_fields__}
            fields["step"] = event.step or None
            insert(db, "events", LoggedEvent(id=secrets.token_hex(8), interview=entry.id, **fields))
        return plan

    def undo(self, id: str, event: Event | None = None, *, on: dt.date | None = None) -> Plan:
        """Take back an event, the newest one where none is named; itself an event of day ``on``.

        Called again, it takes back the one before. Without ``on`` it carries the day of the newest
        event, since the journal reads no clock.

        Raises :class:`~followup_kit.errors.CaseError` where there is nothing to take back.
        """
        with self._file.writing() as db:
            entry = find_entry(db, id)
            standing = planned(entry, cancelled=False).events
            if event is None:
                event = next((e for e in reversed(entry.events) if e in standing), None)
            if event is None:
                raise CaseError(
                    "There is no event to take back: nothing that was recorded here still stands."
                )
            on = on or max(e.on for e in entry.events)
            return self.record(
                entry.id, Event(kind="undone", on=on, undoes=str(event), channel=event.channel, to=event.to)
            )

    def next_round(self, id: str, interview: Interview, *, on: dt.date) -> str:
        """A further interview for the same application: the old plan ends, the new one has its own.

        ``on`` is the day of the invitation. The new interview is followed up as the old one was; its id.
        """
        with self._file.writing() as db:
            entry = find_entry(db, id)
            old = entry.interview
            new = msgspec.structs.replace(interview, company=old.company, position=old.position)
            self.record(entry.id, Event(kind="next_round", on=on))
            s = entry.settings
            return self.add(
                new, entry.protocol, calendar=s.calendar, options=s.options, horizon_weeks=s.horizon_weeks
            )

    # Plans

    def plan(self, id: str, today: dt.date | None = None, *, cancelled: bool = True) -> Plan:
        """The plan of one interview, made anew from its events; ``today`` sets statuses only.

        Without ``cancelled``, what no longer stands is left out, which is quicker.
        """
        return planned(self.entry(id), today, cancelled=cancelled)

    def plans(self, today: dt.date | None = None, *, cancelled: bool = True) -> dict[str, Plan]:
        """The plans of all interviews, by id."""
        return {e.id: planned(e, today, cancelled=cancelled) for e in self.entries()}

    def day(self, today: dt.date) -> tuple[Agenda, tuple[Notice, ...]]:
        """What is due, overdue, waiting, let go and decided on that day, and what to look at first."""
        plans = [(e, planned(e, today, cancelled=False)) for e in self.entries()]
        return agenda(plans, today), notices(plans)

    def to_ics(self) -> bytes:
        """All plans as one calendar file: see :func:`followup_kit.outputs.ics.journal_calendar`."""
        made: bytes = show("journal_calendar", self.entries())
        return made

    # People, drafts, own verdicts

    def people(self) -> tuple[PersonRow, ...]:
        """Everybody in the journal."""
        with self._file.reading() as db:
            return tuple(rows(db, PersonRow))

    def save_draft(
        self,
        id: str,
        step: str,
        body: str,
        *,
        subject: str = "",
        kind: str = "thank_you",
        person: str | None = None,
        draft: str | None = None,
    ) -> str:
        """Keep a letter for a step of an interview; the draft's id. With ``draft``, in place of that one."""
        with self._file.writing() as db:
            entry = find_entry(db, id)
            if draft is not None:
                find_draft(db, draft)
            if person is not None:
                person = find_person(db, person).id
            draft = draft or secrets.token_hex(6)
            row = Draft(
                id=draft, interview=entry.id, step=step, kind=kind, person=person, subject=subject, body=body
            )
            insert(db, "drafts", row, replace=True)
        return draft

    def drafts(self, id: str | None = None) -> tuple[Draft, ...]:
        """The drafts of an interview, or all of them."""
        with self._file.reading() as db:
            if id is None:
                return tuple(rows(db, Draft))
            return tuple(rows(db, Draft, "WHERE interview = ?", (find_entry(db, id).id,)))

    def drop_draft(self, draft: str) -> None:
        """Remove a draft and the verdicts on it."""
        with self._file.writing() as db:
            db.execute("DELETE FROM drafts WHERE id = ?", (find_draft(db, draft).id,))

    def mark(self, draft: str, item: str, verdict: str | None) -> None:
        """Keep the learner's verdict on an item of a draft (``silenced`` leaves it alone; None takes it back)."""
        with self._file.writing() as db:
            keep_mark(db, find_draft(db, draft), item, verdict)

    def marks(self, draft: str) -> dict[str, str]:
        """The learner's own verdicts on a draft: item → verdict."""
        with self._file.reading() as db:
            return {m.item: m.verdict for m in rows(db, Mark, "WHERE draft = ?", (draft,))}

    def keep(self, key: str, value: object) -> None:
        """Keep a plain value (what JSON can hold) under a name, such as the course's progress."""
        with self._file.writing() as db:
            keep_value(db, key, value)

    def kept(self, key: str) -> Any:
        """The value kept under that name, or None."""
        with self._file.reading() as db:
            return kept_value(db, key)

    # In and out

    def export_json(self, path: str | Path | None = None) -> bytes:
        """Everything as one JSON file: see :mod:`followup_kit.journal.transfer`."""
        with self._file.reading() as db:
            made = transfer.to_json(db)
        if path is not None:
            transfer.write(Path(path), made)
        return made

    def import_json(
        self, source: str | Path | bytes, *, prefer: transfer.Prefer | None = None
    ) -> transfer.Merged:
        """Add what a JSON export holds: see :func:`followup_kit.journal.transfer.merge`."""
        tables = transfer.from_json(source)
        with self._file.writing() as db:
            return transfer.merge(db, tables, prefer)

    def export_csv(self, folder: str | Path) -> tuple[Path, ...]:
        """One CSV file per table, safe in spreadsheets: see :mod:`followup_kit.journal.spreadsheets`."""
        with self._file.reading() as db:
            return spreadsheets.write_folder(transfer.tables_of(db), Path(folder))

    def import_csv(self, folder: str | Path, *, prefer: transfer.Prefer | None = None) -> transfer.Merged:
        """Add what a folder of CSV files holds."""
        tables = spreadsheets.read_folder(Path(folder))
        with self._file.writing() as db:
            return transfer.merge(db, tables, prefer)

    def shared(self) -> bytes:
        """A copy to show to others: see :func:`followup_kit.journal.privacy.pseudonymised`."""
        with self._file.reading() as db:
            return transfer.encode(privacy.pseudonymised(transfer.tables_of(db)))

    def share(self, path: str | Path) -> bytes:
        """Write the copy of :meth:`shared` into a file."""
        made = self.shared()
        transfer.write(Path(path), made)
        return made

    def forget(self, person: str) -> privacy.Forgotten:
        """Really remove a person (id, name or e-mail): see :func:`followup_kit.journal.privacy.forget_person`."""
        with self._file.writing(alone=True) as db:
            gone = privacy.forget_person(db, find_person(db, person))
        return self._forgotten(gone)

    def remove(self, id: str) -> privacy.Forgotten:
        """Really remove an interview: see :func:`followup_kit.journal.privacy.forget_interview`."""
        with self._file.writing(alone=True) as db:
            gone = privacy.forget_interview(db, find_entry(db, id).id)
        return self._forgotten(gone)

    def forget_all(self) -> privacy.Forgotten:
        """Really remove everything; an empty journal remains."""
        with self._file.writing(alone=True) as db:
            gone = privacy.forget_everything(db)
        return self._forgotten(gone)

    def _forgotten(self, gone: privacy.Forgotten) -> privacy.Forgotten:
        """Take what was removed also out of what the file has deleted, and out of its copies."""
        self._file.vacuum()
        return msgspec.structs.replace(gone, copies=privacy.remove_copies(self.path))
