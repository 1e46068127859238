"""Lesson 02, before you leave: what to ask, what to take home, and how to find it afterwards."""

from __future__ import annotations

import re

from followup_kit.course.checking import ChoiceIs, ChoicesAre, DayIs, NameIs, TextPasses, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]

PLACES = {
    "invitation": "the invitation",
    "signature": "the signature below their e-mails",
    "own_pages": "the employer's own pages",
    "by_ear": "how it sounded",
    "private": "their private profiles",
}
_WHEN = re.compile(
    r"\b(?:when|by what|which day|what day|what date|which date|how long|how soon)\b", re.IGNORECASE
)
_HOW = re.compile(
    r"\b(?:how|e-?mail|phone|call|write|reach|contact|touch|follow(?:ing)?[ -]up)\b", re.IGNORECASE
)
_PRESSURE = re.compile(r"\b(?:must|need to know|have to|today|right now|demand|expect you)\b", re.IGNORECASE)


def _asks(text: str) -> str:
    return "" if "?" in text else "Make it a question, with a question mark."


def _gentle(text: str) -> str:
    return "Ask, and do not press: leave out words such as “must”." if _PRESSURE.search(text) else ""


def _about_time(text: str) -> str:
    return "" if _WHEN.search(text) else "I find no word about time: “when”, or “by what date”."


def _about_way(text: str) -> str:
    return "" if _HOW.search(text) else "I find no word about the way: “how”, “by e-mail”, “reach you”."


SAME_QUESTION = Exercise(
    id="02-same-question",
    title="Five advisers, one question",
    objective="02-ask-before-leaving",
    prompt=(
        "The five advisers want you to ask many things. Some of them are the same question in other words. A good "
        "list has each question once.\n\nTick all that are answered by one question: **by what date do you expect to "
        "decide, and when may I expect to hear from you?** Then say which date the plan counts from."
    ),
    fields=(
        AnswerField(
            id="same",
            label="Answered by that one question",
            kind="choices",
            options={
                "how_long": "how long they expect to need (000.04)",
                "which_day": "on what day they will tell you the decision (001.14)",
                "when_decide": "when they plan to decide (002.06)",
                "hire_by": "by what date they aim to hire (001.13)",
                "which_way": "in what way you should follow up (000.03)",
            },
            right=ChoicesAre(
                options=("how_long", "which_day", "when_decide"),
                because="Ask of each: would I know it, once I have the day of the decision?",
                slips={
                    "hire_by": "The day on which somebody starts is later than the day of the decision. That is another date.",
                    "which_way": "A date does not tell you whether to write or to phone. That is a question of its own.",
                },
            ),
        ),
        AnswerField(
            id="counts",
            label="The plan counts from",
            kind="choice",
            options={
                "decision": "the date of the decision",
                "hiring": "the date on which somebody should be in the job",
            },
            right=ChoiceIs(
                option="decision", because="Your first question is about the decision. So which date matters?"
            ),
        ),
    ),
    hints=(
        "Three of the five ask about time. But mind what happens on that day.",
        "“By what date they aim to hire” is the day on which somebody is in the job. It comes after the decision.",
        "Tick the first three. The plan counts from the date of the decision.",
    ),
    solution={"same": "how_long, which_day, when_decide", "counts": "decision"},
    because=(
        "Three advisers ask for the same day: that of the decision. The hiring date shows how much time they have, "
        "but the plan does not count from it. And how to follow up is a question of its own."
    ),
    rules=("000.03", "000.04", "001.13", "001.14", "002.06"),
    minutes=3,
    also_right=(
        {"same": ["how_long", "which_day", "when_decide"], "counts": "1"},
        {"same": "1, 2 and 3", "counts": "the date of the decision"},
    ),
    wrong=(
        ({"same": "how_long, which_day, when_decide, hire_by", "counts": "decision"}, "later than the day"),
        (
            {"same": "how_long, which_day, when_decide, which_way", "counts": "decision"},
            "write or to phone",
        ),
        ({"same": "how_long", "counts": "decision"}, "missing"),
        ({"same": "1, 2, 3", "counts": "hiring"}, "about the decision"),
    ),
)

