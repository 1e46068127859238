"""check_letter: a report for any text, honest verdicts, marks and silence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.errors import LetterError, UnknownName
from followup_kit.letters.checklists import our_checklist
from followup_kit.records.letter import KINDS

CONTEXT = our_checklist().example_context
GOOD = (
    "Dear Ms. Ruiz,\n\nThank you for showing me the greenhouse on Monday. At Lantern Fish I cut the waste by 18 percent, "
    "and I would gladly do the same for you; your vans would leave on time. I would be very glad to work with you. "
    "Please let me know if you need anything more.\n\nKind regards,\nLi Wei"
)
IDS = [item.id for item in our_checklist().items]
TEXT = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                "Dear Ms. Ruiz,",
                "\n\n",
                "\r\n",
                "thank you ",
                "I need an answer by Friday. ",
                "\u00a0",
                "e\u0301",
                "😀",
                "> quoted\n",
                "Best,\nLi",
                "[Name] ",
                "the the ",
                "¿",
                "ß",
                "İ",
            ]
        ),
        max_size=25,
    ).map("".join),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, st.sampled_from(KINDS), st.one_of(st.none(), TEXT))
def test_any_text_gives_a_report(text: str, kind: str, also: str | None) -> None:
    report = fk.check_letter(text, CONTEXT, kind=kind, also=also)
    assert [f.item for f in report] == IDS
    for finding in report:
        assert finding.spans == tuple(sorted(finding.spans))
        assert len(finding.quotes) == len(finding.spans)
        for (start, end), quote in zip(finding.spans, finding.quotes, strict=True):
            assert start < end
            assert text[start:end] == quote
        assert finding.message


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60), st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_any_context_gives_a_report(name: str, company: str, topics: list[str]) -> None:
    context = fk.LetterContext(interviewer_name=name, company=company, topics=tuple(topics), position=company)
    assert len(fk.check_letter(GOOD, context)) == len(IDS)


def test_a_good_letter_has_nothing_to_fix() -> None:
    report = fk.check_letter(GOOD, CONTEXT)
    assert report.to_fix() == ()
    assert report.word_count == 52
    assert {f.verdict for f in report} <= {"met", "missing", "not_applicable"}


def test_the_report_begins_with_what_to_fix() -> None:
    text = GOOD.replace("Ms. Ruiz", "Ms. Riuz") + "\n"
    ordered = fk.check_letter(text, CONTEXT).ordered()
    assert ordered[0].item == "addressed_by_name"
    assert len(ordered) == len(IDS)


def test_an_optional_item_that_is_absent_is_no_error() -> None:
    report = fk.check_letter("Dear Ms. Ruiz,\n\nThank you for the greenhouse.\n\nLi Wei", CONTEXT)
    assert report["attachment_mentioned"].verdict == "missing"
    assert report["attachment_mentioned"].message.startswith("You could")
    assert report["attachment_mentioned"] in report.to_add()
    assert report["attachment_mentioned"] not in report.to_fix()


@pytest.mark.parametrize("text", ["", "  \n\t \r\n"])
def test_empty_text_is_not_started(text: str) -> None:
    report = fk.check_letter(text, CONTEXT)
    assert report.state == "not_started"
    assert {f.verdict for f in report} <= {"check_yourself", "not_applicable"}


def test_another_language_gives_the_mechanical_findings_only() -> None:
    text = (
        "Dear Ms. Riuz,\n\nvielen Dank für das freundliche Gespräch am Montag und die Führung durch das Haus, "
        "ich habe mich sehr gefreut und würde gern bei Ihnen arbeiten.\n\nMit freundlichen Grüßen\nLi Wei"
    )
    report = fk.check_letter(text, CONTEXT)
    assert report.state == "not_english"
    assert "English" in report.note
    assert report["addressed_by_name"].verdict == "breach"
    assert report["no_pressure"].verdict == "check_yourself"


def test_marks_and_silence_stay() -> None:
    start = GOOD.index("greenhouse")
    marks = {"impact": "met", "thanks": (start, start + 10)}
    report = fk.check_letter(GOOD, CONTEXT, silence=["proofread"], marks=marks)  # type: ignore[arg-type]
    assert report["impact"].verdict == "met"
    assert report["thanks"].quotes == ("greenhouse",)
    assert report["proofread"].verdict == "not_applicable"


def test_dates_and_second_letter_decide_what_applies() -> None:
    bare = {"interviewer_name": "Ms. Ruiz"}
    report = fk.check_letter(GOOD, bare)
    assert [report[i].verdict for i in ("timely", "dates_agree", "not_identical")] == ["not_applicable"] * 3
    assert fk.check_letter(GOOD, bare, also=GOOD)["not_identical"].verdict == "breach"


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("thank_you_email", "thank_you"),
        ("thank_you_note", "thank_you"),
        ("status_followup", "check_in"),
        ("other", "after_rejection"),
    ],
)
def test_kinds_of_other_tools(kind: str, meant: str) -> None:
    assert fk.check_letter(GOOD, CONTEXT, kind=kind).kind == meant


def test_what_cannot_be_used_is_named() -> None:
    with pytest.raises(UnknownName, match="thank_you"):
        fk.check_letter(GOOD, CONTEXT, kind="thank_yu")
    with pytest.raises(UnknownName, match="impact"):
        fk.check_letter(GOOD, CONTEXT, silence=["impct"])
    with pytest.raises(UnknownName, match="verdict"):
        fk.check_letter(GOOD, CONTEXT, marks={"impact": "fine"})
    with pytest.raises(LetterError, match="outside"):
        fk.check_letter(GOOD, CONTEXT, marks={"impact": (0, 99_999)})
    with pytest.raises(LetterError, match="YYYY-MM-DD"):
        fk.check_letter(GOOD, {"sent_date": "March"})
    with pytest.raises(LetterError, match="not text"):
        fk.check_letter(None, CONTEXT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Thank you for our talk on Thursday.", "dates_agree"),
        ("Thank you for our meeting today.", "dates_agree"),
        ("Thank you for the interview on 5 March.", "nothing_left_over"),
        ("I would love to join Globex.", "nothing_left_over"),
        ("I am very interested in the accountant position.", "nothing_left_over"),
        ("I would love to join [Company].", "nothing_left_over"),
        ("I attach an internal report of my employer.", "nothing_confidential"),
        ("I seen the barn.", "proofread"),
        ("i enjoyed it.", "proofread"),
        ("I am looking forward to hear from you.", "proofread"),
    ],
)
def test_single_faults(sentence: str, item: str) -> None:
    text = f"Dear Ms. Ruiz,\n\nThank you for the greenhouse. {sentence}\n\nKind regards,\nLi Wei"
    assert fk.check_letter(text, CONTEXT)[item].verdict == "breach"


def test_a_check_in_may_name_the_promised_date() -> None:
    context = {
        **CONTEXT,
        "interview_date": "2026-03-02",
        "promised_date": "2026-03-16",
        "sent_date": "2026-03-17",
    }
    text = "Dear Ms. Ruiz,\n\nWhen we met on 2 March you hoped to decide by {}. May I ask how things stand?\n\nLi Wei"
    verdicts = {
        d: fk.check_letter(text.format(d), context, kind="check_in")["dates_agree"].verdict
        for d in ("16 March", "9 April")
    }
    assert verdicts == {"16 March": "met", "9 April": "breach"}


def test_interest_may_be_put_in_unusual_words() -> None:
    text = "Dear Ms. Ruiz,\n\nIs there some news? I have still much interest for this job.\n\nLi Wei"
    assert fk.check_letter(text, CONTEXT, kind="check_in")["clear_interest"].verdict == "met"


@pytest.mark.parametrize(
    "sentence",
    [
        "I am dying to know how the trial turned out.",
        "The story of the patient's dying wish has stayed with me.",
        "I liked the buddy system that you run for new starters.",
        "I love the product and use it at home.",
        "If it is not too early to ask, when do you expect to make a decision?",
        "I am waiting your kind answer.",
        "Please kindly revert at your convenience.",
        "I will be very grateful if you can give me some information.",
        "Please excuse my mistakes, English is my third language.",
        "I was amazed by how quiet the new machines are.",
        "It was a great honour for me to visit your esteemed company.",
        "You said that clients will not wait, and I understand why.",
    ],
)
def test_harmless_look_alikes_are_no_breach_of_tone(sentence: str) -> None:
    text = f"Dear Ms. Ruiz,\n\nThank you for the greenhouse. {sentence} I would like the job.\n\nKind regards,\nLi Wei"
    report = fk.check_letter(text, CONTEXT)
    assert not [f.item for f in report if f.group == "tone" and f.verdict == "breach"]
