"""What came of the calls: their events, the plan that follows from them, and the calls that are left."""

from __future__ import annotations

import datetime as dt
from html import escape

from followup_kit.advice.calls import call_advice
from followup_kit.calls import call_budget
from followup_kit.errors import FollowUpError
from followup_kit.outputs.words import how, series_title, when
from followup_kit.planner import plan
from followup_kit.records.advice import Protocol
from followup_kit.records.call import CallBudget, CallKind
from followup_kit.records.case import Event, Interview, Options
from followup_kit.records.plan import Plan

__all__ = ["CallDiary"]


class CallDiary:
    """The events of one case. ``before`` are those known already; ``events`` came of the calls noted here.

    >>> diary = CallDiary(Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16)), "classic")
    >>> diary.note((Event.parse("sent:2026-03-17:call"),))
    >>> str(diary.budget())
    'Calls about the decision: 1 made of 1; 0 left.'
    """

    def __init__(
        self,
        interview: Interview,
        protocol: Protocol | str,
        *,
        before: tuple[Event, ...] = (),
        country: str = "US",
        options: Options | None = None,
    ) -> None:
        self.interview, self.protocol, self.before = interview, protocol, before
        self.country, self.options = country, options or Options()
        self.plan: Plan
        self._noted: list[tuple[Event, ...]] = []
        self._replan()

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that were noted, in order."""
        return tuple(e for group in self._noted for e in group)

    def note(self, events: tuple[Event, ...]) -> None:
        """Note the events of one answer; a :class:`~followup_kit.errors.FollowUpError` leaves all as it was."""
        if not events:
            return
        self._noted.append(events)
        try:
            self._replan()
        except FollowUpError:
            self._noted.pop()
            raise

    def undo(self) -> bool:
        """Take the events of the last answer back; False where there are none."""
        if not self._noted:
            return False
        self._noted.pop()
        self._replan()
        return True

    def _replan(self) -> None:
        events = (*self.before, *self.events)
        self.plan = plan(
            self.interview, self.protocol, events=events, calendar=self.country, options=self.options
        )

    def step(self, kind: CallKind) -> str | None:
        """The open step that this kind of call does, by phone before others; None for the kind's own."""
        if not call_advice(kind).asks_about_decision:
            return None
        steps = [t for t in self.plan if t.open and t.kind == "nudge"]
        phoned = [t for t in steps if t.channel == "phone"]
        return next((t.step for t in (*phoned, *steps)), None)

    def budget(self) -> CallBudget:
        """The calls about the decision."""
        return call_budget(self.protocol, self.plan)

    def markup(self, on: dt.date) -> str:
        """What is noted, and what the plan says next, on the local date ``on``."""
        events = "".join(f"<li><code>{escape(str(e))}</code></li>" for e in self.events)
        noted = f"<p>Noted for your plan:</p><ul>{events}</ul>" if events else "<p>Nothing is noted yet.</p>"
        upcoming = self.plan.next(on)
        after = "nothing is left to do"
        if upcoming:
            after = f"{series_title(upcoming, self.plan)}, {when(upcoming)}: {how(upcoming)}"
        return (
            f"{noted}<p>Next in the {escape(self.plan.title)} plan: {escape(after)}.</p>"
            f"<p>{escape(str(self.budget()))}</p>"
        )
