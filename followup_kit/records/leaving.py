"""What to ask before leaving the interview, and what to take home, as records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, get_args

from msgspec import Meta

from followup_kit.records.advice import Name, RuleId, Text
from followup_kit.records.base import DataRecord, Record

__all__ = ["SITUATIONS", "BeforeLeaving", "Place", "Question", "RecordField", "Situation"]

Situation = Literal["in_person", "remote", "already_left"]
SITUATIONS: tuple[str, ...] = get_args(Situation)


class Question(DataRecord, frozen=True, kw_only=True):
    """One question to ask; ``fills`` names the fields of the record that its answer fills.

    ``remote`` and ``already_left`` are its wording there, where it is another one. In ``only`` stand
    the situations in which it makes sense; without it, all. ``today`` says what is done now where
    the advice is of the year ``dated``.
    """

    id: Name
    ask: Text
    why: Text
    rules: tuple[RuleId, ...] = ()
    remote: str = ""
    already_left: str = ""
    only: tuple[Situation, ...] = ()
    fills: tuple[Name, ...] = ()
    editorial: str = ""
    dated: int | None = None
    today: str = ""

    def wording(self, situation: Situation) -> str:
        """The question as it is asked in this situation."""
        return {"remote": self.remote, "already_left": self.already_left}.get(situation) or self.ask


class RecordField(DataRecord, frozen=True, kw_only=True):
    """One thing to take home, and why it is needed."""

    id: Name
    label: Text
    why: Text
    rules: tuple[RuleId, ...] = ()
    editorial: str = ""
    remote: str = ""
    already_left: str = ""


class Place(DataRecord, frozen=True, kw_only=True):
    """Where to find something where there is no card, or where you have already left."""

    id: Name
    title: Text
    look_for: Text
    finds: Annotated[tuple[Name, ...], Meta(min_length=1)]
    editorial: Text
    situations: tuple[Situation, ...] = ("remote", "already_left")


class BeforeLeaving(Record, frozen=True, kw_only=True):
    """The questions for one situation, each once, the record to take home, and where else to look.

    Iterating gives the questions. ``opening`` says what they are for, with its rule ids.
    """

    situation: Situation
    opening: str
    rules: tuple[str, ...]
    questions: tuple[Question, ...]
    record: tuple[RecordField, ...]
    places: tuple[Place, ...]

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    def __str__(self) -> str:
        lines = [self.opening, ""]
        for n, q in enumerate(self.questions, 1):
            lines.append(f"{n}. {q.wording(self.situation)} ({', '.join(q.rules) or 'editorial'})")
        lines += ["", "Take home:"]
        lines += [f"- {f.label} ({', '.join(f.rules) or 'editorial'})" for f in self.record]
        if self.places:
            lines += ["", "Where to look:"]
            lines += [f"- {p.title}: {p.look_for}" for p in self.places]
        return "\n".join(lines)
