"""Calendar files: what re-import needs, and what real parsers make of them."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
import recurring_ical_events
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

import followup_kit as fk
from followup_kit.journal.store import Journal
from followup_kit.outputs.ics import plan_calendar, plan_occasions
from followup_kit.planner import plan
from followup_kit.records.case import Event, Interview, Options, Person

DAY = dt.date(2026, 3, 2)
BERLIN = Interview(
    day=DAY, promised=dt.date(2026, 3, 16), timezone="Europe/Berlin", company="Acme", position="Clerk"
)
HARD = 'Zoë; "O\'Hara", \\n & Söhne\r\nBEGIN:VEVENT\x00\x85\u2028 ' + "名" * 120


def entries(made: bytes) -> dict[str, dict[str, str]]:
    """UID → the properties that matter, as icalendar reads them."""
    found = {}
    for event in Calendar.from_ical(made).walk("VEVENT"):
        found[str(event["uid"])] = {
            "summary": str(event["summary"]),
            "start": event["dtstart"].dt.isoformat(),
            "status": str(event["status"]),
            "sequence": str(event["sequence"]),
            "stamp": event["dtstamp"].dt.date().isoformat(),
        }
    return found


@pytest.mark.parametrize("protocol", fk.protocol_ids())
def test_every_touchpoint_is_one_entry_on_its_day(protocol: str) -> None:
    made = plan(BERLIN, protocol, events=["sent:2026-03-02:thank_you", "delayed:2026-03-12:2026-03-20"])
    read = entries(made.to_ics())
    assert [v["start"][:10] for v in read.values()] == [t.due.isoformat() for t in made]
    assert {v["sequence"] for v in read.values()} == {"2"}
    assert {v["stamp"] for v in read.values()} == {"2026-03-12"}
    assert [v["status"] == "CANCELLED" for v in read.values()] == [t.status == "cancelled" for t in made]


def test_a_timed_step_has_its_zone_and_the_others_none() -> None:
    made = plan(BERLIN, "persistent").to_ics()
    assert made.count(b"BEGIN:VTIMEZONE") == 1
    assert b"DTSTART;TZID=Europe/Berlin:20260302T190000" in made
    assert made.count(b"DTSTART;VALUE=DATE:") == 9
    years = set(re.findall(rb"DTSTART:(\d{4})", made))
    assert years == {b"2026"}, "time zones are described for the years used, not for 1970 to 2038"
    assert b"VTIMEZONE" not in plan(BERLIN, "classic").to_ics()


def test_without_a_zone_the_time_is_local_wherever_one_is() -> None:
    made = plan(msgspec.structs.replace(BERLIN, timezone=None), "persistent").to_ics()
    assert b"DTSTART:20260302T190000\r\n" in made
    assert b"VTIMEZONE" not in made


def test_taking_something_back_never_lowers_sequence_or_stamp() -> None:
    events = [
        "delayed:2026-03-09:2026-03-27",
        "sent:2026-03-10:thank_you",
        "undone:2026-03-12",
        "undone:2026-03-13",
    ]
    events += ["sent:2026-03-16:call", "undone:2026-03-16:sent:2026-03-16"]
    seen = [entries(plan(BERLIN, "classic", events=events[:n]).to_ics()) for n in range(len(events) + 1)]
    for n, (before, after) in enumerate(pairwise(seen), 1):
        assert {v["sequence"] for v in after.values()} == {str(n)}
        assert all(after[u]["stamp"] >= before[u]["stamp"] for u in before)
    assert {v["status"] for v in seen[-1].values()} == {v["status"] for v in seen[0].values()}
    assert plan(BERLIN, "classic", events=events) == plan(BERLIN, "classic"), (
        "plans that say the same are equal"
    )
    assert (
        plan(BERLIN, "classic", events=events * 2).to_ics() == plan(BERLIN, "classic", events=events).to_ics()
    )


def test_an_entry_says_rule_and_reason_and_has_an_alarm() -> None:
    made = plan(BERLIN, "classic")
    call = Calendar.from_ical(made.to_ics()).walk("VEVENT")[1]
    text = str(call["description"])
    assert made[1].reason in text
    assert all(rule in text for rule in made[1].rules)
    assert fk.rules()["000.19"].rule in text
    assert [str(c) for c in call["categories"].cats] == ["Follow-up", "Classic", "nudge"]
    (alarm,) = call.walk("VALARM")
    assert alarm["trigger"].dt == dt.timedelta(hours=9)


def test_what_is_done_or_cancelled_rings_no_more() -> None:
    made = plan(BERLIN, "classic", events=["sent:2026-03-03:thank_you", "rejected:2026-03-10"])
    events = Calendar.from_ical(made.to_ics()).walk("VEVENT")
    rings = {str(e["summary"]).partition(":")[0]: bool(e.walk("VALARM")) for e in events}
    assert rings.pop("Done") is False
    assert rings.pop("Cancelled") is False
    assert list(rings.values()) == [True]


def test_an_event_moves_the_entry_and_keeps_its_identity() -> None:
    before = entries(plan(BERLIN, "classic").to_ics())
    after = entries(plan(BERLIN, "classic", events=["delayed:2026-03-12:2026-03-27"]).to_ics())
    assert list(before) == list(after)
    moved = [u for u in before if before[u]["start"] != after[u]["start"]]
    assert len(moved) == 1
    assert after[moved[0]]["start"] == "2026-03-30"
    assert all(int(after[u]["sequence"]) > int(before[u]["sequence"]) for u in before)


def test_identities_differ_between_interviews_protocols_and_occurrences() -> None:
    variants = [
        plan(interview, protocol)
        for interview in (
            BERLIN,
            msgspec.structs.replace(BERLIN, company="Other"),
            msgspec.structs.replace(BERLIN, id="a"),
            msgspec.structs.replace(BERLIN, id="b"),
        )
        for protocol in fk.protocol_ids()
    ]
    uids = [o.uid for p in variants for o in plan_occasions(p)]
    assert len(uids) == len(set(uids))


def test_the_same_input_gives_the_same_bytes() -> None:
    first = plan(BERLIN, "persistent", events=["replied:2026-03-05"]).to_ics()
    assert first == plan(BERLIN, "persistent", events=["replied:2026-03-05"]).to_ics()
    assert first != plan(BERLIN, "persistent", events=["replied:2026-03-06"]).to_ics()


def test_today_is_no_part_of_it_but_statuses() -> None:
    made = entries(plan(BERLIN, "classic", today=dt.date(2027, 1, 1)).to_ics())
    assert {v["stamp"] for v in made.values()} == {"2026-03-02"}


def lines_are_short(made: bytes) -> bool:
    return all(len(line) <= 75 for line in made.split(b"\r\n"))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(name=st.text() | st.just(HARD), company=st.text() | st.just(HARD))
def test_any_name_survives_folding_and_escaping(name: str, company: str) -> None:
    interview = Interview(day=DAY, company=company, people=(Person(name=name, roles=("interviewer",)),))
    made = plan(interview, "persistent").to_ics()
    assert lines_are_short(made)
    assert b"\n" not in made.replace(b"\r\n", b"")
    read = Calendar.from_ical(made).walk("VEVENT")
    assert len(read) == 10
    clean = company.encode("utf-8", "replace").decode()
    if clean.isprintable() and clean.strip() == clean:
        assert str(read[0]["summary"]) == " ".join(
            f"Thank-you e-mail: {clean}".split() if clean else ["Thank-you", "e-mail"]
        )
    assert len(list(vobject.readComponents(made.decode()))) == 1


def test_two_parsers_of_other_hands_agree() -> None:
    made = plan(
        msgspec.structs.replace(BERLIN, company=HARD), "paced", options=Options(include=("card",)),
        events=["sent:2026-03-02:thank_you", "replied:2026-03-20"],
    )  # fmt: skip
    raw = made.to_ics()
    dates = sorted(t.due for t in made)
    listed = recurring_ical_events.of(Calendar.from_ical(raw)).between(
        dt.date(2026, 1, 1), dt.date(2027, 1, 1)
    )
    assert sorted(e["DTSTART"].dt for e in listed) == dates
    other = next(vobject.readComponents(raw.decode()))
    assert sorted(e.dtstart.value for e in other.vevent_list) == dates
    assert {e.status.value for e in other.vevent_list} <= {"CONFIRMED", "CANCELLED", "TENTATIVE"}


def test_a_timed_entry_is_the_same_instant_for_all() -> None:
    summer = Interview(day=dt.date(2026, 7, 1), timezone="America/New_York")
    raw = plan(summer, "persistent").to_ics()
    want = dt.datetime(2026, 7, 1, 23, 0, tzinfo=dt.UTC)
    (listed,) = recurring_ical_events.of(Calendar.from_ical(raw)).at(dt.date(2026, 7, 1))
    assert listed["DTSTART"].dt.astimezone(dt.UTC) == want
    other = next(vobject.readComponents(raw.decode()))
    assert other.vevent_list[0].dtstart.value.astimezone(dt.UTC) == want


# Journals


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    with Journal(tmp_path / "journal.sqlite") as made:
        yield made  # type: ignore[misc]


def test_a_journal_gives_all_plans_and_counts_all_events(journal: Journal) -> None:
    first = journal.add(BERLIN, "classic")
    journal.add(msgspec.structs.replace(BERLIN, company="Other"), "persistent")
    journal.record(first, Event.parse("replied:2026-03-05"))
    journal.undo(first, on=dt.date(2026, 3, 9))
    read = entries(journal.to_ics())
    assert len(read) == 12
    assert sorted({v["sequence"] for v in read.values()}) == ["0", "2"]
    assert sorted({v["stamp"] for v in read.values()}) == ["2026-03-02", "2026-03-09"]
    assert journal.to_ics() == journal.to_ics()


def test_what_an_undone_event_brought_is_withdrawn(journal: Journal) -> None:
    name = journal.add(BERLIN, "classic")
    journal.record(name, Event.parse("offer:2026-03-10"))
    brought = [u for u, v in entries(journal.to_ics()).items() if v["summary"].startswith("Confirmation")]
    assert len(brought) == 1
    journal.undo(name)
    assert entries(journal.to_ics())[brought[0]]["status"] == "CANCELLED"
    assert brought[0] not in entries(journal.plan(name).to_ics()), (
        "a plan alone does not know of it, as it says"
    )


def test_what_only_the_old_settings_planned_is_withdrawn(journal: Journal) -> None:
    name = journal.add(BERLIN, "persistent")
    journal.record(name, Event.parse("sent:2026-03-02:thank_you"))
    before = entries(journal.to_ics())
    journal.change(
        name, protocol="classic", interview=msgspec.structs.replace(BERLIN, day=dt.date(2026, 3, 1))
    )
    after = entries(journal.to_ics())
    assert set(before) < set(after)
    assert {after[u]["status"] for u in before} == {"CANCELLED"}
    assert {v["sequence"] for v in after.values()} == {"2"}
    journal.change(name, protocol="persistent")
    again = entries(journal.to_ics())
    assert {again[u]["status"] for u in before} == {"CONFIRMED"}
    assert {v["sequence"] for v in again.values()} == {"3"}


def test_a_corrected_interview_keeps_its_identity(journal: Journal) -> None:
    name = journal.add(BERLIN, "classic")
    before = entries(journal.to_ics())
    journal.change(name, interview=msgspec.structs.replace(BERLIN, company="Acme Ltd", promised=None))
    after = entries(journal.to_ics())
    assert list(before) == list(after)
    assert all("Acme Ltd" in v["summary"] for v in after.values())


def test_a_plan_can_be_told_how_many_events_there_were() -> None:
    made = plan_calendar(plan(BERLIN, "classic"), sequence=7)
    assert {v["sequence"] for v in entries(made).values()} == {"7"}
