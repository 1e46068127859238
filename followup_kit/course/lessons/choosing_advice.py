"""Exercises of lesson 05: what a simulated wait rests on, and a protocol of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from followup_kit.advice.protocols import protocol_ids
from followup_kit.comparison.compare import compare
from followup_kit.comparison.consensus import consensus_ids
from followup_kit.course.checking import ChoiceIs, NumberIs, TextPasses, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.learner.own_case import practice
from followup_kit.course.sentences import gives_a_reason

__all__ = ["FIVE", "OWN_PROTOCOL", "PUBLIC_SECTOR", "STILL_OPEN"]

FIVE = {name: name for name in protocol_ids()}
EVERY = {name: name.replace("_", " ") for name in (*protocol_ids(), *consensus_ids())}
STILL_OPEN = Exercise(
    id="05-still-open",
    title="What the shape does",
    objective="05-judge-a-simulation",
    prompt=(
        "Some tools call a case dead on **day 14**. Suppose that waiting takes 25.1 days on average (card 8). The table "
        "above gives two shapes of waiting.\n\n"
        "Of 100 decisions that are still to come, how many would be open on day 14 in the `exponential` shape? How many "
        "in the `lognormal` one? And which of the two shapes is the true one?"
    ),
    fields=(
        AnswerField(
            id="exponential",
            label="Open on day 14, exponential",
            kind="number",
            right=NumberIs(
                number=57, within=1, because="Read the row of day 14, and turn the share into a count of 100."
            ),
        ),
        AnswerField(
            id="lognormal",
            label="Open on day 14, lognormal",
            kind="number",
            right=NumberIs(number=63, within=1, because="Read the row of day 14, the other column."),
        ),
        AnswerField(
            id="true",
            label="The true shape",
            kind="choice",
            options={
                "exponential": "exponential",
                "lognormal": "lognormal",
                "unknown": "it is not known",
            },
            right=ChoiceIs(option="unknown", because="Who has measured it? Look at the assumptions."),
        ),
    ),
    hints=(
        "A share of 0.20 is 20 of 100.",
        "Look along the row of day 14. For the last question, read what stands beside the figures.",
        "57, 63, and: it is not known.",
    ),
    solution={"exponential": "57", "lognormal": "63", "true": "unknown"},
    because=(
        "More than half would still be open, whichever shape you take. That is a sum under an assumption, not a finding: "
        "only the mean is published, from large US firms. Whoever stops on day 14 should know that."
    ),
    rules=("001.24", "002.25", "003.16"),
    minutes=2,
    also=("01-say-what-is-known", "01-judge-a-survey"),
    also_right=({"exponential": 57, "lognormal": "62.9", "true": "3"},),
    wrong=(
        ({"exponential": "43", "lognormal": "63", "true": "unknown"}, "too few"),
        ({"exponential": "57", "lognormal": "57", "true": "unknown"}, "other column"),
        ({"exponential": "57", "lognormal": "63", "true": "lognormal"}, "assumptions"),
    ),
)

PUBLIC_SECTOR = Exercise(
    id="05-public-sector",
    title="A public employer",
    objective="05-judge-a-simulation",
    prompt=(
        "Tomasz also applies to the public works department of his city. In a survey of 2012 public employers took **38 business "
        "days** from interview to offer (card 8, in the US).\n\n"
        "How many **weeks** are 38 business days, to the nearest whole week? The protocol `paced` asks after one week and "
        "lets go 28 days later. Would that be before such an employer decides on average?"
    ),
    fields=(
        AnswerField(
            id="weeks",
            label="Weeks in 38 business days",
            kind="number",
            right=NumberIs(
                number=8,
                within=0.45,
                because="A week has five business days.",
                slips={5: "That takes weeks of seven days.", 5.4: "That takes weeks of seven days."},
            ),
        ),
        AnswerField(
            id="before",
            label="Does paced let go before the average decision?",
            kind="yes_no",
            right=YesIs(yes=True, because="One week and 28 days: how many weeks are that in all?"),
        ),
        AnswerField(
            id="fits",
            label="What fits best",
            kind="choice",
            options={
                "more": "ask twice a week, to speed it up",
                "date": "ask for their timeline, and plan from that date",
                "drop": "do not apply to public employers",
            },
            right=ChoiceIs(
                option="date",
                because="The sources agree on one thing: their own timeline sets your steps (002.07).",
                slips={
                    "more": "Nothing shows that asking speeds it up, and three sources warn against annoying them."
                },
            ),
        ),
    ),
    hints=(
        "Divide by five. Then add up the weeks of `paced`.",
        "38 by 5 is 7.6. One week and four weeks make five.",
        "About 8 weeks; yes; ask for their timeline.",
    ),
    solution={"weeks": "8", "before": "yes", "fits": "date"},
    because=(
        "38 business days are 7.6 weeks, and `paced` would let go after about five. So a plan that suits one employer "
        "gives up too soon on another. Public employers often have fixed rounds: ask for them, and plan from that date."
    ),
    rules=("001.24", "002.06", "002.07", "002.09"),
    minutes=2,
    also=("01-spot-drift", "02-ask-before-leaving"),
    also_right=(
        {"weeks": "7.6", "before": "y", "fits": "2"},
        {"weeks": "eight", "before": True, "fits": "date"},
    ),
    wrong=(
        ({"weeks": "5.4", "before": "yes", "fits": "date"}, "seven days"),
        ({"weeks": "8", "before": "no", "fits": "date"}, "in all"),
        ({"weeks": "8", "before": "yes", "fits": "more"}, "annoying"),
    ),
)


def _conflict_is_there(given: Mapping[str, Any]) -> str:
    """Whether the two conflict there, read from the data in the practice case."""
    mine, other, number = given["protocol"], given["against"], given["conflict"]
    if mine == other:
        return "Nobody conflicts with themselves: choose another adviser as the one who objects."
    found = compare(practice(), [mine, other])
    if found.conflict(int(number)) is not None:
        return ""
    if not found.conflicts:
        return f"{mine} and {other} conflict nowhere. Choose another adviser."
    topics = "; ".join(f"{c.id} ({c.topic.lower()})" for c in found.conflicts)
    return f"{mine} and {other} do not conflict on number {number:g}, but on {topics}."


def _is_a_conflict(number: float) -> str:
    return "" if number in range(1, 11) else "The conflicts have the numbers 1 to 10."


def _any_of_them(name: str) -> str:
    """Every protocol may be chosen; what counts is the reason."""
    return "" if name in EVERY else "Choose one of the protocols."


OWN_PROTOCOL = Exercise(
    id="05-own-protocol",
    title="Your own case: choose, and say why",
    objective="05-own-protocol",
    prompt=(
        "Choose the protocol that you will follow, or that you started from in the builder. There is no wrong choice here.\n\n"
        "Then name one adviser who would object, the number of the conflict (1 to 10), and your reason."
    ),
    fields=(
        AnswerField(id="protocol", label="I follow", kind="choice", options=EVERY, right=_any_of_them),
        AnswerField(id="against", label="Who objects", kind="choice", options=FIVE, right=_any_of_them),
        AnswerField(
            id="conflict",
            label="On conflict number",
            kind="number",
            right=_is_a_conflict,
            help="a number from 1 to 10",
        ),
        AnswerField(
            id="reason",
            label="My reason",
            kind="text",
            rows=3,
            right=TextPasses(rules=(gives_a_reason,)),
            help="I chose it because …",
        ),
    ),
    hints=(
        "What did your employer ask for? What is usual in your trade? What can you keep up?",
        "Go up to the conflicts of “Your own case”. Open one with your protocol and another adviser: its number is on top.",
        "For example: measured; persistent objects on conflict 8; because the clinic asked to be written to.",
    ),
    solution={
        "protocol": "measured",
        "against": "persistent",
        "conflict": "8",
        "reason": "I chose it because they asked me to write and gave a clear date.",
    },
    because=(
        "You chose, you know who would object and on what, and you have a reason. That is all that the evidence allows. "
        "You may change your mind at any time."
    ),
    rules=("000.19", "001.17", "002.07", "002.08"),
    minutes=3,
    together=_conflict_is_there,
    also_right=(
        {
            "protocol": "strictest",
            "against": "persistent",
            "conflict": 2,
            "reason": "So that I have a place to stop.",
        },
        {
            "protocol": "by field",
            "against": "classic",
            "conflict": "3",
            "reason": "Sales is quick, so I ask sooner.",
        },
    ),
    wrong=(
        (
            {
                "protocol": "measured",
                "against": "measured",
                "conflict": "8",
                "reason": "They asked, so I will write.",
            },
            "themselves",
        ),
        (
            {
                "protocol": "classic",
                "against": "showcase",
                "conflict": "1",
                "reason": "They asked, so I will write.",
            },
            "conflict nowhere",
        ),
        (
            {
                "protocol": "classic",
                "against": "measured",
                "conflict": "1",
                "reason": "They asked, so I will write.",
            },
            "do not conflict on number 1",
        ),
        (
            {
                "protocol": "classic",
                "against": "measured",
                "conflict": "11",
                "reason": "They asked, so I will write.",
            },
            "1 to 10",
        ),
        (
            {"protocol": "classic", "against": "measured", "conflict": "4", "reason": "I like it."},
            "whole sentence",
        ),
        (
            {
                "protocol": "classic",
                "against": "measured",
                "conflict": "4",
                "reason": "It is the one I like best of all.",
            },
            "give the reason",
        ),
    ),
)
