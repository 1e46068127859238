"""An exercise as a record, what came of an answer, and the one function that judges it.

Four outcomes: right, not yet (which part, and why), error (one sentence, never a traceback) and not
attempted, so that a notebook that nobody touched runs to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any, Literal

from followup_kit.course import answers
from followup_kit.course.answers import Given, is_blank
from followup_kit.course.checking import Comparator
from followup_kit.course.markup import Shown, inline, to_html, to_text
from followup_kit.errors import FollowUpError, near_matches, shorten
from followup_kit.records.base import Record

__all__ = ["VERDICTS", "AnswerField", "Exercise", "Outcome", "Part", "judge"]

Kind = Literal["day", "number", "choice", "choices", "yes_no", "name", "text", "value"]
Status = Literal["right", "not_yet", "error", "not_attempted"]

VERDICTS: Mapping[Status, str] = {
    "right": "✓ Right",
    "not_yet": "✗ Not yet",
    "error": "! That could not be checked",
    "not_attempted": "○ Not attempted",
}
"""The outcome in words, with a sign beside it: never a colour alone."""

MOST_IN_LINE = 1_000
MOST_SIGNS = 20_000
"""No letter is as long; a text that is would take long to check."""

_EXAMPLES: Mapping[Kind, str] = {
    "day": "a day, for example 5 March 2026",
    "number": "a number, for example 3",
    "yes_no": "yes or no",
    "name": "a name, letter for letter",
    "text": "your own words",
    "value": "a Python value",
}


class AnswerField(Record, frozen=True, kw_only=True):
    """One blank to fill in: in the form a labelled field, in the cell an argument of that name.

    ``kind`` says how it is read; ``options`` (id → text) belong to choices; ``right`` is its
    comparator; ``rows`` is the height of a text's field.
    """

    id: str
    label: str
    kind: Kind
    right: Comparator
    options: Mapping[str, str] = {}
    help: str = ""
    rows: int = 1

    def example(self) -> str:
        """What is to be put there, in a few words."""
        if self.kind == "choice":
            return f"one of: {', '.join(self.options)}"
        if self.kind == "choices":
            return f"any of: {', '.join(self.options)}"
        return self.help or _EXAMPLES[self.kind]

    def read(self, answer: object, year: int) -> Given:
        """The answer as it is understood."""
        if isinstance(answer, str) and len(answer) > MOST_IN_LINE and self.kind not in ("text", "value"):
            return Given(problem="That is longer than any answer here: write it in a few words.")
        if self.kind == "day":
            return answers.read_day(answer, year=year)
        if self.kind == "choice":
            return answers.read_choice(answer, self.options)
        if self.kind == "choices":
            return answers.read_choices(answer, self.options)
        if self.kind == "value":
            return Given(value=answer, shown=type(answer).__name__)
        readers: dict[str, Callable[[object], Given]] = {
            "number": answers.read_number,
            "yes_no": answers.read_yes_no,
            "name": answers.read_name,
            "text": answers.read_text,
        }
        return readers[self.kind](answer)


class Exercise(Record, frozen=True, kw_only=True):
    """One exercise. ``id`` begins with the two figures of its lesson: ``04-first-plan``.

    ``objective`` is an id of the lesson's objectives, ``also`` are objectives of earlier lessons that it
    practises again, ``rules`` what it teaches, ``minutes`` the time
    it takes. ``hints`` go from mild to strong; ``solution`` gives each field's answer as a learner
    would type it, ``because`` explains it. ``year`` is meant where a learner types a day without one.
    ``together`` may object to answers that are right only one by one; it gets the values by field.
    ``also_right`` and ``wrong`` are answers that the tests try: of ``wrong``, each is a set of answers
    and some words that must stand in what is said about it.
    """

    id: str
    title: str
    objective: str
    prompt: str
    fields: tuple[AnswerField, ...]
    hints: tuple[str, ...]
    solution: Mapping[str, Any]
    because: str
    rules: tuple[str, ...]
    minutes: int
    also: tuple[str, ...] = ()
    year: int = 2026
    setup: str = ""
    together: Callable[[Mapping[str, Any]], str] | None = None
    also_right: tuple[Mapping[str, Any], ...] = ()
    wrong: tuple[tuple[Mapping[str, Any], str], ...] = ()

    @property
    def lesson(self) -> str:
        """The id of the lesson that it belongs to, two figures."""
        return self.id[:2]

    @property
    def stub(self) -> str:
        """The exercise's cell as it is before anybody has touched it."""
        return self.cell({})

    @property
    def solved(self) -> str:
        """The exercise's cell with the solution filled in."""
        return self.cell(self.solution)

    def cell(self, given: Mapping[str, Any]) -> str:
        """The exercise's cell with these answers."""
        lines = [self.setup.strip()] if self.setup else []
        lines += [f'q = course.exercise("{self.id}")', "q.check("]
        for f in self.fields:
            value = given.get(f.id, "")
            if f.kind == "text" and f.rows > 1:
                lines += [f"    # {f.label}", f'    {f.id}="""{value}""",']
            else:
                lines.append(f"    {f.id}={_quoted(value)},  # {f.example()}")
        return "\n".join([*lines, ")"])


def _quoted(value: Any) -> str:
    """A Python literal, with double quotes as the lessons write them."""
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_quoted(v) for v in value) + "]"
    return repr(value)


class Part(Record, frozen=True, kw_only=True):
    """What came of one field. ``given`` is the answer as it was understood, ``why`` what to think about."""

    field: str
    label: str
    status: Status
    why: str = ""
    given: str = ""


