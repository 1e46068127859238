"""Forgetting people for good, and a copy of the journal that can be shown to others."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from followup_kit.journal.connection import GATE
from followup_kit.journal.lookup import free_id, slug, tidy
from followup_kit.journal.names import all_of, parts_of, plain_letters, without
from followup_kit.journal.schema import Forgetting, insert, rows
from followup_kit.journal.transfer import Tables
from followup_kit.records.advice import Protocol
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.case import EVENT_KINDS
from followup_kit.records.journal import (
    TABLES,
    Application,
    Draft,
    InterviewRow,
    Kept,
    LoggedEvent,
    Mark,
    Meeting,
    PersonRow,
    Settings,
)

__all__ = [
    "Forgotten",
    "forget_everything",
    "forget_interview",
    "forget_person",
    "pseudonymised",
    "remove_copies",
]

_UNFINISHED = 60
"""Seconds after which an unfinished file belongs to no program any more."""

_FREE_TEXT = {
    "applications": ("note",),
    "interviews": ("contact_via", "topics", "former"),
    "events": ("note", "undoes"),
    "drafts": ("subject", "body"),
    "kept": ("value",),
}
_NO_NAMES = ("progress",)
"""What the course keeps under these keys holds ids and counts only, and some ids are words."""
# Here a part of a name may belong to somebody else ("Smith & Sons"), so only the whole of it is replaced.
_OTHERS = {"applications": ("company", "position"), "people": ("title", "address")}
_REFERRED = {
    "applications": (("interviews", "application"),),
    "interviews": (("meetings", "interview"), ("events", "interview"), ("drafts", "interview")),
}
"""Where the ids of a table stand in others."""


class Forgotten(Record, frozen=True, kw_only=True):
    """What was removed: rows, texts in which a name was replaced, and copies of the file beside it."""

    removed: int = 0
    replaced: int = 0
    copies: tuple[str, ...] = ()


def forget_person(db: sqlite3.Connection, person: PersonRow) -> Forgotten:
    """Remove a person, the drafts to them, and their name and addresses from the learner's texts.

    Each part of the name of three letters or more is replaced where it stands as a word of its
    own, so a surname that is also a word can go too far: that is the safer side. In the names of
    companies and positions, and in the ids made of them, only the whole name is. The caller rewrites
    the file afterwards, so that nothing of it is left in the file; what the disk or a backup elsewhere
    keeps is out of reach.
    """
    replaced = 0
    removed = 1 + db.execute("DELETE FROM drafts WHERE person = ?", (person.id,)).rowcount
    removed += db.execute("DELETE FROM meetings WHERE person = ?", (person.id,)).rowcount
    db.execute("DELETE FROM people WHERE id = ?", (person.id,))
    with Forgetting(db):
        for find, where in ((all_of(person), _OTHERS), (parts_of(person), _FREE_TEXT)):
            for table, fields in where.items():
                for row in rows(db, TABLES[table]):
                    texts = {f: _cleaned(getattr(row, f), find) for f in fields if not _fixed(row, f)}
                    if isinstance(row, Kept) and texts:
                        texts = {"value": _cleaned_json(row.value, find)}
                    clean = msgspec.structs.replace(row, **texts)
                    if clean != row:
                        replaced += 1
                        insert(db, table, clean, replace=True)
        _rename(db, person.name)
    return Forgotten(removed=removed, replaced=replaced)


def _rename(db: sqlite3.Connection, name: str) -> None:
    """Give interviews and applications whose id holds the name another id."""
    part = slug(name) if plain_letters(name).strip() else ""
    find = re.compile(rf"(?<![a-z0-9]){re.escape(part)}(?![a-z0-9])")
    db.execute("PRAGMA defer_foreign_keys = ON")
    for table, referred in _REFERRED.items() if part else ():
        for (old,) in db.execute(f'SELECT id FROM "{table}"').fetchall():  # noqa: S608 - one of our tables
            if find.search(old):
                new = free_id(db, table, find.sub("forgotten", old))
                for where, column in ((table, "id"), *referred):
                    query = f'UPDATE "{where}" SET "{column}" = ? WHERE "{column}" = ?'  # noqa: S608
                    db.execute(query, (new, old))


def forget_interview(db: sqlite3.Connection, id: str) -> Forgotten:
    """Remove an interview with its events and drafts, and whoever was met there only.

    For one that should not have been entered; how an application ended is an event. A calendar that
    was imported keeps its entries: delete them there.
    """
    with Forgetting(db):
        before = db.total_changes
        db.execute("DELETE FROM interviews WHERE id = ?", (id,))
        tidy(db)
        removed = db.total_changes - before
    return Forgotten(removed=removed)


def forget_everything(db: sqlite3.Connection) -> Forgotten:
    """Empty every table."""
    removed = 0
    with Forgetting(db):
        for table in reversed(TABLES):
            removed += db.execute(f'DELETE FROM "{table}"').rowcount  # noqa: S608 - one of our tables
        db.execute("DELETE FROM sqlite_sequence")
    return Forgotten(removed=removed)


def remove_copies(path: Path) -> tuple[str, ...]:
    """Remove the copies beside a journal, which hold the same people: their names.

    These are the copies kept before repairs and new versions, and what a program left unfinished
    when it was ended in the middle of a write.
    """
    kept = re.escape(path.stem) + r"\.before-[a-z]+(-\d+)+" + re.escape(path.suffix) + "(-journal)?"
    unfinished = re.escape(f".{path.name}.") + r"\w+\.new"
    gone = []
    with GATE, suppress(OSError):
        for copy in sorted(path.parent.iterdir()):
            old = time.time() - copy.stat().st_mtime > _UNFINISHED
            if re.fullmatch(kept, copy.name) or (old and re.fullmatch(unfinished, copy.name)):
                copy.unlink()
                gone.append(copy.name)
    return tuple(gone)


def _fixed(row: DataRecord, field: str) -> bool:
    """True for what only looks like a text: the written form of an event, and values without names."""
    if isinstance(row, LoggedEvent) and field == "undoes":
        return _written_form(row.undoes) == row.undoes
    return isinstance(row, Kept) and row.key in _NO_NAMES


def _cleaned(value: Any, find: re.Pattern[str] | None) -> Any:
    """The value of a column with every text in it cleaned."""
    if isinstance(value, tuple):
        return tuple(_cleaned(v, find) for v in value)
    if isinstance(value, Settings):
        return msgspec.structs.replace(value, contact_via=without(value.contact_via, find))
    return without(value, find)


def _cleaned_json(text: str, find: re.Pattern[str] | None) -> str:
    """The JSON text with its strings cleaned, so that it stays JSON; any other text as a whole."""
    try:
        value = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return without(text, find)
    clean = without(value, find)
    return text if clean == value else msgspec.json.encode(clean).decode()


def pseudonymised(tables: Tables) -> dict[str, list[DataRecord]]:
    """The tables without names, addresses and free text; dates, steps and answers stay.

    The same person, company or position gets the same stand-in ("Person 1") throughout. Notes,
    topics and the texts of drafts are left out, as is what other parts of the course keep. Plans
    made from the copy have the same dates.
    """
    apps = _of(tables, Application)
    people = _of(tables, PersonRow)
    interviews = _of(tables, InterviewRow)
    drafts = _of(tables, Draft)
    app_id = _numbered("application-", (a.id for a in apps))
    person_id = _numbered("person-", (p.id for p in people))
    interview_id = _numbered("interview-", (i.id for i in interviews))
    draft_id = _numbered("draft-", (d.id for d in drafts))
    person = _numbered("Person ", (p.name.casefold() for p in people))
    company = _numbered("Company ", (a.company.casefold() for a in apps))
    position = _numbered("Position ", (a.position.casefold() for a in apps))
    agency = _numbered("Agency ", (s.contact_via or "" for i in interviews for s in (i, *i.former)))
    own = _numbered("own_", (s.own_protocol.id for i in interviews for s in (i, *i.former) if s.own_protocol))

    def settings(s: Settings) -> dict[str, Any]:
        hidden = _neutral_protocol(s.own_protocol, own) if s.own_protocol else None
        return {
            "contact_via": agency(s.contact_via) or None,
            "own_protocol": hidden,
            "protocol": hidden.id if hidden else s.protocol,
        }

    steps = {i.id: _steps(i) for i in interviews}
    replace = msgspec.structs.replace
    return {
        "applications": [
            Application(
                id=app_id(a.id), company=company(a.company.casefold()), position=position(a.position.casefold())
            )
            for a in apps
        ],
        "people": [PersonRow(id=person_id(p.id), name=person(p.name.casefold())) for p in people],
        "interviews": [
            replace(
                i, id=interview_id(i.id), application=app_id(i.application), topics=(),
                former=tuple(replace(f, **settings(f)) for f in i.former), **settings(i),
            )
            for i in interviews
        ],
        "meetings": [
            replace(m, interview=interview_id(m.interview), person=person_id(m.person)) for m in _of(tables, Meeting)
        ],
        "events": [
            replace(
                e, id=f"event-{number}", interview=interview_id(e.interview), note="",
                undoes=_written_form(e.undoes),
                step=e.step if e.step is None or e.step in steps[e.interview] else "other",
            )
            for number, e in enumerate(_of(tables, LoggedEvent), start=1)
        ],
        "drafts": [
            Draft(
                id=draft_id(d.id), interview=interview_id(d.interview), person=person_id(d.person) or None,
                kind=d.kind if d.kind.isidentifier() else "other",
                step=d.step if d.step in steps[d.interview] else "other",
            )
            for d in drafts
        ],
        "marks": [
            replace(m, draft=draft_id(m.draft), item=m.item if m.item.isidentifier() else "other")
            for m in _of(tables, Mark)
        ],
        "kept": [],
    }  # fmt: skip


def _of(tables: Tables, shape: type[Any]) -> list[Any]:
    name = next(n for n, s in TABLES.items() if s is shape)
    return list(tables[name])


def _numbered(prefix: str, values: Iterable[str]) -> Callable[[str | None], str]:
    """Stand-ins in the order of first use; nothing stays nothing."""
    known: dict[str, str] = {}
    for value in values:
        if value:
            known.setdefault(value, f"{prefix}{len(known) + 1}")
    return lambda value: known.get(value or "", "")


def _steps(row: InterviewRow) -> frozenset[str]:
    from followup_kit.advice.protocols import all_step_ids

    own = {s.id for x in (row, *row.former) if x.own_protocol for s in x.own_protocol.steps}
    return all_step_ids() | own


def _written_form(text: str) -> str:
    """The beginning of an event's written form as far as it is one: kind and date, a step, a date."""
    kinds = "|".join(EVENT_KINDS)
    found = re.match(rf"({kinds})(:\d{{4}}-\d\d-\d\d(:[a-z][a-z0-9_]{{0,39}})?(:\d{{4}}-\d\d-\d\d)?)?$", text)
    return found[0] if found else ""


def _neutral_protocol(protocol: Protocol, own: Callable[[str | None], str]) -> Protocol:
    """A protocol of one's own with its dates and conditions, and without its words."""
    steps = tuple(
        msgspec.structs.replace(
            s, title=s.id, says=s.id, to_editorial=s.to_editorial and s.id, editorial=s.editorial and s.id,
            today=s.today and s.id, readings=(),
            without_date=s.without_date and msgspec.structs.replace(s.without_date, editorial=s.id),
        )
        for s in protocol.steps
    )  # fmt: skip
    name = own(protocol.id)
    return Protocol(
        id=name,
        title=name,
        source=protocol.source,
        summary=name,
        steps=steps,
        ignores_news=protocol.ignores_news,
    )
