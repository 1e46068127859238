"""The letters of the studio, with the writer's own verdicts, brought into the journal for packs and copies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from followup_kit.course.learner.own_case import Case, my_case
from followup_kit.course.learner.own_letters import (
    LetterFile,
    first_page,
    letter_contexts,
    letter_keys,
    letter_title,
    take_over,
)
from followup_kit.errors import FollowUpError
from followup_kit.journal.store import Journal
from followup_kit.records.journal import LONGEST_ID, Draft, Entry
from followup_kit.records.letter import KINDS, LetterContext

__all__ = ["bring_letters"]


def bring_letters(journal: Journal, folder: str | Path | None = None) -> int:
    """Keep what stands in the studio as drafts of the interviews that it was written for; how many changed.

    A letter kept by an earlier version, without the day of its interview, is taken for one of the newest
    interview at its employer with its person. A page that was begun for the learner and left as it was
    is none yet; a letter that was emptied leaves the journal. With a letter go the items that its writer
    marked as seen to (``met``) or left out of judgement (``silenced``). Raises
    :class:`~followup_kit.errors.FollowUpError` where the journal cannot be used.
    """
    letters = LetterFile(folder)
    if not letters:
        return 0
    sender, changed = my_case(folder).name, 0
    for entry in sorted(journal.entries(), key=lambda e: e.interview.day, reverse=True):
        there = {(d.kind, d.subject): d for d in journal.drafts(entry.id)}
        contexts = letter_contexts(Case(interview=entry.interview, name=sender))
        titles = {letter_title(contexts, n) for n in range(len(contexts))}
        # To somebody whose name was corrected since.
        before = {(d.kind, d.body): d for d in there.values() if d.subject not in titles and d.person}
        for kind in KINDS:
            take_over(letters, contexts, kind)
            for n, (context, key) in enumerate(zip(contexts, letter_keys(contexts, kind), strict=True)):
                if key in letters:
                    text = str(letters[key].get("text", ""))
                    if text == first_page(context, n):
                        text = ""
                    title = letter_title(contexts, n)
                    known = there.get((kind, title)) or before.get((kind, text))
                    new, draft = _keep(journal, entry, context, kind, title, text, known)
                    changed += (draft is not None and _mark(journal, draft, letters[key])) or new
    return changed


def _keep(
    journal: Journal,
    entry: Entry,
    context: LetterContext,
    kind: str,
    title: str,
    text: str,
    known: Draft | None,
) -> tuple[bool, str | None]:
    """Whether the draft changed, and its id where there is one then."""
    if not text.strip():
        gone = known is not None and known.body != text
        if known is not None and gone:
            journal.drop_draft(known.id)
        return gone, None
    if known is not None and (known.subject, known.body) == (title, text):
        return False, known.id
    save = partial(
        journal.save_draft, entry.id, kind, text,
        subject=title, kind=kind, draft=known.id if known else None,
    )  # fmt: skip
    try:
        return True, save(person=context.interviewer_name or None)
    except FollowUpError:  # two people of that name: the letter is kept, without saying whose it is
        return True, save()


def _mark(journal: Journal, draft: str, page: Mapping[str, Any]) -> bool:
    """Keep what the writer says of the items of a letter, and nothing that was taken back; whether that changed."""
    wanted = dict.fromkeys(_items(page.get("marks")), "met")
    wanted |= dict.fromkeys(_items(page.get("silenced")), "silenced")
    there = journal.marks(draft)
    for item in sorted(wanted.keys() | there.keys()):
        if wanted.get(item) != there.get(item):
            journal.mark(draft, item, wanted.get(item))
    return wanted != there


def _items(kept: object) -> list[str]:
    """Ids of items, out of a file that anybody may have changed by hand."""
    named = kept if isinstance(kept, list | dict) else ()
    return [item for item in named if isinstance(item, str) and 0 < len(item) <= LONGEST_ID]
