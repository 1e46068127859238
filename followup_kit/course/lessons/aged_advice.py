"""Exercises of lesson 05 on advice that suits a field, and on advice that has aged."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs, NumberIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["DATED", "FIELD_PACE"]


FIELD_PACE = Exercise(
    id="05-field-pace",
    title="The pace of a field",
    objective="05-read-a-conflict",
    prompt=(
        "`paced` suits its pace to the field: the more assertive the field, the more often (002.13). Daniel is in sales. "
        "Our number for an assertive field is **3 days** after the last contact. He sent his thanks on Friday 1 May 2026, in "
        "Britain. Monday 4 May is a public holiday there.\n\n"
        "On which day does he ask first? And whose number is the 3?"
    ),
    fields=(
        AnswerField(
            id="day",
            label="First question",
            kind="day",
            right=DayIs(
                day="2026-05-05",
                because="Count three days. If that is no working day, roll to the next one.",
                slips={
                    "2026-05-04": "Three days later, yes, but that is the public holiday. Roll on.",
                    "2026-05-06": "That counts three working days. The pace is counted in plain days, then rolled.",
                },
            ),
        ),
        AnswerField(
            id="whose",
            label="Whose number is the 3?",
            kind="choice",
            options={"source": "the source's", "editorial": "this course's own, and marked so"},
            right=ChoiceIs(
                option="editorial",
                because="The source names one number only, seven days for a calm field. What else is in the plan is ours.",
            ),
        ),
    ),
    hints=(
        "Three days after a Friday is a Monday.",
        "That Monday is no working day in Britain. And the source gives no number for sales.",
        "He asks on Tuesday 5 May. The 3 is ours.",
    ),
    solution={"day": "5 May 2026", "whose": "editorial"},
    because=(
        "Three days after Friday 1 May is Monday 4 May, a holiday, so the step rolls to Tuesday. The source wants more in "
        "sales but names no number. Ours is marked. And note: how assertive a field feels is not how fast it decides."
    ),
    rules=("002.09", "002.10", "002.13", "004.24"),
    minutes=1,
    also=("04-count-working-days", "04-explain-a-date"),
    also_right=({"day": "Tue 5 May", "whose": "2"}, {"day": "2026-05-05", "whose": "editorial"}),
    wrong=(
        ({"day": "4 May", "whose": "editorial"}, "holiday"),
        ({"day": "6 May", "whose": "editorial"}, "plain days"),
        ({"day": "5 May", "whose": "source"}, "one number only"),
    ),
)

DATED = Exercise(
    id="05-dated",
    title="Advice that has aged",
    objective="05-tell-advisers-apart",
    prompt=(
        "`persistent` sends a **letter by post** and gets in touch **every week** by e-mail, phone and post in turn. The plan "
        "marks both as **dated**.\n\n"
        "From which year is the source? If you send an e-mail in place of the letter, who says so? And if the employer asked "
        "for no calls, what about the weekly call?"
    ),
    fields=(
        AnswerField(
            id="year",
            label="Year of the source",
            kind="number",
            right=NumberIs(
                number=2014, because="The plan shows it as “advice of …”, and the sources name it."
            ),
        ),
        AnswerField(
            id="instead",
            label="Who says: an e-mail instead of the letter?",
            kind="choice",
            options={"source": "source 004 itself", "course": "this course, and it is marked so"},
            right=ChoiceIs(
                option="course", because="The dates stay the source's. What is put beside them is another's."
            ),
        ),
        AnswerField(
            id="wish",
            label="They asked for no calls. The weekly call",
            kind="choice",
            options={
                "stays": "stays: the source wants it",
                "email": "becomes an e-mail on the same day",
                "earlier": "moves to an earlier day",
            },
            right=ChoiceIs(option="email", because="A wish of the employer beats every protocol."),
        ),
    ),
    hints=(
        "Open “Why” in a row of Daniel's plan.",
        "Only one of the five sources bears a year. What a source does not say is marked as ours.",
        "2014; this course; the call becomes an e-mail.",
    ),
    solution={"year": "2014", "instead": "course", "wish": "email"},
    because=(
        "The source is from 2014, when a letter stood out. `classic` would object to any second call, and the channel cards "
        "of lesson 01 are old as well. An e-mail in its place is our suggestion. The employer's wish comes before all."
    ),
    rules=("004.14", "004.18", "004.19", "000.19"),
    minutes=2,
    also_right=({"year": 2014, "instead": "2", "wish": "becomes an e-mail on the same day"},),
    wrong=(
        ({"year": "2024", "instead": "course", "wish": "email"}, "sources name it"),
        ({"year": "2014", "instead": "source", "wish": "email"}, "stay the source's"),
        ({"year": "2014", "instead": "course", "wish": "stays"}, "beats every protocol"),
    ),
)
