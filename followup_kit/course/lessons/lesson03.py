"""Lesson 03, the thank-you letter: what belongs in it, whom it thanks, and how to mend one."""

from __future__ import annotations

from followup_kit.course.checking import ChoicesAre
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.letters_to_mend import CALM_CHECK_IN, OWN_LETTER, UNDER_200
from followup_kit.course.lessons.sample_letters import FAULTY
from followup_kit.course.lessons.whom_to_thank import NO_NAME, PANEL, WHEN_AND_HOW
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]


SPOT_FAULTS = Exercise(
    id="03-spot-faults",
    title="Three faults in one letter",
    objective="03-spot-fault",
    prompt=(
        "Amina had her interview at **Harbour Street Clinic**. The card says **Zoë Özdemir**. Here is her draft. "
        "**Three** things are wrong with it.\n\n" + FAULTY + "\n\nTick the three faults."
    ),
    fields=(
        AnswerField(
            id="faults",
            label="What is wrong",
            kind="choices",
            options={
                "name": "The name is not spelled as on the card",
                "thanks": "It does not say thank you",
                "topic": "It names nothing that they talked about",
                "company": "It names another employer",
                "pressure": "It puts pressure on the reader",
                "long": "It is longer than 200 words",
                "signed": "It is not signed",
            },
            right=ChoicesAre(
                options=("name", "company", "pressure"),
                because="Read it once for the names, and once for the tone.",
                slips={
                    "thanks": "It does say thank you, in its first sentence.",
                    "topic": "It names the new appointment system. They talked about that.",
                    "long": "It has about 70 words.",
                    "signed": "Amina's name stands at its end.",
                },
            ),
        ),
    ),
    hints=(
        "Compare every name in the letter with what you know: the person, and the employer.",
        "The third fault is in the sentence after the employer.",
        "Özdamir is not Özdemir, Lakeside Dental is not the clinic, and “by Friday” is a demand.",
    ),
    solution={"faults": ["name", "company", "pressure"]},
    because=(
        "The name should be Özdemir. Lakeside Dental is left over from another letter. And do not give people a "
        "date by which to answer: ask, do not demand."
    ),
    rules=("000.12", "000.13", "003.20", "001.17"),
    minutes=1,
    also_right=({"faults": "name, company, pressure"}, {"faults": ["pressure", "name", "company"]}),
    wrong=(
        ({"faults": ["name", "company"]}, "One is missing"),
        ({"faults": ["name", "company", "pressure", "thanks"]}, "does say thank you"),
        ({"faults": ["name", "topic", "pressure"]}, "They talked about that"),
    ),
)

WHAT_BELONGS = Exercise(
    id="03-what-belongs",
    title="What belongs in it",
    objective="03-thank-well",
    prompt=(
        "Rosa wants to thank Mai Nguyễn, the ward manager of a care home. She has noted seven sentences.\n\n"
        "Tick those that belong in her letter. The others she leaves out."
    ),
    fields=(
        AnswerField(
            id="keep",
            label="These belong in the letter",
            kind="choices",
            options={
                "topic": "“Your garden group for the residents has stayed with me.”",
                "rent": "“I am behind with my rent and need this job soon.”",
                "joke": "“I promise not to water the residents!”",
                "interest": "“I would very much like to work in your home.”",
                "health": "“I should tell you that my back is bad.”",
                "report": "“First you asked me about my school. Then you asked me about …”",
                "offer": "“If you need anything more from me, I am glad to send it.”",
            },
            right=ChoicesAre(
                options=("topic", "interest", "offer"),
                because="A letter is about the talk, the work, and what she would bring.",
                slips={
                    "rent": "Her needs are her own. They may also be felt as pressure.",
                    "health": "Nobody asked, and she need not say it. What is told cannot be taken back.",
                    "joke": "003.09 leaves jokes out.",
                    "report": "003.04: there is no need to go through the talk step by step.",
                },
            ),
        ),
    ),
    hints=(
        "Which sentences are about the talk, or about what she wants and offers?",
        "Her health, her rent and her family are no part of a letter of thanks. Three sentences are left.",
    ),
    solution={"keep": ["topic", "interest", "offer"]},
    because=(
        "One thing from the talk, a plain wish for the job, and an offer to send more. Jokes and a full report stay "
        "out. And nobody ever has to tell of health, family or need."
    ),
    rules=("000.16", "000.17", "003.04", "003.09", "004.12"),
    minutes=1,
    also_right=({"keep": "topic, interest, offer"}, {"keep": ["offer", "topic", "interest"]}),
    wrong=(
        ({"keep": ["topic", "interest"]}, "One is missing"),
        ({"keep": ["topic", "interest", "offer", "rent"]}, "pressure"),
        ({"keep": ["topic", "interest", "offer", "health"]}, "taken back"),
        ({"keep": ["topic", "interest", "offer", "joke"]}, "003.09"),
    ),
)

CHECKS = (
    QuizItem(
        id="03-check-fault",
        objective="03-spot-fault",
        scenario="Tomasz learned English at work. He writes: “I am thinking much about your old machine since Wednesday. I have repaired the same. I would be happy to begin by you.” All names are right.",
        question="What is wrong with its tone?",
        options=(
            QuizOption(id="nothing", text="Nothing", why="Yes: it is friendly and clear. Odd wording is no fault of tone."),
            QuizOption(id="cold", text="It is too cold", why="“I would be happy” is a warm word."),
            QuizOption(id="push", text="It pushes", why="It asks for nothing and sets no date."),
        ),
        answer="nothing",
        explanation="Unusual wording is no fault of tone. He may have somebody read it over if he likes.",
        rules=("000.15", "001.06"),
    ),
    QuizItem(
        id="03-check-repair",
        objective="03-repair",
        scenario="Jade's check-in says: “I must know by Friday.”",
        question="What could stand there in its place?",
        options=(
            QuizOption(id="ask", text="“May I ask when you expect to decide?”", why="Yes: it asks."),
            QuizOption(id="please", text="“Please, please let me know by Friday!”", why="It still sets a date, and begs."),
            QuizOption(id="blame", text="“You said that I would know by now.”", why="That blames the reader."),
        ),
        answer="ask",
        explanation="Ask one polite question about the time, and leave it there.",
        rules=("001.17", "003.20"),
    ),
)  # fmt: skip

LESSON = Lesson(
    id="03",
    title="The thank-you letter",
    notebook="03-the-thank-you-letter.ipynb",
    question="Whom do I thank, what do I write, and what do I leave out?",
    reading=7,
    objectives=(
        course_objective("03-thank-well"),
        Objective(id="03-spot-fault", text="Find what is wrong in a letter, and name it."),
        Objective(id="03-repair", text="Rewrite a letter so that it is short and does not push."),
    ),
    exercises=(
        SPOT_FAULTS, WHAT_BELONGS, WHEN_AND_HOW, PANEL, NO_NAME, CALM_CHECK_IN, UNDER_200, OWN_LETTER,
    ),
    checks=CHECKS,
    # What is known, and what to bring home from the room: asked again here.
    retrieves=("02-check-promised-date", "01-check-drift"),
)  # fmt: skip
