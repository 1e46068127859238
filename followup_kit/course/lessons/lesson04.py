"""Lesson 04, plan the follow-up: from a promised date to a dated step, with its readings."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.moved_dates import LET_GO, OWN_PLAN, ROLLED_DATE
from followup_kit.course.quiz import course_objective

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
