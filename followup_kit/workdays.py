"""Working days of a country; the only module that imports ``holidays``.

A working day is not a day of the country's weekend and not a public holiday of it.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from followup_kit.errors import CaseError, UnknownName, shorten

__all__ = ["Calendar", "countries", "own_calendar", "read_calendar", "subdivisions", "working_days"]

_OTHER_NAMES = {
    "uk": "GB", "greatbritain": "GB", "britain": "GB", "england": "GB-ENG", "scotland": "GB-SCT",
    "wales": "GB-WLS", "northernireland": "GB-NIR", "america": "US", "unitedstatesofamerica": "US",
    "uae": "AE", "emirates": "AE", "holland": "NL", "thenetherlands": "NL", "nederland": "NL",
    "korea": "KR", "republicofkorea": "KR", "czechrepublic": "CZ", "turkiye": "TR", "macedonia": "MK",
    "cotedivoire": "CI", "swaziland": "SZ", "burma": "MM", "russianfederation": "RU", "deutschland": "DE",
    "osterreich": "AT", "schweiz": "CH", "suisse": "CH", "svizzera": "CH", "espana": "ES", "italia": "IT",
    "polska": "PL", "sverige": "SE", "norge": "NO", "danmark": "DK", "suomi": "FI", "belgie": "BE",
    "belgique": "BE", "brasil": "BR", "eire": "IE", "republicofireland": "IE",
}  # fmt: skip
"""What people call a country, without spaces and accents, where the calendars have another name for it."""

_DAY = dt.timedelta(days=1)


class Calendar:
    """The working days of one country or region.

    ``name`` is its code (``"US"``, ``"US-CA"``), ``label`` its name in words. Two calendars of the
    same name are the same; the days of a year are worked out once.

    >>> us = working_days("US")
    >>> us.is_working(dt.date(2026, 7, 3)), us.holiday(dt.date(2026, 7, 3))
    (False, 'Independence Day (observed)')
    >>> us.roll(dt.date(2026, 3, 14)).isoformat()
    '2026-03-16'
    >>> us.add(dt.date(2026, 3, 13), 2).isoformat()
    '2026-03-17'
    """

    __slots__ = ("_holidays", "_off", "_years", "label", "name")

    def __init__(
        self,
        name: str,
        label: str,
        off: Callable[[int], frozenset[dt.date]],
        holiday: Callable[[dt.date], str | None],
    ) -> None:
        self.name = name
        self.label = label
        self._off = off
        self._holidays = holiday
        self._years: dict[int, frozenset[dt.date]] = {}

    def __repr__(self) -> str:
        return f"Calendar({self.name!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Calendar) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)

    def is_working(self, day: dt.date) -> bool:
        """True on a working day."""
        off = self._years.get(day.year)
        if off is None:
            off = self._years[day.year] = self._off(day.year)
        return day not in off

    def holiday(self, day: dt.date) -> str | None:
        """The name of the public holiday on that day, or None."""
        return self._holidays(day)

    def roll(self, day: dt.date) -> dt.date:
        """The day itself if it is a working day, else the next working day."""
        while not self.is_working(day):
            day += _DAY
        return day

    def add(self, day: dt.date, count: int) -> dt.date:
        """The ``count``-th working day after ``day``; for 0, ``day`` itself."""
        for _ in range(count):
            day = self.roll(day + _DAY)
        return day


def working_days(country: str = "US", subdivision: str | None = None) -> Calendar:
    """The calendar of a country, and of a part of it where one is named.

    The country may be given as a code of two or three letters or by its English name; the
    subdivision by its code or name. ``"US-CA"`` names both.

    >>> working_days("Germany", "BY").name
    'DE-BY'
    >>> working_days("Germny")
    Traceback (most recent call last):
    followup_kit.errors.UnknownName: There is no country 'Germny'. Did you mean 'Germany (DE)'?
    """
    country = _OTHER_NAMES.get(_plain(country), country)
    code, dash, part = country.strip().partition("-")
    if dash and subdivision is None and len(code) in (2, 3):
        country, subdivision = code, part
    return _calendar(_country_code(country), (subdivision or "").strip())


def read_calendar(given: Calendar | str) -> Calendar:
    """The calendar that is meant: as it is, or as :func:`working_days` reads its name.

    Raises :class:`~followup_kit.errors.CaseError` for what is neither.

    >>> read_calendar("DE-BY") == read_calendar(working_days("Germany", "BY"))
    True
    """
    if isinstance(given, Calendar):
        return given
    if isinstance(given, str):
        return working_days(given)
    raise CaseError(f"{shorten(repr(given))} is no calendar: give a code such as 'US' or a calendar.")


def own_calendar(name: str, *, weekend: Iterable[int] = (5, 6), holidays: Iterable[dt.date] = ()) -> Calendar:
    """A calendar of one's own: weekend as weekday numbers (Monday is 0), and days off.

    >>> school = own_calendar("school", holidays=[dt.date(2026, 3, 16)])
    >>> school.roll(dt.date(2026, 3, 14)).isoformat()
    '2026-03-17'
    """
    days_off, weekdays = frozenset(holidays), frozenset(weekend)
    if not weekdays <= frozenset(range(7)) or len(weekdays) == 7:
        raise CaseError("A weekend is a set of weekday numbers from 0 (Monday) to 6, and not all seven.")

    def off(year: int) -> frozenset[dt.date]:
        return days_off | {d for d in _days_of(year) if d.weekday() in weekdays}

    return Calendar(name, name, off, lambda day: "day off" if day in days_off else None)


def countries() -> dict[str, str]:
    """The countries with a calendar: code of two letters → English name, by name."""
    return dict(_countries())


def subdivisions(country: str) -> tuple[str, ...]:
    """The codes of a country's parts that have holidays of their own."""
    import holidays

    known = holidays.list_supported_countries(include_aliases=False)
    code = _OTHER_NAMES.get(_plain(country), country).partition("-")[0]
    return tuple(sorted(known.get(_country_code(code), [])))


