"""Exercises of lesson 04 on dates that moved, letting go, and an own plan."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs, NumberIs, TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.sentences import if_then

__all__ = ["LET_GO", "OWN_PLAN", "ROLLED_DATE"]


ROLLED_DATE = Exercise(
    id="04-rolled-date",
    title="A date that moved, and its other reading",
    objective="04-explain-a-date",
    prompt=(
        "The protocol `persistent` says to phone on the **fifth day** after the interview. Amina's interview was on "
        "Monday 2 March 2026. The plan shows: “Mon 9 March, moved from Sat 7 March”.\n\n"
        "The plan also keeps **another reading**: the interview day itself is day one. Which day is the fifth then?"
    ),
    fields=(
        AnswerField(
            id="why",
            label="Why does the plan not say 7 March?",
            kind="choice",
            options={
                "weekend": "It is not a working day, so the step rolls to the next one",
                "late": "The promised date has not passed yet",
                "typing": "The source itself names 9 March",
            },
            right=ChoiceIs(
                option="weekend",
                because="Look at the weekday of 7 March.",
                slips={
                    "late": "`persistent` ignores the promised date. Look at the weekday of 7 March.",
                    "typing": "The source says “fifth day”, no date. Look at the weekday of 7 March.",
                },
            ),
        ),
        AnswerField(
            id="other",
            label="The other reading's day",
            kind="day",
            right=DayIs(
                day="2026-03-06",
                because="The interview day is day one, so the next day is day two.",
                slips={
                    "2026-03-07": "That is the default reading: there the day after the interview is day one.",
                    "2026-03-09": "That is the day in the plan. Count again, with 2 March as day one.",
                },
            ),
        ),
    ),
    hints=(
        "Say the weekdays aloud: Monday 2 March, Tuesday 3 March, …",
        "If Monday 2 March is day one, Tuesday 3 March is day two.",
        "Day five is then Friday 6 March. And 7 March is a Saturday.",
    ),
    solution={"why": "weekend", "other": "6 March 2026"},
    because=(
        "7 March is a Saturday, so the call rolls to Monday 9 March. If the interview day counts as day one, the fifth "
        "day is Friday 6 March. The source does not say which it means, so the plan shows both."
    ),
    rules=("004.10",),
    minutes=1,
    also_right=({"why": "1", "other": "Fri 6 Mar"}, {"why": "a", "other": "March 6"}),
    wrong=(
        ({"why": "late", "other": "6 March"}, "ignores the promised date"),
        ({"why": "weekend", "other": "7 March"}, "default reading"),
        ({"why": "weekend", "other": "8 March"}, "too late"),
    ),
)

LET_GO = Exercise(
    id="04-let-go",
    title="A place to stop",
    objective="04-explain-a-date",
    prompt=(
        "Amina looks at the protocol `paced`. After several weeks without an answer it lets go. The source gives no "
        "number. The plan counts **28 days** from the first question that got no answer, Monday 9 March 2026.\n\n"
        "On which day does she let go, and whose number is 28? How many full weeks are that?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="The day on which she lets go",
            kind="day",
            right=DayIs(
                day="2026-04-06",
                because="Add 28 days to 9 March. March has 31 days.",
                slips={
                    "2026-03-30": "That is 21 days, the other reading (three weeks). The plan's default is 28."
                },
            ),
        ),
        AnswerField(
            id="weeks",
            label="Full weeks",
            kind="number",
            right=NumberIs(number=4, because="A week has seven days, weekends included."),
        ),
        AnswerField(
            id="whose",
            label="Whose number is 28?",
            kind="choice",
            options={"source": "the source's", "editorial": "this course's own, and marked so"},
            right=ChoiceIs(
                option="editorial",
                because="The source says “several weeks”. What no source says is marked editorial.",
            ),
        ),
    ),
    hints=(
        "28 days are full weeks. On which weekday do you land?",
        "Four weeks after a Monday it is a Monday again. March has 31 days.",
        "9 March, 16, 23, 30 March, 6 April. The number is the course's own: the source says “several weeks”.",
    ),
    solution={"day": "6 April 2026", "weeks": "4", "whose": "editorial"},
    because=(
        "28 days are four full weeks: from Monday 9 March to Monday 6 April. The source says “several weeks”; the "
        "number is ours, and the plan marks it so. Letting go is no verdict on you."
    ),
    rules=("002.24", "002.25"),
    minutes=2,
    also_right=(
        {"day": "2026-04-06", "weeks": "four weeks", "whose": "editorial"},
        {"day": "Monday, April 6th", "weeks": 4, "whose": "2"},
    ),
    wrong=(
        ({"day": "30 March", "weeks": "4", "whose": "editorial"}, "three weeks"),
        ({"day": "6 April", "weeks": "28", "whose": "editorial"}, "too many"),
        ({"day": "6 April", "weeks": "4", "whose": "source"}, "several weeks"),
        ({"day": "6 April", "weeks": "a few", "whose": "editorial"}, "is not a number"),
    ),
)

OWN_PLAN = Exercise(
    id="04-own-plan",
    title="Your own case: one if-then sentence",
    objective="04-date-first-nudge",
    prompt=(
        "Take your own interview, or Amina's. Write **one sentence** for your first question after the promised date: "
        "the moment, and what you will do then. A plan written down is easier to keep."
    ),
    fields=(
        AnswerField(
            id="plan",
            label="Your sentence",
            kind="text",
            rows=3,
            right=TextPasses(rules=(if_then,)),
            help="If it is … and I have heard nothing, then I will …",
        ),
    ),
    hints=(
        "Which date does your plan show for the first question?",
        "Begin with “If it is” and the date.",
        "“If it is Tuesday 17 March and I have heard nothing, then I will phone Peter Lindgren at ten o'clock.”",
    ),
    solution={
        "plan": "If it is Tuesday 17 March and I have heard nothing, then I will phone Peter Lindgren at ten o'clock."
    },
    because="A moment and an action stand in one sentence, so that the day itself reminds you.",
    rules=("002.01", "002.07"),
    minutes=4,
    also_right=({"plan": "When it's 18 March and they did not write, I will send a short e-mail to Zoë."},),
    wrong=(
        ({"plan": "I will call."}, "whole sentence"),
        ({"plan": "I will call them some day next week at noon maybe"}, "Begin with the moment"),
        ({"plan": "If nothing was heard by Tuesday somebody should perhaps call"}, "yourself"),
    ),
)
