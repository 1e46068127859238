"""Lesson 06, the phone call: one short enquiry, by the route that suits you, and what follows from the answer."""

from __future__ import annotations

from collections.abc import Callable

from followup_kit.calls import check_call
from followup_kit.course.checking import ChoiceIs, ChoicesAre, DayIs, NumberIs, TextPasses, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
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
    return "The greeting does not have her name as she writes it: copy it sign by sign."


FIND_THE_DEMAND = Exercise(
    id="06-find-the-demand",
    title="One line is a demand",
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
    minutes=2,
    also_right=({"line": "line B", "instead": "1"}, {"line": "B", "instead": "enquiry"}),
    wrong=(
        ({"line": "c", "instead": "enquiry"}, "fine, once"),
        ({"line": "e", "instead": "enquiry"}, "patient"),
        ({"line": "a", "instead": "enquiry"}, "no choice"),
        ({"line": "b", "instead": "reason"}, "pressure"),
        ({"line": "b", "instead": "nothing"}, "wonder why"),
    ),
)

TIME_IT = Exercise(
    id="06-time-it",
    title="How long is it?",
    objective="06-make-the-call",
    prompt=(
        "The advisers say: keep it short. They give no number. This course takes **45 seconds** for the call and "
        "**25 seconds** for a message, at **140 words a minute**. These numbers are our own.\n\nTomasz's call has 84 "
        "words. How many seconds does he need to say it? And how many words fit into a message of 25 seconds?"
    ),
    fields=(
        AnswerField(
            id="seconds",
            label="Seconds for 84 words",
            kind="number",
            right=NumberIs(
                number=36,
                within=1,
                because="Divide the words by 140; that gives minutes. A minute has 60 seconds.",
                slips={0.6: "That is in minutes. Seconds are asked for."},
            ),
        ),
        AnswerField(
            id="words",
            label="Words in 25 seconds",
            kind="number",
            right=NumberIs(
                number=58,
                within=2,
                because="How many words are said in one second? Take that 25 times.",
            ),
        ),
        AnswerField(
            id="fits",
            label="Does Tomasz's call fit into 45 seconds?",
            kind="yes_no",
            right=YesIs(yes=True, because="Compare your first number with 45."),
        ),
    ),
    hints=(
        "140 words take 60 seconds. 84 words take less.",
        "84 divided by 140 is 0.6 of a minute. In one second you say a little more than two words.",
        "0.6 times 60 is 36 seconds. 140 times 25, divided by 60, is about 58 words.",
    ),
    solution={"seconds": "36", "words": "58", "fits": "yes"},
    because="84 words are 36 seconds, so the call is short enough. A message has room for about 58 words, with the number.",
    rules=("000.22",),
    minutes=2,
    also_right=(
        {"seconds": "36 seconds", "words": "58 words", "fits": "Yes"},
        {"seconds": 36, "words": 60, "fits": True},
    ),
    wrong=(
        ({"seconds": "0,6", "words": "58", "fits": "yes"}, "in minutes"),
        ({"seconds": "84", "words": "58", "fits": "yes"}, "too many"),
        ({"seconds": "36", "words": "25", "fits": "yes"}, "too few"),
        ({"seconds": "36", "words": "58", "fits": "no"}, "Compare"),
    ),
)

