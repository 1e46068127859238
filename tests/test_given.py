"""A protocol and a calendar may be given in the same ways to everything that takes one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import followup_kit as fk
from followup_kit.workdays import own_calendar

CASE = fk.Interview(
    day=fk.parse_day("2026-03-02"), promised=fk.parse_day("2026-03-16"), company="Acme"
)  # fmt: skip


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    with fk.Journal(tmp_path / "journal.sqlite") as made:
        yield made


def takers(journal: fk.Journal) -> dict[str, Callable[..., Any]]:
    """What takes a protocol and a calendar, by name."""
    return {
        "plan": lambda p, c: fk.plan(CASE, p, calendar=c),
        "simulate": lambda p, c: fk.simulate(p, n=20, calendar=c),
        "compare": lambda p, c: fk.compare(CASE, [p], calendar=c),
        "score": lambda p, c: fk.score(fk.plan(CASE, "classic"), "000", protocol=p, calendar=c),
        "opinions": lambda p, c: fk.opinions(p, CASE, calendar=c),
        "journal": lambda p, c: journal.plan(journal.add(CASE, p, calendar=c)),
        "budget": lambda p, c: fk.call_budget(p),
    }


def same(one: Any, other: Any) -> bool:
    """True for equal results; of two interviews in one journal, the ids differ and the plans must not."""
    if isinstance(one, fk.Plan):
        return (one.protocol, one.calendar, one.touchpoints) == (
            other.protocol, other.calendar, other.touchpoints,
        )  # fmt: skip
    return bool(one == other)


TAKERS = ("plan", "simulate", "compare", "score", "opinions", "journal", "budget")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    fk.save_protocol(fk.own_copy(fk.load_protocol("paced"), "mine"), path)
    return path


@pytest.mark.parametrize("taker", TAKERS)
@pytest.mark.parametrize("name", ["classic", "strictest", "by_field"])
def test_a_protocol_may_be_an_id_a_consensus_plan_or_a_record(
    taker: str, name: str, journal: fk.Journal
) -> None:
    take = takers(journal)[taker]
    assert same(take(name, "US"), take(fk.load_protocol(name), "US"))


@pytest.mark.parametrize("taker", TAKERS)
def test_a_protocol_may_be_a_file(taker: str, journal: fk.Journal, own: Path) -> None:
    take = takers(journal)[taker]
    made = take(own, "US")
    assert same(take(str(own), "US"), made)
    assert same(take(fk.load_protocol(own), "US"), made)


@pytest.mark.parametrize("taker", [t for t in TAKERS if t != "budget"])
def test_a_calendar_may_be_a_code_a_name_or_a_calendar(taker: str, journal: fk.Journal) -> None:
    take = takers(journal)[taker]
    made = [take("paced", given) for given in ("DE", "Germany", fk.working_days("DE"))]
    assert same(made[0], made[1])
    assert same(made[0], made[2])


@pytest.mark.parametrize("taker", TAKERS)
@pytest.mark.parametrize(
    "wrong", [5, ["classic"], b"classic", "clasic", "strict", Path("no.toml"), "no.toml"]
)
def test_what_is_no_protocol_gets_a_sentence(taker: str, wrong: object, journal: fk.Journal) -> None:
    with pytest.raises(fk.FollowUpError):
        takers(journal)[taker](wrong, "US")
    assert journal.entries() == ()


@pytest.mark.parametrize("taker", [t for t in TAKERS if t != "budget"])
@pytest.mark.parametrize("wrong", [5, ["US"], "Germny", b"US"])
def test_what_is_no_calendar_gets_a_sentence(taker: str, wrong: object, journal: fk.Journal) -> None:
    with pytest.raises(fk.FollowUpError):
        takers(journal)[taker]("classic", wrong)
    assert journal.entries() == ()


def test_the_journal_keeps_no_calendar_that_it_could_not_find_again(journal: fk.Journal) -> None:
    for name in ("school", "US"):
        with pytest.raises(fk.CaseError, match=f"'{name}' is one of your own"):
            journal.add(CASE, "classic", calendar=own_calendar(name, weekend=[4]))
    assert journal.entries() == ()


def test_a_file_may_go_once_its_protocol_is_in_the_journal(journal: fk.Journal, own: Path) -> None:
    id = journal.add(CASE, own)
    before = journal.plan(id)
    own.unlink()
    assert journal.plan(id) == before
    assert journal.day(CASE.day)[0].items


def test_a_consensus_plan_is_known_wherever_its_plan_goes(journal: fk.Journal) -> None:
    plan = journal.plan(journal.add(CASE, "strictest"))
    assert same(plan, fk.plan(CASE, "strictest"))
    assert journal.day(CASE.day)[0].items
    assert fk.score(plan) == fk.score(plan, protocol="strictest")
