"""Wishes for the job in words that no list of phrases holds."""

from __future__ import annotations

import re

from followup_kit.letters.look import Look
from followup_kit.letters.phrases import CO, POS
from followup_kit.records.letter import Sentence

__all__ = ["keen", "wish_score", "wishful"]

_WISH = re.compile(
    r"\b(?:want|wish|hope|hoping|desire|desired|dream|dreams?|love|sooner|rather|pride|proud|keen|set on|glad|gladly|happy|happily|pleased|please me|eager|longing|long"
    r"|serve|belong|chosen|choose|join|joining|right for me|ready|heart|would like|at home|my future|future|place for me|motivat\w+|drawn|tempt\w+|prefer)\b"
)
_THERE = re.compile(
    r"\b(?:you|your|yours|here|there|place|work|job|post|position|role|team|crew|company|firm|person|with you)\b"
)
_MODAL = re.compile(r"\b(?:would|could|will|shall|should|may|might)\b|'d\b|'ll\b")
_ELSE = re.compile(
    r"\b(?:hear|know|answer|reply|news|result|thank\w*|send|call|write|read|meet|met|see you|informed?|contact|question|apolog\w+|find you|well)\b|\?"
)


_KEEN = re.compile(
    r"\b(?:keen\w*|eager\w*|excit\w+|enthus\w+|fancy\w*|fancied|privilege|satisfaction|delight\w*|joy|pleases|pleasing|thrill\w*|attract\w*|appeal\w*|tempt\w*|fascinat\w+|passion\w*"
    r"|interests? me|aspir\w+|yearn\w*|long(?:ing)? to|dream\w*|ambition|honou?r(?:ed)?|proud|pride|with pleasure|gladly|hope|hoping|still after|want|love to|jump at|all in|sold on|hooked|wild about|mad about)\b"
)
_WORK = re.compile(
    r"\b(?:job|post|position|role|vacancy|opportunity|chance|task|place(?:ment)?|(?:this|the|your|such|that) work|to do (?:this|the|it|so)|join\w*|work(?:ing)? (?:with|for|at|in|under|beside|alongside|there|here)|part of|your (?:team|crew|staff|firm|company|kitchen|shop|school|lab)"
    r"|(?:running|doing|looking after|taking on|leading|teaching|building) (?:yours|it|this|that|them|the)|take (?:this|it|the \w+) on|still (?:work|write|cook|teach|drive|build|join|come)|learn (?:from|under|with) you|among you|on board)\b"
)


def keen(look: Look, sentence: Sentence) -> bool:
    """Whether a keen word and the job stand together in a clause, and no other wish does."""
    view = look.view[sentence.start : sentence.end]
    for clause in re.split(r"[;:]|, (?:but|and|so) ", view):
        aim = _WORK.search(clause) or CO in clause or POS in clause
        if aim and _KEEN.search(clause) and not _ANSWER.search(clause) and not _NOT_MINE.search(clause):
            return True
    return bool(_FRAGMENT.fullmatch(view.strip()))


def wishful(look: Look, sentence: Sentence) -> bool:
    """Whether a keen word stands alone, so that the writer must say what it is about."""
    view = look.view[sentence.start : sentence.end]
    return bool(_KEEN.search(view)) and not _ANSWER.search(view) and not _NOT_MINE.search(view)


_FRAGMENT = re.compile(r"(?:[\w']+ ){0,3}(?:keen|eager|interested|hopeful)(?: \w+){0,3}[.!]?")
_ANSWER = re.compile(
    r"\b(?:hear\w*|know|answer|reply|news|result|thank\w*|send|call|read|meet|see you|informed?|contact|question|apolog\w+|find you|well)\b|\?"
)


_NOT_MINE = re.compile(
    r"\b(?:you|they|he|she|who|customers?|clients?|people|everyone|your \w+) (?:were |are |was |is |would |will |must |may |might |do |\w+ly ){0,2}(?:hope|hoping|want|like|dream|keen|eager|excited|proud|love)\b"
    r"|\b(?:not|never|no longer|n't) (?:\w+ )?(?:want|hope|keen|interested)\b|\byour (?:\w+ )?(?:enthusiasm|passion|pride|joy|hope|excitement)\b|\b(?:enjoyed|liked|learn(?:ed|t)|visit\w*|showed|explained|described|tour)\b"
)


def wish_score(look: Look, sentence: Sentence) -> float:
    """Points for a sentence as a wish for the job: 3 are enough, 2 are in doubt."""
    view = look.view[sentence.start : sentence.end]
    if not re.search(r"\b(?:i|my|me)\b|'d\b", view):
        return 0.0
    wishes = min(len(set(_WISH.findall(view))), 2)
    if not wishes:
        return 0.0
    score = wishes + bool(_THERE.search(view) or CO in view or POS in view) + bool(_MODAL.search(view))
    return score - 2.0 * bool(_ELSE.search(view))
