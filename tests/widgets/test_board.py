"""The campaign board's Python side: what is recorded is in the journal, and the day follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

import followup_kit as fk
from followup_kit.widgets.board import HAPPENED, CampaignBoard

TODAY = dt.date(2026, 3, 17)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[fk.Journal]:
    with fk.Journal(tmp_path / "journal.sqlite") as made:
        for company in ("Acme", "<b>Harbour</b>"):
            name = made.add(
                fk.Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16), company=company),
                "classic",
            )
            made.record(name, fk.Event.parse("sent:2026-03-02:thank_you"))
        yield made


@pytest.fixture
def board(journal: fk.Journal) -> CampaignBoard:
    return fk.campaign_board(journal, TODAY)


def say(board: CampaignBoard, kind: str, on: str, **more: object) -> None:
    board.happened.value = kind
    board.on.value = on
    for name, value in more.items():
        getattr(board, name).value = value
    board.record()


def test_it_shows_the_day_and_escapes(board: CampaignBoard) -> None:
    assert "Due (2)" in board.day.value
    assert "&lt;b&gt;Harbour" in board.day.value
    assert "<b>" not in board.day.value + board.timeline.value
    assert 'role="img"' in board.timeline.value
    assert "The one call" in board.plan.value


def test_where_no_widgets_are_shown_its_title_stands(board: CampaignBoard) -> None:
    assert (
        board._repr_mimebundle_()["text/plain"] == "[Campaign board: run this cell in JupyterLab to use it]"
    )


def test_a_step_done_leaves_the_day(board: CampaignBoard, journal: fk.Journal) -> None:
    say(board, "sent", "2026-03-17", step="call")
    assert "Due (1)" in board.day.value
    assert "The one call is done" in board.message.value
    assert [str(e) for e in journal.entries()[0].events][-1] == "sent:2026-03-17:call"
    assert "The one call is done" in board.box.said
    assert "Worth a look" in board.day.value, "the call budget is spent"
    board.undo()
    assert "Due (2)" in board.day.value
    assert "is open again" in board.message.value


def test_a_delay_says_what_moved_and_why(board: CampaignBoard) -> None:
    say(board, "delayed", "2026-03-17", new_date="2026-03-27")
    assert (
        "moved from Tue 17 Mar 2026 to Mon 30 Mar 2026, because of the news of Tue 17 Mar 2026"
        in board.message.value
    )
    assert "Waiting (1)" in board.day.value
    assert board.new_date.value == ""


def test_putting_off_keeps_the_reason(board: CampaignBoard, journal: fk.Journal) -> None:
    say(board, "snoozed", "2026-03-17", step="call", new_date="2026-03-19", note="she is away")
    assert journal.entries()[0].events[-1].note == "she is away"
    assert board.note.value == ""
    assert "moved from Tue 17 Mar 2026 to Thu 19 Mar 2026" in board.message.value


@pytest.mark.parametrize("kind", [k for k, _ in HAPPENED if k not in ("sent", "snoozed")])
def test_everything_that_can_happen_can_be_recorded(
    board: CampaignBoard, journal: fk.Journal, kind: str
) -> None:
    say(board, kind, "2026-03-17")
    assert journal.entries()[0].events[-1].kind == kind
    assert "Recorded" in board.message.value


def test_the_form_asks_only_for_what_is_needed(board: CampaignBoard) -> None:
    board.happened.value = "replied"
    assert board.step not in board.form.children
    assert board.new_date not in board.form.children
    board.happened.value = "snoozed"
    assert {board.step, board.new_date} <= set(board.form.children)


def test_what_cannot_be_recorded_is_said_and_the_form_stays(
    board: CampaignBoard, journal: fk.Journal
) -> None:
    say(board, "replied", "2026-03-01", note="kept")
    assert "before the interview" in board.message.value
    assert "before the interview" in board.box.said
    assert board.note.value == "kept"
    board.happened.value = "snoozed"
    board.record()
    assert "needs the new date" in board.message.value
    board.on.value = ""
    board.record()
    assert "Fill in the day" in board.message.value
    assert len(journal.entries()[0].events) == 1


def test_the_other_application_can_be_chosen(board: CampaignBoard, journal: fk.Journal) -> None:
    board.application.value = journal.entries()[1].id
    say(board, "rejected", "2026-03-17")
    assert journal.entries()[1].events[-1].kind == "rejected"
    assert board.application.value == journal.entries()[1].id


def test_an_empty_journal(tmp_path: Path) -> None:
    with fk.Journal(tmp_path / "empty.sqlite") as journal:
        board = fk.campaign_board(journal, TODAY)
        assert "No interviews yet" in board.day.value
        board.record()
        assert "add one first" in board.message.value
        journal.add(fk.Interview(day=dt.date(2026, 3, 2), company="Acme"), "paced")
        board.redraw()
        assert "Overdue" in board.day.value


def test_an_empty_journal_asks_for_the_first_interview(tmp_path: Path) -> None:
    with fk.Journal(tmp_path / "empty.sqlite") as journal:
        board = fk.campaign_board(journal, TODAY)
        assert board.interview in board.adding.children
        assert board.form.children == ()
        board.interview.fields["company"].value = "Acme"
        board.interview.fields["day"].value = "2026-03-16"
        board.add()
        assert "Added: Acme. Next: The one call" in board.added.value
        assert board.application.value == "acme-2026-03-16"
        assert board.application in board.form.children


def test_a_second_interview_is_added_and_chosen(board: CampaignBoard, journal: fk.Journal) -> None:
    assert board.adding.children == ()
    board.open_or_close()
    fields = board.interview.fields
    fields["company"].value, fields["day"].value = "<b>Lake</b>", "2026-03-10"
    board.add()
    assert "&lt;b&gt;Lake" in board.added.value
    assert "<b>" not in board.added.value
    assert "Added: <b>Lake</b>." in board.box.said
    assert [e.interview.company for e in journal.entries()][-1] == "<b>Lake</b>"
    assert board.application.value == journal.entries()[-1].id
    assert fields["company"].value == ""
    board.open_or_close()
    assert board.adding.children == ()


def test_what_cannot_be_added_is_said(board: CampaignBoard, journal: fk.Journal) -> None:
    board.open_or_close()
    board.add()
    assert "Employer: Name the employer" in board.added.value
    assert "Day of the interview: The plan counts from this day" in board.box.said
    assert len(journal.entries()) == 2


def test_a_further_interview_is_asked_for(board: CampaignBoard, journal: fk.Journal) -> None:
    say(board, "next_round", "2026-03-17")
    assert board.interview in board.adding.children
    assert board.interview.fields["company"].value == "Acme"
    board.interview.fields["day"].value = "2026-03-24"
    board.add()
    first, *_, last = journal.entries()
    assert first.application == last.application


def test_a_journal_that_fails_is_said(board: CampaignBoard, journal: fk.Journal) -> None:
    board.open_or_close()
    board.interview.fields["company"].value = "Acme"
    board.interview.fields["day"].value = "2026-03-10"
    journal.path.unlink()
    board.add()
    assert "There is no journal" in board.added.value


def test_words_for_the_empty_and_the_let_go(journal: fk.Journal) -> None:
    late = fk.campaign_board(journal, dt.date(2027, 1, 1))
    assert "Overdue" in late.day.value
    assert "odds" not in late.day.value
