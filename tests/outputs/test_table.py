"""A frame as a table with a caption, whatever stands in it."""

from __future__ import annotations

import datetime as dt
import re

import pandas as pd
import pytest

import followup_kit as fk
from followup_kit.errors import UnknownName

FRAME = pd.DataFrame(
    {
        "on": [dt.date(2026, 3, 16), None],
        "share": [0.5, float("nan")],
        "note": ["<b>now</b>", None],
        "done": [True, False],
    },
    index=pd.Index(["Amina & Co", "x"], name="who"),
)


def test_it_has_a_caption_heads_and_row_heads() -> None:
    shown = fk.table(FRAME, "Who <asks>", {"share": "Share", "note": "Note"}, index="Name")._repr_html_()
    assert "<caption>Who &lt;asks&gt;</caption>" in shown
    assert [shown.count(f'scope="{s}"') for s in ("col", "row")] == [3, 2]
    assert 'tabindex="0"' in shown
    assert 'aria-label="Table: Who &lt;asks&gt;"' in shown


def test_what_stands_in_it_is_escaped_and_short() -> None:
    made = fk.table(FRAME, "All")
    assert made.heads == ("who", "on", "share", "note", "done")
    assert made.rows == (
        ("Amina & Co", "Mon 16 Mar 2026", "0.50", "<b>now</b>", "yes"),
        ("x", "", "", "", "no"),
    )
    assert "<b>" not in made._repr_html_()
    assert "Amina &amp; Co" in made._repr_html_()


def test_as_text_it_names_each_cell() -> None:
    assert str(fk.table(FRAME, "All", {"share": "Share", "note": "Note"})).splitlines()[1:] == [
        "  Amina & Co – Share: 0.50; Note: <b>now</b>",
        "  x – ",
    ]


def test_counts_of_a_column_are_a_table_too() -> None:
    counts = fk.table(fk.evidence()["grade"].value_counts(), "Cards by grade", {"count": "Cards"})
    assert sum(int(row[1]) for row in counts.rows) == 21
    assert repr(counts) == "<table of 4 rows: Cards by grade>"


def test_an_unknown_column_is_named() -> None:
    with pytest.raises(UnknownName, match="'share'"):
        fk.table(FRAME, "x", {"shares": "Share"})


def test_whole_numbers_that_may_be_missing_stay_whole() -> None:
    rows = dict(fk.table(fk.guides_frame(), "Guides", {"first_day": "First day"}).rows)
    assert rows["source 001"] == "1"
    assert rows["source 002"] == ""


def test_every_evidence_card_shows_itself() -> None:
    for card in fk.evidence_cards():
        shown = card._repr_html_()
        assert f"<caption>Evidence card {card.id}: " in shown
        assert shown.count('<th scope="row">') == 12
        assert f"Grade</th><td>{fk.grade(card)} (" in shown
        assert str(card).startswith(f"{card.id}. ")


def test_a_picture_says_what_it_shows() -> None:
    two = [fk.simulate(p, n=200, seed=1) for p in ("classic", "persistent")]
    picture = fk.simulations_shown(two)
    shown = picture._repr_html_()
    assert 'role="img" aria-label="Bars: Contacts made before the decision, for Classic, Persistent.' in shown
    bars = sum(len(s.figures["contacts_before_decision"].values) for s in two)
    assert shown.count("<rect ") == bars
    assert shown.count("stroke-dasharray") == 2
    assert "Nothing here says that one protocol wins jobs." in shown
    assert str(picture) == fk.simulations_alternative(two)
    assert repr(picture).startswith("<picture: Bars")


@pytest.mark.parametrize("name", ["minutes", "given_up_days", "contacts_after_no"])
def test_a_picture_of_any_figure_stays_in_its_frame(name: str) -> None:
    one = fk.simulate("paced", n=300, seed=2)
    bars = re.findall(
        r'<rect x="([\d.]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"',
        fk.simulations_shown([one], name).svg,
    )
    assert 0 < len(bars) <= 31
    for x, y, width, height in (map(float, bar) for bar in bars):
        assert x >= 50
        assert x + width <= 650
        assert round(y, 1) >= 22
        assert round(y + height) == 112


def test_opinions_stand_in_a_frame_one_row_a_step() -> None:
    for name in fk.consensus_ids():
        protocol = fk.consensus(name)
        found = fk.opinions(protocol)
        frame = fk.opinions_frame(protocol, found)
        assert list(frame.index) == list(found)
        for step, opinion in found.items():
            assert all(f"{who} (" in frame.loc[step, "objects"] for who in opinion.objects)
            assert all(f"{who} (" in frame.loc[step, "agrees"] for who in opinion.agrees)
