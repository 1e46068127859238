"""Lesson 03, the thank-you letter: what belongs in it, whom it thanks, and how to mend one."""

from __future__ import annotations

import re

from followup_kit.course.checking import ChoiceIs, ChoicesAre, DayIs, TextPasses, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.letter_checking import LetterPasses
from followup_kit.course.quiz import course_objective

__all__ = ["FAULTY", "LESSON", "PUSHY", "RAMBLING", "SETTING"]

SETTING = {
    "interviewer_name": "Zoë Özdemir",
    "position": "Office coordinator",
    "company": "Harbour Street Clinic",
    "topics": ["the new appointment system", "cover during holidays"],
    "sender_name": "Amina Yusuf",
    "others_met": ["Peter Lindgren"],
    "interview_date": "2026-03-02",
    "promised_date": "2026-03-16",
}
"""What Amina noted about her interview."""

FAULTY = """Dear Ms. Özdamir,

Thank you for your time on Monday. What you told me about the new appointment system has stayed with me. At the \
law office I moved 400 files to a system of that kind, and I could do the same for you.

I would very much like to join the team at Lakeside Dental. I need your answer by Friday.

Kind regards,
Amina Yusuf"""

PUSHY = """Dear Ms. Özdemir,

You promised me an answer by 16 March. It is the 17th now. I need your decision by tomorrow, because others want me \
too. After all the time that I gave you, this is the least you can do.

Amina Yusuf"""

RAMBLING = """Dear Ms. Özdemir,

Thank you for your time on Monday. I would like to go through the interview once more. First you asked me about my \
school, and I told you that I went to school in Aurora and then in Joliet, and after that I took a course in office work, \
which lasted for two years. Then you asked me why I want to leave the law office, and I said that I have been there \
for six years and that it is time for something new. Then you told me about the new appointment system, and that it \
starts in May, and that nobody has planned yet how the old files get into it. I said that at the law office I moved \
400 files to a new system, and that it took three weeks. Then Mr. Lindgren asked me about cover during holidays, and I \
said that I keep the list of who stands in for whom. Then we talked about the hours, from eight to four, and about the \
break, and about the key to the back door. After that you showed me the front desk, the small office behind it, the \
kitchen, and the room with the printer, and I met two people there whose names I did not catch. Then we came back to \
your office, and you asked if I had any questions, and I asked when you decide, and you said by 16 March. All in all I \
would very much like to be your office coordinator.

Kind regards,
Amina Yusuf"""

TONE = ("no_pressure", "courteous_professional", "friendly_tone", "no_gushing", "no_humor_or_nicknames")
WHOM = {
    "everyone": "everyone who talked with him",
    "hiring_manager": "the person who decides, and nobody else",
    "first": "whoever spoke first",
}


# Many ask politely without a question mark: "I would like to ask whether …", "I would be glad to hear when …".
_QUESTION = re.compile(
    r"\?|\b(?:ask|asking|wonder|wondered|wondering|enquire|enquiring|inquire|inquiring)\b[^.!?]{0,60}"
    r"\b(?:if|whether|when|how|about)\b"
    r"|\b(?:let me know|tell me|(?:like|love|glad|happy|grateful|hope|hoping) to (?:know|hear|learn))\b[^.!?]{0,60}"
    r"\b(?:if|whether|when|how|about)\b",
    re.IGNORECASE,
)


def _still_asks(text: str) -> str:
    if _QUESTION.search(text):
        return ""
    return "Ask one polite question about the decision: with a question mark, or “I would like to ask whether …”."


def _own_words(text: str) -> str:
    if len(text.split()) >= 30:
        return ""
    return "A letter needs a few sentences: thanks, one thing you talked about, and that you want the job."


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

WHEN_AND_HOW = Exercise(
    id="03-when-and-how",
    title="How soon, and on paper?",
    objective="03-thank-well",
    also=("00-type-a-day", "00-where-to-begin"),
    prompt=(
        "Amina's interview ended on **Monday 2 March 2026** at half past three. The protocol `paced` wants the thanks "
        "sent by e-mail, **24 hours** after the interview at most. Its writer adds that nothing beats a card written "
        "by hand.\n\nWhat is her last day for the e-mail? And has anyone shown that a card gets more offers?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="Last day",
            kind="day",
            right=DayIs(
                day="2026-03-03",
                because="Count 24 hours from the end of the interview.",
                slips={"2026-03-02": "That is the day of the interview. 24 hours end on the next day."},
            ),
        ),
        AnswerField(
            id="shown",
            label="A study shows that a card gets more offers",
            kind="yes_no",
            right=YesIs(
                yes=False,
                because="That nothing beats a card is the writer's view. Nobody has tested it.",
            ),
        ),
    ),
    hints=(
        "24 hours after Monday, half past three: which weekday is it?",
        "In surveys managers said which ways they like. Nobody counted offers.",
        "Her last day is Tuesday 3 March. No study shows that a card does more.",
    ),
    solution={"day": "3 March 2026", "shown": "no"},
    because=(
        "24 hours after Monday afternoon it is Tuesday 3 March. A card by hand is a custom that some like. In surveys "
        "most managers found e-mail fitting (card 14). No trial has compared the two."
    ),
    rules=("002.15", "002.16", "002.17"),
    minutes=1,
    also_right=({"day": "Tue 3 Mar", "shown": "No"}, {"day": "2026-03-03", "shown": False}),
    wrong=(
        ({"day": "2 March", "shown": "no"}, "next day"),
        ({"day": "5 March", "shown": "no"}, "too late"),
        ({"day": "3 March", "shown": "yes"}, "Nobody has tested it"),
    ),
)

