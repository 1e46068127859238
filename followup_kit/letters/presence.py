"""What should be in a letter: thanks, interest, a topic, fit, an example, the employer's benefit, a next step."""

from __future__ import annotations

import re

from followup_kit.letters.draft import WORD, plain
from followup_kit.letters.look import Found, Look, stem
from followup_kit.letters.phrases import find
from followup_kit.letters.spelling import misspelt
from followup_kit.letters.wishes import keen, wish_score, wishful
from followup_kit.letters.words import word_lists
from followup_kit.records.letter import Item, Sentence, Span, Verdict

__all__ = [
    "amplifies",
    "attachment",
    "example",
    "example_score",
    "fit",
    "impact",
    "interest",
    "next_step",
    "specific",
    "thanks",
    "topic_score",
]


def thanks(look: Look, item: Item) -> Found:
    """Thanks, appreciation or gratitude in the body; a bare closing formula is not enough."""
    return _phrases(look, "thanks", doubtful=())


def interest(look: Look, item: Item) -> Found:
    """Wish, enthusiasm or keenness for the job or the employer."""
    found = _phrases(look, "interest")
    if found.verdict == "met":
        return found
    said = [s for s in look.draft.sentences if keen(look, s)]
    if said:
        return Found(verdict="met", spans=((said[0].start, said[0].end),))
    scored = [(wish_score(look, s), s) for s in look.draft.sentences]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best[1] is not None and best[0] >= 1:
        verdict: Verdict = "met" if best[0] >= 3 else "check_yourself"
        return Found(verdict=verdict, spans=((best[1].start, best[1].end),))
    doubtful = [s for s in look.draft.sentences if wishful(look, s)]
    if doubtful:
        return Found(verdict="check_yourself", spans=((doubtful[-1].start, doubtful[-1].end),))
    return found


def next_step(look: Look, item: Item) -> Found:
    """An offer of more, a way to reach the writer, or the next step, decision or timing."""
    found = _phrases(look, "next_step")
    if found.verdict == "check_yourself" and look.kind == "check_in" and "?" in look.view:
        return Found(verdict="met", spans=found.spans)
    return found


def attachment(look: Look, item: Item) -> Found:
    """A sample, document or link that comes with the letter."""
    found = _phrases(look, "attachment", doubtful=())
    if found.verdict == "missing" and look.context.attachments:
        return Found(verdict="check_yourself", spans=_nearest(look, "next_step"))
    return found


def amplifies(look: Look, item: Item) -> Found:
    """An answer of the interview corrected, completed or added to; one that is only recounted is in doubt."""
    hits = look.hits("amplifies")
    denied = [h for h in hits if h.strength == "denied"]
    # "Nothing to add to what I said" also reads like an addition.
    said = [
        h for h in hits if h.strength == "sure" and all(h.end <= d.start or d.end <= h.start for d in denied)
    ]
    if denied and not said:
        return Found(verdict="missing", spans=_nearest(look, "amplifies"), certain=True)
    return _phrases(look, "amplifies", doubtful=("told",))


def fit(look: Look, item: Item) -> Found:
    """A claim of fit, or of what the writer would bring or do."""
    found = _phrases(look, "fit")
    if found.verdict != "met":
        for check in (impact, example):
            other = check(look, item)
            # Who names a benefit has said what he would bring; who tells of own work may have meant to.
            if other.verdict == "met" and other.spans:
                return other if check is impact else Found(verdict="check_yourself", spans=other.spans)
    return found


CERTAIN = 1.5
"""A noted topic in a sentence that also says who told or showed it."""


