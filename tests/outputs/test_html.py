"""A plan as HTML: nothing of a person's text becomes markup, and nothing is said by colour alone."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.outputs.html import plan_html
from followup_kit.outputs.timeline import timeline_svg
from followup_kit.outputs.words import summary

DAY, PROMISED = dt.date(2026, 3, 2), dt.date(2026, 3, 13)
HOSTILE = '<img src=x onerror="alert(1)">'
ALLOWED = {
    "div", "style", "ul", "li", "p", "svg", "line", "text", "g", "title", "path", "circle", "rect", "table", "caption",
    "thead", "tbody", "tr", "th", "td", "span", "br", "small", "details", "summary",
}  # fmt: skip


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> Tags:
    tags = Tags()
    tags.feed(markup)
    return tags


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_text_from_people_is_never_markup(name: str, company: str, position: str) -> None:
    interview = fk.Interview(
        day=DAY,
        promised=PROMISED,
        company=company + HOSTILE,
        position=position + HOSTILE,
        people=(fk.Person(name=name + HOSTILE, roles=("lead_interviewer",)),),
    )
    tags = read(plan_html(fk.plan(interview, "classic")))
    assert tags.found <= ALLOWED
    assert not {a for a in tags.attributes if a.startswith("on")}
    assert HOSTILE in tags.text


@pytest.mark.parametrize("protocol", fk.protocol_ids())
def test_the_table_says_all_that_the_plan_holds(protocol: str) -> None:
    plan = fk.plan(fk.Interview(day=DAY), protocol, events=["delayed:2026-03-10"], today=dt.date(2026, 3, 20))
    text = read(plan_html(plan)).text
    for touchpoint in plan:
        assert touchpoint.reason in text
        assert all(rule in text for rule in touchpoint.rules)
        assert all(reading.label in text for reading in touchpoint.readings)
        assert all(note in text for note in touchpoint.notes)


def test_the_table_has_caption_heads_and_row_heads() -> None:
    markup = plan_html(fk.plan(fk.Interview(day=DAY, promised=PROMISED), "persistent"))
    assert markup.count("<caption>") == 1
    assert markup.count('<th scope="col">') == 5
    assert markup.count('<th scope="row">') == 10


@pytest.mark.parametrize("protocol", fk.protocol_ids())
def test_the_picture_is_sound_and_has_its_text(protocol: str) -> None:
    plan = fk.plan(fk.Interview(day=DAY, promised=PROMISED, company='A "B" & <C>'), protocol)
    picture = ET.fromstring(timeline_svg(plan))
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == summary(plan)
    marks = [e for e in picture.iter() if e.tag.endswith("title")]
    assert len(marks) == len(plan)


def test_states_differ_in_shape_not_colour() -> None:
    plan = fk.plan(
        fk.Interview(day=DAY, promised=PROMISED),
        "paced",
        events=["sent:2026-03-02:thank_you", "offer:2026-03-12"],
        today=dt.date(2026, 3, 12),
    )
    picture = timeline_svg(plan)
    assert 'fill="currentColor" stroke-width="2"/>' in picture  # done: filled
    assert 'stroke-dasharray="2 2"' in picture  # cancelled: dashed
    assert "rgb" not in picture
    assert "#" not in picture


def test_an_empty_plan_says_so() -> None:
    plan = fk.plan(fk.Interview(day=DAY), "classic", events=["accepted:2026-03-03"], history=False)
    assert "Nothing is left to do." in plan_html(plan)


def test_explain_gives_rules_readings_and_what_changed_it() -> None:
    plan = fk.plan(fk.Interview(day=DAY, promised=PROMISED), "measured", events=["delayed:2026-03-12"])
    cancelled = next(t for t in plan if t.status == "cancelled")
    said = plan.explain(cancelled)
    assert "Cancelled by what happened on Thu 12 Mar 2026: delayed." in said
    assert "001.16  " in said
    moved = fk.plan(fk.Interview(day=DAY, promised=PROMISED), "classic")[1]
    assert "Moved from Sat 14 Mar 2026" in plan.explain(moved)
