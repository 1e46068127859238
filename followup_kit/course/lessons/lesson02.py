"""Lesson 02, before you leave: what to ask, what to take home, and how to find it afterwards."""

from __future__ import annotations

import re

from followup_kit.course.checking import ChoiceIs, ChoicesAre, TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.cards_and_dates import FROM_THE_CARD, TWO_ZONES, WORDS_TO_DATES
from followup_kit.course.lessons.without_a_card import ALREADY_LEFT, BETWEEN_AND_INSIDE, RECORDED
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]

_WHEN = re.compile(
    r"\b(?:when|by what|which day|what day|what date|which date|the date|how long|how soon|how much time|timeline|schedule)\b",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"\b(?:how|e-?mail|phone|call|write|reach|contact|touch|follow(?:ing)?[ -]up)\b", re.IGNORECASE
)
_PRESSURE = re.compile(r"\b(?:must|need to know|right now|demand|expect you)\b", re.IGNORECASE)


def _asks(text: str) -> str:
    return "" if "?" in text else "Make it a question, with a question mark."


def _gentle(text: str) -> str:
    return "Ask, and do not press: leave out words such as “must”." if _PRESSURE.search(text) else ""


def _about_time(text: str) -> str:
    return "" if _WHEN.search(text) else "I find no word about time: “when”, or “by what date”."


def _about_way(text: str) -> str:
    return "" if _HOW.search(text) else "I find no word about the way: “how”, “by e-mail”, “reach you”."


SAME_QUESTION = Exercise(
    id="02-same-question",
    title="Many advisers, one question",
    objective="02-ask-before-leaving",
    prompt=(
        "The advisers want you to ask many things. Some of them are the same question in other words. A good "
        "list has each question once.\n\nTick all that are answered by one question: **by what date do you expect to "
        "decide, and when may I expect to hear from you?** Then say which date the plan counts from."
    ),
    fields=(
        AnswerField(
            id="same",
            label="Answered by that one question",
            kind="choices",
            options={
                "how_long": "how long they expect to need (000.04)",
                "which_day": "on what day they will tell you the decision (001.14)",
                "when_decide": "when they plan to decide (002.06)",
                "hire_by": "by what date they aim to hire (001.13)",
                "which_way": "in what way you should follow up (000.03)",
            },
            right=ChoicesAre(
                options=("how_long", "which_day", "when_decide"),
                because="Ask of each: would I know it, once I have the day of the decision?",
                slips={
                    "hire_by": "The day on which somebody starts is later than the day of the decision. That is another date.",
                    "which_way": "A date does not tell you whether to write or to phone. That is a question of its own.",
                },
            ),
        ),
        AnswerField(
            id="counts",
            label="The plan counts from",
            kind="choice",
            options={
                "decision": "the date of the decision",
                "hiring": "the date on which somebody should be in the job",
            },
            right=ChoiceIs(
                option="decision", because="Your first question is about the decision. So which date matters?"
            ),
        ),
    ),
    hints=(
        "Three of the five ask about time. But mind what happens on that day.",
        "“By what date they aim to hire” is the day on which somebody is in the job. It comes after the decision.",
        "Tick the first three. The plan counts from the date of the decision.",
    ),
    solution={"same": "how_long, which_day, when_decide", "counts": "decision"},
    because=(
        "Three advisers ask for the same day: that of the decision. The hiring date shows how much time they have, "
        "but the plan does not count from it. And how to follow up is a question of its own."
    ),
    rules=("000.03", "000.04", "001.13", "001.14", "002.06"),
    minutes=2,
    also_right=(
        {"same": ["how_long", "which_day", "when_decide"], "counts": "1"},
        {"same": "1, 2 and 3", "counts": "the date of the decision"},
    ),
    wrong=(
        ({"same": "how_long, which_day, when_decide, hire_by", "counts": "decision"}, "later than the day"),
        (
            {"same": "how_long, which_day, when_decide, which_way", "counts": "decision"},
            "write or to phone",
        ),
        ({"same": "how_long", "counts": "decision"}, "missing"),
        ({"same": "1, 2, 3", "counts": "hiring"}, "about the decision"),
    ),
)


