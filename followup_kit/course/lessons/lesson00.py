"""Lesson 00, start here: run a cell, type a day, find help, choose where to begin."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs, DayIs, NameIs, NumberIs
from followup_kit.course.exercise_record import AnswerField, Exercise
from followup_kit.course.lesson_record import Lesson, Objective, QuizItem, QuizOption

__all__ = ["LESSON"]

BEGINNINGS = {
    "letter": "with lesson 03, as the letter cannot wait",
    "order": "with the quiz and lesson 01, in the course's order",
}

RUN_A_CELL = Exercise(
    id="00-run-a-cell",
    title="Run a cell",
    objective="00-run-a-cell",
    prompt=(
        "Click into the cell that stands just above this exercise. Press **Shift and Enter**. A sentence appears "
        "below the cell.\n\nWhich number does the sentence name?"
    ),
    fields=(
        AnswerField(
            id="advisers",
            label="The number",
            kind="number",
            right=NumberIs(number=5, because="Run the cell above, and read the line that appears below it."),
        ),
    ),
    hints=(
        "The cell begins with `advisers`. Click into its text, then press Shift and Enter together.",
        "The sentence below the cell says how many advisers this course compares.",
        "It says: “This course compares 5 advisers.”",
    ),
    solution={"advisers": "5"},
    because="You have run a cell. What it says stands below it, and you can run it as often as you like.",
    rules=("002.01",),
    minutes=1,
    also_right=({"advisers": " five "}, {"advisers": 5}),
    wrong=(
        ({"advisers": "4"}, "too few"),
        ({"advisers": "10"}, "too many"),
        ({"advisers": "many"}, "is not a number"),
    ),
)

TYPE_A_DAY = Exercise(
    id="00-type-a-day",
    title="Type a day",
    objective="00-type-a-day",
    prompt=(
        "Amina was interviewed on the second day of March in 2026. A friend wrote it down as 3/2/2026. In some "
        "countries that is a day in February.\n\n"
        "Type the day so that nobody can misread it. You need not follow one pattern: many are understood."
    ),
    fields=(
        AnswerField(
            id="day",
            label="Day of the interview",
            kind="day",
            right=DayIs(
                day="2026-03-02",
                because="It was the second day of March.",
                slips={"2026-02-03": "That is how some read the friend's note. It was in March."},
            ),
        ),
    ),
    hints=(
        "Write the month as a word.",
        "First the number of the day, then March, then the year.",
        "2 March 2026. Understood as well are March 2, Mon 2 Mar and 2026-03-02.",
    ),
    solution={"day": "2 March 2026"},
    because="With the month as a word, day and month cannot be swapped. You may leave the year out.",
    rules=("000.04", "001.14"),
    minutes=1,
    also_right=(
        {"day": " 2 march 2026"},
        {"day": "2026-03-02"},
        {"day": "Mon 2 Mar"},
        {"day": "March 2nd, 2026"},
    ),
    wrong=(
        ({"day": "3/2/2026"}, "write the month as a word"),
        ({"day": "3 February 2026"}, "It was in March"),
        ({"day": "Tuesday 2 March"}, "is a Monday"),
        ({"day": "15 March"}, "too late"),
    ),
)

COPY_A_NAME = Exercise(
    id="00-copy-a-name",
    title="Type a name",
    objective="00-run-a-cell",
    prompt=(
        "A business card says: **Zoë Özdemir**\n\n"
        "Type the name, or copy it from here. Mark it, press **Ctrl and C**, click into the field, and press "
        "**Ctrl and V**. On a Mac it is the Command key."
    ),
    fields=(
        AnswerField(
            id="name",
            label="The name",
            kind="name",
            right=NameIs(
                name="Zoë Özdemir",
                because="Copy the name letter for letter from the card.",
                slips={"zoe ozdemir": "The dots over the letters are missing. They are part of the name."},
            ),
        ),
    ),
    hints=(
        "The dots over a letter belong to the name.",
        "If your keyboard has no such letters, copy the name from the card above.",
    ),
    solution={"name": "Zoë Özdemir"},
    because="A name is spelled as its owner spells it. Copying is the surest way.",
    rules=("000.13", "004.04"),
    minutes=1,
    also_right=({"name": "  zoë özdemir "}, {"name": "Zoe\u0308 O\u0308zdemir"}),
    wrong=(
        ({"name": "Zoe Ozdemir"}, "dots"),
        ({"name": "Zoë Özdemyr"}, "letter for letter"),
        ({"name": "Peter Lindgren"}, "another name"),
    ),
)

GET_UNSTUCK = Exercise(
    id="00-get-unstuck",
    title="If you are stuck",
    objective="00-run-a-cell",
    prompt=(
        "You have tried an exercise twice, and it says: Not yet. You want to find the answer yourself, with a little "
        "help. Later you want to try the same exercise anew, from an empty form.\n\n"
        "Which button do you press now, and which one later?"
    ),
    fields=(
        AnswerField(
            id="now",
            label="Now",
            kind="choice",
            options={"hint": "Hint", "solution": "Solution", "reset": "Reset"},
            right=ChoiceIs(
                option="hint",
                because="You want a little help, and no more.",
                slips={
                    "solution": "That shows the whole answer. You can do that too, but you wanted to find it.",
                    "reset": "That empties the form. It does not help you on.",
                },
            ),
        ),
        AnswerField(
            id="later",
            label="Later",
            kind="choice",
            options={"hint": "Hint", "solution": "Solution", "reset": "Reset"},
            right=ChoiceIs(option="reset", because="You want the form as it was at first."),
        ),
    ),
    hints=(
        "Look at the buttons below this form. Press one and see what it does: nothing can break.",
        "You have just pressed the first of the two. The other one empties the form.",
    ),
    solution={"now": "hint", "later": "reset"},
    because="Hints go from mild to strong. Reset empties the form. No exercise is ever closed to you.",
    rules=("002.01",),
    minutes=1,
    also_right=({"now": "Hint", "later": "RESET"}, {"now": "1", "later": "3"}),
    wrong=(
        ({"now": "solution", "later": "reset"}, "whole answer"),
        ({"now": "hint", "later": "solution"}, "as it was at first"),
        ({"now": "reset", "later": "reset"}, "empties the form"),
    ),
)

WHERE_TO_BEGIN = Exercise(
    id="00-where-to-begin",
    title="Where to begin",
    objective="00-where-to-begin",
    prompt=(
        "Tomasz was interviewed **yesterday** and has not thanked anybody yet. Jade has an interview **in two weeks**.\n\n"
        "Where does each of them begin?"
    ),
    fields=(
        AnswerField(
            id="tomasz",
            label="Tomasz",
            kind="choice",
            options=BEGINNINGS,
            right=ChoiceIs(
                option="letter",
                because="Most sources want the thanks sent at once, or within a day. The quiz can wait.",
            ),
        ),
        AnswerField(
            id="jade",
            label="Jade",
            kind="choice",
            options=BEGINNINGS,
            right=ChoiceIs(
                option="order",
                because="She has nobody to thank yet. Lesson 02 is about what to ask in the room.",
            ),
        ),
    ),
    hints=(
        "Who of them has somebody to thank?",
        "The letter of thanks is the step that waits least. It is in lesson 03.",
    ),
    solution={"tomasz": "letter", "jade": "order"},
    because="The thank-you comes first and soon. All else can be learned in its order.",
    rules=("000.08", "001.03", "003.10"),
    minutes=1,
    also_right=({"tomasz": "1", "jade": "2"}, {"tomasz": "Letter", "jade": "ORDER"}),
    wrong=(
        ({"tomasz": "order", "jade": "order"}, "at once"),
        ({"tomasz": "letter", "jade": "letter"}, "nobody to thank yet"),
    ),
)

CHECKS = (
    QuizItem(
        id="00-check-cell",
        objective="00-run-a-cell",
        scenario="Rosa never writes code. She has filled in the form of an exercise.",
        question="What must she do with the cell of code below the form?",
        options=(
            QuizOption(
                id="copy", text="Type the same answers into it", why="Form or cell: one of them is enough."
            ),
            QuizOption(
                id="none", text="Nothing: form and cell ask the same", why="Yes. One of them is enough."
            ),
            QuizOption(id="delete", text="Delete it", why="It does no harm. Leave it as it is."),
        ),
        answer="none",
        explanation="Each exercise has a form and a cell. Both are checked in the same way, so one is enough.",
        editorial="How this course works; no source speaks of it.",
    ),
    QuizItem(
        id="00-check-day",
        objective="00-type-a-day",
        scenario="Daniel's interview was on the fourth of May.",
        question="Which of these can nobody misread?",
        options=(
            QuizOption(id="slashes", text="5/4/2026", why="That is the fifth of April in many countries."),
            QuizOption(id="word", text="4 May 2026", why="Yes: the month is a word."),
            QuizOption(id="weekday", text="Monday", why="There are many Mondays."),
        ),
        answer="word",
        explanation="Write the month as a word. Then day and month cannot be swapped.",
        editorial="How this course reads days; no source speaks of it.",
    ),
    QuizItem(
        id="00-check-begin",
        objective="00-where-to-begin",
        scenario="Rosa was interviewed this morning. She has an hour before she must leave.",
        question="What does she do first?",
        options=(
            QuizOption(id="quiz", text="The quiz, then lesson 01", why="Both can wait until tomorrow."),
            QuizOption(id="letter", text="The first form of lesson 03", why="Yes: the letter waits least."),
            QuizOption(id="plan", text="Wait for the promised date", why="The thanks do not wait for it."),
        ),
        answer="letter",
        explanation="Thanks are due soon after the talk. Five questions and 15 minutes are enough for a draft.",
        rules=("000.08", "001.03", "003.10"),
    ),
)

LESSON = Lesson(
    id="00",
    title="Start here",
    notebook="00-start-here.ipynb",
    question="How does this course work, and where do I begin?",
    reading=6,
    objectives=(
        Objective(id="00-run-a-cell", text="Run a cell, and answer an exercise in its form or in its cell."),
        Objective(id="00-type-a-day", text="Type a day so that nobody can misread it."),
        Objective(id="00-where-to-begin", text="Choose where to begin: with the letter, or with lesson 01."),
    ),
    exercises=(RUN_A_CELL, TYPE_A_DAY, COPY_A_NAME, GET_UNSTUCK, WHERE_TO_BEGIN),
    checks=CHECKS,
)
