"""The letter studio without a page: its desk, its traits, its plain form."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.advice.rules import rules
from followup_kit.advice.scaffolds import scaffold, scaffolds
from followup_kit.records.case import Interview, Person
from followup_kit.records.letter import KINDS
from followup_kit.widgets.base import use_plain_controls
from followup_kit.widgets.letter_studio import LetterStudio, letter_studio
from followup_kit.widgets.studio_desk import BUCKETS, KEPT, Desk, contexts_of

ANA = {
    "interviewer_name": "Ms. Ana Ruiz",
    "company": "Bright Farm",
    "topics": ["tomato trial"],
    "subject": "Our talk",
}
LI = {"interviewer_name": "Li Wei", "company": "Bright Farm"}
LETTER = "Dear Ms. Ruis,\n\nThank you for the tomato trial. 😀 You must answer by Friday.\n\nKind regards,\nSam Hill"


@pytest.fixture
def plain() -> Iterator[None]:
    use_plain_controls()
    yield
    use_plain_controls(None)


def studio(context: Any = ANA, text: Any = LETTER, **more: Any) -> LetterStudio:
    return letter_studio(context, text, **({"state": {}} | more))


def found(made: LetterStudio, item: str) -> dict[str, Any]:
    return next(f for f in made.page.view["findings"] if f["item"] == item)


def typed(made: LetterStudio, text: str, letter: int = 0) -> None:
    """What the page sends when somebody types."""
    draft = made.page.draft
    texts = [text if n == letter else t for n, t in enumerate(draft["texts"])]
    made.page.draft = draft | {"texts": texts, "active": letter, "version": draft["version"] + 1}


def press(made: LetterStudio, do: str, **more: Any) -> None:
    """What the page sends when a button is pressed."""
    made._asked({"do": do, "draft": made.page.draft} | more)


# -- What is shown ------------------------------------------------------------------------------------


def test_every_item_is_shown_once_in_the_order_of_the_groups() -> None:
    made = studio()
    shown = made.page.view["findings"]
    assert sorted(f["item"] for f in shown) == sorted(f.item for f in made.report)
    places = [list(BUCKETS).index(f["bucket"]) for f in shown]
    assert places == sorted(places)


def test_spans_are_those_of_the_report_in_the_browsers_units() -> None:
    made = studio(text="😀 😀 " + LETTER)
    units = made.text.encode("utf-16-le")
    pressure = made.report["no_pressure"]
    assert pressure.quotes
    shown = [units[2 * a : 2 * b].decode("utf-16-le") for a, b in found(made, "no_pressure")["spans"]]
    assert tuple(shown) == pressure.quotes
    assert found(made, "no_pressure")["spans"] != [list(s) for s in pressure.spans]


def test_typing_brings_new_findings_with_the_number_of_the_draft() -> None:
    made = studio()
    assert found(made, "addressed_by_name")["bucket"] == "fix"
    typed(made, LETTER.replace("Ruis", "Ruiz"))
    assert found(made, "addressed_by_name")["bucket"] == "met"
    assert made.page.view["version"] == made.page.draft["version"] == 1
    assert made.text.startswith("Dear Ms. Ruiz")


def test_an_empty_page_is_not_started_and_has_no_verdict() -> None:
    made = studio(text=" \n")
    view = made.page.view
    assert view["state"] == "not_started"
    assert view["summary"] == "Not started."
    assert {f["bucket"] for f in view["findings"]} == {"todo", "rest"}
    assert not any(f["spans"] or (f["bucket"] == "todo" and f["message"]) for f in view["findings"])


def test_a_text_that_is_not_english_gets_a_note_and_only_what_holds_anywhere() -> None:
    made = studio(
        text="Sehr geehrte Frau Ruiz,\n\nvielen Dank für das Gespräch über die Tomaten gestern. Ich würde mich "
        "sehr freuen, wenn wir bald zusammen arbeiten könnten, und grüße Sie herzlich.\n\nLi Wei"
    )
    view = made.page.view
    assert view["state"] == "not_english"
    assert view["note"]
    assert view["note"] in view["summary"]
    assert not any(f["bucket"] == "judge" and not f["spans"] for f in view["findings"])


def test_the_summary_counts_what_the_list_holds_and_no_words() -> None:
    view = studio().page.view
    counts = {b: sum(f["bucket"] == b for f in view["findings"]) for b in BUCKETS}
    assert f"To fix: {counts['fix']}." in view["summary"]
    assert f"You could add: {counts['add']}." in view["summary"]
    assert view["words"] not in view["summary"]
    assert view["words"].endswith("words in the body")


@given(st.text())
def test_any_text_at_all_gives_a_view_that_can_travel(text: str) -> None:
    desk = Desk(ANA, text, state={})
    view = desk.view(0)
    json.dumps(view).encode("utf-8")
    most = len(desk.text(0).encode("utf-16-le")) // 2
    assert all(0 <= a < b <= most for f in view["findings"] for a, b in f["spans"])


def test_rules_are_told_in_our_words_with_their_source() -> None:
    made = studio()
    told = made.page.rules
    assert {r for f in made.page.view["findings"] for r in f["rules"]} <= set(told)
    assert told["000.13"] == [rules()["000.13"].rule, told["000.13"][1]]


def test_markup_in_a_text_is_not_touched_and_shown_by_nobody_as_markup() -> None:
    made = studio({"interviewer_name": "<b>Ana</b>"}, "Dear <b>Ana</b>,\n\n<img src=x onerror=alert(1)>")
    assert made.text.endswith("<img src=x onerror=alert(1)>")
    assert made.page.names == ["<b>Ana</b>"]


# -- What stays ------------------------------------------------------------------------------------------


def test_the_text_is_kept_when_the_cell_is_run_again() -> None:
    state: dict[str, Any] = {}
    first = studio(state=state)
    typed(first, "Dear Ms. Ruiz,")
    again = studio(state=state)
    assert again.text == "Dear Ms. Ruiz,"
    assert again.page.draft["texts"] == ["Dear Ms. Ruiz,"]
    assert json.loads(json.dumps(state)) == state


def test_a_new_text_in_the_cell_wins_and_the_old_one_can_be_undone() -> None:
    state: dict[str, Any] = {}
    typed(studio(state=state), "Dear Ms. Ruiz, my own words")
    again = studio(text="Another beginning", state=state)
    assert again.text == "Another beginning"
    assert again.page.earlier == ["Dear Ms. Ruiz, my own words"]
    assert studio(text="", state=state).text == "Another beginning"


def test_without_a_place_of_ones_own_letters_are_kept_while_the_kernel_runs() -> None:
    name = {"interviewer_name": "Somebody of this test"}
    try:
        typed(letter_studio(name), "Dear Somebody,")
        assert letter_studio(name).text == "Dear Somebody,"
        assert letter_studio(name, kind="check_in").text == ""
    finally:
        for key in [k for k in KEPT if "Somebody of this test" in k]:
            del KEPT[key]


def test_a_silenced_item_stays_silent_over_edits_and_new_cells() -> None:
    state: dict[str, Any] = {}
    made = studio(state=state)
    press(made, "silence", item="addressed_by_name", on=True)
    assert found(made, "addressed_by_name")["bucket"] == "left"
    assert found(made, "addressed_by_name")["spans"] == []
    typed(made, LETTER + " More.")
    assert found(made, "addressed_by_name")["bucket"] == "left"
    again = studio(state=state)
    assert found(again, "addressed_by_name")["bucket"] == "left"
    press(again, "silence", item="addressed_by_name", on=False)
    assert found(again, "addressed_by_name")["bucket"] == "fix"


def test_own_evidence_follows_its_words_and_stays_met_without_them() -> None:
    state: dict[str, Any] = {}
    made = studio(state=state)
    start = len(LETTER[: LETTER.index("You must")].encode("utf-16-le")) // 2
    press(made, "mark", item="impact", start=start, end=start + len("You must answer"))
    assert found(made, "impact") | {"bucket": "met", "marked": True} == found(made, "impact")
    assert made.report["impact"].quotes == ("You must answer",)
    typed(made, "😀😀 " + LETTER)
    assert studio(state=state).report["impact"].quotes == ("You must answer",)
    typed(made, "Dear Ms. Ruiz,\n\nThank you.")
    assert made.report["impact"].verdict == "met"
    assert found(made, "impact")["spans"] == []
    press(made, "unmark", item="impact")
    assert not found(made, "impact")["marked"]


def test_an_item_that_does_not_exist_is_refused() -> None:
    made = studio()
    with pytest.raises(fk.UnknownName, match="no_pressure"):
        made.desk.silence("no_presure")
    with pytest.raises(fk.UnknownName):
        made.desk.mark(0, "nothing of the kind")


def test_what_a_checklist_no_longer_has_is_left_aside() -> None:
    state: dict[str, Any] = {}
    made = studio(state=state)
    key = next(iter(state))
    state[key] = state[key] | {"silenced": ["gone"], "marks": {"gone": "Kind"}}
    assert made.desk.silenced(0) == ()
    assert made.desk.view(0)["state"] == "checked"


# -- Several letters ------------------------------------------------------------------------------------


def test_a_panel_has_one_letter_each_and_two_alike_are_told() -> None:
    text = "Dear Li Wei,\n\nThank you for the talk about the new tomato trial in the large glass house.\n\nSam Hill"
    made = studio([ANA, LI], [text.replace("Li Wei", "Ms. Ruiz"), text])
    assert made.page.names == ["Ms. Ana Ruiz", "Li Wei"]
    assert found(made, "not_identical")["bucket"] == "fix"
    typed(made, text, letter=1)
    assert made.page.view["letter"] == 1
    assert made.active == 1
    assert made.text == made.texts[1]
    assert made.desk.contexts[0].others_met == ("Li Wei",)


def test_of_several_other_letters_the_most_alike_is_compared() -> None:
    made = studio([ANA, LI, {"interviewer_name": "Zoë"}], ["one two three four", "one two three", "five six"])
    assert made.desk._likest(0) == "one two three"
    assert made.desk._likest(2) in {"one two three four", "one two three"}
    assert studio().desk._likest(0) is None


def test_an_interview_brings_its_people_and_their_addresses() -> None:
    met = Interview(
        day=dt.date(2026, 3, 2), company="Bright Farm", topics=("tomatoes",),
        people=(Person(name="Ana Ruiz", email="ana@example.org"), Person(name="Li Wei")),
    )  # fmt: skip
    contexts, addresses, unknown = contexts_of(met)
    assert [c.interviewer_name for c in contexts] == ["Ana Ruiz", "Li Wei"]
    assert contexts[0].interview_date == dt.date(2026, 3, 2)
    assert addresses == ("ana@example.org", "")
    assert unknown == ()
    assert letter_studio(met, state={}).page.view["mailto"].startswith("mailto:ana@example.org")
    alone = Interview(day=dt.date(2026, 3, 2))
    assert letter_studio(alone, state={}).page.names == [""]


def test_what_cannot_be_used_is_said_at_once() -> None:
    with pytest.raises(fk.LetterError, match="nobody to write to"):
        studio([])
    with pytest.raises(fk.LetterError, match="3 texts for 2 letters"):
        studio([ANA, LI], ["a", "b", "c"])
    with pytest.raises(fk.LetterError, match="not an e-mail address"):
        studio(to="ana at example")
    with pytest.raises(fk.UnknownName):
        studio(kind="love_letter")


def test_keys_that_the_context_does_not_know_are_named() -> None:
    assert studio(ANA | {"mood": "good"}).page.unknown == ["mood"]


# -- Out of the studio ---------------------------------------------------------------------------------


def test_the_link_and_the_draft_file_hold_the_letter() -> None:
    made = studio(to="ana@example.org")
    assert made.page.view["mailto"].startswith(
        "mailto:ana@example.org?subject=Our%20talk&body=Dear%20Ms.%20Ruis"
    )
    assert made.page.view["fits"]
    sent: list[tuple[Any, Any]] = []
    made.page.send = lambda content, buffers: sent.append((content, buffers))
    press(made, "eml")
    [(content, [raw])] = sent
    assert content == {"file": "thank-you-Ms-Ana-Ruiz.eml", "type": "message/rfc822"}
    message: Any = message_from_bytes(raw, policy=default)
    assert message["To"] == '"Ms. Ana Ruiz" <ana@example.org>'
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n").rstrip("\n") == LETTER


def test_a_long_letter_says_that_a_link_may_cut_it() -> None:
    assert not studio(text=LETTER + " word" * 1000).page.view["fits"]


def test_writing_from_python_reaches_the_page() -> None:
    made = studio([ANA, LI])
    made.write("Dear Li Wei,", 1)
    assert made.page.draft["texts"] == [LETTER, "Dear Li Wei,"]
    made.write("Dear Ms. Ruiz,\r\n")
    assert made.texts == ("Dear Ms. Ruiz,\n", "Dear Li Wei,")
    assert made.page.draft["version"] == 2


# -- Starters ----------------------------------------------------------------------------------------------


def test_every_kind_has_starters_and_each_has_a_gap_and_a_reason() -> None:
    assert [s.kind for s in scaffolds()] == list(KINDS)
    for starter in (s for book in scaffolds() for s in book.starters):
        assert "[" in starter.text
        assert bool(starter.rules) != bool(starter.editorial), starter
        assert set(starter.rules) <= set(rules())
    with pytest.raises(fk.UnknownName):
        scaffold("love_letter")


@pytest.mark.parametrize("kind", KINDS)
def test_all_starters_together_are_no_finished_letter(kind: str) -> None:
    text = "\n\n".join(s.text for s in scaffold(kind).starters)
    report = fk.check_letter(text, ANA, kind=kind)
    left_over = report["nothing_left_over"]
    assert left_over.verdict == "breach"
    assert left_over.quotes
    assert all(quote in text and "[" in quote for quote in left_over.quotes)


# -- Without a script --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("plain")
def test_the_plain_form_checks_quotes_and_leads_to_the_mail_program() -> None:
    made = studio([ANA, LI], to="ana@example.org")
    page = made.page
    assert "<q" in page.found.value
    assert "Ruis</q>" in page.found.value
    page.letter.value = LETTER.replace("Ruis", "Ruiz")
    assert made.text == page.letter.value
    assert "Ruis</q>" not in page.found.value
    assert 'href="mailto:ana@example.org?subject=Our%20talk&amp;body=Dear' in page.ways.value
    assert "data:message/rfc822;base64," in page.ways.value


@pytest.mark.usefixtures("plain")
def test_the_plain_form_escapes_what_a_person_wrote() -> None:
    made = studio(
        {"interviewer_name": "<i>Ana</i>"}, "Dear <b>Anna</b>,\n\nYou must answer <u>now</u>!\n\nSam"
    )
    values = made.page.found.value + made.page.ways.value
    assert "<b>" not in values
    assert "<u>" not in values
    assert "<i>" not in values


@pytest.mark.usefixtures("plain")
def test_the_plain_form_keeps_what_is_left_out_seen_to_and_written() -> None:
    state: dict[str, Any] = {}
    page = studio([ANA, LI], state=state).page
    page.left.value = ["addressed_by_name"]
    page.seen.value = ["impact"]
    again = studio([ANA, LI], state=state).page
    assert again.left.value == ["addressed_by_name"]
    assert again.seen.value == ["impact"]
    assert next(f for f in again.view["findings"] if f["item"] == "impact")["marked"]
    again.seen.value = []
    again.person.value = "1"
    assert again.letter.value == ""
    assert again.seen.value == []
    again.letter.value = "Dear Li Wei,"
    again.person.value = "0"
    assert again.letter.value == LETTER


@pytest.mark.usefixtures("plain")
def test_the_plain_form_follows_what_python_writes() -> None:
    made = studio()
    made.write("Dear Ms. Ruiz,")
    assert made.page.letter.value == "Dear Ms. Ruiz,"
    assert made.text == "Dear Ms. Ruiz,"
