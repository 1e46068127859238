"""The letter studio from plain ipywidgets, for pages that run no script of ours.

The same desk, the same findings and the same ways out; the words found are quoted in the list
instead of being underlined in the text.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets

from followup_kit.advice.scaffolds import scaffold
from followup_kit.widgets.base import Checklist, Choice, Field, html
from followup_kit.widgets.offsets import from_utf16
from followup_kit.widgets.studio_desk import BUCKETS, Desk

__all__ = ["PlainPage"]

_LONG = "This letter is long for a link: some mail programs cut it short. The draft file holds all of it."


class PlainPage(widgets.VBox):  # type: ignore[misc]
    """Has the same ``draft`` and ``view`` as the page with a script."""

    draft = traitlets.Dict()
    view = traitlets.Dict()

    def __init__(self, desk: Desk, *, lang: str = "en") -> None:
        super().__init__()
        self._desk, self._lang, self._settling = desk, lang, False
        items = [(item, title) for item, title in desk.titles.items()]
        self.person = Choice("Letter to", [(str(n), name) for n, name in enumerate(desk.names)])
        self.letter = Field("Your letter", rows=14)
        self.found = html()
        self.ways = html()
        self.left = Checklist("Leave out of the list", items)
        self.seen = Checklist("I have seen to these myself", items)
        for several in (self.left, self.seen):
            several.inner.layout.width = "min(100%, 40rem)"
            several.inner.rows = 8
        self.draft = {"texts": [desk.text(n) for n in range(len(desk))], "active": 0, "version": 0}
        self._open(0)
        self.observe(lambda _: self._follow(), "draft")
        for control in (self.letter, self.left, self.seen):
            control.observe(lambda _: self._changed(), "value")
        self.person.observe(lambda change: self._open(int(change["new"] or 0)), "value")
        persons = (self.person,) if len(desk) > 1 else ()
        self.children = (
            *persons,
            html(self._starters()),
            self.letter,
            self.found,
            self.left,
            self.seen,
            self.ways,
        )

    def _open(self, n: int) -> None:
        self._settling = True
        try:
            self.draft = self.draft | {"active": n}
            self.person.value = str(n)
            self.letter.value = self._desk.text(n)
            self.left.value = list(self._desk.silenced(n))
            self.seen.value = list(self._desk.marks(n))
        finally:
            self._settling = False
        self._draw()

    def _follow(self) -> None:
        """A text was written from Python."""
        if not self._settling:
            self._open(self.draft["active"])

    def _changed(self) -> None:
        if self._settling:
            return
        n = self.draft["active"]
        self._desk.write(n, self.letter.value)
        for item in set(self.left.value) ^ set(self._desk.silenced(n)):
            self._desk.silence(item, item in self.left.value)
        for item in set(self.seen.value) - set(self._desk.marks(n)):
            self._desk.mark(n, item)
        for item in set(self._desk.marks(n)) - set(self.seen.value):
            self._desk.unmark(n, item)
        self._draw()

    def _draw(self) -> None:
        n = self.draft["active"]
        self.view = self._desk.view(n)
        self.found.value = self._findings() + f"<p><strong>{escape(self.view['words'])}</strong></p>"
        self.ways.value = self._ways(n)

    def _findings(self) -> str:
        note = f"<p>{escape(self.view['note'])}</p>" if self.view["note"] else ""
        parts = []
        for bucket, title in BUCKETS.items():
            found = [f for f in self.view["findings"] if f["bucket"] == bucket]
            if not found:
                continue
            lines = "".join(f"<li>{self._line(f)}</li>" for f in found)
            head = f"{escape(title)}: {len(found)}"
            if bucket in {"met", "left", "rest"}:
                parts.append(f"<details><summary>{head}</summary><ul>{lines}</ul></details>")
            else:
                parts.append(f"<p><strong>{head}</strong></p><ul>{lines}</ul>")
        return note + "".join(parts)

    def _line(self, finding: dict[str, Any]) -> str:
        text = self._desk.text(self.view["letter"])
        spans = from_utf16(text, [(a, b) for a, b in finding["spans"]])
        quotes = " ".join(
            f'<q lang="{escape(self._lang)}" dir="auto">{escape(text[a:b])}</q>' for a, b in spans
        )
        said = [
            f"{escape(finding['title'])}: {escape(finding['message'])}",
            quotes,
            escape(finding["suggestion"]),
        ]
        rules = f"({escape(', '.join(finding['rules']))})" if finding["rules"] else ""
        return " ".join(filter(None, [*said, rules]))

    def _starters(self) -> str:
        lines = "".join(
            f"<li><strong>{escape(s.purpose)}</strong>: {escape(s.text)}</li>"
            for s in scaffold(self._desk.kind).starters
        )
        return f"<details><summary>Sentence starters for a blank page</summary><ol>{lines}</ol></details>"

    def _ways(self, n: int) -> str:
        """Links that need no script: the mail program, the draft file, the text file."""
        if not self.view["mailto"]:
            return ""
        name = self._desk.file_name(n)
        text = self._desk.text(n).encode("utf-8")
        links = [
            f'<a href="{escape(self.view["mailto"])}" target="_blank" rel="noopener">Open in my mail program</a>',
            _file(f"{name}.eml", "message/rfc822", self._desk.eml(n), "Save as e-mail draft (.eml)"),
            _file(f"{name}.txt", "text/plain;charset=utf-8", text, "Download as text"),
        ]
        long = "" if self.view["fits"] else f"<p>{_LONG}</p>"
        return f'<p class="fk-ways">{" · ".join(links)}</p>{long}<p>Nothing is sent from here.</p>'


def _file(name: str, kind: str, content: bytes, text: str) -> str:
    data = b64encode(content).decode()
    return f'<a download="{escape(name)}" href="data:{kind};base64,{data}">{escape(text)}</a>'
