"""The command line as other tools call it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from followup_kit.cli import COMMANDS, main

PLAN = ["plan", "--interview", "2026-03-02"]
FIELDS = {
    "step", "occurrence", "channel", "to", "due", "latest", "at", "status", "done_on", "rules", "reason",
    "editorial", "assumed", "dated", "moved_from", "readings",
}  # fmt: skip


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(list(args))
    out = capsys.readouterr()
    return int(stopped.value.code or 0), out.out, out.err


def planned(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    status, out, err = run(capsys, *PLAN, *args, "--format", "json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_json_has_exactly_the_agreed_fields(capsys: pytest.CaptureFixture[str]) -> None:
    data = planned(capsys, "--protocol", "persistent", "--decision", "2026-03-16")
    assert list(data) == ["protocol", "calendar", "assumptions", "touchpoints"]
    assert data["protocol"] == "persistent"
    assert data["calendar"] == "US"
    for touchpoint in data["touchpoints"]:
        assert set(touchpoint) == FIELDS
        assert all(set(r) == {"label", "due", "latest", "channel"} for r in touchpoint["readings"])
    first = data["touchpoints"][0]
    assert (first["at"], first["status"], first["done_on"], first["dated"]) == (
        "19:00",
        "planned",
        None,
        None,
    )
    dues = [t["due"] for t in data["touchpoints"]]
    assert dues == sorted(dues)


def test_every_option_reaches_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    data = planned(
        capsys, "--protocol", "paced", "--decision", "2026-03-13", "--country", "US", "--subdivision", "ca",
        "--pace", "assertive", "--with", "card", "--with", "work_sample", "--horizon-weeks", "3",
        "--event", "sent:2026-03-02:thank_you", "--event", "snoozed:2026-03-03:check_in:2026-03-10",
        "--channel", "check_in=phone", "--today", "2026-03-05",
    )  # fmt: skip
    steps = [(t["step"], t["due"], t["channel"], t["status"]) for t in data["touchpoints"]]
    assert data["calendar"] == "US-CA"
    assert ("thank_you", "2026-03-02", "email", "done") in steps
    assert ("card", "2026-03-03", "card", "missed") in steps
    assert ("check_in", "2026-03-10", "phone", "planned") in steps
    assert any("no step work_sample" in a for a in data["assumptions"])


def test_written_only_and_agency(capsys: pytest.CaptureFixture[str]) -> None:
    data = planned(capsys, "--protocol", "classic", "--written-only", "--via", "Northside Staffing")
    assert {(t["channel"], t["to"]) for t in data["touchpoints"]} == {("email", "recruiter")}


def test_no_date_means_no_status(capsys: pytest.CaptureFixture[str]) -> None:
    data = planned(capsys, "--protocol", "classic")
    assert {t["status"] for t in data["touchpoints"]} == {"planned"}
    assert data["touchpoints"][1]["assumed"] is True
    assert "ask" in data["assumptions"][0]


def test_csv_holds_the_same_rows(capsys: pytest.CaptureFixture[str]) -> None:
    data = planned(capsys, "--protocol", "measured")
    status, out, _ = run(capsys, *PLAN, "--protocol", "measured", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert [r["due"] for r in rows] == [t["due"] for t in data["touchpoints"]]
    assert rows[0]["rules"].split()[0] == "001.02"


def test_text_shows_reason_readings_and_moved_dates(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, *PLAN, "--protocol", "persistent", "--decision", "2026-03-16")
    assert status == 0
    plain = " ".join(out.split())
    assert "moved from Sat 7 Mar 2026" in plain
    assert "004.10–004.13" in plain
    assert "Other readings: the interview counts as day one → Fri 6 Mar 2026" in plain


def test_an_own_protocol_file_plans(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\ntitle = "Mine"\nsource = "school"\nsummary = "One note."\n'
        '[[steps]]\nid = "note"\ntitle = "Note"\nkind = "thanks"\nsays = "Send a note"\n'
        'when = { from = "interview", offset = 2 }\nchannels = ["email"]\nto = "everyone"\nrules = ["school.01"]\n',
        encoding="utf-8",
    )
    data = planned(capsys, "--protocol", str(file))
    assert [(t["step"], t["due"]) for t in data["touchpoints"]] == [("note", "2026-03-04")]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--protocol", "persistant"], "Did you mean 'persistent'?"),
        (["--protocol", "classic", "--decision", "2026-03-01"], "before the interview"),
        (["--protocol", "classic", "--decision", "next week"], "write it as YYYY-MM-DD"),
        (["--protocol", "classic", "--country", "Germny"], "Did you mean 'Germany (DE)'?"),
        (["--protocol", "classic", "--subdivision", "XX"], "no subdivision of United States"),
        (["--protocol", "paced", "--pace", "fast"], "relaxed, standard, assertive"),
        (["--protocol", "classic", "--event", "sended:2026-03-02:call"], "Did you mean"),
        (["--protocol", "classic", "--event", "sent:2026-03-02:cal"], "Did you mean 'call'?"),
        (["--protocol", "classic", "--event", "replied:2026-03-01"], "before the interview"),
        (["--protocol", "classic", "--event", "replied"], "needs its day"),
        (["--protocol", "classic", "--channel", "call=email"], "choose phone"),
        (["--protocol", "classic", "--channel", "call"], "STEP=CHANNEL"),
        (["--protocol", "classic", "--horizon-weeks", "-1"], "from 0 to"),
        (["--protocol", "classic", "--horizon-weeks", "many"], "not a valid integer"),
        (["--protocol", "classic", "--ends", "25:00"], "HH:MM"),
        (["--protocol", "classic", "--timezone", "Europe/Berlim"], "Europe/Berlin"),
        (["--protocol", "classic", "--interview", "0001-01-01"], "outside the years"),
        (["--protocol", "classic", "--interview", "9999-12-31"], "outside the years"),
        (["--protocol", "missing.toml"], "cannot be opened"),
        (["--protocol", "classic", "--frmat", "json"], "--frmat"),
        ([], "--protocol"),
    ],
)
def test_what_is_wrong_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], args: list[str], says: str
) -> None:
    status, out, err = run(capsys, *PLAN, *args)
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("followup-kit: ")
    assert says in err


def test_an_unknown_command_names_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "plann")
    assert status == 2
    assert "Did you mean 'plan'?" in err


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    status, out, _ = run(capsys, command, "--help")
    assert status == 0
    assert "Usage: followup-kit" in out


def test_rules_and_protocols_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "rules", "--format", "json")
    rules = json.loads(out)
    assert len(rules) == 125
    assert all(set(r) == {"id", "source", "locator", "kind", "rule"} for r in rules)
    _, out, _ = run(capsys, "rules", "--source", "004", "--format", "json")
    assert [r["id"] for r in json.loads(out)] == [f"004.{n:02d}" for n in range(1, 25)]
    _, out, _ = run(capsys, "protocols", "--format", "json")
    assert [p["id"] for p in json.loads(out)] == ["classic", "measured", "paced", "showcase", "persistent"]
    status, _, err = run(capsys, "rules", "--source", "005")
    assert status == 2
    assert "no source '005'" in err


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "followup_kit", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("followup-kit, version ")


def test_text_from_people_comes_through_any_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "followup_kit", *PLAN, "--protocol", "classic", "--via", "Zoë 🙂"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    assert "Zoë 🙂" in done.stdout.decode("utf-8")
