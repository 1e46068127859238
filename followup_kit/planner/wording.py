"""The sentences of a plan: why a date is what it is, and what was assumed."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from followup_kit.advice.rules import cite, rule_range
from followup_kit.planner.facts import Case
from followup_kit.planner.schedule import Slot
from followup_kit.records.words import MONTHS, WEEKDAYS

__all__ = ["citation", "day_text", "reason"]


@lru_cache(maxsize=4096)
def day_text(day: dt.date) -> str:
    """A date as the course writes it, whatever the locale of the machine.

    >>> day_text(dt.date(2026, 3, 2))
    'Mon 2 Mar 2026'
    """
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


@lru_cache(maxsize=256)
def citation(source: str, rules: tuple[str, ...]) -> str:
    """The source and the rules that a step comes from, as one text."""
    own = rules[0].partition(".")[0]
    return f"{cite(own) if own != source else cite(source)}, {rule_range(rules)}"


def reason(case: Case, slot: Slot) -> str:
    """One sentence: what to do, from what day it counts, and who says so."""
    step = slot.step
    when = f"snoozed to {day_text(slot.due)}" if slot.snoozed else _counted(case, slot)
    if slot.due != slot.raw:
        when += f", moved from {day_text(slot.raw)} to the next working day"
    return f"{step.says}: {when} ({citation(case.protocol.source, step.rules)})."


def _counted(case: Case, slot: Slot) -> str:
    step, anchor = slot.step, day_text(slot.anchor)
    if slot.due == slot.anchor:
        return f"on the day of the interview, {anchor}" if step.when.anchor == "interview" else f"on {anchor}"
    distance = _distance(slot)
    if slot.floored and step.not_before:
        floor = _days(step.not_before.offset, "day")
        return f"not before {floor} after the promised date, so on {day_text(slot.raw)}"
    match step.when.anchor:
        case "interview":
            return f"{distance} after the interview on {anchor}"
        case "promised_date" if slot.assumed:
            return f"{distance} after the assumed decision date, {anchor}"
        case "promised_date" if slot.ours and step.on == "delayed":
            return f"{distance} after the news of the delay on {anchor}"
        case "promised_date" if slot.ours and slot.anchor != case.interview.day:
            return f"no new date is known, so {distance} after the news of the delay on {anchor}"
        case "promised_date" if slot.ours:
            return f"no promised date is known, so {distance} after the interview on {anchor}"
        case "promised_date":
            return f"{distance} after the promised date, {anchor}"
        case "event":
            news = {"offer": "the offer", "rejected": "their no", "delayed": "the news of the delay"}
            return f"{distance} after {news.get(step.on, 'the interview')} on {anchor}"
        case "last_contact":
            return f"{distance} after the last contact on {anchor}"
        case "first_unanswered":
            return f"{distance} after {_title(case, slot)} of {anchor}, the first without an answer"
        case _:
            return f"{distance} after {_title(case, slot)} on {anchor}"


def _distance(slot: Slot) -> str:
    when = slot.step.by_channel.get(slot.channel, slot.step.when)
    days = (slot.raw - slot.anchor).days
    if when.unit == "working_days" and not (slot.ours and not slot.assumed):
        return _days(when.offset, "working day")
    return _days(days, "day")


def _days(number: int, unit: str) -> str:
    return f"1 {unit}" if number == 1 else f"{number} {unit}s"


def _title(case: Case, slot: Slot) -> str:
    """The step that the slot counts from, as it stands in a sentence."""
    named = case.protocol.step(slot.after or "")
    return f"the {named.title[0].lower()}{named.title[1:]}" if named else "the step before"
