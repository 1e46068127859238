"""Days and times as people type them, read as what they mean, or asked about in one sentence."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from followup_kit.course.given import Given, folded, tidy
from followup_kit.errors import near_matches, shorten
from followup_kit.records import words as named

__all__ = ["MONTHS", "WEEKDAYS", "read_day", "read_time", "say_day"]

MONTHS = tuple(month.lower() for month in named.MONTHS)
WEEKDAYS = tuple(day.lower() for day in named.WEEKDAYS)

# German, French, Spanish, Italian, Dutch, Portuguese, without accents: whoever thinks in one of them may write it.
_MONTHS_ELSEWHERE = (
    "januar janner janvier enero gennaio januari janeiro",
    "februar fevrier febrero febbraio februari fevereiro",
    "marz maerz mars marzo maart marco",
    "april avril abril aprile",
    "mai mayo maggio mei maio",
    "juni juin junio giugno junho",
    "juli juillet julio luglio julho",
    "august aout agosto augustus",
    "septembre septiembre settembre setembro",
    "oktober octobre octubre ottobre outubro",
    "novembre noviembre novembro",
    "dezember decembre diciembre dicembre dezembro",
)
_WEEKDAYS_ELSEWHERE = (
    "montag lundi lunes lunedi maandag segunda",
    "dienstag mardi martes martedi dinsdag terca",
    "mittwoch mercredi miercoles mercoledi woensdag quarta",
    "donnerstag jeudi jueves giovedi donderdag quinta",
    "freitag vendredi viernes venerdi vrijdag sexta",
    "samstag sonnabend samedi sabado sabato zaterdag",
    "sonntag dimanche domingo domenica zondag",
)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_IN_WORDS = {word: n for words in (_ORDINALS, _CARDINALS) for n, word in enumerate(words, 1)}
_IN_WORDS |= {"thirty": 30, "thirtieth": 30}
_TIME = re.compile(
    r"(?:[,\s]+|(?<=\d)t)(?:(?:at|um|by)\s+)?\d{1,2}"
    r"(?::\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|h|uhr)?|(?:[.h]\d{2})?\s*(?:[ap]\.?m\.?|uhr|o'clock|h))"
    r"(?:\s*(?:z|utc|[+-]\d{2}:?\d{2}))?\s*$"
)
_OPEN = frozenset(
    "after before not until till since from around about plus later earlier within than ago days weeks months".split()
)
"""Words with which a text leaves open which day is meant, even beside a day and a month."""
_RELATIVE = _OPEN | frozenset("next last following past tomorrow yesterday today week month".split())
_BESIDE = {
    "today": 0,
    "now": 0,
    "yesterday": 1,
    "the day before yesterday": 2,
    "day before yesterday": 2,
    "tomorrow": -1,
}
"""How many days ago, where the learner's own today is known."""
_PART = re.compile(r"^(?:earlier|early|late|this|just)\s+|\s+(?:morning|noon|afternoon|evening|night)$")
_EXAMPLE = "Write it like 5 March 2026."
_EARLIEST, _LATEST = 1900, 2200


def say_day(day: dt.date) -> str:
    """A day in words, with its weekday, in English whatever the machine's language.

    >>> say_day(dt.date(2026, 3, 17))
    'Tue 17 March 2026'
    """
    return f"{WEEKDAYS[day.weekday()][:3].title()} {day.day} {MONTHS[day.month - 1].title()} {day.year}"


def read_day(answer: object, *, year: int = 2026, today: dt.date | None = None) -> Given:
    """A day, however it is written; ``year`` is meant where none is given, ``today`` by "today" and "yesterday".

    Understood are ISO dates, day and month in words in either order, with or without weekday and
    ordinal, and figures with dots or slashes. Where day and month could be swapped it asks.

    >>> typed = (" 17 march 2026", "2026-03-17", "Tue 17 Mar", "March 17th", "17/3/2026", "17. März")
    >>> {read_day(t).value.isoformat() for t in typed}
    {'2026-03-17'}
    >>> read_day("3/4/2026").problem
    '3/4/2026 can mean 3 April or 4 March: write the month as a word.'
    >>> read_day("Monday 17 March").problem
    '17 March 2026 is a Tuesday, not a Monday: which of the two do you mean?'
    >>> read_day("yesterday morning", today=dt.date(2026, 3, 3)).shown
    'Mon 2 March 2026'
    """
    if isinstance(answer, dt.datetime) and answer == answer:  # pandas' missing time is no time
        answer = answer.date()
    if isinstance(answer, dt.date) and not isinstance(answer, dt.datetime):
        return Given(value=answer, shown=say_day(answer))
    quoted = shorten(tidy(answer), 40)
    text = re.sub(r"</?[a-z][^<>]*>", " ", folded(answer)).strip(" .,;!")
    text = _TIME.sub("", text).strip(" .,;!?")
    weekday, rest = _weekday(_in_figures(text))
    if today is not None and (ago := _days_ago(rest)) is not None:
        value = today - dt.timedelta(days=ago)
        return _checked((value.year, value.month, value.day), weekday, quoted)
    words = re.findall(r"[^\W\d_]+", _plain(rest))
    found = _words(rest, words, year, quoted) if words else _figures(rest, year, quoted)
    if isinstance(found, Given):
        if weekday is not None and not words and not re.search(r"\d", rest):
            return Given(problem=f"{quoted} names a weekday only: which day of which month? {_EXAMPLE}")
        return found
    given = _checked(found, weekday, quoted)
    return given if today is None else _beside(given, words, today)


