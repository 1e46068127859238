"""Consensus plans: computed from the five, with who agrees and who objects."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings

import followup_kit as fk
from followup_kit.comparison.voting import elect
from followup_kit.records.case import Interview, Options
from tests.comparison.cases import TWO_WEEKS, interviews


def steps(
    name: str, interview: Interview = TWO_WEEKS, **options: object
) -> list[tuple[str, str, str, str | None]]:
    planned = fk.plan(interview, fk.consensus(name), options=Options(**options))  # type: ignore[arg-type]
    return [(t.due.isoformat(), t.step, t.channel, t.to) for t in planned]


def test_strictest_thanks_asks_once_and_lets_go() -> None:
    assert steps("strictest") == [
        ("2026-03-02", "thank_you", "email", "interviewer"),
        ("2026-03-17", "call", "phone", "lead_interviewer"),
        ("2026-04-14", "let_go", "none", None),
    ]


def test_majority_takes_the_value_that_most_hold() -> None:
    assert steps("majority") == [
        ("2026-03-02", "thank_you", "email", "interviewer"),
        ("2026-03-17", "call", "phone", "lead_interviewer"),
    ]


def test_written_only_never_calls() -> None:
    assert steps("written_only") == [
        ("2026-03-02", "thank_you", "email", "interviewer"),
        ("2026-03-17", "check_in", "email", "lead_interviewer"),
    ]


@pytest.mark.parametrize(("pace", "gap"), [("relaxed", 7), ("standard", 5), ("assertive", 3)])
def test_by_field_follows_the_pace(pace: str, gap: int) -> None:
    found = [s for s in steps("by_field", pace=pace) if s[1] == "check_in"]
    assert found[0][0] == {7: "2026-03-09", 5: "2026-03-09", 3: "2026-03-05"}[gap]
    assert len(found) >= 4
    assert steps("by_field", pace=pace)[-1][1] == "let_go"


@pytest.mark.parametrize("name", fk.consensus_ids())
def test_each_step_says_who_agrees_and_who_objects(name: str) -> None:
    protocol = fk.consensus(name)
    for step in protocol.steps:
        if step.on == "interview":
            assert step.agrees or step.objects
            assert "agreed by" in step.says or "objected to by" in step.says
            for ids in [*step.agrees.values(), *step.objects.values()]:
                assert set(ids) <= set(fk.rules())
            for who, ids in step.objects.items():
                assert {i.partition(".")[0] for i in ids} == {fk.load_protocol(who).source}
        assert set(step.rules) <= set(fk.rules())
        assert all(set(ids) <= set(step.rules) for ids in step.rests_on.values())


def test_persistent_objects_to_letting_go() -> None:
    let_go = fk.consensus("strictest").step("let_go")
    assert let_go is not None
    assert let_go.objects == {"persistent": ("004.21",)}
    assert let_go.agrees == {"paced": ("002.25",)}


def test_consensus_plans_are_computed_not_written() -> None:
    """They change when a protocol changes: nothing of them stands in a file but their names."""
    from followup_kit.comparison.consensus import _majority

    five = {id: fk.load_protocol(id) for id in fk.protocol_ids()}
    calm = {
        id: msgspec.structs.replace(
            p,
            steps=tuple(
                msgspec.structs.replace(s, channels=("letter",)) if s.id == "thank_you" else s
                for s in p.steps
            ),
        )
        for id, p in five.items()
    }
    assert _majority(five)[0].channels == ("email",)
    assert _majority(calm)[0].channels == ("letter",)


def test_ties_go_to_fewer_then_later_then_first() -> None:
    assert elect({"a": 3, "b": 1}, contacts=lambda n: n) == (1, ("b",))
    assert elect({"a": 3, "b": 9}, day=lambda n: n) == (9, ("b",))
    assert elect({"a": "x", "b": "y"}) == ("x", ("a",))
    assert elect({"a": 3, "b": 9, "c": 9}, contacts=lambda n: n) == (9, ("b", "c"))


def test_an_unknown_consensus_names_the_known() -> None:
    with pytest.raises(fk.UnknownName, match="Did you mean 'majority'"):
        fk.consensus("majoritty")


@settings(deadline=None, max_examples=30)
@given(interviews())
def test_consensus_plans_plan_any_case(interview: Interview) -> None:
    for name in fk.consensus_ids():
        planned = fk.plan(interview, fk.consensus(name))
        assert planned[0].due >= interview.day
        assert sum(t.channel == "phone" for t in planned) <= 1


def test_opinions_on_an_own_step() -> None:
    found = fk.opinions(fk.load_protocol("persistent"), TWO_WEEKS)
    assert "000.19" in found["weekly"].objects["classic"]
    assert "004.18" in found["weekly"].agrees["persistent"]
    assert "persistent" not in found["weekly"].objects
    assert "agreed by" in str(found["weekly"])
