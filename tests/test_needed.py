"""What is missing is told on the build machine, and skipped elsewhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.needed import needed, on_build_machine


@pytest.mark.parametrize(
    ("said", "there"), [("true", True), ("1", True), ("false", False), ("0", False), ("", False)]
)
def test_the_build_machine_says_so(monkeypatch: pytest.MonkeyPatch, said: str, there: bool) -> None:
    monkeypatch.setenv("CI", said)
    assert on_build_machine() is there


def test_a_missing_package_fails_on_the_build_machine_and_skips_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert needed("json").__name__ == "json"
    monkeypatch.setenv("CI", "true")
    with pytest.raises(ModuleNotFoundError):
        needed("no_such_package")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception):
        needed("no_such_package")


def test_only_packages_of_no_test_extra_may_be_missing_there(root: Path) -> None:
    extras = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    beside = {
        re.split(r"[\[<>=~]", p)[0].replace("-", "_") for p in (*extras["grammar"], *extras["semantic"])
    }
    skipped = {
        name
        for path in (root / "tests").rglob("test_*.py")
        for name in re.findall(r'importorskip\("(\w+)', path.read_text("utf-8"))
    }
    assert {"harper" if s == "harper_py" else s for s in beside} >= skipped


def test_each_rule_of_style_is_left_out_once_and_for_one_reason(root: Path) -> None:
    lint = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    for rules in (lint["select"], lint["ignore"]):
        assert len(rules) == len(set(rules))
