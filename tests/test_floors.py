"""The floors of the package: imports run downward, and the core stays light, offline and without a clock."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PURE = [
    "errors.py", "records", "advice", "workdays", "planner", "letters", "calls", "comparison", "simulation",
]  # fmt: skip
"""What decides: no clock, no environment."""


def lint_imports(folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_the_package_keeps_its_floors(root: Path, bare_environment: dict[str, str]) -> None:
    done = lint_imports(root, bare_environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("errors.py", "import followup_kit.records.base", "Imports run downward"),
        ("records/base.py", "import followup_kit.advice.loading", "Imports run downward"),
        ("workdays.py", "from followup_kit.advice import loading", "Imports run downward"),
        ("advice/loading.py", "def late():\n    import followup_kit.cli", "Imports run downward"),
        ("records/plan.py", "import pandas", "No data frames"),
        ("advice/loading.py", "def late():\n    from numpy import array", "No data frames"),
        ("records/case.py", "import socket", "no network"),
        ("records/case.py", "import holidays", "Holidays stand behind"),
        ("attic.py", "", "Imports run downward"),  # a room that is on no floor
    ],
)
def test_a_planted_violation_is_found(
    module: str, line: str, broken: str, root: Path, tmp_path: Path, bare_environment: dict[str, str]
) -> None:
    shutil.copytree(
        root / "followup_kit", tmp_path / "followup_kit", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(root / "pyproject.toml", tmp_path)
    planted = tmp_path / "followup_kit" / module
    with planted.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(tmp_path, bare_environment)
    assert done.returncode == 1, done.stdout + done.stderr
    report = done.stdout + done.stderr
    assert broken in report
    assert "BROKEN" in report or "attic" in report


def pure_modules(root: Path) -> list[Path]:
    package = root / "followup_kit"
    found = [package / name for name in PURE if name.endswith(".py")]
    for name in PURE:
        found += sorted((package / name).rglob("*.py"))
        if (package / f"{name}.py").exists():
            found.append(package / f"{name}.py")
    return found


def impure_calls(source: str) -> list[str]:
    """What reads the clock, the environment or chance in a module, as ``line: name``."""
    clock = {"today", "now", "utcnow", "localtime", "perf_counter", "monotonic"}
    calls = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}:
            calls.append(f"{node.lineno}: {node.attr}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clock:
            owner = ast.unparse(node.func.value)
            if owner.split(".")[-1] in {"date", "datetime", "time", "dt"}:
                calls.append(f"{node.lineno}: {owner}.{node.func.attr}")
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            calls += [f"{node.lineno}: import {n}" for n in names if n in {"random", "secrets", "time"}]
    return calls


def test_the_domain_reads_no_clock_and_no_environment(root: Path) -> None:
    modules = pure_modules(root)
    assert len(modules) > 5
    found = {str(m.relative_to(root)): impure_calls(m.read_text("utf-8")) for m in modules}
    assert {name: calls for name, calls in found.items() if calls} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import datetime as dt\nx = dt.date.today()",
        "from datetime import datetime\nx = datetime.now()",
        "import os\nx = os.environ['HOME']",
        "import time",
        "from random import choice",
    ],
)
def test_an_impure_call_is_found(source: str) -> None:
    assert impure_calls(source)
