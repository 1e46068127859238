"""A whole notebook in JupyterLab, run and opened to its last hint, and what is asked of all that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.accessibility import TAGS
from tests.browser.lab import Lab

SCRIPT = Path(__file__).with_name("whole.js")
WIDE, NARROW, TALL = ({"width": w, "height": h} for w, h in ((1400, 1000), (320, 1000), (1400, 5000)))
"""320 CSS pixels are what WCAG asks for in place of a zoom of 400 %."""

# Everything that shows more when it is pressed; Delete and Save are pressed where they must refuse.
BUTTONS = [
    "Check", "Check my answers", "Hint", "Hint", "Hint", "Solution", "Save", "Delete", "Start my letter", "Record",
    "They need more time", "Save a copy", "Bring it in", "Add an interview",
]  # fmt: skip

# Of the rules that depend on the theme, those of WCAG A and AA; the others were asked in the light one.
OF_THE_THEME = ["color-contrast", "link-in-text-block"]

ASKED = {
    "headings": "Headings are in order",
    "tables": "Tables have heads and a caption",
    "controls": "Controls have a bound, visible label that is in their name",
    "targets": "Targets are 24 pixels or more",
    "focus": "The focus is seen",
    "motion": "Nothing moves where less motion is wanted",
    "edges": "The edges of fields are seen",
    "colours": "Nothing is said by colour alone",
}


class Whole:
    """A notebook in an opened JupyterLab. All its methods return faults, one text each; none where all is well."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.page = lab.page

    def open(self, notebook: str) -> Whole:
        """Open it, run it, and load what asks."""
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        self.lab.open(notebook).run_all()
        expect(self.page.locator("#jupyterlab-splash")).to_have_count(0)
        self.page.evaluate(SCRIPT.read_text("utf-8"))
        self.page.evaluate(AXE_SCRIPT)
        return self

    def open_up(self) -> Whole:
        """Answer every question wrongly, ask for every hint and solution, and unfold what is folded."""
        self._do("answer")
        self._settle()
        self._do("press", BUTTONS)
        self._settle()
        self._do("unfoldDetails")
        return self

    def axe(self, *, dark: bool) -> list[str]:
        """What axe-core finds in what is ours: all rules of WCAG 2.2 A and AA in light, those of colours in dark."""
        self.lab.theme(dark)
        self._rest()
        only = {"type": "rule", "values": OF_THE_THEME} if dark else {"type": "tag", "values": TAGS}
        more = {} if dark else {"rules": {"label-content-name-mismatch": {"enabled": True}}}
        with self._spread():
            found = self._do("axeOn", {"runOnly": only, **more})
        assert found["planted"], "the notebook shows nothing"
        assert not found["overlooked"], f"axe-core did not look at: {found['overlooked']}"
        return [f"{n['rule']}: {n['help']}: {n['html']}" for n in found["nodes"]]

    def axe_on_the_page(self, where: Iterable[str], *, dark: bool) -> list[dict[str, Any]]:
        """What axe-core finds in the whole page that is not ours, with the selectors of ``where`` that fit."""
        self.page.set_viewport_size(TALL)  # type: ignore[arg-type]
        self.lab.theme(dark)
        self._rest()
        style = self.page.add_style_tag(
            content="body { overflow: visible !important; height: 100vh !important; }"
        )
        found = self._do("axeOn", {"runOnly": {"type": "tag", "values": TAGS}}, True, list(where))
        style.evaluate("element => element.remove()")
        return [n for n in found["nodes"] if not n["ours"]]

    def ask(self, what: str) -> list[str]:
        """One of :data:`ASKED`."""
        if what == "focus":
            self.page.keyboard.press("Shift")  # from now on the page is worked by keys
        found: list[str] = self._do(what)
        return found

    def narrow(self) -> list[str]:
        """What does not fit a page 320 pixels wide, or scrolls both ways there."""
        self.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        self.page.wait_for_timeout(500)
        found: list[str] = self._do("overflow")
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        return found

    def _do(self, name: str, *arguments: Any) -> Any:
        return self.page.evaluate("([name, given]) => window.fkWhole[name](...given)", [name, arguments])

    def _settle(self) -> None:
        """Until the kernel has answered what was typed and pressed."""
        self.page.wait_for_timeout(300)
        self.lab.wait_until_idle()
        self.page.wait_for_timeout(200)
        self.lab.wait_until_idle()

    def _rest(self) -> None:
        """Until the theme's colours have stopped fading."""
        self.page.wait_for_timeout(300)

    @contextmanager
    def _spread(self) -> Iterator[None]:
        self._do("spread")
        try:
            yield
        finally:
            self._do("unspread")
