"""Progress in the journal: each of the two files brings the other back, and forgetting means both."""

from __future__ import annotations

import datetime as dt

import pytest

from followup_kit.course import opening
from followup_kit.course.learner import session
from followup_kit.course.learner.campaign import FILE, OUT, SHARED, my_campaign
from followup_kit.course.learner.journal_progress import KEY, forget_in_journal, keep_in_journal, progress_in
from followup_kit.course.learner.own_case import practice_case, save_case
from followup_kit.course.learner.progress import Progress
from followup_kit.journal.store import Journal
from followup_kit.widgets.forget_form import forget_form
from tests.course.learner.test_campaign import ROSA

TODAY = dt.date(2026, 4, 24)
DONE = Progress().tried("04-let-go", right=True)


@pytest.fixture
def journal(course_folder):
    """A learner's own journal that keeps ``DONE``."""
    opening.start()
    session.progress_file().change(lambda p: p.merge(DONE))
    save_case(ROSA)
    my_campaign(TODAY).journal.close()
    return course_folder / FILE


def test_the_journal_keeps_it_and_gives_a_lost_file_back(journal, course_folder):
    with Journal(journal) as opened:
        assert progress_in(opened) == DONE
    (course_folder / "progress.json").unlink()
    opening.start()
    kept = session.progress_file()
    assert kept.progress == DONE
    assert kept.notice == "Your progress was taken from your journal."
    assert Progress.from_json((course_folder / "progress.json").read_bytes()) == DONE


def test_a_damaged_file_is_kept_aside_and_comes_back_from_the_journal(journal, course_folder):
    (course_folder / "progress.json").write_bytes(b"{")
    opening.start()
    kept = session.progress_file()
    assert kept.progress == DONE
    assert "was kept as progress.damaged-1.json" in kept.notice
    assert kept.notice.endswith("Your progress was taken from your journal.")


def test_both_are_merged_when_the_campaign_is_opened_and_written(journal, course_folder):
    with Journal(journal) as opened:
        both = DONE.tried("05-a", right=True)
        opened.keep(
            KEY, {"schema": 1, "exercises": {"05-a": {"attempts": 1, "right": True, "at_once": True}}}
        )
    campaign = my_campaign(TODAY)
    assert session.progress_file().progress == both
    assert progress_in(campaign.journal) == both
    session.progress_file().change(lambda p: p.tried("06-a", right=True))
    campaign.write()
    campaign.journal.close()
    assert "06-a" in (course_folder / OUT / "my-journal.json").read_text(encoding="utf-8")
    assert "06-a" not in (course_folder / OUT / SHARED).read_text(encoding="utf-8")


@pytest.mark.parametrize("value", [{"schema": 9}, [1], "x", {"exercises": {"Amina": 1}}, None])
def test_what_the_journal_keeps_instead_is_no_crash(value, journal, course_folder):
    with Journal(journal) as opened:
        opened.keep(KEY, value)
    (course_folder / "progress.json").unlink()
    opening.start()
    assert session.progress_file().progress == Progress()
    with Journal(journal) as opened:
        keep_in_journal(opened, session.progress_file())
        keep_in_journal(opened, None)
        assert progress_in(opened) == Progress()


def test_a_journal_that_cannot_be_read_costs_only_what_it_kept(journal, course_folder):
    (course_folder / "progress.json").unlink()
    journal.write_bytes(b"no journal at all")
    opening.start()
    assert session.progress_file().progress == Progress()
    assert journal.read_bytes() == b"no journal at all"


def test_forgetting_progress_forgets_it_in_the_journal_too(journal, course_folder):
    form = forget_form()
    form.what.value, form.sure.value = ["progress"], ["yes"]
    form.forget()
    assert form.box.said.startswith("Deleted: My progress")
    (course_folder / "progress.json").unlink()
    opening.start()
    assert session.progress_file().progress == Progress()
    campaign = my_campaign(TODAY)
    assert progress_in(campaign.journal) == Progress()
    assert campaign.journal.entries()[0].interview.company == practice_case("rosa").interview.company
    campaign.journal.close()


def test_forgetting_where_there_is_no_journal_makes_none(course_folder):
    forget_in_journal()
    assert not course_folder.exists()
