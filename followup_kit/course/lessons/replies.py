"""Exercises of lesson 08 in which a reply is written, and what a gracious one holds."""

from __future__ import annotations

import re

from followup_kit.course.checking import TextPasses
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["OWN_ANSWER", "REPLY_TO_NO"]


_MOST_WORDS = 90


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.casefold())


def _thanks(text: str) -> str:
    said = any(w.startswith("thank") or w == "grateful" for w in _words(text))
    return "" if said else "It does not thank them yet: for the news, or for their time."


def _kind(text: str) -> str:
    harsh = {"unfair", "mistake", "wrong", "insulting", "disgrace", "demand", "disrespectful"}
    found = sorted(harsh & set(_words(text)))
    # One may regret a no; that they will regret it is a threat.
    if re.search(r"\byou(?:\s+\w+|['’]ll)?\s+regret\b", text, re.IGNORECASE):
        found = ["regret"]
    if found or re.search(r"\bwhy\b[^.!?]*\?", text, re.IGNORECASE):
        what = f"“{found[0]}”" if found else "“why”"
        return f"The word {what} argues with their choice. A no stands; part on good terms."
    return ""


# Not each word by itself: "you chose somebody else" and "thank you for the opportunity" open no door.
_DOOR = re.compile(
    r"\b(?:something|anything) else\b|\bin mind\b|\b(?:think of|remember) me\b|\bvacanc(?:y|ies)\b"
    r"|\b(?:new|similar|suitable|fitting) (?:opportunit(?:y|ies)|place|post|role|job|position)\b"
    r"|\b(?:comes? up|arises?|opens? up|becomes? (?:free|vacant|available))\b",
    re.IGNORECASE,
)


def _open_door(text: str) -> str:
    doors = {
        "touch",
        "future",
        "another",
        "other",
        "again",
        "opening",
        "openings",
        "later",
        "contact",
        "next",
    }
    said = doors & set(_words(text)) or _DOOR.search(text)
    return "" if said else "Leave a door open: a later opening, or staying in touch."


def _short(text: str) -> str:
    count = len(text.split())
    if count > _MOST_WORDS:
        return f"It has {count} words; {_MOST_WORDS} are enough for this note."
    return ""


def _both_ways(text: str) -> str:
    words = _words(text)
    if len(words) < 12 or not {"if", "when"} & set(words):
        return "Write two sentences: “If they offer it, I will …” and “If it is a no, I will …”."
    if not {"offer", "offers", "yes", "accept"} & set(words):
        return "Say what you will do if there is an offer."
    if not {"no", "reject", "rejected", "else"} & set(words):
        return "Say what you will do if it is a no. It is easier to be gracious with a plan."
    return ""


REPLY_TO_NO = Exercise(
    id="08-reply-to-no",
    title="Write back after a no",
    objective="08-write-after-no",
    prompt=(
        "The clinic has chosen somebody else. Write Amina's reply to Peter Lindgren, in **at most 90 words**. Thank "
        "him, do not argue, and leave a door open."
    ),
    fields=(
        AnswerField(
            id="note",
            label="Your note",
            kind="text",
            rows=6,
            right=TextPasses(rules=(_thanks, _kind, _open_door, _short)),
            help="Three or four sentences are enough.",
        ),
    ),
    hints=(
        "Three things: thanks, a kind word, a door.",
        "Begin with “Thank you for letting me know”. End with what you would be glad to hear of.",
        "“Thank you for letting me know. I enjoyed our talk. I would be glad to hear of a later opening.”",
    ),
    solution={
        "note": (
            "Dear Peter Lindgren, thank you for letting me know, and for the good talk about the new appointment "
            "system. I wish you and the clinic all the best with it. If another opening comes up later, I would be "
            "glad to hear of it. Kind regards, Amina Yusuf"
        )
    },
    because=(
        "People change firms, and may think of you for another place (000.27). A short and warm note is all it takes. "
        "You may also leave it: no source says that you must."
    ),
    rules=("000.26", "000.27"),
    minutes=3,
    also=("03-thank-well",),
    also_right=(
        {"note": "Thanks for telling me. I liked meeting your team and would be happy to stay in touch."},
        {
            "note": "Thank you for your time. I see why you chose as you did. Perhaps we meet again in the future."
        },
        {
            "note": "Thank you for telling me. I regret that it did not work out. Please think of me if something else comes up."
        },
        {"note": "Thank you for the news. If a suitable place becomes free, please keep me in mind."},
    ),
    wrong=(
        ({"note": "I wish you well and hope to hear from you again."}, "does not thank"),
        ({"note": "Thank you. But why not me? Please keep me in mind for another job."}, "argues"),
        ({"note": "Thank you, though I think this is unfair. Keep in touch."}, "unfair"),
        ({"note": "Thank you for letting me know. All the best."}, "door open"),
        (
            {"note": "Thank you for the opportunity, and for telling me that you chose somebody else."},
            "door open",
        ),
        ({"note": "Thank you. You will regret this. Keep in touch."}, "regret"),
        ({"note": "Thank you and keep in touch. " * 20}, "are enough"),
    ),
)

OWN_ANSWER = Exercise(
    id="08-own-answer",
    title="Your own case: ready for both",
    objective="08-answer-decision",
    prompt=(
        "Take your own interview, or Amina's. Write **two sentences**: what you will do if there is an offer, and what "
        "you will do if it is a no."
    ),
    fields=(
        AnswerField(
            id="plan",
            label="Your two sentences",
            kind="text",
            rows=4,
            right=TextPasses(rules=(_both_ways,)),
            help="If they offer it, I will … If it is a no, I will …",
        ),
    ),
    hints=(
        "Which script fits you: yes, time, terms or no?",
        "Name the day: the working day after the news.",
        "“If they offer it, I will ask for time until Wednesday. If it is a no, I will write a short note.”",
    ),
    solution={
        "plan": (
            "If they offer it, I will thank them and ask for time until Wednesday. If it is a no, I will write a "
            "short note of thanks on the next working day."
        )
    },
    because="With both answers planned, neither finds you without words.",
    rules=("000.01", "000.26", "000.27"),
    minutes=2,
    also_right=(
        {
            "plan": "When I get an offer I will accept by e-mail the next day. When they say no I thank Ms Nkosi."
        },
    ),
    wrong=(
        ({"plan": "I will say yes."}, "two sentences"),
        (
            {"plan": "If it is a no, then I will write a short note of thanks to them all."},
            "if there is an offer",
        ),
        (
            {"plan": "If they make me an offer then I will accept it on the same day by phone."},
            "if it is a no",
        ),
    ),
)
