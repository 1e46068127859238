"""Exercises of lesson 07: silence, letting go, taking up again, and a place to stop of one's own."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs, NumberIs, TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.sentences import if_then, names_a_stop

__all__ = ["LET_GO", "OWN_STOP", "SILENCE"]

LET_GO = Exercise(
    id="07-let-go",
    title="Let go, and take up again",
    objective="07-let-go",
    prompt=(
        "Tomasz follows `paced`. He asked for the first time on **Monday 18 May 2026**. Nobody answers. The plan lets go "
        "**28 days** after that first question.\n\n"
        "On which day does he let go? On Monday 22 June he sees the same job listed again and **reopens** the case. Seven "
        "days later he may ask: on which day?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="He lets go on",
            kind="day",
            right=DayIs(
                day="2026-06-15",
                because="Four full weeks from the first question without an answer. May has 31 days.",
                slips={"2026-06-08": "That is three weeks, the other reading. The default is 28 days."},
            ),
        ),
        AnswerField(
            id="again",
            label="He may ask again on",
            kind="day",
            right=DayIs(
                day="2026-06-29",
                because="Reopening counts like a contact of that day. Then the usual pace holds.",
                slips={"2026-06-22": "On that day he reopens. The question comes one pace later."},
            ),
        ),
        AnswerField(
            id="means",
            label="Letting go means",
            kind="choice",
            options={
                "failed": "that he has failed",
                "stop": "that he stops asking and puts his time elsewhere",
                "never": "that he may never work there",
            },
            right=ChoiceIs(option="stop", because="It is a decision about his own time (002.25)."),
        ),
    ),
    hints=(
        "28 days are full weeks, so the weekday stays.",
        "Four Mondays after 18 May: 25 May, 1 June, 8 June, and one more. After reopening add one week.",
        "15 June, then 29 June. Letting go means that he stops asking.",
    ),
    solution={"day": "15 June 2026", "again": "29 June 2026", "means": "stop"},
    because=(
        "Four weeks after 18 May is Monday 15 June. Reopening on 22 June starts the pace anew: 29 June. The source says "
        "“several weeks”, and 28 is our number. Needs change at firms, so a case may be taken up again (001.27)."
    ),
    rules=("002.24", "002.25", "001.27"),
    minutes=2,
    also=("04-explain-a-date", "05-judge-a-simulation"),
    also_right=({"day": "Mon 15 June", "again": "2026-06-29", "means": "2"},),
    wrong=(
        ({"day": "8 June", "again": "29 June", "means": "stop"}, "three weeks"),
        ({"day": "15 June", "again": "22 June", "means": "stop"}, "one pace later"),
        ({"day": "15 June", "again": "29 June", "means": "failed"}, "own time"),
    ),
)

SILENCE = Exercise(
    id="07-silence",
    title="How common is silence?",
    objective="07-after-silence",
    prompt=(
        "Card 20: two months after applying, **33 %** had heard nothing. Card 19: in three surveys **57, 61 and 75 %** said "
        "that they were left without an answer after an interview.\n\n"
        "Of 100 people on card 20, how many heard nothing? And what does silence say about one of them?"
    ),
    fields=(
        AnswerField(
            id="count",
            label="Of 100 people",
            kind="number",
            right=NumberIs(number=33, because="A per cent is one of a hundred."),
        ),
        AnswerField(
            id="says",
            label="What silence says about a person",
            kind="choice",
            options={
                "weak": "that the interview went badly",
                "nothing": "nothing",
                "test": "that they are being tested",
            },
            right=ChoiceIs(
                option="nothing",
                because="So many meet it that it cannot be about each of them.",
                slips={"test": "One source says so (004.23); no support for it was found."},
            ),
        ),
    ),
    hints=(
        "Read both cards again. How many people met silence?",
        "If it happens to a third or to most, can it be about each one of them?",
        "33; and nothing.",
    ),
    solution={"count": "33", "says": "nothing"},
    because=(
        "33 of 100 had heard nothing; of those who had an interview, more than half had met silence at some time. The surveys "
        "differ in what they ask, so do not trust the exact share. It is common, and it is no verdict on you."
    ),
    rules=("001.24", "002.24", "003.16"),
    minutes=1,
    also=("01-say-what-is-known",),
    also_right=({"count": 33, "says": "2"},),
    wrong=(
        ({"count": "66", "says": "nothing"}, "too many"),
        ({"count": "33", "says": "weak"}, "each of them"),
        ({"count": "33", "says": "test"}, "no support"),
    ),
)

OWN_STOP = Exercise(
    id="07-own-stop",
    title="Your own case: a place to stop",
    objective="07-let-go",
    prompt=(
        "Choose the day on which **you** would let go in your own case, or in Amina's. Write it as one if-then sentence: the "
        "day, that nothing was heard, and that you stop. If you like, add what you will do with the time."
    ),
    fields=(
        AnswerField(
            id="plan",
            label="Your sentence",
            kind="text",
            rows=3,
            right=TextPasses(rules=(if_then, names_a_stop)),
            help="If it is … and nobody has answered, then I let go and …",
        ),
    ),
    hints=(
        "Your plan may show a day for it. If not, choose one that you can bear to wait for.",
        "Begin with “If it is” and the day. End with “then I let go”.",
        "“If it is Monday 6 April and nobody has answered, then I let go and write to the next clinic.”",
    ),
    solution={
        "plan": "If it is Monday 6 April and nobody has answered, then I let go and write to the next clinic."
    },
    because=(
        "A day to stop is yours to choose. Written down beforehand, it spares you the same question every morning. And you "
        "may reopen the case whenever something is new."
    ),
    rules=("002.01", "002.25"),
    minutes=2,
    also=("01-write-if-then", "05-own-protocol"),
    also_right=(
        {"plan": "When it's the end of May and no word has come, I'll stop and look at other jobs."},
    ),
    wrong=(
        ({"plan": "I let go."}, "whole sentence"),
        ({"plan": "I will let go of it at some point in spring"}, "Begin with the moment"),
        ({"plan": "If it is Monday and nobody has answered then I will write once more"}, "where it ends"),
    ),
)