ONE_CALL = Exercise(
    id="06-one-call",
    title="What spends the one call",
    objective="06-count-calls",
    prompt=(
        "`classic` says: phone **once** about the decision. Five things may happen when Amina calls.\n\nTick all that "
        "**spend** the one call. Then compare with `persistent`, which goes on until they answer."
    ),
    fields=(
        AnswerField(
            id="spends",
            label="These spend the call",
            kind="choices",
            options={
                "talked": "she asks, and they say that it takes longer",
                "message": "she leaves her question on the voicemail",
                "relay": "she asks through a relay service",
                "not_in": "somebody else says that he is not in",
                "full": "the mailbox is full, and nothing is left",
            },
            right=ChoicesAre(
                options=("talked", "message", "relay"),
                because="Ask of each: has her question reached them?",
                slips={
                    "not_in": "Nothing was asked yet. The call moves to another day.",
                    "full": "Nothing was left. The call moves to another day.",
                    "message": "A message has asked the question. To ring again would ask it twice.",
                    "relay": "A relay call is a call like any other, with the same rights and the same limit.",
                },
            ),
        ),
        AnswerField(
            id="classic",
            label="Calls that classic allows",
            kind="number",
            right=NumberIs(number=1, because="Its rule is 000.19: just one time."),
        ),
        AnswerField(
            id="persistent",
            label="Does persistent name a last call?",
            kind="yes_no",
            right=YesIs(yes=False, because="It goes on until they tell you (004.21)."),
        ),
    ),
    hints=(
        "A call is spent when the question has been asked.",
        "Twice nothing was asked: nobody there, and no room for a message.",
        "Talked, message and relay spend it. classic allows one call; persistent names no last one.",
    ),
    solution={"spends": "talked, message, relay", "classic": "1", "persistent": "no"},
    because=(
        "Whatever has asked the question spends the call. That a message counts is our reading of 000.19. "
        "`persistent` disagrees: it calls again in turn with e-mail and post, and names no last time (004.18, 004.19)."
    ),
    rules=("000.19", "004.13", "004.18", "004.19", "004.21"),
    minutes=3,
    also_right=(
        {"spends": ["relay", "talked", "message"], "classic": "one", "persistent": "No"},
        {"spends": "1, 2, 3", "classic": 1, "persistent": False},
    ),
    wrong=(
        (
            {"spends": "talked, message, relay, not_in", "classic": "1", "persistent": "no"},
            "Nothing was asked",
        ),
        ({"spends": "talked, relay", "classic": "1", "persistent": "no"}, "asked the question"),
        ({"spends": "talked, message", "classic": "1", "persistent": "no"}, "like any other"),
        ({"spends": "1, 2, 3", "classic": "2", "persistent": "no"}, "too many"),
        ({"spends": "1, 2, 3", "classic": "1", "persistent": "yes"}, "goes on"),
    ),
)

NO_CALLS = Exercise(
    id="06-no-calls",
    title="An employer that says: no calls",
    objective="06-choose-a-route",
    prompt=(
        "Jade's interview was on Tuesday 10 February 2026. They said: “You will hear **in a week**. Please **do not "
        "call** us.” She follows `classic`, which phones the day after the promised date. 16 February is a holiday, "
        "the 17th and 18th are not.\n\nWhat does she do, and when? And what if they had said: “Please do not contact "
        "us **at all**; we will get in touch”?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="Day of her question",
            kind="day",
            right=DayIs(
                day="2026-02-18",
                because="The route changes, the day does not: one day after the promised date.",
                slips={
                    "2026-02-17": "That is the promised date itself. It lasts until the evening.",
                    "2026-02-11": "That is the day after the interview. Count from the promised date.",
                },
            ),
        ),
        AnswerField(
            id="channel",
            label="How",
            kind="choice",
            options={
                "phone": "by phone, as the protocol says",
                "email": "by e-mail",
                "visit": "she goes there",
            },
            right=ChoiceIs(
                option="email",
                because="Their wish comes before every protocol. She may still write.",
                slips={
                    "phone": "They asked her not to. Their wish comes before the protocol.",
                    "visit": "Who does not want calls wants visits even less.",
                },
            ),
        ),
        AnswerField(
            id="at_all",
            label="If they want no contact at all",
            kind="choice",
            options={
                "wait": "she asks nothing, waits, and goes on with other jobs",
                "friend": "she lets a friend ask for her",
                "anyway": "she writes all the same: it is only an e-mail",
            },
            right=ChoiceIs(
                option="wait",
                because="They said it clearly. The plan cancels the question, and that is no fault of hers.",
                slips={
                    "friend": "That is the same contact by another mouth.",
                    "anyway": "An e-mail is a contact too.",
                },
            ),
        ),
    ),
    hints=(
        "A week after Tuesday is a Tuesday.",
        "The promised date is 17 February. Only the route changes, as they want no calls.",
        "She writes an e-mail on Wednesday 18 February. With no contact at all she waits.",
    ),
    solution={"day": "18 February 2026", "channel": "email", "at_all": "wait"},
    because=(
        "The question keeps its day and becomes an e-mail. If they want no contact, the plan cancels it. What the "
        "employer asks for beats every protocol; no source says so, it is our own rule."
    ),
    rules=("000.03", "000.05", "000.21", "002.08"),
    minutes=3,
    also=("04-date-first-nudge", "04-who-and-how"),
    also_right=(
        {"day": "Wed 18 Feb", "channel": "e-mail", "at_all": "1"},
        {"day": "2026-02-18", "channel": "mail", "at_all": "a"},
    ),
    wrong=(
        ({"day": "17 February", "channel": "email", "at_all": "wait"}, "until the evening"),
        ({"day": "11 February", "channel": "email", "at_all": "wait"}, "day after the interview"),
        ({"day": "18 February", "channel": "phone", "at_all": "wait"}, "before the protocol"),
        ({"day": "18 February", "channel": "visit", "at_all": "wait"}, "even less"),
        ({"day": "18 February", "channel": "email", "at_all": "friend"}, "another mouth"),
        ({"day": "18 February", "channel": "email", "at_all": "anyway"}, "contact too"),
    ),
)

