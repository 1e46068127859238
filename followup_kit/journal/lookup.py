"""Finding and adding what belongs to an interview, inside a transaction of the journal."""

from __future__ import annotations

import re
import secrets
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence

import msgspec

from followup_kit.errors import CaseError, JournalError, UnknownName
from followup_kit.journal.entries import entries_of
from followup_kit.journal.names import same_letters
from followup_kit.journal.schema import insert, rows
from followup_kit.records.case import Interview, Person
from followup_kit.records.journal import Application, Draft, Entry, Mark, Meeting, PersonRow

__all__ = [
    "application_for",
    "as_mark",
    "choose_person",
    "find_draft",
    "find_entry",
    "find_person",
    "free_id",
    "meet",
    "slug",
    "tidy",
]


def find_entry(db: sqlite3.Connection, id: object) -> Entry:
    # None would stand for all of them, and the first one might be removed.
    found = entries_of(db, id) if isinstance(id, str) else ()
    if not found:
        ids = [r[0] for r in db.execute("SELECT id FROM interviews ORDER BY rowid")]
        begun = [i for i in ids if i.startswith(id)] if id and isinstance(id, str) else []
        if len(begun) > 1:
            named = ", ".join(begun[:5]) + (" …" if len(begun) > 5 else "")
            raise JournalError(
                f"{id!r} is the beginning of {len(begun)} interviews: write more of it ({named})."
            )
        if not begun:
            raise UnknownName("interview", id, ids)
        found = entries_of(db, begun[0])
    return found[0]


def find_person(db: sqlite3.Connection, wanted: str) -> PersonRow:
    return choose_person(rows(db, PersonRow), wanted)


def choose_person(everybody: Sequence[PersonRow], wanted: str) -> PersonRow:
    """The one that is meant by an id, a name or an e-mail address."""
    folded = same_letters(str(wanted))
    found = [p for p in everybody if wanted == p.id] or [
        p for p in everybody if folded and folded in (same_letters(p.name), same_letters(p.email))
    ]
    if len(found) > 1:
        ids = ", ".join(p.id for p in found)
        raise JournalError(f"There are {len(found)} people of that name: choose by id ({ids}).")
    if not found:
        raise UnknownName("person", wanted, [p.name for p in everybody])
    return found[0]


def application_for(db: sqlite3.Connection, interview: Interview, now: str | None = None) -> str:
    """The application that an interview belongs to, by company and position; made where there is none.

    ``now`` is the one that it belonged to so far: that one is renamed rather than made anew.
    """
    wanted = (interview.company, interview.position)
    if any(wanted) or now:
        same = rows(db, Application, "WHERE company = ? AND position = ?", wanted)
        for known in sorted(same, key=lambda a: a.id != now):
            return known.id
    row = Application(
        id=now or free_id(db, "applications", slug(interview.company, interview.position or interview.day)),
        company=interview.company,
        position=interview.position,
    )
    insert(db, "applications", row, replace=now is not None)
    return row.id


def meet(db: sqlite3.Connection, id: str, application: str, people: Iterable[Person]) -> None:
    """Note who was in an interview, in place of whoever was noted before.

    Where somebody is known from another interview, what is not given now stays as it was there.
    """
    near = _met_in(db, application)
    before = {m.person for m in rows(db, Meeting, "WHERE interview = ?", (id,))}
    db.execute("DELETE FROM meetings WHERE interview = ?", (id,))
    met: set[str] = set()
    for place, person in enumerate(people):
        if not person.name.strip():
            raise CaseError("A person needs a name: write it as on the card, or leave the person out.")
        row = _known(db, person, near | before, met)
        kept = row if row and row.id not in before else None
        new = PersonRow(
            id=row.id if row else secrets.token_hex(6),
            name=person.name,
            title=person.title or (kept.title if kept else ""),
            email=person.email or (kept.email if kept else ""),
            phone=person.phone or (kept.phone if kept else ""),
            address=person.address or (kept.address if kept else ""),
        )
        met.add(new.id)
        insert(db, "people", new, replace=True)
        insert(db, "meetings", Meeting(interview=id, person=new.id, roles=person.roles, place=place))


def _met_in(db: sqlite3.Connection, application: str) -> frozenset[str]:
    """The ids of everybody in an application."""
    query = "SELECT person FROM meetings JOIN interviews ON interviews.id = interview WHERE application = ?"
    return frozenset(r[0] for r in db.execute(query, (application,)))


def _known(db: sqlite3.Connection, person: Person, near: frozenset[str], met: set[str]) -> PersonRow | None:
    """Who this is, of those already in the journal and not yet in this interview."""
    known = [p for p in rows(db, PersonRow, "WHERE name = ?", (person.name,)) if p.id not in met]
    same = [p for p in known if person.email and p.email.casefold() == person.email.casefold()]
    here = [p for p in known if p.id in near and not (p.email and person.email)]
    return next(iter(same + here), None)


def slug(*parts: object) -> str:
    """A readable id from what the learner typed.

    >>> import datetime as dt
    >>> slug("Café Zürich & Co.", dt.date(2026, 3, 2))
    'cafe-zurich-co-2026-03-02'
    """
    words = []
    for part in parts:
        plain = unicodedata.normalize("NFKD", str(part)).encode("ascii", "ignore").decode().casefold()
        words.append(re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-"))
    return "-".join(w for w in words if w) or "application"


def free_id(db: sqlite3.Connection, table: str, wanted: str) -> str:
    """The id wanted, or the first of ``wanted-2``, ``wanted-3`` … that no row of the table has."""
    taken = {r[0] for r in db.execute(f'SELECT id FROM "{table}"')}  # noqa: S608 - one of our tables
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def find_draft(db: sqlite3.Connection, id: str) -> Draft:
    """The draft of that id."""
    found = rows(db, Draft, "WHERE id = ?", (id,))
    if not found:
        raise UnknownName("draft", id, (d.id for d in rows(db, Draft)))
    return found[0]


def as_mark(draft: Draft, item: str, verdict: str) -> Mark:
    """The learner's verdict on an item of a draft, as a row."""
    try:
        return msgspec.convert({"draft": draft.id, "item": item, "verdict": verdict}, Mark)
    except msgspec.ValidationError:
        allowed = ("met", "missing", "breach", "check_yourself", "not_applicable", "silenced")
        raise UnknownName("verdict", verdict, allowed) from None


def tidy(db: sqlite3.Connection) -> None:
    """Remove applications without an interview, and people who are in none and have no draft."""
    db.execute("DELETE FROM applications WHERE id NOT IN (SELECT application FROM interviews)")
    db.execute(
        "DELETE FROM people WHERE id NOT IN (SELECT person FROM meetings) "
        "AND id NOT IN (SELECT person FROM drafts WHERE person IS NOT NULL)"
    )