PANEL = Exercise(
    id="03-panel",
    title="Three people at once",
    objective="03-thank-well",
    prompt=(
        "Daniel had a video call with three people: Siân Prys-Evans, Kofi Mensah and Anne O’Neill. He follows "
        "`showcase`. He has a good letter to Siân Prys-Evans. It takes up how to sell to landlords.\n\n"
        "Whom does `showcase` thank? And what does he write to Kofi Mensah?"
    ),
    fields=(
        AnswerField(
            id="whom",
            label="Whom he thanks",
            kind="choice",
            options=WHOM,
            right=ChoiceIs(
                option="everyone",
                because="This source thanks each person who gave time.",
                slips={"hiring_manager": "`measured` writes to one person. `showcase` writes to more."},
            ),
        ),
        AnswerField(
            id="second",
            label="To Kofi Mensah",
            kind="choice",
            options={
                "same": "the same text, with another name on top",
                "other": "a letter of his own, on something he himself said",
                "copy": "nothing new: he gets a copy of the first letter",
            },
            right=ChoiceIs(
                option="other",
                because="People on a panel may show each other their mail. A letter is meant for one person.",
            ),
        ),
    ),
    hints=(
        "`showcase` says who gave time. How many were that?",
        "What would Kofi Mensah and Siân Prys-Evans see if they laid both letters side by side?",
    ),
    solution={"whom": "everyone", "second": "other"},
    because=(
        "Each of the three gets a short letter, and each takes up another point. In the letter studio each person of a "
        "panel has a tab, and two letters that are alike are pointed out."
    ),
    rules=("000.09", "003.02", "000.16"),
    minutes=1,
    also_right=({"whom": "all of them", "second": "2"}, {"whom": "Everyone", "second": "Other"}),
    wrong=(
        ({"whom": "hiring manager", "second": "other"}, "writes to more"),
        ({"whom": "everyone", "second": "same"}, "show each other"),
        ({"whom": "first", "second": "copy"}, "meant for one person"),
    ),
)

NO_NAME = Exercise(
    id="03-no-name",
    title="No card, no name, or an agency in between",
    objective="03-thank-well",
    prompt=(
        "Jade gave a **recorded interview**: she spoke to a camera, and nobody was there. The invitation came from "
        "jobs@example.com, without a name. Rosa's interview was arranged by the **agency** Northside Staffing.\n\n"
        "What does each of them do first?"
    ),
    fields=(
        AnswerField(
            id="jade",
            label="Jade",
            kind="choice",
            options={
                "ask": "reply to the invitation, say thank you, and ask who will see the recording",
                "guess": "look for a likely person online and write to them by name",
                "none": "nothing: without a name there is no letter",
            },
            right=ChoiceIs(
                option="ask",
                because="Somebody reads the mail to that address, and can tell her the name.",
                slips={"guess": "It may be the wrong person. A wrong name is worse than none."},
            ),
        ),
        AnswerField(
            id="rosa",
            label="Rosa",
            kind="choice",
            options={
                "agency": "give the note to the agency, and ask it to pass it on",
                "past": "write straight to the ward manager, past the agency",
                "wait": "wait until the agency thanks them in her place",
            },
            right=ChoiceIs(
                option="agency",
                because="An agency in between is the way to the employer, unless it says otherwise.",
                slips={"wait": "Nobody else knows what she talked about. She writes the note herself."},
            ),
        ),
    ),
    hints=(
        "Who invited Jade, and who invited Rosa? Both have an address to write to.",
        "Jade asks at the address that she has. Rosa's note goes the way that her invitation came.",
    ),
    solution={"jade": "ask", "rosa": "agency"},
    because=(
        "Jade answers the invitation and asks for the name and its spelling. If none comes, her greeting names the team. "
        "Rosa writes to the ward manager by name and sends the note through the agency. The sources do not speak of "
        "these two cases: this is our advice, marked editorial."
    ),
    rules=("000.12", "000.13"),
    minutes=1,
    also_right=({"jade": "1", "rosa": "1"}, {"jade": "Ask", "rosa": " agency "}),
    wrong=(
        ({"jade": "guess", "rosa": "agency"}, "worse than none"),
        ({"jade": "ask", "rosa": "past"}, "unless it says otherwise"),
        ({"jade": "none", "rosa": "wait"}, "Somebody reads"),
    ),
)

