"""Scoring: every rule that dates can show is executable, and sources keep their own rules."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.advice.loading import read_toml
from followup_kit.comparison.checks import CHECKS
from followup_kit.comparison.consensus import promised_rules
from followup_kit.comparison.score import scoring
from followup_kit.errors import UnknownName
from followup_kit.records.case import Interview, Options, Person
from followup_kit.records.score import Check, CheckKind
from tests.comparison.cases import MONDAY, NO_DATE, TWO_WEEKS, cases_with_news, countries, interviews, options

EXECUTABLE = {"timing", "channel", "limit", "stop", "recipient", "attachment"}
LETTER_ITEMS = {item["id"] for item in read_toml("checklists/letter.toml")["items"]}
CALLS = {"status", "voicemail", "confirmation", "negotiation_follow_up", "decline"}
# Limits that are counted in words and seconds: the letter check and the call script run them.
BY_LETTER_OR_CALL = {"000.14", "000.22", "001.07", "002.20", "003.03", "003.04"}


def result(plan_or_log: Any, rule: str, **more: Any) -> tuple[str, str]:
    found = fk.score(plan_or_log, [rule], **more)[rule]
    return found.result, found.why


# -- what the data holds ---------------------------------------------------------------------------


def test_every_rule_is_carried_out() -> None:
    assert list(scoring()) == list(fk.rules())
    for id, how in scoring().items():
        if EXECUTABLE & set(fk.rules()[id].kinds) and id not in BY_LETTER_OR_CALL:
            assert how.checks, f"{id} has no check"
        if id in BY_LETTER_OR_CALL:
            assert any(s.startswith(("letter check: ", "call script: ")) for s in how.see)
        assert how.checks or how.see, f"{id} is carried out by nothing"


@pytest.mark.parametrize("how", scoring().values(), ids=lambda how: how.rule)
def test_pointers_lead_somewhere(how: Any) -> None:
    assert how.see
    for pointer in how.see:
        kind, _, name = pointer.partition(": ")
        if kind == "letter check":
            assert name in LETTER_ITEMS
        elif kind == "call script":
            assert name in CALLS
            assert read_toml(f"calls/{name}.toml")
        else:
            assert kind.startswith("lesson 0")
            assert 1 <= int(kind.removeprefix("lesson ")) <= 9


def test_every_kind_of_check_is_used_and_known() -> None:
    from typing import get_args

    used = {c.kind for how in scoring().values() for c in how.checks}
    assert used == set(CHECKS) == set(get_args(CheckKind))


def test_numbers_of_ours_are_marked() -> None:
    """A window or a distance that no source gives says so."""
    for id in ("000.21", "001.12", "001.21", "002.08", "002.25", "003.19", "004.15"):
        assert all(c.editorial for c in scoring()[id].checks), id


def test_what_forbids_contact_is_of_kind_limit_or_stop() -> None:
    for id in promised_rules():
        assert {"limit", "stop"} & set(fk.rules()[id].kinds)
    assert not {"004.21", "004.22"} & set(promised_rules())


# -- plans -----------------------------------------------------------------------------------------

OWN_TEXT_CONTRADICTS = {"001.12", "002.07"}


def test_the_rules_that_a_source_contradicts_itself_are_listed() -> None:
    listed = {id for id, how in scoring().items() if how.contradicted_by}
    assert listed == OWN_TEXT_CONTRADICTS
    for id in listed:
        how = scoring()[id]
        assert how.contradiction
        assert {other.partition(".")[0] for other in how.contradicted_by} == {id.partition(".")[0]}


@settings(deadline=None, max_examples=40)
@given(cases_with_news(), countries, options)
def test_a_plan_breaks_no_rule_of_its_own_source(
    case: tuple[Interview, tuple[str, ...]], country: str, chosen: Options
) -> None:
    interview, news = case
    for id in fk.protocol_ids():
        planned = fk.plan(interview, id, events=news, calendar=country, options=chosen)
        broken = {r.rule for r in fk.score(planned, fk.load_protocol(id).source).broken}
        assert broken <= OWN_TEXT_CONTRADICTS


@settings(deadline=None, max_examples=40)
@given(cases_with_news(), countries, options)
def test_strictest_breaks_none_of_the_rules_it_promises(
    case: tuple[Interview, tuple[str, ...]], country: str, chosen: Options
) -> None:
    interview, news = case
    strictest = fk.consensus("strictest")
    planned = fk.plan(interview, strictest, events=news, calendar=country, options=chosen)
    assert fk.score(planned, promised_rules(), protocol=strictest).broken == ()


@settings(deadline=None, max_examples=30)
@given(interviews(), st.sampled_from(fk.protocol_ids()))
def test_results_are_all_rules_once(interview: Interview, id: str) -> None:
    found = fk.score(fk.plan(interview, id))
    assert [r.rule for r in found.results] == list(fk.rules())
    assert len(found.kept) + len(found.broken) + len(found.open) == 125
    assert all(r.why for r in found.results)


def test_the_bold_plan_breaks_what_the_cautious_ask() -> None:
    broken = {r.rule for r in fk.score(fk.plan(TWO_WEEKS, "persistent")).broken}
    assert {"000.05", "000.19", "000.21", "001.16", "002.10", "002.25", "003.18"} <= broken
    kept = {r.rule for r in fk.score(fk.plan(TWO_WEEKS, "persistent")).kept}
    assert {"004.07", "004.08", "004.10", "004.14", "004.15", "004.18", "004.19", "004.21", "004.22"} <= kept


def test_tone_and_belief_are_left_to_others() -> None:
    found = fk.score(fk.plan(TWO_WEEKS, "classic"))
    assert found["000.15"].result == "open"
    assert found["000.15"].see == ("letter check: friendly_tone",)
    assert "letter check: friendly_tone" in found["000.15"].why
    for id, rule in fk.rules().items():
        if not EXECUTABLE & set(rule.kinds):
            assert found[id].result == "open"


def test_without_a_promised_date_its_rules_stay_open() -> None:
    planned = fk.plan(NO_DATE, "classic")
    assert result(planned, "000.05") == ("open", "no promised date is known")
    assert result(planned, "003.19")[0] == "kept"


def test_a_wish_for_no_calls_sets_the_phone_aside() -> None:
    planned = fk.plan(TWO_WEEKS, "classic", options=Options(written_only=True))
    assert result(planned, "000.07") == ("open", "set aside: no calls are wanted here")
    assert result(planned, "000.19")[0] == "kept"


def test_an_agency_sets_recipients_aside() -> None:
    planned = fk.plan(Interview(day=MONDAY, contact_via="Bright Agency"), "measured")
    assert result(planned, "001.04") == ("open", "set aside: everything goes through the recruiter")


def test_one_person_can_be_interviewer_and_hiring_manager() -> None:
    ana = Person(name="Ana Ruiz", roles=("interviewer", "hiring_manager"))
    alone = fk.plan(Interview(day=MONDAY, people=(ana,)), "persistent")
    assert result(alone, "001.04")[0] == "kept"
    assert result(alone, "000.09")[0] == "kept"
    panel = fk.plan(Interview(day=MONDAY, people=(ana, Person(name="Li Wei"))), "persistent")
    assert result(panel, "001.04")[0] == "kept"
    assert result(panel, "000.09")[0] == "broken"


def test_samples_are_judged_by_where_they_go() -> None:
    instead = Interview(day=MONDAY, people=(Person(name="Ana Ruiz", roles=("interested_interviewer",)),))
    chosen = Options(include=("work_sample",))
    planned = fk.plan(instead, "showcase", options=chosen)
    assert [t.step for t in planned][:1] == ["work_sample"]
    assert result(planned, "003.11")[0] == "kept"
    assert result(planned, "003.12")[0] == "kept"
    assert result(planned, "003.13")[0] == "kept"
    assert result(planned, "002.18")[0] == "broken"
    assert result(fk.plan(TWO_WEEKS, "paced"), "002.18")[0] == "kept"
    assert result(fk.plan(TWO_WEEKS, "classic"), "002.18")[0] == "open"


def test_news_of_a_delay_is_judged_from_the_news() -> None:
    later = fk.plan(TWO_WEEKS, "measured", events=["delayed:2026-03-12:2026-03-20"])
    assert result(later, "001.22")[0] == "kept"
    assert result(later, "001.21") == ("open", "a new date is known")
    unknown = fk.plan(TWO_WEEKS, "measured", events=["delayed:2026-03-12"])
    assert result(unknown, "001.21")[0] == "kept"


def test_a_no_gets_a_reply() -> None:
    planned = fk.plan(TWO_WEEKS, "persistent", events=["rejected:2026-03-10"])
    assert result(planned, "000.27")[0] == "kept"
    assert result(fk.plan(TWO_WEEKS, "persistent"), "000.27")[0] == "open"


def test_an_offer_allows_more_contacts() -> None:
    planned = fk.plan(TWO_WEEKS, "classic", events=["offer:2026-03-10"])
    assert result(planned, "000.02") == ("kept", "it was used")


def test_one_source_or_some_rules_can_be_asked_for() -> None:
    planned = fk.plan(TWO_WEEKS, "classic")
    assert {r.rule[:3] for r in fk.score(planned, "004").results} == {"004"}
    assert [r.rule for r in fk.score(planned, ["000.19", fk.rules()["000.05"]]).results] == [
        "000.19",
        "000.05",
    ]
    with pytest.raises(fk.UnknownName, match=r"There is no rule '000\.99'"):
        fk.score(planned, ["000.99"])
    with pytest.raises(UnknownName):
        fk.score(planned, ["000.19"])["000.05"]


def test_the_json_has_the_stable_shape() -> None:
    data = fk.score(fk.plan(TWO_WEEKS, "persistent")).to_dict()
    assert set(data) == {"kept", "broken", "open"}
    assert "004.10" in data["kept"]
    assert {"rule", "why"} == set(data["broken"][0])
    assert "000.15" in data["open"]


# -- logs ------------------------------------------------------------------------------------------


def sent(date: str, step: str | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "sent", "date": date, **({"step": step} if step else {}), **more}


THANKS = sent("2026-03-02", "thank_you", to="everyone")


def test_a_second_call_breaks_the_one_call() -> None:
    log = [THANKS, sent("2026-03-17", "call"), sent("2026-03-24", "call")]
    verdict, why = result(log, "000.19", interview=TWO_WEEKS)
    assert verdict == "broken"
    assert why == "2 calls instead of at most 1; too many: Tue 24 Mar 2026"
    assert result(log[:2], "000.19", interview=TWO_WEEKS)[0] == "kept"
    assert result(log, "000.05", interview=TWO_WEEKS)[0] == "kept"


def test_what_a_log_has_not_come_to_stays_open() -> None:
    assert result([THANKS], "000.05", interview=TWO_WEEKS)[0] == "open"
    late = dt.date(2026, 4, 1)
    assert result([THANKS], "000.05", interview=TWO_WEEKS, today=late)[0] == "broken"
    assert result([THANKS], "000.08", interview=TWO_WEEKS)[0] == "kept"
    assert result([], "000.08", interview=TWO_WEEKS, today=dt.date(2026, 3, 5))[0] == "broken"
    assert result([], "000.08", interview=TWO_WEEKS)[0] == "open"


def test_channel_and_recipient_of_a_log_count() -> None:
    log = [sent("2026-03-02", "thank_you", channel="letter", to="hiring_manager")]
    assert result(log, "000.10", interview=TWO_WEEKS)[0] == "kept"
    assert result(log, "001.02", interview=TWO_WEEKS)[0] == "broken"
    assert result(log, "001.04", interview=TWO_WEEKS)[0] == "kept"
    assert result(log, "000.09", interview=TWO_WEEKS)[0] == "broken"


def test_a_contact_without_a_step_is_placed_by_day_and_channel() -> None:
    log = [sent("2026-03-02", channel="email"), sent("2026-03-17", channel="phone")]
    assert result(log, "001.03", interview=TWO_WEEKS)[0] == "kept"
    assert result(log, "000.05", interview=TWO_WEEKS)[0] == "kept"
    assert result(log, "000.07", interview=TWO_WEEKS)[0] == "kept"


def test_the_number_of_samples_is_judged_where_it_is_known() -> None:
    three = [sent("2026-03-02", "thank_you", samples=3)]
    assert result(three, "002.19", interview=TWO_WEEKS)[0] == "broken"
    assert result([sent("2026-03-02", "thank_you", samples=2)], "002.19", interview=TWO_WEEKS)[0] == "kept"
    assert result([THANKS], "002.19", interview=TWO_WEEKS)[0] == "open"


def test_asking_after_an_answer_breaks_the_condition() -> None:
    log = [THANKS, {"kind": "replied", "date": "2026-03-16"}, sent("2026-03-18", "call")]
    assert result(log, "000.06", interview=TWO_WEEKS)[0] == "broken"
    assert result([THANKS, sent("2026-03-17", "call")], "000.06", interview=TWO_WEEKS)[0] == "kept"


def test_writing_on_for_months_breaks_letting_go() -> None:
    log = [THANKS, *(sent(f"2026-0{m}-09", "weekly", channel="email") for m in (3, 4, 5))]
    verdict, why = result(log, "002.25", interview=TWO_WEEKS)
    assert verdict == "broken"
    assert why == "weekly on Thu 9 Apr 2026, though it was time to let go on Mon 6 Apr 2026"


def test_a_log_may_hold_events() -> None:
    log = [fk.Event.parse("sent:2026-03-02:thank_you"), fk.Event.parse("sent:2026-03-17:call")]
    assert result(log, "000.19", interview=TWO_WEEKS)[0] == "kept"


def test_identical_entries_count_once() -> None:
    assert result([sent("2026-03-17", "call")] * 2, "000.19", interview=TWO_WEEKS)[0] == "kept"


BAD_LOGS: list[tuple[Any, str]] = [
    ("sent", "A log is a list of entries"),
    ({"kind": "sent"}, "A log is a list of entries"),
    ([["sent"]], "Entry 1 of the log is not a record"),
    ([{"kind": "sent"}], "needs both kind and date"),
    ([{"kind": "sent", "date": "soon"}], "is not a day"),
    ([{"kind": "send", "date": "2026-03-02"}], "There is no event 'send'. Did you mean 'sent'"),
    ([sent("2026-03-02", "thank_yuo")], "There is no step 'thank_yuo'. Did you mean 'thank_you'"),
    ([sent("2026-03-02", "call", channel="fax")], "There is no channel 'fax'"),
    ([sent("2026-03-02", "call", to="boss")], "There is no recipient 'boss'"),
    ([sent("2026-03-02", "call", when="noon")], "There is no key of a log entry"),
    ([sent("2026-03-02", "call", samples=True)], "samples is True, not a whole number"),
    ([sent("2026-03-02", "call", samples=-1)], "cannot be below 0"),
    ([{"kind": "sent", "date": 20260302}], "date is 20260302, not text"),
    ([sent("2026-03-01", "call")], "before the interview"),
    ([sent("2026-03-09", "let_go", channel="phone")], "letting go is no contact"),
    (
        [{"kind": "offer", "date": "2026-03-09"}, {"kind": "rejected", "date": "2026-03-09"}],
        "contradicts itself: offer on 2026-03-09 and rejected on 2026-03-09",
    ),
    (
        [{"kind": "rejected", "date": "2026-03-09"}, {"kind": "accepted", "date": "2026-03-12"}],
        "contradicts itself: rejected on 2026-03-09 and accepted on 2026-03-12",
    ),
    (
        [{"kind": "rejected", "date": "2026-03-09"}, {"kind": "delayed", "date": "2026-03-12"}],
        "contradicts itself: rejected on 2026-03-09, and news of a delay",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("log", "said"), BAD_LOGS, ids=[said[:30] for _, said in BAD_LOGS])
def test_a_bad_log_gets_a_clear_sentence(log: Any, said: str) -> None:
    with pytest.raises(fk.FollowUpError) as raised:
        fk.score(log, interview=TWO_WEEKS)
    assert said in str(raised.value)


def test_a_log_needs_its_interview() -> None:
    with pytest.raises(fk.CaseError, match="A log needs the interview"):
        fk.score([THANKS])


def test_a_reopened_case_is_no_contradiction() -> None:
    log = [
        {"kind": k, "date": f"2026-03-{d}"}
        for k, d in (("rejected", "09"), ("reopened", "10"), ("accepted", "12"))
    ]
    assert fk.score(log, ["000.27"], interview=TWO_WEEKS).results


def test_an_email_and_a_call_on_one_day_are_two_contacts() -> None:
    log = [
        {"kind": "sent", "date": day, "channel": channel}
        for day, channel in (("2026-03-20", "email"), ("2026-03-20", "phone"), ("2026-03-27", "phone"))
    ]
    assert fk.score(log, interview=TWO_WEEKS)["000.19"].result == "broken"
    assert fk.score(log[:2], interview=TWO_WEEKS)["000.19"].result == "kept"
    taken_back = [*log[:2], {"kind": "undone", "date": "2026-03-21"}, log[2]]
    assert fk.score(taken_back, interview=TWO_WEEKS)["000.19"].result == "kept"


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.builds(
            lambda day, step, channel: sent(str(MONDAY + dt.timedelta(days=day)), step, channel=channel),
            st.integers(0, 60),
            st.sampled_from([None, "thank_you", "call", "check_in", "weekly"]),
            st.sampled_from(["email", "phone", "letter"]),
        ),
        max_size=12,
    )
)
def test_any_log_of_contacts_gets_a_score(log: list[dict[str, Any]]) -> None:
    found = fk.score(log, interview=TWO_WEEKS)
    assert len(found.results) == 125
    calls = {
        (e["date"], e.get("step")) for e in log if e["channel"] == "phone" and e.get("step") != "thank_you"
    }
    assert (found["000.19"].result == "kept") == (len(calls) <= 1)


def test_a_check_reads_as_data() -> None:
    assert Check(kind="at_most", count=1).of == "nudges"
