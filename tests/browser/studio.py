"""The letter studio as a test drives it, and where Chromium really draws the words of its text area."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import CDPSession, Locator, Page

from tests.browser.lab import Lab

# A text area's words have no boxes that a script of the page can ask for: its inner tree is the
# browser's own. The debugging protocol reaches into it.
RECTS = """function (start, end) {
  const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const range = document.createRange();
  let seen = 0, begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType !== 3) { seen += node.tagName === 'BR'; continue; }
    const length = node.data.length;
    if (!begun && start < seen + length) { range.setStart(node, start - seen); begun = true; }
    if (begun && end <= seen + length) { range.setEnd(node, end - seen); break; }
    seen += length;
  }
  return [...range.getClientRects()].filter(r => r.width > 0).map(r => [r.left, r.top, r.right, r.bottom]);
}"""

# The marks' boxes by item and by span: neighbouring pieces of one finding belong together.
MARKS = """area => [...area.parentElement.querySelectorAll('.fk-over .fk-mark')].map(m => ({
  text: m.textContent,
  items: m.dataset.items.split(' '),
  start: [...m.parentElement.childNodes].slice(0, [...m.parentElement.childNodes].indexOf(m))
    .reduce((n, c) => n + c.textContent.length, 0),
  rects: [...m.getClientRects()].filter(r => r.width > 0).map(r => [r.left, r.top, r.right, r.bottom]),
}))"""

# Notes every change of the status line, with its time, from now on.
WATCH_STATUS = """status => {
  window.fkSaid = [];
  new MutationObserver(() => window.fkSaid.push([status.textContent, performance.now()]))
    .observe(status, {childList: true, characterData: true, subtree: true});
}"""


# A reader's own style: more room between letters, words and lines.
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""


class Studio:
    """One letter studio, below the code cell of that number; ``area`` is the open letter."""

    def __init__(self, lab: Lab, cell: int) -> None:
        self.lab = lab
        self.page: Page = lab.page
        self.root: Locator = lab.output(cell).locator(".fk-studio")
        self.area: Locator = self.root.locator("textarea:visible")
        self.status: Locator = self.root.get_by_role("status")

    def fill(self, text: str) -> Studio:
        """Put a text in as a person would who pastes it, and wait for what is found in it."""
        self.area.fill(text)
        return self.settle()

    def settle(self) -> Studio:
        """Wait until the kernel has answered about the newest text, and the marks are drawn."""
        self.lab.wait_until_idle()
        self.page.wait_for_timeout(150)
        self.lab.wait_until_idle()
        return self

    def marks(self) -> list[dict[str, Any]]:
        """The marks in the order of the text: their words, items, place and boxes."""
        found: list[dict[str, Any]] = self.area.evaluate(MARKS)
        return found

    def button(self, name: str) -> Locator:
        """A button by the beginning of its name."""
        return self.root.get_by_role("button", name=name).locator("visible=true").first

    def words(self, start: int, end: int) -> list[list[float]]:
        """The boxes in which the text area itself draws a stretch of its text (UTF-16 units)."""
        session = self.page.context.new_cdp_session(self.page)
        try:
            editor = self._inner_editor(session)
            answer = session.send(
                "Runtime.callFunctionOn",
                {
                    "objectId": editor,
                    "functionDeclaration": RECTS,
                    "arguments": [{"value": start}, {"value": end}],
                    "returnByValue": True,
                },
            )
            found: list[list[float]] = answer["result"]["value"]
            return found
        finally:
            session.detach()

    def _inner_editor(self, session: CDPSession) -> str:
        self.page.evaluate(
            "id => { window.fkArea = document.getElementById(id); }", self.area.get_attribute("id")
        )
        area = session.send("Runtime.evaluate", {"expression": "window.fkArea"})["result"]["objectId"]
        node = session.send("DOM.describeNode", {"objectId": area, "depth": -1, "pierce": True})["node"]
        inner = node["shadowRoots"][0]["children"][0]["backendNodeId"]
        object_id: str = session.send("DOM.resolveNode", {"backendNodeId": inner})["object"]["objectId"]
        return object_id


def selection(studio: Studio) -> str:
    """The words of the letter that are selected."""
    text: str = studio.area.evaluate("a => a.value.slice(a.selectionStart, a.selectionEnd)")
    return text


def widen(studio: Studio) -> None:
    """Enlarge the text spacing of the whole page, as a reader's own style does."""
    studio.page.add_style_tag(content=SPACING).evaluate("style => style.classList.add('fk-test')")


def item(studio: Studio, name: str) -> Locator:
    """An item's line in the checklist."""
    return studio.root.locator(f"li[data-item='{name}']")


def farthest(studio: Studio) -> float:
    """How many pixels the mark that strays most is from its words, over all sides of all boxes."""
    most = 0.0
    marks = studio.marks()
    assert marks
    for mark in marks:
        start = mark["start"]
        words = joined(studio.words(start, start + len(mark["text"].encode("utf-16-le")) // 2))
        drawn = joined(mark["rects"])
        assert len(drawn) == len(words), (mark["text"], drawn, words)
        for box, other in zip(drawn, words, strict=True):
            most = max(most, *(abs(a - b) for a, b in zip(box, other, strict=True)))
    return most


def joined(rects: list[list[float]]) -> list[list[float]]:
    """Boxes on one line that touch, as one box."""
    lines: list[list[float]] = []
    for left, top, right, bottom in sorted(rects, key=lambda r: (round(r[1]), r[0])):
        last = lines[-1] if lines else None
        if last and abs(last[1] - top) < 3 and left - last[2] < 1.5:
            last[2] = max(last[2], right)
            last[3] = max(last[3], bottom)
        else:
            lines.append([left, top, right, bottom])
    return lines
