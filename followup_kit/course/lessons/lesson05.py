"""Lesson 05, five advisers: where they conflict, what that comes to in one case, and choosing for yourself."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, ChoicesAre, DayIs, NumberIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption
from followup_kit.course.lessons.aged_advice import DATED, FIELD_PACE
from followup_kit.course.lessons.choosing_advice import FIVE, OWN_PROTOCOL, PUBLIC_SECTOR, STILL_OPEN
from followup_kit.course.quiz import course_objective

__all__ = ["LESSON"]


SILENCE = {
    "over": "after several weeks: no offer will come",
    "slow": "hiring simply takes long",
    "test": "they may be watching who asks again",
}

READ_CONFLICT = Exercise(
    id="05-read-conflict",
    title="Read one conflict",
    objective="05-read-a-conflict",
    prompt=(
        "Look at **conflict 3** in Amina's case: what the first question is counted from. Her interview was on Monday "
        "2 March 2026, and they promised to decide by Monday 16 March.\n\n"
        "On which day do the earliest advisers ask first? On which day do those ask who wait for the promised date? "
        "How many days lie between the two?"
    ),
    fields=(
        AnswerField(
            id="earliest",
            label="Earliest first question",
            kind="day",
            right=DayIs(
                day="2026-03-09",
                because="Look for the first row of the days in which somebody asks. A thank-you asks nothing.",
                slips={
                    "2026-03-02": "On that day they thank. A thank-you asks nothing about the decision.",
                    "2026-03-03": "A letter goes out then, and it asks nothing. Look for a call or a check-in.",
                    "2026-03-07": "That was the fifth day, a Saturday. Where did the step roll to?",
                },
            ),
        ),
        AnswerField(
            id="waiting",
            label="First question of those who wait for the promised date",
            kind="day",
            right=DayIs(
                day="2026-03-17",
                because="They let the promised date pass, the whole of it, and then ask.",
                slips={"2026-03-16": "That is the promised date itself. The employer has all of that day."},
            ),
        ),
        AnswerField(
            id="apart",
            label="Days between the two",
            kind="number",
            right=NumberIs(number=8, because="Count the days from the one to the other, weekends included."),
        ),
    ),
    hints=(
        "Open conflict 3 below the table of days. It says both dates.",
        "Two advisers ask one week after the interview. Three wait until the promised date is over.",
        "9 March and 17 March: 8 days.",
    ),
    solution={"earliest": "9 March 2026", "waiting": "17 March 2026", "apart": "8"},
    because=(
        "`paced` counts from the last contact and `persistent` from the interview: both come to 9 March here. The others "
        "wait for the promised date and ask on 17 March. So the conflict is worth eight days to Amina."
    ),
    rules=("000.05", "001.16", "002.10", "003.18", "004.10"),
    minutes=2,
    also=("04-date-first-nudge",),
    also_right=({"earliest": "Mon 9 Mar", "waiting": "2026-03-17", "apart": "eight days"},),
    wrong=(
        ({"earliest": "2 March", "waiting": "17 March", "apart": "8"}, "asks nothing"),
        ({"earliest": "7 March", "waiting": "17 March", "apart": "8"}, "roll"),
        ({"earliest": "9 March", "waiting": "16 March", "apart": "8"}, "promised date itself"),
        ({"earliest": "9 March", "waiting": "17 March", "apart": "6"}, "weekends included"),
    ),
)

SILENCE_MEANS = Exercise(
    id="05-silence",
    title="What silence means",
    objective="05-tell-advisers-apart",
    prompt=(
        "Three advisers hear nothing for weeks. **Conflict 9** shows what each makes of it.\n\n"
        "Match them. For one of the three beliefs **no support at all** was found: which one?"
    ),
    fields=(
        AnswerField(
            id="paced",
            label="paced says",
            kind="choice",
            options=SILENCE,
            right=ChoiceIs(option="over", because="This source has a place to stop (002.25)."),
        ),
        AnswerField(
            id="showcase",
            label="showcase says",
            kind="choice",
            options=SILENCE,
            right=ChoiceIs(option="slow", because="This source asks you to be patient (003.16, 003.21)."),
        ),
        AnswerField(
            id="persistent",
            label="persistent says",
            kind="choice",
            options=SILENCE,
            right=ChoiceIs(option="test", because="This source wants you to be seen asking (004.23)."),
        ),
        AnswerField(
            id="unsupported",
            label="No support was found for",
            kind="choice",
            options=SILENCE,
            right=ChoiceIs(
                option="test",
                because="Lesson 01 listed it among the drifting claims: one source says it, and nothing was found.",
                slips={
                    "over": "Many candidates report that they never got an answer (cards 19 and 20).",
                    "slow": "Employers take weeks on average (card 8), so this one has some support.",
                },
            ),
        ),
    ),
    hints=(
        "One lets go, one is patient, one keeps asking.",
        "For the last question: think of the claims in lesson 01 that stand on one source alone.",
        "paced: no offer will come; showcase: it takes long; persistent: a test, and that one lacks support.",
    ),
    solution={"paced": "over", "showcase": "slow", "persistent": "test", "unsupported": "test"},
    because=(
        "Weeks of waiting are common, and so is silence to the end. That firms wait on purpose is said by one source "
        "alone. Nobody outside can know what a silence means, and it is no verdict on you."
    ),
    rules=("001.24", "002.25", "003.16", "004.23"),
    minutes=2,
    also=("01-spot-drift",),
    also_right=({"paced": "1", "showcase": "2", "persistent": "3", "unsupported": "c"},),
    wrong=(
        ({"paced": "slow", "showcase": "slow", "persistent": "test", "unsupported": "test"}, "place to stop"),
        ({"paced": "over", "showcase": "test", "persistent": "test", "unsupported": "test"}, "patient"),
        ({"paced": "over", "showcase": "slow", "persistent": "over", "unsupported": "test"}, "seen asking"),
        ({"paced": "over", "showcase": "slow", "persistent": "test", "unsupported": "slow"}, "card 8"),
    ),
)

WHO_OBJECTS = Exercise(
    id="05-who-objects",
    title="Who objects?",
    objective="05-tell-advisers-apart",
    prompt=(
        "Daniel follows `persistent`. After the first call it gets in touch **every week**. The table above lists, step "
        "by step, who agrees and who objects.\n\n"
        "Which advisers object to the weekly contact? And which rule of `classic` stands against it in the plainest "
        "words: one call, no more?"
    ),
    fields=(
        AnswerField(
            id="who",
            label="Who objects to the weekly contact",
            kind="choices",
            options={k: v for k, v in FIVE.items() if k != "persistent"},
            right=ChoicesAre(
                options=("classic", "measured", "paced"),
                because="Read the row of the weekly contact, the column of those who object.",
                slips={"showcase": "showcase speaks of one call and is silent on what comes after it."},
            ),
        ),
        AnswerField(
            id="rule",
            label="The rule of classic",
            kind="choice",
            options={
                "r05": "000.05: one day after the promised date",
                "r19": "000.19: call just once",
                "r25": "000.25: never skip it",
            },
            right=ChoiceIs(option="r19", because="It must be about how often, not about when or why."),
        ),
    ),
    hints=(
        "An adviser may agree with one point of a step and object to another.",
        "Three of the other four object. The one who does not says nothing about a second contact.",
        "classic, measured and paced object; the rule is 000.19.",
    ),
    solution={"who": ["classic", "measured", "paced"], "rule": "r19"},
    because=(
        "`classic` calls once and does not want to annoy. `measured` writes or calls after a long wait, but sends no "
        "letter. `paced` writes or calls but sends no "
        "letter, and after several weeks it lets go. `showcase` does not say."
    ),
    rules=("000.19", "000.21", "001.26", "002.11", "002.25", "004.18"),
    minutes=1,
    also_right=(
        {"who": "classic, measured, paced", "rule": "000.19: call just once"},
        {"who": ["paced", "measured", "classic"], "rule": "2"},
    ),
    wrong=(
        ({"who": ["classic", "paced"], "rule": "r19"}, "missing"),
        ({"who": ["classic", "measured", "paced", "showcase"], "rule": "r19"}, "silent"),
        ({"who": ["classic", "measured", "paced"], "rule": "r05"}, "how often"),
    ),
)

CHECKS = (
    QuizItem(
        id="05-check-case",
        objective="05-read-a-conflict",
        scenario="One adviser counts from the promised date, another from the interview. In one case both come to the same Monday.",
        question="Is there a conflict?",
        options=(
            QuizOption(
                id="none", text="No: the dates are the same", why="Today they meet. In the next case they may not."
            ),
            QuizOption(
                id="rule",
                text="Yes: the rules differ, though in this case it costs no day",
                why="Yes. What a conflict comes to is seen in each case anew.",
            ),
            QuizOption(id="err", text="One of the plans must be wrong", why="Both plans do what their source says."),
        ),
        answer="rule",
        explanation="A conflict lies between rules. How many days it is worth depends on the case.",
        rules=("000.05", "004.10"),
    ),
    QuizItem(
        id="05-check-simulation",
        objective="05-judge-a-simulation",
        scenario="A simulation says: in this model, whoever follows persistent makes five contacts before the decision on average.",
        question="What may you say?",
        options=(
            QuizOption(id="wins", text="Five contacts win the job", why="The model does not know who gets the job."),
            QuizOption(
                id="model",
                text="Under the named assumptions it takes about five contacts",
                why="Yes: the figure, with what it rests on.",
            ),
            QuizOption(
                id="true", text="In real life it is always five", why="Real employers differ, and the shape is not known."
            ),
        ),
        answer="model",
        explanation="A simulated figure holds under its assumptions. It counts contacts and days, never jobs won.",
        rules=("004.18",),
    ),
    QuizItem(
        id="05-check-own",
        objective="05-own-protocol",
        scenario="Jade builds a protocol of her own: one e-mail a day after the promised date, then she lets go. persistent objects.",
        question="What now?",
        options=(
            QuizOption(
                id="obey", text="She must change it until nobody objects", why="The sources conflict: somebody always objects."
            ),
            QuizOption(
                id="keep",
                text="She may keep it, knowing who objects and why she differs",
                why="Yes: a choice with a reason.",
            ),
            QuizOption(id="hide", text="She should not look at objections", why="Then she could not give her reason."),
        ),
        answer="keep",
        explanation="No plan pleases all five. Know who objects to what, and choose for your case.",
        rules=("002.25", "004.21"),
    ),
)  # fmt: skip

LESSON = Lesson(
    id="05",
    title="Five advisers",
    notebook="05-five-advisers.ipynb",
    question="The advisers contradict each other: whom do I follow?",
    reading=7,
    objectives=(
        course_objective("05-tell-advisers-apart"),
        Objective(id="05-read-a-conflict", text="Read from the plans what a conflict comes to in one case."),
        Objective(
            id="05-judge-a-simulation", text="Name what a simulated figure rests on, and what it cannot say."
        ),
        Objective(
            id="05-own-protocol", text="Choose or build a protocol, and say who objects and why you differ."
        ),
    ),
    exercises=(
        READ_CONFLICT, SILENCE_MEANS, WHO_OBJECTS, FIELD_PACE, STILL_OPEN, PUBLIC_SECTOR, DATED, OWN_PROTOCOL,
    ),
    checks=CHECKS,
    retrieves=("04-check-working-day", "03-check-repair"),
)  # fmt: skip
