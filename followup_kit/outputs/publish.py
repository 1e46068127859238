"""Putting follow-ups into a calendar server (CalDAV), with the ``caldav`` client.

What is new is added, what changed is replaced, what was cancelled is removed. Entries that are
not ours are never read beyond their identity, and never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from icalendar import Calendar as IcsCalendar

from followup_kit.errors import JournalError, UnknownName
from followup_kit.outputs.ics import Occasion, calendar
from followup_kit.records.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Published", "publish", "server_name"]

_COMPARED = ("SUMMARY", "DTSTART", "STATUS", "SEQUENCE", "DESCRIPTION", "CATEGORIES")
_HOME = ("localhost", "127.0.0.1", "::1")


class Published(Record, frozen=True, kw_only=True):
    """What happened to the entries of a calendar."""

    calendar: str
    added: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0


def publish(
    url: str, occasions: Iterable[Occasion], *, user: str, password: str, name: str | None = None
) -> Published:
    """Bring a calendar on a server up to date; ``url`` is the calendar's, or the server's with its ``name``.

    The password goes to that server only, and not without encryption unless the server runs on
    this computer.

    Raises :class:`~followup_kit.errors.JournalError` where the server cannot be reached or says no.
    """
    host = server_name(url)
    with _explained(host):
        from caldav.davclient import DAVClient

        # Without asking the domain name system for another server: the learner named one.
        with DAVClient(
            url=url, username=user, password=password, enable_rfc6764=False, require_tls=False
        ) as client:
            found = _calendar(client, url, name)
            return _bring_up_to_date(client, found, occasions)


def _bring_up_to_date(client: Any, found: Any, occasions: Iterable[Occasion]) -> Published:
    there = {uid: event for event in found.get_events() if (uid := _uid(event))}
    count = {"added": 0, "updated": 0, "removed": 0, "unchanged": 0}
    for occasion in occasions:
        known = there.get(occasion.uid)
        if occasion.cancelled:
            if known is not None:
                client.delete(str(known.url))
                count["removed"] += 1
            continue
        made = calendar([occasion], method=None)
        if known is None:
            _put(client, str(found.url).rstrip("/") + f"/{occasion.uid}.ics", made)
            count["added"] += 1
        elif _same(known.data, made):
            count["unchanged"] += 1
        else:
            _put(client, str(known.url), made)
            count["updated"] += 1
    return Published(calendar=str(found.url), **count)


def _put(client: Any, url: str, made: bytes) -> None:
    answer = client.put(url, made.decode(), {"Content-Type": "text/calendar; charset=utf-8"})
    if answer.status not in (200, 201, 204):
        raise JournalError(
            f"The calendar server refused an entry (answer {answer.status}); run publish again."
        )


def _calendar(client: Any, url: str, name: str | None) -> Any:
    if name is None:
        found = client.calendar(url=url)
        if _is_calendar(found):
            return found
    calendars = client.principal().get_calendars()
    names = {str(c.get_display_name() or c.url): c for c in calendars}
    if name is None and len(names) == 1:
        return next(iter(names.values()))
    if name is None or name not in names:
        raise UnknownName("calendar on that server", name or "(none named)", names)
    return names[name]


def _is_calendar(found: Any) -> bool:
    from caldav.elements import cdav, dav

    kinds = found.get_properties([dav.ResourceType()], parse_props=False)
    return any(kind is not None and kind.find(cdav.Calendar.tag) is not None for kind in kinds.values())


def _uid(event: Any) -> str:
    for component in IcsCalendar.from_ical(event.data).walk("VEVENT"):
        return str(component.get("uid", ""))
    return ""


def _same(there: str, made: bytes) -> bool:
    old, new = (IcsCalendar.from_ical(text).walk("VEVENT")[0] for text in (there, made))
    return all(_plain(old.get(key)) == _plain(new.get(key)) for key in _COMPARED)


def _plain(value: Any) -> str:
    return value.to_ical().decode() if hasattr(value, "to_ical") else str(value)


def server_name(url: str) -> str:
    """The server of an address that may be given a password, in small letters.

    Raises :class:`~followup_kit.errors.JournalError` for any other address.

    >>> server_name("https://Cal.example.org/dav/")
    'cal.example.org'
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # brackets that do not close, or hold no address
        host = None
    if not host or parts.scheme not in ("http", "https"):
        raise JournalError(
            "The address of a calendar server begins with https://, for example https://example.org/dav/."
        )
    if parts.username or parts.password:
        raise JournalError(
            "Leave user and password out of the address: give --user, and the password when asked."
        )
    if parts.scheme == "http" and host not in _HOME:
        raise JournalError(f"{host} would get your password unencrypted: use its https:// address.")
    return host


@contextmanager
def _explained(host: str) -> Iterator[None]:
    try:
        import caldav.lib.error as answers
    except ImportError:
        raise JournalError(
            "Publishing needs two more packages: in the folder of the course, run python -m pip install '.[calendar]'."
        ) from None
    try:
        yield
    except answers.AuthorizationError:
        raise JournalError(f"{host} does not accept that user and password: check both.") from None
    except answers.NotFoundError:
        raise JournalError(f"There is no calendar at that address on {host}: check it.") from None
    except (answers.DAVError, ValueError) as error:
        raise JournalError(
            f"{host} answered something that cannot be used ({type(error).__name__})."
        ) from None
    except OSError:
        raise JournalError(f"{host} cannot be reached: check the address and the network.") from None
