"""The letter studio: write a letter, see at once what was found and who says so, take it to your mail program.

The letters and their state are plain Python (:mod:`followup_kit.widgets.studio_desk`); the page
gets one view of the letter that is open and sends back the texts. Nothing is sent to anybody.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any

import ipywidgets as widgets
import traitlets

from followup_kit.advice.scaffolds import scaffold
from followup_kit.letters.check import check_letter
from followup_kit.records.letter import Checklist, Report
from followup_kit.widgets.base import plain_controls, shell
from followup_kit.widgets.controls import HERE
from followup_kit.widgets.offsets import from_utf16
from followup_kit.widgets.studio_desk import BUCKETS, Check, Contexts, Desk

__all__ = ["LetterStudio", "letter_studio"]

PAGE = HERE / "studio_page"
"""The page's side: its script in parts, joined in the order of their numbers, and its style."""

TITLES = {
    "thank_you": "Letter of thanks",
    "work_sample": "Note with a work sample",
    "check_in": "Check-in",
    "reverse_cover_letter": "Letter after the talk",
    "after_rejection": "Letter after a no",
    "acceptance": "Letter of acceptance",
}


def letter_studio(
    context: Contexts,
    text: str | Sequence[str] = "",
    kind: str = "thank_you",
    state: MutableMapping[str, Any] | None = None,
    *,
    to: str | Sequence[str] = "",
    checklist: Checklist | None = None,
    check: Check = check_letter,
    lang: str = "en",
    level: int = 4,
) -> LetterStudio:
    """A place to write a letter in, with the checklist beside it.

    ``context`` is what was noted about the interview, as :func:`followup_kit.check_letter` takes
    it; several contexts, or an interview with several people, make one letter for each, in tabs.
    ``text`` is what stands there at first (one, or one for each person). What is written, left
    out and marked is kept in ``state``, a dict of your own, or else for as long as the kernel
    runs: a cell that is run again shows it again, unless its ``text`` has changed.
    ``to`` is the address for the mail program (or one for each person). ``checklist`` is a
    teacher's own (:func:`followup_kit.load_checklist`), ``check`` a checker in place of ours.
    ``lang`` is the language of the letter for screen readers; ``level`` is that of the heading.

    Raises :class:`~followup_kit.errors.LetterError` for a context or an address that cannot be
    used, and :class:`~followup_kit.errors.UnknownName` for an unknown kind.

    >>> studio = letter_studio({"interviewer_name": "Ms. Ana Ruiz"}, "Dear Ms. Ruis,\\n\\nThank you.", state={})
    >>> studio.report["addressed_by_name"].quotes
    ('Ruis',)
    """
    desk = Desk(context, text, kind, state=state, to=to, checklist=checklist, check=check)
    return LetterStudio(desk, lang=lang, level=level)