def specific(look: Look, item: Item) -> Found:
    """Something that could only come from that talk or visit: a noted topic, or what was said there."""
    told = look.hits("specific")
    best: tuple[float, Sentence | None] = (0.0, None)
    owned = _own_words(look)
    for sentence in look.draft.sentences:
        score = topic_score(look, sentence, owned) + (0.5 if look.within(told, sentence) else 0.0)
        if score > best[0]:
            best = (score, sentence)
    score, chosen = best
    if chosen is None:
        return Found(verdict="missing", spans=())
    span = (chosen.start, chosen.end)
    if score >= 1.0:
        return Found(verdict="met", spans=(span,), certain=score >= CERTAIN)
    # Without noted topics, what somebody said or showed has to do.
    if look.within(told, chosen) and (not look.topics or _telling(look, chosen)):
        return Found(verdict="met", spans=(span,))
    if score >= 0.5:
        return Found(verdict="check_yourself", spans=(span,))
    return Found(verdict="missing", spans=(span,))


def _own_words(look: Look) -> set[int]:
    """The places of words that the writer calls his own ("my public speaking")."""
    return {
        m.start(1) + offset
        for m in re.finditer(r"\b(?:my|i am an?) ([\w-]+(?: [\w-]+){0,5})", look.view)
        for offset in range(len(m.group(1)))
    }


def topic_score(look: Look, sentence: Sentence, owned: set[int] | frozenset[int] = frozenset()) -> float:
    """How much of a noted topic stands in a sentence: 1 enough, 0.5 a little, 0 none."""
    found = {
        stem(part)
        for m in WORD.finditer(look.draft.folded, sentence.start, sentence.end)
        if m.start() not in owned
        for part in {m.group(), *m.group().split("-"), m.group().removesuffix("'s")}
    }
    best = 0.0
    for topic in look.topics:
        share = len(topic & found) / len(topic)
        if share:
            # One telling word of a two-word topic is enough when it is a rare one.
            best = max(best, 1.0 if share >= 0.5 and any(len(w) >= 3 for w in topic & found) else 0.5)
    return best


def _telling(look: Look, sentence: Sentence) -> bool:
    """Whether a sentence about the talk holds content words beyond the job's own."""
    lists = word_lists()
    words = [
        m.group()
        for m in WORD.finditer(look.view, sentence.start, min(sentence.end, len(look.view)))
        if m.group() not in lists.topic_stop and m.group() not in lists.english and len(m.group()) > 4
    ]
    return len(words) >= 4


def example(look: Look, item: Item) -> Found:
    """A job, project, employer or result of the writer's own."""
    best: tuple[float, Sentence | None] = (0.0, None)
    for sentence in look.draft.sentences:
        score = example_score(look, sentence)
        if score > best[0]:
            best = (score, sentence)
    score, chosen = best
    if chosen is None:
        return Found(verdict="missing")
    span = (chosen.start, chosen.end)
    verdict: Verdict = "met" if score >= 2.75 else "check_yourself" if score >= 1.5 else "missing"
    return Found(verdict=verdict, spans=(span,))


_OWN = re.compile(
    r"\b(?:i|we)(?:'ve| have| had|'d)? (?:[a-z]+ly |also |just |always |never |once |then |already |even |twice |myself |again )?([a-z\u0300-\u036f'-]+)"
)
_WORKED = re.compile(
    r"\b(?:as (?:a|an|the)|at|for|with|in|on|from|of) (?:[a-z' -]{0,25})?(?:i|we) \w+|\bhaving \w+ed\b|\bhaving (?:put|run|led|built|made|taught|done|kept|cut|set|been)\b"
    r"|\bmy (?:\w+ )?(?:years?|time|work|job|season|seasons|internship|project|team|shift|stint|months|summers?|winters?) (?:at|with|in|on|for|as)\b|\bwhere (?:i|we|my) \w+"
    r"|\b(?:last|current|former|previous|present|old) (?:\w+ )?(?:employer|job|company|campaign|post|project|position|workplace|firm)\b|\bwhere i (?:now )?work\b|\bi was (?:a|an|the|responsible|in charge|employed)\b"
    r"|\b(?:a task|something|what|which) i (?:led|did|ran|built|learned|learnt)\b|\bi have been\b"
)
_RESULT = re.compile(
    r"\b(?:cut|brought|raised|dropped|fell|rose|doubled|halved|grew|went (?:up|down|from)|came (?:down|back|straight)|reduced|increased|saved|turned up|returned|became|won|recovered|lost|never (?:dropped|lost|missed|were|was)|not one|only (?:two|three|four|one|a)|without (?:one|a|any))\b"
    r"|\d+ ?(?:%|percent|per cent)"
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|dozen|half|third|quarter|double|twice)\b"
)
_NOW = re.compile(
    r"\b(?:yesterday|today|interview|our (?:talk|meeting|conversation)|you (?:said|told|asked|mentioned)|thank|this morning)\b"
)


