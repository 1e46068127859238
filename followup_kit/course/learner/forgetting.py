"""Forgetting a person wherever the course keeps them, so that nothing brings them back."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from followup_kit.course.files import remove_copies, remove_with_copies
from followup_kit.course.learner import session
from followup_kit.course.learner.own_case import FILE as CASE_FILE
from followup_kit.course.learner.own_case import Case, my_case, save_case
from followup_kit.course.learner.own_letters import FILE as LETTERS_FILE
from followup_kit.course.learner.own_letters import PACK, LetterFile
from followup_kit.course.made_files import OUT, delete_made
from followup_kit.errors import CourseError, UnknownName
from followup_kit.journal.connection import told
from followup_kit.journal.lookup import choose_person
from followup_kit.journal.names import all_of, parts_of, same_letters, without
from followup_kit.journal.privacy import Forgotten
from followup_kit.journal.store import Journal
from followup_kit.records.case import Person
from followup_kit.records.journal import PersonRow

__all__ = ["forget_person"]


def forget_person(
    person: str, folder: str | Path | None = None, *, journal: Journal | None = None
) -> Forgotten:
    """Really remove a person: from the learner's journal, interview and letters, and what was made of them.

    ``person`` is their name, e-mail address, or id in the journal. Letters to them go; in all other
    texts their name is replaced, see :func:`followup_kit.journal.privacy.forget_person`. Calendar, packs
    and copies, and what is left of damaged files, are deleted. ``journal`` is the learner's, where it is open.

    Raises :class:`~followup_kit.errors.UnknownName` where nobody of that name is known, and
    :class:`~followup_kit.errors.CourseError` where a file cannot be changed; then do it once more.
    """
    place = session.folder(folder)
    path = place / session.JOURNAL
    with told(path):
        there_is_one = journal is None and path.is_file()
    opened = Journal(path, create=False) if there_is_one else None
    with opened or nullcontext():
        journal = journal or opened
        case = my_case(folder)
        there = journal.people() if journal is not None else ()
        row = _choose(person, there, case.interview.people if case.own else (), _written_to(place))
        try:
            # The journal last: whoever is still in it is found again if anything before it fails.
            letters = _from_letters(row, place)
            copies = [*remove_copies(place / CASE_FILE), *remove_copies(place / LETTERS_FILE)]
            copies += delete_made(place / OUT)
            if (place / PACK).exists():
                (place / PACK).unlink()
                copies.append(PACK)
            removed, replaced = _from_case(case, row, place)
        except OSError as error:
            raise CourseError(
                f"A file could not be changed ({error.strerror}), so not all was deleted: close it and try again."
            ) from None
        gone = Forgotten(removed=removed + letters[0], replaced=replaced + letters[1], copies=tuple(copies))
        if journal is not None and row in there:
            gone = _add(gone, _from_journal(journal, row, folder))
    return gone


def _choose(
    person: str, there: tuple[PersonRow, ...], own: tuple[Person, ...], written_to: tuple[str, ...]
) -> PersonRow:
    """Whom the learner means: of those in the journal, or else in their own interview, or in their letters."""
    met = tuple(
        PersonRow(id=f"own-{n}", name=p.name, title=p.title, email=p.email, phone=p.phone, address=p.address)
        for n, p in enumerate(own)
    )
    others = tuple(PersonRow(id=f"letter-{n}", name=name) for n, name in enumerate(written_to))
    for known in (there, met, others):
        with suppress(UnknownName):
            return choose_person(known, person)
    raise UnknownName("person", person, dict.fromkeys(p.name for p in (*there, *met, *others)))


def _written_to(place: Path) -> tuple[str, ...]:
    """The names to whom there are letters, each once."""
    return tuple({same_letters(who): who for _, who, _ in map(_parts, LetterFile(place)) if who}.values())


def _parts(key: str) -> tuple[str, str, str]:
    """The name of a letter in its parts: its kind, whom it is to, and the rest."""
    kind, who, rest = (*key.split(" · ", 2), "", "")[:3]
    return kind, who, rest


def _from_case(case: Case, row: PersonRow, place: Path) -> tuple[int, int]:
    """How many people left the learner's interview, and whether anything else in it was changed."""
    if not case.own:
        _remove_damaged(place / CASE_FILE)
        return 0, 0
    one, whole, parts = case.interview, all_of(row), parts_of(row)
    left = tuple(p for p in one.people if not _is(p, row))
    clean = replace(
        one,
        people=tuple(
            replace(p, title=without(p.title, whole), address=without(p.address, whole)) for p in left
        ),
        company=without(one.company, whole), position=without(one.position, whole),
        topics=without(one.topics, parts), contact_via=without(one.contact_via, parts),
    )  # fmt: skip
    if clean != one:
        save_case(replace(case, interview=clean), place)
    return len(one.people) - len(left), int(clean != replace(one, people=left))


def _remove_damaged(path: Path) -> None:
    """Delete a file that cannot be cleaned, if it is there; one that cannot be read now raises OSError and stays."""
    if path.exists():
        path.read_bytes()
        remove_with_copies(path)


def _is(person: Person, row: PersonRow) -> bool:
    """The same name, unless the addresses tell them apart; or the same address."""
    emails = [same_letters(p.email) for p in (person, row)]
    if all(emails):
        return emails[0] == emails[1]
    return same_letters(person.name) == same_letters(row.name)


def _from_letters(row: PersonRow, place: Path) -> tuple[int, int]:
    """How many letters went, and in how many the name was replaced."""
    letters = LetterFile(place)
    if letters.notice:
        _remove_damaged(place / LETTERS_FILE)
        return 0, 0
    whole, parts = all_of(row), parts_of(row)
    kept: dict[str, Any] = {}
    for key, letter in letters.items():
        kind, who, rest = _parts(key)
        # A name may hold the mark that parts a key.
        if not same_letters(key).startswith(same_letters(f"{kind} · {row.name} · ")):
            name = " · ".join([kind, who, without(rest, whole)]) if rest else key
            kept[name] = _clean_letter(letter, parts)
    changed = sum(letters.get(key) != letter for key, letter in kept.items())
    gone = len(letters) - len(kept)
    if gone or changed:
        letters.replace_all(kept)
    return gone, changed


def _clean_letter(letter: dict[str, Any], find: Any) -> dict[str, Any]:
    """A letter without the name; the ids of items that it holds stay as they are."""
    clean: dict[str, Any] = {n: without(letter[n], find) for n in letter if n not in ("marks", "silenced")}
    if isinstance(marks := letter.get("marks"), dict):
        clean["marks"] = {item: without(words, find) for item, words in marks.items()}
    return letter | clean


def _from_journal(journal: Journal, row: PersonRow, folder: str | Path | None) -> Forgotten:
    """Forget them there, and follow the learner's interview if its id held the name."""
    before = [e.id for e in journal.entries()]
    gone = journal.forget(row.id)
    case = my_case(folder)
    renamed = dict(zip(before, (e.id for e in journal.entries()), strict=True))
    if case.own and renamed.get(case.entry, case.entry) != case.entry:
        save_case(replace(case, entry=renamed[case.entry]), folder)
    return gone


def _add(one: Forgotten, other: Forgotten) -> Forgotten:
    return Forgotten(
        removed=one.removed + other.removed, replaced=one.replaced + other.replaced,
        copies=(*one.copies, *other.copies),
    )  # fmt: skip
