"""The shell and its controls: what Python knows of them, and plain ipywidgets where scripts cannot run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import ipywidgets
import pytest

from followup_kit.widgets import base
from followup_kit.widgets.base import (
    Checklist,
    Choice,
    DayField,
    Details,
    Field,
    Select,
    button,
    html,
    row,
    shell,
    table,
)

OPTIONS = [("email", "By e-mail"), ("phone", "By phone")]


@pytest.fixture(params=[False, True], ids=["native", "plain"])
def plain(request: pytest.FixtureRequest) -> Iterator[bool]:
    base.use_plain_controls(request.param)
    yield request.param
    base.use_plain_controls(None)


def test_a_choice_and_what_shows_it_agree(plain):
    choice = Choice("How?", OPTIONS)
    assert choice.value is None
    choice.value = "phone"
    assert choice.inner.value == "phone"
    choice.inner.value = "email"
    assert choice.value == "email"


def test_a_checklist_and_what_shows_it_agree(plain):
    ticked = Checklist("Channels", OPTIONS, value=["phone"])
    assert list(ticked.inner.value) == ["phone"]
    ticked.value = ["email", "phone"]
    assert list(ticked.inner.value) == ["email", "phone"]
    ticked.inner.value = ["email"] if not plain else ("email",)
    assert ticked.value == ["email"]


@pytest.mark.parametrize("rows", [1, 4])
def test_a_field_and_what_shows_it_agree(plain, rows):
    field = Field("Day", rows=rows, help="For example 5 March 2026.")
    field.value = "17 March"
    assert field.inner.value == "17 March"
    field.inner.value = "18 March"
    assert field.value == "18 March"


def test_the_label_and_the_error_are_with_the_control(plain):
    field = Field("Day", help="For example.")
    field.error = "That is <b>no</b> day."
    if plain:
        assert field.inner.description == "Day"
        assert "&lt;b&gt;" in field.children[1].value
    else:
        assert (field.inner.label, field.inner.error) == ("Day", "That is <b>no</b> day.")


def test_options_can_change(plain):
    choice = Choice("How?", OPTIONS)
    choice.options = [["post", "By post"]]
    choice.value = "post"
    assert choice.inner.value == "post"


def test_a_list_and_what_shows_it_agree(plain):
    chosen = Select("Application", [("acme", "Acme"), ("harbour", "Harbour Clinic")])
    assert chosen.value == chosen.inner.value == "acme"
    chosen.inner.value = "harbour"
    assert chosen.value == "harbour"
    chosen.offer([("lake", "Lakeside School"), ("harbour", "Harbour Clinic")])
    assert chosen.value == chosen.inner.value == "harbour", "what is still there stays chosen"
    chosen.offer([("lake", "Lakeside School")])
    assert chosen.value == chosen.inner.value == "lake"
    chosen.offer([])
    assert chosen.value is None


def test_a_day_and_what_shows_it_agree(plain):
    on = DayField("On which day", day=dt.date(2026, 3, 2))
    shown = {True: lambda: on.inner.value, False: lambda: dt.date.fromisoformat(on.inner.value)}[plain]
    assert shown() == dt.date(2026, 3, 2)
    on.inner.value = dt.date(2026, 3, 9) if plain else "2026-03-09"
    assert on.day == dt.date(2026, 3, 9)
    on.day = None
    assert on.value == ""
    assert not on.inner.value
    on.value = "2026-13-40"
    assert on.day is None


def test_enter_is_passed_on():
    field, heard = Field("Day"), []
    field.on_enter(lambda: heard.append(field.value))
    field.value = "17 March"
    field.inner.entered += 1
    assert heard == ["17 March"]


def test_plain_controls_are_made_of_plain_widgets():
    base.use_plain_controls()
    try:
        assert isinstance(Choice("How?", OPTIONS).inner, ipywidgets.Dropdown)
        box = shell([html("<p>x</p>")], "Title")
        box.announce("Right <now>.")
        assert box.keeper is None
        assert 'role="status"' in box.children[-1].value
        assert "&lt;now&gt;" in box.children[-1].value
    finally:
        base.use_plain_controls(None)


def test_the_environment_can_ask_for_plain_controls(monkeypatch):
    assert not base.plain_controls()
    monkeypatch.setenv("FOLLOWUP_KIT_WIDGETS", "plain")
    assert base.plain_controls()


def test_what_is_announced_is_said_once():
    box = shell([html()], "Title")
    box.announce("Three days.")
    box.announce("Three days.")
    assert box.keeper.said == [1, "Three days."]
    box.announce("Three days.", again=True)
    assert box.keeper.said == [2, "Three days."]
    box.announce("Two days.")
    assert box.keeper.said == [3, "Two days."]


def test_a_shell_has_a_heading_or_a_name():
    assert '<h3 class="fk-title">A &lt;title&gt;</h3>' in shell([], "A <title>", level=3).children[1].value
    assert shell([], name="Days").keeper.label == "Days"
    with pytest.raises(ValueError, match="title"):
        shell([])
    with pytest.raises(ValueError, match="level"):
        shell([], "Title", level=1)


def test_a_shell_knows_when_its_script_runs():
    box = shell([], "Title")
    assert not box.ready
    box.keeper.ready = True
    assert box.ready


def test_scripts_and_styles_are_files_of_the_package_and_load_nothing():
    keeper, control = shell([], "Title").keeper, Choice("How?", OPTIONS).inner
    for text in (keeper._esm, keeper._css, control._esm):
        assert len(text) > 500
        assert "http" not in text
        assert "import(" not in text


def test_buttons_act_and_stand_in_a_row():
    pressed = []
    made = button("Check", lambda: pressed.append(1), primary=True)
    made.click()
    assert pressed == [1]
    assert "fk-primary" in made._dom_classes
    assert row([made]).children == (made,)


def test_details_and_tables_escape_what_they_show():
    opened = Details("A <hint>", "<p>markup</p>", opened=True)
    assert opened.value == "<details open><summary>A &lt;hint&gt;</summary><p>markup</p></details>"
    made = table("Days & dates", ["<Step>"], [["<script>"]])
    assert "<caption>Days &amp; dates</caption>" in made
    assert '<th scope="col">&lt;Step&gt;</th>' in made
    assert '<th scope="row">&lt;script&gt;</th>' in made
    assert "<td>1</td>" in table("c", ["h", "i"], [["a", 1]])


def test_widgets_around_a_shell_leave_its_words_and_no_addresses(tmp_path):
    import followup_kit as fk
    from followup_kit import course

    with fk.Journal(tmp_path / "journal.sqlite") as journal:
        made = [
            fk.plan_explorer(course.practice()),
            fk.protocol_builder(course.practice()),
            fk.campaign_board(journal, dt.date(2026, 3, 12)),
        ]
        for one in made:
            words = one._repr_mimebundle_()["text/plain"]
            assert words.startswith("[")
            assert words.endswith(": run this cell in JupyterLab to use it]")
            assert "0x" not in words
