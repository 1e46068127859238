"""Scripts and branches: complete, cited, short enough, and ready for the plan."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

import followup_kit as fk
from followup_kit.advice.calls import SLOTS, call_advice, gap, route_advice
from followup_kit.advice.protocols import protocol_ids
from followup_kit.advice.rules import rules
from followup_kit.calls import seconds_to_say, spoken_words
from followup_kit.course.learner.own_case import practice, practice_cases
from followup_kit.errors import CaseError, UnknownName
from followup_kit.records.call import CALL_KINDS, ROUTES, CallScript

CASES = [
    (kind, variant.id if variant else None, route)
    for kind in CALL_KINDS
    for variant in (call_advice(kind).variants or (None,))  # type: ignore[arg-type]
    for route in ROUTES
]
ON = dt.date(2026, 7, 1)


def script(kind: str, variant: str | None, route: str, case: str = "amina", **more: object) -> CallScript:
    given = {"sender": "Amina Yusuf", "phone": "555 0199", "point": "the hours", "answer_by": ON} | more
    return fk.call_script(kind, practice(case), variant=variant, route=route, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "variant", "route"), CASES)
@pytest.mark.parametrize("case", list(practice_cases()))
def test_a_filled_script_passes_its_own_check(kind: str, variant: str | None, route: str, case: str) -> None:
    made = script(kind, variant, route, case)
    report = fk.check_call(
        made.text, made.kind, variant=variant, route=made.route, budget=fk.call_budget("classic")
    )
    assert report.to_fix() == report.to_add() == report.to_judge() == ()
    assert made.seconds <= made.limit


@pytest.mark.parametrize(("kind", "variant", "route"), CASES)
def test_a_script_has_the_five_parts_each_with_who_says_so(
    kind: str, variant: str | None, route: str
) -> None:
    made = script(kind, variant, route)
    assert {line.part for line in made} == {"who_you_are", "question", "excitement", "thanks", "close"}
    assert sum(line.part == "question" for line in made) == 1
    for line in made:
        assert line.rules or line.editorial
        assert set(line.rules) <= set(rules())
        assert "{" not in line.text


@pytest.mark.parametrize("kind", CALL_KINDS)
def test_all_ways_carry_the_same_lines(kind: str) -> None:
    parts = {tuple(line.part for line in script(kind, None, route)) for route in ROUTES}
    assert len(parts) == 1
    questions = {next(line.text for line in script(kind, None, r) if line.part == "question") for r in ROUTES}
    assert len(questions) == 1


def test_the_calls_rules_are_all_carried() -> None:
    carried: set[str] = set()
    for kind in CALL_KINDS:
        advice = call_advice(kind)  # type: ignore[arg-type]
        parts = (*advice.lines, *advice.branches, *advice.variants)
        carried |= set(advice.rules) | {r for part in parts for r in part.rules}
    wanted = {f"000.{n:02d}" for n in (1, 2, 18, 19, 20, 21, 22, 23, 24, 26, 27)}
    wanted |= {"001.19", "001.20", "001.23", "001.24", "003.17", "003.20", "003.21", "003.22"}
    wanted |= {"004.11", "004.12", "004.13", "002.05"}
    assert wanted <= carried


def test_what_is_not_known_is_a_gap_that_the_check_finds() -> None:
    bare = fk.Interview(day=dt.date(2026, 3, 2))
    for kind in CALL_KINDS:
        made = fk.call_script(kind, bare)  # type: ignore[arg-type]
        assert gap("sender") in made.text
        assert fk.check_call(made.text, made.kind)["nothing_left_over"].verdict == "breach"
    assert {*route_advice()} == set(ROUTES)
    for slot in set(SLOTS) - {"day", "position"}:
        assert gap(slot).startswith("[")


def test_names_are_put_in_once_and_never_read_as_gaps() -> None:
    made = fk.call_script("status", practice(), sender="{phone} {day}")
    assert "This is {phone} {day};" in made.text


def test_an_agency_is_spoken_to_as_one() -> None:
    made = script("status", None, "phone", "rosa")
    assert "Mai Nguyễn" not in made.text
    assert "at Elmwood Care Home" in made.text
    assert "Northside Staffing" in fk.take_branch(made, "not_in", on=ON, new_date=ON).say


def test_unknown_names_and_days_are_said_in_a_sentence() -> None:
    with pytest.raises(UnknownName, match="kind of call"):
        fk.call_script("chat", practice())  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="Did you mean 'ask_for_time'"):
        fk.call_script("confirmation", practice(), variant="ask_time")
    with pytest.raises(UnknownName, match="route"):
        fk.call_script("status", practice(), route="fax")  # type: ignore[arg-type]
    with pytest.raises(CaseError, match="day by which you will answer"):
        fk.call_script("confirmation", practice(), answer_by="Friday")  # type: ignore[arg-type]
    with pytest.raises(CaseError, match="words a minute"):
        fk.call_script("status", practice(), rate=True)
    made = fk.call_script("status", practice())
    with pytest.raises(UnknownName, match=r"branch of status 'ofer'\. Did you mean 'offer'"):
        fk.take_branch(made, "ofer", on=ON)
    with pytest.raises(CaseError, match="needs a date"):
        fk.take_branch(made, "not_in", on=ON)
    with pytest.raises(CaseError, match="before the call"):
        fk.take_branch(made, "need_more_time", on=ON, new_date=ON - dt.timedelta(days=1))
    with pytest.raises(CaseError, match="day of the call"):
        fk.take_branch(made, "offer", on="today")  # type: ignore[arg-type]


def test_the_branches_that_a_call_must_have() -> None:
    made = script("status", None, "phone")
    assert {"not_in", "voicemail", "need_more_time", "not_you", "offer"} <= {b.id for b in made.branches}
    written = {b.id for b in script("status", None, "email").branches}
    assert "sent_it" in written
    assert not {"not_in", "voicemail"} & written


@pytest.mark.parametrize("kind", CALL_KINDS)
@pytest.mark.parametrize("protocol", protocol_ids())
@pytest.mark.parametrize("route", ["phone", "email"])
def test_every_branch_brings_events_that_the_plan_takes(kind: str, protocol: str, route: str) -> None:
    interview = practice()
    before = ["offer:2026-03-16"] if call_advice(kind).step == "confirmation_call" else []  # type: ignore[arg-type]
    planned = fk.plan(interview, protocol, events=before)
    steps = [t.step for t in planned if t.open and t.kind in ("nudge", "answer")]
    made = script(kind, None, route, step=steps[0])
    for branch in made.branches:
        answered = fk.take_branch(made, branch.id, on=dt.date(2026, 3, 17), new_date=dt.date(2026, 3, 24))
        assert answered.say
        assert "{" not in answered.say
        after = fk.plan(interview, protocol, events=[*before, *answered.events])
        assert after.events[len(before) :] == answered.events or not answered.events
        if any(e.kind == "sent" for e in answered.events):
            assert any(t.done_on == dt.date(2026, 3, 17) for t in after)
        if branch.then:
            then = fk.call_script(branch.then, interview, variant=answered.then_variant or None)
            assert len(then) >= 5


def test_what_is_heard_changes_the_plan() -> None:
    interview, on = practice("jade"), dt.date(2026, 2, 18)
    made = fk.call_script("status", interview)

    def steps(branch: str) -> set[str]:
        events = fk.take_branch(made, branch, on=on, new_date=dt.date(2026, 2, 27)).events
        return {t.step for t in fk.plan(interview, "classic", events=events) if t.open and t.kind != "thanks"}

    assert steps("offer") == {"confirmation_call"}
    assert steps("not_you") == {"after_rejection"}
    assert steps("not_in") == {"call"}
    assert steps("need_more_time") == set()  # the one call is made


def test_the_budget_counts_calls_and_not_letters() -> None:
    interview = practice("jade")
    plain = fk.plan(interview, "classic")
    called = fk.plan(interview, "classic", events=["sent:2026-02-10:thank_you", "sent:2026-02-18:call"])
    taken_back = fk.plan(interview, "classic", events=[*called.events, fk.Event.parse("undone:2026-02-19")])
    assert [fk.call_budget("classic", p).made for p in (plain, called, taken_back)] == [0, 1, 0]
    assert fk.call_budget("classic", called).left == 0
    by_mail = replace(called, events=tuple(replace(e, channel="email") for e in called.events))
    assert fk.call_budget("classic", by_mail).made == 0
    assert {p: fk.call_budget(p).allowed for p in protocol_ids()} == {
        "classic": 1, "measured": 2, "paced": None, "showcase": 1, "persistent": None,
    }  # fmt: skip
    extra = fk.plan(interview, "measured", events=["sent:2026-02-19:call"])
    assert fk.call_budget("measured", extra).made == 1
    assert "names no last one" in str(fk.call_budget("paced"))


def test_words_are_counted_as_they_are_said() -> None:
    assert spoken_words("") == spoken_words("— … !") == 0
    assert spoken_words("on 2 March") == 3
    assert spoken_words("+49 30 1234567") == 9
    assert seconds_to_say("one two three four five six seven") == 3.0
    with pytest.raises(CaseError, match="from 40 to 400"):
        seconds_to_say("one", 1000)
