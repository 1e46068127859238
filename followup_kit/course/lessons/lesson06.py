"""Lesson 06, the phone call: one short enquiry, by the route that suits you, and what follows from the answer."""

from __future__ import annotations

from collections.abc import Callable

from followup_kit.calls import check_call
from followup_kit.course.checking import ChoiceIs, TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.call_routes import NO_CALLS, THEY_NEED_TIME, YOUR_WAY
from followup_kit.course.lessons.counted_calls import OLD_ADVICE, ONE_CALL, TIME_IT
from followup_kit.course.quiz import course_objective
from followup_kit.records.call import CallKind

__all__ = ["LESSON"]

MOST_TOLD = 2
"""So many faults at once: more would not be read."""
INTERVIEWER = "Siân Prys-Evans"
PUSHY = (
    "“Hi, it is me again, Daniel. I have called twice already. I need an answer today, because other firms are "
    "waiting. I am the best candidate that you will find. Call me back!”"
)


def _passes(kind: CallKind) -> Callable[[str], str]:
    """A rule for a text: what the check of calls wants mended in it."""

    def rule(text: str) -> str:
        told = [f"{f.title}: {f.message} {f.suggestion}".strip() for f in check_call(text, kind).to_fix()]
        return " ".join(told[:MOST_TOLD])

    return rule


def _names_her(text: str) -> str:
    if INTERVIEWER.casefold() in text.casefold():
        return ""
    return "The greeting does not have her name as she writes it: copy it letter by letter."


FIND_THE_DEMAND = Exercise(
    id="06-find-the-demand",
    title="One line is a demand",
    also=("03-spot-fault",),
    objective="06-make-the-call",
    prompt=(
        "Amina has written her lines for Tuesday 17 March. Four are fine, one is a demand:\n\n"
        "- A. “Good morning, Mr Lindgren. This is Amina Yusuf; we talked on Monday 2 March.”\n"
        "- B. “You said 16 March, so I need to know today.”\n"
        "- C. “I am still very excited about the chance to work with you.”\n"
        "- D. “Thank you for your time, and for the talk we had.”\n"
        "- E. “I will gladly wait for your answer. Have a good day.”\n\n"
        "Which one is it? And what should stand there?"
    ),
    fields=(
        AnswerField(
            id="line",
            label="The demand",
            kind="choice",
            options={"a": "line A", "b": "line B", "c": "line C", "d": "line D", "e": "line E"},
            right=ChoiceIs(
                option="b",
                because="Read each line as if you were called. Which one leaves you no choice?",
                slips={
                    "c": "To say that you are keen is fine, once (000.23).",
                    "e": "That line is patient. It asks for nothing.",
                },
            ),
        ),
        AnswerField(
            id="instead",
            label="In its place",
            kind="choice",
            options={
                "enquiry": "“I would like to ask whether you have already come to a decision.”",
                "reason": "“Other firms want me too, so please hurry.”",
                "nothing": "Nothing: four lines are enough",
            },
            right=ChoiceIs(
                option="enquiry",
                because="Keep the one question, and make it polite.",
                slips={
                    "reason": "That puts pressure on them as well.",
                    "nothing": "Then the call asks nothing, and they wonder why she rang.",
                },
            ),
        ),
    ),
    hints=(
        "A demand leaves the other no choice.",
        "Look for “I need”.",
        "It is line B. Make it an enquiry: ask whether they have decided.",
    ),
    solution={"line": "b", "instead": "enquiry"},
    because="“I need to know today” presses. “May I ask whether …” asks for the same thing and leaves them free.",
    rules=("000.20", "000.21", "003.20"),
    minutes=1,
    also_right=({"line": "line B", "instead": "1"}, {"line": "B", "instead": "enquiry"}),
    wrong=(
        ({"line": "c", "instead": "enquiry"}, "fine, once"),
        ({"line": "e", "instead": "enquiry"}, "patient"),
        ({"line": "a", "instead": "enquiry"}, "no choice"),
        ({"line": "b", "instead": "reason"}, "pressure"),
        ({"line": "b", "instead": "nothing"}, "wonder why"),
    ),
)


