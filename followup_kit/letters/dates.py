"""Days that a letter names, against the days in the context."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from followup_kit.letters.look import Found, Look
from followup_kit.records.letter import Item, Span
from followup_kit.records.words import MONTHS, WEEKDAYS

__all__ = ["dates_agree", "wrong_days"]

_DAYS = tuple(day.lower() for day in WEEKDAYS)
_MONTHS = tuple(month[:3].lower() for month in MONTHS)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_MEETING = re.compile(
    r"\b(?:interview(?:ed|ing|s)?|meet(?:ing)?|met|talk(?:ed|ing)?|spoke|speak(?:ing)?|convers\w+|exchange|visit(?:ed)?|saw you|see(?:ing)? (?:me|you)|chat|discussion|tour"
    r"|receiv(?:ed|ing) me|hour(?:s)? (?:with|i spent)|afternoon with you|morning with you|time (?:you gave|with)|came to see|invit\w+)\b"
)
_THANKS_FOR_DAY = re.compile(
    r"\b(?:thank(?:s| you)?(?: you)?(?: so much| very much| again| both)? for|grateful for)\b"
)
_TOLD = re.compile(
    r"\b(?:ringing|calling|phoning|e-?mailing|writing|replying|letting me know|telling me"
    r"|your (?:\w+ )?(?:e-?mail|message|letter|note|reply|news|answer))\b"
)
"""What an employer did later: thanks for it name the day of the news, not of the interview."""
_FUTURE = re.compile(
    r"\b(?:will|shall|can|could|may|would|until|by|next|from|before|available|free|starting|start|begin|again on|come (?:in|back|again)|second|look(?:ing)? forward|if|decid\w+|decision|answer|hear|since)\b"
)
_RELATIVE = re.compile(
    r"\b(?:the day before yesterday|yesterday|today|this (?:morning|afternoon|evening|noon)|earlier today|last night|last week|this week|last month)\b"
)
_WEEKDAY = re.compile(
    r"\b(?:(last|this|next|every|each|on|for|until|by|any|or|and|from) )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?!s|'s (?:paper|special|critique|crit))(?: (?:\w+ ){0,2}(deploys?|evenings?|critique|crits?|group|hours|peaks|opening|market|club|service|papers?))?"
)
_OTHERS = re.compile(
    r"\b(?:panel|board|trustees|governors|committee|council|directors?|managers?|partners|owners?|they|he|she)\b(?: \w+){0,3} (?:met|meet|meets|meeting|talked|talks?|spoke|decided?|sat|sits?)\b"
)
_NAMED_DAY = re.compile(
    r"the (?:mon|tues|wednes|thurs|fri|satur|sun)day (?!(?:interview|meeting|talk|visit|tour|chat|call|conversation|morning|afternoon|evening|before|after|of|we|i|you|when|that|last|at|in|to|for|and)\b)\w"
)
_DATED = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})(?:,? (?P<y1>\d{{4}}))?|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y2>\d{{4}}))?\b"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})|(?P<n1>\d{1,2})[/.](?P<n2>\d{1,2})[/.](?P<y4>\d{4}|\d{2})|the (?P<d5>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|circuit|floor|century|grade|edition|green|street)))"
)


def dates_agree(look: Look, item: Item) -> Found:
    """ "Yesterday", a weekday or a date said of the interview, against the context's dates."""
    wrong = wrong_days(look)
    if wrong:
        _span, found, wanted = wrong[0]
        return Found(verdict="breach", spans=tuple(w[0] for w in wrong[:3]), found=found, wanted=wanted)
    return Found(verdict="met")


