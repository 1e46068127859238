"""Exercises of lesson 07: what an employer asks for, and who stands in between."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["AGENCY", "NO_CALLS", "NO_CONTACT"]

NO_CALLS = Exercise(
    id="07-no-calls",
    title="“Please do not call”",
    objective="07-keep-wishes",
    prompt=(
        "Amina follows `classic`. The clinic promised an answer by Monday 16 March 2026. On Tuesday 10 March it writes: "
        "“Please **do not call** us.” The plan has a call on the day after the promised date.\n\n"
        "What becomes of that call, and on which day is it now? May she call once all the same, as `classic` says so?"
    ),
    fields=(
        AnswerField(
            id="becomes",
            label="The call",
            kind="choice",
            options={
                "stays": "stays a call",
                "email": "becomes an e-mail",
                "goes": "falls away",
            },
            right=ChoiceIs(
                option="email",
                because="They asked for no calls. They did not ask for silence.",
                slips={"stays": "What the employer asks for beats every protocol."},
            ),
        ),
        AnswerField(
            id="day",
            label="Day",
            kind="day",
            right=DayIs(
                day="2026-03-17",
                because="The channel changes, the day does not: one day after the promised date.",
                slips={
                    "2026-03-16": "That is the promised date itself. It lasts until the evening.",
                    "2026-03-11": "That counts from their message. Count from the promised date.",
                },
            ),
        ),
        AnswerField(
            id="once",
            label="May she call once all the same?",
            kind="yes_no",
            right=YesIs(yes=False, because="A wish of the employer comes before every adviser."),
        ),
    ),
    hints=(
        "They named a channel that they do not want. What is left?",
        "The step keeps its name and its date. Only the channel changes.",
        "An e-mail, on 17 March, and no: she does not call.",
    ),
    solution={"becomes": "email", "day": "17 March 2026", "once": "no"},
    because=(
        "The step keeps its day, one after the promised date of 16 March, and becomes an e-mail. No adviser stands "
        "above what the employer asked for."
    ),
    rules=("000.05", "000.06", "000.19"),
    minutes=2,
    also=("04-who-and-how", "04-date-first-nudge"),
    also_right=({"becomes": "2", "day": "Tue 17 Mar", "once": False},),
    wrong=(
        ({"becomes": "stays", "day": "17 March", "once": "no"}, "beats every protocol"),
        ({"becomes": "goes", "day": "17 March", "once": "no"}, "silence"),
        ({"becomes": "email", "day": "16 March", "once": "no"}, "evening"),
        ({"becomes": "email", "day": "11 March", "once": "no"}, "from their message"),
        ({"becomes": "email", "day": "17 March", "once": "yes"}, "before every adviser"),
    ),
)

NO_CONTACT = Exercise(
    id="07-no-contact",
    title="“Please do not contact us”",
    objective="07-keep-wishes",
    prompt=(
        "Tomasz follows `paced`. On Wednesday 20 May 2026 the workshop writes: “Please do **not contact** us. We will be "
        "in touch.” More check-ins stand in his plan.\n\n"
        "What becomes of them? And if a thank-you had not gone out yet: may it still go?"
    ),
    fields=(
        AnswerField(
            id="checks",
            label="The check-ins",
            kind="choice",
            options={
                "cancelled": "are cancelled",
                "fewer": "are halved",
                "post": "go by post instead",
            },
            right=ChoiceIs(
                option="cancelled",
                because="No contact means all the ways, not one of them.",
                slips={"post": "A letter is a contact too."},
            ),
        ),
        AnswerField(
            id="thanks",
            label="May a thank-you still go?",
            kind="yes_no",
            right=YesIs(yes=True, because="A thank-you chases nothing: it asks no question."),
        ),
        AnswerField(
            id="means",
            label="What it says about Tomasz",
            kind="choice",
            options={
                "bad": "that he was too much",
                "nothing": "nothing: it says how this employer works",
            },
            right=ChoiceIs(option="nothing", because="Many employers write this to everyone."),
        ),
    ),
    hints=(
        "What is a question about the decision, and what is not?",
        "All that chases falls away. A courtesy is no chase.",
        "They are cancelled; yes, it may go; and it says nothing about him.",
    ),
    solution={"checks": "cancelled", "thanks": "yes", "means": "nothing"},
    because=(
        "All that asks or chases is cancelled, by every channel. A thank-you that has not gone yet may still go, as it "
        "asks for nothing. Such a line is often sent to all. It is no verdict on him."
    ),
    rules=("002.08", "003.02", "003.21"),
    minutes=1,
    also=("05-tell-advisers-apart",),
    also_right=({"checks": "1", "thanks": "y", "means": "2"},),
    wrong=(
        ({"checks": "post", "thanks": "yes", "means": "nothing"}, "contact too"),
        ({"checks": "fewer", "thanks": "yes", "means": "nothing"}, "all the ways"),
        ({"checks": "cancelled", "thanks": "no", "means": "nothing"}, "asks no question"),
        ({"checks": "cancelled", "thanks": "yes", "means": "bad"}, "to everyone"),
    ),
)

AGENCY = Exercise(
    id="07-agency",
    title="An agency in the middle",
    objective="07-keep-wishes",
    prompt=(
        "Rosa's interview at the care home was on Thursday 9 April 2026; they decide by Thursday 23 April. An **agency** "
        "stands between. She follows `showcase`, and she has chosen to **write only**.\n\n"
        "Whom does she ask, when, and how? Must she say why she writes?"
    ),
    fields=(
        AnswerField(
            id="whom",
            label="Whom",
            kind="choice",
            options={
                "manager": "the ward manager",
                "recruiter": "the recruiter at the agency",
                "both": "both, to be sure",
            },
            right=ChoiceIs(
                option="recruiter",
                because="Where somebody stands between, every step goes through them.",
                slips={"both": "Two questions about one thing are one too many."},
            ),
        ),
        AnswerField(
            id="day",
            label="Day",
            kind="day",
            right=DayIs(
                day="2026-04-24",
                because="`showcase` asks once the stated time has passed.",
                slips={"2026-04-23": "That is the promised date. It has not passed before the evening."},
            ),
        ),
        AnswerField(
            id="how",
            label="How",
            kind="choice",
            options={"phone": "by phone", "email": "by e-mail"},
            right=ChoiceIs(
                option="email", because="She chose to write only. The step keeps its day and changes its way."
            ),
        ),
        AnswerField(
            id="why",
            label="Must she say why she writes?",
            kind="yes_no",
            right=YesIs(yes=False, because="Writing needs no excuse. Nobody has a right to her reasons."),
        ),
    ),
    hints=(
        "Who speaks with the care home: Rosa, or somebody for her?",
        "The day after the promised date. The way is the one she chose.",
        "The recruiter, on 24 April, by e-mail, and no.",
    ),
    solution={"whom": "recruiter", "day": "24 April 2026", "how": "email", "why": "no"},
    because=(
        "All goes through the recruiter. The promised date has passed on Friday 24 April. Writing is as good as calling, "
        "and she need not say why. A relay service or a text message, if they offer one, is fine too."
    ),
    rules=("003.17", "003.18", "003.20"),
    minutes=2,
    also=("04-who-and-how", "06-choose-a-route"),
    also_right=({"whom": "2", "day": "Fri 24 Apr", "how": "e-mail", "why": "n"},),
    wrong=(
        ({"whom": "both", "day": "24 April", "how": "email", "why": "no"}, "too many"),
        ({"whom": "manager", "day": "24 April", "how": "email", "why": "no"}, "stands between"),
        ({"whom": "recruiter", "day": "23 April", "how": "email", "why": "no"}, "evening"),
        ({"whom": "recruiter", "day": "24 April", "how": "phone", "why": "no"}, "write only"),
        ({"whom": "recruiter", "day": "24 April", "how": "email", "why": "yes"}, "excuse"),
    ),
)
