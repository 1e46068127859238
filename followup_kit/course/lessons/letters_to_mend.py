"""Exercises of lesson 03 in which a letter is mended, cut, or written."""

from __future__ import annotations

import re

from followup_kit.course.checking import TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lessons.sample_letters import PUSHY, RAMBLING, SETTING
from followup_kit.course.letter_checking import LetterPasses

__all__ = ["CALM_CHECK_IN", "OWN_LETTER", "UNDER_200"]


TONE = ("no_pressure", "courteous_professional", "friendly_tone", "no_gushing", "no_humor_or_nicknames")

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


# What Amina and her interviewers talked about, or saw, in the letter that is to be cut.
_TALKED_OF = re.compile(
    r"\b(?:appointments?|systems?|holidays?|cover|lists?|files?|front desk|kitchen|keys?|back door|hours|printer|"
    r"patients?|lunch|breaks?|school|course|law office|showed|shown|saw|seeing|told|tour)\b",
    re.IGNORECASE,
)


def _from_the_talk(text: str) -> str:
    if _TALKED_OF.search(text):
        return ""
    return "I did not find anything from your conversation. Keep one thing that they talked about."


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
                    _from_the_talk,
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
