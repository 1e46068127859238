"""The campaign board: the day over all applications, and a form for what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
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
from followup_kit.outputs.words import when
from followup_kit.records.case import Event
from followup_kit.records.journal import Entry
from followup_kit.records.plan import Plan
from followup_kit.widgets.application_form import ApplicationForm
from followup_kit.widgets.base import DayField, Field, Framed, Select, button, html, row, shell

__all__ = ["CampaignBoard", "campaign_board"]

HAPPENED = (
    ("sent", "I did a step"),
    ("replied", "They answered, without a decision"),
    ("delayed", "The decision is delayed"),
    ("next_round", "They asked me to a further interview"),
    ("offer", "They made an offer"),
    ("accepted", "I accepted"),
    ("rejected", "They chose somebody else"),
    ("asked_not_to_call", "They asked me not to call"),
    ("asked_not_to_contact", "They asked me not to write"),
    ("snoozed", "I put a step off"),
    ("reopened", "I take up again what I had let go"),
)
_NEEDS_STEP = ("sent", "snoozed")
_NEEDS_DATE = ("delayed", "snoozed")
_ADD, _CLOSE = "Add an interview", "Close the form"


def campaign_board(journal: Journal, today: dt.date, *, level: int = 4) -> CampaignBoard:
    """A widget that shows the day and records what happened; every event is in the journal at once.

    ``today`` is the local day that counts as today; ``level`` is that of its heading.
    """
    return CampaignBoard(journal, today, level)


class CampaignBoard(Framed):
    """The widget that :func:`campaign_board` makes. ``record()``, ``undo()`` and ``add()`` do what its buttons do."""

    def __init__(self, journal: Journal, today: dt.date, level: int) -> None:
        super().__init__()
        self._journal, self._today, self._level = journal, today, level
        self._plans: list[tuple[Entry, Plan]] = []
        self.day, self.timeline, self.plan, self.message = html(), html(), html(), html()
        self.application = Select("Application")
        self.happened = Select("What happened", HAPPENED)
        self.step = Select("Which step")
        self.on = DayField("On which day", day=today)
        self.new_date = DayField("New date")
        self.note = Field("Your note, or why (stays in your journal)")
        self.buttons = row(
            [button("Record", self.record, primary=True), button("Take back the newest", self.undo)]
        )
        entries = journal.entries()
        self.interview = ApplicationForm(entries[-1].settings.calendar if entries else "US")
        self.added = html()
        self._entering = (self.interview, row([button("Add", self.add, primary=True)]), self.added)
        self.opener = button(_ADD, self.open_or_close)
        self.adding, self.form = widgets.VBox(), widgets.VBox()
        self.adding.add_class("fk-entering")
        self.box = shell(
            [self.day, self.timeline, row([self.opener]), self.adding, self.form, self.message, self.plan],
            "Campaign board",
            level=level,
        )
        self.children = (self.box,)
        self.redraw()
        self._show_form(not entries)
        self.application.observe(self._follow, "value")
        self.happened.observe(self._follow, "value")

    def redraw(self) -> None:
        """Read the journal anew and show the day."""
        entries = self._journal.entries()
        self._plans = [(e, planned(e, self._today, cancelled=False)) for e in entries]
        below = self._level + 1
        self.day.value = agenda_html(agenda(self._plans, self._today), level=below) + notices_html(
            notices(self._plans), level=below
        )
        self.timeline.value = campaign_timeline(self._plans)
        self.application.offer(
            [(e.id, f"{e.label} ({e.interview.day})") for e in entries] or [("", "no interviews yet")]
        )
        self._follow()

    def record(self) -> None:
        """Record what the form says, and say what it changed; a further interview is asked for at once."""
        done = self._act(lambda entry: self._journal.record(entry.id, self._event()))
        if done and self.happened.value == "next_round":
            known = self._chosen()[0].interview
            self.interview.begin(known.company, known.position)
            self.added.value = "<p>Enter the further interview here, as soon as you know its day.</p>"
            self._show_form(True)

    def undo(self) -> None:
        """Take back the newest event of the chosen application."""
        self._act(lambda entry: self._journal.undo(entry.id))

    def open_or_close(self) -> None:
        """Show the form for an interview, or put it away."""
        self.added.value = ""
        self._show_form(not self.adding.children)

    def add(self) -> None:
        """Add the interview in the form to the journal; it is the chosen application from then on."""
        try:
            id = self.interview.add(self._journal)
        except FollowUpError as error:
            self._refuse(str(error), self.added)
            return
        if id is None:
            self._refuse(self.interview.wrong(), self.added)
            return
        self.interview.begin()
        self.redraw()
        self.application.value = id
        entry, plan = self._chosen()
        upcoming = plan.next(self._today)
        after = f"Next: {upcoming.title}, {when(upcoming)}." if upcoming else "Nothing is left to do there."
        said = f"Added: {entry.label}. {after}"
        self.added.value = f'<p dir="auto">{escape(said)}</p>'
        self.box.announce(said, again=True)

    def _show_form(self, shown: bool) -> None:
        self.opener.description = _CLOSE if shown else _ADD
        self.adding.children = self._entering if shown else ()

    def _refuse(self, why: str, place: widgets.HTML) -> None:
        place.value = f'<p class="fk-error">{escape(why)}</p>'
        self.box.announce(why, again=True)

    def _act(self, change: Callable[[Entry], Plan]) -> bool:
        try:
            entry, before = self._chosen()
            after: Plan = change(entry)
        except FollowUpError as error:
            self._refuse(str(error), self.message)
            return False
        said = changes(before, after) or ("Recorded. No date changed.",)
        items = "".join(f'<li dir="auto">{escape(s)}</li>' for s in said)
        self.message.value = f"<p>Recorded. What changed, and why:</p><ul>{items}</ul>"
        self.note.value = ""
        self.new_date.day = None
        self.redraw()
        self.box.announce(" ".join(said), again=True)
        return True

    def _chosen(self) -> tuple[Entry, Plan]:
        """The chosen application, and its plan with what was cancelled."""
        for entry, _ in self._plans:
            if entry.id == self.application.value:
                return entry, planned(entry, self._today)
        raise CaseError("There is no interview in your journal yet: add one first.")

    def _event(self) -> Event:
        kind: Any = self.happened.value
        if self.on.day is None:
            raise CaseError("Fill in the day on which it happened.")
        return Event(
            kind=kind,
            on=self.on.day,
            step=self.step.value or None if kind in _NEEDS_STEP else None,
            new_date=self.new_date.day if kind in _NEEDS_DATE else None,
            note=self.note.value,
        )

    def _follow(self, _: object = None) -> None:
        """Offer what goes with the chosen application and event, and show that application's plan."""
        found = self._chosen()[1] if self._plans else None
        steps = dict.fromkeys((t.step, t.title) for t in found or () if t.open)
        self.step.offer(list(steps) or [("", "nothing is open")])
        kind = self.happened.value
        self.new_date.label = "New date" if kind == "snoozed" else "New date, if known"
        shown = [self.application, self.happened]
        shown += [self.step] if kind in _NEEDS_STEP else []
        shown += [self.on] + ([self.new_date] if kind in _NEEDS_DATE else [])
        self.form.children = (*shown, self.note, self.buttons) if found else ()
        self.plan.value = plan_table(found) if found else ""
