"""Exercises of lesson 06: how long a call is, what spends it, and advice that has aged."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, ChoicesAre, NumberIs, YesIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["OLD_ADVICE", "ONE_CALL", "TIME_IT"]

TIME_IT = Exercise(
    id="06-time-it",
    title="How long is it?",
    objective="06-make-the-call",
    prompt=(
        "The advisers say: keep it short. They give no number. This course takes **45 seconds** for the call and "
        "**25 seconds** for a message, at **140 words a minute**. These numbers are our own.\n\nTomasz's call has 84 "
        "words. How many seconds does he need to say it? And how many words fit into a message of 25 seconds?"
    ),
    fields=(
        AnswerField(
            id="seconds",
            label="Seconds for 84 words",
            kind="number",
            right=NumberIs(
                number=36,
                within=1,
                because="Divide the words by 140; that gives minutes. A minute has 60 seconds.",
                slips={0.6: "That is in minutes. Seconds are asked for."},
            ),
        ),
        AnswerField(
            id="words",
            label="Words in 25 seconds",
            kind="number",
            right=NumberIs(
                number=58,
                within=2,
                because="How many words are said in one second? Take that 25 times.",
            ),
        ),
        AnswerField(
            id="fits",
            label="Does Tomasz's call fit into 45 seconds?",
            kind="yes_no",
            right=YesIs(yes=True, because="Compare your first number with 45."),
        ),
    ),
    hints=(
        "140 words take 60 seconds. 84 words take less.",
        "84 divided by 140 is 0.6 of a minute. In one second you say a little more than two words.",
        "0.6 times 60 is 36 seconds. 140 times 25, divided by 60, is about 58 words.",
    ),
    solution={"seconds": "36", "words": "58", "fits": "yes"},
    because="84 words are 36 seconds, so the call is short enough. A message has room for about 58 words, with the number.",
    rules=("000.22",),
    minutes=2,
    also_right=(
        {"seconds": "36 seconds", "words": "58 words", "fits": "Yes"},
        {"seconds": 36, "words": 60, "fits": True},
    ),
    wrong=(
        ({"seconds": "0,6", "words": "58", "fits": "yes"}, "in minutes"),
        ({"seconds": "84", "words": "58", "fits": "yes"}, "too many"),
        ({"seconds": "36", "words": "25", "fits": "yes"}, "too few"),
        ({"seconds": "36", "words": "58", "fits": "no"}, "Compare"),
    ),
)

ONE_CALL = Exercise(
    id="06-one-call",
    title="What spends the one call",
    objective="06-count-calls",
    prompt=(
        "`classic` says: phone **once** about the decision. Five things may happen when Amina calls.\n\nTick all that "
        "**spend** the one call. Then compare with `persistent`, which goes on until they answer."
    ),
    fields=(
        AnswerField(
            id="spends",
            label="These spend the call",
            kind="choices",
            options={
                "talked": "she asks, and they say that it takes longer",
                "message": "she leaves her question on the voicemail",
                "relay": "she asks through a relay service",
                "not_in": "somebody else says that he is not in",
                "full": "the mailbox is full, and nothing is left",
            },
            right=ChoicesAre(
                options=("talked", "message", "relay"),
                because="Ask of each: has her question reached them?",
                slips={
                    "not_in": "Nothing was asked yet. The call moves to another day.",
                    "full": "Nothing was left. The call moves to another day.",
                    "message": "A message has asked the question. To ring again would ask it twice.",
                    "relay": "A relay call is a call like any other, with the same rights and the same limit.",
                },
            ),
        ),
        AnswerField(
            id="classic",
            label="Calls that classic allows",
            kind="number",
            right=NumberIs(number=1, because="Its rule is 000.19: just one time."),
        ),
        AnswerField(
            id="persistent",
            label="Does persistent name a last call?",
            kind="yes_no",
            right=YesIs(yes=False, because="It goes on until they tell you (004.21)."),
        ),
    ),
    hints=(
        "A call is spent when the question has been asked.",
        "Twice nothing was asked: nobody there, and no room for a message.",
        "Talked, message and relay spend it. classic allows one call; persistent names no last one.",
    ),
    solution={"spends": "talked, message, relay", "classic": "1", "persistent": "no"},
    because=(
        "Whatever has asked the question spends the call. That a message counts is our reading of 000.19. "
        "`persistent` disagrees: it calls again in turn with e-mail and post, and names no last time (004.18, 004.19)."
    ),
    rules=("000.19", "004.13", "004.18", "004.19", "004.21"),
    minutes=2,
    also_right=(
        {"spends": ["relay", "talked", "message"], "classic": "one", "persistent": "No"},
        {"spends": "1, 2, 3", "classic": 1, "persistent": False},
    ),
    wrong=(
        (
            {"spends": "talked, message, relay, not_in", "classic": "1", "persistent": "no"},
            "Nothing was asked",
        ),
        ({"spends": "talked, relay", "classic": "1", "persistent": "no"}, "asked the question"),
        ({"spends": "talked, message", "classic": "1", "persistent": "no"}, "like any other"),
        ({"spends": "1, 2, 3", "classic": "2", "persistent": "no"}, "too many"),
        ({"spends": "1, 2, 3", "classic": "1", "persistent": "yes"}, "goes on"),
    ),
)

OLD_ADVICE = Exercise(
    id="06-old-advice",
    title="Advice that has aged",
    objective="06-count-calls",
    prompt=(
        "An adviser of 2014 says: if you reach nobody, leave a voicemail (004.13), and get in touch each week, by "
        "phone in its turn (004.18, 004.19).\n\nEvidence card 14 asked managers which ways to give **thanks** are "
        "fitting. In 2012, 87 % named e-mail and 81 % the phone. It was a staffing firm's survey. How many were asked "
        "is not known to us.\n\nWhat can you fairly say from the card? And which adviser objects to weekly calls?"
    ),
    fields=(
        AnswerField(
            id="say",
            label="From the card you can say",
            kind="choice",
            options={
                "thanks": "many managers in it found both ways fitting for thanks",
                "odds": "a call each week makes an offer more likely",
                "voicemail": "managers like a voicemail about the decision",
            },
            right=ChoiceIs(
                option="thanks",
                because="Keep to what was asked, and about what.",
                slips={
                    "odds": "Nobody counted offers. It asked for opinions.",
                    "voicemail": "It asked about thanks. Voicemail and decisions did not come up.",
                },
            ),
        ),
        AnswerField(
            id="objects",
            label="Who objects to weekly calls",
            kind="choice",
            options={
                "classic": "classic: phone just one time (000.19)",
                "nobody": "nobody: all five agree",
            },
            right=ChoiceIs(option="classic", because="One of the five says how often to phone: once."),
        ),
        AnswerField(
            id="today",
            label="Today's equal of a voicemail that nobody plays",
            kind="choice",
            options={
                "mail": "the same lines by e-mail, marked as our own advice",
                "more": "a second and a third voicemail",
            },
            right=ChoiceIs(option="mail", because="One message is enough. It only has to be read."),
        ),
    ),
    hints=(
        "What was asked in the survey: thanks, or decisions?",
        "The numbers are opinions about thanks. And one adviser allows a single call.",
        "Both ways fit for thanks; classic objects; an e-mail does today what a voicemail did.",
    ),
    solution={"say": "thanks", "objects": "classic", "today": "mail"},
    because=(
        "The card is about thanks and about opinions. So it can carry neither weekly calls nor voicemail. The two "
        "advisers contradict each other, and nobody has tested who is right."
    ),
    rules=("000.19", "004.13", "004.18", "004.19"),
    minutes=2,
    also=("01-judge-a-survey",),
    also_right=({"say": "1", "objects": "1", "today": "1"}, {"say": "a", "objects": "classic", "today": "a"}),
    wrong=(
        ({"say": "odds", "objects": "classic", "today": "mail"}, "Nobody counted"),
        ({"say": "voicemail", "objects": "classic", "today": "mail"}, "asked about thanks"),
        ({"say": "thanks", "objects": "nobody", "today": "mail"}, "once"),
        ({"say": "thanks", "objects": "classic", "today": "more"}, "One message"),
    ),
)