_STATION = re.compile(
    r"\b(?:i was|i am|i've been|i have been|having been) (?:an?|the) (?:[\w-]+ ){1,4}(?:at|for|with|under) (?!(?:the )?(?:time|moment|you|heart|interview)\b)"
    r"|\bmy (?:\w+ ){0,2}(?:years|time|months|seasons|stint|apprenticeship|internship|placement) (?:at|with|under) "
    r"|\bi (?:am|have been) \w+ing (?:\w+ ){0,4}since (?:\d|\w+ years)|\bsince (?:\w+|\d+) years (?:i|we) (?:am|are|work|have)"
)


_MINE = re.compile(
    r"\b(?:my|our) (?:(?:\w+ )?(?:(?:\w+ )?thesis|dissertation|paper|project|diploma|figures|savings|sales|results?|record|team|class|crew|kitchen|shop|employer|workshop|pupils|students|customers|clients|patients|garden|portfolio|invention|round|route|patch|section|line|branch|ward|store)) (?:\w+ ){0,4}(?:was|were|used|came|cut|fell|rose|went|won|had|has|is|did|grew|kept|stood|dealt|covered)\b"
    r"|\b(?:attrition|turnover|waste|errors?|complaints?|sales|takings|costs?|losses|breakages|returns|accidents|absence|no-shows|waiting times?|rejects?|downtime) (?:at|in|on) (?:\w+ ){1,4}(?:fell|rose|dropped|went|came|halved|doubled|is|was|were)\b"
    r"|\b(?:did|spent|served|put in|have) (?:\w+|\d+) (?:years?|months?|seasons?|winters?|summers?|shifts|terms) (?:at|in|with|for|as|on|behind|of)\b"
    r"|(?:^|[.;:] )(?:\w+|\d+) (?:years?|seasons?|winters?|summers?|months) (?:\w+ing|as|on|in|at|with|behind) "
    r"|\bi (?:did|made|moved|handled|ran|kept|looked after|built|took over|set up|taught|mended|sold|drove|wrote|cooked|nursed|cleaned|organi[sz]ed|carried|translated|trained|repaired) (?:(?!you|your)[\w'-]+ ){1,8}(?:for|at|in|with|out of|over|by|and)\b"
)


def example_score(look: Look, sentence: Sentence) -> float:
    """Points for a sentence as an account of the writer's own work: 3 are enough, 2 are in doubt."""
    view = look.view[sentence.start : sentence.end]
    lists = word_lists()
    score = 0.0
    own = False
    for found in _OWN.finditer(view):
        verb = found.group(1)
        if verb in lists.shared_past:
            own = own or verb in {
                "served",
                "worked",
                "had",
                "was",
                "were",
                "gave",
                "took",
                "counted",
                "walked",
                "made",
            }
            continue
        if verb in lists.past_verbs or (verb.endswith("ed") and len(verb) > 4):
            own = True
            score = max(score, 1.5)
    if _MINE.search(view):
        own = True
        score = max(score, 2.0)
    if _WORKED.search(view):
        own = True
        score = max(score, 1.5)
    if _STATION.search(view):
        own = True
        score = max(score, 3.0)
    if not own:
        return 0.0
    foreign = _foreign_name(look, sentence)
    if foreign:
        score += 1.5
    if _NUMBER.search(view):
        score += 0.75
    if _RESULT.search(view):
        score += 1.0
    if _NOW.search(view) and not foreign:
        score -= 1.0
    return score


