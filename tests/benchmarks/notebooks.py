"""Figures of the notebooks: how long each takes under nbval, and all of them on two cores.

python tests/benchmarks/notebooks.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.notebooks.running import clean_environment, lessons, name_of, nbval


def timed(paths: list[Path], folder: Path, *extra: str) -> tuple[float, str]:
    """Seconds of one run, and its closing line."""
    start = time.perf_counter()
    done = nbval(paths, clean_environment(folder), *extra)
    closing = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "no output"
    return time.perf_counter() - start, closing


def main() -> None:
    found = lessons()
    if not found:
        sys.exit("There is no notebook in notebooks/.")
    with tempfile.TemporaryDirectory() as folder:
        print("each notebook under nbval, alone, s")
        for path in found:
            took, closing = timed([path], Path(folder))
            print(f"  {name_of(path):40} {took:6.1f}   {closing}")
        took, closing = timed(found, Path(folder), "-n", "2", "--dist", "loadfile")
        print(f"all {len(found)} on two cores, s\n  {took:6.1f}   {closing}")


if __name__ == "__main__":
    main()
