"""Journal: recording, correcting, undoing, reading back."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.errors import CaseError, JournalError, UnknownName
from followup_kit.journal.store import Journal
from followup_kit.planner import plan
from followup_kit.records.case import Event, Interview, Options, Person
from tests.journal.conftest import DAY, interview


def test_an_interview_comes_back_as_it_was(journal: Journal) -> None:
    given_ = interview(
        topics=("shift plans", ""), ends=dt.time(16, 30), timezone="Europe/Berlin", contact_via="Hays"
    )
    options = Options(pace="assertive", include=("card",), channels={"check_in": "phone"}, written_only=True)
    name = journal.add(given_, "paced", calendar="DE-BY", options=options, horizon_weeks=5)
    entry = journal.entry(name)
    assert entry.interview == msgspec.structs.replace(given_, id=name)
    assert (entry.settings.options, entry.settings.calendar, entry.settings.horizon_weeks) == (
        options,
        "DE-BY",
        5,
    )
    assert journal.plan(name) == plan(
        entry.interview, "paced", calendar="DE-BY", options=options, horizon_weeks=5
    )


def test_a_plan_is_made_from_all_events(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    events = [
        "sent:2026-03-02:thank_you",
        "delayed:2026-03-12:2026-03-20",
        "snoozed:2026-03-20:call:2026-03-24",
    ]
    for event in events:
        journal.record(name, Event.parse(event))
    assert journal.plan(name) == plan(journal.entry(name).interview, "classic", events=events)


def test_all_fields_of_an_event_are_kept(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    event = Event(
        kind="sent",
        on=DAY,
        step="thank_you",
        channel="card",
        to="everyone",
        note="line one\n=2+2 \N{SNOWMAN}",
    )
    journal.record(name, event)
    assert journal.entry(name).events == (event,)


def test_what_cannot_be_planned_is_not_recorded(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    for wrong in ("replied:2026-03-01", "sent:2026-03-03:nonsense", "undone:2026-03-03"):
        with pytest.raises((CaseError, UnknownName)):
            journal.record(name, Event.parse(wrong))
    with pytest.raises(UnknownName):
        journal.add(interview(), "persistant")
    with pytest.raises(UnknownName):
        journal.add(interview(), "classic", calendar="Germny")
    assert journal.entry(name).events == ()
    assert len(journal.entries()) == 1


def test_undo_is_an_event(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    before = journal.plan(name)
    journal.record(name, Event.parse("offer:2026-03-10"))
    assert journal.undo(name).touchpoints == before.touchpoints
    assert [e.kind for e in journal.entry(name).events] == ["offer", "undone"]
    with pytest.raises(CaseError, match="no event to take back"):
        journal.undo(name)


def test_undo_again_takes_back_the_one_before(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    for event in ("sent:2026-03-02:thank_you", "replied:2026-03-05", "offer:2026-03-10"):
        journal.record(name, Event.parse(event))
    left = [[e.kind for e in journal.undo(name).events] for _ in range(3)]
    assert left == [["sent", "replied"], ["sent"], []]


def test_undo_can_name_an_earlier_event(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    thanks = Event.parse("sent:2026-03-02:thank_you")
    journal.record(name, thanks)
    journal.record(name, Event.parse("replied:2026-03-05"))
    undone = journal.undo(name, thanks, on=dt.date(2026, 3, 6))
    assert [e.kind for e in undone.events] == ["replied"]
    fresh = journal.add(interview(position="Cook"), "classic")
    with pytest.raises(CaseError, match="no event to take back"):
        journal.undo(fresh)


def test_the_file_itself_refuses_to_change_or_remove_events(tmp_path: Path) -> None:
    with Journal(tmp_path / "j.sqlite") as journal:
        name = journal.add(interview(), "classic")
        journal.record(name, Event.parse("replied:2026-03-05"))
    db = sqlite3.connect(tmp_path / "j.sqlite")
    try:
        for statement in ("DELETE FROM events", "UPDATE events SET note = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="events are never"):
                db.execute(statement)
    finally:
        db.close()


def test_a_correction_replans_and_remembers(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    corrected = interview(promised=dt.date(2026, 3, 23), people=(Person(name="Zoé Özdemir"),))
    changed = journal.change(name, interview=corrected, protocol="measured")
    assert changed.protocol == "measured"
    assert changed == journal.plan(name)
    entry = journal.entry(name)
    assert [s.protocol for s in entry.settings.former] == ["classic"]
    assert [p.name for p in journal.people()] == ["Zoé Özdemir"]
    journal.change(name, interview=msgspec.structs.replace(entry.interview, company="Acme Ltd"))
    assert len(journal.entry(name).settings.former) == 1, "another spelling of the company moves no date"
    assert journal.entry(name).interview.company == "Acme Ltd"


def test_a_further_round_ends_the_old_plan_and_has_its_own(journal: Journal) -> None:
    first = journal.add(interview(), "paced", calendar="DE")
    second = journal.next_round(first, Interview(day=dt.date(2026, 3, 20)), on=dt.date(2026, 3, 12))
    old, new = journal.entry(first), journal.entry(second)
    assert not any(t.open for t in journal.plan(first))
    assert (new.application, new.interview.company, new.settings.calendar) == (old.application, "Acme", "DE")
    assert journal.plan(second)[0].step == "thank_you"


def test_a_further_round_that_cannot_be_planned_leaves_the_old_one(journal: Journal) -> None:
    first = journal.add(interview(), "classic")
    with pytest.raises(JournalError):
        journal.next_round(first, Interview(day=DAY, id=first), on=dt.date(2026, 3, 12))
    assert journal.entry(first).events == ()


def test_people_are_known_again(journal: Journal) -> None:
    journal.add(interview(), "classic")
    journal.add(interview(position="Cook"), "classic")
    journal.add(interview(company="Other", people=(Person(name="Li Wei"),)), "classic")
    names = sorted(p.name for p in journal.people())
    # Zoë has an e-mail, so she is one person; three Li Weis without one may be three.
    assert names == ["Li Wei", "Li Wei", "Li Wei", "Zoë Özdemir"]


def test_two_people_of_one_name_in_one_interview_stay_two(journal: Journal) -> None:
    twins = (Person(name="Kim Lee"), Person(name="Kim Lee", title="Dr"))
    name = journal.add(interview(people=twins), "classic")
    assert journal.entry(name).interview.people == twins


def test_own_protocols_are_kept_whole(journal: Journal) -> None:
    own = msgspec.structs.replace(fk.load_protocol("persistent"), id="ours", title="Ours")
    name = journal.add(interview(), own)
    journal.record(name, Event.parse("sent:2026-03-02:thank_you"))
    assert journal.entry(name).protocol == own
    assert journal.plan(name).title == "Ours"


def test_drafts_and_own_verdicts(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    draft = journal.save_draft(
        name, "thank_you", "Dear Zoë,\n…", subject="Thank you", person="zoe@example.org"
    )
    journal.mark(draft, "impact", "met")
    journal.mark(draft, "impact", "silenced")
    journal.save_draft(name, "thank_you", "Dear Zoë,\nthank you.", draft=draft)
    assert [d.body for d in journal.drafts(name)] == ["Dear Zoë,\nthank you."]
    assert journal.marks(draft) == {"impact": "silenced"}
    journal.mark(draft, "tone", "met")
    journal.mark(draft, "tone", None)
    assert journal.marks(draft) == {"impact": "silenced"}
    for wrong in (("nope", "impact", "met"), (draft, "impact", "great")):
        with pytest.raises(UnknownName):
            journal.mark(*wrong)
    journal.drop_draft(draft)
    assert journal.drafts() == ()
    assert journal.marks(draft) == {}
    with pytest.raises(UnknownName):
        journal.save_draft(name, "thank_you", "x", draft="nope")


def test_other_values_are_kept(journal: Journal) -> None:
    assert journal.kept("progress") is None
    journal.keep("progress", {"lesson": 4})
    journal.keep("progress", {"lesson": 5, "done": [1, None, "ä"]})
    assert journal.kept("progress") == {"lesson": 5, "done": [1, None, "ä"]}


@pytest.mark.parametrize("value", [object(), {"when": [object()]}, {None: 1}, "\ud800"])
def test_what_json_cannot_hold_is_not_kept(journal: Journal, value: object) -> None:
    journal.keep("facts", 1)
    with pytest.raises(JournalError, match=r"as JSON holds them|half a character"):
        journal.keep("facts", value)
    assert journal.kept("facts") == 1


def test_a_closed_journal_says_so(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    journal.close()
    journal.close()
    for use in (
        journal.entries,
        journal.forget_all,
        lambda: journal.record(name, Event.parse("replied:2026-03-03")),
        lambda: journal.keep("facts", 1),
        lambda: journal.kept("facts"),
    ):
        with pytest.raises(JournalError, match=r"journal\.sqlite was closed: open it again"):
            use()
    with Journal(journal.path) as other:
        other.record(name, Event.parse("replied:2026-03-03"))
    with pytest.raises(JournalError, match="was closed"):
        journal.entries()


def test_ids_can_be_shortened_and_are_explained(journal: Journal) -> None:
    journal.add(interview(), "classic")
    journal.add(interview(position="Cook"), "classic")
    assert {e.id for e in journal.entries()} == {"acme-2026-03-02", "acme-2026-03-02-2"}
    assert journal.entry("acme-2026-03-02").interview.position == "Clerk"
    with pytest.raises(JournalError, match=r"beginning of 2 interviews.*acme-2026-03-02"):
        journal.entry("acme")
    with pytest.raises(JournalError, match="choose another id"):
        journal.add(interview(id="acme-2026-03-02"), "classic")


@pytest.mark.parametrize("given", [None, 1, "", b"acme"])
def test_what_is_no_id_removes_nothing(journal: Journal, given: Any) -> None:
    journal.add(Interview(day=DAY, company="Acme", people=(Person(name="Ana Ruiz"),)))
    for refused in (journal.entry, journal.remove, journal.forget):
        with pytest.raises(UnknownName):
            refused(given)
    assert [len(journal.entries()), len(journal.people())] == [1, 1]


def test_together_is_all_or_nothing(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    with pytest.raises(CaseError), journal.together():  # noqa: PT012 - the second one fails
        journal.record(name, Event.parse("replied:2026-03-05"))
        journal.record(name, Event.parse("replied:2026-03-01"))
    assert journal.entry(name).events == ()
    with journal.together():
        journal.record(name, Event.parse("replied:2026-03-05"))
        journal.record(name, Event.parse("replied:2026-03-06"))
    assert len(journal.entry(name).events) == 2


def test_half_characters_are_refused_in_words(journal: Journal) -> None:
    with pytest.raises(JournalError, match="half a character"):
        journal.add(interview(company="\ud800"), "classic")
    assert journal.entries() == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    more=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_text_comes_back(tmp_path: Path, text: str, more: str) -> None:
    with Journal(tmp_path / "any.sqlite") as journal:
        journal.forget_all()
        people = (Person(name=f"{text} Ruiz", title=more, address=more),)
        name = journal.add(
            Interview(day=DAY, company=text, position=more, people=people, topics=(more, text)), "classic"
        )
        entry = journal.entry(name)
        assert (entry.interview.company, entry.interview.position) == (text, more)
        assert entry.interview.people == people
        assert entry.interview.topics == (more, text)


def test_a_second_notebook_sees_what_the_first_recorded(tmp_path: Path) -> None:
    for working_copy in (False, True):
        path = tmp_path / f"{working_copy}.sqlite"
        with Journal(path, working_copy=working_copy) as one, Journal(path, working_copy=working_copy) as two:
            name = one.add(interview(), "classic")
            two.record(name, Event.parse("replied:2026-03-05"))
            one.record(name, Event.parse("replied:2026-03-06"))
            assert len(two.entry(name).events) == len(one.entry(name).events) == 2


def test_a_journal_that_was_put_in_its_place_is_read(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite"
    with Journal(path) as journal, Journal(tmp_path / "other.sqlite") as other:
        other.add(interview(company="Other"), "classic")
        (tmp_path / "other.sqlite").replace(path)
        name = journal.add(interview(), "classic")
        assert [e.interview.company for e in journal.entries()] == ["Other", "Acme"]
    with Journal(path) as journal:
        assert journal.entry(name).id == name


def test_the_public_name() -> None:
    assert fk.Journal is Journal


def test_correcting_the_company_corrects_it_for_all_rounds(journal: Journal) -> None:
    first = journal.add(interview(), "classic")
    second = journal.next_round(first, Interview(day=dt.date(2026, 3, 20)), on=dt.date(2026, 3, 12))
    old = {p.id for p in journal.people()}
    journal.change(first, interview=interview(company="Acme Ltd"))
    assert journal.entry(second).interview.company == "Acme Ltd"
    assert {p.id for p in journal.people()} == old


def test_a_correction_can_take_a_value_away(journal: Journal) -> None:
    name = journal.add(interview(), "classic")
    journal.change(name, interview=interview(people=(Person(name="Li Wei"),)))
    assert journal.entry(name).interview.people == (Person(name="Li Wei"),)


@pytest.mark.parametrize(
    "act",
    [
        lambda j, _: j.add(interview(id="x" * 130), "classic"),
        lambda j, _: j.keep("", 1),
        lambda j, _: j.save_draft("acme", "thank_you", 5),
    ],
)
def test_what_could_not_be_read_back_is_refused(
    journal: Journal, act: Callable[[Journal, str], object]
) -> None:
    id = journal.add(interview(), "classic")
    before = journal.export_json()
    with pytest.raises(JournalError, match="cannot be kept in"):
        act(journal, id)
    assert journal.export_json() == before


@pytest.mark.parametrize("weeks", [0, 300, 520])
def test_any_horizon_that_can_be_planned_can_be_kept(journal: Journal, weeks: int) -> None:
    id = journal.add(interview(), "classic", horizon_weeks=weeks)
    assert journal.entry(id).settings.horizon_weeks == weeks
    journal.change(id, horizon_weeks=0)
    assert journal.entry(id).settings.horizon_weeks == 0
    with pytest.raises(CaseError, match="0 to 520"):
        journal.change(id, horizon_weeks=521)


def test_two_bare_undone_of_one_day_take_back_two_events(journal: Journal) -> None:
    id = journal.add(interview(), "classic")
    for event in ("sent:2026-03-03:call", "sent:2026-03-04:thank_you", "undone:2026-03-04"):
        journal.record(id, Event.parse(event))
    assert [str(e) for e in journal.plan(id).events] == ["sent:2026-03-03:call"]
    assert journal.record(id, Event.parse("undone:2026-03-04")).events == ()
    with pytest.raises(CaseError, match="nothing to undo"):
        journal.record(id, Event.parse("undone:2026-03-04"))


def test_a_call_and_an_e_mail_of_one_day_are_both_taken_back(journal: Journal) -> None:
    id = journal.add(interview(), "classic")
    for channel in ("email", "phone"):
        journal.record(id, Event(kind="sent", on=DAY, step="call", channel=channel))
    assert len(journal.plan(id).events) == 2
    assert [e.channel for e in journal.undo(id).events] == ["email"]
    assert journal.undo(id).events == ()


def test_a_wrong_day_is_put_right_once_its_events_are_taken_back(journal: Journal) -> None:
    id = journal.add(interview(), "classic")
    journal.record(id, Event(kind="sent", on=DAY, step="thank_you"))
    later = interview(day=DAY + dt.timedelta(days=3))
    with pytest.raises(CaseError, match="is before the interview"):
        journal.change(id, interview=later)
    journal.undo(id)
    assert journal.change(id, interview=later).interview.day == later.day
    assert journal.to_ics().count(b"BEGIN:VEVENT") > 0
    assert journal.day(later.day)[0] is not None