def _foreign_name(look: Look, sentence: Sentence) -> bool:
    """Whether a name stands in the sentence that the context does not know: an employer, a place."""
    text = look.draft.text
    lists = word_lists()
    for found in WORD.finditer(text, sentence.start + 1, sentence.end):
        word = found.group()
        if not word[0].isupper() or word in {
            "I",
            "I'm",
            "I'd",
            "I'll",
            "I've",
            "I\u2019m",
            "I\u2019d",
            "I\u2019ll",
            "I\u2019ve",
        }:
            continue
        key = plain(word).removesuffix("'s")
        if len(word) > 1 and key not in look.known and key not in lists.calendar and key not in lists.titles:
            return True
    return False


def impact(look: Look, item: Item) -> Found:
    """How the employer's goal, output, clients or named problem would benefit."""
    found = _phrases(look, "impact")
    if found.verdict == "missing":
        near = [s for s in look.draft.sentences if _benefit(look, s)]
        if near:
            return Found(verdict="check_yourself", spans=((near[-1].start, near[-1].end),))
    return found


_BENEFIT = re.compile(
    r"\bso (?:that )?(?:no|the|your?|they|nobody|every|each|it|people|\w+s)\b|\b(?:fewer|less|more|faster|sooner|quicker|cheaper|safer|calmer|shorter|longer|easier|twice|instead of|rather than|no longer|not have to|won't|come back|stay|means?)\b"
    r"|\b(?:save|spare|free|help|let|allow|give|bring|cut|halve|lose|keep|stop|fill|win|raise|improve|solve|ease|steady|pay|rest)\b"
)
_FORWARD = re.compile(
    r"\b(?:would|could|can|will|may|might|shall)\b|'d\b|'ll\b|\b(?:means?|hurt|costs?|where nobody|who (?:see|get|feel|know|are)|stay|tend to|in (?:a|one|two|three|six) (?:week|month|year|season)s?)\b"
)
_NO_BENEFIT = re.compile(
    r"\b(?:hear|know|send|call|thank\w*|write|meet|talk|interview|decision|question|information|details|available)\b|\?"
)


def _benefit(look: Look, sentence: Sentence) -> bool:
    """Whether a sentence may speak of what the employer would have of it, in words that no list holds."""
    view = look.view[sentence.start : sentence.end]
    return bool(_BENEFIT.search(view) and _FORWARD.search(view) and not _NO_BENEFIT.search(view))


def _phrases(look: Look, name: str, doubtful: tuple[str, ...] = ("maybe",)) -> Found:
    """Met by the first phrases of full strength; in doubt by a weaker one."""
    hits = look.hits(name)
    sure = [h for h in hits if h.strength == "sure"]
    if sure:
        return Found(verdict="met", spans=tuple(_merge([look.trim((h.start, h.end)) for h in sure[:3]])))
    weaker = [h for h in hits if h.strength in doubtful]
    if weaker:
        sentence = look.sentence_at(weaker[0].start)
        span = (sentence.start, sentence.end) if sentence else look.trim((weaker[0].start, weaker[0].end))
        return Found(verdict="check_yourself", spans=(span,))
    mended = _mended(look, name)
    if mended:
        return Found(verdict="met", spans=mended)
    near = _nearest(look, name)
    return Found(verdict="missing", spans=near)


def _mended(look: Look, name: str) -> tuple[Span, ...]:
    """Where the phrase stands once misspelt words are put right: a typing slip must not hide it."""
    for span, instead in misspelt(look):
        sentence = look.sentence_at(span[0])
        if sentence is None or sentence.end > len(look.view):
            continue
        text = look.view[sentence.start : span[0]] + instead + look.view[span[1] : sentence.end]
        if any(h.strength == "sure" for h in find(text, name)):
            return ((sentence.start, sentence.end),)
    return ()


def _nearest(look: Look, name: str) -> tuple[Span, ...]:
    """The passage where such a thing would most likely stand: the last sentence for a next step, else the first."""
    sentences = look.draft.sentences
    if not sentences:
        return ()
    chosen = sentences[-1] if name in {"next_step", "attachment", "amplifies", "impact"} else sentences[0]
    return ((chosen.start, chosen.end),)


def _merge(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span[0] <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return merged
