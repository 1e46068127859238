"""Strict loading: whatever is wrong with a file is one sentence that names file, place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import followup_kit as fk
from tests.advice.protocol_files import OWN, changed

WRONG: dict[str, tuple[str, str, list[str]]] = {
    # what is wrong: the file, the place, what the sentence also says
    "an unknown key of a step": (
        changed('title = "Question"', 'titel = "Question"'),
        "steps question",
        ["unknown key 'titel'", "Did you mean 'title'?", "Allowed: title,"],
    ),
    "an unknown key of a date": (
        changed('from = "last_contact", offset', 'from = "last_contact", ofset'),
        "steps reminder → when",
        ["unknown key 'ofset'", "Did you mean 'offset'?"],
    ),
    "an unknown key of a window": (
        changed("until = { offset = 24", "until = { offst = 24"),
        "steps note → when → until",
        ["unknown key 'offst'", "Did you mean 'offset'?"],
    ),
    "an unknown key at the top": ('colour = "red"\n' + OWN, "", ["unknown key 'colour'", "Allowed:"]),
    "an unknown stance": (
        changed("[stance.why]", "[stance.wyh]"),
        "stance",
        ["'wyh'", "Did you mean 'why'?"],
    ),
    "a text for a number": (
        changed("offset = 10 }", 'offset = "ten" }'),
        "steps reminder → when → offset",
        ["expected 'int'", "'ten'"],
    ),
    "a broken number": (
        changed("offset = 10 }", "offset = 1.5 }"),
        "steps reminder → when → offset",
        ["1.5"],
    ),
    "a negative number": (
        changed("offset = 10 }", "offset = -1 }"),
        "steps reminder → when → offset",
        [">= 0", "-1"],
    ),
    "a huge number": (
        changed("offset = 10 }", f"offset = {'9' * 300} }}"),
        "steps reminder → when → offset",
        ["<= 366"],
    ),
    "a channel that there is not": (
        changed('["email", "phone"]', '["emial", "phone"]'),
        "steps question → channels 1",
        ["'emial'", "Did you mean 'email'?", "Allowed: email, phone, letter, card, post, none."],
    ),
    "a trigger that there is not": (
        changed('from = "last_contact"', 'from = "lastcontact"'),
        "steps reminder → when → from",
        ["Did you mean 'last_contact'?", "promised_date"],
    ),
    "a pace that there is not": (
        changed('repeat = "chain"', 'repeat = "chain"\npace = { hasty = 2 }'),
        "steps reminder → pace",
        ["'hasty'", "Allowed: relaxed, standard, assertive."],
    ),
    "a step without rules": (changed('["school.03"]', "[]"), "steps reminder → rules", [">= 1"]),
    "a rule that there is not": (
        changed('"000.19"', '"000.91"'),
        "steps question → rules",
        ["There is no rule '000.91'", "Did you mean"],
    ),
    "a rule that is no id": (
        changed('"000.19"', '"rule 19"'),
        "steps question → rules 2",
        ["'rule 19' is not written as it must be", "for example '000.05'"],
    ),
    "a reading's rule that there is not": (
        changed('"001.16"', '"001.61"'),
        "steps question → readings a day later → rules",
        ["There is no rule '001.61'"],
    ),
    "a stance's rule that there is not": (
        changed('"000.25"', '"000.52"'),
        "stance → why → rules",
        ["There is no rule '000.52'"],
    ),
    "a step that stands later": (
        changed(
            'from = "interview", until = { offset = 24, unit = "hours" }', 'from = "step", steps = ["end"]'
        ),
        "steps note",
        ["'end', which stands later", "only to earlier"],
    ),
    "a step that there is not": (
        changed('steps = ["reminder"]', 'steps = ["remindre"]'),
        "steps end",
        ["There is no step 'remindre'", "Did you mean 'reminder'?"],
    ),
    "a window that ends first": (
        changed('until = { offset = 4, unit = "working_days"', 'until = { offset = 1, unit = "working_days"'),
        "steps question",
        ["the window ends (1 working_days) before it begins (2 working_days)"],
    ),
    "a window without a promised date that ends first": (
        changed("until = { offset = 12 }", "until = { offset = 9 }"),
        "steps question",
        ["the window ends (9 days) before it begins (10 days)"],
    ),
    "a window of hours that ends first": (
        changed('from = "interview", until', 'from = "interview", offset = 2, until'),
        "steps note",
        ["the window ends (24 hours) before it begins (2 days)"],
    ),
    "an id that stands twice": (changed('id = "reminder"', 'id = "note"'), "steps note", ["stands twice"]),
    "no plan for a missing date": (
        changed(
            'without_date = { offset = 10, until = { offset = 12 }, editorial = "Ten days is the school\'s number." }',
            "",
        ),
        "steps question",
        ["without_date"],
    ),
    "two plans for a missing date": (
        changed("without_date = { offset = 10", "without_date = { assume = 3, offset = 10"),
        "steps question",
        ["either assume or offset"],
    ),
    "a chain of something else": (
        changed('from = "last_contact"', 'from = "interview"'),
        "steps reminder",
        ["a chain counts from last_contact"],
    ),
    "a last contact that does not repeat": (
        changed('repeat = "chain"\nlimit = 2\n', ""),
        "steps reminder",
        ["repeat = 'chain'"],
    ),
    "a floor that nothing can hold": (
        changed("ends_contact = true", 'ends_contact = true\nnot_before = { from = "event" }'),
        "steps end",
        ["not_before counts from promised_date or from interview"],
    ),
    "a series without a distance": (
        changed('from = "last_contact", offset = 10', 'from = "last_contact"'),
        "steps reminder",
        ["at least 1"],
    ),
    "a stop that does not stop": (changed("ends_contact = true\n", ""), "steps end", ["kind stop"]),
    "a step to nobody": (changed('to = "interviewer"\n', ""), "steps reminder", ["somebody it goes to"]),
    "a channel that the step does not have": (
        changed('repeat = "chain"', 'repeat = "chain"\nby_channel = { post = { from = "interview" } }'),
        "steps reminder",
        ["by_channel names a channel"],
    ),
    "a text where steps should be": (
        'id = "a"\ntitle = "a"\nsource = "a"\nsummary = "a"\nsteps = "none"',
        "steps",
        ["expected 'array'", "'none'"],
    ),
    "no steps": (OWN[: OWN.index("[[steps]]")], "", ["missing required field 'steps'"]),
    "an empty file": ("", "", ["missing required field 'id'"]),
    "an id with a space": (
        changed('id = "gentle"', 'id = "very gentle"'),
        "id",
        ["'very gentle'", "for example 'check_in'"],
    ),
    "broken TOML": (OWN + "\n[[steps", "", ["is not valid TOML", "]]"]),
    "deep nesting": ("a = " + "[" * 5000 + "]" * 5000, "", ["nested too deeply"]),
    "a deeply dotted key": ("a" + ".a" * 2000 + " = 1", "", ["unknown key 'a'"]),
    "a name of ten thousand letters": (
        changed('id = "reminder"', f'id = "{"x" * 10_000}"'),
        f"steps {'x' * 59}… → id",
        ["<= 40"],
    ),
    "a key of ten thousand letters": (f'"{"k" * 10_000}" = 1\n' + OWN, "", ["unknown key 'kkk"]),
    "a key from right to left": ('"\u202ekey" = 1\n' + OWN, "", ["unknown key '\\u202ekey'"]),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_one_sentence_with_file_and_place(what: str, tmp_path: Path) -> None:
    text, place, said = WRONG[what]
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(fk.DataError) as caught:
        fk.load_protocol(file)
    error = caught.value
    assert (error.file, error.place) == ("own.toml", place)
    assert str(error).startswith(f"own.toml, {place}: " if place else "own.toml: ")
    for words in said:
        assert words in str(error)
    assert "\n" not in str(error)
    assert len(str(error)) < 500
    assert "`" not in str(error)
    assert "$" not in str(error)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "cp1252"])
def test_a_file_that_is_not_utf_8(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes(changed("Gentle", "Géntle").encode(encoding))
    with pytest.raises(fk.DataError, match="not UTF-8 text"):
        fk.load_protocol(file)


@pytest.mark.parametrize(
    "write", [lambda t: b"\xef\xbb\xbf" + t.encode(), lambda t: t.replace("\n", "\r\n").encode()]
)
def test_marks_and_line_ends_of_windows_are_fine(write, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes(write(OWN))
    assert fk.load_protocol(file).id == "gentle"


@pytest.mark.parametrize("name", ["none.toml", "", "n" * 300 + ".toml", "a\0b.toml"])
def test_a_file_that_cannot_be_opened(name: str, tmp_path: Path) -> None:
    with pytest.raises(fk.DataError, match="cannot be opened") as caught:
        fk.load_protocol(Path(f"{tmp_path}/{name}"))
    assert len(str(caught.value)) < 200


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_loads_or_is_one_sentence(data: st.DataObject, tmp_path: Path) -> None:
    raw = OWN.encode()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 40)))
    file = tmp_path / "own.toml"
    file.write_bytes(raw[:start] + data.draw(st.binary(max_size=12) | st.just(b"")) + raw[end:])
    try:
        outcome: object = fk.load_protocol(file)
    except fk.DataError as error:
        outcome = error
    if isinstance(outcome, fk.DataError):
        assert outcome.file == "own.toml"
        assert len(str(outcome)) < 800
    else:
        assert isinstance(outcome, fk.Protocol)
        assert outcome.steps
