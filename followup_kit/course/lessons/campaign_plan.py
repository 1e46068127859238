"""The exercise of lesson 09 on an own plan in if-then steps."""

from __future__ import annotations

import re

from followup_kit.course.checking import TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["OWN_PLAN"]


_MOMENT = re.compile(
    r"\b(?:if|when|as soon as|once)\b.*?"
    r"(?:\d|monday|tuesday|wednesday|thursday|friday|tomorrow|week|day)",
    re.IGNORECASE | re.DOTALL,
)


def _dated(text: str) -> str:
    if len(text.split()) < 10:
        return "Write whole sentences: a moment, and what you will do then."
    if not _MOMENT.search(text):
        return "Begin with a moment that has a day: “If it is Wednesday 25 March and …”."
    return ""


def _mine(text: str) -> str:
    said = re.search(r"\bI(?:['’]ll| will|['’]m going to| shall)?\b", text)
    return "" if said else "Say what you yourself will do: “… then I will …”."


def _a_stop(text: str) -> str:
    stops = ("let go", "stop", "move on", "leave it", "turn to", "other jobs", "no more", "end there")
    if any(s in text.casefold() for s in stops):
        return ""
    return "Add where you will stop: after which day do you let it go and turn to other jobs?"


OWN_PLAN = Exercise(
    id="09-own-plan",
    title="Your own if-then plan",
    objective="09-own-plan",
    prompt=(
        "Take your own applications, or Amina's. Write **two or three sentences**: the next step with its day, what "
        "you will do then, and where you will stop."
    ),
    fields=(
        AnswerField(
            id="plan",
            label="Your plan",
            kind="text",
            rows=5,
            right=TextPasses(rules=(_dated, _mine, _a_stop)),
            help="If it is … and I have heard nothing, then I will … After … I let it go.",
        ),
    ),
    hints=(
        "Which day does the board show for the next step?",
        "Begin with “If it is” and the day. End with the day on which you let it go.",
        "“If it is Wednesday 25 March and I have heard nothing, I will write. After four weeks I let it go.”",
    ),
    solution={
        "plan": (
            "If it is Wednesday 25 March and I have heard nothing, then I will write a short e-mail to Zoë Özdemir. "
            "If four weeks go by without an answer, I will let go and look at other jobs."
        )
    },
    because=(
        "A moment and an action in one sentence help people to do what they mean to do (evidence cards 1 and 3). An "
        "end belongs to it: you decide when it is enough."
    ),
    rules=("002.01", "002.07", "002.25"),
    minutes=4,
    also=("04-date-first-nudge", "08-write-after-no"),
    also_right=(
        {
            "plan": "When it's 25 March and no mail came, I'll call Peter at ten. After 20 April I stop and move on."
        },
    ),
    wrong=(
        ({"plan": "I will be more active."}, "whole sentences"),
        (
            {"plan": "I will ask all of them some time, and then I will stop when I feel like it."},
            "Begin with a moment",
        ),
        (
            {"plan": "If it is Friday 20 March and nothing came, somebody should write, and then let go."},
            "yourself",
        ),
        (
            {"plan": "If it is Friday 20 March and I have heard nothing, then I will write an e-mail."},
            "where you will stop",
        ),
    ),
)
