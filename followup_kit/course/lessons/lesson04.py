"""Lesson 04, plan the follow-up: from a promised date to a dated step, with its readings."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs, NumberIs, TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.quiz import course_objective
from followup_kit.course.sentences import if_then

__all__ = ["LESSON"]

CHANNELS = {
    "email": "an e-mail",
    "phone": "a phone call",
    "letter": "a letter by post",
    "card": "a handwritten card",
}
PEOPLE = {
    "everyone": "everyone she met",
    "lead_interviewer": "the person who led the interview",
    "hiring_manager": "the hiring manager",
    "recruiter": "a recruiter at an agency",
}


WORKING_DAYS = Exercise(
    id="04-working-days",
    title="Count working days",
    objective="04-count-working-days",
    prompt=(
        "Amina was told: “We decide by **Friday 13 March 2026**.” She follows the protocol *measured*. It says: if "
        "nothing was heard, ask one or two **working days** after the promised date.\n\n"
        "On which day can she ask first, and on which day at the latest? No public holiday falls in that week."
    ).replace("*measured*", "`measured`"),
    fields=(
        AnswerField(
            id="first",
            label="First day on which she can ask",
            kind="day",
            right=DayIs(
                day="2026-03-16",
                because="Count working days only, from the first one after the promised date.",
                slips={
                    "2026-03-14": "14 March is a Saturday. That is no working day: go on to the next.",
                    "2026-03-15": "15 March is a Sunday. That is no working day: go on to the next.",
                    "2026-03-13": "That is the promised date itself. The employer has all of that day to decide.",
                },
            ),
        ),
        AnswerField(
            id="latest",
            label="Latest day",
            kind="day",
            right=DayIs(
                day="2026-03-17",
                because="The window is two working days long and ends on its second.",
                slips={"2026-03-15": "That counts Saturday and Sunday. Two working days are meant."},
            ),
        ),
    ),
    hints=(
        "Which days of a week are working days?",
        "After Friday 13 March come a Saturday and a Sunday. Neither is a working day.",
        "The first working day after Friday is Monday. The second is Tuesday.",
    ),
    solution={"first": "16 March 2026", "latest": "17 March 2026"},
    because=(
        "Saturday and Sunday are no working days. So the first working day after Friday 13 March is Monday 16 March, "
        "and the second is Tuesday 17 March."
    ),
    rules=("001.16",),
    minutes=2,
    also_right=(
        {"first": "mon 16 mar", "latest": "Tuesday, 17th of March"},
        {"first": "2026-03-16", "latest": "17.3.2026"},
    ),
    wrong=(
        ({"first": "14 March", "latest": "17 March"}, "Saturday"),
        ({"first": "16 March", "latest": "18 March"}, "too late"),
        ({"first": "Tuesday 16 March", "latest": "17 March"}, "is a Monday"),
        ({"first": "16 March"}, "still empty"),
    ),
)

PROMISED_CALL = Exercise(
    id="04-promised-call",
    title="The day after the promised date",
    objective="04-date-first-nudge",
    prompt=(
        "Amina's interview was on Monday 2 March 2026. She was told: “You will hear from us by **Monday 16 March**.” "
        "Nothing comes. She follows the protocol `classic`, which counts from the promised date.\n\n"
        "When does she get in touch, and how?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="Day",
            kind="day",
            right=DayIs(
                day="2026-03-17",
                because="This source waits until the promised time is over, and one day more.",
                slips={
                    "2026-03-16": "16 March is the promised date. It lasts until the evening; one day more is waited.",
                    "2026-03-09": "That counts a week from the interview. This source counts from the promised date.",
                    "2026-03-10": "That would be right for “in a week”. Here the promised date is two weeks away.",
                    "2026-03-07": "That counts five days from the interview. `classic` counts from the promised date.",
                    "2026-03-18": "That is two days after the promised date. `classic` waits one.",
                },
            ),
        ),
        AnswerField(
            id="channel",
            label="How",
            kind="choice",
            options=CHANNELS,
            right=ChoiceIs(
                option="phone",
                because="In this source the first question after the promised date is not written.",
                slips={
                    "email": "`measured` begins with an e-mail. In `classic` the first question is spoken."
                },
            ),
        ),
    ),
    hints=(
        "From which day does `classic` count: the interview, or the promised date?",
        "It waits until the promised date is over, and gets in touch the day after. It does not write.",
        "The day after Monday 16 March is Tuesday 17 March. The channel is the phone.",
    ),
    solution={"day": "17 March 2026", "channel": "phone"},
    because=(
        "The promised date is Monday 16 March, and `classic` calls one day after it: Tuesday 17 March. It calls only "
        "if nothing was heard, and only once."
    ),
    rules=("000.05", "000.06", "000.07", "000.19"),
    minutes=1,
    also_right=(
        {"day": " 17 march 2026", "channel": "by phone"},
        {"day": "2026-03-17", "channel": "a phone call"},
        {"day": "Tue 17 Mar", "channel": "Call"},
        {"day": "17/3/2026", "channel": "telephone"},
    ),
    wrong=(
        ({"day": "16 March", "channel": "phone"}, "promised date"),
        ({"day": "20 March", "channel": "phone"}, "too late"),
        ({"day": "17 March 2025", "channel": "phone"}, "the year is 2026"),
        ({"day": "17 March", "channel": "e-mail"}, "spoken"),
        ({"day": "4/3/2026", "channel": "phone"}, "write the month as a word"),
        ({"day": "soon", "channel": "phone"}, "names no day"),
    ),
)

WHO_AND_HOW = Exercise(
    id="04-who-and-how",
    title="To whom, and by which channel",
    objective="04-who-and-how",
    prompt=(
        "Amina met two people. Peter Lindgren led the interview. Zoë Özdemir is the hiring manager. The promised date "
        "has passed in silence, and she follows `measured`.\n\nWhom does she ask, and by which channel first?"
    ),
    fields=(
        AnswerField(
            id="to",
            label="Whom",
            kind="choice",
            options=PEOPLE,
            right=ChoiceIs(
                option="hiring_manager",
                because="This source writes to the person who decides.",
                slips={
                    "everyone": "Others thank everyone. `measured` writes to one person: the one who decides.",
                    "lead_interviewer": "Who led the talk need not decide. `measured` writes to the one who does.",
                    "recruiter": "No agency stands between Amina and the employer here.",
                },
            ),
        ),
        AnswerField(
            id="channel",
            label="How, first",
            kind="choice",
            options=CHANNELS,
            right=ChoiceIs(
                option="email",
                because="This source begins with a short written question.",
                slips={
                    "phone": "A call is allowed too (001.19), but what this source names first is written."
                },
            ),
        ),
    ),
    hints=(
        "Who makes the decision?",
        "`measured` names one person for the thank-you, and the question goes the same way.",
        "It is the hiring manager, and a brief e-mail comes first.",
    ),
    solution={"to": "hiring manager", "channel": "email"},
    because="`measured` sends a brief e-mail to the hiring manager. A personal call may come as well.",
    rules=("001.04", "001.18", "001.19"),
    minutes=1,
    also_right=({"to": "the hiring manager", "channel": "by e-mail"}, {"to": "3", "channel": "mail"}),
    wrong=(
        ({"to": "everyone", "channel": "email"}, "one person"),
        ({"to": "lead interviewer", "channel": "email"}, "need not decide"),
        ({"to": "hiring manager", "channel": "phone"}, "001.19"),
        ({"to": "hirring manager", "channel": "email"}, "Did you mean"),
    ),
)

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

CHECKS = (
    QuizItem(
        id="04-check-working-day",
        objective="04-count-working-days",
        scenario="A step falls on Saturday 14 March 2026. The next Monday is an ordinary working day.",
        question="Which day does the plan show?",
        options=(
            QuizOption(
                id="friday", text="Friday 13 March", why="A step never moves back: that could be too early."
            ),
            QuizOption(id="saturday", text="Saturday 14 March", why="Saturday is not a working day here."),
            QuizOption(id="monday", text="Monday 16 March", why="It rolls to the next working day."),
        ),
        answer="monday",
        explanation="A date that is not a working day rolls to the next one, and the plan says from where it moved.",
        rules=("001.22",),
    ),
    QuizItem(
        id="04-check-two-readings",
        objective="04-explain-a-date",
        scenario="A source says “the fifth day after”. It does not say whether the interview day counts.",
        question="What does the plan do?",
        options=(
            QuizOption(
                id="hide", text="It takes one way and hides the other", why="Then you could not judge it."
            ),
            QuizOption(
                id="both",
                text="It takes one way and shows what the other would give",
                why="Yes: both are seen.",
            ),
            QuizOption(id="mean", text="It takes the day in the middle", why="No source says that day."),
        ),
        answer="both",
        explanation="One reading is the default; the others are shown with their dates, so that you can choose.",
        rules=("004.10",),
    ),
)

LESSON = Lesson(
    id="04",
    title="Plan the follow-up",
    notebook="04-plan-the-follow-up.ipynb",
    question="What do I do after the interview, on which day, and who says so?",
    reading=5,
    objectives=(
        course_objective("04-date-first-nudge"),
        course_objective("04-who-and-how"),
        Objective(id="04-count-working-days", text="Count working days, and say when a step rolls."),
        Objective(
            id="04-explain-a-date", text="Explain why a date moved, and find what its other readings give."
        ),
    ),
    exercises=(WORKING_DAYS, PROMISED_CALL, WHO_AND_HOW, ROLLED_DATE, LET_GO, OWN_PLAN),
    checks=CHECKS,
    # Before you leave, and the letter: asked again here.
    retrieves=("02-check-record", "03-check-fault"),
)
