"""Exercises of lesson 06: employers that want no calls, equal routes, and the answer that it takes longer."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["NO_CALLS", "THEY_NEED_TIME", "YOUR_WAY"]

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
    minutes=2,
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
    minutes=1,
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
    minutes=2,
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
