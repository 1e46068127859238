"""Tone: what each sentence does to its reader, summed in points and judged by the letter's company."""

from __future__ import annotations

from typing import NamedTuple

from followup_kit.letters.look import Found, Look
from followup_kit.letters.suspicion import odds, strong, suspects
from followup_kit.records.letter import Item, Sentence, Span

__all__ = ["confidential", "courteous", "friendly", "gushing", "humour", "pressure", "sentence_scores"]

POINTS = {"sure": 4.0, "maybe": 2.0, "weak": 0.5}
BREACH = 4.0
DOUBT = 2.0
CERTAIN = 0.5
"""A phrase alone is no breach: the sentence must also stand out in its letter."""
ODD = 1.0
"""What a sentence gains that does nothing else which a letter does."""

PRESSURE = ("pressure", "reproach", "begging", "guilt", "presumption")
BENIGN = (
    "thanks",
    "interest",
    "next_step",
    "fit",
    "impact",
    "specific",
    "amplifies",
    "attachment",
    "ordinary",
)


class Scored(NamedTuple):
    """A sentence, its points in one direction, and where they come from."""

    points: float
    sentence: Sentence
    spans: tuple[Span, ...]


def sentence_scores(look: Look, names: tuple[str, ...]) -> list[Scored]:
    """The points of every sentence over some phrase sets, highest first."""
    scored = []
    sets = [look.hits(name) for name in names]
    for sentence in look.draft.sentences:
        points = 0.0
        spans: list[Span] = []
        for hits in sets:
            mine = look.within(hits, sentence)
            weak = sum(POINTS[h.strength] for h in mine if h.strength == "weak")
            points += sum(POINTS[h.strength] for h in mine if h.strength != "weak") + min(weak, 1.0)
            spans += [look.trim((h.start, h.end)) for h in mine if h.strength != "weak"]
        if spans:
            # A doubtful word weighs more where the sentence does nothing else that a letter does.
            points += ODD if is_odd(look, sentence) else -ODD if points < BREACH else 0.0
        if points:
            scored.append(Scored(points, sentence, tuple(spans)))
    return sorted(scored, key=lambda s: (-s.points, s.sentence.start))


def is_odd(look: Look, sentence: Sentence) -> bool:
    """Whether a sentence does none of the things that letters of this kind do."""
    return not any(look.within(look.sure(name), sentence) for name in BENIGN)


def _verdict(look: Look, names: tuple[str, ...], breach: float = BREACH, doubt: float = DOUBT) -> Found:
    scored = sentence_scores(look, names)
    broken = [s for s in scored if s.points >= breach and s.spans and odds(look, s.sentence) >= CERTAIN]
    if broken:
        return Found(verdict="breach", spans=tuple((s.sentence.start, s.sentence.end) for s in broken[:3]))
    unsure = [s for s in scored if s.points >= doubt]
    if unsure:
        return Found(verdict="check_yourself", spans=((unsure[0].sentence.start, unsure[0].sentence.end),))
    return Found(verdict="met")


def pressure(look: Look, item: Item) -> Found:
    """Demand, ultimatum, threat, reproach, guilt, begging, taking the job for granted."""
    return _with_suspects(look, _verdict(look, PRESSURE), "no_pressure")


def _with_suspects(look: Look, found: Found, item: str) -> Found:
    """Add the passages that no list foresees but that stand oddly in the letter."""
    if found.verdict == "breach":
        return found
    odd = suspects(look, item)
    if not odd:
        return found
    # What a strange passage breaks is told from its words; rudeness and coldness are told less surely.
    broken = [s for s in odd if strong(s) and item.startswith("no_")]
    spans = [(s.sentence.start, s.sentence.end) for s in broken or odd]
    if broken:
        return Found(verdict="breach", spans=tuple(spans))
    return Found(verdict="check_yourself", spans=tuple(dict.fromkeys([*found.spans, *spans])))


def gushing(look: Look, item: Item) -> Found:
    """Effusive or extravagant feeling or flattery."""
    return _with_suspects(look, _verdict(look, ("gushing",)), "no_gushing")


def humour(look: Look, item: Item) -> Found:
    """Jokes, pet names, slang address."""
    found = _verdict(look, ("humour",))
    if found.verdict == "breach":
        return found
    slang = _verdict(look, ("humour", "slang"))
    return _with_suspects(look, slang if slang.verdict != "met" else found, "no_humor_or_nicknames")


def courteous(look: Look, item: Item) -> Found:
    """Fit to be forwarded: not rude, entitled, complaining, begging; no chatty slang."""
    own = _verdict(look, ("complaint", "slang", "begging", "presumption"))
    if own.verdict == "breach":
        return own
    for other in (_verdict(look, PRESSURE), _verdict(look, ("humour",))):
        if other.verdict == "breach":
            return other
    return _with_suspects(look, own, "courteous_professional")


def friendly(look: Look, item: Item) -> Found:
    """Warm enough that a manager would be glad to read it; cold, curt or sour is not."""
    sour = _verdict(look, ("complaint",))
    if sour.verdict == "breach":
        return sour
    reproach = _verdict(look, ("reproach",), breach=8.0)
    if reproach.verdict == "breach":
        return reproach
    sour = _with_suspects(look, sour, "friendly_tone")
    if sour.verdict != "met":
        return sour
    if look.draft.word_count and not _warm(look):
        first = look.draft.sentences[0]
        return Found(verdict="check_yourself", spans=((first.start, first.end),), message="cold")
    return Found(verdict="met")


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
