"""Channels, weekdays and months have one name each, wherever they are named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import followup_kit as fk
from followup_kit.outputs.text import reading_text
from followup_kit.records.advice import Channel
from followup_kit.records.words import BY, CHANNELS, MONTHS, WEEKDAYS


def test_each_channel_has_a_name_and_a_way() -> None:
    assert set(CHANNELS) == set(BY) == set(get_args(Channel))


def test_days_and_months_stand_in_the_order_of_the_calendar() -> None:
    assert [WEEKDAYS[fk.parse_day(d).weekday()] for d in ("2026-03-02", "2026-03-08")] == ["Monday", "Sunday"]
    assert (len(WEEKDAYS), len(MONTHS)) == (7, 12)
    assert [m[:3] for m in MONTHS] == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@pytest.mark.parametrize("word", ["January", "Saturday", "january", "saturday", "e-mail"])
def test_no_other_module_has_a_table_of_them(word: str, root: Path) -> None:
    lists = re.compile(rf'"(?:{word}|{word[:3]})"[,:]|"email": "(?:by )?e-mail"')
    own = root / "followup_kit" / "records" / "words.py"
    lessons = root / "followup_kit" / "course"
    found = [
        path.name
        for path in (root / "followup_kit").rglob("*.py")
        if path != own and lessons not in path.parents and lists.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_another_reading_says_its_way_as_everything_does() -> None:
    case = fk.Interview(day=fk.parse_day("2026-03-02"), promised=fk.parse_day("2026-03-16"))
    said = [
        reading_text(reading, t)
        for name in fk.protocol_ids()
        for t in fk.plan(case, name)
        for reading in t.readings
        if reading.channel != t.channel
    ]
    assert said
    assert all(any(way in text for way in BY.values()) for text in said)
