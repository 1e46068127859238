"""The letters of the studio brought into the journal, so that packs, exports and copies hold them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from followup_kit.course.own_case import Case, my_case
from followup_kit.course.own_letters import LetterFile, first_page, letter_contexts, letter_key
from followup_kit.errors import FollowUpError
from followup_kit.journal.store import Journal
from followup_kit.records.journal import Draft, Entry
from followup_kit.records.letter import KINDS, LetterContext

__all__ = ["bring_letters"]


def bring_letters(journal: Journal, folder: str | Path | None = None) -> int:
    """Keep what stands in the studio as drafts of the interviews that it was written for; how many changed.

    A letter belongs to the newest interview at its employer with its person. A page that was begun
    for the learner and left as it was is none yet; a letter that was emptied leaves the journal. Raises
    :class:`~followup_kit.errors.FollowUpError` where the journal cannot be used.
    """
    letters = LetterFile(folder)
    if not letters:
        return 0
    sender, changed, taken = my_case(folder).name, 0, set()
    for entry in sorted(journal.entries(), key=lambda e: e.interview.day, reverse=True):
        there = {(d.kind, d.subject): d for d in journal.drafts(entry.id)}
        for n, context in enumerate(letter_contexts(Case(interview=entry.interview, name=sender))):
            for kind in KINDS:
                key = letter_key(context, n, kind)
                if key in letters and key not in taken:
                    taken.add(key)
                    text = str(letters[key].get("text", ""))
                    if text == first_page(context, n):
                        text = ""
                    known = there.get((kind, _title(context)))
                    changed += _keep(journal, entry, context, kind, text, known)
    return changed


def _keep(
    journal: Journal, entry: Entry, context: LetterContext, kind: str, text: str, known: Draft | None
) -> bool:
    if known is not None and (known.body == text or not text.strip()):
        if known.body != text:
            journal.drop_draft(known.id)
        return known.body != text
    if not text.strip():
        return False
    save = partial(
        journal.save_draft, entry.id, kind, text,
        subject=_title(context), kind=kind, draft=known.id if known else None,
    )  # fmt: skip
    try:
        save(person=context.interviewer_name or None)
    except FollowUpError:  # two people of that name: the letter is kept, without saying whose it is
        save()
    return True


def _title(context: LetterContext) -> str:
    return f"Letter to {context.interviewer_name or 'the employer'}"
