"""The drill of letters: a short letter with one planted fault, or none; which is it?"""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache
from typing import Any

from followup_kit.advice.loading import load_data
from followup_kit.course.checking import ChoiceIs
from followup_kit.course.drills import DrillKind
from followup_kit.course.drills.names import near_misses
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.records.base import DataRecord, Record

__all__ = ["KIND", "Planted", "plant"]

LEVELS = 4
NOTHING = "nothing"
NO_FAULT = "Nothing: it can be sent"
WITH_NOTHING = 3
"""From this level on “nothing” is among the answers; on the last one it may be right."""


class _Setting(DataRecord, frozen=True, kw_only=True):
    sender: str
    name: str
    other: str
    company: str
    elsewhere: str
    position: str
    topics: tuple[str, ...]
    thanks: str
    topic: str
    example: str
    interest: str
    offer: str


class _Fault(DataRecord, frozen=True, kw_only=True):
    id: str
    label: str
    item: str
    level: int
    texts: tuple[str, ...]
    because: str
    rules: tuple[str, ...]
    clash: tuple[str, ...]
    replaces: str = ""
    after: str = ""
    also_drops: tuple[str, ...] = ()


class _Harmless(DataRecord, frozen=True, kw_only=True):
    text: str
    why: str


class _File(DataRecord, frozen=True, kw_only=True):
    parts: tuple[str, ...]
    settings: tuple[_Setting, ...]
    faults: tuple[_Fault, ...]
    harmless: tuple[_Harmless, ...]


class Planted(Record, frozen=True, kw_only=True):
    """A letter with what is known about it, and the fault that was planted (``nothing`` for none).

    ``options`` are the answers to choose from, id → text; ``items`` the checklist's item of each.
    """

    letter: str
    context: Mapping[str, Any]
    fault: str
    because: str
    rules: tuple[str, ...]
    options: Mapping[str, str]
    items: Mapping[str, str]


@cache
def _file() -> _File:
    return load_data("drill_letters.toml", _File)


def plant(rng: random.Random, level: int) -> Planted:
    """A letter of this level.

    >>> planted = plant(random.Random(1), 1)
    >>> planted.fault in planted.options
    True
    """
    data = _file()
    setting = rng.choice(data.settings)
    faults = [f for f in data.faults if f.level <= level]
    hard = [f for f in faults if f.level >= level - 1]
    clean = level == LEVELS and rng.random() < 0.5
    fault = None if clean else rng.choice(hard)
    words = {
        "name": setting.name,
        "other": setting.other,
        "company": setting.company,
        "elsewhere": setting.elsewhere,
        "miss": rng.choice(_spellings(setting.name)),
    }
    parts: dict[str, str] = {
        "greeting": f"Dear {setting.name},", "thanks": setting.thanks, "topic": setting.topic,
        "example": setting.example, "interest": setting.interest.format(**words), "offer": setting.offer,
        "closing": f"Kind regards, {setting.sender}",
    }  # fmt: skip
    if fault is None:
        extra = rng.choice(data.harmless)
        parts["offer"] += f" {extra.text}"
        because = f"Nothing is wrong with it. “{extra.text}” {extra.why}"
    else:
        text = rng.choice(fault.texts).format(**words)
        if fault.replaces:
            parts[fault.replaces] = text
        else:
            parts[fault.after] += f" {text}"
        parts |= dict.fromkeys(fault.also_drops, "")
        because = fault.because.format(**words)
    taken = {NOTHING} if fault is None else {fault.id, *fault.clash}
    others = rng.sample(
        [f for f in faults if f.id not in taken], 3 if level < WITH_NOTHING or fault is None else 2
    )
    shown = [*others, *([fault] if fault else [])]
    rng.shuffle(shown)
    options = {f.id: f.label for f in shown}
    if level >= WITH_NOTHING:
        options[NOTHING] = NO_FAULT
    return Planted(
        letter=_letter(parts),
        context={
            "interviewer_name": setting.name, "others_met": [setting.other], "company": setting.company,
            "position": setting.position, "topics": list(setting.topics), "sender_name": setting.sender,
            "interview_date": "2026-03-02", "sent_date": "2026-03-02",
        },
        fault=NOTHING if fault is None else fault.id,
        because=because,
        rules=("000.13", "000.15") if fault is None else fault.rules,
        options=options,
        items={f.id: f.item for f in shown},
    )  # fmt: skip


def _spellings(name: str) -> list[str]:
    """Near misses of a name; a change of places is no slip of spelling."""
    return [miss for miss, why in near_misses(name) if "places" not in why]


def _letter(parts: Mapping[str, str]) -> str:
    first = " ".join(filter(None, (parts["thanks"], parts["topic"], parts["example"])))
    second = " ".join(filter(None, (parts["interest"], parts["offer"])))
    return "\n\n".join((parts["greeting"], first, second, parts["closing"].replace(", ", ",\n", 1)))


def make(rng: random.Random, level: int) -> Exercise:
    """A case of this level; see :class:`~followup_kit.course.drills.DrillKind`."""
    planted = plant(rng, level)
    known = planted.context
    prompt = (
        f"For **{known['interviewer_name']}**, {known['company']}. They met on **Monday 2 March 2026** and talked about "
        f"**{known['topics'][0]}**.\n\n{planted.letter}\n\n"
    )
    prompt += "What is wrong with it?" if level < WITH_NOTHING else "What is wrong with it, if anything is?"
    right = ChoiceIs(option=planted.fault, because="Read it once for names and days, and once for its tone.")
    return Exercise(
        id="drill-letters-1",
        title="Find the fault",
        objective=KIND.objective,
        prompt=prompt,
        fields=(
            AnswerField(
                id="fault", label="What is wrong", kind="choice", options=dict(planted.options), right=right
            ),
        ),
        hints=(
            "Compare the names and the day with the line above the letter.",
            "Then look for: thanks, one thing they talked about, the wish for the job. And for what pushes or jokes.",
        ),
        solution={"fault": planted.fault},
        because=planted.because,
        rules=planted.rules,
        minutes=1,
    )


KIND = DrillKind(id="letters", title="Letters", objective="03-spot-fault", levels=LEVELS, make=make)
