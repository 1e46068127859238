"""Exercises of lesson 02: recorded interviews, agencies, one's own employer, and having already left."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, ChoicesAre, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["ALREADY_LEFT", "BETWEEN_AND_INSIDE", "RECORDED"]

PLACES = {
    "invitation": "the invitation",
    "signature": "the signature below their e-mails",
    "own_pages": "the employer's own pages",
    "by_ear": "how it sounded",
    "private": "their private profiles",
}

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
    minutes=2,
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
    minutes=1,
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
                    "daily": "That would irritate them. And this library asked not to be called.",
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
    minutes=2,
    also_right=({"name": "1", "date": "1", "spent": "No"}, {"name": "a", "date": "a", "spent": False}),
    wrong=(
        ({"name": "ask", "date": "thanks", "spent": "no"}, "front desk"),
        ({"name": "guess", "date": "thanks", "spent": "no"}, "by ear"),
        ({"name": "invitation", "date": "invent", "spent": "no"}, "nobody named"),
        ({"name": "invitation", "date": "daily", "spent": "no"}, "irritate"),
        ({"name": "invitation", "date": "thanks", "spent": "yes"}, "or a name"),
    ),
)