CALM_CHECK_IN = Exercise(
    id="03-calm-check-in",
    title="Repair a pushy check-in",
    objective="03-repair",
    prompt=(
        "It is 17 March. Amina was to hear by 16 March, and nothing came. She is upset, and writes:\n\n"
        + PUSHY
        + "\n\nRewrite it. Keep the question, lose the pressure, and say that she still wants the job."
    ),
    fields=(
        AnswerField(
            id="letter",
            label="Your letter",
            kind="text",
            rows=9,
            right=TextPasses(
                rules=(
                    _still_asks,
                    LetterPasses(
                        context={**SETTING, "sent_date": "2026-03-17"},
                        kind="check_in",
                        items=(*TONE, "addressed_by_name", "signed", "clear_interest", "nothing_left_over"),
                        before=PUSHY,
                    ),
                )
            ),
            help="From “Dear …” to Amina's name.",
        ),
    ),
    hints=(
        "Which sentences say what the reader must do? Take them out.",
        "One question is enough: “May I ask how things stand?” Then say that you are still interested.",
        "Leave out the promise, the other offers and the time you gave. Keep the greeting and the name.",
    ),
    solution={
        "letter": (
            "Dear Ms. Özdemir,\n\nThank you again for our talk on 2 March. May I ask how things stand, and when I "
            "may expect to hear from you?\n\nI am still very interested in the post of office coordinator.\n\n"
            "Kind regards,\nAmina Yusuf"
        )
    },
    because=(
        "It asks and does not demand. It names no date by which they must answer, and it blames nobody. A late answer "
        "is common, and no verdict on you."
    ),
    rules=("001.17", "001.23", "003.20", "003.21"),
    minutes=2,
    also_right=(
        {
            "letter": "Dear Zoë Özdemir,\n\nI hope that you are well. Have you come to a decision already? I am still very "
            "interested to work with you.\n\nBest regards,\nAmina Yusuf"
        },
        {
            "letter": "Dear Ms. Özdemir,\n\nThank you again for our talk on 2 March. You hoped to decide by 16 March, so I "
            "wanted to ask whether there is any news. I am still very interested in the job.\n\nKind regards,\nAmina Yusuf"
        },
        {
            "letter": "Hello Ms Özdemir,\n\nI would like to ask kindly: is there some news about the position? I have still "
            "much interest for this job, and I can give more information if you need it.\n\nWith kind regards\nAmina Yusuf"
        },
    ),
    wrong=(
        ({"letter": PUSHY}, "as it was"),
        (
            {
                "letter": "Dear Ms. Özdemir,\n\nI need an answer by tomorrow, or I will go elsewhere. When do you decide? I am "
                "interested in the job.\n\nKind regards,\nAmina Yusuf"
            },
            "I need an answer by tomorrow",
        ),
        (
            {
                "letter": "Dear Ms. Ozdemir,\n\nMay I ask how things stand? I am still very interested in the job.\n\n"
                "Kind regards,\nAmina Yusuf"
            },
            "mind the accents",
        ),
        (
            {
                "letter": "Dear Ms. Özdemir,\n\nThank you for the talk. I am still very interested in the job.\n\n"
                "Kind regards,\nAmina Yusuf"
            },
            "question mark",
        ),
        (
            {
                "letter": "Dear Ms. Özdemir,\n\nYou asked me about my work, and I know how busy you are. I am still very "
                "interested in the job.\n\nKind regards,\nAmina Yusuf"
            },
            "question mark",
        ),
    ),
)

