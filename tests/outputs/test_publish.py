"""Publishing to a real calendar server on this computer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_kit.errors import JournalError, UnknownName
from followup_kit.journal.store import Journal
from followup_kit.outputs.ics import journal_occasions
from followup_kit.outputs.publish import Published, publish
from followup_kit.records.case import Event, Interview
from tests.calendar_server import calendars, there
from tests.needed import needed

caldav = needed("caldav")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.sqlite") as made:
        made.add(
            Interview(
                day=dt.date(2026, 3, 2),
                promised=dt.date(2026, 3, 16),
                company='Acme; "Söhne"',
                timezone="Europe/Berlin",
            ),
            "persistent",
            horizon_weeks=3,
        )
        yield made


def test_publish_change_publish_again(calendar_server: str, journal: Journal) -> None:
    (url,) = calendars(calendar_server, "ana", "Follow-ups")
    (name,) = [e.id for e in journal.entries()]

    def go() -> Published:
        return publish(url, journal_occasions(journal.entries()), user="ana", password="secret")

    first = go()
    assert (first.added, first.updated, first.removed) == (5, 0, 0)
    before = there(url, "ana")
    assert len(before) == 5
    assert go() == Published(calendar=first.calendar, unchanged=5)
    with caldav.DAVClient(
        url, username="ana", password="secret", enable_rfc6764=False, require_tls=False
    ) as client:
        client.calendar(url=url).add_event(
            dtstart=dt.datetime(2026, 3, 3, 9), dtend=dt.datetime(2026, 3, 3, 10), summary="Dentist"
        )
    journal.record(name, Event.parse("sent:2026-03-02:thank_you"))
    journal.record(name, Event.parse("snoozed:2026-03-03:call:2026-03-11"))
    moved = go()
    assert (moved.added, moved.updated, moved.removed) == (0, 4, 1), (
        "the last weekly contact left the horizon"
    )
    now = there(url, "ana")
    assert len(set(before) - set(now)) == 1
    assert sum("Dentist" in v for v in now.values()) == 1
    assert sum("2026-03-11" in v for v in now.values()) == 1
    journal.record(name, Event.parse("rejected:2026-03-12"))
    last = go()
    assert (last.added, last.removed) == (1, 3)
    left = sorted(v.split(":")[0] for v in there(url, "ana").values())
    assert len(left) == 3
    assert left[:2] == ["Dentist 2026-03-03 09", "Done"]
    journal.undo(name)
    again = go()
    assert (again.added, again.removed) == (3, 1)


def test_the_calendar_is_found_by_name_or_because_it_is_the_only_one(
    calendar_server: str, journal: Journal
) -> None:
    occasions = journal_occasions(journal.entries())
    with pytest.raises(UnknownName):
        publish(calendar_server, occasions, user="ben", password="secret")
    one, two = calendars(calendar_server, "ben", "One", "Two")
    with pytest.raises(UnknownName, match=r"One, Two|Two, One"):
        publish(calendar_server, occasions, user="ben", password="secret")
    with pytest.raises(UnknownName, match="Did you mean 'Two'"):
        publish(calendar_server, occasions, user="ben", password="secret", name="Tvo")
    assert publish(calendar_server, occasions, user="ben", password="secret", name="Two").calendar.rstrip(
        "/"
    ) == two.rstrip("/")
    assert len(there(two, "ben")) == 5
    assert there(one, "ben") == {}


def test_what_goes_wrong_is_said_in_a_sentence_and_never_with_the_password(
    calendar_server: str, journal: Journal
) -> None:
    occasions = journal_occasions(journal.entries())
    calendars(calendar_server, "cyd", "Mine")
    closed = "http://127.0.0.1:9/"
    for url, user, password, match in (
        (calendar_server, "cyd", "wr0ng", "does not accept"),
        (closed, "cyd", "s3cret", "cannot be reached"),
        ("http://example.org/dav", "cyd", "s3cret", "unencrypted"),
        ("https://cyd:s3cret@example.org/", "cyd", "s3cret", "out of the address"),
        ("example.org", "cyd", "s3cret", "begins with https"),
        (calendar_server.replace("http:", "https:"), "cyd", "s3cret", "cannot be reached"),
    ):
        with pytest.raises(JournalError, match=match) as told:
            publish(url, occasions, user=user, password=password)
        assert password not in str(told.value)


def test_a_second_journal_in_the_same_calendar_is_left_alone(
    calendar_server: str, journal: Journal, tmp_path: Path
) -> None:
    (url,) = calendars(calendar_server, "dee", "Shared")
    with Journal(tmp_path / "other.sqlite") as other:
        other.add(Interview(day=dt.date(2026, 3, 2), company="Other"), "classic")
        publish(url, journal_occasions(journal.entries()), user="dee", password="secret")
        publish(url, journal_occasions(other.entries()), user="dee", password="secret")
    assert len(there(url, "dee")) == 7
