"""A letter as records: what is known about it, the parsed draft, the checklist, and what was found.

Every span is a pair ``(start, end)`` in code points of the text as it was given, so that
``text[start:end]`` is the quote. A browser counts UTF-16 units: convert once, there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args

from msgspec import Meta

from followup_kit.errors import UnknownName
from followup_kit.records.advice import Name, RuleId, Text
from followup_kit.records.base import DataRecord, Record

__all__ = [
    "KINDS",
    "Checklist",
    "Draft",
    "Example",
    "Finding",
    "Findings",
    "Group",
    "Item",
    "Kind",
    "LetterContext",
    "Messages",
    "Report",
    "Sentence",
    "Span",
    "Verdict",
    "Weight",
]

Kind = Literal[
    "thank_you", "work_sample", "check_in", "reverse_cover_letter", "after_rejection", "acceptance"
]
KINDS: tuple[str, ...] = get_args(Kind)
Group = Literal["form", "content", "tone"]
Weight = Literal["must", "should", "optional"]
Verdict = Literal["met", "missing", "breach", "check_yourself", "not_applicable"]
Span = tuple[int, int]
"""Start and end in code points, the end not included."""
State = Literal["checked", "not_started", "not_english"]
Need = Literal["second_letter", "interview_date", "sent_date"]


class LetterContext(Record, frozen=True, kw_only=True):
    """What the writer noted about the interview; only what is known need be given.

    Names are spelled as on the card, dates are local dates. ``interviewer_name`` may be only a
    surname or a first name, with or without a title, and may join two people with "and".

    >>> LetterContext(interviewer_name="Ms. Ana Ruiz", company="Bright Farm").company
    'Bright Farm'
    """

    interviewer_name: str = ""
    position: str = ""
    company: str = ""
    topics: tuple[str, ...] = ()
    sender_name: str = ""
    interview_date: dt.date | None = None
    sent_date: dt.date | None = None
    promised_date: dt.date | None = None
    timezone: str = ""
    country: str = ""
    subject: str = ""
    round: str = ""
    attachments: tuple[str, ...] = ()
    others_met: tuple[str, ...] = ()


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence of the body: where it stands, and in which paragraph (counted from 0)."""

    start: int
    end: int
    paragraph: int


class Draft(Record, frozen=True, kw_only=True):
    """A letter parsed once; all places are spans of ``text``.

    ``folded`` is as long as ``text``, code point by code point: small letters, plain quotes and
    hyphens, plain spaces. ``greeting``, ``closing`` and ``signature`` are empty spans where there
    is none. ``left_out`` holds quoted earlier mail and mail headings.
    """

    text: str
    folded: str
    greeting: Span
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    closing: Span
    signature: Span
    left_out: tuple[Span, ...] = ()
    word_count: int = 0

    def quote(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span[0] : span[1]]


