"""The check itself: spans, verdicts, the budget, the time; and any text at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.advice.calls import call_advice, call_items, load_call_items
from followup_kit.calls import call_budget, check_call
from followup_kit.errors import CaseError, DataError, UnknownName
from followup_kit.records.call import CALL_KINDS, ROUTES, CallBudget, CallReport

PIECES = ["I need", "ß", "İ", "👩‍🚀", "\r\n", "?", "{found}", "[x]"]
POLITE = "Good morning, this is Amina Yusuf. May I ask whether you have decided? Thank you for your time."


@given(
    text=st.text(max_size=400) | st.lists(st.sampled_from(PIECES)).map(" ".join),
    kind=st.sampled_from(CALL_KINDS),
    route=st.sampled_from(ROUTES),
)  # fmt: skip
def test_any_text_gives_a_report_whose_spans_hold(text: str, kind: str, route: str) -> None:
    report = check_call(text, kind, route=route)  # type: ignore[arg-type]
    assert report.started == bool(text.strip())
    for finding in report:
        assert finding.quotes == tuple(text[a:b] for a, b in finding.spans)
        assert list(finding.spans) == sorted(finding.spans)
        assert all(0 <= a < b <= len(text) for a, b in finding.spans)
    if report.started:
        assert [f.item for f in report] == [i.id for i in call_items()]
    assert str(report)


@given(text=st.text(max_size=200))
def test_what_does_not_apply_is_known_without_the_text(text: str) -> None:
    def left_out(report: CallReport) -> set[str]:
        return {f.item for f in report if f.verdict == "not_applicable"}

    assert left_out(check_call(text + "x", "decline")) == left_out(check_call("something else", "decline"))


def test_capitals_and_typographic_quotes_change_nothing() -> None:
    report = check_call("İ WANT TO KNOW: I’VE GOT TO KNOW. I NEED AN ANSWER!", "status")
    assert report["enquiry_not_demand"].quotes[-1] == "I NEED AN ANSWER"


def test_a_quote_in_curly_brackets_is_not_filled_in_again() -> None:
    report = check_call("This is {budget}.", "status", budget=call_budget("classic"))
    assert report["nothing_left_over"].message == "“{budget}” is still a gap."


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        (None, "breach"),
        (CallBudget(protocol="classic", allowed=1, made=0), "breach"),
        (CallBudget(protocol="measured", allowed=2, made=0), "check_yourself"),
        (CallBudget(protocol="persistent", allowed=None, made=3), "check_yourself"),
        (CallBudget(protocol="measured", allowed=2, made=2), "breach"),
    ],
)
def test_a_further_call_is_judged_by_the_budget(budget: CallBudget | None, expected: str) -> None:
    finding = check_call("I will call again tomorrow.", "status", budget=budget)["one_call_only"]
    assert finding.verdict == expected
    assert budget is None or str(budget) in finding.message


def test_a_spent_budget_stops_even_a_good_text() -> None:
    spent = CallBudget(protocol="classic", allowed=1, made=1)
    finding = check_call(POLITE, "status", budget=spent)["one_call_only"]
    assert finding.verdict == "breach"
    assert "No call is left." in finding.message
    assert check_call(POLITE, "status", budget=call_budget("classic"))["one_call_only"].verdict == "met"


@pytest.mark.parametrize(("kind", "seconds"), [("status", 45), ("voicemail", 25)])
def test_the_longest_time_is_kept_to_the_word(kind: str, seconds: int) -> None:
    most = seconds * 140 // 60
    assert check_call("well " * most, kind)["short"].verdict == "met"  # type: ignore[arg-type]
    assert check_call("well " * (most + 1), kind)["short"].verdict == "breach"  # type: ignore[arg-type]
    assert call_advice(kind).seconds == seconds  # type: ignore[arg-type]


def test_writing_is_measured_in_words_and_a_slower_voice_has_fewer() -> None:
    text = "well " * 80
    assert "words" in check_call(text, "status", route="email")["short"].message
    assert check_call(text, "status", rate=140)["short"].verdict == "met"
    assert check_call(text, "status", rate=100)["short"].verdict == "breach"


def test_the_opening_of_a_relay_call_does_not_count_for_its_length() -> None:
    opening = "Hello. I call through a relay service, so the answers come a moment late."
    assert (
        check_call(f"{opening}\n{POLITE}", "status", route="relay").words
        == check_call(POLITE, "status").words
    )


def test_an_empty_text_is_not_started() -> None:
    report = check_call(" \n", "status")
    assert not report.started
    assert report.to_fix() == report.to_add() == report.to_judge() == ()
    assert "Not started" in str(report)
    with pytest.raises(UnknownName):
        report["thanks"]


def test_the_report_begins_with_what_to_mend() -> None:
    text = str(check_call("I need an answer today.", "status"))
    assert text.index("To mend") < text.index("You could add")
    assert "003.20" in text
    assert check_call(POLITE, "status").to_dict()["findings"][0]["item"] == "says_who"


def test_what_is_no_text_or_unknown_is_said_in_a_sentence() -> None:
    with pytest.raises(CaseError, match="are a text, not int"):
        check_call(3, "status")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match=r"kind of call 'stauts'\. Did you mean 'status'"):
        check_call("x", "stauts")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="route"):
        check_call("x", "status", route="pigeon")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="variant of confirmation"):
        check_call("x", "confirmation", variant="acept")
    with pytest.raises(CaseError, match="from 40 to 400"):
        check_call("x", "status", rate=0)


def test_a_long_text_takes_time_in_proportion() -> None:
    text = "a" * 60_000 + "@" + " 1 " * 20_000 + "thank you " * 10_000
    assert check_call(text, "voicemail")["short"].verdict == "breach"


def test_a_teachers_checklist_can_be_used_and_faults_are_named(tmp_path: Path) -> None:
    item = """
[[items]]
id = "{id}"
title = "Say the weekday"
group = "content"
weight = "should"
how = "present"
kinds = ["status"]
patterns = ['''{pattern}''']
hit = ["On Monday."]
miss = ["On that day."]
suggestion = "Name it."
editorial = "Ours."
[items.messages]
met = "There."
missing = "I did not find it."
"""
    file = tmp_path / "mine.toml"
    file.write_text(item.format(id="weekday", pattern=r"\bmonday\b"), "utf-8")
    own = load_call_items(file)
    assert check_call("On Monday.", "status", items=own)["weekday"].verdict == "met"
    file.write_text(item.format(id="weekday", pattern="("), "utf-8")
    with pytest.raises(DataError, match=r"mine.toml, items weekday: the pattern '\('"):
        load_call_items(file)
    file.write_text(item.format(id="a", pattern="a") * 2, "utf-8")
    with pytest.raises(DataError, match="stands twice"):
        load_call_items(file)
    file.write_text(item.format(id="a", pattern="a").replace('editorial = "Ours."', ""), "utf-8")
    with pytest.raises(DataError, match="no rules"):
        load_call_items(file)
    file.write_text(
        item.format(id="a", pattern="a").replace('editorial = "Ours."', 'rules = ["000.99"]'), "utf-8"
    )
    with pytest.raises(DataError, match=r"no rule '000.99'"):
        load_call_items(file)
