"""Comparing protocols: the ten conflicts come from the data, with both sides' rules and this case's dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

import followup_kit as fk
from followup_kit.records.advice import Step, When
from followup_kit.records.case import Interview, Options, Person
from tests.comparison.cases import MONDAY, NO_DATE, TWO_WEEKS, interviews

# What the readings of the sources list, protocol by protocol.
CONFLICTS = {
    1: {"classic": ("000.19",), "persistent": ("004.18", "004.19")},
    2: {"measured": ("001.25",), "paced": ("002.25",), "persistent": ("004.21",)},
    3: {
        "classic": ("000.05",),
        "measured": ("001.16",),
        "paced": ("002.10",),
        "showcase": ("003.18",),
        "persistent": ("004.10",),
    },
    4: {
        "classic": ("000.07",),
        "measured": ("001.18",),
        "paced": ("002.11",),
        "showcase": ("003.17",),
        "persistent": ("004.10",),
    },
    5: {"classic": ("000.05",), "measured": ("001.16",), "showcase": ("003.18",)},
    6: {"classic": ("000.09",), "measured": ("001.04",), "showcase": ("003.02",), "persistent": ("004.08",)},
    7: {"paced": ("002.18",), "showcase": ("003.11",)},
    8: {
        "classic": ("000.21",),
        "measured": ("001.17",),
        "paced": ("002.08", "002.13"),
        "showcase": ("003.21",),
        "persistent": ("004.22", "004.24"),
    },
    9: {"measured": ("001.24",), "paced": ("002.25",), "showcase": ("003.16",), "persistent": ("004.23",)},
    10: {
        "classic": ("000.10", "000.11"),
        "measured": ("001.02",),
        "paced": ("002.15", "002.17"),
        "persistent": ("004.07", "004.14"),
    },
}


@pytest.mark.parametrize("number", CONFLICTS)
def test_each_conflict_has_the_rules_of_both_sides(number: int) -> None:
    conflict = fk.compare(TWO_WEEKS).conflict(number)
    assert conflict is not None
    assert {s.protocol: s.rules for s in conflict.sides} == CONFLICTS[number]
    assert all(s.says and not s.says.startswith("{") for s in conflict.sides)
    assert len({s.position for s in conflict.sides}) > 1


def test_there_are_ten_conflicts_and_no_more() -> None:
    assert [c.id for c in fk.compare(NO_DATE).conflicts] == list(CONFLICTS)


def test_no_code_of_the_comparison_names_a_source_or_a_protocol(root: Path) -> None:
    """Conflicts are found from the data: no module knows who says what."""
    code = "".join(f.read_text("utf-8") for f in sorted((root / "followup_kit/comparison").glob("*.py")))
    bare = "\n".join(
        line for line in code.splitlines() if not line.lstrip().startswith((">>>", "'", '"', "(", "["))
    )
    for id in fk.protocol_ids():
        assert f'== "{id}"' not in bare
        assert f'"{id}":' not in bare


def test_the_first_nudge_is_eight_days_apart() -> None:
    conflict = fk.compare(TWO_WEEKS).conflict(3)
    assert conflict is not None
    assert conflict.difference == (dt.date(2026, 3, 17) - dt.date(2026, 3, 9)).days == 8
    assert conflict.in_this_case == (
        "classic and showcase first ask on Tue 17 Mar 2026; measured first asks on Tue 17 Mar 2026 "
        "(until Wed 18 Mar 2026); paced and persistent first ask on Mon 9 Mar 2026. That is 8 days apart."
    )


def test_calls_are_counted_in_this_case() -> None:
    conflict = fk.compare(TWO_WEEKS, horizon_weeks=4).conflict(1)
    assert conflict is not None
    assert {s.protocol: s.value for s in conflict.sides} == {"classic": 1, "persistent": 2}
    assert conflict.in_this_case.endswith("They differ by 1 call.")


def test_the_people_met_are_counted() -> None:
    people = tuple(
        Person(name=n, roles=r) for n, r in (("Ana Ruiz", ("interviewer",)), ("Li Wei", ("hiring_manager",)))
    )
    conflict = fk.compare(Interview(day=MONDAY, people=people)).conflict(6)
    assert conflict is not None
    assert {s.protocol: s.value for s in conflict.sides} == {
        "classic": 2, "measured": 1, "showcase": 2, "persistent": 1,
    }  # fmt: skip
    assert "persistent thanks Ana Ruiz" in conflict.in_this_case


def test_two_protocols_that_agree_on_a_question_do_not_conflict_on_it() -> None:
    found = fk.compare(TWO_WEEKS, ["classic", "showcase"])
    assert [c.id for c in found.conflicts] == []
    assert "do not conflict" in str(found)


def test_a_teachers_own_protocol_joins_in(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        """
id = "ours"
title = "Ours"
source = "school"
summary = "Write once."
[[steps]]
id = "note"
title = "Note"
kind = "thanks"
says = "Send a note"
when = { from = "interview", offset = 1 }
channels = ["email"]
to = "everyone"
rules = ["school.01"]
[[steps]]
id = "ask"
title = "Ask"
kind = "nudge"
says = "Ask by e-mail"
when = { from = "interview", offset = 10 }
channels = ["email"]
to = "interviewer"
limit = 1
rules = ["school.02"]
""",
        encoding="utf-8",
    )
    found = fk.compare(TWO_WEEKS, ["classic", "measured", own])
    assert list(found.plans) == ["classic", "measured", "ours"]
    anchor, channel = found.conflict(3), found.conflict(4)
    assert anchor is not None
    assert channel is not None
    assert anchor.sides[-1].rules == ("school.02",)
    assert anchor.sides[-1].position == "interview"
    assert {s.protocol: s.position for s in channel.sides} == {
        "classic": "phone",
        "measured": "email",
        "ours": "email",
    }


@pytest.mark.parametrize("name", ["strictest", "majority", "by_field", "written_only"])
def test_consensus_plans_can_be_compared(name: str) -> None:
    found = fk.compare(TWO_WEEKS, ["persistent", name])
    assert set(found.plans) == {"persistent", name}
    assert found.conflict(3) is not None


def test_the_timeline_holds_every_touchpoint_once_and_in_order() -> None:
    found = fk.compare(TWO_WEEKS, events=["replied:2026-03-17"])
    days = [day for day, _ in found.timeline()]
    assert days == sorted(set(days))
    shown = sum(len(ts) for _, row in found.timeline() for ts in row.values())
    assert shown == sum(t.status != "cancelled" for p in found.plans.values() for t in p)


def test_the_json_has_the_stable_shape() -> None:
    data = fk.compare(TWO_WEEKS, ["classic", "persistent"]).to_dict()
    assert set(data) == {"plans", "conflicts"}
    assert data["plans"]["classic"][0]["step"] == "thank_you"
    assert set(data["conflicts"][0]) == {"id", "topic", "sides", "in_this_case"}
    assert set(data["conflicts"][0]["sides"][0]) == {"protocol", "rules", "says"}
    assert msgspec.json.encode(data)


def test_what_goes_on_for_ever_is_said() -> None:
    assert fk.compare(TWO_WEEKS, ["persistent"]).notes == (
        "Persistent goes on for ever without an answer (weekly): only a step of kind stop, or a limit, would end it.",
    )
    assert fk.compare(TWO_WEEKS, ["classic", "paced"]).notes == ()


def changed(**changes: object) -> fk.Protocol:
    return msgspec.structs.replace(fk.load_protocol("classic"), id="own", **changes)


def test_a_protocol_that_never_contacts_anybody_is_refused() -> None:
    silent = changed(steps=tuple(s for s in fk.load_protocol("classic").steps if s.kind == "answer"))
    with pytest.raises(fk.CaseError, match="'own' never contacts anybody: give it at least one step"):
        fk.compare(TWO_WEEKS, [silent])


def test_two_calls_on_a_day_are_refused() -> None:
    call = Step(
        id="second_call",
        title="Second call",
        kind="nudge",
        says="Call again",
        when=When(anchor="step", steps=("call",)),
        rules=("000.05",),
        channels=("phone",),
        to="interviewer",
    )
    twice = changed(steps=(*fk.load_protocol("classic").steps[:2], call))
    with pytest.raises(fk.CaseError, match="'own' plans 2 calls on 2026-03-17"):
        fk.compare(TWO_WEEKS, [twice])
    assert fk.compare(TWO_WEEKS, [twice], options=Options(written_only=True)).plans["own"]


def test_two_protocols_of_one_name_are_refused() -> None:
    with pytest.raises(fk.CaseError, match="Two of the protocols have the id 'classic'"):
        fk.compare(TWO_WEEKS, ["classic", fk.load_protocol("classic")])
    with pytest.raises(fk.CaseError, match="at least one protocol"):
        fk.compare(TWO_WEEKS, [])


def test_an_unknown_protocol_names_the_near_ones() -> None:
    with pytest.raises(fk.UnknownName, match="Did you mean 'strictest'"):
        fk.compare(TWO_WEEKS, ["strict"])


@settings(deadline=None, max_examples=40)
@given(interviews())
def test_every_case_has_the_ten_conflicts_and_measures_them(interview: Interview) -> None:
    found = fk.compare(interview)
    assert [c.id for c in found.conflicts] == list(CONFLICTS)
    for conflict in found.conflicts:
        values = [s.value for s in conflict.sides if s.value is not None]
        assert conflict.difference == (max(values) - min(values) if values else 0)
        assert all(s.protocol in conflict.in_this_case for s in conflict.sides)