class LetterStudio(widgets.VBox):  # type: ignore[misc]
    """The widget that :func:`letter_studio` makes.

    ``text`` and ``report`` are those of the letter that is open; ``texts`` are all of them.
    """

    def __init__(self, desk: Desk, *, lang: str = "en", level: int = 4) -> None:
        super().__init__()
        self.desk = desk
        self.page: Any
        if plain_controls():
            from followup_kit.widgets.letter_studio_plain import PlainPage

            self.page = PlainPage(desk, lang=lang)
        else:
            self.page = _page(desk, lang, level)
            self.page.observe(lambda change: self._take(change["new"]), "draft")
            self.page.on_msg(lambda _, content, __: self._asked(content))
        self.box = shell([self.page], TITLES[desk.kind], level=level)
        self.children = (self.box,)

    @property
    def active(self) -> int:
        """The number of the letter that is open, counted from 0."""
        return int(self.page.draft["active"])

    @property
    def text(self) -> str:
        """The text of the letter that is open; write another text with :meth:`write`."""
        return self.desk.text(self.active)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of all letters."""
        return tuple(self.desk.text(n) for n in range(len(self.desk)))

    @property
    def report(self) -> Report:
        """What was found in the letter that is open."""
        return self.desk.report(self.active)

    def write(self, text: str, letter: int | None = None) -> None:
        """Put ``text`` in place of a letter (the one that is open, or that number); the page can undo it.

        >>> studio = letter_studio({"interviewer_name": "Ana Ruiz"}, state={})
        >>> studio.write("Dear Ana,")
        >>> studio.text
        'Dear Ana,'
        """
        self.desk.write(self.active if letter is None else letter, text)
        draft = self.page.draft
        self.page.draft = draft | {"texts": list(self.texts), "version": draft["version"] + 1}

    # -- what the page says ----------------------------------------------------------------------

    def _take(self, draft: dict[str, Any]) -> None:
        """Keep the texts that the page sends, and answer with what is found in the open one."""
        for n, text in enumerate(draft["texts"][: len(self.desk)]):
            self.desk.write(n, str(text))
        self.page.view = self.desk.view(draft["active"], draft["version"])

    def _asked(self, content: dict[str, Any]) -> None:
        """Do what a button of the page asks for."""
        draft, item = content["draft"], str(content.get("item", ""))
        n = draft["active"]
        for m, text in enumerate(draft["texts"][: len(self.desk)]):
            self.desk.write(m, str(text))
        if content["do"] == "eml":
            name = f"{self.desk.file_name(n)}.eml"
            self.page.send({"file": name, "type": "message/rfc822"}, buffers=[self.desk.eml(n)])
            return
        if content["do"] == "silence":
            self.desk.silence(item, bool(content["on"]))
        elif content["do"] == "mark":
            text = str(draft["texts"][n])
            [(start, end)] = from_utf16(text, [(content["start"], content["end"])])
            self.desk.mark(n, item, text[start:end])
        elif content["do"] == "unmark":
            self.desk.unmark(n, item)
        self.page.view = self.desk.view(n, draft["version"])


_class: Any = None


def _page(desk: Desk, lang: str, level: int) -> Any:
    """The page's side of the studio; the class is made at its first use, for importing anywidget takes time."""
    global _class
    if _class is None:
        import anywidget

        class StudioPage(anywidget.AnyWidget):
            _esm = "\n".join(part.read_text(encoding="utf-8") for part in sorted(PAGE.glob("*.js")))
            _css = PAGE / "letter_studio.css"
            # From the page: all texts, which one is open, and a number that grows with each change.
            draft = traitlets.Dict().tag(sync=True, echo_update=False)
            # To the page: what was found in the open letter, with the number of the draft it is about.
            view = traitlets.Dict().tag(sync=True)
            # What does not change.
            names = traitlets.List(traitlets.Unicode()).tag(sync=True)
            files = traitlets.List(traitlets.Unicode()).tag(sync=True)
            earlier = traitlets.List(traitlets.Unicode()).tag(sync=True)
            starters = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
            buckets = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
            rules = traitlets.Dict().tag(sync=True)
            unknown = traitlets.List(traitlets.Unicode()).tag(sync=True)
            lang = traitlets.Unicode("en").tag(sync=True)
            level = traitlets.Int(4).tag(sync=True)

        _class = StudioPage
    every = range(len(desk))
    return _class(
        draft={"texts": [desk.text(n) for n in every], "active": 0, "version": 0},
        view=desk.view(0),
        names=list(desk.names),
        files=[desk.file_name(n) for n in every],
        earlier=list(desk.earlier),
        starters=[[s.purpose, s.text, _reason(s.rules, s.editorial)] for s in scaffold(desk.kind).starters],
        buckets=[list(pair) for pair in BUCKETS.items()],
        rules=desk.sources(),
        unknown=list(desk.unknown),
        lang=lang,
        level=level,
    )


def _reason(rules: Sequence[str], editorial: str | None) -> str:
    return f"Rules {', '.join(rules)}" if rules else f"Ours: {editorial}"
