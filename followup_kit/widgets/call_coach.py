"""The call coach: the script to edit and check, a rehearsal timer, and what may be answered.

A call, a relay call, an e-mail and a text message are equal ways for the same content. Nothing is
dialled and nothing is sent.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterable
from html import escape
from typing import Any

import ipywidgets as widgets

from followup_kit.advice.calls import call_advice, route_advice
from followup_kit.calls import call_script, check_call, take_branch
from followup_kit.course.answers import is_blank, read_day, say_day
from followup_kit.errors import FollowUpError
from followup_kit.records.advice import Protocol
from followup_kit.records.call import (
    CALL_KINDS,
    Answered,
    CallKind,
    CallReport,
    CallScript,
    Route,
    RouteAdvice,
)
from followup_kit.records.case import Event, Interview, Options
from followup_kit.widgets.base import Choice, Details, Field, Shell, button, html, row, shell
from followup_kit.widgets.call_diary import CallDiary
from followup_kit.widgets.call_markup import answer_markup, finding_markup, lines_markup, spoken_summary
from followup_kit.widgets.clear_button import ClearButton
from followup_kit.widgets.rehearsal import Rehearsal

__all__ = ["CallCoach", "call_coach"]

QUIET = 1.5
"""Seconds after the last key before the result is announced."""


def call_coach(
    interview: Interview,
    kind: CallKind = "status",
    *,
    protocol: Protocol | str = "classic",
    route: Route | None = None,
    sender: str = "",
    phone: str = "",
    country: str = "US",
    options: Options | None = None,
    events: Iterable[Event | str] = (),
    on: dt.date | None = None,
    level: int = 4,
) -> CallCoach:
    """A widget to prepare a call, or the same in writing, and to note what came of it.

    ``protocol``, ``country``, ``options`` and ``events`` are those of :func:`followup_kit.plan`; ``on``
    is the local date of the call (else today). Without a ``route`` it begins with the phone, or with
    e-mail where you only write. What comes of the call is in ``coach.events``, ready for
    :func:`followup_kit.plan`.

    >>> from followup_kit.course.learner.own_case import practice
    >>> coach = call_coach(practice(), on=dt.date(2026, 3, 17), sender="Amina Yusuf")
    >>> coach.hear("need_more_time")
    >>> [str(e) for e in coach.events]
    ['sent:2026-03-17:call', 'delayed:2026-03-17']
    """
    options = options or Options()
    given = tuple(Event.parse(e) if isinstance(e, str) else e for e in events)
    writes = options.written_only or any(e.kind == "asked_not_to_call" for e in given)
    return CallCoach(
        CallDiary(interview, protocol, before=given, country=country, options=options),
        kind,
        route=route or ("email" if writes else "phone"),
        sender=sender,
        phone=phone,
        on=on or dt.date.today(),  # noqa: DTZ011  the learner's own day
        level=level,
    )


class CallCoach:
    """The widget that :func:`call_coach` makes. ``box`` is shown.

    ``script``, ``report`` and ``diary`` hold what it shows.
    """

    def __init__(
        self,
        diary: CallDiary,
        kind: CallKind,
        *,
        route: Route,
        sender: str,
        phone: str,
        on: dt.date,
        level: int,
    ) -> None:
        call_advice(kind)
        self.diary, self._year, self._first_day = diary, on.year, on
        self.script: CallScript
        self.report: CallReport
        self._own: dict[tuple[str, str, str], str] = {}
        self._busy = False
        self._handle: asyncio.TimerHandle | None = None
        self._build(kind, route, sender, phone, on, level)
        self._renew()
        for control in (self.kind, self.variant, self.route, *self.fields.values()):
            control.observe(self._changed, "value")
        self.words.observe(self._typed, "value")

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def __repr__(self) -> str:
        return f"<call coach: {self.script.title}>"

    def _build(self, kind: CallKind, route: Route, sender: str, phone: str, on: dt.date, level: int) -> None:
        self.kind = Choice("What is it about?", [(k, call_advice(k).title) for k in CALL_KINDS], value=kind)
        self.variant = Choice("Which way?", [])
        ways = [(r.id, r.title) for r in route_advice().values()]
        self.route = Choice("How?", ways, value=route, help="All are equal ways. Choose what suits you.")
        self.fields: dict[str, Any] = {
            "sender": Field("Your name", value=sender),
            "phone": Field("Your number or address for the answer", value=phone),
            "answer_by": Field("Day by which you will answer", help="For example 20 March."),
            "point": Field("The point that is open", help="For example: the hours."),
            "on": Field("Day of the call or message", value=say_day(on)),
            "date": Field("Date that they named", help="Leave it empty if they named none."),
        }
        self.intro, self.lines = html(), Details("Line by line, and who says so")
        self.words = Field("Your words", rows=9, help="Change them until they are yours.")
        self.clear = ClearButton("Back to the script", "Bring my words back", self.restore, self._bring_back)
        self.words.observe(self.clear.forget, "value")
        self.shown = html()
        self.timer = Rehearsal(45, self._tell)
        self.answers, self.answer, self.follow = row([]), html(), row([])
        self._diary = html()
        heads = level + 1 if level < 6 else 6
        self._heads = {
            name: f"<h{heads} class='fk-title fk-part'>{text}</h{heads}>"
            for name, text in (
                ("words", "What to say"),
                ("timer", "Rehearse aloud"),
                ("answers", "What do you hear?"),
                ("plan", "What it means for your plan"),
            )
        }
        self._rehearse, self._heard = html(self._heads["timer"]), html(self._heads["answers"])
        # What is not wanted is taken out of the page, not only made invisible.
        self._variant, self._timer = widgets.VBox(), widgets.VBox()
        self._extra = {name: widgets.VBox() for name in ("phone", "answer_by", "point", "date")}
        self.box: Shell = shell(
            [
                html("<p>Nothing is dialled and nothing is sent.</p>"),
                self.kind, self._variant, self.route,
                self.fields["sender"], *(self._extra[n] for n in ("phone", "answer_by", "point")),
                html(self._heads["words"]), self.intro, self.lines, self.words,
                row([button("Check", self.check, primary=True), self.clear]),
                self.shown,
                self._rehearse, self._timer,
                self._heard, self.fields["on"], self._extra["date"], self.answers, self.answer, self.follow,
                html(self._heads["plan"]), self._diary, row([button("Take the last one back", self.undo)]),
            ],
            "Call coach",
            level=level,
        )  # fmt: skip

    # -- from the controls to script and report ---------------------------------------------------

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that came of the calls, in order, ready for :func:`followup_kit.plan`."""
        return self.diary.events

    def _changed(self, change: Any) -> None:
        if self._busy:
            return
        if change["owner"] is self.fields["date"]:
            self.fields["date"].error = ""
        elif change["owner"] is self.fields["on"]:
            self._draw_diary()
        else:
            self._renew()

    def _renew(self) -> None:
        """The script, the controls that depend on it, and everything below."""
        self._busy = True
        try:
            self._follow_choices()
            self._make_script()
            self.words.value = self._own.get(self._key, self.script.text)
        finally:
            self._busy = False
        self._draw_script()
        self._draw_report()
        self._draw_diary()
        self._forget_answer()

    def _follow_choices(self) -> None:
        spoken = self._way.spoken
        kinds = [k for k in CALL_KINDS if spoken or k != "voicemail"]
        self.kind.options = [[k, call_advice(k).title] for k in kinds]
        if self.kind.value not in kinds:
            self.kind.value = "status"
        variants = call_advice(self.kind.value).variants
        self.variant.options = [[v.id, v.title] for v in variants]
        if self.variant.value not in [v.id for v in variants]:
            self.variant.value = variants[0].id if variants else None
        for place, control, wanted in (
            (self._variant, self.variant, bool(variants)),
            (self._extra["phone"], self.fields["phone"], self.kind.value == "voicemail"),
            (self._extra["answer_by"], self.fields["answer_by"], self.variant.value == "ask_for_time"),
            (self._extra["point"], self.fields["point"], self.kind.value == "negotiation_follow_up"),
            (self._timer, self.timer, spoken),
        ):
            _put(place, (control,) if wanted else ())

    @property
    def _way(self) -> RouteAdvice:
        return route_advice()[str(self.route.value)]

    @property
    def _key(self) -> tuple[str, str, str]:
        return (str(self.kind.value), self.variant.value or "", str(self.route.value))

    def _make_script(self) -> None:
        kind: Any = self.kind.value
        route: Any = self.route.value
        self.script = call_script(
            kind, self.diary.interview, variant=self.variant.value, route=route,
            sender=self.fields["sender"].value, phone=self.fields["phone"].value,
            answer_by=self._day("answer_by"), point=self.fields["point"].value, step=self.diary.step(kind),
        )  # fmt: skip

    def _day(self, name: str) -> dt.date | None:
        """The day in a field, or None; what is wrong with it stands at the field."""
        field = self.fields[name]
        if is_blank(field.value):
            field.error = ""
            return None
        given = read_day(field.value, year=self._year)
        field.error = given.problem or ""
        return given.value if isinstance(given.value, dt.date) else None

    # -- what is shown ------------------------------------------------------------------------------

    def _draw_script(self) -> None:
        way = self._way
        via = self.diary.interview.contact_via
        parts = [self.script.purpose, way.how]
        parts += [f"Everything goes through {via}."] if via else []
        self.intro.value = "".join(f"<p>{escape(p)}</p>" for p in parts)
        self.lines.body = lines_markup(self.script, way)
        self.timer.seconds = self.script.limit
        self._heard.value = (
            self._heads["answers"]
            if way.spoken
            else self._heads["answers"].replace("do you hear", "do they answer")
        )
        self.answers.children = [self._branch_button(b.id, b.title) for b in self.script.branches]
        dated = any(e.new_date != "no" for b in self.script.branches for e in b.events)
        _put(self._extra["date"], (self.fields["date"],) if dated else ())
        self._rehearse.value = self._heads["timer"] if way.spoken else ""

    def _branch_button(self, branch: str, title: str) -> Any:
        return button(title, lambda: self.hear(branch))

    def _draw_report(self) -> None:
        self.report = check_call(
            self.words.value, self.script.kind, variant=self.script.variant or None, route=self.script.route,
            budget=self.diary.budget(), rate=self.script.rate,
        )  # fmt: skip
        self.shown.value = finding_markup(self.report)

    def _draw_diary(self) -> None:
        self._diary.value = self.diary.markup(self._day("on") or self._first_day)

    def _typed(self, _: Any) -> None:
        if self._busy:
            return
        if self.words.value == self.script.text:
            self._own.pop(self._key, None)
        else:
            self._own[self._key] = self.words.value
        self._draw_report()
        self._speak_later()

    def _speak_later(self) -> None:
        """One summary once the keys have rested; silent while typing."""
        if self._handle is not None:
            self._handle.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel: nobody types
            self.box.announce(spoken_summary(self.report))
            return
        self._handle = loop.call_later(QUIET, lambda: self.box.announce(spoken_summary(self.report)))

    def _tell(self, text: str) -> None:
        if text:
            self.box.announce(text, again=True)

    def check(self) -> CallReport:
        """Check what stands in the field, and say it."""
        self._draw_report()
        self._tell(spoken_summary(self.report))
        return self.report

    def restore(self) -> str | None:
        """Put the script's own lines back. Returns your words, where they differ."""
        own = self._own.pop(self._key, None)
        self.words.value = self.script.text
        again = " The same button brings your words back." if own else ""
        self._tell(f"The script's own lines are back.{again}")
        return own

    def _bring_back(self, words: str) -> None:
        self.words.value = words
        self._tell("Your words are back.")

    # -- what comes of it ---------------------------------------------------------------------------

    def hear(self, branch: str) -> None:
        """Take a branch: show the next line, and note its events."""
        on, named = self._day("on"), self._day("date")
        if on is None and not self.fields["on"].error:
            self.fields["on"].error = "Put the day of the call or message."
        problem = self.fields["on"].error or self.fields["date"].error
        if on is not None and not problem:
            try:
                answered = take_branch(self.script, branch, on=on, new_date=named)
                self.diary.note(answered.events)
            except FollowUpError as error:
                problem = self.fields["date"].error = str(error)
        if problem:
            self._forget_answer()
            self._tell(problem)
            return
        self.fields["date"].value = ""  # it was for this answer only
        self._make_script()
        self._draw_answer(answered)
        self._draw_report()
        self._draw_diary()

    def _draw_answer(self, answered: Answered) -> None:
        said = answered.say if answered.branch.only == "written" else f"Say: {answered.say}"
        self.answer.value = answer_markup(answered.branch, said)
        self.follow.children = (
            [button(f"Go on: {call_advice(answered.then).title}", lambda: self._go_on(answered))]
            if answered.then
            else []
        )
        self._tell(said)

    def _go_on(self, answered: Answered) -> None:
        """To the kind of call or message that comes next."""
        self._busy = True
        try:
            if answered.then == "voicemail":
                variants = call_advice("voicemail").variants
                same = self.variant.value if self.variant.value in [v.id for v in variants] else None
            else:
                same = answered.then_variant or None
            self.kind.value = answered.then
            self.variant.options = [[v.id, v.title] for v in call_advice(self.kind.value).variants]
            self.variant.value = same
        finally:
            self._busy = False
        self._renew()
        self._tell(f"Now: {self.script.title}.")

    def undo(self) -> None:
        """Take the events of the last answer back."""
        if not self.diary.undo():
            self._tell("There is nothing to take back.")
            return
        self._forget_answer()
        self._make_script()
        self._draw_report()
        self._draw_diary()
        self._tell("Taken back.")

    def _forget_answer(self) -> None:
        self.answer.value, self.follow.children = "", []


def _put(place: Any, children: tuple[Any, ...]) -> None:
    """Show these in their place; a view that stays is not drawn anew."""
    if tuple(place.children) != children:
        place.children = children
