"""What else the sources could mean, and which numbers and dates are ours."""

from __future__ import annotations

import pytest

import followup_kit as fk
from tests.planner.cases import ON_A_SATURDAY, make, of, readings


@pytest.mark.parametrize(
    ("case", "step", "expected"),
    [
        # The default, then what each other reading gives, also where it is the same day.
        ({"protocol": "classic", "promised": "2026-03-16"}, "call", ["2026-03-17 phone"]),
        ({"protocol": "classic", "promised": "2026-03-13"}, "call", ["2026-03-14 phone"]),
        ({"protocol": "classic"}, "call", ["2026-03-17 phone", "2026-03-10 phone"]),
        (
            {"protocol": "measured", "promised": "2026-03-16"},
            "check_in",
            ["2026-03-18 email", "2026-03-19 email"],
        ),
        (
            {"protocol": "measured", "promised": "2026-03-13"},
            "check_in",
            ["2026-03-17 email", "2026-03-16 email"],
        ),
        (
            {"protocol": "measured"},
            "check_in",
            ["2026-03-18 email", "2026-03-19 email", "2026-03-10..2026-03-11 email"],
        ),
        ({"protocol": "measured", "promised": "2026-03-16"}, "long_wait", ["2026-03-23 email"]),
        (
            {"protocol": "measured", "promised": "2026-04-10"},
            "long_wait",
            [],
        ),  # I + 21 is before the check-in
        ({"protocol": "measured", "events": ["delayed:2026-03-18:2026-03-27"]}, "after_delay", []),
        (
            {"protocol": "measured", "events": ["delayed:2026-03-18"]},
            "after_delay",
            ["2026-03-09..2026-03-16 email"],
        ),
        ({"protocol": "paced"}, "check_in", []),
        ({"protocol": "paced", "promised": "2026-03-16"}, "check_in", ["2026-03-17 email"]),
        ({"protocol": "paced", "promised": "2026-04-10"}, "check_in", ["2026-04-13 email"]),
        ({"protocol": "paced", "promised": "2026-03-05"}, "check_in", ["2026-03-09 email"]),
        ({"protocol": "paced"}, "let_go", ["2026-03-30 none"]),
        ({"protocol": "paced", "promised": "2026-04-10"}, "let_go", ["2026-04-17 none"]),
        ({"protocol": "showcase", "promised": "2026-03-16"}, "call", []),
        ({"protocol": "showcase"}, "call", ["2026-03-09 phone", "2026-03-16 phone"]),  # I + 5 is a Saturday
        (
            {"protocol": "showcase", "options": {"include": ("work_sample",)}},
            "work_sample",
            ["2026-03-02 email"],
        ),
        ({"protocol": "persistent"}, "reverse_cover_letter", ["2026-03-10 letter"]),
        ({"protocol": "persistent"}, "call", ["2026-03-06 phone", "2026-03-09 phone", "2026-03-06 phone"]),
        (
            {"protocol": "persistent", "interview": ON_A_SATURDAY},  # no working day to count as the first
            "call",
            ["2026-03-11 phone", "2026-03-13 phone", "2026-03-13 phone"],
        ),
        ({"protocol": "persistent"}, "weekly", ["2026-03-16 phone"]),
    ],
)
def test_other_readings(case: dict, step: str, expected: list[str]) -> None:
    assert readings(of(make(**case), step)) == expected


@pytest.mark.parametrize("protocol", ["paced", "persistent"])
def test_readings_stand_only_at_the_first_of_a_series(protocol: str) -> None:
    plan = make(protocol, promised="2026-03-16")
    series = [t for t in plan if t.step in ("check_in", "weekly")]
    assert len(series) > 1
    assert [bool(t.readings) for t in series] == [True] + [False] * (len(series) - 1)


def test_every_reading_has_a_label_and_its_rules() -> None:
    for protocol in fk.protocol_ids():
        for t in make(protocol):
            for reading in t.readings:
                assert reading.label
                assert set(reading.rules) <= set(fk.rules())


EDITORIAL: list[tuple[dict, set[str]]] = [
    ({"protocol": "classic", "promised": "2026-03-16"}, set()),
    ({"protocol": "classic"}, {"call"}),
    ({"protocol": "measured", "promised": "2026-03-16"}, {"long_wait"}),
    ({"protocol": "measured"}, {"check_in", "long_wait"}),
    ({"protocol": "measured", "events": ["delayed:2026-03-09:2026-03-16"]}, {"long_wait"}),
    ({"protocol": "measured", "events": ["delayed:2026-03-09"]}, {"after_delay", "long_wait"}),
    ({"protocol": "paced"}, {"let_go"}),
    (
        {"protocol": "paced", "options": {"pace": "standard", "include": ("card",)}},
        {"card", "check_in", "let_go"},
    ),
    ({"protocol": "paced", "options": {"pace": "assertive"}}, {"check_in", "let_go"}),
    (
        {"protocol": "showcase", "promised": "2026-03-16", "options": {"include": ("work_sample",)}},
        {"work_sample"},
    ),
    ({"protocol": "showcase"}, {"call"}),
    ({"protocol": "persistent"}, {"thank_you", "reverse_cover_letter"}),
    ({"protocol": "persistent", "events": ["offer:2026-03-03"]}, {"thank_you", "confirmation_call"}),
    ({"protocol": "classic", "events": ["rejected:2026-03-03"]}, {"after_rejection"}),
]


@pytest.mark.parametrize(("case", "ours"), EDITORIAL)
def test_numbers_that_are_ours_are_marked(case: dict, ours: set[str]) -> None:
    plan = make(**case)
    assert {t.step for t in plan if t.editorial and t.status != "cancelled"} == ours


@pytest.mark.parametrize(
    ("case", "assumed"),
    [
        ({"protocol": "classic"}, {"call"}),
        ({"protocol": "classic", "promised": "2026-03-16"}, set()),
        ({"protocol": "classic", "events": ["delayed:2026-03-05:2026-03-20"]}, set()),
        ({"protocol": "classic", "promised": "2026-03-16", "events": ["delayed:2026-03-05"]}, {"call"}),
        ({"protocol": "measured"}, {"check_in"}),
        ({"protocol": "measured", "promised": "2026-03-16"}, set()),
        ({"protocol": "showcase"}, set()),  # it counts from the interview instead
        ({"protocol": "paced"}, set()),
        ({"protocol": "persistent"}, set()),
    ],
)
def test_assumed_dates_are_marked(case: dict, assumed: set[str]) -> None:
    assert {t.step for t in make(**case) if t.assumed and t.status != "cancelled"} == assumed


def test_aged_advice_carries_its_year() -> None:
    plan = make("persistent")
    assert (
        of(plan, "call").dated == of(plan, "weekly").dated == of(plan, "reverse_cover_letter").dated == 2014
    )
    assert {t.dated for p in ("classic", "measured", "showcase") for t in make(p)} == {None}
