"""The drill of calls: an enquiry among demands, the next line, what it means for the plan, the budget."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache

from followup_kit.advice.calls import call_advice, call_items
from followup_kit.calls import call_script, take_branch
from followup_kit.course.checking import ChoiceIs
from followup_kit.course.drills import DrillKind
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.learner.own_case import practice_cases
from followup_kit.records.call import Branch, CallItem, CallScript

__all__ = ["KIND"]

TONE = ("enquiry_not_demand", "humble")
EVENTS = {
    "replied": "a reply without a decision",
    "delayed": "a delay",
    "rejected": "a no",
    "offer": "an offer",
    "next_round": "a further interview",
    "asked_not_to_call": "their wish not to be called",
    "snoozed": "the call moved to another day",
}
"""What an answer is for the plan, in words; ``sent`` goes with nearly all of them and tells nothing apart."""

_ON = dt.date(2026, 7, 1)


def make(rng: random.Random, level: int) -> Exercise:
    """A case of this level; see :class:`~followup_kit.course.drills.DrillKind`."""
    return (_tone, _next_line, _event)[level - 1](rng)


def _tone(rng: random.Random) -> Exercise:
    """Which of four sentences is the enquiry?"""
    item: CallItem = rng.choice([i for i in call_items() if i.id in TONE])
    right, wrong = rng.choice(item.hit), rng.sample(item.miss, 3)
    return _exercise(
        rng,
        title="An enquiry, not a demand",
        prompt="You are on the phone, and they have not decided yet. Which of these is a polite enquiry?"
        if item.id == "enquiry_not_demand"
        else "Which of these is humble and patient?",
        right=right,
        wrong=dict.fromkeys(wrong, f"That one is not. {item.suggestion}"),
        because=item.suggestion,
        rules=item.rules,
        hints=("Read each one aloud, as if you were the one who is called.", item.suggestion),
    )


def _next_line(rng: random.Random) -> Exercise:
    """They say something: which line comes next?"""
    script, branches = _script(rng)
    branch, *others = rng.sample(branches, 4)
    said = {b.id: take_branch(script, b.id, on=_ON, new_date=_ON).say for b in (branch, *others)}
    return _exercise(
        rng,
        title="Your next line",
        prompt=f"You ring to ask how things stand. **{branch.title}**: {branch.hear}\n\nWhat do you say?",
        right=said[branch.id],
        wrong={said[o.id]: f"That line fits where this happens: {o.title.lower()}." for o in others},
        because=branch.note or "It answers what they said, and leaves the next word to them.",
        rules=branch.rules,
        hints=("Thank them first, whatever it is.", "The line must answer what you have just heard."),
    )


def _event(rng: random.Random) -> Exercise:
    """They say something: what does the plan learn from it?"""
    _, branches = _script(rng)
    branch = rng.choice([b for b in branches if _kind(b)])
    right = _kind(branch)
    others = rng.sample([e for e in EVENTS if e != right], 3)
    note = branch.note or "The plan is made anew with it."
    return _exercise(
        rng,
        title="What the plan learns",
        prompt=f"You ring to ask how things stand. **{branch.title}**: {branch.hear}\n\n"
        "Besides the call itself, what do you note for your plan?",
        right=EVENTS[right],
        wrong={EVENTS[o]: "That is something else. Which word fits what they said?" for o in others},
        because=note,
        rules=branch.rules,
        hints=("Is it a decision, or not yet?", note),
    )


@cache
def _branches() -> tuple[Branch, ...]:
    """What may be heard in a status call, where a source says what to do."""
    return tuple(b for b in call_advice("status").branches if b.only != "written" and b.rules)


def _script(rng: random.Random) -> tuple[CallScript, tuple[Branch, ...]]:
    case = rng.choice(list(practice_cases().values()))
    return call_script("status", case.interview, sender=case.name), _branches()


def _kind(branch: Branch) -> str:
    return next((e.kind for e in branch.events if e.kind in EVENTS), "")


def _exercise(
    rng: random.Random,
    *,
    title: str,
    prompt: str,
    right: str,
    wrong: dict[str, str],
    because: str,
    rules: tuple[str, ...],
    hints: tuple[str, ...],
) -> Exercise:
    texts = [right, *wrong]
    rng.shuffle(texts)
    options = {"abcd"[n]: text for n, text in enumerate(texts)}
    solution = next(key for key, text in options.items() if text == right)
    slips = {key: wrong[text] for key, text in options.items() if text in wrong}
    return Exercise(
        id="drill-calls-1",
        title=title,
        objective=KIND.objective,
        prompt=prompt,
        fields=(
            AnswerField(
                id="answer",
                label="Your choice",
                kind="choice",
                options=options,
                right=ChoiceIs(option=solution, because=because, slips=slips),
            ),
        ),
        hints=hints,
        solution={"answer": solution},
        because=because,
        rules=rules,
        minutes=1,
    )


KIND = DrillKind(id="calls", title="Calls", objective="06-make-the-call", levels=3, make=make)