OWN_QUESTIONS = Exercise(
    id="02-own-questions",
    title="Your own two questions",
    objective="02-ask-before-leaving",
    prompt=(
        "Write two questions in your own words, as you would say them: one for **when** they decide, one for **how** "
        "to follow up. If your interview is over, write them for your note of thanks. Read them aloud once."
    ),
    fields=(
        AnswerField(
            id="when",
            label="Your question about the date",
            kind="text",
            rows=2,
            right=TextPasses(rules=(_asks, _about_time, _gentle)),
            help="When may I …?",
        ),
        AnswerField(
            id="how",
            label="Your question about the way",
            kind="text",
            rows=2,
            right=TextPasses(rules=(_asks, _about_way, _gentle)),
            help="How would you like …?",
        ),
    ),
    hints=(
        "A question may begin with “May I ask”.",
        "For the date: “by what date”. For the way: “by e-mail or by phone”.",
        "“By what date do you expect to decide?” and “How would you like me to follow up, by e-mail or by phone?”",
    ),
    solution={
        "when": "By what date do you expect to decide?",
        "how": "How would you like me to follow up, by e-mail or by phone?",
    },
    because="Two short questions, and you know when and how. The words are yours, so you will remember them.",
    rules=("000.03", "000.04", "001.14", "002.06"),
    minutes=4,
    also_right=(
        {"when": "When will I hear from you?", "how": "What is the best way to reach you?"},
        {"when": "May I ask about your timeline?", "how": "Do I have to call, or may I write?"},
        {"when": "May I ask how long you will need?", "how": "Shall I write or call if I have a question?"},
    ),
    wrong=(
        ({"when": "I would like to hear soon.", "how": "Shall I write?"}, "question mark"),
        ({"when": "Is it soon?", "how": "Shall I write?"}, "no word about time"),
        ({"when": "When do you decide?", "how": "And now?"}, "no word about the way"),
        ({"when": "When? I must know.", "how": "Shall I write?"}, "do not press"),
    ),
)

CHECKS = (
    QuizItem(
        id="02-check-record",
        objective="02-take-home-record",
        scenario="Rosa has the ward manager's card in her bag: name, title, street and e-mail address.",
        question="What should she still write down on the way home?",
        options=(
            QuizOption(id="card", text="The same four things once more", why="She has them on the card."),
            QuizOption(
                id="talk",
                text="The promised date, how to follow up, and what they talked about",
                why="Yes: no card holds what was said.",
            ),
            QuizOption(id="mood", text="How each person was dressed", why="No step of any plan needs it."),
        ),
        answer="talk",
        explanation="A card gives name, title and addresses. The date, the way and the topics come from the talk.",
        rules=("000.03", "000.16", "001.15", "004.04"),
    ),
    QuizItem(
        id="02-check-promised-date",
        objective="02-promised-date",
        scenario="An interview is on Tuesday 10 February 2026. They say: “In a week or two.”",
        question="Which date is the promised date?",
        options=(
            QuizOption(
                id="d17", text="Tuesday 17 February", why="That is the shorter time. They took two weeks."
            ),
            QuizOption(id="d24", text="Tuesday 24 February", why="Yes: the end of the time that they gave."),
            QuizOption(
                id="open", text="None: the words are too vague", why="They gave a longest time: two weeks."
            ),
        ),
        answer="d24",
        explanation="For words that give a span, take its end. Then their whole time is over before you ask.",
        editorial="The sources ask for a date; how to read a span is our advice.",
    ),
    QuizItem(
        id="02-check-afterwards",
        objective="02-find-afterwards",
        scenario="Daniel's interview was by video. On the screen one name was cut off: “Siân Prys-E…”.",
        question="Where does he find the whole name?",
        options=(
            QuizOption(
                id="signature",
                text="In the invitation or the signature below her e-mail",
                why="Yes: she wrote it there herself.",
            ),
            QuizOption(
                id="guess",
                text="He completes it as seems likely",
                why="A likely name is often the wrong one.",
            ),
            QuizOption(
                id="first",
                text="Nowhere: “Hi there” will do",
                why="The sources ask for the name, spelled right.",
            ),
        ),
        answer="signature",
        explanation="Take a name from what its owner wrote: the invitation or a signature.",
        rules=("000.12", "000.13", "004.04"),
    ),
)

LESSON = Lesson(
    id="02",
    title="Before you leave",
    notebook="02-before-you-leave.ipynb",
    question="What do I ask and write down before I leave, and what if I have already left?",
    reading=7,
    objectives=(
        course_objective("02-ask-before-leaving"),
        Objective(id="02-take-home-record", text="Copy a name letter for letter, and list what no card holds."),
        Objective(id="02-promised-date", text="Turn what they say about time into a promised date."),
        Objective(
            id="02-find-afterwards",
            text="Find names, addresses and dates without a card, or after you have left.",
        ),
    ),
    exercises=(
        SAME_QUESTION, FROM_THE_CARD, WORDS_TO_DATES, TWO_ZONES,
        RECORDED, BETWEEN_AND_INSIDE, ALREADY_LEFT, OWN_QUESTIONS,
    ),
    checks=CHECKS,
    retrieves=("01-check-who-paid", "01-check-if-then"),
)  # fmt: skip