FROM_THE_CARD = Exercise(
    id="02-from-the-card",
    title="What the card holds, and what it does not",
    objective="02-take-home-record",
    prompt=(
        "Tomasz asked for a business card. It says:\n\n**Jürgen Weiß, Workshop Manager, Werkstatt Nord, Hafenweg 3, "
        "j.weiss@example.com**\n\nCopy the name as you would greet him, first and family name. Then tick what Tomasz "
        "has to write down himself, because no card holds it."
    ),
    fields=(
        AnswerField(
            id="name",
            label="Name, as on the card",
            kind="name",
            right=NameIs(
                name="Jürgen Weiß",
                because="Compare it with the card, sign by sign.",
                slips={
                    "jurgen weiss": "Look at the second letter: there are two dots above it.",
                    "jürgen weis": "The last letter of the family name is another one.",
                    "herr weiss": "The title is no part of the name on the card. Put the first name.",
                },
            ),
            help="if you cannot type a sign, copy it from the text",
        ),
        AnswerField(
            id="missing",
            label="Not on the card",
            kind="choices",
            options={
                "title": "his job title",
                "promised": "the promised date",
                "address": "the postal address",
                "topics": "what they talked about",
                "way": "how to follow up",
            },
            right=ChoicesAre(
                options=("promised", "topics", "way"),
                because="The card was printed long before your talk. What came up only in the talk?",
                slips={
                    "title": "Look again: the title stands after the name.",
                    "address": "Look again: street and number are there.",
                },
            ),
        ),
    ),
    hints=(
        "You may copy the name with the mouse. That is what copying letter for letter means.",
        "In the name there are two signs that English does not have.",
        "Three things come from the talk alone: a date, a wish, and what you spoke about.",
    ),
    solution={"name": "Jürgen Weiß", "missing": "promised, topics, way"},
    because=(
        "The card gives name, title and both addresses. The promised date, the way to follow up and the topics come "
        "from the talk: write them down the same day."
    ),
    rules=("000.13", "000.16", "001.15", "004.02", "004.04", "004.05", "004.06"),
    minutes=3,
    also_right=(
        {"name": " jürgen  weiß", "missing": ["way", "topics", "promised"]},
        {"name": "Jürgen Weiss", "missing": "2, 4, 5"},
    ),
    wrong=(
        ({"name": "Jurgen Weiß", "missing": "promised, topics, way"}, "two dots"),
        ({"name": "Jürgen Weis", "missing": "promised, topics, way"}, "last letter"),
        ({"name": "Herr Weiß", "missing": "promised, topics, way"}, "first name"),
        ({"name": "Jürgen Weiß", "missing": "promised, topics, way, title"}, "after the name"),
        ({"name": "Jürgen Weiß", "missing": "promised"}, "missing"),
    ),
)

WORDS_TO_DATES = Exercise(
    id="02-words-to-dates",
    title="From their words to a date",
    objective="02-promised-date",
    prompt=(
        "Tomasz's interview was on **Wednesday 6 May 2026**. The workshop is open from Monday to Friday.\n\n"
        "- At the end they said: “You will hear from us **by the end of next week**.”\n"
        "- In the corridor somebody else said: “Next week **or the week after**.” For such words take the end of the "
        "time that they give.\n\nTurn both into a promised date. Then take the first one: "
        "`classic` asks the day after the promised date, and a step on a free day moves to the next working day. On "
        "which day does Tomasz ask?"
    ),
    fields=(
        AnswerField(
            id="first",
            label="By the end of next week",
            kind="day",
            right=DayIs(
                day="2026-05-15",
                because="Take the last day on which the workshop is open in the week after the interview.",
                slips={
                    "2026-05-08": "That is the end of the same week. They said next week.",
                    "2026-05-17": "That is a Sunday. The workshop is closed; take its last open day.",
                    "2026-05-13": "That is a week after the interview. They named the end of the week.",
                },
            ),
        ),
        AnswerField(
            id="second",
            label="Next week or the week after",
            kind="day",
            right=DayIs(
                day="2026-05-22",
                because="Take the last open day of the longer time.",
                slips={
                    "2026-05-15": "That is the end of the shorter time. Wait for the end of the longer one.",
                    "2026-05-24": "That is a Sunday. The workshop is closed; take its last open day.",
                    "2026-05-20": "That is two weeks after the interview. Take the end of that week.",
                },
            ),
        ),
        AnswerField(
            id="ask",
            label="The day on which he asks, by classic",
            kind="day",
            right=DayIs(
                day="2026-05-18",
                because="One day after the first promised date, and then on to a working day.",
                slips={
                    "2026-05-15": "That is the promised date itself. It lasts until the evening.",
                    "2026-05-16": "That is a Saturday, so the step moves on.",
                    "2026-05-17": "That is a Sunday, so the step moves on.",
                    "2026-05-25": "That counts from the second date. Take the first one.",
                },
            ),
        ),
    ),
    hints=(
        "Draw the weeks: the interview's own week is 4 to 8 May.",
        "The next week begins on Monday 11 May, the week after it seven days later. Look for their last open days.",
        "The Fridays are 15 and 22 May. The day after the first is a Saturday: go on to Monday 18 May.",
    ),
    solution={"first": "15 May 2026", "second": "22 May 2026", "ask": "18 May 2026"},
    because=(
        "The end of next week is Friday 15 May. “Or the week after” gives Friday 22 May: the time that they took for "
        "themselves must be over. The day after 15 May is a Saturday, so the question moves to Monday 18 May."
    ),
    rules=("000.05", "001.14", "001.15"),
    minutes=4,
    also_right=(
        {"first": "Fri 15 May", "second": "2026-05-22", "ask": "Monday 18 May"},
        {"first": "15.5.2026", "second": "May 22nd", "ask": "18 may"},
    ),
    wrong=(
        ({"first": "8 May", "second": "22 May", "ask": "18 May"}, "same week"),
        ({"first": "15 May", "second": "24 May", "ask": "18 May"}, "Sunday"),
        ({"first": "15 May", "second": "15 May", "ask": "18 May"}, "shorter time"),
        ({"first": "15 May", "second": "22 May", "ask": "16 May"}, "Saturday"),
        ({"first": "15 May", "second": "22 May", "ask": "25 May"}, "first one"),
    ),
)

