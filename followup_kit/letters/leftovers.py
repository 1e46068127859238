"""What is left over from another letter: gaps, other companies, jobs, people and days."""

from __future__ import annotations

import re

from followup_kit.letters.dates import wrong_days
from followup_kit.letters.draft import WORD, fold, plain
from followup_kit.letters.look import Found, Look
from followup_kit.letters.names import judge_greeting, people, tokens
from followup_kit.letters.words import word_lists
from followup_kit.records.letter import Item, Span

__all__ = ["nothing_left_over"]

_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{1,40}\]|<[a-z][^<>\n@/]{1,40}>|\{\{?[^{}\n]{1,40}\}?\}|_{3,}|\bx{3,}\b|\.{5,}|\u2026{2,}"
    r"|\b(?:insert|your|company|interviewer'?s?|recipient'?s?|hiring manager'?s?|position|job|first|last) (?:name|title|company name|here)\b(?=[\]\s,.!)]|$)"
    r"|\b(?:lorem ipsum|tbd|tbc|todo|fixme|placeholder|yourname|firstname|lastname|company ?name|xyz (?:company|corp|inc|ltd)|abc (?:company|corp|inc|ltd)|john doe|jane doe)\b",
)
_HARMLESS = re.compile(
    r"\b(?:give|gave|have|had|remember\w*|spell\w*|know|knew|put|write|wrote|see|mention|pass\w*|under|with|in|of|forgot) (?:\w+ )?$"
)
_UNMARKED = re.compile(r"(?:first|last|your|company|position|job)\b")
_EMPLOYER = re.compile(
    r"\b(?:interest(?:ed)? in|join(?:ing)?|work(?:ing)? (?:at|for|with)|position (?:at|with)|role (?:at|with)|job (?:at|with)|post (?:at|with)|opportunity (?:at|with)|opening (?:at|with)|vacancy (?:at|with)"
    r"|interview(?:ed|ing)? (?:at|with)|team at|part of|contribut\w+ to|career (?:at|with)|hired by|future (?:at|with|of)|belong (?:at|to)|visit(?:ing)? to|culture (?:at|of)|enthusiasm for|fit for|asset to|keen on|excited about|place at|mission of|learn(?:ing)? (?:more )?about|interview for|start(?:ing)? at|(?:every(?:one|body)|people|staff|colleagues) at|same for|bring (?:\w+ ){0,4}to|send (?:\w+ ){0,3}to|visiting|consider(?:ed|ing)? (?:me )?(?:at|by)) "
)
_PRAISED = re.compile(
    r"\b(?:the way|how|what|that|sure|convinced|believe|admire) (?=(?:[^\W\d_][\w'&-]* ){1,3}(?:is (?:the right|where|the place|a place|just|exactly)|(?:treats?|does|stands?|runs|cares|looks after|trains|offers|makes|keeps) (?:its|for|what|every|all|people|each|after)))"
)
_TRUSTED = re.compile(
    r"\b(?:trust|hope|sure|confident|expect) (?:that )?(?=(?:[^\W\d_][\w'&-]* ){2,3}(?:will|would|can|could)\b)"
)
_TEAM = re.compile(
    r"\b(?:the|your) (?=(?:[^\W\d_][\w'&-]* ){1,2}(?:team|staff|crew|kitchen|family|people)\b)"
)
_NAME = re.compile(
    r"(?:the )?([^\W\d_][\w'\u0300-\u036f&-]*(?: (?:&|and|of|de|der|van|du|la) (?=[^\W\d_])| )?(?:[^\W\d_][\w'\u0300-\u036f&-]*)?(?: [^\W\d_][\w'\u0300-\u036f&-]*)?)"
)
_JOB = re.compile(
    r"\b(?:manager|engineer|nurse|assistant|analyst|clerk|teacher|consultant|designer|developer|officer|technician|coordinator|director|supervisor|associate|intern|receptionist|driver|chef|cook|planner|editor|writer|accountant"
    r"|administrator|specialist|representative|trainee|apprentice|operator|mechanic|electrician|librarian|programmer|attorney|lawyer|paralegal|secretary|bookkeeper|cleaner|porter|warden|translator|interpreter|guide|producer|architect|scientist|researcher"
    r"|surveyor|dispatcher|buyer|cashier|barista|waiter|baker|gardener|carer|therapist|tutor|lecturer|welder|plumber|conservator|curator|archivist|weaver|tuner|steward|handler|auditor|broker|strategist|controller|foreman|tailor|florist|housekeeper)\b"
)
_JOB_FRAME = re.compile(
    r"\b(?:the|your|for|a|an|of) ((?:[\w'-]+ ){0,3}[\w'-]+) (?:position|role|job|post|vacancy|opening|internship|opportunity|appointment)\b|\b(?:take|want|fill|have|for|in) the ((?:[\w'-]+ ){0,2}[\w'-]+) (?:chair|seat|desk|slot)\b|\bas your (?:new |next |future )?((?:[\w'-]+ ){0,2}[\w'-]+)|\b(?:position|role|job|post|vacancy|opening) (?:of|for|as) (?:a |an |the )?((?:[\w'-]+ ){0,2}[\w'-]+)"
)


