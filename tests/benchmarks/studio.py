"""Figures of the letter studio: from a key to its underline in the page, in Chromium.

    python tests/benchmarks/studio.py [--times 60] [--words 200]

Each key is pressed by the browser's own input; the time runs in the page, from the keydown event to
the first frame after the underline of the word that the key has spoiled (or mended) has changed.
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
from tests.browser.studio import Studio

WATCH = """area => {
  const over = area.parentElement.querySelector('.fk-over');
  const marked = () => [...over.querySelectorAll('.fk-fix')].some(m => m.dataset.items.includes('addressed_by_name'));
  let start = 0, before = false;
  window.fkTimes = [];
  area.addEventListener('keydown', () => { start = performance.now(); before = marked(); });
  new MutationObserver(() => {
    if (!start || marked() === before) return;
    const begun = start;
    start = 0;
    requestAnimationFrame(() => {
      window.fkTimes.push(performance.now() - begun);
      window.fkDone?.();
    });
  }).observe(over, {childList: true, subtree: true, characterData: true, attributes: true});
}"""

# Waits without asking again and again, which would keep the page drawing.
WAIT = """n => window.fkTimes.length > n || new Promise(done => { window.fkDone = () => done(true); })"""

LETTER = "Dear Ms. Ruiz,\n\n{body}\n\nKind regards,\nLi Wei"
SENTENCE = "Thank you for showing me how the tomato trial is run in the new glass house. "


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=60, help="keys that are measured")
    parser.add_argument("--words", type=int, default=200, help="words in the letter")
    chosen = parser.parse_args()
    browser_path = find_chromium()
    if browser_path is None:
        sys.exit("Chromium was not found: install it or name it in FOLLOWUP_KIT_CHROMIUM.")
    body = (SENTENCE * (chosen.words // len(SENTENCE.split()) + 1)).split()[: chosen.words]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder)).start()
        try:
            browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            page.set_default_timeout(60_000)
            studio = Studio(Lab(page, server).open("practice/letter_studio.ipynb").run_all(), 2).settle()
            studio.fill(LETTER.format(body=" ".join(body)))
            studio.area.scroll_into_view_if_needed()
            studio.area.evaluate(WATCH)
            studio.area.focus()
            studio.area.evaluate("a => a.setSelectionRange(12, 13)")
            for n in range(chosen.times + 5):
                # z and s in turn: the name is right, the name is wrong.
                page.keyboard.press("s" if n % 2 == 0 else "z")
                page.evaluate(WAIT, n)
                studio.area.evaluate("a => a.setSelectionRange(12, 13)")
                page.wait_for_timeout(120)
            times = sorted(page.evaluate("() => window.fkTimes")[5:])
            browser.close()
        finally:
            server.stop()
    p95 = times[min(len(times) - 1, round(0.95 * len(times)) - 1)]
    print(
        f"key to underline, {chosen.words} words, {len(times)} keys: median {statistics.median(times):.0f} ms, "
        f"p95 {p95:.0f} ms, longest {times[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()
