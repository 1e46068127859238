"""What every check looks at: the draft, the context, and a view of the text with known names masked."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from followup_kit.letters.draft import WORD, fold, plain
from followup_kit.letters.names import people
from followup_kit.letters.phrases import CO, POS, WHO, Hit, Index, find, index
from followup_kit.letters.words import word_lists
from followup_kit.records.base import Record
from followup_kit.records.letter import Draft, Kind, LetterContext, Sentence, Span, Verdict

__all__ = ["Found", "Look", "stem"]

T = TypeVar("T")

MOST_READ = 20_000
"""Phrases are looked for in this many code points of the body, over three thousand words; the report says so."""


class Found(Record, frozen=True, kw_only=True):
    """What a check says: a verdict, the places, and what fills the message's gaps.

    ``absent`` is the verdict of a presence check that found nothing; the checklist decides whether
    that may be said ("missing") or is left to the writer. ``certain``: said in so many words, so
    that nothing else is weighed.
    """

    verdict: Verdict
    spans: tuple[Span, ...] = ()
    message: str = ""
    found: str = ""
    wanted: str = ""
    count: int = 0
    certain: bool = False


class Look:
    """A letter under check; what several checks need is computed once."""

    def __init__(self, draft: Draft, context: LetterContext, kind: Kind, also: Draft | None = None) -> None:
        self.draft = draft
        self.context = context
        self.kind = kind
        self.also = also
        self._hits: dict[str, tuple[Hit, ...]] = {}
        self._kept: dict[str, Any] = {}

    @cached_property
    def body(self) -> Span:
        """From the first to the last paragraph."""
        parts = self.draft.paragraphs
        return (parts[0][0], parts[-1][1]) if parts else (0, 0)

    @property
    def shortened(self) -> bool:
        """Whether the body is longer than what is read for phrases."""
        return self.body[1] - self.body[0] > MOST_READ

    @cached_property
    def view(self) -> str:
        """The body, folded, line ends as blanks, known names as private letters; other parts as line ends."""
        start, end = self.body
        end = min(end, start + MOST_READ)
        text = self.draft.folded[start:end].replace("\n", " ")
        shown = "\n" * start + text
        for mark, name in self._masks:
            for found in name.finditer(shown, start):
                shown = shown[: found.start()] + mark * (found.end() - found.start()) + shown[found.end() :]
        keep = [p for p in self.draft.paragraphs if p[0] < end]
        for before, after in itertools.pairwise(keep):
            gap = after[0] - before[1]
            shown = shown[: before[1]] + "\n" * gap + shown[after[0] :]
        return shown

    @cached_property
    def _masks(self) -> list[tuple[str, re.Pattern[str]]]:
        lists = word_lists()
        masks: list[tuple[str, re.Pattern[str]]] = []
        context = self.context
        if context.company.strip():
            names = [fold(context.company.strip())]
            words = [w for w in re.split(r"[\s,]+", names[0]) if w.strip(".,&")]
            lead = [w for w in words if w.strip(".'") not in lists.generic_company and len(w) >= 4]
            if len(words) > 1 and lead and words[0] == lead[0]:
                two = " ".join(words[:2])
                names += [two, lead[0]] if len(words) > 2 else [lead[0]]
            masks.append((CO, _any(names)))
        if context.position.strip():
            masks.append((POS, _any([fold(re.sub(r"\s*\(.*?\)", "", context.position)).strip() or "\ue0ff"])))
        who = [
            fold(part)
            for person in people(context.interviewer_name)
            for part in person.parts
            if len(part) > 1
        ]
        if who:
            masks.append((WHO, _any(who)))
        return masks

    def hits(self, name: str) -> tuple[Hit, ...]:
        """The hits of a phrase set in the body."""
        if name not in self._hits:
            self._hits[name] = find(self.view, name, self._index)
        return self._hits[name]

    @cached_property
    def _index(self) -> Index:
        return index(self.view, [(s.start, s.end) for s in self.draft.sentences])

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What a check works out, kept for the next check."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: T = self._kept[name]
        return kept

    def sure(self, name: str) -> tuple[Hit, ...]:
        """Its hits of full strength."""
        return self.once(f"sure {name}", lambda: tuple(h for h in self.hits(name) if h.strength == "sure"))

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place."""
        n = bisect_right(self.draft.sentences, place, key=lambda s: s.start) - 1
        found = self.draft.sentences[n] if n >= 0 else None
        return found if found is not None and place < found.end else None

    def within(self, hits: tuple[Hit, ...], sentence: Sentence) -> list[Hit]:
        """The hits that begin in a sentence; hits stand in the order of the text."""
        if not hits:
            return []
        first = bisect_left(hits, sentence.start, key=_start)
        return list(hits[first : bisect_left(hits, sentence.end, lo=first, key=_start)])

    def trim(self, span: Span) -> Span:
        """A span without blanks at its ends."""
        a, b = span
        text = self.draft.text
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        return a, b

    @cached_property
    def known(self) -> frozenset[str]:
        """All words of the context, plain, for telling known names from others."""
        c = self.context
        text = " ".join([c.interviewer_name, c.position, c.company, *c.topics, c.sender_name, *c.others_met])
        text += " " + c.country + " " + c.subject
        return frozenset(plain(m.group()) for m in WORD.finditer(text))

    @cached_property
    def topics(self) -> tuple[frozenset[str], ...]:
        """The stems that tell each noted topic."""
        lists = word_lists()
        names = {stem(w) for w in WORD.findall(fold(self.context.company + " " + self.context.position))}
        topics = []
        for topic in self.context.topics:
            words = [w for w in WORD.findall(fold(topic)) for w in ([w, *w.split("-")] if "-" in w else [w])]
            kept = frozenset(
                stem(w.removesuffix("'s")) for w in words if w not in lists.topic_stop and len(w) > 1
            )
            topics.append(kept - names if kept - names else kept)
        return tuple(t for t in topics if t)


def _start(hit: Hit) -> int:
    return hit.start


def _any(names: list[str]) -> re.Pattern[str]:
    parts = sorted({n for n in names if n}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(p)}(?!\w)" for p in parts))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude stem, good enough to match a topic with its other forms.

    >>> stem("hearings"), stem("scheduling"), stem("policies")
    ('hear', 'schedul', 'polic')
    """
    word = plain(word)
    for ending in (
        "ations",
        "ation",
        "ings",
        "ing",
        "ies",
        "ied",
        "edly",
        "ers",
        "ers'",
        "ed",
        "es",
        "er",
        "ly",
        "e",
        "s",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word
