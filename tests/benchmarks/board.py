"""Figures of the campaign board: from the press of a button to the board drawn anew, in Chromium.

    python tests/benchmarks/board.py [--applications 20] [--times 60]

The time runs in the page itself, from the click to the first frame after the board's last visible change.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.lab import Lab
from tests.browser.server import Server

CELL = """
import datetime as dt, tempfile
from pathlib import Path
import followup_kit as fk

journal = fk.Journal(Path(tempfile.mkdtemp()) / "journal.sqlite")
with journal.together():
    for n in range({applications}):
        day = dt.date(2026, 2, 2) + dt.timedelta(days=n)
        interview = fk.Interview(
            day=day, promised=day + dt.timedelta(days=14) if n % 3 else None,
            company=f"Employer number {{n}} of the river valley", position="Office assistant",
            people=(fk.Person(name=f"Person {{n}}", roles=("lead_interviewer",)),),
        )
        id = journal.add(interview, fk.protocol_ids()[n % 5], calendar=("US", "DE-BY", "GB")[n % 3])
        journal.record(id, fk.Event.parse(f"sent:{{day}}:thank_you"))
        if n % 4 == 1:
            journal.record(id, fk.Event.parse(f"delayed:{{day + dt.timedelta(days=5)}}"))
        if n % 4 == 2:
            journal.record(id, fk.Event.parse(f"replied:{{day + dt.timedelta(days=6)}}"))
fk.campaign_board(journal, dt.date(2026, 3, 10))
"""

WATCH = """(name) => {
  const button = [...document.querySelectorAll('button')].find(b => b.textContent.trim() === name);
  const area = button.closest('.jp-Cell-outputArea');
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => { watcher.disconnect(); reject(new Error('nothing changed')); }, 10000);
    let start, shown, quiet;
    const watcher = new MutationObserver((changes) => {
      // What is spoken follows on purpose a moment later.
      if (changes.every(c => c.target.closest?.('[role=status]'))) return;
      clearTimeout(late);
      requestAnimationFrame(() => { shown = performance.now() - start; });
      clearTimeout(quiet);
      quiet = setTimeout(() => { watcher.disconnect(); resolve(shown); }, 500);
    });
    watcher.observe(area, {childList: true, subtree: true, characterData: true, attributes: true});
    button.focus();
    setTimeout(() => { start = performance.now(); button.click(); }, 50);
  });
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--applications", type=int, default=20)
    parser.add_argument("--times", type=int, default=60)
    chosen = parser.parse_args()
    browser_path = find_chromium()
    if browser_path is None:
        sys.exit("Chromium was not found: install it or name it in FOLLOWUP_KIT_CHROMIUM.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder)).start()
        try:
            made = nbformat.v4.new_notebook(
                cells=[nbformat.v4.new_code_cell(CELL.format(applications=chosen.applications))]
            )
            made.metadata["kernelspec"] = {
                "name": "python3",
                "display_name": "Python 3",
                "language": "python",
            }
            nbformat.write(made, server.folder / "board.ipynb")
            browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
            lab = Lab(browser.new_page(viewport={"width": 1400, "height": 3000}), server)
            lab.open("board.ipynb").run_all()
            lab.page.get_by_label("What happened").select_option(label="The decision is delayed")
            lab.page.wait_for_timeout(1000)
            waits = []
            for turn in range(chosen.times + 4):
                waits.append(lab.page.evaluate(WATCH, ("Record", "Take back the newest")[turn % 2]))
            browser.close()
        finally:
            server.stop()
    warm = sorted(waits[4:])
    p95 = warm[int(0.95 * (len(warm) - 1) + 0.5)]
    print(
        f"one event → board of {chosen.applications} applications, {len(warm)} times, ms: "
        f"median {statistics.median(warm):.0f}, p95 {p95:.0f}, longest {warm[-1]:.0f}"
    )


if __name__ == "__main__":
    main()
