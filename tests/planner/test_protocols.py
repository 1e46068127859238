"""The dates of the five protocols, worked out by hand from the readings of the sources."""

from __future__ import annotations

import datetime as dt

import pytest

import followup_kit as fk
from tests.planner.cases import ON_A_SATURDAY, make, of, row, rows

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


def test_same_day_steps_stand_in_table_order() -> None:
    plan = make("showcase", promised="2026-03-16", options={"include": ("work_sample",)})
    assert [t.step for t in plan][:2] == ["thank_you", "work_sample"]
    weekend = make("paced", "2026-03-06", options={"pace": "assertive", "include": ("card",)})
    assert [f"{t.due:%m-%d} {t.step}" for t in weekend][:3] == [
        "03-06 thank_you",
        "03-09 card",
        "03-12 check_in",
    ]


def test_every_reason_is_one_sentence_with_its_citation() -> None:
    for protocol in fk.protocol_ids():
        for t in make(protocol, options={"include": ("card", "work_sample")}):
            assert t.reason.endswith(").")
            assert t.rules[0] in t.reason
            assert "\n" not in t.reason
