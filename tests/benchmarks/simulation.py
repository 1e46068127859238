"""How long five protocols with 100,000 candidates each take to simulate, and a comparison and a score.

python -m tests.benchmarks.simulation
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import followup_kit as fk

CANDIDATES = 100_000


def main() -> None:
    """Print the figures; the calendar and the data are read before the first one."""
    case = fk.Interview(day=fk.parse_day("2026-03-02"), promised=fk.parse_day("2026-03-16"))
    planned = fk.plan(case, "persistent")
    fk.simulate("classic", n=1)

    def five() -> None:
        for protocol in fk.protocol_ids():
            fk.simulate(protocol, n=CANDIDATES, seed=7)

    show(f"simulate, 5 protocols, {CANDIDATES} candidates each", five, 3)
    show("compare, 5 protocols, 10 conflicts", lambda: fk.compare(case), 50)
    show("score, 125 rules", lambda: fk.score(planned), 50)


def show(what: str, run: Callable[[], object], times: int) -> None:
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    print(f"{what}: median {1000 * statistics.median(taken):.1f} ms, worst {1000 * max(taken):.1f} ms")


if __name__ == "__main__":
    main()
