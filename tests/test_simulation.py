"""The waiting simulator: right in cases that can be worked out, the same for the same seed, honest in words."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_kit as fk
from followup_kit.advice.evidence import evidence_card
from followup_kit.simulation import WATCHED_WEEKS, _data, employer_ids, simulate
from followup_kit.workdays import own_calendar

ALWAYS = own_calendar("always", weekend=())
"""Every day is a working day, so that nothing is moved."""


def kept_promise(**changes: Any) -> fk.Employer:
    return fk.Employer(shape="promised", kept=1.0, ghosting=changes.pop("ghosting", 0.0), **changes)


def mean(result: fk.Simulation, name: str) -> float:
    return result.figures[name].mean


def test_a_kept_promise_is_never_called_about() -> None:
    result = simulate("classic", kept_promise(promise_days=14), n=500, calendar=ALWAYS)
    assert result.figures["contacts_before_decision"].values == {1: 500}
    assert result.figures["minutes"].values == {15: 500}
    assert mean(result, "contacts_after_no") == 0


def test_weekly_contacts_until_a_late_decision_are_counted() -> None:
    """persistent: thank-you 0, letter 1, call 5, weekly 12, 19, 26, 33; on day 40 the answer comes first."""
    result = simulate("persistent", kept_promise(promise_days=40), n=200, calendar=ALWAYS)
    assert result.figures["contacts_before_decision"].values == {7: 200}
    assert result.figures["nudges_before_decision"].values == {5: 200}
    assert result.figures["beyond_patience"].values == {2: 200}


def test_letting_go_too_soon_is_counted_in_days() -> None:
    """paced lets go on day 7 + 28 = 35, or a week after the promised date, whichever is later."""
    late = msgspec.structs.replace(kept_promise(promise_days=20), kept=0.0, slip_days=1000.0)
    result = simulate("paced", late, n=4000, calendar=ALWAYS)
    figure = result.figures["given_up_days"]
    assert figure.share == pytest.approx(math.exp(-15 / 1000), abs=0.01)
    assert (
        simulate("paced", kept_promise(promise_days=35), n=50, calendar=ALWAYS).figures["given_up_days"].share
        == 0
    )


def test_a_silent_no_is_followed_by_contacts() -> None:
    result = simulate("persistent", kept_promise(promise_days=10, ghosting=1.0), n=100, calendar=ALWAYS)
    weekly = sum(1 for k in range(1, 60) if 10 < 5 + 7 * k <= 7 * WATCHED_WEEKS)
    assert result.figures["contacts_after_no"].values == {weekly: 100}
    assert result.figures["contacts_before_decision"].count == 0
    assert "there are no candidates who are told" in str(result)


def test_shares_follow_the_exponential_law() -> None:
    """A decision is still open after day 14 with probability exp(-14 / mean): then classic has called."""
    result = simulate(
        "classic", fk.Employer(mean_days=25.1, ghosting=0.0), n=100_000, seed=3, calendar=ALWAYS
    )
    assert result.figures["nudges_before_decision"].share == pytest.approx(math.exp(-15 / 25.1), abs=0.006)
    assert fk.still_open(14) == pytest.approx(0.5725, abs=1e-4)


def test_a_lognormal_wait_has_the_mean_it_is_given() -> None:
    employer = fk.Employer(shape="lognormal", mean_days=30, sigma=0.5, ghosting=0.0)
    result = simulate("classic", employer, n=50_000, calendar=ALWAYS)
    assert result.figures["nudges_before_decision"].share == pytest.approx(
        fk.still_open(15, 30, "lognormal", 0.5), abs=0.01
    )


def test_ghosting_divides_the_candidates() -> None:
    result = simulate("classic", fk.Employer(ghosting=0.25), n=20_000)
    told, untold = (result.figures[f].count for f in ("contacts_before_decision", "contacts_after_no"))
    assert told + untold == 20_000
    assert untold / 20_000 == pytest.approx(0.25, abs=0.01)


def test_days_off_are_never_hit_but_moved() -> None:
    result = simulate("persistent", n=2000, calendar="US")
    assert result.figures["weekend_hits"].values == {0: 2000}
    assert mean(result, "moved") > 0
    unmoved = msgspec.structs.replace(
        fk.load_protocol("classic"),
        steps=tuple(msgspec.structs.replace(s, roll="never") for s in fk.load_protocol("classic").steps),
    )
    assert mean(simulate(unmoved, n=2000), "weekend_hits") > 0
    assert mean(simulate(unmoved, n=2000, calendar=ALWAYS), "weekend_hits") == 0


@settings(deadline=None, max_examples=15)
@given(
    st.integers(0, 2**40),
    st.sampled_from(fk.protocol_ids()),
    st.sampled_from(["exponential", "lognormal", "promised"]),
)
def test_the_same_seed_gives_the_same_result(seed: int, protocol: str, shape: Any) -> None:
    employer = fk.Employer(shape=shape)
    one = simulate(protocol, employer, n=300, seed=seed)
    assert one == simulate(protocol, employer, n=300, seed=seed)
    assert one.to_dict() == simulate(protocol, employer, n=300, seed=seed).to_dict()
    for figure in one.figures.values():
        assert sum(figure.values.values()) == figure.count
        assert figure.p10 <= figure.median <= figure.p90


def test_another_seed_gives_another_result() -> None:
    assert simulate("paced", n=300, seed=1).figures != simulate("paced", n=300, seed=2).figures


def test_the_same_seed_brings_the_same_candidates_to_every_protocol() -> None:
    a, b = simulate("classic", n=1000, seed=5), simulate("persistent", n=1000, seed=5)
    assert a.figures["contacts_after_no"].count == b.figures["contacts_after_no"].count


def test_classic_and_showcase_wait_alike_where_a_date_is_promised() -> None:
    a, b = simulate("classic", n=500, seed=5), simulate("showcase", n=500, seed=5)
    assert a.figures == b.figures


@pytest.mark.parametrize("id", employer_ids())
def test_employers_are_calibrated_to_a_card(id: str) -> None:
    known, published = fk.employer(id), next(e for e in _data().employers if e.id == id)
    assert known.card is not None
    assert f"{published.mean:g}" in evidence_card(known.card).finding
    assert known.mean_days == round(published.mean * (1.4 if published.unit == "business days" else 1), 1)
    assert fk.employer(id, mean_days=3).card is None


def test_assumptions_stand_beside_every_figure_and_promise_no_job() -> None:
    result = simulate("persistent", n=100)
    text = " ".join(result.assumptions)
    for said in (
        "evidence card 8, graded good",
        "shape of waiting times is not known",
        "33% of candidates",
        "our number",
    ):
        assert said in text
    assert "No trial shows that following up wins jobs" in text
    assert "goes on for ever" in text
    for shown in (
        str(result),
        result._repr_html_(),
        result.alternative(),
        " ".join(result.to_dict()["assumptions"]),
    ):
        assert "25.1 days" in shown
        assert "jobs" in shown
    old = simulate("classic", fk.employer("government"), n=100)
    assert "business days" in old.assumptions[0]
    assert (
        "business" not in simulate("classic", fk.employer("government", mean_days=50), n=100).assumptions[0]
    )
    promised = simulate("classic", fk.Employer(shape="promised"), n=100)
    assert "is kept in 50% of cases" in promised.assumptions[0]


def test_a_mean_of_ones_own_cites_no_evidence_card() -> None:
    assert fk.Employer() == fk.employer("graduate")
    assert (fk.Employer(mean_days=9).card, fk.Employer(mean_days=9).note) == (None, "")
    changed = msgspec.structs.replace
    for own in (
        fk.Employer(mean_days=9),
        fk.Employer(mean_days=9, card=12),
        changed(fk.Employer(), mean_days=9),
        changed(fk.employer("government"), mean_days=9),
        fk.employer("government", mean_days=9, shape="lognormal"),
    ):
        made = simulate("classic", own, n=100)
        assert made.employer.card is None
        assert "9 days on average (your own number)" in made.assumptions[0]
        assert "evidence card" not in str(made)
    assert "evidence card 8" in str(simulate("classic", fk.Employer(ghosting=0.5), n=100))


BAD: list[tuple[dict[str, Any], str]] = [
    ({"mean_days": 0}, "above 0"),
    ({"mean_days": -1}, "above 0"),
    ({"mean_days": math.nan}, "above 0"),
    ({"mean_days": math.inf}, "above 0"),
    ({"mean_days": "long"}, "above 0"),
    ({"sigma": 0}, "spread of a lognormal wait"),
    ({"slip_days": -2}, "mean slip"),
    ({"kept": 1.5}, "share of promises kept"),
    ({"ghosting": -0.1}, "never told"),
    ({"ghosting": 33}, "never told"),
    ({"patience": -1}, "patience is a whole number"),
    ({"patience": 1.5}, "patience is a whole number"),
    ({"promise_days": -1}, "promised time in days"),
    ({"promise_days": True}, "promised time in days"),
    ({"shape": "promised", "promise_days": None}, "needs promise_days"),
]


@pytest.mark.parametrize(("changes", "said"), BAD, ids=[str(c) for c, _ in BAD])
def test_impossible_employers_get_a_clear_sentence(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(fk.CaseError, match=said):
        fk.Employer(**changes)


def test_an_unknown_shape_or_employer_names_the_known() -> None:
    with pytest.raises(fk.UnknownName, match="Did you mean 'lognormal'"):
        fk.Employer(shape="lognorm")  # type: ignore[arg-type]
    with pytest.raises(fk.UnknownName, match="Did you mean 'accounting'"):
        fk.employer("acounting")
    with pytest.raises(fk.UnknownName, match="There is no figure 'odds'"):
        simulate("classic", n=10).picture("odds")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"n": 0}, "number of candidates"),
        ({"n": 2.5}, "number of candidates"),
        ({"seed": -1}, "seed"),
        ({"year": 1}, "year"),
    ],
)
def test_impossible_runs_get_a_clear_sentence(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(fk.CaseError, match=said):
        simulate("classic", **changes)


def test_a_protocol_that_never_contacts_anybody_is_refused() -> None:
    classic = fk.load_protocol("classic")
    silent = msgspec.structs.replace(classic, steps=tuple(s for s in classic.steps if s.kind == "answer"))
    with pytest.raises(fk.CaseError, match="never contacts anybody"):
        simulate(silent, n=10)


def test_consensus_plans_can_be_simulated() -> None:
    result = simulate(fk.consensus("strictest"), n=200)
    assert result.figures["nudges_before_decision"].values.keys() <= {0, 1}


def test_still_open_falls_and_refuses_nonsense() -> None:
    days = [fk.still_open(d) for d in range(0, 200, 10)]
    assert days[0] == 1.0
    assert days == sorted(days, reverse=True)
    assert fk.still_open(0, shape="lognormal") == 1.0
    for bad in (
        {"day": -1},
        {"day": math.nan},
        {"day": 3, "mean_days": 0},
        {"day": 3, "shape": "lognormal", "sigma": 0},
    ):
        with pytest.raises(fk.CaseError):
            fk.still_open(**bad)  # type: ignore[arg-type]
    with pytest.raises(fk.UnknownName):
        fk.still_open(3, shape="weibull")  # type: ignore[arg-type]


def test_leap_years_are_simulated() -> None:
    assert simulate("measured", n=50, year=2028).n == 50
    assert dt.date(2028, 2, 29).weekday() < 5
