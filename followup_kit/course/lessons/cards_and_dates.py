"""Exercises of lesson 02: what a card holds, and how words become a promised date."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, ChoicesAre, DayIs, NameIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["FROM_THE_CARD", "TWO_ZONES", "WORDS_TO_DATES"]

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
                because="Compare it with the card, letter by letter.",
                slips={
                    "jurgen weiss": "Look at the second letter: there are two dots above it.",
                    "jürgen weis": "The last letter of the family name is another one.",
                    "herr weiss": "The title is no part of the name on the card. Put the first name.",
                },
            ),
            help="if you cannot type a letter, copy it from the text",
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
        "In the name there are two letters that English does not have.",
        "Three things come from the talk alone: a date, a wish, and what you spoke about.",
    ),
    solution={"name": "Jürgen Weiß", "missing": "promised, topics, way"},
    because=(
        "The card gives name, title and both addresses. The promised date, the way to follow up and the topics come "
        "from the talk: write them down the same day."
    ),
    rules=("000.13", "000.16", "001.15", "004.02", "004.04", "004.05", "004.06"),
    minutes=1,
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
                    "2026-05-26": "That counts from the second date. Take the first one.",
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
    minutes=2,
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
        ({"first": "15 May", "second": "22 May", "ask": "26 May"}, "first one"),
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
    minutes=1,
    also_right=({"over": "Sat 9 May", "note": "1"}, {"over": "9.5.2026", "note": "a"}),
    wrong=(
        ({"over": "8 May", "note": "theirs"}, "midnight"),
        ({"over": "7 May", "note": "theirs"}, "ahead"),
        ({"over": "9 May", "note": "mine"}, "before their time"),
        ({"over": "9 May", "note": "none"}, "assume"),
    ),
)
