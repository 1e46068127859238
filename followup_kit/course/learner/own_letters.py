"""The learner's own letters: what is known for each, a first page with gaps, and where they are kept."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from followup_kit.advice.scaffolds import scaffold
from followup_kit.course.files import keep_aside, remove_with_copies, write_whole
from followup_kit.course.learner import session
from followup_kit.course.learner.own_case import Case
from followup_kit.errors import CourseError, near_matches
from followup_kit.outputs.pack import pack_html
from followup_kit.records.journal import Draft
from followup_kit.records.letter import KINDS, LetterContext

__all__ = [
    "LetterFile",
    "first_page",
    "forget_letters",
    "letter_contexts",
    "letter_keys",
    "letter_title",
    "move_letters",
    "save_pack",
    "take_over",
]

FILE = "my-letters.json"
PACK = "follow-up-pack.html"
NOT_FIRST = "002.21"
"""Putting an answer right is for those who have one to put right; a first page leaves it out."""


def letter_contexts(case: Case) -> tuple[LetterContext, ...]:
    """What is known for a letter to each person of a case; one without a name where nobody is noted.

    >>> from followup_kit.course.learner.own_case import practice_case
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


def letter_keys(contexts: Sequence[LetterContext], kind: str = "thank_you") -> tuple[str, ...]:
    """The names under which the studio keeps letters: kind, whom each is to, the employer, and the day of the interview.

    Who has no name is known by their number. Of several people of one name, the later ones get a number too.

    >>> import datetime as dt
    >>> letter_keys([LetterContext(interviewer_name="Ana Ruiz", company="Acme", interview_date=dt.date(2026, 3, 2))])
    ('thank_you · Ana Ruiz · Acme · 2026-03-02',)
    """
    days = [c.interview_date.isoformat() if c.interview_date else "" for c in contexts]
    return tuple(
        " · ".join([old, *filter(None, (day, _number(contexts, n)))])
        for n, (old, day) in enumerate(zip(_old_keys(contexts, kind), days, strict=True))
    )


def letter_title(contexts: Sequence[LetterContext], n: int) -> str:
    """Whom letter ``n`` is to; with a number where somebody before has the same name."""
    number = _number(contexts, n)
    return f"Letter to {contexts[n].interviewer_name or 'the employer'}" + (f" ({number})" if number else "")


def take_over(letters: MutableMapping[str, Any], contexts: Sequence[LetterContext], kind: str) -> None:
    """Give letters that an earlier version kept, without the day of the interview, the names they have now.

    The first interview that they fit gets them, once.
    """
    for n, (new, old) in enumerate(zip(letter_keys(contexts, kind), _old_keys(contexts, kind), strict=True)):
        if new != old and old in letters and not _number(contexts, n):
            if new not in letters:
                letters[new] = letters[old]
            del letters[old]


def move_letters(letters: MutableMapping[str, Any], before: Case, after: Case) -> None:
    """Keep the letters with their interview when its day, its employer or the spelling of a name is corrected."""
    old, new = letter_contexts(before), letter_contexts(after)
    renamed = _renamed(old, new)
    for kind in KINDS:
        take_over(letters, old, kind)
        now = {_who(new, n): key for n, key in enumerate(letter_keys(new, kind))}
        for n, was in enumerate(letter_keys(old, kind)):
            key = now.get(renamed.get(_who(old, n), _who(old, n)), was)
            if key != was and was in letters and key not in letters:
                letters[key] = letters[was]
                del letters[was]


def _renamed(
    old: Sequence[LetterContext], new: Sequence[LetterContext]
) -> dict[tuple[str, str], tuple[str, str]]:
    """Who is somebody of another name now: as many people as before, and in the same place two that are near."""
    if len(old) != len(new):
        return {}
    pairs = [(_who(old, n), _who(new, n)) for n in range(len(old))]
    olds, news = {was for was, _ in pairs}, {now for _, now in pairs}
    return {
        was: now
        for was, now in pairs
        if now not in olds and was not in news and near_matches(was[0], (now[0],), 1)
    }


def _who(contexts: Sequence[LetterContext], n: int) -> tuple[str, str]:
    return contexts[n].interviewer_name or str(n), _number(contexts, n)


def _old_keys(contexts: Sequence[LetterContext], kind: str) -> list[str]:
    return [" · ".join([kind, c.interviewer_name or str(n), c.company]) for n, c in enumerate(contexts, 1)]


def _number(contexts: Sequence[LetterContext], n: int) -> str:
    """Tells the later ones of several people of one name apart; empty for the first."""
    name = contexts[n].interviewer_name
    before = sum(c.interviewer_name == name for c in contexts[:n]) if name else 0
    return str(before + 1) if before else ""


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

    def replace_all(self, letters: dict[str, Any]) -> None:
        """Keep these letters in place of all that there are. Raises OSError where they cannot be written."""
        write_whole(self.path, msgspec.json.encode(letters).decode())
        self._kept, self._unsaved = dict(letters), {}

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
    contexts = letter_contexts(case)
    drafts = [
        Draft(id=f"letter-{n}", interview="own", step="thanks", body=text, subject=letter_title(contexts, n))
        for n, (_, text) in enumerate(zip(contexts, texts, strict=True))
        if text.strip()
    ]
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