TWO_ZONES = Exercise(
    id="02-two-time-zones",
    title="A promise from another time zone",
    objective="02-promised-date",
    prompt=(
        "Daniel is in London. One firm talked with him by video from Los Angeles. They said: “By **Friday 8 May 2026, "
        "five in the afternoon, our time**.” London is **eight hours ahead** in May.\n\nOn which date in London is that "
        "time over? And which date does Daniel put into his plan?"
    ),
    fields=(
        AnswerField(
            id="over",
            label="Date in London when the time is over",
            kind="day",
            right=DayIs(
                day="2026-05-09",
                because="Add eight hours to five in the afternoon, and see whether midnight lies between.",
                slips={
                    "2026-05-08": "Five in the afternoon and eight hours more: does that go past midnight?",
                    "2026-05-07": "London is ahead of Los Angeles, so the clock there shows a later time.",
                },
            ),
        ),
        AnswerField(
            id="note",
            label="What goes into the plan",
            kind="choice",
            options={
                "theirs": "Friday 8 May, with a note that it is Los Angeles time",
                "mine": "Thursday 7 May, to be safe",
                "none": "Nothing, as the zones differ",
            },
            right=ChoiceIs(
                option="theirs",
                because="It is their decision, in their office. So keep the date that they named.",
                slips={
                    "mine": "Then you would ask before their time is over.",
                    "none": "They named a clear date. Without it the plan would have to assume one.",
                },
            ),
        ),
    ),
    hints=(
        "Count on from 17:00: eight hours.",
        "Seven hours after 17:00 it is midnight. One hour is left.",
        "In London it is one in the morning of Saturday 9 May. The plan keeps their date and their zone.",
    ),
    solution={"over": "9 May 2026", "note": "theirs"},
    because=(
        "17:00 in Los Angeles is 01:00 the next day in London. The date in the plan stays theirs, Friday 8 May, "
        "with the zone beside it: their working day is the one that counts. No source speaks of zones; this is our advice."
    ),
    rules=("001.14", "001.15"),
    minutes=3,
    also_right=({"over": "Sat 9 May", "note": "1"}, {"over": "9.5.2026", "note": "a"}),
    wrong=(
        ({"over": "8 May", "note": "theirs"}, "midnight"),
        ({"over": "7 May", "note": "theirs"}, "ahead"),
        ({"over": "9 May", "note": "mine"}, "before their time"),
        ({"over": "9 May", "note": "none"}, "assume"),
    ),
)

