"""How odd a sentence stands in a letter: features for what no list of phrases foresees.

A letter after an interview does few things: it thanks, names the talk, offers, asks, wishes. A
sentence that does none of them, late in the letter or alone in its paragraph, with words of time,
money, family, other people or grandeur, is what the writer should read again. The weights stand in
data; they were fitted on letters of our own and the calibration letters, and are checked with
whole families of letters left out.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from followup_kit.advice.loading import load_data
from followup_kit.letters.draft import WORD
from followup_kit.letters.look import Look
from followup_kit.letters.phrases import CO, POS
from followup_kit.letters.presence import example_score, topic_score
from followup_kit.records.base import DataRecord
from followup_kit.records.letter import Sentence

__all__ = ["Suspect", "features", "odds", "strong", "suspects"]


class _File(DataRecord, frozen=True, kw_only=True):
    bias: float
    doubt: float
    strong: float
    weights: dict[str, float]
    words: dict[str, str]
    directions: dict[str, dict[str, float]]


class Suspect(NamedTuple):
    """A sentence and how likely it is to be one that should not stand there, from 0 to 1."""

    odds: float
    sentence: Sentence


@lru_cache(maxsize=1)
def _data() -> tuple[_File, dict[str, frozenset[str]]]:
    raw = load_data("checklists/suspicion.toml", _File)
    return raw, {name: frozenset(words.split()) for name, words in raw.words.items()}


MOST_SENTENCES = 80
"""A letter has fewer; later sentences of a longer text are not weighed."""

_ACTS = ("thanks", "interest", "next_step", "fit", "impact", "specific", "amplifies", "attachment")
_TONES = (
    "pressure",
    "reproach",
    "begging",
    "guilt",
    "presumption",
    "complaint",
    "gushing",
    "humour",
    "slang",
)
_POINTS = {"sure": 1.0, "maybe": 0.5, "weak": 0.2}
_OWN_PAST = re.compile(
    r"\bi (?:have |had |then |also |once |just )?(?:\w{3,}ed|ran|did|led|built|wrote|drove|taught|made|cut|found|kept|held|lost|won|fell|saw|met|came|went|took|gave|left|told|thought|knew|felt)\b"
)
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|mine)\b")
_YOU = re.compile(r"\byou(?:r|rs|'re|'d|'ll|'ve)?\b")
_POLITE = re.compile(
    r"\b(?:please|could you|may i|might i|would you|grateful|kind(?:ly)?|glad|happy|pleased|thank\w*|hope|wish\w*|understand)\b"
)
_JOB = re.compile(
    r"\b(?:job|jobs|post|position|role|interview|work|working|vacancy|team|company|firm|candidate|experience|skills?)\b"
)
_IF = re.compile(r"\b(?:if|unless|should|whether|otherwise|or else)\b")
_FORMULA = re.compile(
    r"\b(?:i (?:enjoyed|liked|learned|learnt|loved|valued|remember|admired)|it was|was a (?:pleasure|joy)|hope (?:that )?(?:you|this|the|your)|sorry|excuse|apolog\w+|i know (?:that )?(?:you|how|these))\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?:most|ever|never|every|everyone|everybody|everything|all|only|whole|\w{3,}est|nobody|no one|nothing|once in a)\b"
)


def features(look: Look, sentence: Sentence) -> dict[str, float]:
    """What can be said of a sentence without knowing its words beforehand, and a few kinds of words."""
    draft = look.draft
    view = look.view[sentence.start : sentence.end] or draft.folded[sentence.start : sentence.end]
    _, lists = _data()
    words = [m.group().removesuffix("'s") for m in WORD.finditer(view)]
    count = len(words) or 1
    mine = [s for s in draft.sentences if s.paragraph == sentence.paragraph]
    acts = {name for name in _ACTS if look.within(look.sure(name), sentence)}
    asked = any(s.start < sentence.start and look.within(look.sure("next_step"), s) for s in draft.sentences)
    last = draft.sentences[-1].paragraph
    found: dict[str, float] = {f"act_{name}": 1.0 for name in acts}
    found["no_act"] = float(not acts)
    found["own_paragraph"] = float(sentence.paragraph > 0 and len(mine) <= 2)
    found["whole_paragraph_no_act"] = float(
        sentence.paragraph > 0
        and not any(look.within(look.sure(n), s) for n in ("thanks", "interest", "next_step") for s in mine)
    )
    found["last_paragraph"] = float(sentence.paragraph == last and last > 0)
    found["last_sentence"] = float(sentence == draft.sentences[-1])
    found["first_paragraph"] = float(sentence.paragraph == 0)
    found["after_ask"] = float(asked)
    found["after_ask_no_act"] = float(asked and not acts)
    found["check_in"] = float(look.kind == "check_in")
    found["check_in_no_act"] = float(look.kind == "check_in" and not acts)
    found["topic"] = topic_score(look, sentence)
    found["example"] = min(example_score(look, sentence), 3.0) / 3
    found["names"] = float(CO in view or POS in view)
    found["job"] = float(bool(_JOB.search(view)))
    found["you"] = float(bool(_YOU.search(view)))
    found["self"] = float(bool(_SELF.search(view)))
    found["you_and_self"] = found["you"] * found["self"]
    found["own_past"] = float(bool(_OWN_PAST.search(view)))
    found["polite"] = float(bool(_POLITE.search(view)))
    found["condition"] = float(bool(_IF.search(view)))
    found["formula"] = float(bool(_FORMULA.search(view)))
    found["question"] = float("?" in view)
    found["exclaims"] = float("!" in view)
    found["superlative"] = min(len(_SUPERLATIVE.findall(view)), 3) / 3
    found["short"] = float(count <= 8)
    found["long"] = float(count >= 25)
    found["ordinary"] = float(bool(look.within(look.sure("ordinary"), sentence)))
    for name, known in lists.items():
        found[f"words_{name}"] = min(sum(1 for w in words if w in known), 3) / 2
    sure = maybe = weak = 0
    for name in _TONES:
        points = 0.0
        for hit in look.within(look.hits(name), sentence):
            sure += hit.strength == "sure"
            maybe += hit.strength == "maybe"
            weak += hit.strength == "weak"
            points += _POINTS.get(hit.strength, 0.0)
        found[f"set_{name}"] = min(points, 1.5)
    found["tone_sure"] = min(sure, 3) / 2
    found["tone_maybe"] = min(maybe, 3) / 2
    found["tone_weak"] = min(weak, 4) / 4
    return found


MOST = 2
"""So many passages are shown."""
LIKELY, LIKELY_IF_ODD = 0.65, 0.4
"""How likely an item must be broken by a suspected passage for the passage to be shown there."""
BROAD = "courteous_professional"
"""Most flaws break it too: a passage is shown there only beside the item that says what is wrong."""
ODD = 0.4
"""From these odds on a passage is shown at items that it breaks less likely, too."""


def suspects(look: Look, item: str) -> list[Suspect]:
    """The passages to read again for a tone item: those that most likely break it."""
    raw, _ = _data()
    likely = [s for s in look.once("suspects", lambda: _rank(look))[:MOST] if s.odds >= raw.doubt]
    broken = look.once("broken", lambda: [_directions(look, s) for s in likely])
    return [s for s, items in zip(likely, broken, strict=True) if item in items]


def strong(suspect: Suspect) -> bool:
    """Whether a passage stands out so far that it is named a breach."""
    return suspect.odds >= _data()[0].strong


def odds(look: Look, sentence: Sentence) -> float:
    """How likely a sentence is to be one that should not stand there, from 0 to 1."""
    ranked = look.once("suspects", lambda: _rank(look))
    return next((s.odds for s in ranked if s.sentence == sentence), 0.0)


def _directions(look: Look, suspect: Suspect) -> frozenset[str]:
    """The items that a passage most likely breaks: the likeliest of all, and any other that is likely."""
    found = features(look, suspect.sentence)
    needed = LIKELY_IF_ODD if suspect.odds >= ODD else LIKELY
    likely = {
        item: _logistic(
            sum(
                weight * (found.get(name, 0.0) if name != "bias" else 1.0) for name, weight in weights.items()
            )
        )
        for item, weights in _data()[0].directions.items()
    }
    best = max((item for item in likely if item != BROAD), key=lambda item: likely[item], default=BROAD)
    return frozenset({best, *(item for item, share in likely.items() if share >= needed)})


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def _rank(look: Look) -> list[Suspect]:
    raw, _ = _data()
    ranked = []
    for sentence in look.draft.sentences[:MOST_SENTENCES]:
        total = raw.bias + sum(
            raw.weights.get(name, 0.0) * value for name, value in features(look, sentence).items() if value
        )
        ranked.append(Suspect(_logistic(total), sentence))
    return sorted(ranked, key=lambda s: (-s.odds, s.sentence.start))
