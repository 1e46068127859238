"""Tone: what the letter's sentences do to its reader, and the passage to look at."""

from __future__ import annotations

from followup_kit.letters.judgement import HEAD_OF, SHOWN, judge, sentence_odds
from followup_kit.letters.look import Found, Look
from followup_kit.letters.sentences import HEADS
from followup_kit.records.letter import Item, Span

__all__ = ["confidential", "friendly", "tone"]


PLAIN = {
    "pressure": ("pressure", "reproach", "begging", "guilt", "presumption"),
    "courteous": ("complaint", "slang", "begging"),
    "friendly": ("complaint",),
    "gushing": ("gushing",),
    "humour": ("humour",),
}
"""The phrase sets whose sure phrases are a plain breach of an item, where the sentence stands out."""
STANDS_OUT = 1.0
"""The log-odds of any flaw from which on a sentence stands out: a phrase alone is no breach."""
NOT_ELSE = -1.5
"""The log-odds of the item's own kind of flaw below which its words are taken to speak of something else."""


def tone(look: Look, item: Item) -> Found:
    """Pressure, gushing, jokes, discourtesy: nothing spotted, a passage in doubt, or a breach."""
    judged = judge(look, item.check)
    if judged is None:
        return Found(verdict="met")
    if judged.verdict != "breach":
        said = _plain(look, item.check)
        if said:
            return Found(verdict="breach", spans=said)
    return Found(verdict=judged.verdict, spans=judged.spans if judged.verdict != "met" else ())


def _plain(look: Look, check: str) -> tuple[Span, ...]:
    """The sentences that stand out and hold a sure phrase."""
    own = HEADS.index(HEAD_OF[check])
    rows = zip(look.draft.sentences, sentence_odds(look), strict=True)
    odd = [s for s, row in rows if row[0] >= STANDS_OUT and row[own] >= NOT_ELSE]
    hits = [hit for name in PLAIN[check] for hit in look.sure(name)]
    return tuple((s.start, s.end) for s in odd if look.within(tuple(hits), s))[:SHOWN]


def friendly(look: Look, item: Item) -> Found:
    """Warm enough that a manager would be glad to read it; cold, curt or sour is not."""
    found = tone(look, item)
    if not look.draft.word_count or _warm(look) or found.verdict == "breach":
        return found
    first = look.draft.sentences[0]
    return Found(verdict="check_yourself", spans=found.spans or ((first.start, first.end),), message="cold")


def _warm(look: Look) -> bool:
    return bool(
        look.hits("thanks") or look.sure("interest") or look.sure("ordinary") or "please" in look.view
    )


def confidential(look: Look, item: Item) -> Found:
    """Somebody's secrets: internal papers, customer lists, what must not be passed on."""
    hits = look.sure("confidential")
    if hits:
        return Found(verdict="breach", spans=tuple(look.trim((h.start, h.end)) for h in hits[:3]))
    return Found(verdict="met")
