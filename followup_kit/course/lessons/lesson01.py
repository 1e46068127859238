"""Lesson 01, why follow up: what surveys and trials show, what they do not, and a plan of one's own."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, ChoicesAre, TextPasses, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.reading_evidence import DRIFT, READ_A_CARD, TWO_COUNTRIES, UNITS
from followup_kit.course.quiz import course_objective
from followup_kit.course.sentences import if_then

__all__ = ["LESSON"]


CHANNELS_CHANGE = Exercise(
    id="01-channels-change",
    title="A jump that is too good",
    objective="01-judge-a-survey",
    prompt=(
        "Card 14: managers who found a thank-you by hand fitting: **38 %** in 2012, **86 %** in 2017. E-mail: **87 %**, "
        "then **94 %**. Both rounds are from one staffing firm.\n\n"
        "What is the likeliest reason for the jump? And which way was called fitting by most managers in both rounds?"
    ),
    fields=(
        AnswerField(
            id="reason",
            label="Likeliest reason for the jump",
            kind="choice",
            options={
                "fashion": "handwriting came back into fashion",
                "wording": "the question or the people asked had changed",
                "proof": "handwriting was proved to work",
            },
            right=ChoiceIs(
                option="wording",
                because="A habit of millions seldom doubles in five years. What can change overnight?",
                slips={"proof": "No trial of that was found. The card holds opinions."},
            ),
        ),
        AnswerField(
            id="way",
            label="Called fitting by most, both times",
            kind="choice",
            options={"email": "e-mail", "hand": "by hand", "text": "text message"},
            right=ChoiceIs(option="email", because="Compare the shares of each year, one by one."),
        ),
    ),
    hints=(
        "Read the reasons for the card's grade.",
        "The same firm may have put the question in other words. And in each year, look for the largest share.",
        "Another wording; and e-mail leads in both rounds.",
    ),
    solution={"reason": "wording", "way": "email"},
    because=(
        "Such a jump points to another wording or other people asked. E-mail led both times. That says what these "
        "managers called fitting, in the US, in those years; it says nothing of offers."
    ),
    rules=("001.02", "002.15", "002.17", "004.07"),
    minutes=1,
    also_right=({"reason": "2", "way": "e-mail"},),
    wrong=(
        ({"reason": "fashion", "way": "email"}, "overnight"),
        ({"reason": "proof", "way": "email"}, "opinions"),
        ({"reason": "wording", "way": "hand"}, "one by one"),
    ),
)

PLAN_OR_REMINDER = Exercise(
    id="01-plan-or-reminder",
    title="The one trial",
    objective="01-say-what-is-known",
    prompt=(
        "Card 1 is a field trial: chance decided who wrote a plan for the job search. Some also got weekly reminders, "
        "some the support of a peer.\n\n"
        "What went with more work in the end? What added nothing to it? Was it a trial of following up after an "
        "interview?"
    ),
    fields=(
        AnswerField(
            id="helped",
            label="What helped",
            kind="choice",
            options={
                "plan": "a written plan",
                "reminders": "weekly reminders",
                "peer": "the support of a peer",
            },
            right=ChoiceIs(
                option="plan",
                because="Read the finding: one thing changed the outcome, the rest did not add to it.",
            ),
        ),
        AnswerField(
            id="nothing",
            label="What added nothing",
            kind="choices",
            options={
                "plan": "a written plan",
                "reminders": "weekly reminders",
                "peer": "the support of a peer",
            },
            right=ChoicesAre(options=("reminders", "peer"), because="The finding names two things."),
        ),
        AnswerField(
            id="follow_up",
            label="Was it about following up after an interview?",
            kind="yes_no",
            right=YesIs(yes=False, because="Read the line “How near to following up”."),
        ),
    ),
    hints=(
        "Open card 1 and read its first line.",
        "The plan was what the job seekers wrote themselves. Two more things were tried on top of it.",
        "The plan helped; reminders and a peer added nothing; and no, it was about the whole search.",
    ),
    solution={"helped": "plan", "nothing": ["reminders", "peer"], "follow_up": "no"},
    because=(
        "Those who wrote a plan sent more applications and were more often in work. Reminders and a peer added nothing "
        "to that. The trial was about the whole search of young people in one country, so it lies beside our topic."
    ),
    rules=("002.01",),
    minutes=2,
    also_right=({"helped": "a written plan", "nothing": "reminders, peer", "follow_up": "n"},),
    wrong=(
        ({"helped": "reminders", "nothing": ["reminders", "peer"], "follow_up": "no"}, "one thing"),
        ({"helped": "plan", "nothing": ["reminders"], "follow_up": "no"}, "missing"),
        ({"helped": "plan", "nothing": ["reminders", "peer"], "follow_up": "yes"}, "how near"),
    ),
)

OWN_PLAN = Exercise(
    id="01-own-plan",
    title="Your own case: your first if-then plan",
    objective="01-write-if-then",
    prompt=(
        "Write **one sentence** for the next thing in your job search: the moment, and what you will do then. It may be "
        "the thank-you, a question, or a note of the promised date. Be exact about day and place."
    ),
    fields=(
        AnswerField(
            id="plan",
            label="Your sentence",
            kind="text",
            rows=3,
            right=TextPasses(rules=(if_then,)),
            help="If it is … and I am at …, then I will …",
        ),
    ),
    hints=(
        "Which moment will you notice without a reminder: a time of day, a place, something that you do anyway?",
        "Begin with “If it is” or “When I”. Go on with “then I will”.",
        "“When I am home from the interview on Monday, then I will sit down at the table and write to Peter Lindgren.”",
    ),
    solution={
        "plan": "When I am home from the interview on Monday, then I will sit down and write to Peter Lindgren."
    },
    because=(
        "A moment that you will notice and an action of your own stand in one sentence. Plans of that form help people "
        "to act on what they mean to do. Say it aloud once or twice: rehearsed plans did better."
    ),
    rules=("002.01",),
    minutes=3,
    also_right=(
        {
            "plan": "If it is Friday at nine and I have not heard from them, I'll send a short e-mail from my kitchen."
        },
    ),
    wrong=(
        ({"plan": "Be more active."}, "whole sentence"),
        ({"plan": "I will be more active in my job search next week"}, "begin with the moment"),
        ({"plan": "If it is Friday someone should perhaps remind me to write"}, "yourself"),
    ),
)

CHECKS = (
    QuizItem(
        id="01-check-who-paid",
        objective="01-judge-a-survey",
        scenario="A job site asks its own members. More than 75 % say that thank-you notes sway them.",
        question="What lowers the trust in that figure most?",
        options=(
            QuizOption(
                id="members",
                text="Only its own members were asked, and the site sells to job seekers",
                why="Yes: who was asked and who paid.",
            ),
            QuizOption(
                id="round",
                text="75 is a round number",
                why="A round figure alone is no fault. Who was asked?",
            ),
            QuizOption(
                id="short", text="The text is too short", why="Length is not the point. Who was asked?"
            ),
        ),
        answer="members",
        explanation="Look for four things: how it was found out, how many answered, who paid, and if others found the same.",
        editorial="The figure is from a survey, not from one of the five sources.",
    ),
    QuizItem(
        id="01-check-drift",
        objective="01-spot-drift",
        scenario="Source 004 says that some firms wait one to three weeks on purpose, to see who follows up.",
        question="How may you pass that on?",
        options=(
            QuizOption(
                id="fact",
                text="“Firms wait to test you.”",
                why="Nothing was found that supports it as a fact.",
            ),
            QuizOption(
                id="source",
                text="“One source says so; no support for it was found.”",
                why="Yes: a claim stays a claim, with its source.",
            ),
            QuizOption(id="never", text="“No firm ever does that.”", why="That is not known either."),
        ),
        answer="source",
        explanation="A claim of one source is not a finding. Name the source, and say that nothing was found for it.",
        rules=("004.23",),
    ),
    QuizItem(
        id="01-check-if-then",
        objective="01-write-if-then",
        scenario="Rosa wants to thank the ward manager after her interview on Thursday.",
        question="Which sentence is an if-then plan?",
        options=(
            QuizOption(id="wish", text="“I want to be polite.”", why="A wish has neither moment nor action."),
            QuizOption(
                id="alarm", text="“My phone will remind me to be in touch.”", why="It leaves open what to do."
            ),
            QuizOption(
                id="plan",
                text="“When I am off the bus on Thursday, then I will write to Mai Nguyễn.”",
                why="Yes: a moment that she will notice, and what she will do.",
            ),
        ),
        answer="plan",
        explanation="An if-then plan ties a moment that you will notice to one action of your own.",
        rules=("002.01",),
    ),
)

LESSON = Lesson(
    id="01",
    title="Why follow up?",
    notebook="01-why-follow-up.ipynb",
    question="Does it help to follow up, and how would anyone know?",
    reading=7,
    objectives=(
        course_objective("01-say-what-is-known"),
        Objective(
            id="01-judge-a-survey", text="Judge a survey by who was asked what, how many, and who paid."
        ),
        Objective(id="01-spot-drift", text="Find where a number changed its meaning on the way."),
        Objective(
            id="01-write-if-then", text="Write an if-then plan: a moment you will notice, and what you will do."
        ),
    ),
    exercises=(
        READ_A_CARD, TWO_COUNTRIES, DRIFT, UNITS, CHANNELS_CHANGE, PLAN_OR_REMINDER, OWN_PLAN,
    ),
    checks=CHECKS,
    retrieves=("00-check-day", "00-check-begin"),
)  # fmt: skip
