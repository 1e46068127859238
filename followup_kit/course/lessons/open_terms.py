"""Exercises of lesson 08 on the time between an offer and its terms: whom to call, and how often."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["TERMS", "THROUGH_AGENCY", "WHICH_CALL"]


CALLS = {
    "accept": "answer the offer: accept",
    "ask_for_time": "answer the offer: ask for time",
    "negotiation_follow_up": "follow up on the terms",
    "decline": "decline the offer",
}

TERMS = Exercise(
    id="08-terms",
    title="How often may she ask now?",
    objective="08-talk-about-terms",
    prompt=(
        "Amina follows `classic`: **one call** about the decision, ever (000.19). The clinic has made its offer. On "
        "Monday she phones and asks about the starting time. They say: “We will look into it. Please ring on "
        "**Wednesday**.”\n\n"
        "May she phone again on Wednesday? And which rule decides it?"
    ),
    fields=(
        AnswerField(
            id="again",
            label="May she phone again?",
            kind="yes_no",
            right=YesIs(yes=True, because="They asked her to. And what is the limit of one call about?"),
        ),
        AnswerField(
            id="rule",
            label="The rule",
            kind="choice",
            options={
                "one_call": "000.19: call once to ask for the decision",
                "terms": "000.02: after an offer, more than one contact is fine",
                "network": "000.27: part on good terms",
            },
            right=ChoiceIs(
                option="terms",
                because="Look for the rule about the time after an offer.",
                slips={"one_call": "That limit is about asking for a decision. They have decided."},
            ),
        ),
    ),
    hints=(
        "What was the one call for? Is that question still open?",
        "One of the three rules speaks of the time after an offer.",
        "Yes: 000.02 allows several contacts while the terms are talked over.",
    ),
    solution={"again": "yes", "rule": "terms"},
    because=(
        "The limit of one call is about the decision. After an offer there may be several talks, as the terms need "
        "them. Ring on the day that they name."
    ),
    rules=("000.02", "000.19"),
    minutes=1,
    also=("06-make-the-call",),
    also_right=({"again": "Yes", "rule": "2"}, {"again": True, "rule": "terms"}),
    wrong=(
        ({"again": "no", "rule": "terms"}, "limit of one call"),
        ({"again": "yes", "rule": "one_call"}, "They have decided"),
        ({"again": "yes", "rule": "network"}, "time after an offer"),
    ),
)

THROUGH_AGENCY = Exercise(
    id="08-through-the-agency",
    title="An agency in the middle, and no phone",
    objective="08-talk-about-terms",
    prompt=(
        "Rosa's interview was at Elmwood Care Home. An **agency**, Northside Staffing, stands in between. Rosa writes and "
        "does not phone. The agency tells her that the home offers her the job.\n\n"
        "To whom does her answer go, and how?"
    ),
    fields=(
        AnswerField(
            id="to",
            label="To whom",
            kind="choice",
            options={
                "lead_interviewer": "the ward manager who led the interview",
                "recruiter": "the recruiter at the agency",
                "everyone": "both of them",
            },
            right=ChoiceIs(
                option="recruiter",
                because="Where somebody stands in between, every step goes through them, this one too.",
            ),
        ),
        AnswerField(
            id="channel",
            label="How",
            kind="choice",
            options={"phone": "a phone call", "email": "an e-mail", "letter": "a letter by post"},
            right=ChoiceIs(
                option="email",
                because="The plan has the quick written way for those who do not phone.",
                slips={"phone": "Rosa writes. The same words in writing count the same."},
            ),
        ),
    ),
    hints=(
        "Who brought the news?",
        "A plan for those who write puts one other channel in place of each call. It is as quick as a call.",
        "The recruiter at the agency, by e-mail.",
    ),
    solution={"to": "recruiter", "channel": "email"},
    because=(
        "With an agency in the middle every step goes to the recruiter. And a call is never a must: e-mail, text and "
        "relay are equal ways. Nobody has to say why they write."
    ),
    rules=("000.01", "000.02"),
    minutes=1,
    also=("04-who-and-how", "06-choose-a-route"),
    also_right=({"to": "the agency", "channel": "by e-mail"}, {"to": "recruiter", "channel": "mail"}),
    wrong=(
        ({"to": "lead_interviewer", "channel": "email"}, "stands in between"),
        ({"to": "recruiter", "channel": "phone"}, "count the same"),
        ({"to": "recruiter", "channel": "letter"}, "quick written way"),
    ),
)

WHICH_CALL = Exercise(
    id="08-which-call",
    title="Which script?",
    objective="08-answer-decision",
    prompt=(
        "The course has four scripts for the time after an offer. Pick one for each person. All four thank first "
        "(000.26)."
    ),
    fields=(
        AnswerField(
            id="jade",
            label="Jade wants the job. All terms are clear.",
            kind="choice",
            options=CALLS,
            right=ChoiceIs(option="accept", because="Nothing is open for her. What is left to say?"),
        ),
        AnswerField(
            id="amina",
            label="Amina waits for another answer, due on Wednesday.",
            kind="choice",
            options=CALLS,
            right=ChoiceIs(
                option="ask_for_time",
                because="She can name a day. That lets them plan.",
                slips={"decline": "She has not decided. A no cannot be taken back."},
            ),
        ),
        AnswerField(
            id="daniel",
            label="Daniel asked about his area last week. He comes back to it.",
            kind="choice",
            options=CALLS,
            right=ChoiceIs(option="negotiation_follow_up", because="One point is open between them."),
        ),
        AnswerField(
            id="tomasz",
            label="Tomasz has found work nearer to his family.",
            kind="choice",
            options=CALLS,
            right=ChoiceIs(
                option="decline", because="He will not come. They should hear it soon, and kindly."
            ),
        ),
    ),
    hints=(
        "Who has decided, and what for?",
        "Two have decided: one yes, one no. The other two have something open.",
        "In this order: accept, ask_for_time, negotiation_follow_up, decline.",
    ),
    solution={
        "jade": "accept",
        "amina": "ask_for_time",
        "daniel": "negotiation_follow_up",
        "tomasz": "decline",
    },
    because=(
        "A clear yes, a day by which you answer, a question with room to move, or a kind no. The source knows the "
        "last call as a yes. That a no deserves the same care is ours."
    ),
    rules=("000.01", "000.02", "000.26", "000.27"),
    minutes=2,
    also_right=(
        {
            "jade": "answer the offer: accept",
            "amina": "answer the offer: ask for time",
            "daniel": "follow up on the terms",
            "tomasz": "decline the offer",
        },
    ),
    wrong=(
        (
            {
                "jade": "ask_for_time",
                "amina": "decline",
                "daniel": "negotiation_follow_up",
                "tomasz": "decline",
            },
            "cannot be taken back",
        ),
        (
            {"jade": "accept", "amina": "ask_for_time", "daniel": "accept", "tomasz": "ask_for_time"},
            "One point is open",
        ),
    ),
)