YOUR_WAY = Exercise(
    id="06-your-way",
    title="The same words by another route",
    objective="06-choose-a-route",
    prompt=(
        "Tomasz does not phone. Why is nobody's business. `classic` says to phone on Monday 18 May.\n\nWhat does he "
        "do? Does he owe them a reason? And when may he use a text message?"
    ),
    fields=(
        AnswerField(
            id="does",
            label="What he does on that day",
            kind="choice",
            options={
                "same": "he sends the same lines by e-mail, or calls through a relay service",
                "skip": "he skips the question, as he cannot phone",
                "other": "he asks somebody to pretend to be him",
            },
            right=ChoiceIs(
                option="same",
                because="What matters is the question. It can travel in more than one way.",
                slips={
                    "skip": "Then he would lose a step that can be done in writing just as well.",
                    "other": "To pretend is not honest. A relay service says openly that it speaks for him.",
                },
            ),
        ),
        AnswerField(
            id="reason",
            label="Does he have to say why he writes?",
            kind="yes_no",
            right=YesIs(
                yes=False, because="Two advisers write first anyway (001.18, 002.11). Nobody asks them why."
            ),
        ),
        AnswerField(
            id="text",
            label="A text message is fine",
            kind="choice",
            options={
                "given": "if they gave him a number for messages",
                "found": "to any number that he can find",
            },
            right=ChoiceIs(
                option="given",
                because="A number that was found may be somebody's own. Use what they gave you.",
            ),
        ),
    ),
    hints=(
        "Four routes carry the same lines: phone, relay, e-mail, text.",
        "Writing is an equal way. It needs no excuse.",
        "The same lines by e-mail or relay, no reason given, and text only to a number for messages.",
    ),
    solution={"does": "same", "reason": "no", "text": "given"},
    because=(
        "Phone, relay, e-mail and text are equal routes for the same lines. Nobody has to speak of health or of "
        "anything else that is private. No source speaks of relay or text; that part is our own."
    ),
    rules=("001.18", "002.11"),
    minutes=2,
    also_right=({"does": "1", "reason": "No", "text": "1"}, {"does": "a", "reason": False, "text": "a"}),
    wrong=(
        ({"does": "skip", "reason": "no", "text": "given"}, "in writing just as well"),
        ({"does": "other", "reason": "no", "text": "given"}, "not honest"),
        ({"does": "same", "reason": "yes", "text": "given"}, "write first anyway"),
        ({"does": "same", "reason": "no", "text": "found"}, "they gave you"),
    ),
)

