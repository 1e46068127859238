"""What people really type, read as what they mean: dates, numbers, channels, names, yes or no.

Each reader takes anything and returns a :class:`Given`: the value, or one sentence that says
what could not be read and how to write it. Nothing here knows which answer is right.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from followup_kit.errors import near_matches, shorten
from followup_kit.records.base import Record

__all__ = [
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

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EXAMPLE = "Write it like 5 March 2026."
_COUNT = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBERS = {word: n for n, word in enumerate(_COUNT)} | {
    "none": 0,
    "no": 0,
    "once": 1,
    "twice": 2,
    "never": 0,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_YES = {"yes", "y", "yeah", "yep", "true", "ok", "okay", "sure", "right", "correct", "1"}
_NO = {"no", "n", "nope", "false", "not", "never", "wrong", "0"}

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
}
"""Other words for answers that recur, besides those that an exercise gives."""


class Given(Record, frozen=True, kw_only=True):
    """One answer as it was understood: ``value``, or a ``problem`` in one sentence. ``shown`` is the value in words."""

    value: Any = None
    shown: str = ""
    problem: str = ""


def is_blank(answer: object) -> bool:
    """True for an answer that was left as it stood: nothing, an ellipsis, only spaces or dots, an empty list.

    >>> [is_blank(a) for a in (None, ..., "", " … ", [], "0", 0)]
    [True, True, True, True, True, False, False]
    """
    if answer is None or answer is Ellipsis:
        return True
    if isinstance(answer, str):
        return not answer.strip(" \t\r\n\u00a0._…?-–")
    if isinstance(answer, list | tuple | set | frozenset | dict):
        return all(is_blank(a) for a in answer)
    return False


def say_day(day: dt.date) -> str:
    """A day in words, with its weekday, in English whatever the machine's language.

    >>> say_day(dt.date(2026, 3, 17))
    'Tue 17 March 2026'
    """
    return f"{WEEKDAYS[day.weekday()][:3].title()} {day.day} {MONTHS[day.month - 1].title()} {day.year}"


def tidy(answer: object) -> str:
    """The text of an answer: one kind of space, composed letters, no quotation marks around it."""
    text = unicodedata.normalize("NFC", str(answer)).replace("\u00a0", " ").replace("\u202f", " ")
    text = " ".join(text.split())
    return text.strip("\"'`“”‘’ ")


def read_day(answer: object, *, year: int = 2026) -> Given:
    """A day, however it is written; ``year`` is meant where none is given.

    Understood are ISO dates, day and month in words in either order, with or without weekday and
    ordinal, and figures with dots or slashes. Where day and month could be swapped it asks.

    >>> typed = (" 17 march 2026", "2026-03-17", "Tue 17 Mar", "March 17th", "17/3/2026")
    >>> {read_day(t).value.isoformat() for t in typed}
    {'2026-03-17'}
    >>> read_day("3/4/2026").problem
    '3/4/2026 can mean 3 April or 4 March: write the month as a word.'
    >>> read_day("Monday 17 March").problem
    '17 March 2026 is a Tuesday, not a Monday: which of the two do you mean?'
    """
    if isinstance(answer, dt.datetime):
        answer = answer.date()
    if isinstance(answer, dt.date):
        return Given(value=answer, shown=say_day(answer))
    text = unicodedata.normalize("NFKC", tidy(answer)).casefold().strip(" .,;!")
    quoted = shorten(tidy(answer), 40)
    weekday, rest = _weekday(text)
    found = (
        _figures(rest, year, quoted)
        if not re.search(r"[^\W\d_]", _plain(rest))
        else _words(rest, year, quoted)
    )
    if isinstance(found, Given):
        if weekday is not None and not rest.strip():
            return Given(problem=f"{quoted} names a weekday only: which day of which month? {_EXAMPLE}")
        return found
    number_year, month, day = found
    try:
        value = dt.date(number_year, month, day)
    except (ValueError, OverflowError):
        return Given(problem=f"There is no day {quoted}: check the day and the month.")
    if weekday is not None and value.weekday() != weekday:
        is_named, was_named = WEEKDAYS[value.weekday()].title(), WEEKDAYS[weekday].title()
        said = say_day(value)[4:]
        return Given(problem=f"{said} is a {is_named}, not a {was_named}: which of the two do you mean?")
    return Given(value=value, shown=say_day(value))


def _plain(text: str) -> str:
    """Without ordinal endings and the T of a time, so that only real words are left."""
    return re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text)


def _weekday(text: str) -> tuple[int | None, str]:
    """The weekday that ``text`` names, if any, and the rest of it."""
    for found in re.finditer(r"[^\W\d_]{3,}", text):
        word = "wed" if found.group() == "weds" else found.group()
        for n, name in enumerate(WEEKDAYS):
            if name.startswith(word):
                return n, (text[: found.start()] + " " + text[found.end() :]).strip(" ,.")
    return None, text


def _full_year(text: str | None, year: int) -> int:
    if text is None:
        return year
    return int(text) + 2000 if len(text) == 2 else int(text)


def _figures(text: str, year: int, quoted: str) -> tuple[int, int, int] | Given:
    """Year, month, day of a date in figures."""
    text = _plain(text).strip(" .,")
    iso = re.fullmatch(
        r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*t?\s*0{1,2}:0{2}(:0{2})?)?", text
    )
    if iso or (iso := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)):
        return int(iso[1]), int(iso[2]), int(iso[3])
    pair = re.fullmatch(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2}))?", text)
    if pair is None:
        return Given(problem=f"{quoted!r} is not a day that can be read. {_EXAMPLE}")
    first, second, number_year = int(pair[1]), int(pair[3]), _full_year(pair[4], year)
    both = first <= 12 and second <= 12 and first != second and 0 not in (first, second)
    if both and pair[2] != ".":  # with dots the day always comes first
        a, b = MONTHS[second - 1].title(), MONTHS[first - 1].title()
        return Given(problem=f"{quoted} can mean {first} {a} or {second} {b}: write the month as a word.")
    return (number_year, first, second) if second > 12 and pair[2] != "." else (number_year, second, first)


def _words(text: str, year: int, quoted: str) -> tuple[int, int, int] | Given:
    """Year, month, day of a date whose month is a word."""
    months, numbers = [], []
    for word in re.findall(r"\d+|[^\W\d_]+", _plain(text)):
        if word.isdigit():
            numbers.append(word)
        elif word not in ("the", "of", "on", "by", "day"):
            fits = [n for n, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
            fits = fits or ([9] if word == "sept" else [])
            if not fits:
                near = near_matches(word, (*MONTHS, *WEEKDAYS), 1)
                hint = f" Did you mean {near[0].title()}?" if near else ""
                return Given(problem=f"{shorten(word, 20)!r} in {quoted!r} is not a month.{hint} {_EXAMPLE}")
            months += fits
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) <= 2]
    if len(days) == 2 and not years:
        years, days = days[1:], days[:1]  # "17 March 26"
    if len(months) != 1 or len(days) != 1 or len(years) > 1 or len(numbers) != len(days) + len(years):
        missing = "the month" if not months else "the day" if not days else ""
        what = f"lacks {missing}" if missing else "is not one day"
        return Given(problem=f"{quoted!r} {what}. {_EXAMPLE}")
    return _full_year(years[0] if years else None, year), months[0], int(days[0])


def read_time(answer: object) -> Given:
    """A time of the day, on the clock of 24 hours or with am and pm.

    >>> [read_time(t).value.isoformat("minutes") for t in ("15:30", "3.30 pm", "9", "12 am")]
    ['15:30', '15:30', '09:00', '00:00']
    """
    text = tidy(answer).casefold().replace("a.m", "am").replace("p.m", "pm").rstrip(".")
    found = re.fullmatch(
        r"(?:at )?(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2})?\s*(am|pm|h|uhr|o'clock)?", text
    )
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half in ("am", "pm") and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            value = dt.time(hour, minute)
            return Given(value=value, shown=value.isoformat("minutes"))
    return Given(problem=f"{shorten(tidy(answer), 40)!r} is not a time: write it like 15:30.")


def read_number(answer: object) -> Given:
    """A number, in figures or words up to ninety-nine, with or without what it counts.

    >>> [read_number(t).value for t in ("10", "ten", "10 working days", "twenty-one", "1,5", 7)]
    [10, 10, 10, 21, 1.5, 7]
    >>> read_number("a few").problem
    "'a few' is not a number: write it in figures, for example 3."
    """
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        return _number(float(answer), str(answer))
    text = unicodedata.normalize("NFKC", tidy(answer)).casefold()
    figures = re.findall(r"(?<![\w.,])[-+−]?\d+(?:[.,]\d+)?(?!\d|e\d)", text)
    if len(figures) == 1:
        return _number(float(figures[0].replace(",", ".").replace("−", "-")), text)
    if len(figures) > 1:
        return Given(
            problem=f"There is more than one number in {shorten(text, 40)!r}: write only the one you mean."
        )
    words = re.findall(r"[a-z]+", text)
    for first, second in zip(words, [*words[1:], ""], strict=False):
        if first in _TENS:
            unit = _NUMBERS.get(second, 0)
            return _number(float(_TENS[first] + (unit if 0 < unit < 10 else 0)), text)
        if first in _NUMBERS:
            return _number(float(_NUMBERS[first]), text)
    return Given(
        problem=f"{shorten(tidy(answer), 40)!r} is not a number: write it in figures, for example 3."
    )


def _number(value: float, text: str) -> Given:
    if math.isnan(value) or abs(value) > 1e9:
        return Given(
            problem=f"{shorten(text, 40)!r} is too large to be meant here: write it in figures, for example 3."
        )
    whole = int(value) if value == int(value) else value
    return Given(value=whole, shown=str(whole))


def read_yes_no(answer: object) -> Given:
    """Yes or no.

    >>> [read_yes_no(t).value for t in ("Yes", "no.", True, "nope")]
    [True, False, True, False]
    """
    if isinstance(answer, bool):
        return Given(value=answer, shown="yes" if answer else "no")
    words = re.findall(r"\w+", tidy(answer).casefold())
    first = words[0] if words else ""
    if first in _YES or first in _NO:
        return Given(value=first in _YES, shown="yes" if first in _YES else "no")
    return Given(problem=f"{shorten(tidy(answer), 40)!r} is neither yes nor no: write one of the two.")


def read_choice(answer: object, options: Mapping[str, str]) -> Given:
    """One of ``options`` (id → text), by its id, its text, another word for it, or its number in the list.

    >>> read_choice("by phone", {"email": "an e-mail", "phone": "a phone call"}).value
    'phone'
    >>> read_choice("fone", {"email": "an e-mail", "phone": "a phone call"}).problem
    "'fone' is not one of the answers. Did you mean phone?"
    """
    text = _folded(tidy(answer))
    names: dict[str, str] = {}
    for n, (id, words) in enumerate(options.items(), 1):
        for name in (*WORDS.get(id, ()), str(n), chr(96 + n) if n <= 26 else "", words, id):
            if name:
                names[_folded(name)] = id
    # An id wins over another option's other word ("letter" against "by post").
    names |= {_folded(id): id for id in options}
    if text in names:
        return Given(value=names[text], shown=options[names[text]])
    near = near_matches(text, (_folded(n) for n in options), 1) or near_matches(text, names, 1)
    if near:
        return Given(
            problem=f"{shorten(tidy(answer), 40)!r} is not one of the answers. Did you mean {near[0]}?"
        )
    return Given(problem=f"{shorten(tidy(answer), 40)!r} is not one of the answers: {', '.join(options)}.")


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("_", " ")))


def read_choices(answer: object, options: Mapping[str, str]) -> Given:
    """Any of ``options``: a list, or a text with commas, semicolons, lines or "and" between them.

    >>> sorted(read_choices("email and phone", {"email": "an e-mail", "phone": "a call", "card": "a card"}).value)
    ['email', 'phone']
    """
    items: Iterable[object]
    items = re.split(r"[,;\n+&]|\band\b", answer) if isinstance(answer, str) else answer  # type: ignore[assignment]
    if not isinstance(items, list | tuple | set | frozenset):
        items = [items]
    read = [read_choice(i, options) for i in items if not is_blank(i)]
    problem = next((r.problem for r in read if r.problem), "")
    if problem:
        return Given(problem=problem)
    chosen = frozenset(r.value for r in read)
    return Given(value=chosen, shown=", ".join(options[o] for o in options if o in chosen))


def read_name(answer: object) -> Given:
    """A name as it is spelled: composed letters and single spaces, otherwise untouched.

    >>> read_name("  Zoë   Özdemir ").value
    'Zoë Özdemir'
    """
    text = tidy(answer)
    return Given(value=text, shown=text)


def read_text(answer: object) -> Given:
    """A text of any length, with its lines."""
    text = unicodedata.normalize("NFC", str(answer)).strip()
    return Given(value=text, shown=shorten(" ".join(text.split()), 60))
