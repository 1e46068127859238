"""A plan as a sequence and as plain values."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import followup_kit as fk

INTERVIEW = fk.Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16))


@pytest.fixture(scope="module")
def plan() -> fk.Plan:
    return fk.plan(INTERVIEW, "measured", events=["sent:2026-03-03:thank_you"])


def test_a_plan_is_a_sequence(plan: fk.Plan) -> None:
    assert [t.step for t in plan] == ["thank_you", "check_in", "long_wait"]
    assert len(plan) == 3
    assert plan[-1].step == "long_wait"
    assert [t.step for t in plan[1:]] == ["check_in", "long_wait"]
    assert [t.step for t in reversed(plan)] == ["long_wait", "check_in", "thank_you"]
    assert plan[0] in plan
    assert "thank_you" not in plan


def test_a_plan_cannot_be_changed(plan: fk.Plan) -> None:
    with pytest.raises(AttributeError):
        plan.touchpoints = ()  # type: ignore[misc]
    with pytest.raises(AttributeError):
        plan[0].due = dt.date(2026, 3, 4)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("today", "step"),
    [
        ("2026-03-02", "check_in"),  # the thank-you is done
        ("2026-03-18", "check_in"),
        ("2026-03-19", "long_wait"),
        ("2026-04-07", "long_wait"),
        ("2026-04-08", None),
    ],
)
def test_what_is_next(plan: fk.Plan, today: str, step: str | None) -> None:
    found = plan.next(dt.date.fromisoformat(today))
    assert (found.step if found else None) == step


def test_letting_go_stays_next() -> None:
    found = fk.plan(INTERVIEW, "paced").next(dt.date(2027, 1, 1))
    assert found is not None
    assert found.step == "let_go"


def test_plain_values_hold_exactly_what_other_tools_read(plan: fk.Plan) -> None:
    data = json.loads(json.dumps(plan.to_dict()))
    assert list(data) == ["protocol", "calendar", "assumptions", "touchpoints"]
    first, second, _ = data["touchpoints"]
    assert first["status"] == "done"
    assert first["done_on"] == "2026-03-03"
    assert second.pop("reason").startswith("Ask")
    assert all(reading.pop("label") for reading in second["readings"])
    assert second == {
        "step": "check_in",
        "occurrence": 1,
        "channel": "email",
        "to": "hiring_manager",
        "due": "2026-03-17",
        "latest": "2026-03-18",
        "at": None,
        "status": "planned",
        "done_on": None,
        "rules": ["001.12", "001.16", "001.17", "001.18", "001.19", "001.23"],
        "editorial": False,
        "assumed": False,
        "dated": None,
        "moved_from": None,
        "readings": [
            {"due": "2026-03-18", "latest": None, "channel": "email"},
            {"due": "2026-03-19", "latest": None, "channel": "email"},
        ],
    }


def test_open_means_still_to_do() -> None:
    events = ["sent:2026-03-02:thank_you", "replied:2026-03-16"]
    states = {t.status: t.open for t in fk.plan(INTERVIEW, "classic", events=events)}
    assert states == {"done": False, "cancelled": False}
    dated = fk.plan(INTERVIEW, "measured", today=dt.date(2026, 3, 17))
    assert {t.status: t.open for t in dated} == {"missed": True, "due": True, "planned": True}
