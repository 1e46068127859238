"""Advice as records: sources, rules, and the steps of a protocol.

These are the shapes that the data files in ``followup_kit/advice`` must have.
The words are those of the field and of the sources; a step is data only, so
that a teacher can write one without writing code.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta

from followup_kit.records.base import DataRecord

__all__ = [
    "Anchor",
    "Aspect",
    "Channel",
    "Protocol",
    "ReadingSpec",
    "Recipient",
    "Rule",
    "RuleKind",
    "Samples",
    "Source",
    "Stance",
    "Stances",
    "Step",
    "StepKind",
    "Trigger",
    "Until",
    "When",
    "WithoutDate",
]

RuleKind = Literal[
    "content", "limit", "question", "timing", "stop", "channel",
    "recipient", "tone", "belief", "record", "attachment",
]  # fmt: skip
Channel = Literal["email", "phone", "letter", "card", "post", "none"]
"""``letter`` is a letter by post, ``card`` anything handwritten, ``post`` a work sample by post."""
Recipient = Literal[
    "everyone", "lead_interviewer", "hiring_manager", "interviewer", "interested_interviewer", "recruiter"
]
Trigger = Literal["interview", "delayed", "offer", "rejected"]
"""What brings a step into the plan: the interview itself, or news from the employer."""
Anchor = Literal["interview", "promised_date", "event", "step", "last_contact", "first_unanswered"]
"""The day from which a step counts; ``event`` is the day of the news that triggered it."""
Unit = Literal["days", "working_days"]
Roll = Literal["always", "never", "unless_email"]
Pace = Literal["relaxed", "standard", "assertive"]
StepKind = Literal["thanks", "nudge", "letter", "answer", "stop"]
"""``thanks`` survives an offer; a ``nudge`` asks about the decision or states interest by phone;
``letter`` is any other contact; ``answer`` replies to the employer's decision; ``stop`` ends contact."""
Aspect = Literal["when", "channel", "to", "limit", "repeat", "stop", "samples"]
"""What of a step a rule decides: its day, its channel, its recipient, how often it may be done, that it
comes again, whether and when contact ends, and what may be enclosed."""

Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=40, examples=["check_in"])]
RuleId = Annotated[str, Meta(pattern=r"^[0-9A-Za-z]+\.[0-9]{2}$", examples=["000.05"])]
Text = Annotated[str, Meta(min_length=1)]
Days = Annotated[int, Meta(ge=0, le=366)]


class Source(DataRecord, frozen=True, kw_only=True):
    """One published article, as the product cites it; ``year`` only where the article states it."""

    id: Annotated[str, Meta(pattern=r"^[0-9A-Za-z]+$", examples=["000"])]
    protocol: Name
    cite: Text
    author: str | None = None
    year: int | None = None


class Rule(DataRecord, frozen=True, kw_only=True):
    """One atomic rule of a source, in this package's own words.

    ``lines`` locates it in the article; ``agrees``, ``tension`` and ``conflicts`` name other rules.
    """

    id: RuleId
    lines: Text
    kinds: Annotated[tuple[RuleKind, ...], Meta(min_length=1)]
    rule: Text
    agrees: tuple[RuleId, ...] = ()
    tension: tuple[RuleId, ...] = ()
    conflicts: tuple[RuleId, ...] = ()

    @property
    def source(self) -> str:
        """The id of the source that the rule belongs to."""
        return self.id.partition(".")[0]


class Until(DataRecord, frozen=True, kw_only=True):
    """The end of a window, counted from the same day as its beginning.

    ``hours`` counts from the instant at which the interview ended; the window's last day is the
    local date of that instant.
    """

    offset: Days
    unit: Literal["days", "working_days", "hours"] = "days"


class When(DataRecord, frozen=True, kw_only=True, rename={"anchor": "from"}):
    """A day: ``offset`` days or working days from an anchor, with an optional window.

    ``steps`` names what is counted from for the anchors ``step`` and ``first_unanswered``; of
    several, the last one that is in the plan counts. With ``counting_first`` an anchor that is
    itself a working day is the first of the working days counted (so ``offset = 4`` is the fifth).
    """

    anchor: Anchor
    offset: Days = 0
    unit: Unit = "days"
    steps: tuple[Name, ...] = ()
    until: Until | None = None
    counting_first: bool = False