@cache
def _countries() -> dict[str, str]:
    from holidays.registry import COUNTRIES

    found = {codes[1]: key.replace("_", " ").title() for key, codes in COUNTRIES.items()}
    return dict(sorted(found.items(), key=lambda item: item[1]))


def _plain(name: str) -> str:
    """A name without accents, capitals and what stands between its words."""
    letters = unicodedata.normalize("NFKD", name[:100])
    return "".join(c for c in letters if c.isalnum()).casefold()


@cache
def _country_code(country: str) -> str:
    from holidays.registry import COUNTRIES

    wanted = _plain(country)
    for key, codes in COUNTRIES.items():
        if wanted and wanted in (_plain(key), *(c.casefold() for c in codes[1:3])):
            code: str = codes[1]
            return code
    names = [f"{name} ({code})" for code, name in _countries().items()]
    raise UnknownName("country", country, [*names, *(_countries() if len(wanted) <= 3 else ())])


@cache
def _subdivision_code(code: str, subdivision: str) -> str:
    import holidays

    codes: list[str] = holidays.list_supported_countries(include_aliases=False).get(code, [])
    if not codes:
        where = _countries()[code]
        raise CaseError(f"{where} ({code}) has no calendars for its parts: leave the subdivision out.")
    aliases: dict[str, str] = holidays.country_holidays(code).subdivisions_aliases
    wanted = subdivision.casefold()
    for known, its_code in [*zip(codes, codes, strict=True), *aliases.items()]:
        if known.casefold() == wanted:
            return its_code
    raise UnknownName(f"subdivision of {_countries()[code]}", subdivision, [*codes, *aliases])


@cache
def _calendar(code: str, subdivision: str) -> Calendar:
    import holidays

    part = _subdivision_code(code, subdivision) if subdivision else ""
    days = holidays.country_holidays(code, subdiv=part or None)

    def off(year: int) -> frozenset[dt.date]:
        if not days.start_year <= year <= days.end_year:
            raise CaseError(
                f"The public holidays of {_countries()[code]} are known for {days.start_year} to {days.end_year}, "
                f"and the plan reaches into {year}: check the year."
            )
        return frozenset(d for d in _days_of(year) if d in days or days.is_weekend(d))

    label = _countries()[code] + (f", {part}" if part else "")
    return Calendar(f"{code}-{part}" if part else code, label, off, days.get)


def _days_of(year: int) -> list[dt.date]:
    first = dt.date(year, 1, 1).toordinal()
    last = dt.date(year, 12, 31).toordinal()
    return [dt.date.fromordinal(n) for n in range(first, last + 1)]