class Finding(Record, frozen=True, kw_only=True):
    """What the checker says about one item of the checklist.

    ``spans`` are sorted and never empty ranges; ``quotes`` holds the text of each. ``rules`` are
    the ids of the sources' rules behind the item.
    """

    item: str
    group: Group
    weight: Weight
    verdict: Verdict
    message: str
    suggestion: str = ""
    spans: tuple[Span, ...] = ()
    quotes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain values with the keys of the JSON output."""
        return {
            "item": self.item,
            "group": self.group,
            "weight": self.weight,
            "verdict": self.verdict,
            "spans": [list(span) for span in self.spans],
            "quote": list(self.quotes),
            "message": self.message,
            "suggestion": self.suggestion,
            "rules": list(self.rules),
        }


F = TypeVar("F", bound=Finding)


class Findings(Generic[F]):
    """What every report can do with its findings: go through them, take one by its item, and sort them."""

    __slots__ = ()
    findings: tuple[F, ...]

    def __iter__(self) -> Iterator[F]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, item: str) -> F:
        for finding in self.findings:
            if finding.item == item:
                return finding
        raise UnknownName("item of this report", item, (f.item for f in self.findings))

    def to_fix(self) -> tuple[F, ...]:
        """What to fix first: breaches, and what is missing though it must or should be there."""
        return tuple(
            f
            for f in self.findings
            if f.verdict == "breach" or (f.verdict == "missing" and f.weight != "optional")
        )

    def to_add(self) -> tuple[F, ...]:
        """What could be added: optional items that were not found."""
        return tuple(f for f in self.findings if f.verdict == "missing" and f.weight == "optional")

    def to_judge(self) -> tuple[F, ...]:
        """What only people can judge."""
        return tuple(f for f in self.findings if f.verdict == "check_yourself")


class Report(Findings[Finding], Record, frozen=True, kw_only=True):
    """All findings on one letter: every item of the checklist once, in the checklist's order.

    ``word_count`` counts the body. ``state`` says whether there was anything to check
    (``not_started``) and whether it was English (``not_english``: mechanical findings only);
    ``note`` says the same in a sentence.
    """

    kind: Kind
    word_count: int
    findings: tuple[Finding, ...]
    state: State = "checked"
    note: str = ""

    def ordered(self) -> tuple[Finding, ...]:
        """All findings: to fix, to add, to judge, then what is met and what does not apply."""
        met = tuple(f for f in self.findings if f.verdict == "met")
        rest = tuple(f for f in self.findings if f.verdict == "not_applicable")
        return self.to_fix() + self.to_add() + self.to_judge() + met + rest

    def to_dict(self) -> dict[str, Any]:
        """Plain values: kind, word_count and findings, as the command line prints them."""
        return {
            "kind": self.kind,
            "word_count": self.word_count,
            "findings": [finding.to_dict() for finding in self.findings],
        }


class Messages(DataRecord, frozen=True, kw_only=True):
    """What the learner reads, by verdict; ``{found}``, ``{wanted}`` and ``{count}`` are filled in."""

    met: Text
    missing: str = ""
    breach: str = ""
    check_yourself: str = ""


class Example(DataRecord, frozen=True, kw_only=True):
    """A text that an item must (hit) or must not (miss) react to; ``context`` changes the example context."""

    text: str
    kind: Kind = "thank_you"
    context: dict[str, Any] = {}
    also: str | None = None


class Item(DataRecord, frozen=True, kw_only=True):
    """One item of a checklist: what to do, for which letters, who says so, and how it is checked.

    ``check`` names a check of this package, or is ``phrases_present`` or ``phrases_absent`` with
    own ``phrases`` (regular expressions on the text in small letters). ``sense`` is ``presence``
    where something should be there and ``limit`` where something should not. ``hits`` are texts in
    which the item is found (presence) or broken (limit), ``misses`` texts in which it is not.
    ``needs`` names what must be known for the item to apply, ``missing_allowed`` whether "not
    found" is reliable enough to be said. ``editorial`` gives the reason where no source says it.
    """

    id: Name
    text: Text
    group: Group
    weight: Weight
    kinds: Annotated[tuple[Kind, ...], Meta(min_length=1)]
    sense: Literal["presence", "limit"]
    check: Name
    how: Text
    messages: Messages
    suggestion: Text
    hits: Annotated[tuple[Example, ...], Meta(min_length=1)]
    misses: Annotated[tuple[Example, ...], Meta(min_length=1)]
    rules: tuple[RuleId, ...] = ()
    editorial: Text | None = None
    needs: tuple[Need, ...] = ()
    missing_allowed: bool = False
    phrases: tuple[Text, ...] = ()
    mechanical: bool = False
    limit: int | None = None


class Checklist(DataRecord, frozen=True, kw_only=True):
    """The items in order, what the examples are about, and the notes on a whole letter.

    ``silenced`` names items of ours that this checklist leaves out of judgement.
    """

    id: Name
    title: Text
    items: tuple[Item, ...] = ()
    example_context: dict[str, Any] = {}
    notes: dict[Name, Text] = {}
    silenced: tuple[Name, ...] = ()
