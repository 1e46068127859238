"""What holds for every notebook of the course; two files of tests ask it, so that two processes share the work."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.lab import Lab
from tests.browser.whole import ASKED, Whole
from tests.notebooks.running import all_notebooks, name_of

NOTEBOOKS = all_notebooks()
HALVES = NOTEBOOKS[: len(NOTEBOOKS) // 2], NOTEBOOKS[len(NOTEBOOKS) // 2 :]


def assert_whole(notebook: Path, lab: Lab) -> None:
    """Fail with all that is wrong with a notebook.

    It must run untouched to its end, with a clean console and its forms in the page. Then everything in it
    is opened, and axe-core and our own questions find nothing, in the light and the dark theme.
    """
    whole = Whole(lab).open(f"{name_of(notebook)}.ipynb")
    if "exercise_form" in notebook.read_text(encoding="utf-8"):
        expect(lab.page.get_by_role("button", name="Check", exact=True).first).to_be_visible()
    whole.open_up()
    wrong = {f"axe-core, {'dark' if dark else 'light'}": whole.axe(dark=dark) for dark in (False, True)}
    wrong |= {f"{ASKED[what]}, dark": whole.ask(what) for what in ("colours", "edges")}
    lab.theme(dark=False)
    wrong |= {title: whole.ask(what) for what, title in ASKED.items()}
    wrong["It fits 320 pixels"] = whole.narrow()
    wrong["The console is clean"] = list(lab.problems)
    lab.problems.clear()
    said = [f"{title}:\n  " + "\n  ".join(faults) for title, faults in wrong.items() if faults]
    assert not said, "\n".join(said)
