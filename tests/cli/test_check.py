"""The commands check and evaluate."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from followup_kit.cli import main

TEXT = "Dear Ms. Riuz,\r\n\r\nThank you for the greenhouse.\r\n\r\nKind regards,\r\nLi Wei"
CONTEXT = {"interviewer_name": "Ms. Ana Ruiz", "topics": ["greenhouse"], "mood": "good"}


def run(*args: object) -> int:
    with pytest.raises(SystemExit) as end:
        main([str(a) for a in args])
    return int(end.value.code or 0)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    letter, context = tmp_path / "letter.txt", tmp_path / "context.json"
    letter.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    context.write_text(json.dumps(CONTEXT), encoding="utf-8")
    return letter, context


def test_json_has_spans_of_the_file_as_it_stands(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(
            "check",
            files[0],
            "--context",
            files[1],
            "--format",
            "json",
            "--mark",
            "impact=met",
            "--silence",
            "fit_or_value",
        )
        == 0
    )
    out = capsys.readouterr()
    report = json.loads(out.out)
    by_item = {f["item"]: f for f in report["findings"]}
    [[start, end]] = by_item["addressed_by_name"]["spans"]
    assert TEXT[start:end] == "Riuz" == by_item["addressed_by_name"]["quote"][0]
    assert by_item["impact"]["verdict"] == "met"
    assert by_item["fit_or_value"]["verdict"] == "not_applicable"
    assert "mood" in out.err


def test_text_begins_with_what_to_fix(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", files[0], "--context", files[1]) == 0
    assert "Fix before sending:\n  addressed_by_name" in capsys.readouterr().out


@pytest.mark.parametrize(
    "args",
    [
        ["check", "nowhere.txt"],
        ["check", "{letter}", "--kind", "poem"],
        ["check", "{letter}", "--silence", "nothing"],
        ["check", "{letter}", "--mark", "impact"],
        ["check", "{letter}", "--context", "{letter}"],
        ["evaluate", "{letter}", "{letter}"],
    ],
)
def test_unusable_input_is_one_line_and_status_2(
    args: list[str], files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*(a.format(letter=files[0]) for a in args)) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_number_without_end_is_unusable_input(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    huge = tmp_path / "huge.json"
    huge.write_text('{"id": ' + "9" * 5000 + "}", encoding="utf-8")
    assert run("check", files[0], "--context", huge) == 2
    assert "is not valid JSON" in capsys.readouterr().err
    assert run("evaluate", huge, huge) == 2
    assert "is not a JSON object" in capsys.readouterr().err


def test_a_reader_that_had_enough_is_no_error() -> None:
    first, last = os.pipe()
    with subprocess.Popen([sys.executable, "-m", "followup_kit", "rules"], stdout=last, stderr=-1) as run:
        os.close(last)
        os.close(first)
        assert run.stderr is not None
        assert (run.stderr.read(), run.wait()) == (b"", 0)


@pytest.mark.parametrize("args", [[], ["journal"], ["teach"]])
def test_without_a_command_the_help_is_shown_as_it_is(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*args) == 2
    said = capsys.readouterr().err
    assert said.startswith("Usage: ")
    assert "\n\nCommands:\n" in said


def test_evaluate_prints_items_groups_and_origins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letters, labels = tmp_path / "letters.jsonl", tmp_path / "labels.jsonl"
    letters.write_text(
        json.dumps({"id": "x", "kind": "thank_you_email", "text": TEXT, "context": CONTEXT, "origin": "own"}),
        encoding="utf-8",
    )
    labels.write_text(
        json.dumps(
            {
                "id": "x",
                "labels": {
                    "thanks": {"label": "pass"},
                    "addressed_by_name": {"label": "fail"},
                    "impact": {"label": "unclear"},
                },
            }
        ),
        encoding="utf-8",
    )
    assert run("evaluate", letters, labels) == 0
    table = capsys.readouterr().out
    assert "origin own" in table
    assert "group form" in table
    assert "impact" not in table
    assert run("evaluate", letters, labels, "--format", "json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["items"]["addressed_by_name"]["balanced_credit"] == 1.0
