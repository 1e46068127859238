"""What people really type, read as what they mean: choices, yes or no, names; days and numbers stand beside it.

Each reader takes anything and returns a :class:`~followup_kit.course.given.Given`: the value, or one
sentence that says what could not be read and how to write it. Nothing here knows which answer is right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from followup_kit.course.days import MONTHS, WEEKDAYS, read_day, read_time, say_day
from followup_kit.course.given import Given, folded, is_blank, tidy
from followup_kit.course.numbers import read_number
from followup_kit.errors import near_matches, shorten

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Given",
    "is_blank",
    "read_choice",
    "read_choices",
    "read_day",
    "read_name",
    "read_number",
    "read_text",
    "read_time",
    "read_yes_no",
    "say_day",
]

_YES = frozenset(
    "yes y yeah yep yup yess aye true ok okay sure right correct definitely certainly absolutely indeed 1 ja oui si sí "
    "✓ ✔ ☑ 👍".split()
)
_NO = frozenset("no n nope nah nay false not never wrong 0 nein non nee nao não ✗ ✘ ✕ ☒ 👎".split())
_OPENERS = frozenset("i think it is would say so well oh that s of course my answer".split())

_PLACES = tuple("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_AROUND = frozenset(
    "i we she he they you it is be would will should shall could can may might do to send write use make give choose "
    "pick take my the a an by with via option answer number line one please think that this of as in on".split()
)
"""Words that change nothing about which option is meant."""
_DENYING = frozenset("not no never neither nor without instead except but rather don t".split())
_MOST_WORDS = 12
_EVERY = frozenset({"all", "all of them", "all of these", "every one", "everything", "each", "alle"})
_NONE = frozenset({"none", "none of them", "none of these", "nothing", "neither", "no one of them"})

WORDS: Mapping[str, tuple[str, ...]] = {
    "email": (
        "e-mail",
        "mail",
        "by e-mail",
        "by email",
        "an e-mail",
        "an email",
        "electronic mail",
        "send an e-mail",
    ),
    "phone": (
        "telephone",
        "call",
        "by phone",
        "a call",
        "phone call",
        "a phone call",
        "telephone call",
        "ring",
        "by telephone",
        "tel",
    ),
    "letter": ("by letter", "a letter", "posted letter", "letter by post", "by post", "paper letter"),
    "card": ("a card", "handwritten card", "handwritten", "handwritten note", "by hand"),
    "none": ("nothing", "no channel", "nobody", "no one", "-"),
    "lead_interviewer": ("lead interviewer", "the lead interviewer", "lead"),
    "hiring_manager": ("hiring manager", "the hiring manager", "manager"),
    "interviewer": ("the interviewer",),
    "everyone": ("everybody", "all", "all of them", "everyone i met"),
    "recruiter": ("the recruiter", "agency", "the agency", "the recruiter at the agency"),
    "editorial": ("ours", "our own", "our number", "the course", "the course's", "the course's own"),
}
"""Other words for answers that recur, besides those that an exercise gives."""


def read_yes_no(answer: object) -> Given:
    """Yes or no.

    >>> [read_yes_no(t).value for t in ("Yes", "no.", True, "nope", "I think yes", "✓")]
    [True, False, True, False, True, True]
    >>> read_yes_no("yes or no").problem
    "'yes or no' is both yes and no: write one of the two."
    """
    if isinstance(answer, bool):
        return Given(value=answer, shown="yes" if answer else "no")
    text, quoted = folded(answer), shorten(tidy(answer), 40)
    words = re.findall(r"\w+|[✓✔☑✗✘✕☒👍👎]", text)
    if re.match(r"\W*(?:y(?:es)?\s*(?:/|or|and)\s*no?|no?\s*(?:/|or|and)\s*y(?:es)?)\b", text):
        return Given(problem=f"{quoted!r} is both yes and no: write one of the two.")
    while len(words) > 1 and words[0] in _OPENERS:
        words.pop(0)
    first = words[0] if words else ""
    if first in _YES or first in _NO:
        return Given(value=first in _YES, shown="yes" if first in _YES else "no")
    return Given(problem=f"{quoted!r} is neither yes nor no: write one of the two.")


def read_choice(answer: object, options: Mapping[str, str]) -> Given:
    """One of ``options`` (id → text), by its id, its text, another word for it, or its number in the list.

    Words around it do not matter, as long as they name one option only and do not deny it. Nor need the
    text be whole: some words of it are enough where no other option has them.

    >>> channels = {"email": "an e-mail", "phone": "a phone call"}
    >>> [read_choice(t, channels).value for t in ("by phone", "2", "B)", "I would call", "the second one")]
    ['phone', 'phone', 'phone', 'phone', 'phone']
    >>> read_choice("fone", channels).problem
    "'fone' is not one of the answers. Did you mean phone?"
    """
    text, quoted = _key(answer), shorten(tidy(answer), 40)
    names = _names(options)
    found = {names[text]} if text in names else _within(text, names, options) or _part_of(text, options)
    if len(found) == 1:
        (id,) = found
        return Given(value=id, shown=options[id])
    if found:
        several = ", ".join(o for o in options if o in found)
        return Given(problem=f"{quoted!r} names more than one of the answers ({several}): choose one.")
    for shown in ({_key(id): id.replace("_", " ") for id in options}, {_key(w): w for w in options.values()}):
        for near in near_matches(text, shown, 1):
            return Given(problem=f"{quoted!r} is not one of the answers. Did you mean {shown[near]}?")
    return Given(problem=f"{quoted!r} is not one of the answers: {', '.join(options)}.")


def _key(answer: object) -> str:
    """The words of an answer, without signs; a text of signs alone stays."""
    text = folded(answer)
    return " ".join(re.findall(r"\w+", text.replace("_", " "))) or text


def _names(options: Mapping[str, str]) -> dict[str, str]:
    """What each option may be called, and whose name it is. An id wins over another option's other word."""
    names: dict[str, str] = {}
    for n, (id, words) in enumerate(options.items()):
        letter, place = (chr(97 + n), _PLACES[n]) if n < len(_PLACES) else ("", "")
        for name in (*WORDS.get(id, ()), str(n + 1), letter, place, words, id):
            if name:
                names[_key(name)] = id
    # "letter" against "by post", and an option called "two" against the second one.
    return names | {_key(words): id for id, words in options.items()} | {_key(id): id for id in options}


