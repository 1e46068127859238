"""Do what Binder does: a fresh environment from binder/ alone, then postBuild, then every notebook.

    python tests/binder_build.py

Needs Linux and the Python that binder/runtime.txt names. Works on a copy of what git knows of this tree, so
that a file that was never added is missed here and not by the learner.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", help="the interpreter to use, where it is not on the path")
    python = find_python(parser.parse_args().python)
    with tempfile.TemporaryDirectory(prefix="followup-kit-binder-") as folder:
        build(python, Path(folder))


def build(python: str, folder: Path) -> None:
    """Make the environment in ``folder`` and run the notebooks in it."""
    clone, environment = folder / "clone", folder / "environment"
    copy_tree(clone)
    run("Make the environment", [python, "-m", "venv", str(environment)])
    variables = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "JUPYTER", "IPYTHON", "VIRTUAL_"))
    }
    variables["PATH"] = f"{environment / 'bin'}{os.pathsep}{variables['PATH']}"
    variables["HOME"] = str(folder)
    pip = [
        "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-cache-dir",
        "--require-hashes",
        "--only-binary=:all:",
    ]
    run("Install the pins", [*pip, "-r", "binder/requirements.txt"], clone, variables)
    run("Run postBuild", ["bash", "binder/postBuild"], clone, variables)
    notebooks = sorted(p for p in (clone / "notebooks").rglob("*.ipynb") if not p.name.startswith("_"))
    if not notebooks:
        sys.exit("There is no notebook in notebooks/.")
    for notebook in notebooks:
        command = ["python", "-m", "jupyter", "execute", "--timeout=300", notebook.name]
        run(f"Run {notebook.relative_to(clone)}", command, notebook.parent, variables)
    print(f"Binder: {len(notebooks)} notebooks ran in an environment made from binder/ alone.", flush=True)


def find_python(given: str | None) -> str:
    """The interpreter that binder/runtime.txt names."""
    version = (ROOT / "binder/runtime.txt").read_text("utf-8").strip().removeprefix("python-")
    if given:
        return given
    if sys.version_info[:2] == tuple(map(int, version.split("."))):
        return sys.executable
    found = shutil.which(f"python{version}")
    if found is None:
        sys.exit(
            f"Python {version} is needed, as in binder/runtime.txt: install it, or name it with --python."
        )
    return found


def copy_tree(clone: Path) -> None:
    """Copy what git knows of the tree, as it stands now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, clone / name)


def run(
    what: str, command: list[str], folder: Path | None = None, variables: dict[str, str] | None = None
) -> None:
    """Run one step; where it fails, show what it said and stop."""
    start = time.monotonic()
    path = (variables or os.environ)["PATH"]
    program = shutil.which(command[0], path=path) or command[0]
    done = subprocess.run(
        [program, *command[1:]],
        cwd=folder,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    print(f"Binder: {what}: {time.monotonic() - start:.0f} s", flush=True)
    if done.returncode:
        sys.exit(f"{done.stdout[-6000:]}\nBinder: {what} failed with status {done.returncode}.")


if __name__ == "__main__":
    main()