def nothing_left_over(look: Look, item: Item) -> Found:
    """No unfilled gap, nobody else's name, no other company, no other job, no other day."""
    draft = look.draft
    gaps = _gaps(look)
    if gaps:
        return Found(verdict="breach", spans=gaps, found=draft.text[slice(*gaps[0])], message="placeholder")
    for check in (_other_addressee, _other_company, _other_job, _other_person):
        result = check(look)
        if result is not None:
            return result
    wrong = wrong_days(look)
    if wrong:
        span, said, wanted = wrong[0]
        return Found(verdict="breach", spans=(span,), found=said, wanted=wanted, message="day")
    return Found(verdict="met")


MOST_GAPS = 20
"""So many gaps are shown; a letter with more is a form."""


def _gaps(look: Look) -> tuple[Span, ...]:
    """The places that were left to be filled in."""
    gaps: list[Span] = []
    draft = look.draft
    for found in _PLACEHOLDER.finditer(draft.folded):
        a, wording = found.start(), found.group()
        if any(start <= a < end for start, end in draft.left_out):
            continue
        if wording[0].isalpha() and _HARMLESS.search(draft.folded, max(0, a - 30), a):
            continue
        written = draft.text[a : found.end()]
        if _UNMARKED.match(wording) and ("name" not in wording or not written[:1].isupper()):
            continue
        gaps.append(found.span())
    return tuple(gaps[:MOST_GAPS])


def _other_addressee(look: Look) -> Found | None:
    """A greeting to somebody whom the card does not know, and no slip of the name on it."""
    name = look.context.interviewer_name.strip()
    if not people(name):
        return None
    judged = judge_greeting(look.draft.text, look.draft.greeting, name, look.context.others_met)
    if judged.outcome != "wrong" or judged.reason != "other" or judged.span is None:
        return None
    # A pet name is no leftover: a title or a common first name tells that somebody else is meant.
    lists = word_lists()
    said = {fold(token.text).rstrip(".") for token in tokens(look.draft.text, look.draft.greeting)}
    known = fold(judged.found) in lists.short_names
    if not (said & lists.titles or known) or len(judged.found.split()) > 2:
        return None
    return Found(verdict="breach", spans=(judged.span,), found=judged.found, wanted=name, message="person")


def _other_company(look: Look) -> Found | None:
    company = look.context.company
    if not company.strip():
        return None
    text = look.draft.text
    ours = {plain(w) for w in WORD.findall(company)}
    frames = (
        frame for pattern in (_EMPLOYER, _PRAISED, _TRUSTED, _TEAM) for frame in pattern.finditer(look.view)
    )
    for frame in sorted(frames, key=lambda found: found.start()):
        name = _NAME.match(text, frame.end())
        if not name or not name.group(1)[:1].isupper():
            continue
        words = [w for w in WORD.findall(name.group(1)) if w[0].isupper()]
        keys = [plain(w).removesuffix("'s") for w in words]
        if not words or not _other_name(keys, ours, look.known):
            continue
        if (
            keys[0] in word_lists().calendar
            or keys[0] in {"english", "i", "it", "hr", "java", "python", "excel"}
            or keys[0] in word_lists().titles
            or len("".join(keys)) < 3
        ):
            continue
        before = look.view[max(0, frame.start() - 60) : frame.start()]
        if re.search(
            r"\b(?:i|we|my|had|was|were|years|been|having|me|who|also|once|previously|ago|since|while|when|before|after) (?:\w+ ){0,4}$",
            before,
        ) and not re.search(
            r"\b(?:interest\w*|join\w*|hope|want|wish|like|love|eager|keen|excited|forward|would|enthus\w*|thank\w*|opportunity|for your|discuss\w*)\b",
            before + frame.group(),
        ):
            continue
        if _job_like(words) or _about_past(look, frame.start()):
            continue
        span = (frame.end() + name.group(0).index(name.group(1)), name.start(1) + len(name.group(1).rstrip()))
        span = look.trim((name.start(1), name.end(1)))
        return Found(
            verdict="breach", spans=(span,), found=text[slice(*span)], wanted=company, message="company"
        )
    return None


