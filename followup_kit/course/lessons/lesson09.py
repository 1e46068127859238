"""Lesson 09, your campaign: all applications in one journal, from the interview to calendar and pack."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, ChoicesAre, DayIs, NumberIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.campaign_plan import OWN_PLAN
from followup_kit.course.lessons.own_data import CALENDAR, OWN_DATA
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]


EMPLOYERS = {
    "clinic": "Harbour Street Clinic",
    "school": "Lakeside School",
    "dentist": "Oak Lane Dental",
    "records": "City Records Office",
}

READ_THE_DAY = Exercise(
    id="09-read-the-day",
    title="What does today ask for?",
    objective="09-read-the-day",
    prompt=(
        "It is Tuesday 17 March 2026. Look at Amina's four applications in the table above. Which of them ask for a "
        "step **today**? And which one may she let go?"
    ),
    fields=(
        AnswerField(
            id="due",
            label="A step is due today",
            kind="choices",
            options=EMPLOYERS,
            right=ChoicesAre(
                options=("clinic", "school"),
                because="Look for the word Due in the table.",
                slips={
                    "dentist": "At Oak Lane Dental nothing is planned: the one call has been made.",
                    "records": "At the City Records Office there is no step left, only an end.",
                },
            ),
        ),
        AnswerField(
            id="let_go",
            label="She may let go",
            kind="choice",
            options=EMPLOYERS,
            right=ChoiceIs(
                option="records",
                because="One of them has been silent for several weeks after her first question.",
                slips={
                    "dentist": "There she waits for an answer. `classic` names no day on which to let go.",
                },
            ),
        ),
    ),
    hints=(
        "Read the column on how each one stands.",
        "Two are due: one is an open question, one is an answer to good news.",
        "Due are the clinic and the school. She may let go of the City Records Office.",
    ),
    solution={"due": ["clinic", "school"], "let_go": "records"},
    because=(
        "The clinic's promised date was yesterday, and the school made an offer. Both ask for one step today. The "
        "City Records Office has not answered for four weeks. Letting go is no verdict on her."
    ),
    rules=("000.02", "001.16", "002.24", "002.25"),
    minutes=1,
    also=("07-after-silence", "07-let-go"),
    also_right=(
        {"due": "clinic, school", "let_go": "City Records Office"},
        {"due": ["school", "clinic"], "let_go": "4"},
    ),
    wrong=(
        ({"due": ["clinic", "dentist"], "let_go": "records"}, "has been made"),
        ({"due": ["clinic"], "let_go": "records"}, "missing"),
        ({"due": ["clinic", "school"], "let_go": "dentist"}, "names no day"),
    ),
)

WHAT_MOVES = Exercise(
    id="09-what-moves",
    title="The clinic needs more time",
    objective="09-keep-it-true",
    prompt=(
        "On Tuesday 17 March the clinic writes: “We need until **Tuesday 24 March**.” Amina records it. She follows "
        "`measured`: after a delay with a new date, ask one **working day** after the new date.\n\n"
        "Which event does she record, and on which day does she ask now?"
    ),
    fields=(
        AnswerField(
            id="event",
            label="The event",
            kind="choice",
            options={
                "replied": "they answered, without a decision",
                "delayed": "the decision is delayed",
                "snoozed": "I put a step off",
            },
            right=ChoiceIs(
                option="delayed",
                because="They named a new date. Which event has a place for it?",
                slips={
                    "snoozed": "It was not Amina who put it off.",
                    "replied": "They said more than hello: they named a new date.",
                },
            ),
        ),
        AnswerField(
            id="day",
            label="The day of her next question",
            kind="day",
            right=DayIs(
                day="2026-03-25",
                because="The new date takes the place of the old one. Count one working day from it.",
                slips={
                    "2026-03-24": "All of 24 March is theirs: it is the new promised date itself.",
                    "2026-03-18": "That counts from the old date, 16 March. It no longer stands.",
                },
            ),
        ),
    ),
    hints=(
        "Who has moved the date?",
        "The new date takes the place of the old one. Then one working day more.",
        "Record `delayed`. One working day after Tuesday 24 March is Wednesday 25 March.",
    ),
    solution={"event": "delayed", "day": "25 March 2026"},
    because=(
        "A delay with a new date moves the question with it. The old entry of the calendar is withdrawn, and the new "
        "one takes its place."
    ),
    rules=("001.20", "001.21"),
    minutes=1,
    also=("04-date-first-nudge", "06-answer-what-you-hear", "07-record-news", "08-date-the-reply"),
    also_right=(
        {"event": "the decision is delayed", "day": "Wed 25 Mar"},
        {"event": "delayed", "day": "2026-03-25"},
    ),
    wrong=(
        ({"event": "snoozed", "day": "25 March"}, "not Amina"),
        ({"event": "delayed", "day": "24 March"}, "theirs"),
        ({"event": "delayed", "day": "18 March"}, "no longer stands"),
    ),
)

TWO_ANSWERS = Exercise(
    id="09-two-answers",
    title="One has answered, one has not",
    objective="09-read-the-day",
    prompt=(
        "The school offers Amina the job. She would like to hear from the clinic first, and that will be on 24 March. "
        "**What does she say to the school today**, and how many more calls about the decision does `classic` allow "
        "her at Oak Lane Dental, where she phoned on 9 March?"
    ),
    fields=(
        AnswerField(
            id="school",
            label="To the school",
            kind="choice",
            options={
                "accept": "she accepts, just to be safe",
                "ask_for_time": "thank you, and may I answer by Wednesday 25 March?",
                "silent": "nothing, until the clinic has decided",
                "decline": "no, for the clinic might say yes",
            },
            right=ChoiceIs(
                option="ask_for_time",
                because="She can be open and still be kind: a thank-you, and a day on which she will answer.",
                slips={
                    "silent": "They wait for her now. A day helps them to plan.",
                    "accept": "A yes is a promise. She is not sure yet.",
                },
            ),
        ),
        AnswerField(
            id="calls",
            label="Calls left at Oak Lane Dental",
            kind="number",
            right=NumberIs(
                number=0, because="How many calls about the decision does `classic` allow in all?"
            ),
        ),
    ),
    hints=(
        "Which of the scripts of lesson 08 fits somebody who is not sure yet?",
        "She names a day. And `classic` calls once, ever.",
        "She asks for time, with a day. There are 0 calls left.",
    ),
    solution={"school": "ask_for_time", "calls": "0"},
    because=(
        "Asking for time with a day is fair to both. The school may say that it needs an answer sooner; then she "
        "decides with what she knows. At Oak Lane Dental the one call has been made (000.19)."
    ),
    rules=("000.02", "000.19", "000.26"),
    minutes=1,
    also=("08-answer-decision", "08-talk-about-terms", "06-count-calls", "04-who-and-how"),
    also_right=(
        {"school": "ask_for_time", "calls": "none"},
        {"school": "2", "calls": 0},
    ),
    wrong=(
        ({"school": "silent", "calls": "0"}, "wait for her"),
        ({"school": "accept", "calls": "0"}, "not sure yet"),
        ({"school": "ask_for_time", "calls": "1"}, "in all"),
    ),
)

CHECKS = (
    QuizItem(
        id="09-check-read",
        objective="09-read-the-day",
        scenario="Tomasz has three applications. One is due today, one waits until Friday, one is let go.",
        question="What does he do today?",
        options=(
            QuizOption(id="all", text="He writes to all three", why="Two of them ask for nothing today."),
            QuizOption(
                id="one", text="He does the one step that is due", why="Yes: the rest of the day is his."
            ),
            QuizOption(
                id="none", text="He waits until all three are due", why="Then the first one would be late."
            ),
        ),
        answer="one",
        explanation="The board shows what each application asks for today. More than that would only press people.",
        rules=("000.21", "002.08"),
    ),
    QuizItem(
        id="09-check-true",
        objective="09-keep-it-true",
        scenario="An employer phones Daniel and moves the date. He is on the bus.",
        question="What keeps his plan true?",
        options=(
            QuizOption(
                id="record",
                text="He records the delay when he is home",
                why="Yes: the dates then move by themselves.",
            ),
            QuizOption(
                id="head", text="He keeps it in his head", why="The plan would still show the old date."
            ),
            QuizOption(id="new", text="He throws the plan away", why="The rest of it still stands."),
        ),
        answer="record",
        explanation="A plan is made anew from what happened. So record it, and read what moved and why.",
        rules=("001.20", "001.21"),
    ),
    QuizItem(
        id="09-check-data",
        objective="09-own-data",
        scenario="Jade used the course on a computer at school. Other people will use it after her.",
        question="What does she do at the end?",
        options=(
            QuizOption(id="close", text="She closes the window", why="Her journal would still be there."),
            QuizOption(
                id="delete",
                text="She takes a copy home and deletes her data",
                why="Yes: a copy for her, and nothing for others.",
            ),
            QuizOption(
                id="mail", text="She mails the journal to the class", why="It holds names of other people."
            ),
        ),
        answer="delete",
        explanation="The journal holds names of people you met. Keep your copy, and delete what others could read.",
        editorial="No source speaks of a journal. This is our own advice.",
    ),
)

LESSON = Lesson(
    id="09",
    title="Your campaign",
    notebook="09-your-campaign.ipynb",
    question="How do I keep track of all my interviews, until the last employer has answered?",
    reading=7,
    objectives=(
        course_objective("09-own-plan"),
        Objective(id="09-read-the-day", text="Read what each application asks for today."),
        Objective(
            id="09-keep-it-true", text="Record what happened, and say what moves in plan and calendar."
        ),
        Objective(id="09-own-data", text="Choose how to copy, share and delete your own data."),
    ),
    exercises=(READ_THE_DAY, WHAT_MOVES, TWO_ANSWERS, CALENDAR, OWN_DATA, OWN_PLAN),
    checks=CHECKS,
    retrieves=("08-check-terms", "07-check-wish"),
)