def _beside(given: Given, words: list[str], today: dt.date) -> Given:
    """The day that was read, unless a "yesterday" beside it says another one."""
    for word in words if given.value is not None else ():
        said = today - dt.timedelta(days=_BESIDE[word]) if word in _BESIDE else given.value
        if given.value != said:
            return Given(
                problem=f"{word.title()} is {say_day(said)[4:]}, not {given.shown[4:]}: which of the two do you mean?"
            )
    return given


def _days_ago(text: str) -> int | None:
    """How many days ago "yesterday" and its like are; None for any other text."""
    if text in ("this morning", "this afternoon", "this evening", "tonight"):
        return 0
    return _BESIDE.get(_PART.sub("", text))


def _checked(found: tuple[int, int, int], weekday: int | None, quoted: str) -> Given:
    """The day of that year, month and day, if there is one and it falls on that weekday."""
    if not _EARLIEST <= found[0] <= _LATEST:
        return Given(problem=f"{quoted} has the year {found[0]}: check the year.")
    try:
        value = dt.date(*found)
    except (ValueError, OverflowError):
        return Given(problem=f"There is no day {quoted}: check the day and the month.")
    if weekday is not None and value.weekday() != weekday:
        is_named, was_named = WEEKDAYS[value.weekday()].title(), WEEKDAYS[weekday].title()
        said = say_day(value)[4:]
        return Given(problem=f"{said} is a {is_named}, not a {was_named}: which of the two do you mean?")
    return Given(value=value, shown=say_day(value))


def _plain(text: str) -> str:
    """Without ordinal endings, so that only real words are left."""
    return re.sub(r"(?<=\d)(st|nd|rd|th|er|º|ª|°)\b", "", text)


def _in_figures(text: str) -> str:
    """With the numbers from one to thirty-one in figures; a lone "second" or "one" may mean much else."""

    def figure(found: re.Match[str]) -> str:
        tens, unit = _IN_WORDS.get(found[1] or "", 0), _IN_WORDS[found[2]]
        return str(tens + unit) if tens in (20, 30) and unit < 10 else found[0] if tens else str(unit)

    names = "|".join(sorted(_IN_WORDS, key=len, reverse=True))
    return re.sub(rf"\b(?:(twenty|thirty)[\s-]+)?({names})\b", figure, text)


def _bare(word: str) -> str:
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _fitting(word: str, english: tuple[str, ...], elsewhere: tuple[str, ...], least: int) -> int | None:
    """The number from 0 of the one name that ``word`` is or begins; English first."""
    for n, name in enumerate(english):
        if len(word) >= 3 and name.startswith(word):
            return n
    bare = _bare(word)
    fits = {
        n
        for n, names in enumerate(elsewhere)
        if len(bare) >= least and any(x.startswith(bare) for x in names.split())
    }
    return fits.pop() if len(fits) == 1 else None


def _month(word: str) -> int | None:
    """The number from 1 of the month that ``word`` names."""
    if word == "sept":
        return 9
    found = _fitting(word, MONTHS, _MONTHS_ELSEWHERE, 3)
    return None if found is None else found + 1


def _weekday(text: str) -> tuple[int | None, str]:
    """The weekday that ``text`` names, if any, and the rest of it."""
    for found in re.finditer(r"[^\W\d_]{3,}", text):
        word = "wed" if found.group() == "weds" else found.group()
        if _month(word) is None:
            n = _fitting(word, WEEKDAYS, _WEEKDAYS_ELSEWHERE, 4)
            if n is not None:
                return n, (text[: found.start()] + " " + text[found.end() :]).strip(" ,.()")
    return None, text


def _full_year(text: str | None, year: int) -> int:
    if text is None:
        return year
    return int(text) + 2000 if len(text) == 2 else int(text)


