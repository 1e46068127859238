"""Lesson 07, when plans change: news, silence, putting off, letting go and taking up again."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.letting_go import LET_GO, OWN_STOP, SILENCE
from followup_kit.course.lessons.wishes import AGENCY, NO_CALLS, NO_CONTACT
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]

EVENTS = {
    "replied": "replied: a human answer without a decision",
    "delayed": "delayed: the decision comes later",
    "next_round": "next_round: a further interview",
    "snoozed": "snoozed: you put a step off",
    "none": "no event: a machine wrote",
}

NEW_DATE = Exercise(
    id="07-new-date",
    title="A new promised date",
    objective="07-after-silence",
    prompt=(
        "Amina was to hear by Monday 16 March 2026. On Thursday 12 March they write: “It will be **Friday 20 March**.” "
        "She follows `measured`, which asks one or two working days after the promised date.\n\n"
        "On which day can she ask first now? And what does the delay tell her?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="First day on which she can ask",
            kind="day",
            right=DayIs(
                day="2026-03-23",
                because="The new date takes the place of the old one. Count working days from there.",
                slips={
                    "2026-03-17": "That counts from the old date. The new date takes its place.",
                    "2026-03-21": "That is a Saturday, no working day. Go on to the next.",
                    "2026-03-20": "That is the new promised date itself. It is theirs to the evening.",
                },
            ),
        ),
        AnswerField(
            id="tells",
            label="What the delay tells her",
            kind="choice",
            options={
                "no": "that it will be a no",
                "yes": "that she is the favourite",
                "later": "that they need more time, and no more",
            },
            right=ChoiceIs(option="later", because="Read what they wrote, and add nothing to it."),
        ),
    ),
    hints=(
        "Which date is in force now?",
        "After Friday 20 March come a Saturday and a Sunday.",
        "The first working day after it is Monday 23 March. And the delay tells her only that it takes longer.",
    ),
    solution={"day": "23 March 2026", "tells": "later"},
    because=(
        "A new promised date replaces the old one. The first working day after Friday 20 March is Monday 23 March. Some "
        "firms take ample time; a delay is common and no verdict on her."
    ),
    rules=("001.16", "001.20", "001.24"),
    minutes=1,
    also=("04-count-working-days",),
    also_right=({"day": "Mon 23 Mar", "tells": "3"},),
    wrong=(
        ({"day": "17 March", "tells": "later"}, "old date"),
        ({"day": "21 March", "tells": "later"}, "Saturday"),
        ({"day": "23 March", "tells": "no"}, "add nothing"),
    ),
)

NO_NEW_DATE = Exercise(
    id="07-no-new-date",
    title="Later, but when?",
    objective="07-after-silence",
    prompt=(
        "On Thursday 12 March 2026 they write to Amina: “It will take longer.” **No new date.** In `measured` she then asks "
        "**one to two weeks** after the news.\n\n"
        "On which day does that window begin, and on which does it end? What should she ask in it?"
    ),
    fields=(
        AnswerField(
            id="first",
            label="Window begins",
            kind="day",
            right=DayIs(
                day="2026-03-19",
                because="Count plain days from the news, and roll if that is no working day.",
                slips={
                    "2026-03-09": "That counts from the interview: the literal reading, kept beside it. News comes later.",
                    "2026-03-23": "That counts from the old promised date. It no longer stands.",
                },
            ),
        ),
        AnswerField(
            id="last",
            label="Window ends",
            kind="day",
            right=DayIs(day="2026-03-26", because="It ends two weeks after the news."),
        ),
        AnswerField(
            id="ask",
            label="What she asks",
            kind="choice",
            options={
                "date": "what has changed, and when they expect to decide",
                "why_slow": "why they are so slow",
                "first": "whether she is their first choice",
            },
            right=ChoiceIs(
                option="date",
                because="Ask about the change, in a professional tone and without pressure (001.20, 001.23).",
            ),
        ),
    ),
    hints=(
        "From which day do you count: the interview, the old date, or the news?",
        "A week after a Thursday is a Thursday. Two weeks after it too.",
        "19 March to 26 March; and she asks what has changed and when they expect to decide.",
    ),
    solution={"first": "19 March 2026", "last": "26 March 2026", "ask": "date"},
    because=(
        "One week after the news of 12 March is the 19th, two weeks are the 26th. The source counts from the interview, "
        "word for word. That would lie before the news, so our default counts from the news and shows the other reading."
    ),
    rules=("001.20", "001.21", "001.23"),
    minutes=2,
    also=("04-explain-a-date",),
    also_right=({"first": "Thu 19 Mar", "last": "2026-03-26", "ask": "1"},),
    wrong=(
        ({"first": "9 March", "last": "26 March", "ask": "date"}, "literal reading"),
        ({"first": "19 March", "last": "30 March", "ask": "date"}, "two weeks"),
        ({"first": "19 March", "last": "26 March", "ask": "why_slow"}, "without pressure"),
    ),
)

WHICH_EVENT = Exercise(
    id="07-which-event",
    title="Which event is it?",
    objective="07-record-news",
    prompt=(
        "Five things happen to Amina. Which event does she note for each?\n\n"
        "- **A:** “Thank you for your note. We are still talking to others.”\n"
        "- **B:** “This is an automatic message. We have received your e-mail.”\n"
        "- **C:** “The board meets later. We can tell you on 27 March.”\n"
        "- **D:** “We would like you to meet our director on 19 March.”\n"
        "- **E:** She has a full day and wants to ask two days later."
    ),
    fields=tuple(
        AnswerField(
            id=id, label=label, kind="choice", options=EVENTS, right=ChoiceIs(option=option, because=because)
        )
        for id, label, option, because in (
            (
                "a",
                "A: still talking to others",
                "replied",
                "A person answered. Was anything decided or moved?",
            ),
            ("b", "B: automatic message", "none", "Who wrote it? An answer comes from a person."),
            ("c", "C: the board meets later", "delayed", "They named another day for the decision."),
            ("d", "D: meet our director", "next_round", "There will be one more talk."),
            ("e", "E: two days later", "snoozed", "The change is hers, not theirs."),
        )
    ),
    hints=(
        "Ask of each: who acted, a person there, a machine, or Amina? Then: what has changed?",
        "One is no event at all. One is Amina's own. Three come from people there.",
        "A replied, B none, C delayed, D next_round, E snoozed.",
    ),
    solution={"a": "replied", "b": "none", "c": "delayed", "d": "next_round", "e": "snoozed"},
    because=(
        "A person's answer without a decision is `replied`. A machine's answer is none. A later day is `delayed`, one "
        "more talk is `next_round`. Putting a step off is `snoozed`: it is hers, and she owes nobody a reason."
    ),
    rules=("001.20", "002.07"),
    minutes=3,
    also_right=({"a": "1", "b": "5", "c": "2", "d": "3", "e": "4"},),
    wrong=(
        ({"a": "delayed", "b": "none", "c": "delayed", "d": "next_round", "e": "snoozed"}, "person answered"),
        (
            {"a": "replied", "b": "replied", "c": "delayed", "d": "next_round", "e": "snoozed"},
            "from a person",
        ),
        ({"a": "replied", "b": "none", "c": "replied", "d": "next_round", "e": "snoozed"}, "another day"),
        ({"a": "replied", "b": "none", "c": "delayed", "d": "delayed", "e": "snoozed"}, "one more talk"),
        ({"a": "replied", "b": "none", "c": "delayed", "d": "next_round", "e": "delayed"}, "hers"),
    ),
)

AN_ANSWER = Exercise(
    id="07-an-answer",
    title="An answer that decides nothing",
    objective="07-record-news",
    prompt=(
        "Amina tries `paced`: it asks **seven days after the last contact**. Her check-in went out on Monday 9 March 2026. "
        "On Thursday **12 March** they answer kindly, without a decision.\n\n"
        "When is the next check-in? And what would the same answer change in `persistent`?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="Next check-in",
            kind="day",
            right=DayIs(
                day="2026-03-19",
                because="An answer is a contact too. Count from the newest contact.",
                slips={
                    "2026-03-16": "That counts from her own e-mail. Their answer came later and is a contact too."
                },
            ),
        ),
        AnswerField(
            id="persistent",
            label="In persistent the answer",
            kind="choice",
            options={
                "nothing": "changes nothing: it goes on until a decision",
                "ends": "ends the plan",
                "moves": "moves the next contact by a week",
            },
            right=ChoiceIs(
                option="nothing", because="That source goes on until they say who has the job (004.21)."
            ),
        ),
    ),
    hints=(
        "What is the newest contact: hers of 9 March, or theirs?",
        "Seven days after their answer. And what does persistent wait for?",
        "19 March; and it changes nothing there.",
    ),
    solution={"day": "19 March 2026", "persistent": "nothing"},
    because=(
        "In `paced` each contact restarts the count, theirs as well: 12 March and seven days. `persistent` counts on a fixed "
        "grid and stops only at a decision. Here the two advisers conflict once more."
    ),
    rules=("002.10", "004.18", "004.21"),
    minutes=1,
    also=("05-read-a-conflict",),
    also_right=({"day": "Thu 19 Mar", "persistent": "1"},),
    wrong=(
        ({"day": "16 March", "persistent": "nothing"}, "came later"),
        ({"day": "19 March", "persistent": "ends"}, "004.21"),
        ({"day": "20 March", "persistent": "nothing"}, "newest contact"),
    ),
)

NEXT_ROUND = Exercise(
    id="07-next-round",
    title="A further interview",
    objective="07-record-news",
    prompt=(
        "On 12 March 2026 they ask Amina to a second interview on **Thursday 19 March**. There they say: “We decide by **Friday "
        "27 March**.” She still follows `measured`.\n\n"
        "What becomes of the old question of 17 March? On which day does the second thank-you go, and on which day can she "
        "ask first?"
    ),
    fields=(
        AnswerField(
            id="old",
            label="The old question",
            kind="choice",
            options={
                "cancelled": "is cancelled",
                "stays": "stays",
                "sooner": "goes out sooner",
            },
            right=ChoiceIs(
                option="cancelled", because="Each interview has a plan of its own. The first plan ends."
            ),
        ),
        AnswerField(
            id="thanks",
            label="Second thank-you",
            kind="day",
            right=DayIs(day="2026-03-19", because="This source thanks on the day of the interview (001.03)."),
        ),
        AnswerField(
            id="ask",
            label="First day on which she can ask",
            kind="day",
            right=DayIs(
                day="2026-03-30",
                because="Count working days from the newest promised date.",
                slips={
                    "2026-03-28": "That is a Saturday. Go on to the next working day.",
                    "2026-03-17": "That belongs to the first interview, and its plan has ended.",
                },
            ),
        ),
    ),
    hints=(
        "Treat the second interview like a first one: a day, a promised date, people.",
        "The thank-you is due on the day of the talk. Then look for the first working day after a Friday.",
        "Cancelled; 19 March; 30 March.",
    ),
    solution={"old": "cancelled", "thanks": "19 March 2026", "ask": "30 March 2026"},
    because=(
        "The first plan ends, and the second interview gets its own: thanks on 19 March, and a question from Monday 30 March, if "
        "nothing is heard. Thank those whom you met this time."
    ),
    rules=("001.03", "001.16"),
    minutes=2,
    also=("04-date-first-nudge", "03-thank-well"),
    also_right=({"old": "1", "thanks": "Thu 19 Mar", "ask": "Mon 30 Mar"},),
    wrong=(
        ({"old": "stays", "thanks": "19 March", "ask": "30 March"}, "of its own"),
        ({"old": "cancelled", "thanks": "20 March", "ask": "30 March"}, "too late"),
        ({"old": "cancelled", "thanks": "19 March", "ask": "28 March"}, "Saturday"),
    ),
)

CHECKS = (
    QuizItem(
        id="07-check-event",
        objective="07-record-news",
        scenario="Daniel gets an e-mail at three in the morning: “Thank you. Your message has arrived. Do not reply.”",
        question="What does he note?",
        options=(
            QuizOption(
                id="replied", text="replied: they answered", why="No person wrote that. It moves no date."
            ),
            QuizOption(
                id="none", text="Nothing: a machine wrote", why="Yes: an automatic reply is no answer."
            ),
            QuizOption(id="rejected", text="rejected: it sounds cold", why="It decides nothing."),
        ),
        answer="none",
        explanation="Only a person's answer counts as one. An automatic reply changes no plan.",
        editorial="No source speaks of automatic replies; this is our reading.",
    ),
    QuizItem(
        id="07-check-wish",
        objective="07-keep-wishes",
        scenario="The employer asked for no calls. Your protocol has a call on Wednesday.",
        question="What does the plan show?",
        options=(
            QuizOption(
                id="call", text="The call on Wednesday", why="A wish of the employer beats every protocol."
            ),
            QuizOption(id="mail", text="An e-mail on Wednesday", why="Yes: the day stays, the way changes."),
            QuizOption(id="end", text="Nothing any more", why="No calls is not the same as no contact."),
        ),
        answer="mail",
        explanation="After “no calls” each call becomes an e-mail on its day. After “no contact” all chasing ends.",
        editorial="No source says it outright; that a wish comes first is our rule.",
    ),
    QuizItem(
        id="07-check-let-go",
        objective="07-let-go",
        scenario="Rosa let go of a case in May. In July the agency tells her that the home is looking again.",
        question="What can she do?",
        options=(
            QuizOption(
                id="gone", text="Nothing: what is let go is gone", why="Letting go is a stop, not a ban."
            ),
            QuizOption(
                id="reopen",
                text="Reopen the case, and ask at her usual pace",
                why="Yes: needs change, and so may plans.",
            ),
            QuizOption(
                id="blame", text="Ask why they kept silent in May", why="All sources want a courteous tone."
            ),
        ),
        answer="reopen",
        explanation="A case that was let go can be reopened. The count of days starts anew on that day.",
        rules=("001.27", "002.25"),
    ),
)

LESSON = Lesson(
    id="07",
    title="When plans change",
    notebook="07-when-plans-change.ipynb",
    question="They wrote, or they did not, and now my plan is wrong: what do I do?",
    reading=7,
    objectives=(
        course_objective("07-after-silence"),
        Objective(id="07-record-news", text="Choose the event that fits what happened, and say what it changes."),
        Objective(id="07-keep-wishes", text="Say what may still be sent after “no calls” or “no contact”."),
        Objective(id="07-let-go", text="Name the day on which you let go, and take a case up again."),
    ),
    exercises=(
        NEW_DATE, NO_NEW_DATE, WHICH_EVENT, AN_ANSWER, NEXT_ROUND, NO_CALLS, NO_CONTACT, AGENCY, SILENCE, LET_GO,
        OWN_STOP,
    ),
    checks=CHECKS,
    retrieves=("05-check-simulation", "06-check-count-calls"),
)  # fmt: skip
