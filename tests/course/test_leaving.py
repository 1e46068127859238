"""The tables of lesson 02 say what the advice says, for each situation."""

from __future__ import annotations

import pytest

from followup_kit import questions
from followup_kit.course.leaving import OURS, PARTS, before_leaving
from followup_kit.errors import UnknownName
from followup_kit.records.leaving import SITUATIONS


@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_question_stands_once_with_all_its_rules(situation):
    sheet = before_leaving(situation)
    asked = questions(situation)
    assert [row[0] for row in sheet.rows] == [q.wording(situation) for q in asked]
    assert len({row[0] for row in sheet.rows}) == len(asked)
    assert [row[2] for row in sheet.rows] == [", ".join(q.rules) or OURS for q in asked]


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("part", PARTS)
def test_a_table_has_caption_and_headers(situation, part):
    sheet = before_leaving(situation, part)
    shown = sheet.as_html()
    assert shown.count("<caption>") == 1
    assert shown.count('scope="col"') == 3
    assert shown.count('scope="row"') == len(sheet.rows)
    assert str(sheet).splitlines()[0] == sheet.caption


def test_dated_advice_says_what_is_usual_today():
    card = next(row for row in before_leaving("in_person").rows if "business card" in row[0])
    assert "Advice of 2014. Today: " in card[1]


def test_the_record_of_a_remote_interview_knows_no_card():
    rows = {row[0]: row[1] for row in before_leaving("remote", "record").rows}
    assert "signature" in next(why for label, why in rows.items() if label.startswith("Name"))
    assert before_leaving("remote", "record").caption == "What to note where there is no card"


def test_what_is_typed_is_escaped_and_unknown_parts_are_named():
    sheet = before_leaving("remote", "places")
    assert "<b>" not in type(sheet)(caption="<b>", heads=sheet.heads, rows=sheet.rows).as_html()
    with pytest.raises(UnknownName, match="places"):
        before_leaving("remote", "place")
