"""Records name their displays, and the package says where each is made."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import followup_kit
from followup_kit.records import displays
from tests.needed import needed


def test_the_table_holds_just_the_names_that_are_asked_for(root: Path) -> None:
    asked = {
        name
        for path in (root / "followup_kit").rglob("*.py")
        if path.parent.name in ("records", "journal", "advice")
        for name in re.findall(r'= (?:show|upstairs)\("(\w+)"', path.read_text("utf-8"))
    }
    assert asked == set(followup_kit._DISPLAYS)


@pytest.mark.parametrize("name", sorted(followup_kit._DISPLAYS))
def test_each_display_stands_where_the_table_says(name: str) -> None:
    assert callable(getattr(import_module(followup_kit._DISPLAYS[name]), name))


def test_an_unknown_display_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        displays.show("no_such_display", object())


def test_a_notebook_stores_the_text_of_a_large_record_and_not_its_repr() -> None:
    formatters = needed("IPython.core.formatters")
    interview = followup_kit.Interview(day=followup_kit.parse_day("2026-03-02"))
    plan = followup_kit.plan(interview, "persistent")
    employer = followup_kit.employer("graduate", shape="exponential")
    for shown in (
        plan,
        followup_kit.compare(interview),
        followup_kit.score(plan, "000"),
        followup_kit.simulate("paced", employer, n=10, seed=1),
    ):
        text = formatters.PlainTextFormatter()(shown)
        assert text == str(shown)
        assert len(text) < 8_000
