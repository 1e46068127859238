"""Lesson 08, the answer: an offer, the talks about its terms, a yes or a no in kind words, and the network."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.open_terms import TERMS, THROUGH_AGENCY, WHICH_CALL
from followup_kit.course.lessons.replies import OWN_ANSWER, REPLY_TO_NO
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]


NEWS = {
    "offer": "an offer",
    "accepted": "you accepted",
    "rejected": "they chose somebody else",
    "next_round": "a further interview",
    "replied": "an answer without a decision",
}

OFFER_DAY = Exercise(
    id="08-offer-day",
    title="An offer comes",
    objective="08-date-the-reply",
    prompt=(
        "Amina's plan says: ask on Tuesday 17 March 2026. On **Friday 6 March** the clinic offers her the job. The "
        "plan now has a confirmation call, one **working day** after the offer.\n\n"
        "On which day is that call? And what becomes of the question on 17 March?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="Day of the confirmation call",
            kind="day",
            right=DayIs(
                day="2026-03-09",
                because="Count one working day from the day of the offer.",
                slips={
                    "2026-03-07": "7 March is a Saturday. That is no working day: go on to the next.",
                    "2026-03-06": "That is the day of the offer itself. The plan gives you a night to think.",
                    "2026-03-16": "That is the day in the example, where the offer came a week later.",
                    "2026-03-17": "That was the day of the old question. Count from the offer.",
                },
            ),
        ),
        AnswerField(
            id="question",
            label="The question on 17 March",
            kind="choice",
            options={
                "stays": "it stays in the plan",
                "cancelled": "it is cancelled",
                "moves": "it moves a week",
            },
            right=ChoiceIs(
                option="cancelled", because="It would ask for a decision that has been made by then."
            ),
        ),
    ),
    hints=(
        "From which day does the plan count now?",
        "The offer came on a Friday. Which day is the next working day?",
        "One working day after Friday 6 March is Monday 9 March. Nobody asks what is decided already.",
    ),
    solution={"day": "9 March 2026", "question": "cancelled"},
    because=(
        "An offer ends all asking. What is left is the last call: to confirm, or to talk about the terms. The working "
        "day after the offer is our number; the source names no day."
    ),
    rules=("000.01", "000.02"),
    minutes=1,
    also=("04-count-working-days",),
    also_right=(
        {"day": "Mon 9 Mar", "question": "it is cancelled"},
        {"day": "2026-03-09", "question": "Cancelled"},
    ),
    wrong=(
        ({"day": "7 March", "question": "cancelled"}, "Saturday"),
        ({"day": "16 March", "question": "cancelled"}, "in the example"),
        ({"day": "17 March", "question": "cancelled"}, "Count from the offer"),
        ({"day": "9 March", "question": "stays"}, "has been made"),
    ),
)

WHICH_EVENT = Exercise(
    id="08-which-event",
    title="What is it that came?",
    objective="08-date-the-reply",
    prompt=("Four messages. Not each of them decides something. Name each **event** as you would record it."),
    fields=(
        AnswerField(
            id="jade",
            label="Jade: “We would love you to start in June. The papers follow.”",
            kind="choice",
            options=NEWS,
            right=ChoiceIs(option="offer", because="They want her to start: that is more than an answer."),
        ),
        AnswerField(
            id="daniel",
            label="Daniel: “Please meet our director next week.”",
            kind="choice",
            options=NEWS,
            right=ChoiceIs(
                option="next_round",
                because="Nobody has decided yet. What do they ask him to?",
                slips={"offer": "It is good news, but no offer: they ask him to one more talk."},
            ),
        ),
        AnswerField(
            id="rosa",
            label="Rosa: “We have given the place to another applicant.”",
            kind="choice",
            options=NEWS,
            right=ChoiceIs(option="rejected", because="The place is gone. The plan has a word for that."),
        ),
        AnswerField(
            id="tomasz",
            label="Tomasz: “Thank you for the photos. We are still meeting people.”",
            kind="choice",
            options=NEWS,
            right=ChoiceIs(
                option="replied",
                because="A human wrote, and decided nothing: a courtesy is not the decision.",
            ),
        ),
    ),
    hints=(
        "Ask of each: has anything been decided, and what?",
        "A further talk has a plan of its own. A friendly line without a decision changes little.",
        "In this order: offer, next_round, rejected, replied.",
    ),
    solution={"jade": "offer", "daniel": "next_round", "rosa": "rejected", "tomasz": "replied"},
    because=(
        "An offer and a no each get a reply. With several rounds, each new talk gets a plan of its own, with its own "
        "thank-you. A friendly line without a decision leaves the plan as it is."
    ),
    rules=("000.01", "000.20", "000.26"),
    minutes=2,
    also=("07-after-silence", "07-record-news"),
    also_right=(
        {
            "jade": "an offer",
            "daniel": "a further interview",
            "rosa": "they chose somebody else",
            "tomasz": "an answer without a decision",
        },
    ),
    wrong=(
        (
            {"jade": "replied", "daniel": "next_round", "rosa": "rejected", "tomasz": "replied"},
            "more than an answer",
        ),
        (
            {"jade": "offer", "daniel": "offer", "rosa": "rejected", "tomasz": "replied"},
            "no offer",
        ),
        (
            {"jade": "offer", "daniel": "next_round", "rosa": "replied", "tomasz": "offer"},
            "courtesy is not the decision",
        ),
    ),
)

NO_DAY = Exercise(
    id="08-reply-to-no-day",
    title="A no before a holiday",
    objective="08-date-the-reply",
    prompt=(
        "Tomasz gets a no on **Wednesday 13 May 2026**. The workshop is in Germany, and **Thursday 14 May is a public "
        "holiday** there. His plan now has a reply to the no, on the next working day.\n\n"
        "On which day, and by which channel?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="Day of the reply",
            kind="day",
            right=DayIs(
                day="2026-05-15",
                because="Go on from the day of the no to the next working day of that country.",
                slips={"2026-05-14": "14 May is a holiday there. Go on to the next working day."},
            ),
        ),
        AnswerField(
            id="channel",
            label="How",
            kind="choice",
            options={"phone": "a phone call", "email": "an e-mail", "card": "a handwritten card"},
            right=ChoiceIs(option="email", because="A note that asks for nothing, and can be read at ease."),
        ),
    ),
    hints=(
        "Which days are working days? Ask for the country of the employer.",
        "The day after the no is a holiday. Is the day after that a working day?",
        "Friday 15 May, by e-mail.",
    ),
    solution={"day": "15 May 2026", "channel": "email"},
    because=(
        "Thursday is a holiday, so the next working day is Friday 15 May. The day and the channel are our choice; the "
        "source says only to part on good terms."
    ),
    rules=("000.26", "000.27"),
    minutes=1,
    also=("04-count-working-days",),
    also_right=({"day": "Fri 15 May", "channel": "by e-mail"}, {"day": "15.5.2026", "channel": "e-mail"}),
    wrong=(
        ({"day": "14 May", "channel": "email"}, "holiday"),
        ({"day": "18 May", "channel": "email"}, "too late"),
        ({"day": "15 May", "channel": "phone"}, "asks for nothing"),
    ),
)

CHECKS = (
    QuizItem(
        id="08-check-offer-day",
        objective="08-date-the-reply",
        scenario="Jade gets an offer on Thursday 19 February 2026. Friday is an ordinary working day.",
        question="For which day does the plan show the confirmation call?",
        options=(
            QuizOption(id="same", text="Thursday 19 February", why="That is the day of the offer itself."),
            QuizOption(id="next", text="Friday 20 February", why="Yes: one working day after the offer."),
            QuizOption(id="week", text="Thursday 26 February", why="A week is long for them to wait."),
        ),
        answer="next",
        explanation="It is one working day after the offer. The source names no day, so the number is ours.",
        rules=("000.01",),
    ),
    QuizItem(
        id="08-check-terms",
        objective="08-talk-about-terms",
        scenario="Daniel has an offer. He asked about his area, and they said: “Give us until Thursday.”",
        question="What does he do?",
        options=(
            QuizOption(
                id="thursday", text="Ring on Thursday and ask kindly", why="Yes: on the day they named."
            ),
            QuizOption(
                id="never",
                text="Not ring again: one call is the limit",
                why="That limit is about the decision.",
            ),
            QuizOption(id="daily", text="Ring each morning until then", why="They named a day. Keep to it."),
        ),
        answer="thursday",
        explanation="After an offer several contacts are fine. Keep to the day that they name, and stay warm.",
        rules=("000.02", "000.26"),
    ),
    QuizItem(
        id="08-check-inside-no",
        objective="08-write-after-no",
        scenario="Jade helps at the library already and applied for a post there. Somebody else gets it. She will "
        "meet the branch librarian tomorrow.",
        question="What is best?",
        options=(
            QuizOption(
                id="thank",
                text="Thank her in a few words, and stay friendly",
                why="Yes: they will go on working together.",
            ),
            QuizOption(
                id="avoid", text="Keep out of her way", why="They work in one place. It would be noticed."
            ),
            QuizOption(
                id="team",
                text="Ask the team to speak up for her",
                why="That argues with a decision, and in public.",
            ),
        ),
        answer="thank",
        explanation="She will work with these people again. It matters even more to take the decision kindly.",
        rules=("000.26", "000.27"),
    ),
)

LESSON = Lesson(
    id="08",
    title="The answer",
    notebook="08-the-answer.ipynb",
    question="They made an offer, or they said no. What do I reply, when, and how often?",
    reading=6,
    objectives=(
        course_objective("08-answer-decision"),
        Objective(id="08-date-the-reply", text="Find the event for an answer, and the day of your reply."),
        Objective(
            id="08-talk-about-terms", text="Choose whom to contact, and how often, while terms are open."
        ),
        Objective(id="08-write-after-no", text="Write a short and gracious note after a no."),
    ),
    exercises=(
        OFFER_DAY,
        WHICH_EVENT,
        TERMS,
        THROUGH_AGENCY,
        WHICH_CALL,
        NO_DAY,
        REPLY_TO_NO,
        OWN_ANSWER,
    ),
    checks=CHECKS,
    retrieves=("07-check-event", "06-check-route"),
)
