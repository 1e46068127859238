"""Figures of the notebooks: how long each takes under nbval, and all of them on two cores.

python tests/benchmarks/notebooks.py         # each alone, then all
python tests/benchmarks/notebooks.py all
"""

from __future__ import annotations

import os
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
        if sys.argv[1:] != ["all"]:
            print("each notebook under nbval, alone, s")
        for path in [] if sys.argv[1:] == ["all"] else found:
            took, closing = timed([path], Path(folder))
            print(f"  {name_of(path):40} {took:6.1f}   {closing}")
        before = os.times()
        took, closing = timed(found, Path(folder), "-n", "2", "--dist", "loadfile")
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        print(f"all {len(found)} on two cores, s (aim: 90)\n  {took:6.1f}   {closing}")
        print(f"  processor time {used:.1f}, so {used / 2:.1f} at best; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
