"""Names: in the greeting, elsewhere, and those left over from another letter."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from followup_kit.letters.dates import wrong_days
from followup_kit.letters.draft import WORD, fold, plain
from followup_kit.letters.look import Found, Look
from followup_kit.letters.names import judge_greeting, people, tokens, wrong_title
from followup_kit.letters.similarity import distance, near
from followup_kit.letters.words import word_lists
from followup_kit.records.letter import Item

__all__ = ["addressed", "name_consistent", "nothing_left_over"]


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


_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{1,40}\]|<[a-z][^<>\n@/]{1,40}>|\{\{?[^{}\n]{1,40}\}?\}|_{3,}|\bx{3,}\b|\.{5,}|\u2026{2,}"
    r"|\b(?:insert|your|company|interviewer'?s?|recipient'?s?|hiring manager'?s?|position|job|first|last) (?:name|title|company name|here)\b(?=[\]\s,.!)]|$)"
    r"|\b(?:lorem ipsum|tbd|tbc|todo|fixme|placeholder|yourname|firstname|lastname|company ?name|xyz (?:company|corp|inc|ltd)|abc (?:company|corp|inc|ltd)|john doe|jane doe)\b",
)
_HARMLESS = re.compile(
    r"\b(?:give|gave|have|had|remember\w*|spell\w*|know|knew|put|write|wrote|see|mention|pass\w*|under|with|in|of|forgot) (?:\w+ )?$"
)
_EMPLOYER = re.compile(
    r"\b(?:interest(?:ed)? in|join(?:ing)?|work(?:ing)? (?:at|for|with)|position (?:at|with)|role (?:at|with)|job (?:at|with)|post (?:at|with)|opportunity (?:at|with)|opening (?:at|with)|vacancy (?:at|with)"
    r"|interview(?:ed|ing)? (?:at|with)|team at|part of|contribut\w+ to|career (?:at|with)|hired by|future (?:at|with|of)|belong (?:at|to)|visit(?:ing)? to|culture (?:at|of)|enthusiasm for|fit for|asset to|keen on|excited about|place at|mission of|learn(?:ing)? (?:more )?about|interview for|start(?:ing)? at|consider(?:ed|ing)? (?:me )?(?:at|by)) "
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
    r"\b(?:the|your|for|a|an|of) ((?:[\w'-]+ ){0,3}[\w'-]+) (?:position|role|job|post|vacancy|opening|internship|opportunity|appointment)\b|\b(?:position|role|job|post|vacancy) of (?:a |an |the )?((?:[\w'-]+ ){0,2}[\w'-]+)"
)


def nothing_left_over(look: Look, item: Item) -> Found:
    """No unfilled gap, nobody else's name, no other company, no other job, no other day."""
    draft = look.draft
    for found in _PLACEHOLDER.finditer(draft.folded):
        if any(a <= found.start() < b for a, b in draft.left_out):
            continue
        if found.group()[0].isalpha() and _HARMLESS.search(
            draft.folded, max(0, found.start() - 30), found.start()
        ):
            continue
        if (
            found.group()[0].isalpha()
            and re.match(r"(?:first|last|your|company|position|job)\b", found.group())
            and "name" not in found.group()
        ):
            continue
        return Found(
            verdict="breach",
            spans=(found.span(),),
            found=draft.text[slice(*found.span())],
            message="placeholder",
        )
    for check in (_other_company, _other_job, _other_person):
        result = check(look)
        if result is not None:
            return result
    wrong = wrong_days(look)
    if wrong:
        span, said, wanted = wrong[0]
        return Found(verdict="breach", spans=(span,), found=said, wanted=wanted, message="day")
    return Found(verdict="met")


def _other_company(look: Look) -> Found | None:
    company = look.context.company
    if not company.strip():
        return None
    text = look.draft.text
    ours = {plain(w) for w in WORD.findall(company)}
    for frame in _EMPLOYER.finditer(look.view):
        name = _NAME.match(text, frame.end())
        if not name or not name.group(1)[:1].isupper():
            continue
        words = [w for w in WORD.findall(name.group(1)) if w[0].isupper()]
        keys = [plain(w).removesuffix("'s") for w in words]
        if not words or any(k in ours or k in look.known or stem_in(k, look.known) for k in keys):
            continue
        if (
            keys[0] in word_lists().calendar
            or keys[0] in {"english", "i", "it", "hr", "java", "python", "excel"}
            or len(keys[0]) < 3
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
        group = 1 if found.group(1) else 2
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
            r"\b(?:my|former|previous|last|present|current|had|held|as|old|another|other|i was|was)\b[^.]{0,40}$",
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
        span = found.span(1)
        return Found(
            verdict="breach",
            spans=(span,),
            found=found.group(1),
            wanted=look.context.interviewer_name,
            message="person",
        )
    return None
