"""Which steps decide about one, and that planning with only those gives the same dates."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.planner.needs import needs
from followup_kit.records.advice import Protocol, Step
from tests.planner.strategies import Case, cases

STEPS = tuple(s for p in fk.protocol_ids() for s in fk.load_protocol(p).steps)


@pytest.mark.parametrize(
    ("protocol", "step", "found"),
    [
        ("classic", "call", ["call"]),
        ("measured", "check_in", ["check_in", "after_delay"]),
        ("measured", "long_wait", ["check_in", "after_delay", "long_wait"]),
        ("paced", "thank_you", ["thank_you", "card", "check_in", "let_go"]),
        ("showcase", "thank_you", ["thank_you", "work_sample"]),
        ("persistent", "weekly", ["call", "weekly"]),
        ("persistent", "let_go", []),
    ],
)
def test_a_step_needs_what_it_counts_from_and_what_may_stand_for_it(
    protocol: str, step: str, found: list[str]
) -> None:
    assert [s.id for s in needs(fk.load_protocol(protocol).steps, step)] == found


@st.composite
def mixtures(draw: st.DrawFn) -> Protocol:
    """A protocol of anybody's own: steps of all five in any order, perhaps with two series."""
    chosen: dict[str, Step] = {}
    for step in draw(st.lists(st.sampled_from(STEPS), min_size=2, max_size=8)):
        chosen.setdefault(step.id, step)
    if "check_in" in chosen and draw(st.booleans()):
        chosen["call"] = msgspec.structs.replace(chosen["check_in"], id="call")
    return msgspec.structs.replace(fk.load_protocol("paced"), id="mixture", steps=tuple(chosen.values()))


@settings(deadline=None, max_examples=150)
@given(mixtures(), cases())
def test_planning_without_history_gives_the_same_dates_in_any_protocol(
    protocol: Protocol, case: Case
) -> None:
    options = fk.Options(include=tuple(s.id for s in protocol.steps if s.optional))

    def planned(*, history: bool) -> list[tuple[object, ...]]:
        plan = fk.plan(
            case.interview,
            protocol,
            events=case.events,
            calendar=case.calendar,
            options=options,
            history=history,
        )
        return [
            (t.key, t.due, t.latest, t.channel, t.status, t.reason) for t in plan if t.status != "cancelled"
        ]

    assert planned(history=False) == planned(history=True)