UNDER_200 = Exercise(
    id="03-under-200",
    title="From a report to a letter",
    objective="03-repair",
    also=("00-run-a-cell",),
    prompt=(
        "Amina has written down the whole interview. It has more than 200 words, and Zoë Özdemir was there herself.\n\n"
        + RAMBLING
        + "\n\nMake a letter of it with **at most 200 words**. Most are far shorter. Keep the thanks, one thing they "
        "talked about, and that she wants the job."
    ),
    fields=(
        AnswerField(
            id="letter",
            label="Your letter",
            kind="text",
            rows=10,
            right=TextPasses(
                rules=(
                    LetterPasses(
                        context=SETTING,
                        items=(
                            *TONE, "addressed_by_name", "signed", "thanks", "succinct", "no_recap",
                            "specific_to_conversation", "clear_interest", "nothing_left_over",
                        ),
                        before=RAMBLING,
                    ),
                )
            ),
            help="From “Dear …” to Amina's name.",
        ),
    ),
    hints=(
        "Which one thing would only Amina write, and no other applicant?",
        "Keep the appointment system and the 400 files. Cut the school, the hours, the key and the kitchen.",
        "Four sentences are enough: thanks, the system, the 400 files, and that she wants the job.",
    ),
    solution={
        "letter": (
            "Dear Ms. Özdemir,\n\nThank you for your time on Monday. What you told me about the new appointment system has "
            "stayed with me. At the law office I moved 400 files to a system of that kind in three weeks, and I could do "
            "the same for you.\n\nI would very much like to be your office coordinator. If you need anything more from "
            "me, I am glad to send it.\n\nKind regards,\nAmina Yusuf"
        )
    },
    because=(
        "One point that she picked says more than twelve that she lists. The reader was there. The number 200 is ours: "
        "the sources say short, and give no number."
    ),
    rules=("000.14", "001.07", "003.03", "003.04"),
    minutes=4,
    also_right=(
        {
            "letter": "Dear Zoë Özdemir,\n\nThank you very much for the talk of Monday. I think since then about the cover "
            "during holidays. I keep such a list in my office, and I can do the same for you. I would be happy to "
            "work in your clinic.\n\nKind regards\nAmina Yusuf"
        },
    ),
    wrong=(
        ({"letter": RAMBLING}, "as it was"),
        ({"letter": RAMBLING.replace("All in all ", "")}, "200"),
        (
            {
                "letter": "Dear Ms. Özdemir,\n\nThank you for your time on Monday. I would very much like to be your office "
                "coordinator.\n\nKind regards,\nAmina Yusuf"
            },
            "from your conversation",
        ),
        (
            {
                "letter": "Dear Ms. Özdemir,\n\nI like the new appointment system. I would very much like to be your office coordinator.\n\n"
                "Kind regards,\nAmina Yusuf"
            },
            "find thanks",
        ),
    ),
)  # fmt: skip

OWN_LETTER = Exercise(
    id="03-own-letter",
    title="Your own letter",
    objective="03-thank-well",
    prompt=(
        "Take the letter that you wrote in the first form of this lesson, and copy it in here. Or write one for "
        "Amina.\n\nHere it is read for thanks, for interest, for its length and its tone. Names and days are compared "
        "in the studio above, which knows your notes."
    ),
    fields=(
        AnswerField(
            id="letter",
            label="Your letter",
            kind="text",
            rows=10,
            right=TextPasses(
                rules=(
                    _own_words,
                    LetterPasses(
                        context={},
                        items=(
                            *TONE,
                            "thanks",
                            "succinct",
                            "no_recap",
                            "clear_interest",
                            "nothing_left_over",
                        ),
                    ),
                )
            ),
            help="From “Dear …” to your name.",
        ),
    ),
    hints=(
        "Begin with what they gave you: their time, a tour, an honest answer.",
        "One thing you talked about, one thing you would bring, and that you want the job. No gap may be left.",
    ),
    solution={
        "letter": (
            "Dear Mr. Lindgren,\n\nThank you for your time on Monday. What you said about cover during holidays has stayed "
            "with me. In my present job I keep the list of who stands in for whom, and I would gladly set up one for "
            "you.\n\nI would very much like to work at your clinic. If you need anything more, I am glad to send it.\n\n"
            "Kind regards,\nAmina Yusuf"
        )
    },
    because="It says thank you, it says that you want the job, it is short, and nothing in it pushes.",
    rules=("000.14", "000.15", "000.16", "000.17", "003.05", "003.06"),
    minutes=5,
    also_right=(
        {
            "letter": "Dear Mr. Weiß,\n\nthank you very much that you have shown me the workshop yesterday. The old milling "
            "machine is not so different from mine. I have repaired such a spindle last year and it runs good until "
            "now. I would be happy to work with you.\n\nWith friendly greetings\nTomasz Zieliński"
        },
    ),
    wrong=(
        ({"letter": "Thanks for the talk!"}, "a few sentences"),
        (
            {
                "letter": "Dear [name],\n\nThank you for your time. What you told me about the harvest has stayed with me, "
                "because I know such work. I would very much like to join your team and to help with the next one.\n\n"
                "Kind regards,\nLi Wei"
            },
            "gap",
        ),
        (
            {
                "letter": "Dear Ms. Ruiz,\n\nThank you for your time. You are the most brilliant person I have ever met, and my "
                "heart nearly burst with joy! I would very much like to join your team and to help with the harvest.\n\n"
                "Kind regards,\nLi Wei"
            },
            "gushes",
        ),
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
