"""The public face of the package, what importing it costs, and what its files never hold."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import followup_kit

HEAVY = {
    "IPython", "anywidget", "click", "dateutil", "holidays", "icalendar", "ipywidgets", "matplotlib", "msgspec",
    "numpy", "pandas", "spellchecker",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(set(followup_kit.__all__) - {"__version__"}))
def test_every_public_name_resolves_and_is_explained(name: str) -> None:
    thing = getattr(followup_kit, name)
    assert inspect.getdoc(thing)
    assert thing.__doc__ is not None, f"{name} only inherits its docstring"


def test_the_list_of_public_names_is_without_repeats() -> None:
    assert len(set(followup_kit.__all__)) == len(followup_kit.__all__)
    assert dir(followup_kit) == sorted(followup_kit.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'plam'"):
        followup_kit.plam  # noqa: B018


def test_type_checkers_see_the_same_names(root: Path) -> None:
    """The block for type checkers names what the lazy table names."""
    source = (root / "followup_kit/__init__.py").read_text("utf-8")
    block = source[source.index("if TYPE_CHECKING:") : source.index("def __getattr__")]
    named = set(re.findall(r"\b\w+\b", re.sub(r"from \S+ import|if TYPE_CHECKING:", "", block)))
    assert named == set(followup_kit.__all__) - {"__version__"}


def loaded_by(code: str, environment: dict[str, str]) -> set[str]:
    """The top-level modules that a Python of its own has loaded after ``code``."""
    report = "import json, sys; print(json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_package_loads_nothing_heavy(bare_environment: dict[str, str]) -> None:
    assert loaded_by("import followup_kit", bare_environment) & HEAVY == set()


def test_the_help_of_the_command_line_loads_little(bare_environment: dict[str, str]) -> None:
    code = (
        "import contextlib, io, sys\n"
        "from followup_kit.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main(['--help'])\n"
    )
    assert loaded_by(code, bare_environment) & HEAVY == {"click"}


def test_a_plan_loads_no_frames_widgets_or_plots(bare_environment: dict[str, str]) -> None:
    code = (
        "import followup_kit as fk\n"
        "p = fk.plan(fk.Interview(day=fk.parse_day('2026-03-02')), 'persistent')\n"
        "assert len(p) and p.to_dict()\n"
    )
    unwanted = HEAVY - {"holidays", "dateutil", "msgspec"}
    assert loaded_by(code, bare_environment) & unwanted == set()


def test_the_version_is_the_same_everywhere(root: Path) -> None:
    version = followup_kit.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert f"\nversion: {version}\n" in (root / "CITATION.cff").read_text("utf-8")
    newest = re.search(r"^## (?!Unreleased)\[?([\d.]+)", (root / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert newest is not None
    assert newest[1] == version


def test_every_command_exists() -> None:
    from importlib import import_module

    import click

    from followup_kit.cli import COMMANDS

    for name in COMMANDS:
        command = import_module(f"followup_kit.cli.{name.replace('-', '_')}").command
        assert isinstance(command, click.Command), name
        assert command.help, f"{name} has no help"


def tracked(root: Path) -> list[Path]:
    """The text files of the project: those that git tracks, or all of a copy without git."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    names = listed.stdout.splitlines() if listed.returncode == 0 else []
    skip = {".venv", ".git", "build", "dist"}
    paths = [root / n for n in names] or [p for p in root.rglob("*") if not skip & set(p.parts)]
    return [p for p in paths if p.is_file() and p.suffix not in {".png", ".jpg", ".woff2", ".sqlite", ".pdf"}]


UNWANTED = {
    "address of a package registry": r"pypi\.org|pythonhosted\.org|npmjs\.org|anaconda\.org",
    "option that names a registry": r"--(?:extra-)?index-url[ =]|--find-links[ =]|--trusted-host",
    "path of one machine": r"/(?:root|work|home/(?!jovyan\b)\w+)/|[A-Z]:\\Users\\\w",
    "thing that a page would fetch": r"cdn\.jsdelivr|unpkg\.com|fonts\.googleapis|cdnjs\.",
    "key": r"-----BEGIN [A-Z ]*PRIVATE KEY|ghp_\w{20}|AKIA[0-9A-Z]{16}",
}


@pytest.mark.parametrize("what", UNWANTED)
def test_no_file_holds(what: str, root: Path) -> None:
    pattern = re.compile(UNWANTED[what])
    found = []
    files = tracked(root)
    assert len(files) > 10
    for path in files:
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            hit = pattern.search(line)
            if hit and path != Path(__file__).resolve():
                found.append(f"{path.relative_to(root)}:{number}: {hit[0]}")
    assert found == []


def test_the_metadata_names_what_is_there(root: Path) -> None:
    meta = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert meta["license"] == "BSD-3-Clause"
    assert all((root / name).is_file() for name in [*meta["license-files"], meta["readme"]])
    assert meta["requires-python"] == ">=3.11"
    assert any(d.startswith("python-dateutil") and "<3" in d for d in meta["dependencies"])


def test_the_wheel_holds_the_package_its_data_and_the_lessons(root: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=root,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = {
        path.relative_to(root).as_posix()
        for path in (root / "followup_kit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    wanted |= {
        f"followup_kit/notebooks/{path.relative_to(root / 'notebooks').as_posix()}"
        for path in (root / "notebooks").rglob("*.ipynb")
        if ".ipynb_checkpoints" not in path.parts
    }
    assert "followup_kit/py.typed" in wanted
    assert wanted <= names
    # Where nbconvert looks for templates and settings.
    data = {name.partition(".data/data/")[2] for name in names}
    assert {
        "share/jupyter/nbconvert/templates/followup/conf.json",
        "share/jupyter/nbconvert/templates/followup/index.html.j2",
        "share/jupyter/nbconvert/templates/followup/lesson.html.j2",
        "etc/jupyter/jupyter_nbconvert_config.json",
    } <= data
    assert {name.partition("/")[0].removesuffix(".dist-info").partition("-")[0] for name in names} == {
        "followup_kit"
    }