RECORDED = Exercise(
    id="02-recorded-interview",
    title="Nobody on the screen",
    objective="02-find-afterwards",
    prompt=(
        "Jade applies at a second library. The interview is **recorded**: questions appear, and she speaks to the "
        "camera. Nobody says a name. There is no card. The invitation came from “The recruiting team, "
        "jobs@example.org”. A receipt came from “no-reply@example.org”.\n\nWhere can Jade look for a name and a "
        "date? And whom does she thank if she finds no name?"
    ),
    fields=(
        AnswerField(
            id="places",
            label="Where she looks",
            kind="choices",
            options=PLACES,
            right=ChoicesAre(
                options=("invitation", "signature", "own_pages"),
                because="Look where the employer itself has put it in writing.",
                slips={
                    "by_ear": "Nothing was heard here. And a name by ear is often spelled wrong.",
                    "private": "What is private stays private. Use what the employer shows in its own name.",
                },
            ),
        ),
        AnswerField(
            id="whom",
            label="Whom she thanks, if there is no name",
            kind="choice",
            options={
                "team": "the recruiting team, at the address of the invitation",
                "machine": "the address that begins with no-reply",
                "guess": "a name from the staff page that may be right",
                "nobody": "nobody, as no name is known",
            },
            right=ChoiceIs(
                option="team",
                because="Somebody set up the interview and can pass your thanks on.",
                slips={
                    "machine": "Nobody reads what goes to that address.",
                    "guess": "A guessed name may be somebody who has nothing to do with it.",
                    "nobody": "A team may be thanked too: “Dear recruiting team”.",
                },
            ),
        ),
    ),
    hints=(
        "There are three places that the employer wrote itself.",
        "One is what she was sent, one stands below it, one is on their pages.",
        "Invitation, signature, own pages. And a greeting may name a team.",
    ),
    solution={"places": "invitation, signature, own_pages", "whom": "team"},
    because=(
        "The invitation, the signatures and the employer's own pages are safe places. If no name is there, “Dear "
        "recruiting team” is a correct greeting. The sources know only the card, so this is our advice."
    ),
    rules=("000.12", "000.13", "004.03"),
    minutes=3,
    also_right=(
        {"places": ["own_pages", "invitation", "signature"], "whom": "1"},
        {"places": "1,2,3", "whom": "a"},
    ),
    wrong=(
        ({"places": "invitation, signature, own_pages, private", "whom": "team"}, "private stays"),
        ({"places": "invitation, signature, own_pages, by_ear", "whom": "team"}, "by ear"),
        ({"places": "invitation", "whom": "team"}, "missing"),
        ({"places": "1, 2, 3", "whom": "machine"}, "Nobody reads"),
        ({"places": "1, 2, 3", "whom": "guess"}, "guessed"),
        ({"places": "1, 2, 3", "whom": "nobody"}, "a team may be thanked"),
    ),
)

BETWEEN_AND_INSIDE = Exercise(
    id="02-between-and-inside",
    title="An agency in between, and a job in the same house",
    objective="02-ask-before-leaving",
    prompt=(
        "Rosa's interview came through an **agency**, Northside Staffing. She talked with the ward manager.\n\nNow "
        "suppose that Amina **already works** at the clinic and applies for another post there. She sees the people "
        "who decide in the corridor every day."
    ),
    fields=(
        AnswerField(
            id="rosa",
            label="Whom does Rosa ask how to follow up?",
            kind="choice",
            options={
                "agency": "the agency, as all contact goes through it",
                "manager": "the ward manager, and she leaves the agency out",
                "both": "both, each week in turn",
            },
            right=ChoiceIs(
                option="agency",
                because="The employer chose to be reached through somebody. Ask that somebody.",
                slips={
                    "manager": "To go around the agency may break what it agreed with the employer.",
                    "both": "Two lines about one job cross each other. Keep to one.",
                },
            ),
        ),
        AnswerField(
            id="corridor",
            label="Should Amina ask in the corridor how things stand?",
            kind="yes_no",
            right=YesIs(
                yes=False,
                because="Who decides should hear from her as from every other candidate: at the agreed time, by the agreed way.",
            ),
        ),
        AnswerField(
            id="same",
            label="What stays the same for Amina?",
            kind="choice",
            options={
                "all": "she asks for the date and the way, and thanks them in writing",
                "nothing": "nothing: they know her, so no question and no thanks",
            },
            right=ChoiceIs(
                option="all",
                because="To know somebody does not tell you when they decide.",
            ),
        ),
    ),
    hints=(
        "For Rosa: through whom did the invitation come?",
        "For Amina: what would be fair to the others who applied?",
        "Rosa asks the agency. Amina asks for date and way in the interview, and leaves the corridor alone.",
    ),
    solution={"rosa": "agency", "corridor": "no", "same": "all"},
    because=(
        "With an agency in between, every step goes through it. Inside the house the same questions hold, and a talk "
        "in passing puts people on the spot. No source speaks of either case; this is our advice."
    ),
    rules=("000.03", "001.14", "001.23"),
    minutes=3,
    also_right=(
        {"rosa": "1", "corridor": "No.", "same": "1"},
        {"rosa": "agency", "corridor": False, "same": "a"},
    ),
    wrong=(
        ({"rosa": "manager", "corridor": "no", "same": "all"}, "agreed with the employer"),
        ({"rosa": "both", "corridor": "no", "same": "all"}, "Keep to one"),
        ({"rosa": "agency", "corridor": "yes", "same": "all"}, "every other candidate"),
        ({"rosa": "agency", "corridor": "no", "same": "nothing"}, "when they decide"),
    ),
)

