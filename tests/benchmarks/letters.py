"""Figures of the letter checker: time of a check, cold and warm, and of a very long text.

Run it from the project's folder: ``python tests/benchmarks/letters.py``
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Print the figures."""
    from followup_kit.letters.check import check_letter

    lines = (ROOT / "tests" / "letters" / "corpus" / "tuned.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    start = time.perf_counter()
    check_letter(rows[0]["text"], rows[0]["context"])
    print(f"first check, with all loading: {time.perf_counter() - start:.2f} s")
    body = "\n\n".join(p for r in rows[:3] for p in r["text"].split("\n\n")[1:-1])
    text = f"Dear Ms Noorzai,\n\n{body}\n\nKind regards,\nAlex Poe"
    words = check_letter(text, rows[0]["context"]).word_count
    times = []
    for row in rows:
        check_letter(row["text"], row["context"], kind=row["kind"])
    for _ in range(200):
        start = time.perf_counter()
        check_letter(text, rows[0]["context"])
        times.append(1000 * (time.perf_counter() - start))
    times.sort()
    print(
        f"{words} words, warm: median {statistics.median(times):.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms"
    )
    for count in (5_000, 10_000, 20_000):
        long = " ".join((body + " ").split() * (count // len(body.split()) + 1))
        start = time.perf_counter()
        check_letter(long, rows[0]["context"])
        print(f"{count} words: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