def _within(text: str, names: Mapping[str, str], options: Mapping[str, str]) -> set[str]:
    """The options that a longer text names, unless it denies one."""
    words = text.split()
    if len(words) > _MOST_WORDS or not _DENYING.isdisjoint(words):
        return set()
    rest = " ".join(w for w in words if w not in _AROUND)
    if rest in names and (len(rest) > 1 or rest.isdigit()):
        return {names[rest]}
    # Beside words of the learner's own, an option must be named in full: "office manager" is no hiring manager.
    full = {_key(words): id for id, words in options.items()} | {_key(id): id for id in options}
    inside = {n for n in full if len(n) > 2 and f" {n} " in f" {text} "}
    longest = {n for n in inside if not any(n != other and f" {n} " in f" {other} " for other in inside)}
    return {full[n] for n in longest}


def _part_of(text: str, options: Mapping[str, str]) -> set[str]:
    """The option of whose text these are some words, side by side; one word alone says too little."""
    if len(text.split()) < 2 or len(text) < 8 or not _DENYING.isdisjoint(text.split()):
        return set()
    return {id for id, words in options.items() if f" {text} " in f" {_key(words)} "}


def read_choices(answer: object, options: Mapping[str, str]) -> Given:
    """Any of ``options``: a list, or a text with commas, semicolons, lines or "and" between them.

    >>> channels = {"email": "an e-mail", "phone": "a call", "card": "a card"}
    >>> sorted(read_choices("email and phone", channels).value)
    ['email', 'phone']
    >>> sorted(read_choices("all of them", channels).value)
    ['card', 'email', 'phone']
    """
    names = _names(options)
    if isinstance(answer, str):
        text = _key(answer)
        if text in names:
            return Given(value=frozenset({names[text]}), shown=options[names[text]])
        if text in _EVERY or (text in ("both", "both of them") and len(options) == 2):
            return Given(value=frozenset(options), shown=", ".join(options.values()))
        if text in _NONE:
            return Given(value=frozenset(), shown="none of them")
    items: Iterable[object] = _items(answer, names) if isinstance(answer, str) else answer  # type: ignore[assignment]
    if not isinstance(items, list | tuple | set | frozenset):
        items = [items]
    read = [read_choice(i, options) for i in items if not is_blank(i)]
    problem = next((r.problem for r in read if r.problem), "")
    if problem:
        return Given(problem=problem)
    chosen = frozenset(r.value for r in read)
    return Given(value=chosen, shown=", ".join(options[o] for o in options if o in chosen))


def _items(text: str, names: Mapping[str, str]) -> list[str]:
    """The items of a list that is written as a text; an item that is a whole name is not taken apart."""
    pieces = re.split(r"[,;\n+&•·|/]|\s[-–—]\s", unicodedata.normalize("NFKC", text))
    items: list[str] = []
    for piece in pieces:
        bare = re.sub(r"^\s*(?:\d+|[A-Za-z])?[.)\]]\s+|^\s*[-*]\s*", "", piece).strip(" .[](){}")
        parts = [bare] if _key(bare) in names else re.split(r"\b(?:and|or|und|et|y|as well as|also)\b", bare)
        for part in parts:
            words = part.split()
            apart = len(words) > 1 and _key(part) not in names and all(_key(w) in names for w in words)
            items += words if apart else [part]
    return [i for i in items if i.strip()]


def read_name(answer: object) -> Given:
    """A name as it is spelled: composed letters and single spaces, otherwise untouched.

    >>> read_name("  Zoë   Özdemir ").value
    'Zoë Özdemir'
    """
    text = tidy(answer)
    return Given(value=text, shown=text)


def read_text(answer: object) -> Given:
    """A text of any length, with its lines."""
    text = unicodedata.normalize("NFC", str(answer)).encode("utf-8", "replace").decode().strip()
    return Given(value=text, shown=shorten(" ".join(text.split()), 60))
