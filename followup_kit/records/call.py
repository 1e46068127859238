"""A call as records: its script, what may be answered, the checklist, and what was found in a text.

Spans are pairs ``(start, end)`` in code points of the text as it was given, so that
``text[start:end]`` is the quote. Times are seconds, at a rate in words a minute.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from msgspec import Meta

from followup_kit.records.advice import Channel, Name, RuleId, Text
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.case import Event, EventKind
from followup_kit.records.letter import Finding, Findings, Group, Weight

__all__ = [
    "CALL_KINDS",
    "ROUTES",
    "Answered",
    "Branch",
    "BranchEvent",
    "CallAdvice",
    "CallBudget",
    "CallFinding",
    "CallItem",
    "CallKind",
    "CallLine",
    "CallReport",
    "CallScript",
    "ItemMessages",
    "Route",
    "RouteAdvice",
    "ScriptLine",
    "Variant",
]

CallKind = Literal["status", "voicemail", "confirmation", "negotiation_follow_up", "decline"]
CALL_KINDS: tuple[str, ...] = get_args(CallKind)
Route = Literal["phone", "relay", "email", "text"]
"""How the same content travels: spoken, spoken through a relay service, as an e-mail, as a text message."""
ROUTES: tuple[str, ...] = get_args(Route)
Part = Literal["who_you_are", "question", "excitement", "thanks", "close"]
"""The five parts of a call. In a call that answers an offer the ``question`` is what you say or ask."""
How = Literal["present", "absent", "one_question", "length", "budget", "gaps"]
"""How an item is checked: a wording is there, or is not; one request; the time; the calls; open gaps."""

Seconds = Annotated[int, Meta(ge=5, le=600)]


class CallLine(DataRecord, frozen=True, kw_only=True):
    """One line of a script, in the data. ``{names}`` in curly brackets are filled in from the case.

    ``write`` is the same in writing, where it is not what is said; ``via`` is the line where an agency
    stands between candidate and employer. ``variants`` lists the variants
    that the line belongs to (all, if empty). A line has rule ids, or ``editorial`` says why it is there.
    """

    part: Part
    say: Text
    write: str | None = None
    via: str | None = None
    variants: tuple[Name, ...] = ()
    rules: tuple[RuleId, ...] = ()
    editorial: str | None = None


class Variant(DataRecord, frozen=True, kw_only=True):
    """One way to make the same call; ``title`` is what a learner chooses by. The first one is the default."""

    id: Name
    title: Text
    rules: tuple[RuleId, ...] = ()
    editorial: str | None = None


class BranchEvent(DataRecord, frozen=True, kw_only=True):
    """An event that a branch brings into the plan. ``sent`` and ``snoozed`` are about the call's own step.

    ``new_date`` says whether the event takes a date that was named: never, if there is one, or always.
    """

    kind: EventKind
    new_date: Literal["no", "if_named", "needed"] = "no"


class Branch(DataRecord, frozen=True, kw_only=True):
    """Something that the other side may say or do, and your next line.

    ``then`` is the kind of call or message that comes next, ``then_variant`` its variant. ``only`` is set
    where it can happen only when you speak, or only when you write.
    """

    id: Name
    title: Text
    hear: Text
    say: Text
    only: Literal["spoken", "written"] | None = None
    note: str = ""
    events: tuple[BranchEvent, ...] = ()
    then: CallKind | None = None
    then_variant: str = ""
    rules: tuple[RuleId, ...] = ()
    editorial: str | None = None

    @property
    def needs_date(self) -> bool:
        """True where its events cannot be made without a date."""
        return any(e.new_date == "needed" for e in self.events)


class CallAdvice(DataRecord, frozen=True, kw_only=True):
    """All advice on one kind of call: its lines, variants, branches and the longest time, in seconds."""

    id: CallKind
    title: Text
    purpose: Text
    step: Name
    seconds: Seconds
    seconds_editorial: Text
    lines: Annotated[tuple[CallLine, ...], Meta(min_length=1)]
    branches: tuple[Branch, ...] = ()
    variants: tuple[Variant, ...] = ()
    rules: tuple[RuleId, ...] = ()
    asks_about_decision: bool = False
    """True where it spends one of the calls about the decision."""


class RouteAdvice(DataRecord, frozen=True, kw_only=True):
    """One way for the content to travel; ``before`` and ``after`` are put around the lines."""

    id: Route
    title: Text
    how: Text
    spoken: bool
    channel: Channel | None = None
    before: str = ""
    after: str = ""
    editorial: Text


class ScriptLine(Record, frozen=True, kw_only=True):
    """One line of a script as it is said: its part, the words, and who says that it belongs there."""

    part: str
    text: str
    rules: tuple[str, ...] = ()
    editorial: str = ""


class Answered(Record, frozen=True, kw_only=True):
    """What follows from what you heard: the next line, the plan's events, and the kind that comes next."""

    branch: Branch
    say: str
    events: tuple[Event, ...]
    then: CallKind | None = None
    then_variant: str = ""