class ReadingSpec(DataRecord, frozen=True, kw_only=True):
    """Another way to read a step; whatever it does not set is as in the default reading.

    ``assume`` puts the promised date that many days after the interview; ``needs`` says in which
    plans the reading stands.
    """

    label: Text
    when: When | None = None
    assume: Days | None = None
    roll: Roll | None = None
    channel: Channel | None = None
    not_before: When | None = None
    needs: Literal["promised_date", "no_promised_date", "later_than_contact_before"] | None = None
    rules: tuple[RuleId, ...] = ()


class WithoutDate(DataRecord, frozen=True, kw_only=True):
    """What a step does where no promised date is known.

    Either a promised date is assumed (``assume`` days after the interview) or the step counts
    ``offset`` days from the interview itself. After news of a delay without a new date both count
    from that news.
    """

    editorial: Text
    assume: Days | None = None
    offset: Days | None = None
    until: Until | None = None


class Samples(DataRecord, frozen=True, kw_only=True):
    """Work samples that go with a step: at most ``most`` of them, or as many as fit; nothing secret."""

    most: Annotated[int, Meta(ge=1)] | None = None
    nothing_confidential: bool = False


class Step(DataRecord, frozen=True, kw_only=True):
    """One step of a protocol: what to do, when, by which channel, to whom, and who says so.

    ``says`` is the advice in one clause; ``editorial`` is set, with the reason, where a number or a
    date is this package's and not the source's; ``dated`` holds the year of advice that has aged
    and ``today`` its present equivalent.

    ``rests_on`` says which of the rules decide which aspect of the step; an aspect that is not named
    there is not the source's. Where it is left out altogether, all rules stand for all aspects.
    ``any_channel`` is true where the source puts none of the channels first. ``agrees`` and
    ``objects`` name the protocols whose sources say the same or the opposite, with their rules;
    they are worked out for protocols that are made of others.
    """

    id: Name
    title: Text
    kind: StepKind
    says: Text
    when: When
    rules: Annotated[tuple[RuleId, ...], Meta(min_length=1)]
    channels: Annotated[tuple[Channel, ...], Meta(min_length=1)]
    to: Recipient | None = None
    to_editorial: Text | None = None
    on: Trigger = "interview"
    roll: Roll = "always"
    in_turn: bool = False
    by_channel: dict[Channel, When] = {}
    without_date: WithoutDate | None = None
    unless_heard: bool = False
    optional: bool = False
    instead_of: Name | None = None
    repeat: Literal["grid", "chain"] | None = None
    pace: dict[Pace, Days] = {}
    editorial_pace: tuple[Pace, ...] = ()
    limit: Annotated[int, Meta(ge=1)] | None = None
    not_before: When | None = None
    ends_contact: bool = False
    at: dt.time | None = None
    readings: tuple[ReadingSpec, ...] = ()
    editorial: Text | None = None
    dated: int | None = None
    today: Text | None = None
    rests_on: dict[Aspect, tuple[RuleId, ...]] = {}
    any_channel: bool = False
    samples: Samples | None = None
    agrees: dict[Name, tuple[RuleId, ...]] = {}
    objects: dict[Name, tuple[RuleId, ...]] = {}

    def rules_on(self, aspect: Aspect) -> tuple[str, ...]:
        """The rules that decide an aspect of the step; none where the source does not speak of it."""
        return self.rests_on.get(aspect, ()) if self.rests_on else self.rules


class Stance(DataRecord, frozen=True, kw_only=True):
    """What a source holds on a question on which sources differ; ``position`` is comparable between them.

    ``rules`` say it outright, ``also`` lean the same way.
    """

    position: Name
    says: Text
    rules: Annotated[tuple[RuleId, ...], Meta(min_length=1)]
    also: tuple[RuleId, ...] = ()


class Stances(DataRecord, frozen=True, kw_only=True):
    """How bold to be, whether the field changes that, what silence means, and why to follow up at all."""

    boldness: Stance | None = None
    field: Stance | None = None
    silence: Stance | None = None
    why: Stance | None = None


class Protocol(DataRecord, frozen=True, kw_only=True):
    """A way of following up: its steps in table order, and its stances."""

    id: Name
    title: Text
    source: Text
    summary: Text
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)]
    stance: Stances = Stances()
    ignores_news: bool = False
    """True where only an answer that decides changes the plan, not a reply or a delay."""

    def step(self, id: str) -> Step | None:
        """The step of that id, or None."""
        return next((s for s in self.steps if s.id == id), None)
