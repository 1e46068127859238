"""What holds of every plan, whatever happened."""

from __future__ import annotations

import datetime as dt
import json
from itertools import pairwise

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import followup_kit as fk
from tests.planner.strategies import Case, cases, names

relaxed = settings(deadline=None, max_examples=150)
ONE_CALL = ("classic", "showcase")
DECISIONS = ("offer", "accepted", "rejected", "next_round")


def snoozed(plan: fk.Plan) -> bool:
    return any(e.kind == "snoozed" for e in plan.events)


def without_status(plan: fk.Plan) -> list[fk.Touchpoint]:
    return [msgspec.structs.replace(t, status="planned") for t in plan]


@relaxed
@given(cases())
def test_nothing_stands_before_the_interview(case: Case) -> None:
    for t in case.plan():
        assert t.due >= case.interview.day
        assert t.latest is None or t.latest >= t.due
        assert t.done_on is None or t.done_on >= case.interview.day


@relaxed
@given(cases())
def test_after_a_decision_only_what_it_plans_is_open(case: Case) -> None:
    plan = case.plan()
    decisions = [e.kind for e in plan.events if e.kind in DECISIONS]
    assume(decisions)
    allowed = {
        "accepted": set(),
        "next_round": set(),
        "rejected": {"after_rejection"},
        "offer": {"confirmation_call", "thank_you", "card", "work_sample"},
    }[decisions[-1]]
    assert {t.step for t in plan if t.open} <= allowed


@relaxed
@given(cases(protocols=("paced",), most_events=6))
def test_no_contact_is_planned_on_the_day_of_letting_go_or_after_it(case: Case) -> None:
    plan = case.plan()
    stops = [t for t in plan if t.step == "let_go" and t.status != "cancelled"]
    assume(stops)
    stop = max(stops, key=lambda t: t.occurrence)
    last = stop.done_on or stop.due
    for t in plan:
        if t.open and t.kind not in ("stop", "answer"):
            assert t.due < last


@relaxed
@given(cases(protocols=ONE_CALL, most_events=6))
def test_a_budget_of_one_call_is_never_exceeded(case: Case) -> None:
    calls = [t for t in case.plan() if t.status != "cancelled" and t.kind == "nudge"]
    assert len(calls) <= 1  # the confirmation call is no nudge and does not count (000.02)


@relaxed
@given(cases())
def test_what_rolls_lands_on_a_working_day(case: Case) -> None:
    plan = case.plan()
    calendar = fk.working_days(case.calendar)
    for t in plan:
        if t.moved_from is not None:
            assert not calendar.is_working(t.moved_from)
            assert calendar.is_working(t.due)
            assert calendar.roll(t.moved_from) == t.due
        elif not snoozed(plan) and t.step != "let_go" and (t.step, t.channel) != ("thank_you", "email"):
            assert calendar.is_working(t.due)


@relaxed
@given(cases())
def test_the_same_case_gives_the_same_plan(case: Case) -> None:
    assert case.plan() == case.plan()


@relaxed
@given(cases(protocols=("paced", "persistent"), most_events=6))
def test_dates_of_a_series_never_decrease(case: Case) -> None:
    plan = case.plan()
    if case.protocol == "persistent":
        assume(not snoozed(plan))
    for step in ("check_in", "weekly"):
        series = sorted((t for t in plan if t.step == step and t.open), key=lambda t: t.occurrence)
        assert all(a.due <= b.due for a, b in pairwise(series))


@relaxed
@given(cases(protocols=("measured",)))
def test_dates_of_steps_that_count_from_each_other_never_decrease(case: Case) -> None:
    plan = case.plan()
    assume(not snoozed(plan))
    waits = [t for t in plan if t.step == "long_wait" and t.open]
    before = [t for t in plan if t.step in ("check_in", "after_delay") and t.open]
    assert all(a.due < b.due for a in before for b in waits)


@relaxed
@given(cases(most_events=6))
def test_events_given_twice_change_nothing(case: Case) -> None:
    assert case.plan(events=case.events * 2) == case.plan()
    assert case.plan(events=tuple(e for e in case.events for _ in range(2))) == case.plan()


@relaxed
@given(cases(), st.integers(-10, 200))
def test_today_changes_statuses_only(case: Case, after: int) -> None:
    today = case.interview.day + dt.timedelta(days=after)
    without, dated = case.plan(), case.plan(today=today)
    assert without_status(dated) == without_status(without)
    for t, before in zip(dated, without, strict=True):
        if before.status in ("done", "cancelled"):
            assert t.status == before.status
        elif t.kind == "stop":
            assert t.status == ("planned" if today < t.due else "due")
        else:
            late = today > (t.latest or t.due)
            assert t.status == ("planned" if today < t.due else "missed" if late else "due")


@relaxed
@given(cases())
def test_every_touchpoint_cites_rules_that_exist(case: Case) -> None:
    for t in case.plan():
        assert t.rules
        assert set(t.rules) <= set(fk.rules())
        assert t.rules[0] in t.reason


@relaxed
@given(cases(most_events=8))
def test_keys_are_unique_and_dates_in_order(case: Case) -> None:
    plan = case.plan()
    assert len({t.key for t in plan}) == len(plan)
    assert all(a.due <= b.due for a, b in pairwise(plan))


@relaxed
@given(cases(most_events=6))
def test_undoing_every_event_gives_the_plan_without_events(case: Case) -> None:
    happened = [e for e in case.events if e.kind != "undone"]
    assume(happened)
    end = max(e.on for e in happened)
    undo = [fk.Event(kind="undone", on=end, undoes=str(e)) for e in happened]
    assert case.plan(events=(*happened, *undo)) == case.plan(events=())


@relaxed
@given(cases())
def test_events_survive_their_written_form(case: Case) -> None:
    assert tuple(fk.Event.parse(str(e)) for e in case.events) == case.events


@relaxed
@given(cases(most_events=2), names, names, names)
def test_any_text_as_a_name_does_no_harm(case: Case, name: str, company: str, agency: str) -> None:
    people = (fk.Person(name=name, roles=("lead_interviewer",)), fk.Person(name=company))
    interview = msgspec.structs.replace(
        case.interview, people=people, company=company, position=name, topics=(name,), contact_via=agency or None
    )
    plan = Case(case.protocol, interview, case.events, case.options, case.calendar, case.weeks).plan()
    data = json.loads(json.dumps(plan.to_dict()))
    assert [t["step"] for t in data["touchpoints"]] == [t.step for t in plan]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.text(max_size=40) | st.from_regex(r"[a-z_]{4,9}:20\d\d-\d\d-\d\d(:[a-z0-9_-]{0,12}){0,2}"), max_size=3),
    st.text(max_size=12),
    st.integers(-3, 600),
    st.text(max_size=8),
)
def test_only_our_errors_leave(events: list[str], protocol: str, weeks: int, calendar: str) -> None:
    interview = fk.Interview(day=dt.date(2026, 3, 2))
    for arguments in (
        {"protocol": "paced", "events": events, "horizon_weeks": weeks},
        {"protocol": protocol},
        {"protocol": "classic", "calendar": calendar},
    ):
        try:
            plan = fk.plan(interview, **arguments)  # type: ignore[arg-type]
        except fk.FollowUpError as error:
            assert str(error)
            assert "\n" not in str(error)
        else:
            assert plan.interview == interview