class CallScript(Record, frozen=True, kw_only=True):
    """What to say in a call, line by line, and the branches it may take.

    ``seconds`` is the time to say it at ``rate`` words a minute, ``limit`` the longest it should
    take. ``step`` is the step of the plan that it does; ``channel`` how that is recorded.
    ``frame`` holds the first and the last line of a route, which are not part of the five.
    """

    kind: CallKind
    title: str
    purpose: str
    variant: str
    route: Route
    lines: tuple[ScriptLine, ...]
    branches: tuple[Branch, ...]
    words: int
    seconds: float
    limit: int
    rate: int
    step: str
    channel: Channel | None
    frame: tuple[str, str] = ("", "")
    slots: dict[str, str] = {}
    rules: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[ScriptLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The lines as one text, a line each."""
        return "\n".join(t for t in (self.frame[0], *(line.text for line in self.lines), self.frame[1]) if t)

    def branch(self, id: str) -> Branch | None:
        """The branch of that id, or None."""
        return next((b for b in self.branches if b.id == id), None)


class CallBudget(Record, frozen=True, kw_only=True):
    """How many calls about the decision a protocol knows, and how many were made.

    ``allowed`` is None where the source names no end. ``rules`` are the steps' rule ids.
    """

    protocol: str
    allowed: int | None
    made: int
    rules: tuple[str, ...] = ()

    @property
    def left(self) -> int | None:
        """Calls that are left, never below 0; None where no end is named."""
        return None if self.allowed is None else max(0, self.allowed - self.made)

    def __str__(self) -> str:
        made = f"{self.made} made"
        if self.allowed is None:
            return f"Calls about the decision: {made}; this protocol names no last one."
        if self.allowed == 0:
            return f"Calls about the decision: {made}; this protocol has none."
        return f"Calls about the decision: {made} of {self.allowed}; {self.left} left."


class ItemMessages(DataRecord, frozen=True, kw_only=True):
    """What the learner reads, by verdict.

    ``{found}``, ``{length}``, ``{most}``, ``{over}`` and ``{budget}`` are filled in.
    """

    met: Text
    missing: str = ""
    breach: str = ""
    check_yourself: str = ""


class CallItem(DataRecord, frozen=True, kw_only=True):
    """One item of the checklist for calls.

    ``patterns`` are regular expressions over the folded text (small letters, plain quotes; a blank
    is one or more blanks); what ``guards`` match does not count. ``doubtful`` patterns give
    ``check_yourself``. ``hit`` are texts that meet the item, ``miss`` texts that do not; the tests
    try them all with the item's first kind and variant.
    """

    id: Name
    title: Text
    group: Group
    weight: Weight
    how: How
    kinds: Annotated[tuple[CallKind, ...], Meta(min_length=1)]
    messages: ItemMessages
    suggestion: Text
    variants: tuple[Name, ...] = ()
    patterns: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    hit: Annotated[tuple[Text, ...], Meta(min_length=1)]
    miss: Annotated[tuple[Text, ...], Meta(min_length=1)]
    rules: tuple[RuleId, ...] = ()
    editorial: str | None = None


class CallFinding(Finding, frozen=True, kw_only=True):
    """What the check says about one item: a finding with the item's title and, where it is ours, why."""

    title: str
    editorial: str = ""


class CallReport(Findings[CallFinding], Record, frozen=True, kw_only=True):
    """All findings on the text of one call: every item once, in the checklist's order.

    An empty text has no findings: it is not started.
    """

    kind: CallKind
    variant: str
    route: Route
    words: int
    seconds: float
    limit: int
    findings: tuple[CallFinding, ...]
    budget: CallBudget | None = None

    @property
    def started(self) -> bool:
        """False for an empty text."""
        return bool(self.findings)

    def met(self) -> tuple[CallFinding, ...]:
        """What is there, or where nothing was spotted."""
        return tuple(f for f in self.findings if f.verdict == "met")

    def __str__(self) -> str:
        if not self.started:
            return "Not started: there is no text yet."
        lines = [self.length()]
        groups = (
            ("To mend", self.to_fix()),
            ("You could add", self.to_add()),
            ("For you to judge", self.to_judge()),
        )
        for heading, found in groups:
            lines += [f"{heading}:"] if found else []
            lines += [
                f"  {f.title}: {f.message}" + (f" ({', '.join(f.rules)})" if f.rules else "") for f in found
            ]
        lines.append(f"In order: {len(self.met())} of {len(self.findings)}.")
        return "\n".join(lines)

    def length(self) -> str:
        """How long it is, in words."""
        if self.route in ("phone", "relay"):
            return f"{self.words} words, about {self.seconds:.0f} seconds; at most {self.limit}."
        return f"{self.words} words."

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values, its findings as those of a letter."""
        return {
            "kind": self.kind,
            "variant": self.variant,
            "route": self.route,
            "words": self.words,
            "seconds": round(self.seconds, 1),
            "limit": self.limit,
            "findings": [f.to_dict() for f in self.findings],
        }
