"""A plan as plain text."""

from __future__ import annotations

import textwrap

from followup_kit.advice.rules import rules
from followup_kit.outputs.words import STATUSES, day_text, how, series_title, when
from followup_kit.records.plan import Plan, Reading, Touchpoint
from followup_kit.records.words import BY

__all__ = ["explain_touchpoint", "plan_text", "reading_text", "wrapped"]

WIDTH = 100


def plan_text(plan: Plan) -> str:
    """The plan as lines of at most 100 columns where words allow it: each touchpoint with its reason."""
    where = " for " + ", ".join(p for p in (plan.interview.position, plan.interview.company) if p)
    about = where if plan.interview.position or plan.interview.company else ""
    lines = [f"{plan.title} plan after the interview on {day_text(plan.interview.day)}{about}"]
    lines += [f"Working days: {plan.calendar}", ""]
    lines += [line for note in plan.assumptions for line in wrapped(note, "! ")]
    if plan.assumptions:
        lines.append("")
    for t in plan:
        status = "" if t.status == "planned" else f"  [{STATUSES[t.status]}{_done(t)}]"
        lines.append(f"{when(t)}  {series_title(t, plan)}  ({how(t)}){status}")
        lines += wrapped(t.reason, "    ")
        if t.readings:
            others = "; ".join(reading_text(r, t) for r in t.readings)
            lines += wrapped(f"Other readings: {others}", "    ")
    return "\n".join(lines)


def reading_text(reading: Reading, t: Touchpoint) -> str:
    """One reading and what it would give, for a sentence."""
    text = f"{reading.label} → {day_text(reading.due)}"
    if reading.latest:
        text += f" to {day_text(reading.latest)}"
    if reading.channel != t.channel:
        text += f", {BY[reading.channel]}"
    return text + (" (the same day)" if reading.due == t.due and reading.channel == t.channel else "")


def explain_touchpoint(plan: Plan, t: Touchpoint) -> str:
    """Reason, rules, what moved it, notes and other readings of one touchpoint."""
    lines = [f"{series_title(t, plan)}: {when(t)}, {how(t)} ({STATUSES[t.status]}{_done(t)})"]
    lines += wrapped(t.reason, "")
    if t.moved_from:
        lines.append(f"Moved from {day_text(t.moved_from)}, which is no working day ({plan.calendar}).")
    if t.changed_by:
        verb = "Cancelled" if t.status == "cancelled" else "Given this date"
        lines.append(
            f"{verb} by what happened on {day_text(t.changed_by.on)}: {event_words(t.changed_by.kind)}."
        )
    lines += [line for note in t.notes for line in wrapped(note, "Note: ")]
    known = rules()
    lines += [
        line for id in t.rules for line in wrapped(f"{id}  {known[id].rule if id in known else ''}", "  ")
    ]
    if t.readings:
        lines.append("Other readings:")
        lines += [f"  {reading_text(r, t)}" for r in t.readings]
    return "\n".join(lines)


def event_words(kind: str) -> str:
    """The kind of an event, in words.

    >>> event_words("next_round")
    'next round'
    """
    return kind.replace("_", " ")


def _done(t: Touchpoint) -> str:
    return f" on {day_text(t.done_on)}" if t.done_on else ""


def wrapped(text: str, indent: str) -> list[str]:
    """The text as lines of at most 100 columns where words allow it; those after the first as far in."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent), break_long_words=False
    )
