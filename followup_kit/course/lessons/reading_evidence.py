"""Exercises of lesson 01 on reading a card, and on what a number may say."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, NumberIs, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["DRIFT", "READ_A_CARD", "TWO_COUNTRIES", "UNITS"]


PAYERS = {
    "firm": "a firm that sells to people in hiring",
    "university": "a university",
    "state": "a public office",
}

FAULTS = {
    "chance": "an opinion became a chance of success",
    "stage": "it was asked about another stage",
    "half": "half of the finding was left out",
    "unit": "the unit changed",
    "claim": "a claim of one source reads like a fact",
}

READ_A_CARD = Exercise(
    id="01-read-a-card",
    title="Read one card",
    objective="01-judge-a-survey",
    prompt=(
        "Look at evidence card 11 above. It holds two shares: **22 %** and **86 %**.\n\n"
        "What was counted? Who paid? And does the card show that a note leads to more offers?"
    ),
    fields=(
        AnswerField(
            id="counted",
            label="What the 22 % count",
            kind="choice",
            options={
                "managers": "managers who gave an opinion",
                "offers": "candidates who got an offer",
                "letters": "letters that arrived",
            },
            right=ChoiceIs(
                option="managers",
                because="Read the line “What was asked”, and who answered.",
                slips={"offers": "Nobody followed what became of any candidate. Who was asked?"},
            ),
        ),
        AnswerField(
            id="paid",
            label="Who paid",
            kind="choice",
            options=PAYERS,
            right=ChoiceIs(option="firm", because="Read the line “Who paid”. What does it live on?"),
        ),
        AnswerField(
            id="offers",
            label="Does it show that a note leads to more offers?",
            kind="yes_no",
            right=YesIs(
                yes=False, because="Opinions were asked for. What happened afterwards was not looked at."
            ),
        ),
    ),
    hints=(
        "Each card says who was asked, what was asked, and who paid.",
        "The people asked were hiring managers. They said what they would think.",
        "Managers, a job site, and no: nobody counted offers.",
    ),
    solution={"counted": "managers", "paid": "firm", "offers": "no"},
    because=(
        "22 % of the managers who were asked said that a missing note counts against a candidate. A job site paid for "
        "the survey. What people say they would do is not what they did, so no offers were counted."
    ),
    rules=("000.25", "003.01"),
    minutes=1,
    also=("00-run-a-cell",),
    also_right=({"counted": "managers who gave an opinion", "paid": "1", "offers": False},),
    wrong=(
        ({"counted": "offers", "paid": "firm", "offers": "no"}, "who was asked"),
        ({"counted": "managers", "paid": "university", "offers": "no"}, "who paid"),
        ({"counted": "managers", "paid": "firm", "offers": "yes"}, "opinions"),
        ({"counted": "managers"}, "still empty"),
    ),
)

TWO_COUNTRIES = Exercise(
    id="01-two-countries",
    title="Same firm, same question, two countries",
    objective="01-say-what-is-known",
    prompt=(
        "Card 13: in one campaign **80 %** of US managers and **42 %** of Canadian ones called a note helpful.\n\n"
        "How many percentage points lie between the two? And what does the gap show?"
    ),
    fields=(
        AnswerField(
            id="points",
            label="Percentage points between them",
            kind="number",
            right=NumberIs(
                number=38,
                because="Percentage points are the plain difference of the two shares.",
                slips={
                    1.9: "That is how many times larger one is. Take one share from the other.",
                    90: "That is a per cent change. Points are the plain difference.",
                },
            ),
        ),
        AnswerField(
            id="shows",
            label="What it shows",
            kind="choice",
            options={
                "odds": "a note works twice as well in the US",
                "customs": "opinions and customs differ from place to place",
                "useless": "a note is useless in Canada",
            },
            right=ChoiceIs(
                option="customs",
                because="Say no more than was asked: managers gave an opinion, in two places.",
                slips={
                    "odds": "Nobody measured whether a note works. Opinions were counted.",
                    "useless": "42 of 100 is far from nobody, and an opinion is not an effect.",
                },
            ),
        ),
    ),
    hints=(
        "Take the smaller share from the larger one.",
        "Both figures are opinions. What differs between the two groups is where they work.",
        "80 less 42 is 38. Opinions differ from place to place; the card shows no more.",
    ),
    solution={"points": "38", "shows": "customs"},
    because=(
        "The gap is 38 percentage points, with the same question from the same firm. So ask how it is done where you "
        "apply. A figure from one country says little about another."
    ),
    rules=("002.14", "003.02"),
    minutes=1,
    also_right=(
        {"points": "38 points", "shows": "2"},
        {"points": 38, "shows": "opinions and customs differ from place to place"},
    ),
    wrong=(
        ({"points": "1.9", "shows": "customs"}, "take one share"),
        ({"points": "50", "shows": "customs"}, "plain difference"),
        ({"points": "38", "shows": "odds"}, "nobody measured"),
        ({"points": "38", "shows": "useless"}, "far from nobody"),
    ),
)

DRIFT = Exercise(
    id="01-drift",
    title="What happened to the number?",
    objective="01-spot-drift",
    prompt=(
        "Three claims from web pages, in our words, and what was found behind them:\n\n"
        "- **First:** “You are 20 % more likely to get the job if you send thanks.” Found: 22 % of managers said that "
        "they are less likely to hire somebody who sends none.\n"
        "- **Second:** “43 % of managers want to hear from you one to two weeks after the interview.” Found: the 43 % "
        "were asked about the time after handing in a résumé.\n"
        "- **Third:** “80 % of managers find a note helpful.” Found: 80 % in the US, 42 % in Canada.\n\n"
        "What went wrong in each?"
    ),
    fields=(
        AnswerField(
            id="first",
            label="First sentence",
            kind="choice",
            options=FAULTS,
            right=ChoiceIs(
                option="chance",
                because="Before, the number counted managers. What does it count on the web page?",
            ),
        ),
        AnswerField(
            id="second",
            label="Second sentence",
            kind="choice",
            options=FAULTS,
            right=ChoiceIs(option="stage", because="When in a job search was that question asked?"),
        ),
        AnswerField(
            id="third",
            label="Third sentence",
            kind="choice",
            options=FAULTS,
            right=ChoiceIs(
                option="half",
                because="Lay both sentences side by side: what stands only in the second?",
            ),
        ),
    ),
    hints=(
        "Ask of each number: what did it count before, and what does it count now?",
        "One was about managers' views, one about the résumé, one about a single country of two.",
        "An opinion became a chance; another stage; half left out.",
    ),
    solution={"first": "chance", "second": "stage", "third": "half"},
    because=(
        "In the first a share of managers became your chance. The second took a number from another stage. The third "
        "left the other country out. The number stayed almost the same each time; what it means did not."
    ),
    rules=("003.01", "004.01"),
    minutes=2,
    also_right=({"first": "1", "second": "2", "third": "3"}, {"first": "a", "second": "b", "third": "c"}),
    wrong=(
        ({"first": "half", "second": "stage", "third": "half"}, "counted managers"),
        ({"first": "chance", "second": "unit", "third": "half"}, "job search"),
        ({"first": "chance", "second": "stage", "third": "claim"}, "side by side"),
    ),
)

UNITS = Exercise(
    id="01-units",
    title="Days and business days",
    objective="01-spot-drift",
    prompt=(
        "A report of 2012 says that employers took **24.2 business days** from interview to offer. A later one says "
        "**23.5 days**. A web page puts both in one row: “about 24 days, year after year”.\n\n"
        "A week has five business days. How many **weeks** are 24.2 business days, to the nearest whole week? And how "
        "many whole weeks are 23.5 plain days, to the nearest?"
    ),
    fields=(
        AnswerField(
            id="business",
            label="Weeks in 24.2 business days",
            kind="number",
            right=NumberIs(
                number=5,
                within=0.25,
                because="Divide the number by five: a week has five business days.",
                slips={3: "That takes weeks of seven days. Business days come in fives."},
            ),
        ),
        AnswerField(
            id="plain",
            label="Weeks in 23.5 days",
            kind="number",
            right=NumberIs(
                number=3,
                within=0.4,
                because="Divide the number by seven.",
                slips={5: "That takes weeks of five days. Plain days come in sevens."},
            ),
        ),
    ),
    hints=(
        "Divide by the number of such days in a week.",
        "Divide 24.2 by 5, and 23.5 by 7.",
        "24.2 by 5 is 4.84, so nearly 5 weeks. 23.5 by 7 is 3.36, so about 3 weeks.",
    ),
    solution={"business": "5", "plain": "3"},
    because=(
        "24.2 business days are nearly five weeks; 23.5 plain days are a little over three. The numbers look alike, the "
        "waits do not. A working day is not a day."
    ),
    rules=("001.24", "003.16"),
    minutes=1,
    also_right=(
        {"business": "4.84", "plain": "3.36"},
        {"business": "4.8", "plain": "3.4"},
        {"business": "five", "plain": "three weeks"},
    ),
    wrong=(
        ({"business": "3", "plain": "3"}, "come in fives"),
        ({"business": "5", "plain": "5"}, "come in sevens"),
        ({"business": "24", "plain": "3"}, "too many"),
    ),
)
