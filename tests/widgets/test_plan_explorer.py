"""The plan explorer's Python side: what the controls say is what is planned."""

from __future__ import annotations

import datetime as dt
import re

import pytest

import followup_kit as fk
from followup_kit.errors import UnknownName
from followup_kit.widgets.plan_explorer import PlanExplorer, _said

CASE = fk.Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 13), company="<b>Harbour</b>")


def due(explorer: PlanExplorer, step: str) -> str:
    return next(t.due.isoformat() for t in explorer.plan if t.step == step)


def test_it_starts_from_plain_values() -> None:
    explorer = fk.plan_explorer(
        CASE, "paced", country="US-CA", options=fk.Options(pace="standard", include=("card",))
    )
    assert explorer.plan == fk.plan(
        CASE,
        "paced",
        calendar="US-CA",
        options=fk.Options(pace="standard", include=("card",), channels={"check_in": "email"}),
    )
    assert "&lt;b&gt;Harbour" in explorer.shown.value


def test_every_control_changes_the_plan_at_once() -> None:
    explorer = fk.plan_explorer(CASE, "classic")
    assert due(explorer, "call") == "2026-03-16"
    explorer.promised.value = dt.date(2026, 3, 17)
    assert due(explorer, "call") == "2026-03-18"
    explorer.unknown.value = True
    assert explorer.plan[1].assumed
    explorer.promised.value = dt.date(2026, 3, 18)
    assert explorer.unknown.value is False
    explorer.protocol.value = "persistent"
    assert due(explorer, "call") == "2026-03-09"
    explorer.interview.value = dt.date(2026, 3, 3)
    assert due(explorer, "call") == "2026-03-09"
    explorer.country.value = "IL"
    assert due(explorer, "call") == "2026-03-08"
    explorer.written.value = True
    assert "phone" not in {t.channel for t in explorer.plan}


def test_only_the_choices_of_the_protocol_are_shown() -> None:
    explorer = fk.plan_explorer(CASE, "classic")
    assert explorer.pace not in explorer.form.children
    assert explorer.extras["card"] not in explorer.form.children
    explorer.protocol.value = "paced"
    assert explorer.pace in explorer.form.children
    assert explorer.extras["card"] in explorer.form.children
    explorer.extras["card"].value = True
    assert "card" in {t.step for t in explorer.plan}
    explorer.channels["check_in"].value = "phone"
    assert {t.channel for t in explorer.plan if t.step == "check_in"} == {"phone"}
    explorer.protocol.value = "classic"
    explorer.channels["thank_you"].value = "letter"
    assert explorer.plan[0].channel == "letter"


@pytest.mark.parametrize("typed", [dt.date(2, 3, 1), dt.date(202, 3, 1), None])
def test_a_date_that_is_still_being_typed_keeps_the_last_plan(typed: dt.date | None) -> None:
    explorer = fk.plan_explorer(CASE, "classic")
    before = explorer.shown.value
    explorer.promised.value = typed
    assert explorer.shown.value == before
    assert "last one that could be made" in explorer.message.value
    assert explorer.box.said == explorer.message.value.removeprefix('<p class="fk-error">').removesuffix(
        "</p>"
    )


def test_a_wrong_date_is_a_sentence_and_loses_nothing() -> None:
    explorer = fk.plan_explorer(CASE, "classic")
    explorer.promised.value = dt.date(2026, 2, 1)
    assert "before the interview" in explorer.message.value
    explorer.promised.value = dt.date(2026, 3, 20)
    assert due(explorer, "call") == "2026-03-23"
    assert "fk-error" not in explorer.message.value


def test_it_says_what_changed() -> None:
    explorer = fk.plan_explorer(CASE, "classic")
    explorer.promised.value = dt.date(2026, 3, 17)
    assert explorer.box.said == "Classic plan: Thank-you note Mon 2 Mar 2026; The one call Wed 18 Mar 2026."


def test_own_protocols_join_in_and_unknown_ones_do_not() -> None:
    own = fk.load_protocol("classic")
    explorer = fk.plan_explorer(CASE, "classic", own=(own,))
    assert len(explorer.protocol.options) == 5
    with pytest.raises(UnknownName):
        fk.plan_explorer(CASE, "persistant")


def test_what_was_cancelled_is_not_counted_in_what_is_said() -> None:
    persistent = fk.plan(CASE, "persistent", events=[fk.Event.parse("rejected:2026-03-10")])
    left = [t for t in persistent if t.status != "cancelled"]
    assert len(left) < len(persistent)
    more = int("0" + "".join(re.findall(r"and ([0-9]+) more", _said(persistent))))
    assert more == max(0, len(left) - 4)
