"""Exercises of lesson 03 on when to thank, and whom: one, several, or nobody by name."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["NO_NAME", "PANEL", "WHEN_AND_HOW"]


WHOM = {
    "everyone": "everyone who talked with him",
    "hiring_manager": "the person who decides, and nobody else",
    "first": "whoever spoke first",
}

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
