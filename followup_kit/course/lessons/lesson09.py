"""Lesson 09, your campaign: all applications in one journal, from the interview to calendar and pack."""

from __future__ import annotations

import re

from followup_kit.course.checking import ChoiceIs, ChoicesAre, DayIs, NumberIs, TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]

EMPLOYERS = {
    "clinic": "Harbour Street Clinic",
    "school": "Lakeside School",
    "dentist": "Oak Lane Dental",
    "records": "City Records Office",
}
OWN_FILES = {
    "share": "share: a copy without names",
    "export": "export: the whole journal as one file",
    "forget": "forget: remove it for good",
    "ics": "the calendar file",
}
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

CALENDAR = Exercise(
    id="09-calendar-again",
    title="The calendar file, again",
    objective="09-keep-it-true",
    prompt=(
        "Amina put her calendar file into her calendar on Monday. On Tuesday the clinic's date moved, and she makes "
        "the file anew and brings it in again.\n\n"
        "What happens to the entry of the old question? And where does she look for the reason of an entry?"
    ),
    fields=(
        AnswerField(
            id="old",
            label="The old entry",
            kind="choice",
            options={
                "twice": "it stays, and a second one stands beside it",
                "withdrawn": "it is withdrawn, and the new one is added",
                "nothing": "nothing: the file can be used once only",
            },
            right=ChoiceIs(
                option="withdrawn",
                because="Each entry has a lasting name of its own, so that a newer file can change it or take it back.",
            ),
        ),
        AnswerField(
            id="reason",
            label="The reason of an entry",
            kind="choice",
            options={
                "description": "in the description of the entry",
                "nowhere": "nowhere: she must know it by heart",
            },
            right=ChoiceIs(option="description", because="Each entry carries its rule with it."),
        ),
    ),
    hints=(
        "Would it be of use if each change left an old entry behind?",
        "The file names every entry. A newer file can speak of the same entry again.",
        "The old entry is withdrawn. The reason stands in its description.",
    ),
    solution={"old": "withdrawn", "reason": "description"},
    because=(
        "The file lists cancelled entries too, under their old names. Most calendar programs then take them out. Some "
        "programs only add entries: there, delete the old calendar first. No source speaks of it."
    ),
    rules=(),
    minutes=1,
    also_right=({"old": "2", "reason": "1"},),
    wrong=(
        ({"old": "twice", "reason": "description"}, "lasting name"),
        ({"old": "withdrawn", "reason": "nowhere"}, "carries its rule"),
    ),
)

OWN_DATA = Exercise(
    id="09-own-data",
    title="Your data, your choice",
    objective="09-own-data",
    prompt=(
        "The journal is one file on your own machine. Nothing is sent anywhere. What do you use in each of these "
        "cases?"
    ),
    fields=(
        AnswerField(
            id="adviser",
            label="A job adviser wants to see how your search goes. Names are none of their business.",
            kind="choice",
            options=OWN_FILES,
            right=ChoiceIs(
                option="share",
                because="Which of them takes out names, addresses and free text?",
                slips={"export": "That holds every name and every note of yours."},
            ),
        ),
        AnswerField(
            id="machine",
            label="You get another computer.",
            kind="choice",
            options=OWN_FILES,
            right=ChoiceIs(
                option="export",
                because="Here everything is to come along.",
                slips={"share": "That copy has lost the names, so you could not go on with it."},
            ),
        ),
        AnswerField(
            id="library",
            label="You worked on a computer in a library, and are done.",
            kind="choice",
            options=OWN_FILES,
            right=ChoiceIs(option="forget", because="Nobody after you should find it there."),
        ),
    ),
    hints=(
        "Ask who will read the file.",
        "One copy has no names. One copy has everything. And one is no copy at all.",
        "In this order: share, export, forget.",
    ),
    solution={"adviser": "share", "machine": "export", "library": "forget"},
    because=(
        "A copy without names for others, a whole copy for yourself, and nothing left behind on a machine that is not "
        "yours. Nobody has to say more about health, family or need than they want to. No source "
        "speaks of it; this is ours."
    ),
    rules=(),
    minutes=2,
    also_right=({"adviser": "1", "machine": "2", "library": "3"},),
    wrong=(
        ({"adviser": "export", "machine": "export", "library": "forget"}, "every name"),
        ({"adviser": "share", "machine": "share", "library": "forget"}, "lost the names"),
        ({"adviser": "share", "machine": "export", "library": "ics"}, "after you"),
    ),
)

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
