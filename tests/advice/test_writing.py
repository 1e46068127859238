"""A protocol written as a file loads as what it was."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_kit as fk

ALL = [*fk.protocol_ids(), *fk.consensus_ids()]


def protocol(name: str) -> fk.Protocol:
    known = fk.consensus(name) if name in fk.consensus_ids() else fk.load_protocol(name)
    return fk.own_copy(known, f"my_{name}")


@pytest.mark.parametrize("name", ALL)
def test_what_is_saved_loads_as_it_was(name: str, tmp_path: Path) -> None:
    saved = fk.save_protocol(protocol(name), tmp_path / "own.toml")
    assert saved == protocol(name)
    assert fk.load_protocol(tmp_path / "own.toml") == saved


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1).filter(lambda s: s.isprintable() or s in ("\n", "\t", '"', "\\", "\x7f")))
def test_any_title_survives(title: str) -> None:
    import tomllib

    written = fk.protocol_toml(msgspec.structs.replace(fk.load_protocol("classic"), title=title))
    assert tomllib.loads(written)["title"] == title


def test_defaults_and_shared_steps_are_left_out() -> None:
    text = fk.protocol_toml(fk.load_protocol("classic"))
    assert "confirmation_call" not in text
    assert "optional" not in text
    assert text.count("[[steps]]") == 2


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(fk.CaseError, match=r"There is a file 'own\.toml' already"):
        fk.save_protocol(fk.load_protocol("classic"), path)
    assert path.read_text(encoding="utf-8") == "mine"
    with pytest.raises(fk.CaseError, match=r"ends in \.toml"):
        fk.save_protocol(fk.load_protocol("classic"), tmp_path / "own.txt")
    with pytest.raises(fk.CaseError, match="cannot be written"):
        fk.save_protocol(fk.load_protocol("classic"), tmp_path / "no such folder" / "own.toml")


def test_a_protocol_that_does_not_hold_together_leaves_no_file(tmp_path: Path) -> None:
    classic = fk.load_protocol("classic")
    twice = msgspec.structs.replace(classic, id="twice", steps=(classic.steps[0], *classic.steps))
    with pytest.raises(fk.DataError, match="stands twice"):
        fk.save_protocol(twice, tmp_path / "own.toml")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ALL)
def test_the_name_of_a_protocol_of_ours_is_taken(name: str, tmp_path: Path) -> None:
    taken = msgspec.structs.replace(fk.load_protocol("classic"), id=name)
    with pytest.raises(
        fk.DataError, match=rf"own\.toml, id: '{name}' is the name of a protocol of this package"
    ):
        fk.save_protocol(taken, tmp_path / "own.toml")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "own.toml").write_text(fk.protocol_toml(taken), encoding="utf-8")
    with pytest.raises(fk.DataError, match="give your own another one"):
        fk.load_protocol(tmp_path / "own.toml")
