"""The learner's own letters: what is known for each, a first page with gaps, and where they are kept."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import msgspec

from followup_kit.advice.scaffolds import scaffold
from followup_kit.course import session
from followup_kit.course.files import keep_aside, remove_with_copies, write_whole
from followup_kit.course.own_case import Case
from followup_kit.errors import CourseError
from followup_kit.outputs.pack import pack_html
from followup_kit.records.journal import Draft
from followup_kit.records.letter import LetterContext

__all__ = ["LetterFile", "first_page", "forget_letters", "letter_contexts", "letter_key", "save_pack"]

FILE = "my-letters.json"
PACK = "follow-up-pack.html"
NOT_FIRST = "002.21"
"""Putting an answer right is for those who have one to put right; a first page leaves it out."""


def letter_contexts(case: Case) -> tuple[LetterContext, ...]:
    """What is known for a letter to each person of a case; one without a name where nobody is noted.

    >>> from followup_kit.course.own_case import practice_case
    >>> [c.interviewer_name for c in letter_contexts(practice_case())]
    ['Peter Lindgren', 'Zoë Özdemir']
    """
    one = case.interview
    names = [p.name for p in one.people] or [""]
    return tuple(
        LetterContext(
            interviewer_name=name, position=one.position, company=one.company, topics=one.topics,
            sender_name=case.name, interview_date=one.day, promised_date=one.promised,
            timezone=one.timezone or "", country=case.country,
            subject=f"Thank you for our talk, {one.position or one.company}".rstrip(", "),
            others_met=tuple(n for n in names if n not in (name, "")),
        )
        for name in names
    )  # fmt: skip


def letter_key(context: LetterContext, number: int, kind: str = "thank_you") -> str:
    """The name under which the studio keeps a letter: its kind, whom it is to (or its number), and the employer.

    >>> letter_key(LetterContext(interviewer_name="Ana Ruiz", company="Acme"), 0)
    'thank_you · Ana Ruiz · Acme'
    """
    return " · ".join([kind, context.interviewer_name or str(number + 1), context.company])


def first_page(context: LetterContext, number: int = 0) -> str:
    """The sentence starters for a letter of thanks with what is known filled in; the rest stays a gap.

    The person of that ``number`` gets the topic of that number, so that two letters to one panel differ.

    >>> first_page(LetterContext(interviewer_name="Ana Ruiz", topics=("the harvest",))).splitlines()[4]
    'What you told me about the harvest has stayed with me, because [your reason].'
    """
    topics = context.topics
    known = {
        "[name and title, as on the card]": context.interviewer_name,
        "[a topic from the talk]": topics[number % len(topics)] if topics else "",
        "[do what, and where]": f"join {context.company}" if context.company else "",
        "[your name]": context.sender_name,
    }
    lines = []
    for starter in scaffold("thank_you").starters:
        if NOT_FIRST in starter.rules:
            continue
        text = starter.text
        for gap, words in known.items():
            text = text.replace(gap, words or gap)
        lines.append(text)
    return "\n\n".join(lines)


class LetterFile(MutableMapping[str, Any]):
    """The letters of the studio, kept in the learner's folder; written when something is assigned.

    A damaged file is kept aside. Where the folder cannot be written the letters last as long as the
    kernel, and ``notice`` says so.
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        self.path = session.folder(folder) / FILE
        self.notice = ""
        self._unsaved: dict[str, Any] = {}
        self._kept: dict[str, Any] = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.notice = f"Your letters could not be read ({error.strerror})."
            return {}
        try:
            return msgspec.json.decode(raw, type=dict[str, dict[str, Any]])
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            aside = keep_aside(self.path, raw)
            self.notice = "The file of your letters is damaged" + (
                f"; it was kept as {aside.name}." if aside else "."
            )
            return {}

    def __getitem__(self, key: str) -> Any:
        return self._kept[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._take_newer()
        self._kept[key] = value
        self._unsaved[key] = value
        self._write()

    def __delitem__(self, key: str) -> None:
        self._take_newer()
        self._unsaved.pop(key, None)
        del self._kept[key]
        self._write()

    def _take_newer(self) -> None:
        """Read the file anew, since another notebook may have written letters; what could not be saved stays."""
        self._kept = {**self._read(), **self._unsaved}

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def _write(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, msgspec.json.encode(self._kept).decode())
            self._unsaved.clear()
        except OSError as error:
            self.notice = (
                f"Your letters could not be saved ({error.strerror}): copy them before you close this page."
            )


def save_pack(case: Case, texts: tuple[str, ...], folder: str | Path | None = None) -> Path:
    """Write plan, contacts and letters as one page for print; the file.

    Raises :class:`~followup_kit.errors.CourseError` where it cannot be written.
    """
    drafts = [
        Draft(
            id=f"letter-{n}", interview="own", step="thanks", body=text,
            subject=f"Letter to {context.interviewer_name or 'the employer'}",
        )
        for n, (context, text) in enumerate(zip(letter_contexts(case), texts, strict=True), 1)
        if text.strip()
    ]  # fmt: skip
    path = session.folder(folder) / PACK
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, pack_html(case.plan(), drafts=drafts))
    except OSError as error:
        raise CourseError(
            f"The pack could not be written ({error.strerror}): choose another folder."
        ) from None
    return path


def forget_letters(*, really: bool = False, folder: str | Path | None = None) -> None:
    """Delete the letters of the studio, kept copies of a damaged file, and the pack made of them.

    Only ``really=True`` does it: it cannot be brought back. What the journal holds of them stays there.
    """
    if not really:
        raise CourseError("This would delete your letters: say forget_letters(really=True) if you want that.")
    place = session.folder(folder)
    try:
        (place / PACK).unlink(missing_ok=True)
        remove_with_copies(place / FILE)
    except OSError as error:
        raise CourseError(f"Your letters could not be deleted ({error.strerror}).") from None
