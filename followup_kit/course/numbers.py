"""Numbers as people type them: figures of several countries, or words."""

from __future__ import annotations

import math
import re
import unicodedata

from followup_kit.course.given import Given, folded, tidy
from followup_kit.errors import shorten

__all__ = ["read_number"]

_COUNT = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_WORDS: dict[str, float] = {word: n for n, word in enumerate(_COUNT)} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "none": 0, "nil": 0, "nothing": 0, "never": 0, "once": 1, "twice": 2, "thrice": 3,
    "dozen": 12, "couple": 2, "pair": 2, "half": 0.5, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_TIMES = {"hundred": 100, "thousand": 1000, "dozen": 12}
_UNCLEAR = re.compile(
    r"\b(?:more|less|fewer|greater|over|under|above|below|not|least|most|idea|clue)\b|[<>≤≥≠]|don'?t|\bdo not\b"
)
_FIGURES = re.compile(r"(?<![\w.,])[-+−–]?[.,]?\d(?:[\d.,'’]|[ ](?=\d{3}(?!\d)))*(?:e[+-]?\d+)?")
_EXAMPLE = "write it in figures, for example 3."


def read_number(answer: object) -> Given:
    """A number, in figures or words, with or without what it counts.

    >>> [read_number(t).value for t in ("10", "ten", "10 working days", "twenty-one", "1,5", "1 000", "½", 7)]
    [10, 10, 10, 21, 1.5, 1000, 0.5, 7]
    >>> read_number("a few").problem
    "'a few' is not a number: write it in figures, for example 3."
    >>> read_number("1,000").problem
    '1,000 can mean 1000 or 1: write it without the comma.'
    """
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        small = abs(answer) < 1e300
        return _number(answer if small else math.inf, str(answer) if small else "This")
    quoted = shorten(tidy(answer), 40)
    text = _fractions(unicodedata.normalize("NFC", tidy(answer)))
    text = folded(text).replace("\u2044", "/")
    text = re.sub(r"(?<=\d)_(?=\d)", "", text).rstrip(".,;!")
    if _UNCLEAR.search(text):
        return Given(problem=f"{quoted!r} leaves open which number it is: write only the one that you mean.")
    figures = [f.group() for f in _FIGURES.finditer(text)]
    if len(figures) > 1 and set(figures[1:]) != {figures[0]}:
        return Given(
            problem=f"There is more than one number in {quoted!r}: write only the one that you mean."
        )
    if figures:
        end = text.index(figures[0]) + len(figures[0])
        if re.match(r"[a-z]\d|/", text[end:]):
            return Given(problem=f"{quoted!r} is not a number: {_EXAMPLE}")
        return _figure(figures[0].rstrip(".,'’"), quoted)
    return _in_words(text, quoted)


def _fractions(text: str) -> str:
    """With ½ and its like, and 1/2 after a whole number or alone, as decimal fractions."""

    def value(found: re.Match[str]) -> str:
        return str(float(found[1] or 0) + unicodedata.numeric(found[2]))

    text = re.sub(r"(\d+)?\s?([¼½¾⅓⅔⅕⅛])", value, text)
    quotient = re.fullmatch(r"(?:(\d{1,6})\s+)?(\d{1,3})\s*/\s*(\d{1,3})", text)
    if quotient and int(quotient[3]):
        return str(int(quotient[1] or 0) + int(quotient[2]) / int(quotient[3]))
    return text


def _figure(figure: str, quoted: str) -> Given:
    """The number of one figure, with the signs of thousands and decimals of any country."""
    figure = re.sub(r"[ '’]", "", figure).replace("−", "-").replace("–", "-")
    marks = re.findall(r"[.,]", figure)
    if (
        len(set(marks)) == 2 and marks.count(marks[-1]) == 1
    ):  # 1.234,5 and 1,234.5: the last one is the decimal
        figure = figure.replace(marks[0], "").replace(marks[-1], ".")
    elif len(marks) > 1:
        if not re.fullmatch(r"[-+]?\d{1,3}([.,])\d{3}(\1\d{3})*", figure):
            return Given(problem=f"{quoted!r} is not a number: {_EXAMPLE}")
        figure = figure.replace(marks[0], "")
    elif re.fullmatch(r"[-+]?[1-9]\d{0,2}(?:,\d{3}|\.000)", figure):
        mark = "comma" if "," in figure else "point"
        one, other = re.sub(r"[.,]", "", figure), float(figure.replace(",", "."))
        return Given(problem=f"{figure} can mean {one} or {other:g}: write it without the {mark}.")
    try:
        return _number(float(figure.replace(",", ".")), quoted)
    except ValueError:
        return Given(problem=f"{quoted!r} is not a number: {_EXAMPLE}")


def _in_words(text: str, quoted: str) -> Given:
    """The number of a text without figures."""
    text = re.sub(r"\band a half\b", "half", text)
    words = [w for w in re.findall(r"[^\W\d_]+", text) if w not in ("a", "an", "and")]
    if words[:1] == ["no"]:
        return (
            _number(0, quoted) if len(words) < 4 else Given(problem=f"{quoted!r} is not a number: {_EXAMPLE}")
        )
    groups: list[float] = []
    follows = False
    for word in words:
        value = _WORDS.get(word)
        if value is not None:
            if follows and word in _TIMES:
                groups[-1] *= _TIMES[word]
            elif follows and _adds(groups[-1], value):
                groups[-1] += value
            else:
                groups.append(value)
        follows = value is not None
    if len(groups) > 1:
        return Given(
            problem=f"There is more than one number in {quoted!r}: write only the one that you mean."
        )
    if not groups:
        return Given(problem=f"{quoted!r} is not a number: {_EXAMPLE}")
    return _number(-groups[0] if words[0] == "minus" else groups[0], quoted)


def _adds(before: float, value: float) -> bool:
    """True where two number words beside each other make one number: twenty one, hundred twenty, three and a half."""
    if value == 0.5:
        return before == int(before)
    return (
        (before >= 20 and before % 10 == 0 and 0 < value < 10 and before < 100)
        or (before >= 100 and before % 100 == 0 and 0 < value < 100)
        or (before >= 120 and before % 100 in range(20, 100, 10) and 0 < value < 10)
    )


def _number(value: float, text: str) -> Given:
    if math.isnan(value) or abs(value) > 1e9:
        return Given(problem=f"{text!r} is no number that can be meant here: {_EXAMPLE}")
    whole = int(value) if value == int(value) else float(value)
    return Given(value=whole, shown=str(whole))
