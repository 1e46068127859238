"""binder/ holds what pyproject.toml asks for: pinned, with hashes, and without an address."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[\w.!+-]+)(?: ; [^\\]*)?(?P<hashes>(?: \\\n +--hash=\S+)*)\s*$", re.M
)


def wanted(pyproject: str) -> list[Requirement]:
    """The core, the course and the build backend, as pyproject.toml asks for them."""
    data = tomllib.loads(pyproject)
    project = data["project"]
    texts = (
        project["dependencies"]
        + project["optional-dependencies"]["course"]
        + data["build-system"]["requires"]
    )
    return [Requirement(text) for text in texts]


def disagreements(pyproject: str, pinned: str) -> list[str]:
    """What is wrong with the pins, in words."""
    found = [f"not a pin: {line}" for line in _strange_lines(pinned)]
    versions = {}
    for pin in PIN.finditer(pinned):
        name = canonicalize_name(pin["name"])
        versions[name] = pin["version"]
        if not pin["hashes"]:
            found.append(f"{name} has no hash")
        elif not re.fullmatch(r"(?: \\\n +--hash=sha256:[0-9a-f]{64})+", pin["hashes"]):
            found.append(f"{name} has a hash that is not SHA-256")
    for requirement in wanted(pyproject):
        version = versions.get(canonicalize_name(requirement.name))
        if version is None:
            found.append(f"{requirement.name} is not pinned")
        elif not requirement.specifier.contains(version):
            found.append(f"{requirement.name} is pinned to {version}, not {requirement.specifier}")
    return found


def _strange_lines(pinned: str) -> list[str]:
    rest = PIN.sub("", pinned)
    return [line for line in rest.splitlines() if line.strip() and not line.startswith("#")]


@pytest.fixture(scope="module")
def pyproject(root: Path) -> str:
    return (root / "pyproject.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def pinned(root: Path) -> str:
    return (root / "binder/requirements.txt").read_text("utf-8")


def test_the_pins_and_the_project_agree(pyproject: str, pinned: str) -> None:
    assert len(PIN.findall(pinned)) > 50
    assert disagreements(pyproject, pinned) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (r"^pandas==\S+", "pandas==1.5.3", "pandas is pinned to 1.5.3"),
        (r"^holidays==", "vacations==", "holidays is not pinned"),
        (r"^click==(\S+)(?: \\\n +--hash=\S+)+", r"click==\1", "click has no hash"),
        (r"(^click==.*\n +--hash=)sha256:\w+", r"\1md5:00", "click has a hash that is not SHA-256"),
        (r"\Z", "--extra-thing there\n", "not a pin: --extra-thing there"),
        (r"^msgspec==", "msgspec>=", "msgspec is not pinned"),
    ],
)
def test_a_disagreement_is_found(old: str, new: str, problem: str, pyproject: str, pinned: str) -> None:
    changed, times = re.subn(old, new, pinned, count=1, flags=re.M)
    assert times == 1
    assert any(problem in found for found in disagreements(pyproject, changed))


def test_a_new_dependency_must_be_pinned(pyproject: str, pinned: str) -> None:
    more = pyproject.replace("course = [\n", 'course = [\n  "a-package-of-tomorrow>=1",\n')
    assert disagreements(more, pinned) == ["a-package-of-tomorrow is not pinned"]


def test_no_file_of_binder_holds_an_address(root: Path) -> None:
    files = [p for p in (root / "binder").iterdir() if p.is_file() and p.suffix != ".py"]
    assert {p.name for p in files} == {"requirements.txt", "runtime.txt", "postBuild", "start"}
    for path in files:
        assert not re.search(r"://|index-url|find-links|git\+|@ file", path.read_text("utf-8")), path.name


def test_python_is_pinned_to_one_that_the_package_runs_on(root: Path, pyproject: str) -> None:
    python = re.fullmatch(r"python-(\d+\.\d+)\n", (root / "binder/runtime.txt").read_text("utf-8"))
    assert python is not None
    assert SpecifierSet(tomllib.loads(pyproject)["project"]["requires-python"]).contains(python[1])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no executable bit; Binder runs on Linux")
def test_post_build_and_start_can_be_executed(root: Path) -> None:
    for name in ("postBuild", "start"):
        assert (root / "binder" / name).stat().st_mode & 0o111, name


@pytest.mark.skipif(os.name == "nt", reason="Binder runs on Linux")
def test_start_hands_over_with_a_startup_file_for_the_kernels(root: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    run = subprocess.run(
        ["bash", "binder/start", "printenv", "PYTHONSTARTUP"],
        cwd=root, capture_output=True, text=True, check=True, env=os.environ | {"PATH": path, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert Path(run.stdout.strip()).name == "kernel_startup.py"
    assert Path(run.stdout.strip()).is_file()
