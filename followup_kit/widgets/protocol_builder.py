"""The protocol builder: start from a protocol, change its steps, see at once who objects, save it as a file.

What is changed is a record; this only draws it and passes on what the controls say.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any, get_args

import ipywidgets as widgets

from followup_kit.advice.protocols import CONSENSUS, load_protocol, protocol_ids
from followup_kit.advice.rules import rules
from followup_kit.advice.soundness import check_plan, check_protocol, goes_on_note
from followup_kit.advice.writing import protocol_toml, save_protocol
from followup_kit.comparison.choose import choose
from followup_kit.comparison.editing import ANCHORS, change_step, drop_step, own_copy
from followup_kit.comparison.opinions import Opinion, opinions
from followup_kit.errors import FollowUpError
from followup_kit.outputs.html import STYLE, plan_html
from followup_kit.outputs.words import CHANNELS, RECIPIENTS
from followup_kit.planner import plan
from followup_kit.records.advice import Protocol, Recipient, Step
from followup_kit.records.case import Interview
from followup_kit.records.plan import Plan
from followup_kit.widgets.base import Details, Framed, button, html, row, shell

__all__ = ["ProtocolBuilder", "protocol_builder"]

_STYLE = {"description_width": "11em"}
_ANCHOR_WORDS = {"interview": "the interview", "promised_date": "the promised date"}


def protocol_builder(
    interview: Interview,
    start: Protocol | str = "classic",
    *,
    name: str = "my_protocol",
    country: str = "US",
    folder: str | Path = ".",
    level: int = 4,
) -> ProtocolBuilder:
    """A widget that makes a protocol of your own out of another.

    It shows the plan for ``interview`` and, for each step, which sources agree and which object.
    ``start`` is one of the five, a consensus plan, or a record; files are saved in ``folder``.
    ``level`` is that of its heading: one below the heading above it.
    """
    return ProtocolBuilder(interview, choose(start), name, country, Path(folder), level)


class ProtocolBuilder(Framed):
    """The widget that :func:`protocol_builder` makes; ``protocol`` is what has been built so far."""

    def __init__(
        self, interview: Interview, start: Protocol, name: str, country: str, folder: Path, level: int
    ) -> None:
        super().__init__()
        self._interview, self._country, self._folder = interview, country, folder
        self._starts = {
            p.id: p for p in (*map(load_protocol, protocol_ids()), *map(choose, CONSENSUS), start)
        }
        self.protocol = start
        self.plan: Plan | None = None
        self._before: list[Protocol] = []
        self._settling = False
        self._build(start.id, name)
        self.box = shell(
            [
                self.form,
                row([self.drop, self.back, self.again, self.save]),
                self.message,
                self.said,
                self.text,
                self.shown,
            ],
            "Build your own protocol",
            level=level,
        )
        self.children = (self.box,)
        self._restart()
        self._before.clear()
        self.start.observe(lambda _: self._restart(), "value")
        self.name.observe(lambda _: self._rename(), "value")
        self.step.observe(lambda _: self._settle(self._show_step), "value")
        for control in (self.days, self.unit, self.anchor, self.channel, self.to):
            control.observe(lambda _: self._change(), "value")

    def _build(self, start: str, name: str) -> None:
        titles = [(p.title, p.id) for p in self._starts.values()]
        self.start = widgets.Dropdown(description="Start from", options=titles, value=start, style=_STYLE)
        self.name = widgets.Text(description="Its name", value=name, continuous_update=False, style=_STYLE)
        self.step = widgets.Dropdown(description="Step to change", style=_STYLE)
        self.days = widgets.BoundedIntText(description="How many days", min=0, max=366, style=_STYLE)
        units = [("days", "days"), ("working days", "working_days")]
        self.unit = widgets.Dropdown(description="Counted in", options=units, style=_STYLE)
        self.anchor = widgets.Dropdown(description="Counted from", style=_STYLE)
        self.channel = widgets.Dropdown(description="How", style=_STYLE)
        self.to = widgets.Dropdown(description="To whom", style=_STYLE)
        self.form = widgets.VBox()
        self.drop = button("Leave this step out", self._drop)
        self.back = button("Take back the last change", self._take_back)
        self.again = button("Start again", self._restart)
        self.save = button("Save as a file", self._save, primary=True)
        self.message, self.said, self.shown = html(), html(), html()
        self.text = Details("The protocol as a file")

    # -- what the controls say -------------------------------------------------------------------

    def _settle(self, act: Any) -> None:
        """Run ``act`` while changes of the controls are not taken as changes of the protocol."""
        before, self._settling = self._settling, True
        try:
            act()
        finally:
            self._settling = before

    def _take(self, protocol: Protocol) -> None:
        """Go on with another protocol; the one before can be taken back."""
        if protocol != self.protocol:
            self._before.append(self.protocol)
        self.protocol = protocol

    def _take_back(self) -> None:
        """The protocol as it was before the last change, whatever that was."""
        if not self._before:
            self._tell("There is nothing to take back.")
            return
        self.protocol = self._before.pop()
        self._settle(lambda: setattr(self.name, "value", self.protocol.id))
        self._settle(self._offer_steps)
        self._redraw()

    def _restart(self) -> None:
        start = self._starts[self.start.value]
        try:
            self._take(own_copy(start, self.name.value.strip()))
        except FollowUpError as error:
            self._complain(error)
            return
        self._settle(self._offer_steps)
        self._redraw()

    def _rename(self) -> None:
        if self._settling:
            return
        try:
            self._take(own_copy(self.protocol, self.name.value.strip()))
        except FollowUpError as error:
            self._complain(error)
            return
        self._redraw()

    def _offer_steps(self) -> None:
        chosen = self.step.value
        steps = [s for s in self.protocol.steps if s.on == "interview"]
        self.step.options = [(s.title, s.id) for s in steps]
        if steps:
            self.step.value = chosen if chosen in {s.id for s in steps} else steps[0].id
            self._show_step()

    def _show_step(self) -> None:
        """Fill the controls with the chosen step, and show those that it has a use for."""
        step = self._chosen
        if step is None:
            return
        self.days.value, self.unit.value = step.when.offset, step.when.unit
        free = step.when.anchor in ANCHORS
        self.anchor.options = (
            [(_ANCHOR_WORDS[a], a) for a in ANCHORS]
            if free
            else [(step.when.anchor.replace("_", " "), step.when.anchor)]
        )
        self.anchor.value = step.when.anchor
        fixed = step.in_turn or step.to is None
        channels = step.channels[:1] if fixed else [c for c in CHANNELS if c != "none"]
        self.channel.options = [(CHANNELS[c], c) for c in channels]
        self.channel.value = step.channels[0]
        self.to.options = [(RECIPIENTS[r], r) for r in get_args(Recipient)]
        self.to.value = step.to
        useful = {self.anchor: free, self.channel: not fixed, self.to: step.to is not None}
        shown = (self.start, self.name, self.step, self.days, self.unit, self.anchor, self.channel, self.to)
        self.form.children = tuple(c for c in shown if useful.get(c, True))

    @property
    def _chosen(self) -> Step | None:
        return self.protocol.step(self.step.value or "")

    def _change(self) -> None:
        step = self._chosen
        if self._settling or step is None:
            return
        try:
            changed = change_step(
                self.protocol,
                step.id,
                offset=self.days.value,
                unit=self.unit.value,
                anchor=self.anchor.value,
                channel=None if self.channel.value == step.channels[0] else self.channel.value,
                to=self.to.value,
            )
        except FollowUpError as error:
            self._complain(error)
            return
        self._take(changed)
        self._redraw()

    def _drop(self) -> None:
        step = self._chosen
        try:
            if step is not None:
                without = drop_step(self.protocol, step.id)
                check_protocol(without)
                self._take(without)
        except FollowUpError as error:
            self._complain(error)
            return
        self._settle(self._offer_steps)
        self._redraw()

    def _save(self) -> None:
        path = self._folder / f"{self.protocol.id}.toml"
        try:
            save_protocol(self.protocol, path)
        except FollowUpError as error:
            self._complain(error)
            return
        self._tell(f'Saved as {path.name}. Use it by its name: load_protocol("{path.name}").')

    # -- what is shown ---------------------------------------------------------------------------

    def _redraw(self) -> None:
        try:
            made = plan(self._interview, self.protocol, calendar=self._country)
            check_plan(made)
            found = opinions(self.protocol, self._interview, calendar=self._country)
        except FollowUpError as error:
            self._complain(error)
            return
        self.plan = made
        self.shown.value = plan_html(made)
        self.said.value = _table(self.protocol, found)
        self.text.body = f'<pre tabindex="0"><code>{escape(protocol_toml(self.protocol))}</code></pre>'
        note = goes_on_note(self.protocol)
        against = sum(bool(o.objects) for o in found.values())
        self._tell(f"Sources object to {against} of {len(found)} steps." + (f" {note}" if note else ""))

    def _tell(self, text: str) -> None:
        self.message.value = f"<p>{escape(text)}</p>"
        self.box.announce(text, again=True)

    def _complain(self, error: FollowUpError) -> None:
        self.message.value = f'<p class="fk-error">{escape(str(error))}</p>'
        self.box.announce(str(error), again=True)


def _table(protocol: Protocol, found: dict[str, Opinion]) -> str:
    """Who agrees with each step and who objects, with the rules in our words."""

    def cell(side: dict[str, tuple[str, ...]]) -> str:
        items = [
            f"<li>{escape(who)}:<br>"
            + "<br>".join(escape(f"{id} {rules()[id].rule}") for id in ids)
            + "</li>"
            for who, ids in side.items()
        ]
        return f"<ul>{''.join(items)}</ul>" if items else "nobody"

    body = "".join(
        f'<tr><th scope="row">{escape(step.title)}</th><td>{cell(found[step.id].agrees)}</td>'
        f"<td>{cell(found[step.id].objects)}</td></tr>"
        for step in protocol.steps
        if step.id in found
    )
    return (
        f'<div class="fk-plan">{STYLE}'
        '<div class="fk-scroll" tabindex="0" role="group" aria-label="Who agrees and who objects">'
        "<table><caption>What the five sources say to each step</caption><thead><tr>"
        '<th scope="col">Step</th><th scope="col">Agree</th><th scope="col">Object</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div></div>"
    )