ALREADY_LEFT = Exercise(
    id="02-already-left",
    title="“I have already left”",
    objective="02-find-afterwards",
    prompt=(
        "Suppose that Jade is on the bus home and has forgotten it all. She knows the librarian's name by ear only. Nobody said "
        "when they decide. The invitation is on her phone.\n\nWhat does she do about the name, and about the date?"
    ),
    fields=(
        AnswerField(
            id="name",
            label="First, for the name",
            kind="choice",
            options={
                "invitation": "look into the invitation and the signatures",
                "ask": "phone the librarian and ask how to spell it",
                "guess": "write it as it sounded",
            },
            right=ChoiceIs(
                option="invitation",
                because="Look first at what you already have in writing.",
                slips={
                    "ask": "The front desk can tell you that, if it is nowhere in writing. Look there first.",
                    "guess": "A name by ear is often wrong, and its owner sees it at once.",
                },
            ),
        ),
        AnswerField(
            id="date",
            label="For the date",
            kind="choice",
            options={
                "thanks": "ask for it in one sentence of her note of thanks",
                "invent": "put a date that would suit her, as if they had promised it",
                "daily": "phone every day until she knows it",
            },
            right=ChoiceIs(
                option="thanks",
                because="There is one message that goes out today anyway.",
                slips={
                    "invent": "A date that nobody named is no promised date. The plan may assume one, and says so.",
                    "daily": "That would irritate them, and her calls are few.",
                },
            ),
        ),
        AnswerField(
            id="spent",
            label="Does a question about spelling, put to the front desk, count as the one call about the decision?",
            kind="yes_no",
            right=YesIs(yes=False, because="What is it about: the decision, or a name?"),
        ),
    ),
    hints=(
        "What does she have in her hand?",
        "The note of thanks goes out today. It has room for one question.",
        "Invitation first; the date in the note of thanks; and a question about spelling spends no call.",
    ),
    solution={"name": "invitation", "date": "thanks", "spent": "no"},
    because=(
        "Nothing is lost. Most facts stand in the invitation. The date can be asked for in the note of thanks. If "
        "nobody names one, leave it open: the plan then assumes a date and marks it."
    ),
    rules=("000.13", "000.19", "001.14", "004.04"),
    minutes=3,
    also_right=({"name": "1", "date": "1", "spent": "No"}, {"name": "a", "date": "a", "spent": False}),
    wrong=(
        ({"name": "ask", "date": "thanks", "spent": "no"}, "front desk"),
        ({"name": "guess", "date": "thanks", "spent": "no"}, "by ear"),
        ({"name": "invitation", "date": "invent", "spent": "no"}, "nobody named"),
        ({"name": "invitation", "date": "daily", "spent": "no"}, "irritate"),
        ({"name": "invitation", "date": "thanks", "spent": "yes"}, "or a name"),
    ),
)

