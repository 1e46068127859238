"""The campaign board: the day over all applications, and a form for what happened."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

import ipywidgets as widgets

from followup_kit.errors import CaseError, FollowUpError
from followup_kit.journal.agenda import agenda
from followup_kit.journal.entries import planned
from followup_kit.journal.notices import notices
from followup_kit.journal.store import Journal
from followup_kit.outputs.campaign import agenda_html, campaign_timeline, changes, notices_html
from followup_kit.outputs.html import plan_table
from followup_kit.records.case import Event
from followup_kit.records.journal import Entry
from followup_kit.records.plan import Plan
from followup_kit.widgets.base import Field, Framed, button, html, row, shell

__all__ = ["CampaignBoard", "campaign_board"]

HAPPENED = (
    ("I did a step", "sent"),
    ("They answered, without a decision", "replied"),
    ("The decision is delayed", "delayed"),
    ("They asked me to a further interview", "next_round"),
    ("They made an offer", "offer"),
    ("I accepted", "accepted"),
    ("They chose somebody else", "rejected"),
    ("They asked me not to call", "asked_not_to_call"),
    ("They asked me not to write", "asked_not_to_contact"),
    ("I put a step off", "snoozed"),
    ("I take up again what I had let go", "reopened"),
)
_NEEDS_STEP = ("sent", "snoozed")
_NEEDS_DATE = ("delayed", "snoozed")
_STYLE = {"description_width": "11em"}


def campaign_board(journal: Journal, today: dt.date, *, level: int = 4) -> CampaignBoard:
    """A widget that shows the day and records what happened; every event is in the journal at once.

    ``today`` is the local day that counts as today; ``level`` is that of its heading.
    """
    return CampaignBoard(journal, today, level)


class CampaignBoard(Framed):
    """The widget that :func:`campaign_board` makes. ``record()`` and ``undo()`` do what its buttons do."""

    def __init__(self, journal: Journal, today: dt.date, level: int) -> None:
        super().__init__()
        self._journal, self._today, self._level = journal, today, level
        self._plans: list[tuple[Entry, Plan]] = []
        self.day, self.timeline, self.plan, self.message = html(), html(), html(), html()
        self.application = widgets.Dropdown(description="Application", options=[("", "")], style=_STYLE)
        self.happened = widgets.Dropdown(description="What happened", options=HAPPENED, style=_STYLE)
        self.step = widgets.Dropdown(description="Which step", options=[("", "")], style=_STYLE)
        self.on = widgets.DatePicker(description="On which day", value=today, style=_STYLE)
        self.new_date = widgets.DatePicker(description="New date", style=_STYLE)
        self.note = Field("Your note, or why (stays in your journal)")
        self.buttons = row(
            [button("Record", self.record, primary=True), button("Take back the newest", self.undo)]
        )
        self.form = widgets.VBox()
        self.box = shell(
            [self.day, self.timeline, self.form, self.message, self.plan], "Campaign board", level=level
        )
        self.children = (self.box,)
        self.redraw()
        self.application.observe(self._follow, "value")
        self.happened.observe(self._follow, "value")

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """The widget; where no widgets are shown, the text of its box."""
        shown: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        return shown | {"text/plain": self.box._repr_mimebundle_()["text/plain"]}

    def redraw(self) -> None:
        """Read the journal anew and show the day."""
        entries = self._journal.entries()
        self._plans = [(e, planned(e, self._today)) for e in entries]
        below = self._level + 1
        self.day.value = agenda_html(agenda(self._plans, self._today), level=below) + notices_html(
            notices(self._plans), level=below
        )
        self.timeline.value = campaign_timeline(self._plans)
        options = [(f"{e.label} ({e.interview.day})", e.id) for e in entries] or [("no interviews yet", "")]
        if tuple(options) != tuple(self.application.options):
            chosen = self.application.value
            self.application.options = options
            ids = [id for _, id in options]
            self.application.value = chosen if chosen in ids else ids[0]
        self._follow()

    def record(self) -> None:
        """Record what the form says, and say what it changed."""
        self._act(lambda entry: self._journal.record(entry.id, self._event()))

    def undo(self) -> None:
        """Take back the newest event of the chosen application."""
        self._act(lambda entry: self._journal.undo(entry.id))

    def _act(self, change: Any) -> None:
        try:
            entry, before = self._chosen()
            after: Plan = change(entry)
        except FollowUpError as error:
            self.message.value = f'<p class="fk-error">{escape(str(error))}</p>'
            self.box.announce(str(error), again=True)
            return
        said = changes(before, after) or ("Recorded. No date changed.",)
        items = "".join(f'<li dir="auto">{escape(s)}</li>' for s in said)
        self.message.value = f"<p>Recorded. What changed, and why:</p><ul>{items}</ul>"
        self.note.value = ""
        self.new_date.value = None
        self.redraw()
        self.box.announce(" ".join(said), again=True)

    def _chosen(self) -> tuple[Entry, Plan]:
        for entry, plan in self._plans:
            if entry.id == self.application.value:
                return entry, plan
        raise CaseError("There is no interview in your journal yet: add one first.")

    def _event(self) -> Event:
        kind = self.happened.value
        if self.on.value is None:
            raise CaseError("Fill in the day on which it happened.")
        return Event(
            kind=kind,
            on=self.on.value,
            step=self.step.value or None if kind in _NEEDS_STEP else None,
            new_date=self.new_date.value if kind in _NEEDS_DATE else None,
            note=self.note.value,
        )

    def _follow(self, _: object = None) -> None:
        """Offer what goes with the chosen application and event, and show that application's plan."""
        found = next((p for e, p in self._plans if e.id == self.application.value), None)
        steps = dict.fromkeys((t.title, t.step) for t in found or () if t.open)
        options = list(steps) or [("nothing is open", "")]
        if tuple(options) != tuple(self.step.options):
            self.step.options = options
        kind = self.happened.value
        self.new_date.description = "New date" if kind == "snoozed" else "New date, if known"
        shown = [self.application, self.happened]
        shown += [self.step] if kind in _NEEDS_STEP else []
        shown += [self.on] + ([self.new_date] if kind in _NEEDS_DATE else [])
        self.form.children = (*shown, self.note, self.buttons)
        self.plan.value = plan_table(found) if found else ""
