"""The five protocols as data, a teacher's own, and the schema of both."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

import followup_kit as fk
from followup_kit.advice.protocols import all_step_ids, shared_steps
from tests.advice.protocol_files import OWN, changed
from tests.needed import needed

jsonschema = needed("jsonschema")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "gentle.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def test_the_five_protocols_in_the_order_of_their_sources() -> None:
    assert fk.protocol_ids() == ("classic", "measured", "paced", "showcase", "persistent")
    assert [fk.load_protocol(p).source for p in fk.protocol_ids()] == ["000", "001", "002", "003", "004"]
    assert [fk.sources()[fk.load_protocol(p).source].protocol for p in fk.protocol_ids()] == list(
        fk.protocol_ids()
    )


@pytest.mark.parametrize(
    ("protocol", "steps"),
    [
        ("classic", "thank_you call"),
        ("measured", "thank_you check_in after_delay long_wait"),
        ("paced", "thank_you card check_in let_go"),
        ("showcase", "thank_you work_sample call"),
        ("persistent", "thank_you reverse_cover_letter call weekly"),
    ],
)
def test_steps_in_table_order_and_then_the_shared_ones(protocol: str, steps: str) -> None:
    ids = [s.id for s in fk.load_protocol(protocol).steps]
    assert ids == [*steps.split(), "confirmation_call", "after_rejection"]


@pytest.mark.parametrize(
    ("protocol", "editorial"),
    [
        ("classic", {"confirmation_call", "after_rejection"}),
        ("measured", {"long_wait", "confirmation_call", "after_rejection"}),
        ("paced", {"card", "let_go", "confirmation_call", "after_rejection"}),
        ("showcase", {"work_sample", "confirmation_call", "after_rejection"}),
        ("persistent", {"thank_you", "reverse_cover_letter", "confirmation_call", "after_rejection"}),
    ],
)
def test_steps_whose_date_is_always_ours_say_why(protocol: str, editorial: set[str]) -> None:
    steps = fk.load_protocol(protocol).steps
    assert {s.id for s in steps if s.editorial} == editorial


def test_numbers_that_are_ours_only_sometimes_say_why() -> None:
    without_date = {
        (p, s.id, s.without_date.assume, s.without_date.offset): s.without_date.editorial
        for p in fk.protocol_ids()
        for s in fk.load_protocol(p).steps
        if s.without_date
    }
    assert set(without_date) == {
        ("classic", "call", 14, None),
        ("measured", "check_in", 14, None),
        ("measured", "after_delay", None, 7),
        ("showcase", "call", None, 7),
    }
    assert all(len(reason) > 20 for reason in without_date.values())
    [check_in] = [s for s in fk.load_protocol("paced").steps if s.pace]
    assert check_in.pace == {"relaxed": 7, "standard": 5, "assertive": 3}
    assert check_in.editorial_pace == ("standard", "assertive")


def test_whom_is_editorial_where_the_source_does_not_say() -> None:
    ours = {(p, s.id) for p in fk.protocol_ids() for s in fk.load_protocol(p).steps if s.to_editorial}
    own_steps = {key for key in ours if key[1] not in {s.id for s in shared_steps()}}
    assert own_steps == {
        ("classic", "call"),
        ("showcase", "call"),
        ("paced", "thank_you"),
        ("paced", "card"),
        ("paced", "check_in"),
    }


def test_only_the_evening_thank_you_has_a_time() -> None:
    timed = {(p, s.id, s.at) for p in fk.protocol_ids() for s in fk.load_protocol(p).steps if s.at}
    assert timed == {("persistent", "thank_you", dt.time(19))}


def test_aged_advice_names_its_year_and_what_stands_beside_it_today() -> None:
    for protocol in fk.protocol_ids():
        for step in fk.load_protocol(protocol).steps:
            assert (step.dated is None) == (step.today is None)
            assert step.dated in (None, fk.sources()[step.rules[0][:3]].year)


def test_every_protocol_has_a_stance_with_rules_of_its_own_source() -> None:
    for name in fk.protocol_ids():
        protocol = fk.load_protocol(name)
        stances = [protocol.stance.boldness, protocol.stance.silence, protocol.stance.why]
        assert protocol.stance.why is not None
        for stance in filter(None, stances):
            assert {r[:3] for r in stance.rules} == {protocol.source}
    assert fk.load_protocol("paced").stance.silence.rules == ("002.25",)  # type: ignore[union-attr]


def test_an_unknown_protocol_names_the_near_one() -> None:
    with pytest.raises(fk.UnknownName, match="Did you mean 'persistent'"):
        fk.load_protocol("persistant")
    with pytest.raises(fk.UnknownName, match="Choose one of: classic, measured, paced, showcase, persistent"):
        fk.plan(fk.Interview(day=dt.date(2026, 3, 2)), "zzz")


def test_a_teachers_own_protocol_plans(own: Path) -> None:
    protocol = fk.load_protocol(own)
    interview = fk.Interview(day=dt.date(2026, 3, 6), promised=dt.date(2026, 3, 13))
    plan = fk.plan(interview, protocol)
    assert [f"{t.due:%m-%d} {t.step}" for t in plan] == [
        "03-06 note",
        "03-16 reminder",
        "03-17 question",
        "03-27 reminder",  # the question was the last contact
        "04-15 end",
    ]
    question = plan[2]
    assert question.latest == dt.date(2026, 3, 19)
    assert [r.due for r in question.readings] == [dt.date(2026, 3, 18)]
    assert question.rules == ("school.02", "000.19")
    assert plan == fk.plan(interview, fk.load_protocol(str(own)))


def test_a_teachers_protocol_without_a_date_and_with_events(own: Path) -> None:
    protocol = fk.load_protocol(own)
    interview = fk.Interview(day=dt.date(2026, 3, 2))
    plan = fk.plan(interview, protocol)
    question = next(t for t in plan if t.step == "question")
    assert (question.due, question.latest, question.editorial, question.assumed) == (
        dt.date(2026, 3, 12),
        dt.date(2026, 3, 16),  # from Sat 14
        True,
        False,
    )
    offered = fk.plan(interview, protocol, events=["offer:2026-03-05"])
    assert {t.step for t in offered if t.open} == {"note", "confirmation_call"}
    sent = fk.plan(interview, protocol, events=["sent:2026-03-03:note"])
    assert sent[0].status == "done"


def test_a_window_in_hours_never_ends_before_a_rolled_day(tmp_path: Path) -> None:
    file = tmp_path / "gentle.toml"
    file.write_text(changed('roll = "unless_email"', 'roll = "always"'), encoding="utf-8")
    note = fk.plan(fk.Interview(day=dt.date(2026, 3, 7)), fk.load_protocol(file))[0]
    assert (note.due, note.latest) == (dt.date(2026, 3, 9), dt.date(2026, 3, 9))


def test_own_steps_stand_in_for_shared_ones(tmp_path: Path) -> None:
    file = tmp_path / "gentle.toml"
    call = OWN[OWN.index('[[steps]]\nid = "note"') : OWN.index('[[steps]]\nid = "question"')]
    call = call.replace('id = "note"', 'id = "confirmation_call"\non = "offer"').replace(
        'from = "interview", until = { offset = 24, unit = "hours" }', 'from = "event", offset = 3'
    )
    file.write_text(OWN + "\n" + call, encoding="utf-8")
    protocol = fk.load_protocol(file)
    assert [s.id for s in protocol.steps].count("confirmation_call") == 1
    plan = fk.plan(fk.Interview(day=dt.date(2026, 3, 2)), protocol, events=["offer:2026-03-09"])
    assert [t.due for t in plan if t.step == "confirmation_call"] == [dt.date(2026, 3, 12)]


def test_step_ids_of_all_protocols() -> None:
    assert {"thank_you", "weekly", "confirmation_call", "let_go"} <= all_step_ids()


def plain(text: str) -> object:
    """A TOML file as the plain values that JSON knows."""
    return msgspec.to_builtins(tomllib.loads(text))


@pytest.mark.parametrize("protocol", fk.protocol_ids())
def test_the_schema_holds_for_the_five_files(protocol: str) -> None:
    text = files("followup_kit.advice").joinpath(f"protocols/{protocol}.toml").read_text("utf-8")
    schema = fk.protocol_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(plain(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        changed('title = "Question"', 'titel = "Question"'),
        changed("offset = 10 }", "offset = -1 }"),
        changed('from = "last_contact"', 'from = "lastcontact"'),
        changed('["school.03"]', "[]"),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(text: str) -> None:
    validator = jsonschema.Draft202012Validator(fk.protocol_schema())
    assert list(validator.iter_errors(plain(OWN))) == []
    assert list(validator.iter_errors(plain(text)))
