"""The protocol builder's Python side: what the controls say is what is built, judged and saved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import followup_kit as fk
from followup_kit.widgets.protocol_builder import ProtocolBuilder

CASE = fk.Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16), company="<b>Harbour</b>")


@pytest.fixture
def builder(tmp_path: Path) -> ProtocolBuilder:
    return fk.protocol_builder(CASE, "classic", folder=tmp_path)


def test_it_starts_with_a_copy_under_its_own_name(builder: ProtocolBuilder) -> None:
    assert builder.protocol.id == "my_protocol"
    assert [t.step for t in builder.plan] == ["thank_you", "call"]
    assert "What the five sources say to each step" in builder.said.value
    assert "<b>Harbour" not in builder.shown.value


def test_a_change_is_planned_and_judged_at_once(builder: ProtocolBuilder) -> None:
    builder.step.value = "call"
    assert builder.days.value == 1
    assert "000.05" in builder.said.value.split("<td>")[3]  # agreed
    builder.days.value = 4
    assert builder.plan[1].due == dt.date(2026, 3, 20)
    assert "000.05" in builder.said.value.split("<td>")[4]  # objected to
    builder.channel.value = "email"
    assert builder.plan[1].channel == "email"
    builder.anchor.value = "interview"
    assert builder.plan[1].due == dt.date(2026, 3, 6)
    assert builder.box.said.startswith("Sources object to 2 of 2 steps.")


def test_every_change_can_be_taken_back(builder: ProtocolBuilder) -> None:
    seen = [builder.protocol]
    builder.step.value = "call"
    builder.days.value = 4
    seen.append(builder.protocol)
    builder.name.value = "mine"
    seen.append(builder.protocol)
    builder.drop.click()
    seen.append(builder.protocol)
    builder.again.click()
    assert len({*map(str, seen)}) == 4
    for before in reversed(seen):
        builder.back.click()
        assert builder.protocol == before
    assert builder.name.value == "my_protocol"
    builder.step.value = "call"
    assert builder.days.value == 1
    assert builder.plan[1].due == dt.date(2026, 3, 17)
    builder.back.click()
    assert builder.box.said == "There is nothing to take back."


def test_choosing_a_step_changes_nothing(builder: ProtocolBuilder) -> None:
    before = builder.protocol
    builder.step.value = "call"
    builder.step.value = "thank_you"
    assert builder.protocol == before


def test_only_useful_controls_are_shown(builder: ProtocolBuilder) -> None:
    builder.start.value = "paced"
    builder.step.value = "let_go"
    assert builder.channel not in builder.form.children
    assert builder.to not in builder.form.children
    assert builder.anchor not in builder.form.children
    builder.step.value = "thank_you"
    assert builder.channel in builder.form.children


def test_a_step_is_left_out_and_brought_back(builder: ProtocolBuilder) -> None:
    builder.step.value = "call"
    builder.drop.click()
    assert [t.step for t in builder.plan] == ["thank_you"]
    builder.drop.click()
    assert "never contacts anybody" in builder.message.value
    assert builder.protocol.step("thank_you") is not None
    builder.again.click()
    assert [t.step for t in builder.plan] == ["thank_you", "call"]


def test_what_goes_on_for_ever_is_said(builder: ProtocolBuilder) -> None:
    builder.start.value = "persistent"
    assert "goes on for ever" in builder.message.value


def test_it_is_saved_under_its_name_and_used(builder: ProtocolBuilder, tmp_path: Path) -> None:
    builder.step.value = "call"
    builder.days.value = 2
    builder.name.value = "careful"
    builder.save.click()
    saved = fk.load_protocol(tmp_path / "careful.toml")
    assert saved == builder.protocol
    assert "Saved as careful.toml" in builder.message.value
    builder.save.click()
    assert "already: choose another name" in builder.message.value
    assert fk.compare(CASE, ["classic", saved]).plans["careful"]


def test_a_bad_name_is_a_sentence_and_loses_nothing(builder: ProtocolBuilder) -> None:
    before = builder.protocol
    builder.name.value = "<script>"
    assert "&lt;script&gt;" in builder.message.value
    assert "cannot be the name" in builder.message.value
    assert builder.protocol == before


@pytest.mark.parametrize("start", [*fk.protocol_ids(), *fk.consensus_ids()])
def test_it_starts_from_each_protocol(start: str, tmp_path: Path) -> None:
    made = fk.protocol_builder(CASE, start, folder=tmp_path)
    assert made.plan is not None
    assert made.protocol.id == "my_protocol"
    for step in [value for _, value in made.step.options]:
        made.step.value = step
    assert made.protocol == fk.own_copy(
        fk.consensus(start) if start in fk.consensus_ids() else fk.load_protocol(start), "my_protocol"
    )
