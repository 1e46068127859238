"""What holds of every plan, whatever happened."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_kit as fk
from tests.planner.strategies import Case, cases, names

DECISIONS = ("offer", "accepted", "rejected", "next_round")
INVARIANTS: list[Callable[[Case, fk.Plan], None]] = []


def always(check: Callable[[Case, fk.Plan], None]) -> Callable[[Case, fk.Plan], None]:
    """Note a check that every plan must pass; each is given the case and its plan."""
    INVARIANTS.append(check)
    return check


def snoozed(plan: fk.Plan) -> bool:
    return any(e.kind == "snoozed" for e in plan.events)


def without_status(plan: fk.Plan) -> list[fk.Touchpoint]:
    return [msgspec.structs.replace(t, status="planned") for t in plan]


@always
def nothing_stands_before_the_interview(case: Case, plan: fk.Plan) -> None:
    for t in plan:
        assert t.due >= case.interview.day
        assert t.latest is None or t.latest >= t.due
        assert t.done_on is None or t.done_on >= case.interview.day


@always
def after_a_decision_only_what_it_plans_is_open(case: Case, plan: fk.Plan) -> None:
    decisions = [e.kind for e in plan.events if e.kind in DECISIONS]
    if decisions:
        allowed = {
            "accepted": set(),
            "next_round": set(),
            "rejected": {"after_rejection"},
            "offer": {"confirmation_call", "thank_you", "card", "work_sample"},
        }[decisions[-1]]
        assert {t.step for t in plan if t.open} <= allowed


@always
def no_contact_is_planned_from_the_day_of_letting_go_on(case: Case, plan: fk.Plan) -> None:
    stops = [t for t in plan if t.kind == "stop" and t.status != "cancelled"]
    if stops:
        stop = max(stops, key=lambda t: t.occurrence)
        for t in plan:
            if t.open and t.kind not in ("stop", "answer"):
                assert t.due < (stop.done_on or stop.due)


@always
def a_budget_of_one_call_is_never_exceeded(case: Case, plan: fk.Plan) -> None:
    if case.protocol in ("classic", "showcase"):
        # The confirmation call is no nudge and does not count (000.02).
        assert len([t for t in plan if t.kind == "nudge" and t.status != "cancelled"]) <= 1


@always
def what_rolls_lands_on_a_working_day(case: Case, plan: fk.Plan) -> None:
    calendar = fk.working_days(case.calendar)
    for t in plan:
        if t.moved_from is not None:
            assert not calendar.is_working(t.moved_from)
            assert calendar.roll(t.moved_from) == t.due
        elif not snoozed(plan) and t.step != "let_go" and (t.step, t.channel) != ("thank_you", "email"):
            assert calendar.is_working(t.due)


@always
def the_same_case_gives_the_same_plan(case: Case, plan: fk.Plan) -> None:
    assert case.plan() == plan


@always
def without_history_only_what_was_cancelled_is_missing(case: Case, plan: fk.Plan) -> None:
    def bare(touchpoints: Iterable[fk.Touchpoint]) -> list[fk.Touchpoint]:
        """What both plans hold: the readings of what is done belong to the history."""
        return [
            msgspec.structs.replace(t, changed_by=None, readings=t.readings if t.open else ())
            for t in touchpoints
            if t.status != "cancelled"
        ]

    short = case.plan(history=False)
    assert bare(short) == bare(plan)
    assert short.assumptions == plan.assumptions


@always
def dates_of_a_series_never_decrease(case: Case, plan: fk.Plan) -> None:
    if case.protocol == "paced" or not snoozed(plan):
        for step in ("check_in", "weekly"):
            series = sorted((t for t in plan if t.step == step and t.open), key=lambda t: t.occurrence)
            assert all(a.due <= b.due for a, b in pairwise(series))


@always
def a_long_wait_comes_after_what_it_waits_for(case: Case, plan: fk.Plan) -> None:
    waits = [t.due for t in plan if t.step == "long_wait" and t.open]
    before = [t.due for t in plan if t.step in ("check_in", "after_delay") and t.open]
    if waits and not snoozed(plan):
        assert all(due < waits[0] for due in before if case.protocol == "measured")


@always
def events_given_twice_change_nothing(case: Case, plan: fk.Plan) -> None:
    assert case.plan(events=case.events * 2) == plan
    assert case.plan(events=tuple(e for e in case.events for _ in range(2))) == plan


@always
def today_changes_statuses_only(case: Case, plan: fk.Plan) -> None:
    for days in (-1, 0, 8, 15, 30, 120):
        today = case.interview.day + dt.timedelta(days=days)
        dated = case.plan(today=today)
        assert without_status(dated) == without_status(plan)
        for t, before in zip(dated, plan, strict=True):
            if not before.open:
                assert t.status == before.status
            elif today < t.due:
                assert t.status == "planned"
            else:
                assert t.status == ("due" if t.kind == "stop" or today <= (t.latest or t.due) else "missed")


@always
def every_touchpoint_cites_rules_that_exist(case: Case, plan: fk.Plan) -> None:
    for t in plan:
        assert t.rules
        assert set(t.rules) <= set(fk.rules())
        assert t.rules[0] in t.reason


@always
def keys_are_unique_and_dates_in_order(case: Case, plan: fk.Plan) -> None:
    assert len({t.key for t in plan}) == len(plan)
    assert all(a.due <= b.due for a, b in pairwise(plan))


@always
def undoing_every_event_gives_the_plan_without_events(case: Case, plan: fk.Plan) -> None:
    happened = [e for e in case.events if e.kind != "undone"]
    end = max((e.on for e in happened), default=case.interview.day)
    undo = [fk.Event(kind="undone", on=end, undoes=str(e)) for e in dict.fromkeys(happened)]
    assert case.plan(events=(*happened, *undo)) == case.plan(events=())


@always
def events_survive_their_written_form(case: Case, plan: fk.Plan) -> None:
    assert tuple(fk.Event.parse(str(e)) for e in case.events) == case.events


@pytest.mark.parametrize("protocol", fk.protocol_ids())
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_of_every_plan(protocol: str, data: st.DataObject) -> None:
    case = data.draw(cases(protocols=(protocol,)))
    plan = case.plan()
    for check in INVARIANTS:
        check(case, plan)


@settings(deadline=None, max_examples=40)
@given(cases(most_events=2), names, names, names)
def test_any_text_as_a_name_does_no_harm(case: Case, name: str, company: str, agency: str) -> None:
    people = (fk.Person(name=name, roles=("lead_interviewer",)), fk.Person(name=company))
    interview = msgspec.structs.replace(
        case.interview,
        people=people,
        company=company,
        position=name,
        topics=(name,),
        contact_via=agency or None,
    )
    plan = Case(case.protocol, interview, case.events, case.options, case.calendar, case.weeks).plan()
    data = json.loads(json.dumps(plan.to_dict()))
    assert [t["step"] for t in data["touchpoints"]] == [t.step for t in plan]


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.text(max_size=40) | st.from_regex(r"[a-z_]{4,9}:20\d\d-\d\d-\d\d(:[a-z0-9_-]{0,12}){0,2}"),
        max_size=3,
    ),
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
            said = fk.plan(interview, **arguments).title  # type: ignore[arg-type]
        except fk.FollowUpError as error:
            said = str(error)
        assert said
        assert "\n" not in said
