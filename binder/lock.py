"""Write binder/requirements.txt: the course's packages, pinned by version and hash, for the pinned Python.

    python binder/lock.py

Needs `uv` on the path. The course is the extra `course` of pyproject.toml; the build backend is pinned with
it, so that `postBuild` installs followup-kit itself without fetching anything more. No address is written:
where packages come from is the business of the machine that installs them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

BINDER = Path(__file__).resolve().parent
HEADER = (
    "# Written by binder/lock.py from pyproject.toml (extra: course, and the build backend). Do not edit.\n"
)


def pinned_python() -> str:
    """The Python of binder/runtime.txt, as ``3.11``."""
    return (BINDER / "runtime.txt").read_text("utf-8").strip().removeprefix("python-")


def lock() -> str:
    """The text of requirements.txt, resolved anew."""
    project = BINDER.parent / "pyproject.toml"
    backend = tomllib.loads(project.read_text("utf-8"))["build-system"]["requires"]
    command = [
        "uv", "pip", "compile", str(project.name), "-", "--extra", "course",
        "--python-version", pinned_python(), "--python-platform", "x86_64-unknown-linux-gnu",
        "--generate-hashes", "--no-header", "--no-annotate", "--quiet",
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=BINDER.parent, input="\n".join(backend), capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        sys.exit(done.stderr.strip())
    if re.search(r"://|--index|--find-links", done.stdout):
        sys.exit("The resolver wrote an address; requirements.txt was left as it was.")
    return HEADER + done.stdout


if __name__ == "__main__":
    target = BINDER / "requirements.txt"
    text = lock()
    target.write_text(text, "utf-8", newline="\n")
    print(f"{target.name}: {len(re.findall(r'^[a-z]', text, re.M))} packages")
