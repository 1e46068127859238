"""The letters of the studio brought into the journal, so that packs, exports and copies hold them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from followup_kit.course.own_case import Case, my_case
from followup_kit.course.own_letters import (
    LetterFile,
    first_page,
    letter_contexts,
    letter_keys,
    letter_title,
    take_over,
)
from followup_kit.errors import FollowUpError
from followup_kit.journal.store import Journal
from followup_kit.records.journal import Draft, Entry
from followup_kit.records.letter import KINDS, LetterContext

__all__ = ["bring_letters"]


def bring_letters(journal: Journal, folder: str | Path | None = None) -> int:
    """Keep what stands in the studio as drafts of the interviews that it was written for; how many changed.

    A letter kept by an earlier version, without the day of its interview, is taken for one of the newest
    interview at its employer with its person. A page that was begun for the learner and left as it was
    is none yet; a letter that was emptied leaves the journal. Raises
    :class:`~followup_kit.errors.FollowUpError` where the journal cannot be used.
    """
    letters = LetterFile(folder)
    if not letters:
        return 0
    sender, changed = my_case(folder).name, 0
    for entry in sorted(journal.entries(), key=lambda e: e.interview.day, reverse=True):
        there = {(d.kind, d.subject): d for d in journal.drafts(entry.id)}
        contexts = letter_contexts(Case(interview=entry.interview, name=sender))
        for kind in KINDS:
            take_over(letters, contexts, kind)
            for n, (context, key) in enumerate(zip(contexts, letter_keys(contexts, kind), strict=True)):
                if key in letters:
                    text = str(letters[key].get("text", ""))
                    if text == first_page(context, n):
                        text = ""
                    title = letter_title(contexts, n)
                    changed += _keep(journal, entry, context, kind, title, text, there.get((kind, title)))
    return changed


def _keep(
    journal: Journal,
    entry: Entry,
    context: LetterContext,
    kind: str,
    title: str,
    text: str,
    known: Draft | None,
) -> bool:
    if known is not None and (known.body == text or not text.strip()):
        if known.body != text:
            journal.drop_draft(known.id)
        return known.body != text
    if not text.strip():
        return False
    save = partial(
        journal.save_draft, entry.id, kind, text,
        subject=title, kind=kind, draft=known.id if known else None,
    )  # fmt: skip
    try:
        save(person=context.interviewer_name or None)
    except FollowUpError:  # two people of that name: the letter is kept, without saying whose it is
        save()
    return True
