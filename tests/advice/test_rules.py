"""The 125 rules as data, and that something carries out what the protocols are made of."""

from __future__ import annotations

import re

import pytest

import followup_kit as fk
from followup_kit.advice.rules import check_rule_ids, cite, rule_range, sourced


def test_there_are_125_rules_in_the_order_of_the_sources() -> None:
    ids = list(fk.rules())
    assert len(ids) == 125
    assert ids == sorted(ids)
    numbers = {source: len([i for i in ids if i.startswith(source)]) for source in fk.sources()}
    assert numbers == {"000": 27, "001": 27, "002": 25, "003": 22, "004": 24}


def test_every_rule_is_whole() -> None:
    for rule_id, rule in fk.rules().items():
        assert rule.id == rule_id
        assert rule.source in fk.sources()
        assert re.fullmatch(r"\d+(–\d+)?(, ?\d+(–\d+)?)*", rule.lines), rule.lines
        assert rule.kinds
        assert 5 < len(rule.rule) < 200


def test_relations_name_other_rules_that_exist() -> None:
    for rule in fk.rules().values():
        related = {*rule.agrees, *rule.tension, *rule.conflicts}
        assert related <= set(fk.rules())
        assert rule.id not in related


def test_rules_and_sources_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        fk.rules()["000.01"] = fk.rules()["000.02"]  # type: ignore[index]
    with pytest.raises(TypeError):
        del fk.sources()["000"]  # type: ignore[attr-defined]


def test_sources_are_cited_as_published() -> None:
    assert cite("001").startswith("John Krautzel")
    assert "2014" in cite("004")
    assert [s.year for s in fk.sources().values()] == [None, None, None, None, 2014]
    assert cite("school") == "school"


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        ((), ""),
        (("000.05",), "000.05"),
        (("000.05", "000.06"), "000.05, 000.06"),
        (("000.05", "000.06", "000.07"), "000.05–000.07"),
        (("000.05", "000.06", "000.07", "000.19"), "000.05–000.07, 000.19"),
        (("000.27", "001.01"), "000.27, 001.01"),
    ],
)
def test_neighbours_become_a_range(ids: tuple[str, ...], text: str) -> None:
    assert rule_range(ids) == text


def test_unknown_rules_are_named_with_near_ones() -> None:
    with pytest.raises(fk.UnknownName, match=r"There is no rule '000\.91'"):
        check_rule_ids(("000.05", "000.91"))
    with pytest.raises(fk.UnknownName, match=r"'004\.99'"):
        check_rule_ids(("004.99",), own="004")  # one of the five sources cannot be added to


def test_a_source_of_ones_own_may_have_rules_of_its_own() -> None:
    with pytest.raises(fk.UnknownName, match=r"'other\.01'"):
        check_rule_ids(("school.01", "000.05", "other.01"), own="school")
    assert check_rule_ids(("school.01", "000.05"), own="school") is None


def test_the_rules_about_timing_are_carried_out_by_a_step() -> None:
    """A rule that says when is in a step, a reading or a stance."""
    used: set[str] = set()
    for name in fk.protocol_ids():
        protocol = fk.load_protocol(name)
        for step in protocol.steps:
            used |= {*step.rules, *(r for reading in step.readings for r in reading.rules)}
        stances = (getattr(protocol.stance, name) for name in protocol.stance.__struct_fields__)
        used |= {r for stance in stances if stance for r in (*stance.rules, *stance.also)}
    timing = {r.id for r in fk.rules().values() if "timing" in r.kinds}
    assert timing - used == set()


def test_an_entry_names_rules_that_are_there_or_says_why_it_is_ours() -> None:
    sourced(("000.05",), "own.toml", "items a", needed=True)
    sourced((), "own.toml", "items a", editorial="Our number.", needed=True)
    sourced((), "own.toml", "items a")
    sourced(("club.01",), "own.toml", "items a", own="club")
    with pytest.raises(fk.DataError, match=r"own\.toml, items a: it has no rules"):
        sourced((), "own.toml", "items a", needed=True)
    with pytest.raises(fk.DataError, match=r"items a → rules: There is no rule '000\.99'"):
        sourced(("000.05", "000.99"), "own.toml", "items a")


def test_all_records_write_a_rule_id_in_the_same_way() -> None:
    from followup_kit.records import advice, call, evidence, leaving, letter, scaffold, score

    readers = (call, evidence, leaving, letter, scaffold, score)
    assert {module.RuleId for module in readers} == {advice.RuleId}