THEY_NEED_TIME = Exercise(
    id="06-they-need-time",
    title="“We need more time”",
    objective="06-answer-what-you-hear",
    prompt=(
        "Amina calls on **Tuesday 17 March 2026**. She hears: “We have not decided yet. It will be **by the end of next "
        "week**.”\n\nWhat does she say? What is the new promised date? `classic` has no second call. But `measured` "
        "would ask again on the first working day after the new date: which day is that?"
    ),
    fields=(
        AnswerField(
            id="says",
            label="Her next line",
            kind="choice",
            options={
                "thanks": "“Thank you for telling me. I am still very interested, and I will gladly wait.”",
                "promise": "“But you promised me 16 March.”",
                "daily": "“Then I will call each day until you know.”",
            },
            right=ChoiceIs(
                option="thanks",
                because="They will remember how you took it.",
                slips={
                    "promise": "That is true, and it presses them. Delays are common.",
                    "daily": "That would irritate them, and the one call is spent.",
                },
            ),
        ),
        AnswerField(
            id="promised",
            label="The new promised date",
            kind="day",
            right=DayIs(
                day="2026-03-27",
                because="Take the last working day of the week after the call.",
                slips={
                    "2026-03-20": "That is the end of the same week. They said next week.",
                    "2026-03-29": "That is a Sunday. Take the last working day.",
                    "2026-03-24": "That is one week later. They named the end of the week.",
                },
            ),
        ),
        AnswerField(
            id="next",
            label="Next question, by measured",
            kind="day",
            right=DayIs(
                day="2026-03-30",
                because="Look for the first working day after the new promised date.",
                slips={
                    "2026-03-28": "That is a Saturday. Go on to a working day.",
                    "2026-03-29": "That is a Sunday. Go on to a working day.",
                    "2026-03-27": "That is the new promised date itself.",
                },
            ),
        ),
    ),
    hints=(
        "The new date takes the place of the old one.",
        "The next week begins on Monday 23 March. It ends, for work, on its Friday.",
        "Friday 27 March is the new date. The first working day after it is Monday 30 March.",
    ),
    solution={"says": "thanks", "promised": "27 March 2026", "next": "30 March 2026"},
    because=(
        "She thanks them and notes the new date, Friday 27 March. `measured` asks on the Monday after it. The one "
        "call of `classic` is spent, so there the next word is theirs. A delay is no verdict on her."
    ),
    rules=("000.19", "001.20", "001.22", "001.23", "001.24"),
    minutes=3,
    also=("02-promised-date", "04-count-working-days"),
    also_right=(
        {"says": "1", "promised": "Fri 27 Mar", "next": "2026-03-30"},
        {"says": "a", "promised": "27.3.2026", "next": "Monday 30 March"},
    ),
    wrong=(
        ({"says": "promise", "promised": "27 March", "next": "30 March"}, "it presses"),
        ({"says": "daily", "promised": "27 March", "next": "30 March"}, "irritate"),
        ({"says": "thanks", "promised": "20 March", "next": "30 March"}, "same week"),
        ({"says": "thanks", "promised": "27 March", "next": "28 March"}, "Saturday"),
        ({"says": "thanks", "promised": "27 March", "next": "2 April"}, "too late"),
    ),
)

