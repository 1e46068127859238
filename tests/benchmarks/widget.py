"""Figures of a form: from a change in a field to the new table in the page, in Chromium.

    python tests/benchmarks/widget.py [NOTEBOOK] [--field LABEL] [--values A B]

The time runs in the page itself, from the input event to the first frame after the output has changed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.lab import Lab
from tests.browser.server import Server

WATCH = """([label, value]) => {
  const field = [...document.querySelectorAll('input, select, textarea')]
    .find(e => e.offsetParent && [...(e.labels ?? [])].some(l => l.textContent.trim().startsWith(label)));
  const area = field.closest('.jp-Cell-outputArea');
  const table = () => [...area.querySelectorAll('table')].map(t => t.textContent).join('|');
  const before = table();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { watcher.disconnect(); reject(new Error('the table did not change')); }, 10000);
    const watcher = new MutationObserver(() => {
      const now = table();
      if (now === before || !now) return;
      watcher.disconnect();
      clearTimeout(timer);
      requestAnimationFrame(() => resolve(performance.now() - start));
    });
    watcher.observe(area, {childList: true, subtree: true, characterData: true});
    field.focus();
    const start = performance.now();
    field.value = value;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
  });
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebook", nargs="?", default="04-plan-the-follow-up.ipynb")
    parser.add_argument("--field", default="Promised date", help="the label of the field, or its beginning")
    parser.add_argument("--values", nargs=2, default=["2026-03-27", "2026-03-19"], help="set in turn")
    parser.add_argument("--times", type=int, default=60)
    chosen = parser.parse_args()
    browser_path = find_chromium()
    if browser_path is None:
        sys.exit("Chromium was not found: install it or name it in FOLLOWUP_KIT_CHROMIUM.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder)).start()
        try:
            browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
            lab = Lab(browser.new_page(viewport={"width": 1400, "height": 3000}), server)
            lab.open(chosen.notebook).run_all()
            waits = []
            for turn in range(chosen.times + 5):
                waits.append(lab.page.evaluate(WATCH, [chosen.field, chosen.values[turn % 2]]))
                lab.page.wait_for_timeout(100)
            browser.close()
        finally:
            server.stop()
    warm = sorted(waits[5:])
    p95 = warm[int(0.95 * (len(warm) - 1) + 0.5)]
    print(
        f"{chosen.field} → new table, {len(warm)} changes, ms: median {statistics.median(warm):.0f}, p95 {p95:.0f}"
    )


if __name__ == "__main__":
    main()
