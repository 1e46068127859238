"""``followup-kit teach``: what it prints, and its errors in one line."""

from __future__ import annotations

import pytest

from followup_kit.cli import main
from followup_kit.course.facilitator.practice_class import write_practice_class


def run(capsys, *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["teach", *args])
    said = capsys.readouterr()
    return int(stopped.value.code or 0), said.out, said.err


def test_the_path_is_printed(capsys):
    code, out, _ = run(capsys, "path")
    assert code == 0
    assert "35–55 Your own plan" in out
    assert "at most 75" in out


def test_a_class_is_added_up_and_small_numbers_are_hidden(tmp_path, capsys):
    write_practice_class(tmp_path)
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    code, out, err = run(capsys, "class", str(tmp_path))
    assert code == 0
    assert "Learners: 24" in out
    assert "04-rolled-date" in out
    assert "hidden" in out
    numbers = [int(w) for line in out.splitlines() for w in line[:25].split() if w.isdigit()]
    assert numbers
    assert min(numbers) >= 5
    assert err.count("\n") == 1
    assert "x.json was left out" in err


def test_the_pack_is_written(tmp_path, capsys):
    code, out, _ = run(capsys, "handout", str(tmp_path / "pack.html"))
    assert code == 0
    assert "print it" in out
    assert (tmp_path / "pack.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_folder_that_is_not_there_is_one_line(tmp_path, capsys):
    code, _, err = run(capsys, "class", str(tmp_path / "nowhere"))
    assert code == 2
    assert err.count("\n") == 1
