"""Which notebooks there are, and how they are run and compared."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NOTEBOOKS = ROOT / "notebooks"
SANITIZE = Path(__file__).with_name("sanitize.cfg")


def all_notebooks() -> list[Path]:
    """Every notebook of the course, in order, with the templates (whose names begin with ``_``)."""
    return sorted(p for p in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts)


def lessons() -> list[Path]:
    """The notebooks that run: all but the templates."""
    return [p for p in all_notebooks() if not p.name.startswith("_")]


def name_of(path: Path) -> str:
    """A notebook's path below ``notebooks``, as a name for a test."""
    return path.relative_to(NOTEBOOKS).with_suffix("").as_posix()


def clean_environment(folder: Path) -> dict[str, str]:
    """The environment for Jupyter without the user's own settings; its files go to ``folder``."""
    drop = ("PYTEST", "COV_", "JUPYTER", "IPYTHON")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(drop)}
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return kept | {
        "PYTHONPATH": path,
        "PYTHONUTF8": "1",
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "IPYTHONDIR": str(folder / "ipython"),
        "FOLLOWUP_KIT_COURSE_FOLDER": str(folder / "my-course"),
    }


def nbval(
    paths: Sequence[Path], environment: Mapping[str, str], *extra: str
) -> subprocess.CompletedProcess[str]:
    """Run notebooks from top to bottom in fresh kernels and compare every output with the stored one.

    In a pytest of its own: cells run in order, whatever the order of the other tests.
    """
    command = [
        sys.executable, "-m", "pytest", *map(str, paths),
        "--nbval", f"--nbval-sanitize-with={SANITIZE}", "--nbval-current-env", "--nbval-cell-timeout=120",
        "--override-ini=addopts=", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:playwright",
        "-W", "default", "-q", "-rfE", "--color=no", *extra,
    ]  # fmt: skip
    return subprocess.run(
        command,
        cwd=ROOT,
        env=dict(environment),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=600,
    )