def wrong_days(look: Look) -> list[tuple[Span, str, str]]:
    """Each day said of the interview that cannot be its day: place, what is said, what it should be."""
    met, sent = look.context.interview_date, look.context.sent_date
    if met is None:
        return []
    promised = look.context.promised_date
    wrong = []
    for sentence in look.draft.sentences:
        text = look.view[sentence.start : sentence.end].replace("\n", " ")
        about = bool(_MEETING.search(text))
        thanked = _THANKS_FOR_DAY.search(text)
        if not about and not thanked:
            continue
        for (a, b), said in _said(text):
            clause = text[max(0, a - 70) : b + 40]
            direct = bool(thanked) and 0 <= a - (thanked.end() if thanked else 0) <= 4
            if _OTHERS.search(text[max(0, a - 60) : a]) or _NAMED_DAY.match(text, max(0, a - 4)):
                continue  # others met then, or the day names a thing ("the Monday report")
            if not direct and not _MEETING.search(clause) and not (thanked and 0 < a - thanked.end() < 60):
                continue
            if thanked and _TOLD.search(text, thanked.end(), max(a, thanked.end())):
                continue
            if promised and _fits(said, promised, None, clause, "") and said[0] == "date":
                continue  # a check-in may say when they met and what was promised in one sentence
            if not _fits(said, met, sent, clause, text[max(0, a - 40) : a]):
                wrong.append(((sentence.start + a, sentence.start + b), text[a:b], _written(met, sent)))
    return wrong


_UP_TO = re.compile(r"\b(?:until|till|up to|as of|by|since|for) $")
"""Before "today": the letter speaks of now, not of the interview."""
_OTHER_ONE = re.compile(r"\b(?:the|another) (?:one|other|next|first|second) (?:\w+ )?$")
"""Before a day: another interview than this one ("the one on Friday")."""


def _said(text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for found in _RELATIVE.finditer(text):
        if not _UP_TO.search(text, 0, found.start()):
            yield found.span(), ("relative", found.group())
    for found in _WEEKDAY.finditer(text):
        if found.group(1) in {
            "next",
            "every",
            "each",
            "until",
            "by",
            "any",
            "or",
            "from",
            "and",
        } or found.group(3):
            continue
        if _OTHER_ONE.search(text, 0, found.start()):
            continue
        yield found.span(2), ("weekday", found.group(2), found.group(1) or "")
    for found in _DATED.finditer(text):
        g = found.groupdict()
        if g["n1"]:
            yield found.span(), ("numbers", g["n1"], g["n2"], g["y4"])
        elif g["d5"]:
            yield found.span(), ("day", g["d5"])
        else:
            day = g["d1"] or g["d2"] or g["d3"]
            month = g["m1"] or g["m2"] or g["m3"]
            number = month if month.isdigit() else str(_MONTHS.index(month[:3]) + 1)
            yield found.span(), ("date", day, number, g["y1"] or g["y2"] or g["y3"] or "")


def _fits(said: tuple[str, ...], met: dt.date, sent: dt.date | None, clause: str, before: str) -> bool:
    """Whether what is said can be the interview's day; a day of something still to come always fits."""
    kind = said[0]
    if kind == "relative":
        return sent is None or _relative_fits(said[1], met, sent, clause)
    if _FUTURE.search(before) and not re.search(
        r"\b(?:met|spoke|interviewed|thank|thanks|our (?:interview|meeting|talk))\b", before
    ):
        return True
    if kind == "weekday":
        return _DAYS[met.weekday()] == said[1]
    if kind == "day":
        return int(said[1]) == met.day
    if kind == "date":
        year = int(said[3]) if said[3] else met.year
        return (int(said[1]), int(said[2]), year) == (met.day, met.month, met.year)
    numbers = {(int(said[1]), int(said[2])), (int(said[2]), int(said[1]))}
    year = int(said[3]) + (2000 if len(said[3]) == 2 else 0)
    return (met.day, met.month) in numbers and year == met.year


def _relative_fits(said: str, met: dt.date, sent: dt.date, clause: str) -> bool:
    days = (sent - met).days
    if said == "the day before yesterday":
        return days == 2
    if said in {"yesterday", "last night"}:
        return days == 1
    if said in {"this morning", "this afternoon", "this evening", "today", "earlier today", "this noon"}:
        return days == 0 or not re.search(
            r"\b(?:met|meet\w*|interview\w*|spoke|talk\w*|visit|seeing me|see me|thank|thanks|tour|convers\w+)\b",
            clause,
        )
    weeks = sent.isocalendar()[:2] != met.isocalendar()[:2]
    if said == "last week":
        return 1 <= days <= 13 and (weeks or days >= 5)
    if said == "this week":
        return days <= 6
    return days >= 1


def _written(met: dt.date, sent: dt.date | None) -> str:
    shown = f"{_DAYS[met.weekday()].capitalize()} {met.isoformat()}"
    if sent is not None and (sent - met).days in {0, 1}:
        shown += " (" + ("today" if sent == met else "yesterday") + ")"
    return shown
