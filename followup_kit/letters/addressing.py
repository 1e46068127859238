"""Names: the interviewer's in the greeting, and everybody's in the rest of the letter."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from followup_kit.letters.draft import WORD, fold, plain
from followup_kit.letters.look import Found, Look
from followup_kit.letters.names import judge_greeting, people, tokens, wrong_title
from followup_kit.letters.similarity import distance, near
from followup_kit.letters.words import word_lists
from followup_kit.records.letter import Item

__all__ = ["addressed", "name_consistent"]


def addressed(look: Look, item: Item) -> Found:
    """The interviewer's first name or surname in the greeting, spelled as on the card."""
    name = look.context.interviewer_name.strip()
    greeting = look.draft.greeting
    if not people(name):
        spans = (greeting,) if greeting[1] > greeting[0] else ()
        return Found(verdict="check_yourself", spans=spans, message="unknown_card")
    judged = judge_greeting(look.draft.text, greeting, name, look.context.others_met)
    spans = (judged.span,) if judged.span and judged.span[1] > judged.span[0] else ()
    verdict = {"right": "met", "doubt": "check_yourself"}.get(judged.outcome, "breach")
    message = {"right": "", "nobody": "nobody"}.get(judged.outcome, judged.reason)
    return Found(
        verdict=verdict,  # type: ignore[arg-type]
        spans=spans,
        found=judged.found,
        wanted=judged.wanted or name,
        message=message,
    )


def name_consistent(look: Look, item: Item) -> Found:
    """Names and titles elsewhere: the interviewer's, the company's and the sender's as they are noted."""
    draft = look.draft
    title = _title(look)
    if title is not None:
        return title
    wanted = _wanted(look)
    start = draft.greeting[1]
    for found in WORD.finditer(draft.text, start):
        word = found.group()
        if not word[0].isupper() or len(word) < 4:
            continue
        key = fold(word)
        bare = re.sub(r"'s?$", "", key)
        if bare in wanted or plain(bare) in look.known or bare in word_lists().calendar:
            continue
        if any(part in wanted for part in bare.split("-")):
            continue
        target = next((w for w in wanted if _slip(bare, w)), None)
        if target and not _ordinary(bare):
            if draft.signature[0] <= found.start() < draft.signature[1] and target not in _sender(look):
                continue
            span = (found.start(), found.start() + len(bare))
            return Found(
                verdict="breach", spans=(span,), found=draft.text[slice(*span)], wanted=wanted[target]
            )
    return Found(verdict="met")


def _title(look: Look) -> Found | None:
    """A wrong title before the right name, in the greeting or the body."""
    card = {fold(part): person for person in people(look.context.interviewer_name) for part in person.parts}
    said = (
        tokens(look.draft.text, (0, look.body[1]))
        if look.body[1]
        else tokens(look.draft.text, look.draft.greeting)
    )
    lists = word_lists()
    doubt: Found | None = None
    for before, after in itertools.pairwise(said):
        title, name = fold(before.text).rstrip("."), fold(re.sub(r"['\u2019]s$", "", after.text))
        person = card.get(name)
        if person is None or title not in lists.titles or title in card:
            continue
        if title in {"dear", "sir", "madam", "don", "m"} and not before.text[0].isupper():
            continue
        wrong = wrong_title(title, person.titles)
        shown = " ".join([*(t.capitalize() for t in person.titles), person.shown])
        span = (before.start, after.end)
        if wrong == "wrong":
            return Found(
                verdict="breach",
                spans=(span,),
                found=f"{before.text} {after.text}",
                wanted=shown,
                message="title",
            )
        if wrong == "doubt" and doubt is None:
            doubt = Found(
                verdict="check_yourself",
                spans=(span,),
                found=f"{before.text} {after.text}",
                wanted=shown,
                message="title",
            )
    return doubt


def _sender(look: Look) -> set[str]:
    return {fold(p) for person in people(look.context.sender_name) for p in person.parts}


def _wanted(look: Look) -> dict[str, str]:
    """Names worth comparing with: folded word → as noted."""
    names: dict[str, str] = {}
    c = look.context
    for who in (c.interviewer_name, *c.others_met, c.sender_name):
        for person in people(who):
            for part in person.parts:
                for piece in {part, *part.split("-")}:
                    names[fold(piece)] = piece
    for word in WORD.findall(c.company):
        if word[0].isupper() and len(word) >= 4 and fold(word) not in word_lists().generic_company:
            names[fold(word)] = word
    return names


def _slip(key: str, wanted: str) -> bool:
    if len(wanted) < 4 or key == wanted or key == wanted + "s" or wanted == key + "s":
        return False
    if plain(key) == plain(wanted):
        return True
    apart = distance(key, wanted)
    return (apart == 1 and len(wanted) >= 5) or (apart == 2 and len(wanted) >= 8 and near(key, wanted))


@lru_cache(maxsize=4096)
def _ordinary(key: str) -> bool:
    from followup_kit.letters.spelling import is_word

    return is_word(key)
