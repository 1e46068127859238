"""Lesson 08, the answer: an offer, the talks about its terms, a yes or a no in kind words, and the network."""

from __future__ import annotations

import re

from followup_kit.course.checking import ChoiceIs, DayIs, TextPasses, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]

NEWS = {
    "offer": "an offer",
    "accepted": "you accepted",
    "rejected": "they chose somebody else",
    "next_round": "a further interview",
    "replied": "an answer without a decision",
}
CALLS = {
    "accept": "answer the offer: accept",
    "ask_for_time": "answer the offer: ask for time",
    "negotiation_follow_up": "follow up on the terms",
    "decline": "decline the offer",
}
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


OFFER_DAY = Exercise(
    id="08-offer-day",
    title="An offer comes",
    objective="08-date-the-reply",
    prompt=(
        "Amina's plan says: ask on Tuesday 17 March 2026. On **Friday 6 March** the clinic offers her the job. The "
        "plan now has a `confirmation_call`, one **working day** after the offer.\n\n"
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

TERMS = Exercise(
    id="08-terms",
    title="How often may she ask now?",
    objective="08-talk-about-terms",
    prompt=(
        "Amina follows `classic`: **one call** about the decision, ever (000.19). The clinic has made its offer. On "
        "Monday she phones and asks about the starting time. They say: “We will look into it. Please ring on "
        "**Wednesday**.”\n\n"
        "May she phone again on Wednesday? And which rule decides it?"
    ),
    fields=(
        AnswerField(
            id="again",
            label="May she phone again?",
            kind="yes_no",
            right=YesIs(yes=True, because="They asked her to. And what is the limit of one call about?"),
        ),
        AnswerField(
            id="rule",
            label="The rule",
            kind="choice",
            options={
                "one_call": "000.19: call once to ask for the decision",
                "terms": "000.02: after an offer, more than one contact is fine",
                "network": "000.27: part on good terms",
            },
            right=ChoiceIs(
                option="terms",
                because="Look for the rule about the time after an offer.",
                slips={"one_call": "That limit is about asking for a decision. They have decided."},
            ),
        ),
    ),
    hints=(
        "What was the one call for? Is that question still open?",
        "One of the three rules speaks of the time after an offer.",
        "Yes: 000.02 allows several contacts while the terms are talked over.",
    ),
    solution={"again": "yes", "rule": "terms"},
    because=(
        "The limit of one call is about the decision. After an offer there may be several talks, as the terms need "
        "them. Ring on the day that they name."
    ),
    rules=("000.02", "000.19"),
    minutes=1,
    also=("06-make-the-call",),
    also_right=({"again": "Yes", "rule": "2"}, {"again": True, "rule": "terms"}),
    wrong=(
        ({"again": "no", "rule": "terms"}, "limit of one call"),
        ({"again": "yes", "rule": "one_call"}, "They have decided"),
        ({"again": "yes", "rule": "network"}, "time after an offer"),
    ),
)

THROUGH_AGENCY = Exercise(
    id="08-through-the-agency",
    title="An agency in the middle, and no phone",
    objective="08-talk-about-terms",
    prompt=(
        "Rosa's interview was at Elmwood Care Home. An **agency**, Northside Staffing, stands in between. Rosa writes and "
        "does not phone. The agency tells her that the home offers her the job.\n\n"
        "To whom does her answer go, and how?"
    ),
    fields=(
        AnswerField(
            id="to",
            label="To whom",
            kind="choice",
            options={
                "lead_interviewer": "the ward manager who led the interview",
                "recruiter": "the recruiter at the agency",
                "everyone": "both of them",
            },
            right=ChoiceIs(
                option="recruiter",
                because="Where somebody stands in between, every step goes through them, this one too.",
            ),
        ),
        AnswerField(
            id="channel",
            label="How",
            kind="choice",
            options={"phone": "a phone call", "email": "an e-mail", "letter": "a letter by post"},
            right=ChoiceIs(
                option="email",
                because="The plan has the quick written way for those who do not phone.",
                slips={"phone": "Rosa writes. The same words in writing count the same."},
            ),
        ),
    ),
    hints=(
        "Who brought the news?",
        "A plan for those who write puts one other channel in place of each call. It is as quick as a call.",
        "The recruiter at the agency, by e-mail.",
    ),
    solution={"to": "recruiter", "channel": "email"},
    because=(
        "With an agency in the middle every step goes to the recruiter. And a call is never a must: e-mail, text and "
        "relay are equal ways. Nobody has to say why they write."
    ),
    rules=("000.01", "000.02"),
    minutes=1,
    also=("04-who-and-how", "06-choose-a-route"),
    also_right=({"to": "the agency", "channel": "by e-mail"}, {"to": "recruiter", "channel": "mail"}),
    wrong=(
        ({"to": "lead_interviewer", "channel": "email"}, "stands in between"),
        ({"to": "recruiter", "channel": "phone"}, "count the same"),
        ({"to": "recruiter", "channel": "letter"}, "quick written way"),
    ),
)

WHICH_CALL = Exercise(
    id="08-which-call",
    title="Which script?",
    objective="08-answer-decision",
    prompt=(
        "The course has four scripts for the time after an offer. Pick one for each person. All four thank first "
        "(000.26)."
    ),
    fields=(
        AnswerField(
            id="jade",
            label="Jade wants the job. All terms are clear.",
            kind="choice",
            options=CALLS,
            right=ChoiceIs(option="accept", because="Nothing is open for her. What is left to say?"),
        ),
        AnswerField(
            id="amina",
            label="Amina waits for another answer, due on Wednesday.",
            kind="choice",
            options=CALLS,
            right=ChoiceIs(
                option="ask_for_time",
                because="She can name a day. That lets them plan.",
                slips={"decline": "She has not decided. A no cannot be taken back."},
            ),
        ),
        AnswerField(
            id="daniel",
            label="Daniel asked about his area last week. He comes back to it.",
            kind="choice",
            options=CALLS,
            right=ChoiceIs(option="negotiation_follow_up", because="One point is open between them."),
        ),
        AnswerField(
            id="tomasz",
            label="Tomasz has found work nearer to his family.",
            kind="choice",
            options=CALLS,
            right=ChoiceIs(
                option="decline", because="He will not come. They should hear it soon, and kindly."
            ),
        ),
    ),
    hints=(
        "Who has decided, and what for?",
        "Two have decided: one yes, one no. The other two have something open.",
        "In this order: accept, ask_for_time, negotiation_follow_up, decline.",
    ),
    solution={
        "jade": "accept",
        "amina": "ask_for_time",
        "daniel": "negotiation_follow_up",
        "tomasz": "decline",
    },
    because=(
        "A clear yes, a day by which you answer, a question with room to move, or a kind no. The source knows the "
        "last call as a yes. That a no deserves the same care is ours."
    ),
    rules=("000.01", "000.02", "000.26", "000.27"),
    minutes=2,
    also_right=(
        {
            "jade": "answer the offer: accept",
            "amina": "answer the offer: ask for time",
            "daniel": "follow up on the terms",
            "tomasz": "decline the offer",
        },
    ),
    wrong=(
        (
            {
                "jade": "ask_for_time",
                "amina": "decline",
                "daniel": "negotiation_follow_up",
                "tomasz": "decline",
            },
            "cannot be taken back",
        ),
        (
            {"jade": "accept", "amina": "ask_for_time", "daniel": "accept", "tomasz": "ask_for_time"},
            "One point is open",
        ),
    ),
)

NO_DAY = Exercise(
    id="08-reply-to-no-day",
    title="A no before a holiday",
    objective="08-date-the-reply",
    prompt=(
        "Tomasz gets a no on **Wednesday 13 May 2026**. The workshop is in Germany, and **Thursday 14 May is a public "
        "holiday** there. His plan now has `after_rejection`: a reply on the next working day.\n\n"
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
