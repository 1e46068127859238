"""The commands compare, score, simulate and evidence: their stable JSON, and one line for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from followup_kit.cli import main

CASE = ["--interview", "2026-03-02", "--decision", "2026-03-16"]


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main([*args])
    out, err = capsys.readouterr()
    return int(stopped.value.code or 0), out, err


def as_json(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    status, out, err = run(capsys, *args, "--format", "json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_compare_has_the_plans_and_the_conflicts(capsys: pytest.CaptureFixture[str]) -> None:
    data = as_json(capsys, "compare", *CASE)
    assert list(data["plans"]) == ["classic", "measured", "paced", "showcase", "persistent"]
    assert [c["id"] for c in data["conflicts"]] == list(range(1, 11))
    assert {s["protocol"]: s["rules"] for s in data["conflicts"][0]["sides"]} == {
        "classic": ["000.19"],
        "persistent": ["004.18", "004.19"],
    }
    assert data["conflicts"][2]["in_this_case"].endswith("That is 8 days apart.")
    assert data["plans"]["persistent"][0]["due"] == "2026-03-02"


def test_compare_takes_chosen_protocols(capsys: pytest.CaptureFixture[str]) -> None:
    data = as_json(capsys, "compare", *CASE, "--protocol", "strictest", "--protocol", "persistent")
    assert list(data["plans"]) == ["strictest", "persistent"]
    status, out, _ = run(capsys, "compare", *CASE)
    assert status == 0
    assert "10. Channel of the thank-you" in out


def test_score_of_a_plan(capsys: pytest.CaptureFixture[str]) -> None:
    data = as_json(capsys, "score", "--protocol", "persistent", *CASE)
    assert set(data) == {"kept", "broken", "open"}
    assert "004.10" in data["kept"]
    assert "000.19" in {b["rule"] for b in data["broken"]}
    assert all(b["why"] for b in data["broken"])
    assert len(data["kept"]) + len(data["broken"]) + len(data["open"]) == 125


def test_score_of_a_log(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    log = tmp_path / "events.json"
    entries = [{"kind": "sent", "date": f"2026-03-{d}", "step": "call"} for d in ("17", "24")]
    log.write_text(json.dumps(entries), encoding="utf-8-sig")
    data = as_json(capsys, "score", "--protocol", "classic", *CASE, "--log", str(log))
    assert {"rule": "000.19", "why": "2 calls instead of at most 1; too many: Tue 24 Mar 2026"} in data[
        "broken"
    ]
    assert "000.05" in data["kept"]
    only = as_json(capsys, "score", "--protocol", "classic", *CASE, "--log", str(log), "--source", "000")
    assert {r[:3] for r in only["kept"] + only["open"]} == {"000"}
    status, out, _ = run(capsys, "score", "--protocol", "classic", *CASE)
    assert status == 0
    assert out.startswith("Of 125 rules ")


def test_simulate_repeats_with_its_seed(capsys: pytest.CaptureFixture[str]) -> None:
    args = ("simulate", "--protocol", "paced", "--n", "2000", "--seed", "7")
    data = as_json(capsys, *args)
    assert data == as_json(capsys, *args)
    assert (data["protocol"], data["n"], data["seed"]) == ("paced", 2000, 7)
    assert data["figures"]["given_up_days"]["unit"] == "days"
    assert any("wins jobs" in a for a in data["assumptions"])
    status, out, _ = run(
        capsys, *args, "--shape", "promised", "--kept", "1", "--promise", "10", "--ghosting", "0"
    )
    assert status == 0
    assert "kept in 100% of cases" in " ".join(out.split())
    assert as_json(capsys, *args, "--no-promise")["employer"]["promise_days"] is None


def test_evidence_shows_the_cards(capsys: pytest.CaptureFixture[str]) -> None:
    data = as_json(capsys, "evidence")
    assert len(data) == 21
    assert data[0]["grade"] == "high"
    status, out, _ = run(capsys, "evidence", "13")
    assert status == 0
    assert "Grade: weak" in out
    assert "80 % in the US, 42 % in Canada" in run(capsys, "evidence")[1]


SILENT = """
id = "silent"
title = "Silent"
source = "x"
summary = "Nothing."
[[steps]]
id = "stop"
title = "Stop"
kind = "stop"
says = "Stop"
when = { from = "interview" }
channels = ["none"]
ends_contact = true
rules = ["x.01"]
"""
TWICE = """
id = "twice"
title = "Twice"
source = "x"
summary = "Two calls."
[[steps]]
id = "one"
title = "One"
kind = "nudge"
says = "Call"
when = { from = "interview", offset = 3 }
channels = ["phone"]
to = "interviewer"
rules = ["x.01"]
[[steps]]
id = "two"
title = "Two"
kind = "nudge"
says = "Call"
when = { from = "interview", offset = 3 }
channels = ["phone"]
to = "interviewer"
rules = ["x.01"]
"""


@pytest.mark.parametrize("command", ["compare", "score", "simulate"])
@pytest.mark.parametrize(("text", "said"), [(SILENT, "never contacts anybody"), (TWICE, "plans 2 calls on")])
def test_a_protocol_that_makes_no_sense(
    command: str, text: str, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    case = [] if command == "simulate" else CASE
    status, out, err = run(capsys, command, "--protocol", str(own), *case)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["compare", *CASE, "--protocol", "clasic"], "Did you mean 'classic'"),
        (["simulate", "--protocol", "paced", "--n", "0"], "number of candidates"),
        (["simulate", "--protocol", "paced", "--ghosting", "2"], "never told"),
        (["simulate", "--protocol", "paced", "--mean", "nan"], "mean time to a decision"),
        (["simulate", "--protocol", "paced", "--employer", "goverment"], "Did you mean 'government'"),
        (["simulate", "--protocol", "paced", "--shape", "promised", "--no-promise"], "needs promise_days"),
        (
            ["score", "--protocol", "classic", *CASE, "--log", "absent.json"],
            "The log 'absent.json' cannot be opened",
        ),
        (["score", "--protocol", "classic", *CASE, "--source", "009"], "There is no source '009'"),
        (["evidence", "99"], "There is no evidence card '99'"),
    ],
)
def test_what_is_wrong_takes_one_line(args: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *args)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"not json", "is not JSON"),
        (b"\xff\xfe", "is not JSON"),
        (b'{"kind": "sent"}', "is not a list"),
        (b'[{"kind": "sent", "date": "2026-02-30"}]', "is not a day"),
        (
            b'[{"kind": "offer", "date": "2026-03-09"}, {"kind": "rejected", "date": "2026-03-09"}]',
            "contradicts itself",
        ),
    ],
)
def test_a_log_that_cannot_be_scored(
    raw: bytes, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    log = tmp_path / "events.json"
    log.write_bytes(raw)
    status, _, err = run(capsys, "score", "--protocol", "classic", *CASE, "--log", str(log))
    assert (status, err.count("\n")) == (2, 1)
    assert said in err


def test_a_date_that_is_promised_and_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    args = ("simulate", "--protocol", "classic", "--n", "10", "--promise", "5", "--no-promise")
    status, out, err = run(capsys, *args)
    assert (status, out) == (2, "")
    assert "not both" in err
