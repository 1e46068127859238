"""Is a letter English? Judged by its commonest words."""

from __future__ import annotations

from followup_kit.letters.draft import WORD
from followup_kit.letters.words import word_lists
from followup_kit.records.letter import Draft

__all__ = ["is_english"]

ENOUGH = 12
"""Fewer words than that are taken for English."""
SHARE = 0.18


def is_english(draft: Draft) -> bool:
    """Whether the body reads as English; very short texts count as English unless in another script.

    >>> from followup_kit.letters.draft import parse_draft
    >>> is_english(parse_draft("Vielen Dank für das freundliche Gespräch am Montag und die Führung durch das Haus."))
    False
    """
    words = [w for a, b in draft.paragraphs for w in WORD.findall(draft.folded[a : min(b, a + 5_000)])][:400]
    letters = [w for w in words if not w.isdigit()]
    if not letters:
        return True
    foreign = sum(1 for w in letters if ord(w[0]) > 0x24F)
    if foreign * 2 > len(letters):
        return False
    if len(letters) < ENOUGH:
        return True
    common = word_lists().english
    return sum(1 for w in letters if w in common) / len(letters) >= SHARE
