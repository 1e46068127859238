"""The course: lessons, exercises, drills, quizzes, progress. This page is for whoever writes a lesson.

**A lesson** is a notebook ``notebooks/NN-name.ipynb``, copied from ``notebooks/_template.ipynb``, and a
module ``followup_kit/course/lessons/lessonNN.py`` with one ``LESSON`` in it
(:class:`~followup_kit.course.lesson_record.Lesson`). Nothing has to be registered: the module is found by its
name. The notebook holds prose and short cells, the module the exercises. Model: ``lesson04.py``.

**An exercise** is one record::

    Exercise(
        id="07-new-date",                  # begins with the lesson's two figures
        title="A new promised date",
        objective="07-after-silence",      # an id of the lesson's objectives
        prompt="They wrote on 12 March: “We decide by **20 March**.” When do you ask now?",
        fields=(
            AnswerField(
                id="day", label="Day", kind="day",
                right=DayIs(
                    day="2026-03-23",
                    because="The new date takes the place of the old one.",
                    slips={"2026-03-17": "That counts from the old date. The new date takes its place."},
                ),
            ),
        ),
        hints=("mild …", "stronger …", "nearly the answer …"),   # at least two
        solution={"day": "23 March 2026"},                        # as a learner would type it
        because="Why that is right, in one or two sentences.",
        rules=("001.21",), minutes=3,
        also_right=({"day": "Mon 23 Mar"},),                      # other ways to type it, tried by the tests
        wrong=(({"day": "17 March"}, "old date"),),               # what is wrong, and words of the answer to it
    )

Kinds of field: ``day``, ``number``, ``choice``, ``choices``, ``yes_no``, ``name``, ``text`` (give ``rows``
for a long one), ``value`` (whatever Python gives). Comparators: ``DayIs``, ``NumberIs``, ``ChoiceIs``,
``ChoicesAre``, ``YesIs``, ``NameIs``, ``TextPasses`` (with small pure functions from the text to ``""`` or
a sentence), or any function from the value that was read to ``""`` or why not. Days without a year are
those of ``year`` (2026). What a comparator says is in the words of the rule and does not give the answer
away; ``hints`` and ``solution`` do that. The tests try every record: its solution, ``also_right``,
``wrong``, and its untouched stub. Words may be marked ``**bold**`` and ``code``; a blank line ends a
paragraph.

**Cells** of the notebook, in this order for each exercise:

1. a hidden set-up cell at the top, once, tagged ``hide-input`` and with ``jupyter.source_hidden``::

       import followup_kit as fk
       from followup_kit import course
       course.start()

2. a form cell, tagged ``form``, for those who do not type code::

       fk.exercise_form("04-promised-call")

3. an editable cell, tagged ``exercise``, that holds exactly the exercise's stub (a test compares them;
   ``print(course.exercise("04-promised-call").exercise.stub)`` shows it)::

       q = course.exercise("04-promised-call")
       q.check(
           day="",  # a day, for example 5 March 2026
           channel="",  # one of: email, phone, letter, card
       )

``q.hint()``, ``q.solution()`` and ``q.reset()`` go into that cell, under the first line. Other cells:
``fk.lesson_quiz("04")`` (the checks of the lesson), ``fk.retrieval("04")`` (two questions of earlier
lessons), ``fk.progress_bar("04")``, ``fk.progress_keeper()`` (a copy of one's progress, out and in), ``course.my_case()`` (the learner's interview, or the practice
one), ``course.my_campaign()`` (all of them, as a journal), ``fk.case_form()`` (to enter it once), ``fk.drill_form("dates")``, ``course.glossary(...)`` (words
of the lesson in plain language), ``course.faq("04")`` (what learners ask about it).

**Before committing**: ``python tests/notebooks/execute.py notebooks/NN-name.ipynb`` runs it and saves it
clean, ``pytest tests/course tests/notebooks`` checks frame, exercises and both runs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_EXPORTS = {
    "before_leaving": "course.leaving",
    "catalog": "course.registry",
    "drill": "course.drills",
    "exercise": "course.registry",
    "expected_answers": "course.facilitator.workshop_sheets",
    "external_links": "course.links",
    "faq": "course.faq",
    "glossary": "course.words",
    "lesson": "course.registry",
    "my_campaign": "course.learner.campaign",
    "my_case": "course.learner.own_case",
    "objectives_table": "course.objectives",
    "observer_sheet": "course.facilitator.workshop_sheets",
    "practice": "course.learner.own_case",
    "practice_campaign": "course.learner.campaign",
    "practice_case": "course.learner.own_case",
    "practice_letter": "course.facilitator.workshop_sheets",
    "start": "course.opening",
    "workshop_path": "course.facilitator.workshop",
    "workshop_questions": "course.facilitator.workshop_sheets",
}

__all__ = [
    "before_leaving",
    "catalog",
    "drill",
    "exercise",
    "expected_answers",
    "external_links",
    "faq",
    "glossary",
    "lesson",
    "my_campaign",
    "my_case",
    "objectives_table",
    "observer_sheet",
    "practice",
    "practice_campaign",
    "practice_case",
    "practice_letter",
    "start",
    "workshop_path",
    "workshop_questions",
]

if TYPE_CHECKING:
    from followup_kit.course.drills import drill
    from followup_kit.course.facilitator.workshop import workshop_path
    from followup_kit.course.facilitator.workshop_sheets import (
        expected_answers,
        observer_sheet,
        practice_letter,
        workshop_questions,
    )
    from followup_kit.course.faq import faq
    from followup_kit.course.learner.campaign import my_campaign, practice_campaign
    from followup_kit.course.learner.own_case import my_case, practice, practice_case
    from followup_kit.course.leaving import before_leaving
    from followup_kit.course.links import external_links
    from followup_kit.course.objectives import objectives_table
    from followup_kit.course.opening import start
    from followup_kit.course.registry import catalog, exercise, lesson
    from followup_kit.course.words import glossary


def __getattr__(name: str) -> Any:
    module = _EXPORTS.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"followup_kit.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
