"""The dates of the five protocols, worked out by hand from the readings of the sources."""

from __future__ import annotations

import datetime as dt

import pytest

import followup_kit as fk
from tests.planner.cases import dues, make, of, readings, row, rows

PLANS: dict[str, tuple[dict, list[str]]] = {
    # -- classic -------------------------------------------------------------------------------
    "classic, promised on a Monday": (
        {"protocol": "classic", "promised": "2026-03-16"},
        ["2026-03-02 thank_you email", "2026-03-17 call phone"],
    ),
    "classic, promised on a Friday": (
        {"protocol": "classic", "promised": "2026-03-13"},
        ["2026-03-02 thank_you email", "2026-03-16 call phone"],
    ),
    "classic, no promised date": (
        {"protocol": "classic"},
        ["2026-03-02 thank_you email", "2026-03-17 call phone"],
    ),
    "classic, promised on the interview day": (
        {"protocol": "classic", "promised": "2026-03-02"},
        ["2026-03-02 thank_you email", "2026-03-03 call phone"],
    ),
    "classic, over New Year": (
        {"protocol": "classic", "interview": "2026-12-21", "promised": "2026-12-31"},
        ["2026-12-21 thank_you email", "2027-01-04 call phone"],
    ),
    # -- measured ------------------------------------------------------------------------------
    "measured, promised on a Monday": (
        {"protocol": "measured", "promised": "2026-03-16"},
        [
            "2026-03-02 thank_you email",
            "2026-03-17..2026-03-18 check_in email",
            "2026-04-07 long_wait email",
        ],
    ),
    "measured, promised on a Friday": (
        {"protocol": "measured", "promised": "2026-03-13"},
        [
            "2026-03-02 thank_you email",
            "2026-03-16..2026-03-17 check_in email",
            "2026-04-06 long_wait email",
        ],
    ),
    "measured, promised on a Thursday: the window spans the weekend": (
        {"protocol": "measured", "promised": "2026-03-12"},
        [
            "2026-03-02 thank_you email",
            "2026-03-13..2026-03-16 check_in email",
            "2026-04-03 long_wait email",
        ],
    ),
    "measured, by phone": (
        {
            "protocol": "measured",
            "promised": "2026-03-16",
            "options": {"channels": {"check_in": "phone", "long_wait": "phone"}},
        },
        [
            "2026-03-02 thank_you email",
            "2026-03-17..2026-03-18 check_in phone",
            "2026-04-07 long_wait phone",
        ],
    ),
    # -- paced ---------------------------------------------------------------------------------
    "paced, relaxed": (
        {"protocol": "paced"},
        [
            "2026-03-02..2026-03-03 thank_you email",
            "2026-03-09 check_in email",
            "2026-03-16 check_in email",
            "2026-03-23 check_in email",
            "2026-03-30 check_in email",
            "2026-04-06 let_go none",
        ],
    ),
    "paced, standard: what rolls moves what follows": (
        {"protocol": "paced", "options": {"pace": "standard"}},
        [
            "2026-03-02..2026-03-03 thank_you email",
            "2026-03-09 check_in email",  # from Sat 7
            "2026-03-16 check_in email",  # from Sat 14
            "2026-03-23 check_in email",
            "2026-03-30 check_in email",
            "2026-04-06 let_go none",
        ],
    ),
    "paced, assertive": (
        {"protocol": "paced", "options": {"pace": "assertive"}, "weeks": 2},
        [
            "2026-03-02..2026-03-03 thank_you email",
            "2026-03-05 check_in email",
            "2026-03-09 check_in email",  # from Sun 8
            "2026-03-12 check_in email",
            "2026-03-16 check_in email",  # from Sun 15; the last day of two weeks
            "2026-04-02 let_go none",
        ],
    ),
    "paced, with a card: it is the last contact": (
        {"protocol": "paced", "options": {"include": ("card",)}},
        [
            "2026-03-02..2026-03-03 thank_you email",
            "2026-03-03 card card",
            "2026-03-10 check_in email",
            "2026-03-17 check_in email",
            "2026-03-24 check_in email",
            "2026-03-31 check_in email",
            "2026-04-07 let_go none",
        ],
    ),
    "paced, promised late: letting go waits a week after it": (
        {"protocol": "paced", "promised": "2026-04-10"},
        [
            "2026-03-02..2026-03-03 thank_you email",
            "2026-03-09 check_in email",
            "2026-03-16 check_in email",
            "2026-03-23 check_in email",
            "2026-03-30 check_in email",
            "2026-04-06 check_in email",
            "2026-04-13 check_in email",
            "2026-04-17 let_go none",
        ],
    ),
    # -- showcase ------------------------------------------------------------------------------
    "showcase, promised": (
        {"protocol": "showcase", "promised": "2026-03-13"},
        ["2026-03-02 thank_you email", "2026-03-16 call phone"],
    ),
    "showcase, no promised date": (
        {"protocol": "showcase"},
        ["2026-03-02 thank_you email", "2026-03-09 call phone"],
    ),
    "showcase, seven days on from a Sunday, over a leap day": (
        {"protocol": "showcase", "interview": "2028-02-23"},
        ["2028-02-23 thank_you email", "2028-03-01 call phone"],
    ),
    "showcase, a sample by e-mail": (
        {"protocol": "showcase", "promised": "2026-03-16", "options": {"include": ("work_sample",)}},
        ["2026-03-02 thank_you email", "2026-03-02 work_sample email", "2026-03-17 call phone"],
    ),
    "showcase, a sample by post": (
        {
            "protocol": "showcase",
            "promised": "2026-03-16",
            "options": {"include": ("work_sample",), "channels": {"work_sample": "post"}},
        },
        ["2026-03-02 thank_you email", "2026-03-03 work_sample post", "2026-03-17 call phone"],
    ),
    "showcase, a sample and nobody else to thank": (
        {
            "protocol": "showcase",
            "promised": "2026-03-16",
            "options": {"include": ("work_sample",)},
            "people": (fk.Person(name="Ada", roles=("interested_interviewer",)),),
        },
        ["2026-03-02 work_sample email", "2026-03-17 call phone"],
    ),
    # -- persistent ----------------------------------------------------------------------------
    "persistent, to the end of the horizon and no further": (
        {"protocol": "persistent"},
        [
            "2026-03-02 thank_you email",
            "2026-03-03 reverse_cover_letter letter",
            "2026-03-09 call phone",  # from Sat 7
            "2026-03-16 weekly email",
            "2026-03-23 weekly letter",
            "2026-03-30 weekly phone",
            "2026-04-06 weekly email",
            "2026-04-13 weekly letter",
            "2026-04-20 weekly phone",
            "2026-04-27 weekly email",
        ],
    ),
    "persistent, a grid that a holiday does not shift": (
        {"protocol": "persistent", "interview": "2026-11-14", "weeks": 3},
        [
            "2026-11-14 thank_you email",  # a Saturday: an e-mail thank-you does not roll
            "2026-11-16 reverse_cover_letter letter",
            "2026-11-19 call phone",
            "2026-11-27 weekly email",  # from Thanksgiving
            "2026-12-03 weekly letter",  # and not a day later
        ],
    ),
    "persistent, over a leap day": (
        {"protocol": "persistent", "interview": "2028-02-22", "weeks": 2},
        [
            "2028-02-22 thank_you email",
            "2028-02-23 reverse_cover_letter letter",
            "2028-02-28 call phone",  # from Sun 27
            "2028-03-06 weekly email",
        ],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_dates(name: str) -> None:
    case, expected = PLANS[name]
    assert rows(make(**case)) == expected


ON_A_SATURDAY = "2026-03-07"


@pytest.mark.parametrize(
    ("protocol", "channel", "due"),
    [
        ("classic", "email", "2026-03-07"),
        ("classic", "letter", "2026-03-09"),
        ("classic", "card", "2026-03-09"),
        ("showcase", "email", "2026-03-07"),
        ("showcase", "card", "2026-03-09"),
        ("measured", "email", "2026-03-07"),
        ("paced", "email", "2026-03-07"),
        ("persistent", "email", "2026-03-07"),
    ],
)
def test_only_the_thank_you_by_e_mail_stays_on_a_weekend(protocol: str, channel: str, due: str) -> None:
    plan = make(protocol, ON_A_SATURDAY, options={"channels": {"thank_you": channel}})
    thanks = of(plan, "thank_you")
    assert (thanks.due.isoformat(), thanks.channel) == (due, channel)
    assert thanks.moved_from == (None if channel == "email" else dt.date(2026, 3, 7))


def test_a_sample_by_e_mail_rolls_as_it_is_no_thank_you() -> None:
    plan = make("showcase", ON_A_SATURDAY, options={"include": ("work_sample",)})
    sample = of(plan, "work_sample")
    assert row(sample) == "2026-03-09 work_sample email"
    assert sample.moved_from == dt.date(2026, 3, 7)


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


RULES = {
    ("classic", "thank_you"): ("000", range(8, 18)),
    ("classic", "call"): ("000", [*range(5, 8), *range(18, 25)]),
    ("measured", "thank_you"): ("001", range(2, 12)),
    ("measured", "check_in"): ("001", [12, *range(16, 20), 23]),
    ("measured", "long_wait"): ("001", range(25, 28)),
    ("paced", "thank_you"): ("002", [*range(14, 17), *range(18, 24)]),
    ("paced", "card"): ("002", [17]),
    ("paced", "check_in"): ("002", range(7, 14)),
    ("paced", "let_go"): ("002", [24, 25]),
    ("showcase", "thank_you"): ("003", range(2, 11)),
    ("showcase", "work_sample"): ("003", range(11, 16)),
    ("showcase", "call"): ("003", range(16, 23)),
    ("persistent", "thank_you"): ("004", range(7, 10)),
    ("persistent", "reverse_cover_letter"): ("004", range(14, 18)),
    ("persistent", "call"): ("004", range(10, 14)),
    ("persistent", "weekly"): ("004", range(18, 23)),
}


@pytest.mark.parametrize(("protocol", "step"), RULES)
def test_rules_behind_each_step(protocol: str, step: str) -> None:
    source, numbers = RULES[protocol, step]
    plan = make(protocol, options={"include": ("card", "work_sample")})
    assert of(plan, step).rules == tuple(f"{source}.{n:02d}" for n in numbers)


@pytest.mark.parametrize(
    ("protocol", "expected"),
    [
        ("classic", {"thank_you": "everyone", "call": "lead_interviewer"}),
        ("measured", dict.fromkeys(["thank_you", "check_in", "long_wait"], "hiring_manager")),
        ("paced", dict.fromkeys(["thank_you", "card", "check_in"], "interviewer") | {"let_go": None}),
        (
            "showcase",
            {"thank_you": "everyone", "work_sample": "interested_interviewer", "call": "lead_interviewer"},
        ),
        ("persistent", dict.fromkeys(["thank_you", "reverse_cover_letter", "call", "weekly"], "interviewer")),
    ],
)
def test_to_whom(protocol: str, expected: dict[str, str | None]) -> None:
    plan = make(protocol, options={"include": ("card", "work_sample")})
    assert {t.step: t.to for t in plan} == expected
    through_an_agency = make(protocol, options={"include": ("card", "work_sample")}, contact_via="Agency")
    assert {t.step: t.to for t in through_an_agency} == {
        step: "recruiter" if to else None for step, to in expected.items()
    }


def test_recipients_are_named_where_people_are_known() -> None:
    people = (
        fk.Person(name="Zoë", roles=("lead_interviewer",)),
        fk.Person(name="Max"),
        fk.Person(name="Ria", roles=("recruiter",)),
    )
    plan = make("classic", people=people)
    assert of(plan, "thank_you").recipients == ("Zoë", "Max")
    assert of(plan, "call").recipients == ("Zoë",)
    assert of(make("classic", people=people, contact_via="Agency"), "call").recipients == ("Ria",)
    assert of(make("classic", contact_via="Agency"), "call").recipients == ("Agency",)


def test_written_only_turns_calls_into_e_mails_on_the_same_days() -> None:
    for protocol in fk.protocol_ids():
        with_calls, written = make(protocol), make(protocol, options={"written_only": True})
        assert [(t.step, t.due) for t in with_calls] == [(t.step, t.due) for t in written]
        for before, after in zip(with_calls, written, strict=True):
            assert after.channel == ("email" if before.channel == "phone" else before.channel)
            assert all(r.channel != "phone" for r in after.readings)


@pytest.mark.parametrize(
    ("protocol", "weeks", "expected"),
    [
        ("persistent", 0, []),
        ("persistent", 1, []),
        ("persistent", 2, ["03-16"]),
        ("persistent", 3, ["03-16", "03-23"]),
        ("paced", 0, []),
        ("paced", 1, ["03-09"]),
    ],
)
def test_the_horizon_bounds_the_series_inclusively(protocol: str, weeks: int, expected: list[str]) -> None:
    plan = make(protocol, weeks=weeks)
    assert dues(plan, {"persistent": "weekly", "paced": "check_in"}[protocol]) == expected
    assert any("goes on after" in sentence for sentence in plan.assumptions)


def test_single_steps_and_letting_go_stand_beyond_the_horizon() -> None:
    assert dues(make("persistent", weeks=0), "call") == ["03-09"]
    assert dues(make("classic", promised="2026-04-15", weeks=1), "call") == ["04-16"]
    assert dues(make("paced", weeks=1), "let_go") == ["04-06"]
    assert dues(make("paced", weeks=0), "let_go") == ["04-06"]


def test_the_rolled_date_is_compared_with_the_horizon() -> None:
    # Two weeks end on Thanksgiving, Thu 26 Nov; the second check-in rolls from it to Friday.
    assert dues(make("paced", "2026-11-12", weeks=2), "check_in") == ["11-19"]
    assert dues(make("paced", "2026-11-12", weeks=3), "check_in") == ["11-19", "11-27"]


@pytest.mark.parametrize("protocol", ["classic", "measured"])
def test_without_a_promised_date_the_first_line_says_to_ask(protocol: str) -> None:
    first = make(protocol).assumptions[0]
    assert "ask" in first
    assert "Mon 16 Mar 2026" in first
    assert not make(protocol, promised="2026-03-16").assumptions


def test_aged_advice_carries_its_year() -> None:
    plan = make("persistent")
    assert (
        of(plan, "call").dated == of(plan, "weekly").dated == of(plan, "reverse_cover_letter").dated == 2014
    )
    assert {t.dated for p in ("classic", "measured", "showcase") for t in make(p)} == {None}


def test_same_day_steps_stand_in_table_order() -> None:
    plan = make("showcase", promised="2026-03-16", options={"include": ("work_sample",)})
    assert [t.step for t in plan][:2] == ["thank_you", "work_sample"]
    weekend = make("paced", "2026-03-06", options={"pace": "assertive", "include": ("card",)})
    assert [f"{t.due:%m-%d} {t.step}" for t in weekend][:3] == [
        "03-06 thank_you",
        "03-09 card",
        "03-12 check_in",
    ]


def test_the_calendar_is_named_and_used() -> None:
    # Corpus Christi, 4 June 2026, is a holiday in Bavaria and not in Berlin.
    bavaria = make("classic", "2026-05-20", "2026-06-03", calendar="DE-BY")
    berlin = make("classic", "2026-05-20", "2026-06-03", calendar="DE-BE")
    assert (bavaria.calendar, dues(bavaria, "call")) == ("DE-BY", ["06-05"])
    assert (berlin.calendar, dues(berlin, "call")) == ("DE-BE", ["06-04"])
    # A Friday is a working day in the United States, and weekend in Israel.
    assert dues(make("classic", promised="2026-03-12", calendar="IL"), "call") == ["03-15"]
    assert dues(make("classic", promised="2026-03-12", calendar="US"), "call") == ["03-13"]


def test_every_reason_is_one_sentence_with_its_citation() -> None:
    for protocol in fk.protocol_ids():
        for t in make(protocol, options={"include": ("card", "work_sample")}):
            assert t.reason.endswith(").")
            assert t.rules[0] in t.reason
            assert "\n" not in t.reason


def test_choices_that_a_protocol_has_no_use_for_are_said() -> None:
    plan = make("classic", options={"include": ("card",), "channels": {"check_in": "phone"}})
    assert sum("classic has no step" in sentence for sentence in plan.assumptions) == 2


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        ({"include": ("crad",)}, "Did you mean 'card'?"),
        ({"channels": {"chek_in": "email"}}, "Did you mean 'check_in'?"),
        ({"channels": {"check_in": "letter"}}, "choose email or phone"),
        ({"channels": {"check_in": "fax"}}, "Choose one of: email, phone"),
        ({"pace": "hasty"}, "relaxed, standard, assertive"),
    ],
)
def test_choices_that_nothing_has_are_errors(options: dict, wrong: str) -> None:
    with pytest.raises(fk.FollowUpError) as caught:
        make("paced", options=options)
    assert wrong in str(caught.value)


def test_the_turn_of_weekly_cannot_be_chosen() -> None:
    with pytest.raises(fk.CaseError, match="takes its channels in turn"):
        make("persistent", options={"channels": {"weekly": "phone"}})