class Outcome(Shown, Record, frozen=True, kw_only=True):
    """What came of an answer: ``status``, one sentence, and the parts."""

    exercise: str
    status: Status
    summary: str
    parts: tuple[Part, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """True where every part is right."""
        return self.status == "right"

    def spoken(self) -> str:
        """The outcome in one breath, as a screen reader announces it."""
        said = [f"{VERDICTS[self.status][2:]}."]
        # What only all answers together get wrong stands in the summary alone.
        if self.status != "not_yet" or all(p.status == "right" for p in self.parts):
            said.append(to_text(self.summary))
        said += [f"{p.label}: {to_text(p.why)}" for p in self.parts if p.status in ("not_yet", "error")]
        return " ".join(said)

    def as_text(self) -> str:
        lines = [f"{VERDICTS[self.status]}. {to_text(self.summary)}"]
        lines += [f"  {VERDICTS[p.status]}: {to_text(p.label + _after(p, ' – '))}" for p in self.parts]
        if self.rules and self.status == "right":
            lines.append(f"  Rules: {', '.join(self.rules)}")
        return "\n".join(lines)

    def as_html(self) -> str:
        verdict, _, words = VERDICTS[self.status].partition(" ")
        out = [f'<div class="fk-card fk-{self.status}">']
        summary = to_html(self.summary).removeprefix("<p>")
        out.append(f'<p><span class="fk-verdict">{verdict} {words}.</span> {summary}')
        if self.parts:
            items = "".join(
                f"<li><strong>{VERDICTS[p.status]}:</strong> {inline(p.label + _after(p, ' – '))}</li>"
                for p in self.parts
            )
            out.append(f"<ul>{items}</ul>")
        if self.rules and self.status == "right":
            out.append(f"<p>Rules: {escape(', '.join(self.rules))}</p>")
        return "".join([*out, "</div>"])


def _after(part: Part, dash: str) -> str:
    given = f" (read as {part.given})" if part.given else ""
    return given + (dash + part.why if part.why else "")


def judge(exercise: Exercise, given: Mapping[str, Any]) -> Outcome:
    """What comes of these answers, by field. Pure; whatever goes wrong inside becomes an outcome.

    Reading and comparing one exercise takes well under 50 ms.
    """
    known = {f.id for f in exercise.fields}
    for name in given:
        if name not in known:
            near = near_matches(str(name), known, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"It has: {', '.join(sorted(known))}."
            return _outcome(
                exercise, "error", f"This exercise has no field {shorten(str(name), 40)!r}. {hint}"
            )
    if all(is_blank(given.get(f.id)) for f in exercise.fields):
        return _outcome(
            exercise, "not_attempted", "Fill in your answer, then check it. A hint is there if you want one."
        )
    if any(_too_long(given.get(f.id)) for f in exercise.fields):
        return _outcome(exercise, "error", f"One answer is longer than {MOST_SIGNS} signs: make it shorter.")
    parts: list[Part] = []
    values: dict[str, Any] = {}
    for f in exercise.fields:
        parts.append(_part(f, given.get(f.id), exercise.year, values))
    if any(p.status == "error" for p in parts):
        return _outcome(exercise, "error", "One answer could not be read: see below what to write.", parts)
    if any(p.status == "not_attempted" for p in parts):
        return _outcome(exercise, "not_yet", "Something is still empty.", parts)
    if any(p.status == "not_yet" for p in parts):
        done = sum(p.status == "right" for p in parts)
        summary = f"{done} of {len(parts)} parts are right." if done else "Think again about this:"
        return _outcome(exercise, "not_yet", summary, parts)
    if exercise.together is not None:
        try:
            objection = exercise.together(values)
        except Exception as error:  # noqa: BLE001 - an answer never ends in a traceback
            return _outcome(exercise, "error", _sentence(error), parts)
        if objection:
            return _outcome(exercise, "not_yet", objection, parts)
    return _outcome(exercise, "right", exercise.because, parts)


def _too_long(answer: Any) -> bool:
    return (
        isinstance(answer, str | bytes | list | tuple | set | frozenset | dict) and len(answer) > MOST_SIGNS
    )


def _part(field: AnswerField, answer: Any, year: int, values: dict[str, Any]) -> Part:
    if is_blank(answer):
        return Part(
            field=field.id, label=field.label, status="not_attempted", why=f"put here {field.example()}."
        )
    try:
        read = field.read(answer, year)
        if read.problem:
            return Part(field=field.id, label=field.label, status="error", why=read.problem)
        values[field.id] = read.value
        why = field.right(read.value)
    except Exception as error:  # noqa: BLE001 - an answer never ends in a traceback
        return Part(field=field.id, label=field.label, status="error", why=_sentence(error))
    shown = read.shown if field.kind in ("day", "number", "choice", "choices") else ""
    return Part(field=field.id, label=field.label, status="not_yet" if why else "right", why=why, given=shown)


def _sentence(error: Exception) -> str:
    """One sentence for a learner, from an error that a checker ran into."""
    if isinstance(error, FollowUpError):
        return str(error)
    return f"This answer has a form that was not expected ({type(error).__name__}): write it as the example shows."


def _outcome(exercise: Exercise, status: Status, summary: str, parts: list[Part] | None = None) -> Outcome:
    rules = exercise.rules if status == "right" else ()
    return Outcome(
        exercise=exercise.id, status=status, summary=summary, parts=tuple(parts or ()), rules=rules
    )
