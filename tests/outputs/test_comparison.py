"""A comparison, a score and a simulation as they are shown: escaped, captioned, with words for every picture."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

import followup_kit as fk
from tests.comparison.cases import TWO_WEEKS

SCRIPT = "<script>alert(1)</script>"


class Structure(HTMLParser):
    """What a page holds: tags with their attributes, and whether tags are closed in order."""

    VOID = frozenset({"br", "line", "path", "circle", "rect", "hr"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def count(self, tag: str) -> int:
        return sum(t == tag for t, _ in self.tags)


def pages() -> dict[str, str]:
    comparison = fk.compare(TWO_WEEKS)
    return {
        "comparison": comparison._repr_html_(),
        "score": fk.score(comparison.plans["persistent"])._repr_html_(),
        "simulation": fk.simulate("paced", n=200)._repr_html_(),
    }


@pytest.mark.parametrize("name", ["comparison", "score", "simulation"])
def test_pages_are_well_formed_and_tables_have_captions(name: str) -> None:
    page = Structure(pages()[name])
    assert page.open == []
    assert page.count("table") == page.count("caption") > 0
    for tag, attributes in page.tags:
        if tag == "th":
            assert attributes["scope"] in ("row", "col")
        if tag == "div" and attributes.get("tabindex") == "0":
            assert attributes["aria-label"]


def test_the_picture_says_in_words_what_it_shows() -> None:
    page = Structure(pages()["comparison"])
    (picture,) = (a for tag, a in page.tags if tag == "svg")
    assert picture["role"] == "img"
    assert "Persistent plan after the interview on Mon 2 Mar 2026" in (picture["aria-label"] or "")
    assert "Let go Mon 6 Apr 2026" in (picture["aria-label"] or "")


def test_every_conflict_can_be_opened() -> None:
    page = Structure(pages()["comparison"])
    assert page.count("details") == page.count("summary") == 10
    assert "000.19: Phone just one time about the decision." in pages()["comparison"]


def test_what_a_person_typed_is_escaped() -> None:
    interview = fk.Interview(
        day=TWO_WEEKS.day, people=(fk.Person(name=SCRIPT, roles=("interviewer",)),), company=SCRIPT
    )
    comparison = fk.compare(interview)
    shown = comparison._repr_html_() + fk.score(comparison.plans["persistent"])._repr_html_()
    shown += fk.simulate("classic", fk.Employer(title=SCRIPT), n=10)._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_the_frame_has_a_row_a_day_and_a_column_a_protocol() -> None:
    frame = fk.compare(TWO_WEEKS).to_frame()
    assert list(frame.columns) == list(fk.protocol_ids())
    assert frame.index.is_monotonic_increasing
    assert frame.loc["2026-03-17", "classic"] == "The one call (phone)"
    assert frame.loc["2026-03-17", "paced"] == ""


def test_the_conflicts_frame_has_a_row_a_side() -> None:
    comparison = fk.compare(TWO_WEEKS)
    frame = fk.conflicts_frame(comparison)
    assert len(frame) == sum(len(c.sides) for c in comparison.conflicts)
    assert set(frame["conflict"]) == set(range(1, 11))


def test_the_score_frame_has_a_row_a_rule() -> None:
    frame = fk.score_frame(fk.score(fk.plan(TWO_WEEKS, "classic")))
    assert len(frame) == 125
    assert set(frame["result"]) == {"kept", "broken", "open"}


def test_the_texts_hold_together() -> None:
    comparison = fk.compare(TWO_WEEKS)
    text = str(comparison)
    assert "That is 8 days apart." in re.sub(r"\s+", " ", text)
    assert "! Persistent goes on for ever" in text
    assert all(len(line) <= 130 for line in text.splitlines())
    score = str(fk.score(comparison.plans["classic"]))
    assert score.startswith("Of 125 rules ")


def test_the_simulation_is_drawn_with_its_assumption() -> None:
    result = fk.simulate("persistent", n=500, seed=1)
    picture = result.picture("contacts_after_no")
    axes = picture.get_axes()
    assert len(axes) == 1
    assert sum(p.get_height() for p in axes[0].patches) == pytest.approx(100)
    assert len(axes[0].patches) <= 31
    label = " ".join(picture.get_supxlabel().split())
    assert "25.1 days" in label
    assert "Nothing here says that one protocol wins jobs." in label
    assert "Contacts made after a no that was never told" in axes[0].get_xlabel()


def test_several_protocols_are_drawn_on_one_scale() -> None:
    results = [fk.simulate(p, n=300, seed=1) for p in fk.protocol_ids()]
    axes = fk.simulations_picture(results, "minutes").get_axes()
    assert len(axes) == 5
    assert len({a.get_xlim() for a in axes}) == 1
    words = fk.simulations_alternative(results, "minutes")
    assert all(r.title in words for r in results)
    assert words.endswith("Nothing here says that one protocol wins jobs.")
    frame = fk.simulations_frame(results)
    assert list(frame.index) == list(fk.protocol_ids())
    assert frame.loc["persistent", "minutes"] > frame.loc["classic", "minutes"]


def test_unlike_simulations_do_not_stand_side_by_side() -> None:
    with pytest.raises(fk.CaseError, match="same employer, number of candidates and seed"):
        fk.simulations_frame([fk.simulate("classic", n=10), fk.simulate("paced", n=20)])
    with pytest.raises(fk.CaseError, match="at least one protocol"):
        fk.simulations_picture([])


def test_the_simulation_frame_has_a_row_a_figure() -> None:
    result = fk.simulate("paced", n=100)
    assert list(result.to_frame().index) == list(result.figures)
