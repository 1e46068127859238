"""The plan explorer: change the interview, the promised date, the country, the protocol; see the plan at once.

What is shown is always made anew from the controls, at one place; the controls are built from plain
values, so a cell that is run again shows the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from html import escape
from typing import Any

import ipywidgets as widgets

from followup_kit.advice.protocols import load_protocol, protocol_ids
from followup_kit.advice.rules import cite
from followup_kit.errors import FollowUpError, UnknownName
from followup_kit.outputs.html import plan_html
from followup_kit.outputs.words import series_title, when
from followup_kit.planner import plan
from followup_kit.records.advice import Protocol, Step
from followup_kit.records.case import Event, Interview, Options
from followup_kit.records.plan import Plan
from followup_kit.records.words import CHANNELS
from followup_kit.widgets.base import Framed, html, shell
from followup_kit.workdays import countries, subdivisions, working_days

__all__ = ["PlanExplorer", "plan_explorer"]

PACES = (("relaxed (7 days)", "relaxed"), ("standard (5 days, our number)", "standard"),
         ("assertive (3 days, our number)", "assertive"))  # fmt: skip
_STYLE = {"description_width": "11em"}


def plan_explorer(
    interview: Interview,
    protocol: str = "classic",
    *,
    country: str = "US",
    options: Options | None = None,
    events: Iterable[Event | str] = (),
    today: dt.date | None = None,
    own: Iterable[Protocol] = (),
    level: int = 4,
) -> PlanExplorer:
    """A widget that plans while you change things.

    It starts from ``interview`` and the other arguments, which mean what they mean for
    :func:`followup_kit.plan`. ``own`` adds protocols of your own to the five. ``level`` is that of
    its heading: one below the heading above it.
    """
    return PlanExplorer(
        interview, protocol, country=country, options=options or Options(), events=tuple(events),
        today=today, own=tuple(own), level=level,
    )  # fmt: skip


class PlanExplorer(Framed):
    """The widget that :func:`plan_explorer` makes; ``plan`` holds the plan that it shows, or None."""

    def __init__(
        self,
        interview: Interview,
        protocol: str,
        *,
        country: str,
        options: Options,
        events: tuple[Event | str, ...],
        today: dt.date | None,
        own: tuple[Protocol, ...],
        level: int,
    ) -> None:
        super().__init__()
        self._interview, self._events, self._today, self._options = interview, events, today, options
        self._protocols = {p.id: p for p in (*map(load_protocol, protocol_ids()), *own)}
        if protocol not in self._protocols:
            raise UnknownName("protocol", protocol, self._protocols)
        self.plan: Plan | None = None
        self._build(protocol, country)
        self.box = shell([self.form, self.message, self.shown], "Plan explorer", level=level)
        self.children = (self.box,)
        self._follow_country()
        self._follow_protocol()
        self._show_controls()
        self._redraw()
        for control in self._controls:
            control.observe(self._changed, "value")

    def _build(self, protocol: str, country: str) -> None:
        code, _, part = working_days(country).name.partition("-")
        interview, options = self._interview, self._options
        titles = [(p.title, p.id) for p in self._protocols.values()]
        self.interview = widgets.DatePicker(description="Interview day", value=interview.day, style=_STYLE)
        self.promised = widgets.DatePicker(
            description="Promised date", value=interview.promised, style=_STYLE
        )
        self.unknown = widgets.Checkbox(
            description="They did not say when they will decide",
            value=interview.promised is None,
            indent=False,
        )
        self.protocol = widgets.Dropdown(description="Protocol", options=titles, value=protocol, style=_STYLE)
        self.country = widgets.Dropdown(
            description="Country", options=[(n, c) for c, n in countries().items()], value=code, style=_STYLE
        )
        self.part = widgets.Dropdown(
            description="State or region", options=[("whole country", "")], style=_STYLE
        )
        self.pace = widgets.Dropdown(description="Pace", options=PACES, value=options.pace, style=_STYLE)
        self.channels = {
            name: widgets.Dropdown(description=f"{label} by", options=[("", "")], style=_STYLE)
            for name, label in (("thank_you", "Thank-you"), ("check_in", "Check-in"))
        }
        self.extras = {
            name: widgets.Checkbox(description=label, value=name in options.include, indent=False)
            for name, label in (("card", "Add a handwritten card"), ("work_sample", "Add a work sample"))
        }
        self.written = widgets.Checkbox(
            description="I only write (no phone)", value=options.written_only, indent=False
        )
        self._first_part = part
        self.message = html()
        self.shown = html()
        self.form = widgets.VBox()
        self._controls = (
            self.interview, self.promised, self.unknown, self.protocol, self.country, self.part, self.pace,
            *self.channels.values(), *self.extras.values(), self.written,
        )  # fmt: skip

    # -- controls that depend on others ----------------------------------------------------------

    def _follow_country(self) -> None:
        """Offer the parts of the chosen country."""
        parts = subdivisions(self.country.value)
        self.part.options = [("whole country", ""), *((p, p) for p in parts)]
        self.part.value = self._first_part if self._first_part in parts else ""
        self._first_part = ""

    def _follow_protocol(self) -> None:
        """Offer the channels of the chosen protocol."""
        for name, dropdown in self.channels.items():
            step = self._steps.get(name)
            offered = step.channels if step and not step.in_turn and len(step.channels) > 1 else ()
            choices: list[tuple[str, str]] = [(CHANNELS[c], c) for c in offered] or [("", "")]
            if tuple(choices) != tuple(dropdown.options):
                wanted = self._options.channels.get(name)
                dropdown.options = choices
                dropdown.value = wanted if wanted in offered else choices[0][1]

    def _show_controls(self) -> None:
        """Show the controls that the chosen country and protocol have a use for, and no others."""
        steps = self._steps
        useful = {
            self.part: len(self.part.options) > 1,
            self.pace: any(s.pace for s in steps.values()),
            self.written: any("phone" in s.channels for s in steps.values()),
            **{d: len(d.options) > 1 for d in self.channels.values()},
            **{b: name in steps and steps[name].optional for name, b in self.extras.items()},
        }
        shown = tuple(c for c in self._controls if useful.get(c, True))
        if shown != tuple(self.form.children):
            self.form.children = shown

    @property
    def _steps(self) -> dict[str, Step]:
        return {s.id: s for s in self._protocols[self.protocol.value].steps}

    # -- from the controls to the plan -----------------------------------------------------------

    def _changed(self, change: Any) -> None:
        if self._settling:
            return
        self._settling = True
        try:
            if change["owner"] is self.country:
                self._follow_country()
            if change["owner"] is self.protocol:
                self._follow_protocol()
            if change["owner"] is self.promised and change["new"] is not None:
                self.unknown.value = False
            self._show_controls()
        finally:
            self._settling = False
        self._redraw()

    _settling = False

    def state(self) -> tuple[Interview, Protocol, str, Options]:
        """What the controls say: interview, protocol, calendar and options."""
        chosen = self._protocols[self.protocol.value]
        fields = {f: getattr(self._interview, f) for f in Interview.__struct_fields__}
        promised = None if self.unknown.value else self.promised.value
        interview = Interview(**{**fields, "day": self.interview.value, "promised": promised})
        shown = {n: d.value for n, d in self.channels.items() if d.value}
        options = Options(
            pace=self.pace.value,
            include=tuple(n for n, b in self.extras.items() if b.value and chosen.step(n)),
            channels={n: c for n, c in {**self._options.channels, **shown}.items() if chosen.step(n)},
            written_only=self.written.value,
        )
        calendar = f"{self.country.value}-{self.part.value}" if self.part.value else self.country.value
        return interview, chosen, calendar, options

    def _redraw(self) -> None:
        problem = self._unfinished()
        if not problem:
            try:
                interview, chosen, calendar, options = self.state()
                self.plan = plan(
                    interview,
                    chosen,
                    calendar=calendar,
                    options=options,
                    events=self._events,
                    today=self._today,
                )
            except FollowUpError as error:
                problem = str(error)
        if problem or self.plan is None:
            self.message.value = f'<p class="fk-error">{escape(problem)}</p>'
            self.box.announce(problem)
            return
        self.message.value = f"<p>{escape(chosen.summary)} Source: {escape(cite(chosen.source))}.</p>"
        self.shown.value = plan_html(self.plan)
        self.box.announce(_said(self.plan))

    def _unfinished(self) -> str:
        """What is still missing, while a date is being typed."""
        for control, what in ((self.interview, "interview day"), (self.promised, "promised date")):
            if control is self.promised and self.unknown.value:
                continue
            if control.value is None:
                hint = "" if control is self.interview else ", or tick that they did not say"
                return f"Fill in the {what}{hint}. The plan below is the last one that could be made."
            if control.value.year < 1970:
                return f"Finish typing the year of the {what}. The plan below is the last one that could be made."
        return ""


def _said(shown: Plan) -> str:
    """The plan in one short sentence, for a screen reader."""
    left = [t for t in shown if t.status != "cancelled"]
    steps = [f"{series_title(t, shown)} {when(t)}" for t in left[:4]]
    more = len(left) - len(steps)
    return f"{shown.title} plan: {'; '.join(steps)}" + (f"; and {more} more." if more > 0 else ".")