OLD_ADVICE = Exercise(
    id="06-old-advice",
    title="Advice that has aged",
    objective="06-count-calls",
    prompt=(
        "An adviser of 2014 says: if you reach nobody, leave a voicemail (004.13), and get in touch each week, by "
        "phone in its turn (004.18, 004.19).\n\nEvidence card 14 asked managers which ways to give **thanks** are "
        "fitting. In 2012, 87 % named e-mail and 81 % the phone. It was a staffing firm's survey. How many were asked "
        "is not known to us.\n\nWhat can you fairly say from the card? And which adviser objects to weekly calls?"
    ),
    fields=(
        AnswerField(
            id="say",
            label="From the card you can say",
            kind="choice",
            options={
                "thanks": "many managers in it found both ways fitting for thanks",
                "odds": "a call each week makes an offer more likely",
                "voicemail": "managers like a voicemail about the decision",
            },
            right=ChoiceIs(
                option="thanks",
                because="Keep to what was asked, and about what.",
                slips={
                    "odds": "Nobody counted offers. It asked for opinions.",
                    "voicemail": "It asked about thanks. Voicemail and decisions did not come up.",
                },
            ),
        ),
        AnswerField(
            id="objects",
            label="Who objects to weekly calls",
            kind="choice",
            options={
                "classic": "classic: phone just one time (000.19)",
                "nobody": "nobody: all five agree",
            },
            right=ChoiceIs(option="classic", because="One of the five says how often to phone: once."),
        ),
        AnswerField(
            id="today",
            label="Today's equal of a voicemail that nobody plays",
            kind="choice",
            options={
                "mail": "the same lines by e-mail, marked as our own advice",
                "more": "a second and a third voicemail",
            },
            right=ChoiceIs(option="mail", because="One message is enough. It only has to be read."),
        ),
    ),
    hints=(
        "What was asked in the survey: thanks, or decisions?",
        "The numbers are opinions about thanks. And one adviser allows a single call.",
        "Both ways fit for thanks; classic objects; an e-mail does today what a voicemail did.",
    ),
    solution={"say": "thanks", "objects": "classic", "today": "mail"},
    because=(
        "The card is about thanks and about opinions. So it can carry neither weekly calls nor voicemail. The two "
        "advisers contradict each other, and nobody has tested who is right."
    ),
    rules=("000.19", "004.13", "004.18", "004.19"),
    minutes=3,
    also=("01-judge-a-survey",),
    also_right=({"say": "1", "objects": "1", "today": "1"}, {"say": "a", "objects": "classic", "today": "a"}),
    wrong=(
        ({"say": "odds", "objects": "classic", "today": "mail"}, "Nobody counted"),
        ({"say": "voicemail", "objects": "classic", "today": "mail"}, "asked about thanks"),
        ({"say": "thanks", "objects": "nobody", "today": "mail"}, "once"),
        ({"say": "thanks", "objects": "classic", "today": "more"}, "One message"),
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
            "decision. You reach me at 555 0178. Thank you for your time.”"
        ),
    ),
    solution={
        "message": (
            "Hello Siân Prys-Evans, this is Daniel Okoye, about the job in field sales. I would like to ask whether you "
            "have come to a decision. You reach me at 555 0178. Thank you for your time."
        )
    },
    because="It says who calls, asks one thing, gives the number and thanks. It is polite and takes about 17 seconds.",
    rules=("000.19", "000.20", "000.22", "000.24", "003.20", "003.21", "004.13"),
    minutes=4,
    also=("02-take-home-record", "03-thank-well"),
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
            "sign by sign",
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
                        else "Begin with the moment: “If it is …”."
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
        scenario="Rosa follows a protocol that allows one call. She reached the voicemail and left her question there.",
        question="Nobody has rung back for two days. What is best?",
        options=(
            QuizOption(
                id="again", text="Ring again: a message does not count", why="It has asked the question."
            ),
            QuizOption(
                id="wait",
                text="Wait; the one call is spent, and the next word is theirs",
                why="Yes: her question has reached them.",
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
        scenario="Tomasz asks by phone. He hears: “We would like to offer you the job.”",
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
                text="Hang up: his one call was for the question",
                why="After an offer, talks are normal.",
            ),
        ),
        answer="thanks",
        explanation="Thank them and ask by when they need an answer. He need not say yes on the phone.",
        rules=("000.02", "000.26"),
    ),
)

LESSON = Lesson(
    id="06",
    title="The phone call",
    notebook="06-the-phone-call.ipynb",
    question="How do I ask about the decision, by phone or in writing, and what do I say to the answer?",
    reading=11,
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