def _figures(text: str, year: int, quoted: str) -> tuple[int, int, int] | Given:
    """Year, month, day of a date in figures."""
    text = _plain(text).strip(" .,;()[]{}=:")
    between = r"(?:\s*[-/.,–—]\s*|\s+)"
    iso = re.fullmatch(rf"(\d{{4}}){between}(\d{{1,2}}){between}(\d{{1,2}})", text)
    if iso or (iso := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)):
        return int(iso[1]), int(iso[2]), int(iso[3])
    pair = re.fullmatch(rf"(\d{{1,2}})({between})(\d{{1,2}})(?:{between}(\d{{4}}|\d{{2}}))?", text)
    if re.fullmatch(r"\d{1,2}", text):
        return Given(problem=f"{quoted!r} lacks the month. {_EXAMPLE}")
    if pair is None or (pair[4] is None and pair[2].strip() in ("", ",")):
        return Given(problem=f"{quoted!r} is not a day that can be read. {_EXAMPLE}")
    first, second, number_year = int(pair[1]), int(pair[3]), _full_year(pair[4], year)
    dotted = pair[2].strip() == "."  # with dots the day always comes first
    both = first <= 12 and second <= 12 and first != second and 0 not in (first, second)
    if both and not dotted:
        a, b = MONTHS[second - 1].title(), MONTHS[first - 1].title()
        return Given(problem=f"{quoted} can mean {first} {a} or {second} {b}: write the month as a word.")
    return (number_year, first, second) if second > 12 and not dotted else (number_year, second, first)


def _words(text: str, words: list[str], year: int, quoted: str) -> tuple[int, int, int] | Given:
    """Year, month, day of a date whose month is a word; what else is said around it is left aside."""
    months = [m for w in words if (m := _month(w)) is not None]
    if not months:
        return Given(problem=_no_month(words, quoted, has_figures=bool(re.search(r"\d", text))))
    if not _OPEN.isdisjoint(words):
        return Given(
            problem=f"{quoted!r} leaves open which day it is: write the day itself, like 5 March 2026."
        )
    several = re.search(r"\d\.?\s*(?:[-–—/&,]|and|to|or|bis|und)\s*\d{1,2}(?!\d)", _plain(text))
    numbers = re.findall(r"\d+", text)
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) <= 2]
    if len(days) == 2 and not years and _ends_in_year(text, days[1]):
        years, days = days[1:], days[:1]  # "17 March 26"
    elif several or len(days) > 1 or len(set(months)) > 1:
        return Given(problem=f"{quoted!r} names more than one day: write the one that you mean.")
    if len(days) != 1 or len(years) > 1 or len(numbers) != len(days) + len(years):
        return Given(problem=f"{quoted!r} {'is not one day' if days else 'lacks the day'}. {_EXAMPLE}")
    return _full_year(years[0] if years else None, year), months[0], int(days[0])


def _ends_in_year(text: str, last: str) -> bool:
    """True where ``last``, the last number, is a year of two figures: after day and month, and no end of a range."""
    found = re.search(rf"(\S*)[\s,'’-]\s*{last}\W*$", text)
    before = text[: found.start() + len(found[1])] if found else ""
    parted = bool(re.search(rf"[^\W\d_][\s.,'’-]+{last}\W*$|\d[,\s'’]+{last}\W*$", text))
    return (
        len(last) == 2 and parted and bool(re.search(r"[^\W\d_]", before)) and bool(re.search(r"\d", before))
    )


def _no_month(words: list[str], quoted: str, *, has_figures: bool) -> str:
    """Why a text without a month is no day."""
    if not _RELATIVE.isdisjoint(words):
        return f"{quoted!r} counts from another day: write the day itself, like 5 March 2026."
    for word in words:
        near = near_matches(word, (*MONTHS, *WEEKDAYS), 1)
        if len(word) > 2 and near and has_figures:
            return f"{shorten(word, 20)!r} in {quoted!r} is not a month. Did you mean {near[0].title()}? {_EXAMPLE}"
    if not has_figures:
        return f"{quoted!r} names no day. {_EXAMPLE}"
    if all(w in ("the", "on", "by", "of", "day") for w in words):
        return f"{quoted!r} lacks the month. {_EXAMPLE}"
    return f"{shorten(words[0], 20)!r} in {quoted!r} is not a month. {_EXAMPLE}"


def read_time(answer: object) -> Given:
    """A time of the day, on the clock of 24 hours or with am and pm.

    >>> [read_time(t).value.isoformat("minutes") for t in ("15:30", "3.30 pm", "9", "12 am", "noon")]
    ['15:30', '15:30', '09:00', '00:00', '12:00']
    """
    text = re.sub(r"([ap])\.\s*m\b", r"\1m", folded(answer)).rstrip(".")
    text = {"noon": "12:00", "midday": "12:00", "midnight": "0:00"}.get(text.removeprefix("at "), text)
    found = re.fullmatch(
        r"(?:at )?(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2})?\s*(am|pm|h|uhr|o'clock)?", text
    ) or re.fullmatch(r"(\d{2})(\d{2})()", text)
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half in ("am", "pm") and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            value = dt.time(hour, minute)
            return Given(value=value, shown=value.isoformat("minutes"))
    return Given(problem=f"{shorten(tidy(answer), 40)!r} is not a time: write it like 15:30.")