def _other_name(keys: list[str], ours: set[str], known: frozenset[str]) -> bool:
    """Whether a name's words are another's: none is noted, or only the last and it is a kind of business."""
    if len(keys) == 1 and keys[0] in word_lists().generic_company:
        return False  # "the Foundation", said of the Fundación
    of_ours = [k in ours or k in known or stem_in(k, known) for k in keys]
    if not any(of_ours):
        return True
    # "Silver Lake Paper" in place of "Cobalt Ridge Paper"; "Lake Paper" alone may be how people call it.
    return len(keys) >= 3 and keys[-1] in ours and not any(of_ours[:-1]) and len(ours) == len(keys)


def stem_in(key: str, known: frozenset[str]) -> bool:
    """Whether a word is a form of a known one."""
    return any(
        len(k) >= 4 and (key.startswith(k[:-1]) or k.startswith(key[:-1]))
        for k in known
        if abs(len(k) - len(key)) <= 3
    )


def _about_past(look: Look, place: int) -> bool:
    sentence = look.sentence_at(place)
    if sentence is None:
        return False
    head = look.view[sentence.start : place + 30]
    return bool(
        re.search(
            r"\b(?:worked|working|work(?:ed)? (?:for|at|with) .* (?:for|since|until)|left|my (?:time|years|work|former|old|last|current|present)|i was|i am|served|interned|since)\b[^.]{0,20}$",
            head,
        )
    ) and not re.search(
        r"\b(?:interest|join|hope|forward|thank|opportunity|would|like|love|eager|keen|excited)", head
    )


def _job_like(words: list[str]) -> bool:
    return bool(_JOB.search(fold(" ".join(words))))


def _other_job(look: Look) -> Found | None:
    position = look.context.position
    if not position.strip():
        return None
    ours = {plain(w) for w in WORD.findall(position)} | {plain(w) for w in WORD.findall(look.context.company)}
    for found in _JOB_FRAME.finditer(look.draft.folded, *look.body):
        group = found.lastindex or 1
        words = [plain(w) for w in WORD.findall(found.group(group))]
        heads = [w for w in words if _JOB.fullmatch(w)]
        if not heads or any(
            stem_in(w, frozenset(ours)) or w in ours
            for w in words
            if w not in {"the", "of", "and", "for", "a"}
        ):
            continue
        before = look.draft.folded[max(0, found.start() - 60) : found.start()]
        if re.search(
            r"\b(?:my|former|previous|last|present|current|had|held|took|left|got|given|as|old|another|other|i was|was)\b[^.]{0,40}$",
            before + found.group()[:4],
        ):
            continue
        span = look.trim((found.start(group), found.end(group)))
        return Found(
            verdict="breach",
            spans=(span,),
            found=look.draft.text[slice(*span)],
            wanted=position,
            message="job",
        )
    return None


_APPOSED = re.compile(r"\b(?:my|our|the|a|an|his|her|their|your|former|previous) (?:\w+ ){0,3}\w+$")


def _other_person(look: Look) -> Found | None:
    """Somebody else addressed in the body ("Thank you, Ms. Baker"), or named as the one who interviewed."""
    text = look.draft.text
    known = look.known
    pattern = re.compile(
        r"(?:\b(?:[Tt]hank(?:s| you)(?: again| so much| very much)?|[Aa]gain|[Ss]incerely|you),? |, )(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )([^\W\d_][\w'\u0300-\u036f-]+)(?=[,.!])"
    )
    for found in pattern.finditer(text, *look.body):
        key = plain(found.group(1))
        if key in known or any(part in known for part in key.split("-")):
            continue
        if _APPOSED.search(fold(text[max(0, found.start() - 50) : found.start()])):
            continue  # "my former manager, Mr. Baker," tells of somebody and addresses nobody
        span = found.span(1)
        return Found(
            verdict="breach",
            spans=(span,),
            found=found.group(1),
            wanted=look.context.interviewer_name,
            message="person",
        )
    return None