MEND_THE_MESSAGE = Exercise(
    id="06-mend-the-message",
    title="Mend a pushy message",
    objective="06-make-the-call",
    prompt=(
        f"Daniel wrote this for the voicemail:\n\n{PUSHY}\n\nWrite it anew, in 25 seconds or less. It is for "
        f"**{INTERVIEWER}**, about the job in field sales. His number is 555 0178. If you do not phone, write it as an "
        "e-mail or a text: the check is the same."
    ),
    fields=(
        AnswerField(
            id="message",
            label="The message",
            kind="text",
            rows=5,
            right=TextPasses(rules=(_passes("voicemail"), _names_her)),
        ),
    ),
    hints=(
        "Four things are enough: who he is, one question, the number, thanks.",
        "Leave out how often he rang, the other firms, and how good he is.",
        (
            "“Hello …, this is Daniel Okoye, about the job in field sales. I would like to ask whether you have come to a "
            "decision. You can reach me at 555 0178. Thank you for your time.”"
        ),
    ),
    solution={
        "message": (
            "Hello Siân Prys-Evans, this is Daniel Okoye, about the job in field sales. I would like to ask whether you "
            "have come to a decision. You can reach me at 555 0178. Thank you for your time."
        )
    },
    because="It says who calls, asks one thing, gives the number and thanks. It is polite and takes about 18 seconds.",
    rules=("000.19", "000.20", "000.22", "000.24", "003.20", "003.21", "004.13"),
    minutes=2,
    also=("02-take-home-record", "03-thank-well", "03-repair"),
    also_right=(
        {
            "message": (
                "Dear Siân Prys-Evans,\nmy name is Daniel Okoye, and we talked about field sales. May I ask if you have "
                "decided? My number is 555 0178. Many thanks.\nDaniel Okoye"
            )
        },
    ),
    wrong=(
        ({"message": PUSHY.strip("“”")}, "did not find the question"),
        (
            {
                "message": "Hello Siân Prys-Evans, this is Daniel Okoye. Have you decided? I need an answer today. "
                "My number is 555 0178. Thank you."
            },
            "sounds like a demand",
        ),
        (
            {
                "message": "Hello Siân Prys-Evans, this is Daniel Okoye. Have you come to a decision? Thank you."
            },
            "a number",
        ),
        (
            {
                "message": "Hello Sian Prys-Evans, this is Daniel Okoye. May I ask whether you have decided? "
                "My number is 555 0178. Thank you."
            },
            "letter by letter",
        ),
    ),
)

OWN_WORDS = Exercise(
    id="06-own-words",
    title="Your own words, and when",
    objective="06-make-the-call",
    prompt=(
        "Write your own lines for the question about the decision, for your case or for Amina's. Choose the route that "
        "suits you. Then write one if-then sentence: on which day, and what you will do.\n\nRead the lines aloud, or "
        "to yourself, once."
    ),
    fields=(
        AnswerField(
            id="route",
            label="Your route",
            kind="choice",
            options={
                "phone": "by phone",
                "relay": "through a relay service",
                "email": "by e-mail",
                "text": "by text message",
            },
            right=ChoiceIs(option=("phone", "relay", "email", "text"), because="Each of the four is right."),
        ),
        AnswerField(
            id="words",
            label="Your lines",
            kind="text",
            rows=6,
            right=TextPasses(rules=(_passes("status"),)),
        ),
        AnswerField(
            id="plan",
            label="If … then I will …",
            kind="text",
            rows=2,
            right=TextPasses(
                rules=(
                    lambda text: (
                        ""
                        if text.casefold().startswith(("if ", "when "))
                        else "Begin with the moment, and with “if” or “when”: “If it is …”."
                    ),
                )
            ),
        ),
    ),
    hints=(
        "The call coach above has the lines. Take them and make them yours.",
        "Who you are, one question, thanks, and a kind close.",
        (
            "“This is Amina Yusuf; we talked on 2 March. May I ask whether you have come to a decision? Thank you for your "
            "time.”"
        ),
    ),
    solution={
        "route": "phone",
        "words": (
            "Good morning, this is Amina Yusuf; we talked on 2 March. May I ask whether you have come to a decision? "
            "Thank you for your time. I will gladly wait."
        ),
        "plan": "If it is Tuesday 17 March and I have heard nothing, then I will phone at ten.",
    },
    because="The lines are short and polite, and the day is fixed. What they answer is not in your hands.",
    rules=("000.18", "000.20", "000.22", "003.20"),
    minutes=5,
    also=("01-write-if-then",),
    also_right=(
        {
            "route": "e-mail",
            "words": (
                "Dear Zoë Özdemir, my name is Amina Yusuf. I am writing to ask whether you have decided. I am still "
                "very interested. Thank you for your time. Kind regards"
            ),
            "plan": "When it is 18 March and nobody has written, I will send this e-mail.",
        },
    ),
    wrong=(
        (
            {
                "route": "fax",
                "words": "This is Amina. May I ask whether you have decided? Thank you.",
                "plan": "If it is Monday",
            },
            "not one of the answers",
        ),
        (
            {
                "route": "phone",
                "words": "This is Amina. Why have you not called me? Thank you.",
                "plan": "If it is Monday, I call.",
            },
            "sounds like a demand",
        ),
        (
            {
                "route": "phone",
                "words": "This is Amina. May I ask whether you have decided? Thank you.",
                "plan": "I will call.",
            },
            "Begin with the moment",
        ),
    ),
)

