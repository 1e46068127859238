"""The desk behind the letter studio: the letters, what is known about them, and what was found; no widgets.

The text, the silenced items and the writer's own marks live in a plain dict, so that a cell that
is run again finds them. What the page shows is made at one place, :meth:`Desk.view`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from typing import Any

import msgspec

from followup_kit.advice.rules import cite, rules
from followup_kit.course.learner.own_letters import letter_keys, take_over
from followup_kit.errors import FollowUpError, LetterError, UnknownName
from followup_kit.letters.check import check_letter
from followup_kit.letters.checklists import our_checklist
from followup_kit.letters.context import parse_context, parse_kind
from followup_kit.outputs.mail import eml, mailto, mailto_fits
from followup_kit.records.case import Interview
from followup_kit.records.letter import Checklist, Finding, LetterContext, Report
from followup_kit.widgets.offsets import clean, to_utf16

__all__ = ["BUCKETS", "Desk", "contexts_of"]

Check = Callable[..., Report]
Contexts = LetterContext | Mapping[str, Any] | Interview | Iterable[LetterContext | Mapping[str, Any]]

BUCKETS = {
    "fix": "To fix before sending",
    "add": "You could add",
    "judge": "Only you can judge",
    "todo": "What this letter should hold",
    "met": "Met, or nothing spotted",
    "left": "Left out by you",
    "rest": "Does not apply here",
}
"""The groups of the list, in order. ``todo`` is for an empty page, which has no verdicts."""

KEPT: dict[str, Any] = {}
"""Where letters are kept if the caller gives no place of their own: for as long as the kernel runs."""

_WORD = re.compile(r"\w+")
_UNSAFE = re.compile(r"[^\w-]+")


def contexts_of(given: Contexts) -> tuple[tuple[LetterContext, ...], tuple[str, ...], tuple[str, ...]]:
    """The contexts that were given in any form, the e-mail address known for each, and keys nobody knows.

    An interview gives one context for each of its people, who then know of each other.

    >>> contexts_of({"interviewer_name": "Ana Ruiz", "mood": "good"})[2]
    ('mood',)
    """
    unknown: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    if isinstance(given, Interview):
        shared = LetterContext(
            company=given.company, position=given.position, topics=given.topics,
            interview_date=given.day, promised_date=given.promised, timezone=given.timezone or "",
        )  # fmt: skip
        people = given.people
        contexts = tuple(msgspec.structs.replace(shared, interviewer_name=p.name) for p in people) or (
            shared,
        )
        addresses = tuple(p.email for p in people)
    elif isinstance(given, LetterContext):
        contexts = (given,)
    else:
        several = [given] if isinstance(given, Mapping) else list(given)
        read = [(c, ()) if isinstance(c, LetterContext) else parse_context(c) for c in several]
        contexts = tuple(context for context, _ in read)
        unknown = tuple(dict.fromkeys(key for _, keys in read for key in keys))
    if not contexts:
        raise LetterError("There is nobody to write to: give one context at least.")
    names = [c.interviewer_name for c in contexts]
    contexts = tuple(
        c if c.others_met else msgspec.structs.replace(c, others_met=_others(names, n))
        for n, c in enumerate(contexts)
    )
    return contexts, addresses or ("",) * len(contexts), unknown


def _others(names: Sequence[str], n: int) -> tuple[str, ...]:
    return tuple(name for m, name in enumerate(names) if m != n and name)


class Desk:
    """The letters to one person or to a panel, all of one kind.

    ``state`` is a plain dict that outlives the widget; ``check`` judges a text as
    :func:`followup_kit.check_letter` does. Raises :class:`~followup_kit.errors.LetterError` for a
    context or an address that cannot be used.
    """

    def __init__(
        self,
        contexts: Contexts,
        text: str | Sequence[str] = "",
        kind: str = "thank_you",
        *,
        state: MutableMapping[str, Any] | None = None,
        to: str | Sequence[str] = "",
        checklist: Checklist | None = None,
        check: Check = check_letter,
    ) -> None:
        self.kind = parse_kind(kind)
        self.contexts, addresses, self.unknown = contexts_of(contexts)
        self.state = KEPT if state is None else state
        self._keys = letter_keys(self.contexts, self.kind)
        take_over(self.state, self.contexts, self.kind)
        self.checklist = checklist or our_checklist()
        self._check = check
        self.to = self._each(to, "addresses") if to else addresses
        for context, address in zip(self.contexts, self.to, strict=True):
            mailto("", subject=context.subject, to=address)
        self.names = tuple(
            c.interviewer_name or (f"Letter {n}" if len(self.contexts) > 1 else "")
            for n, c in enumerate(self.contexts, 1)
        )
        self.titles = {item.id: item.text.rstrip(".") for item in self.checklist.items}
        self.earlier = tuple(self._open(n, given) for n, given in enumerate(self._each(text, "texts")))

    def __len__(self) -> int:
        return len(self.contexts)

    def _each(self, given: str | Sequence[str], what: str) -> tuple[str, ...]:
        """One value for each letter; a single one is the first letter's."""
        values = (given,) if isinstance(given, str) else tuple(given)
        if len(values) > len(self.contexts):
            raise LetterError(
                f"There are {len(values)} {what} for {len(self.contexts)} letters: give one for each person."
            )
        return values + ("",) * (len(self.contexts) - len(values))

    # -- what is kept --------------------------------------------------------------------------

    def _open(self, n: int, given: str) -> str:
        """Lay letter ``n`` on the desk; what it held before, where the cell brings a new text."""
        given = clean(given)
        kept = self._kept(n)
        before = str(kept["text"])
        if not given or given == kept["given"]:
            return ""
        self._keep(n, given=given, text=given)
        return before if before != given else ""

    def _kept(self, n: int) -> dict[str, Any]:
        return {"given": "", "text": "", "silenced": [], "marks": {}} | dict(
            self.state.get(self._keys[n], {})
        )

    def _keep(self, n: int, **changed: Any) -> None:
        # A new value each time: a state that writes to a file sees only what is assigned.
        self.state[self._keys[n]] = self._kept(n) | changed

    def text(self, n: int) -> str:
        """What letter ``n`` says."""
        return str(self._kept(n)["text"])

    def write(self, n: int, text: str) -> None:
        """Put ``text`` in place of letter ``n``."""
        if clean(text) != self.text(n):
            self._keep(n, text=clean(text))

    def silenced(self, n: int) -> tuple[str, ...]:
        """The items that the writer left out of judgement, as far as the checklist has them."""
        return tuple(item for item in self._kept(n)["silenced"] if item in self.titles)

    def silence(self, item: str, on: bool = True) -> None:
        """Leave an item out of judgement in all letters of the desk, or take it in again."""
        self._known(item)
        for n in range(len(self)):
            rest = [i for i in self._kept(n)["silenced"] if i != item]
            self._keep(n, silenced=[*rest, item] if on else rest)

    def marks(self, n: int) -> dict[str, str]:
        """The writer's own marks: item → the words that are its evidence, or an empty text."""
        return {item: words for item, words in self._kept(n)["marks"].items() if item in self.titles}

    def mark(self, n: int, item: str, words: str = "") -> None:
        """Note that the writer has seen to an item; ``words`` of the letter are the evidence."""
        self._known(item)
        self._keep(n, marks=self._kept(n)["marks"] | {item: clean(words)})

    def unmark(self, n: int, item: str) -> None:
        """Take the writer's mark back."""
        self._keep(n, marks={i: words for i, words in self._kept(n)["marks"].items() if i != item})

    def _known(self, item: str) -> None:
        if item not in self.titles:
            raise UnknownName("item", item, self.titles)

    # -- what is found -------------------------------------------------------------------------

    def report(self, n: int) -> Report:
        """What the checker says about letter ``n``, with what the writer marked and silenced."""
        text = self.text(n)
        found = {item: text.find(words) if words else -1 for item, words in self.marks(n).items()}
        marks = {
            item: (at, at + len(self.marks(n)[item])) if at >= 0 else "met" for item, at in found.items()
        }
        return self._check(
            text, self.contexts[n], kind=self.kind, also=self._likest(n), silence=self.silenced(n),
            marks=marks, checklist=self.checklist,
        )  # fmt: skip

    def _likest(self, n: int) -> str | None:
        """The other letter that shares most words with letter ``n``."""
        others = [t for m in range(len(self)) if m != n and (t := self.text(m)).strip()]
        if not others:
            return None
        own = set(_WORD.findall(self.text(n).lower()))
        return max(others, key=lambda t: len(own & set(_WORD.findall(t.lower()))))

    def view(self, n: int, version: int = 0) -> dict[str, Any]:
        """All that the page shows about letter ``n``, in plain values; spans are in UTF-16 units."""
        base = {
            "letter": n,
            "version": version,
            "findings": [],
            "note": "",
            "words": "",
            "mailto": "",
            "fits": True,
        }
        text = self.text(n)
        try:
            report = self.report(n)
            link = mailto(text, subject=self.contexts[n].subject, to=self.to[n])
        except FollowUpError as error:
            return base | {"state": "unusable", "note": str(error), "summary": str(error)}
        findings = [self._shown(finding, n, text, report.state) for finding in report]
        order = list(BUCKETS)
        findings.sort(key=lambda f: order.index(f["bucket"]))
        return base | {
            "state": report.state,
            "note": report.note,
            "words": "1 word in the body"
            if report.word_count == 1
            else f"{report.word_count} words in the body",
            "summary": _summary(report.state, findings, report.note),
            "findings": findings,
            "mailto": link,
            "fits": mailto_fits(link),
        }

    def _shown(self, finding: Finding, n: int, text: str, state: str) -> dict[str, Any]:
        bucket = self._bucket(finding, n, state)
        return {
            "item": finding.item,
            "title": self.titles.get(finding.item, finding.item.replace("_", " ")),
            "group": finding.group,
            "bucket": bucket,
            "message": "" if bucket == "todo" else finding.message,
            "suggestion": finding.suggestion,
            "spans": [] if bucket in {"todo", "left", "rest"} else to_utf16(text, finding.spans),
            "rules": list(finding.rules),
            "marked": finding.item in self.marks(n),
        }

    def _bucket(self, finding: Finding, n: int, state: str) -> str:
        if finding.item in self.marks(n):
            return "met"
        if finding.item in self.silenced(n):
            return "left"
        if finding.verdict == "not_applicable":
            return "rest"
        if state == "not_started":
            return "todo"
        if finding.verdict == "check_yourself":
            return "rest" if state == "not_english" and not finding.spans else "judge"
        if finding.verdict == "missing":
            return "add" if finding.weight == "optional" else "fix"
        return "fix" if finding.verdict == "breach" else "met"

    def sources(self) -> dict[str, list[str]]:
        """What each rule behind the checklist says, and who says it: id → rule in our words, source."""
        wanted = {rule for item in self.checklist.items for rule in item.rules}
        return {id: [rules()[id].rule, cite(rules()[id].source)] for id in sorted(wanted) if id in rules()}

    # -- what leaves the desk ------------------------------------------------------------------

    def eml(self, n: int) -> bytes:
        """Letter ``n`` as an unsent message; nothing is sent."""
        context = self.contexts[n]
        name = context.interviewer_name if self.to[n] else ""
        return eml(self.text(n), subject=context.subject, to=self.to[n], name=name)

    def file_name(self, n: int) -> str:
        """A name without an ending for a file with letter ``n``.

        >>> Desk({"interviewer_name": "Ms. Zoë Özdemir"}, state={}).file_name(0)
        'thank-you-Ms-Zoë-Özdemir'
        """
        parts = [self.kind.replace("_", "-"), _UNSAFE.sub("-", self.names[n]).strip("-")]
        return "-".join(filter(None, parts))[:80]


def _summary(state: str, findings: Sequence[Mapping[str, Any]], note: str) -> str:
    """One line for the ear: how many findings of which sort."""
    if state == "not_started":
        return "Not started."
    counts = {bucket: sum(f["bucket"] == bucket for f in findings) for bucket in ("fix", "add", "judge")}
    said = [
        f"To fix: {counts['fix']}." if counts["fix"] else "Nothing to fix.",
        f"You could add: {counts['add']}." if counts["add"] else "",
        f"For you to judge: {counts['judge']}." if counts["judge"] else "",
    ]
    return " ".join(filter(None, [note if state == "not_english" else "", *said]))