OWN_QUESTIONS = Exercise(
    id="02-own-questions",
    title="Your own two questions",
    objective="02-ask-before-leaving",
    prompt=(
        "Write two questions in your own words, as you would say them: one for **when** they decide, one for **how** "
        "to follow up. If your interview is over, write them for your note of thanks. Read them aloud once."
    ),
    fields=(
        AnswerField(
            id="when",
            label="Your question about the date",
            kind="text",
            rows=2,
            right=TextPasses(rules=(_asks, _about_time, _gentle)),
            help="When may I …?",
        ),
        AnswerField(
            id="how",
            label="Your question about the way",
            kind="text",
            rows=2,
            right=TextPasses(rules=(_asks, _about_way, _gentle)),
            help="How would you like …?",
        ),
    ),
    hints=(
        "A question may begin with “May I ask”.",
        "For the date: “by what date”. For the way: “by e-mail or by phone”.",
        "“By what date do you expect to decide?” and “How would you like me to follow up, by e-mail or by phone?”",
    ),
    solution={
        "when": "By what date do you expect to decide?",
        "how": "How would you like me to follow up, by e-mail or by phone?",
    },
    because="Two short questions, and you know when and how. The words are yours, so you will remember them.",
    rules=("000.03", "000.04", "001.14", "002.06"),
    minutes=3,
    also_right=(
        {"when": "When can I expect to hear from you?", "how": "What is the best way to reach you?"},
        {"when": "May I ask how long you will need?", "how": "Shall I write or call if I have a question?"},
    ),
    wrong=(
        ({"when": "I would like to hear soon.", "how": "Shall I write?"}, "question mark"),
        ({"when": "Is it soon?", "how": "Shall I write?"}, "no word about time"),
        ({"when": "When do you decide?", "how": "And now?"}, "no word about the way"),
        ({"when": "When? I must know.", "how": "Shall I write?"}, "do not press"),
    ),
)

CHECKS = (
    QuizItem(
        id="02-check-record",
        objective="02-take-home-record",
        scenario="Rosa has the ward manager's card in her bag: name, title, street and e-mail address.",
        question="What should she still write down on the way home?",
        options=(
            QuizOption(id="card", text="The same four things once more", why="She has them on the card."),
            QuizOption(
                id="talk",
                text="The promised date, how to follow up, and what they talked about",
                why="Yes: no card holds what was said.",
            ),
            QuizOption(id="mood", text="How each person was dressed", why="No step of any plan needs it."),
        ),
        answer="talk",
        explanation="A card gives name, title and addresses. The date, the way and the topics come from the talk.",
        rules=("000.03", "000.16", "001.15", "004.04"),
    ),
    QuizItem(
        id="02-check-promised-date",
        objective="02-promised-date",
        scenario="An interview is on Tuesday 10 February 2026. They say: “In a week or two.”",
        question="Which date is the promised date?",
        options=(
            QuizOption(
                id="d17", text="Tuesday 17 February", why="That is the shorter time. They took two weeks."
            ),
            QuizOption(id="d24", text="Tuesday 24 February", why="Yes: the end of the time that they gave."),
            QuizOption(
                id="open", text="None: the words are too vague", why="They gave a longest time: two weeks."
            ),
        ),
        answer="d24",
        explanation="For words that give a span, take its end. Then their whole time is over before you ask.",
        editorial="The sources ask for a date; how to read a span is our advice.",
    ),
    QuizItem(
        id="02-check-afterwards",
        objective="02-find-afterwards",
        scenario="Daniel's interview was by video. On the screen one name was cut off: “Siân Prys-E…”.",
        question="Where does he find the whole name?",
        options=(
            QuizOption(
                id="signature",
                text="In the invitation or the signature below her e-mail",
                why="Yes: she wrote it there herself.",
            ),
            QuizOption(
                id="guess",
                text="He completes it as seems likely",
                why="A likely name is often the wrong one.",
            ),
            QuizOption(
                id="first",
                text="Nowhere: “Hi there” will do",
                why="The sources ask for the name, spelled right.",
            ),
        ),
        answer="signature",
        explanation="Take a name from what its owner wrote: the invitation or a signature.",
        rules=("000.12", "000.13", "004.04"),
    ),
)

LESSON = Lesson(
    id="02",
    title="Before you leave",
    notebook="02-before-you-leave.ipynb",
    question="What do I ask and write down before I leave, and what if I have already left?",
    reading=9,
    objectives=(
        course_objective("02-ask-before-leaving"),
        Objective(id="02-take-home-record", text="Copy a name letter for letter, and list what no card holds."),
        Objective(id="02-promised-date", text="Turn what they say about time into a promised date."),
        Objective(
            id="02-find-afterwards",
            text="Find names, addresses and dates without a card, or after you have left.",
        ),
    ),
    exercises=(
        SAME_QUESTION, FROM_THE_CARD, WORDS_TO_DATES, TWO_ZONES,
        RECORDED, BETWEEN_AND_INSIDE, ALREADY_LEFT, OWN_QUESTIONS,
    ),
    checks=CHECKS,
    retrieves=("01-say-what-is-known-a", "01-check-drift"),
)  # fmt: skip