CHECKS = (
    QuizItem(
        id="06-check-count-calls",
        objective="06-count-calls",
        scenario="Daniel follows a protocol that allows one call. He reached the voicemail and left his question there.",
        question="Nobody has rung back for two days. What is best?",
        options=(
            QuizOption(
                id="again", text="Ring again: a message does not count", why="It has asked the question."
            ),
            QuizOption(
                id="wait",
                text="Wait; the one call is spent, and the next word is theirs",
                why="Yes: his question has reached them.",
            ),
            QuizOption(id="desk", text="Ring the front desk about it", why="That would be a second call."),
        ),
        answer="wait",
        explanation="A message asks the question, so it counts. That is our reading of the one-call rule.",
        rules=("000.19", "000.21", "004.13"),
    ),
    QuizItem(
        id="06-check-route",
        objective="06-choose-a-route",
        scenario="Jade's plan says: phone. She would rather not. The employer has said nothing about calls.",
        question="What can she do?",
        options=(
            QuizOption(
                id="must", text="She has to phone, or drop the step", why="The same lines can be written."
            ),
            QuizOption(
                id="why",
                text="Write, and explain at length why she does not phone",
                why="She owes no reason.",
            ),
            QuizOption(
                id="write", text="Send the same lines by e-mail on the same day", why="Yes: an equal way."
            ),
        ),
        answer="write",
        explanation="Phone, relay, e-mail and text carry the same lines. Nobody has to say why.",
        rules=("001.18", "002.11"),
    ),
    QuizItem(
        id="06-check-what-you-hear",
        objective="06-answer-what-you-hear",
        scenario="Amina asks by phone. She hears: “We would like to offer you the job.”",
        question="What fits best?",
        options=(
            QuizOption(
                id="thanks",
                text="“Thank you, I am very glad. By when do you need my answer?”",
                why="Yes: thanks first, and then the date.",
            ),
            QuizOption(
                id="low", text="“At last. That took you long enough.”", why="A good impression goes on."
            ),
            QuizOption(
                id="only",
                text="Hang up: her one call was for the question",
                why="After an offer, talks are normal.",
            ),
        ),
        answer="thanks",
        explanation="Thank them and ask by when they need an answer. She need not say yes on the phone.",
        rules=("000.02", "000.26"),
    ),
)

LESSON = Lesson(
    id="06",
    title="The phone call",
    notebook="06-the-phone-call.ipynb",
    question="How do I ask about the decision, by phone or in writing, and what do I say to the answer?",
    reading=8,
    objectives=(
        course_objective("06-make-the-call"),
        Objective(id="06-count-calls", text="Count what spends the one call, and name who allows more."),
        Objective(
            id="06-choose-a-route",
            text="Choose a route for the same lines: phone, relay, e-mail or text.",
        ),
        Objective(
            id="06-answer-what-you-hear", text="Choose the next line for what you hear, and note a new date."
        ),
    ),
    exercises=(
        FIND_THE_DEMAND, TIME_IT, ONE_CALL, NO_CALLS, YOUR_WAY,
        THEY_NEED_TIME, OLD_ADVICE, MEND_THE_MESSAGE, OWN_WORDS,
    ),
    checks=CHECKS,
    retrieves=("02-check-afterwards", "04-check-two-readings"),
)  # fmt: skip
