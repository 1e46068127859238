"""Exercises of lesson 09 on one's own data and the calendar made of it."""

from __future__ import annotations

from followup_kit.course.checking import ChoiceIs
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["CALENDAR", "OWN_DATA"]


OWN_FILES = {
    "share": "share: a copy without names",
    "export": "export: the whole journal as one file",
    "forget": "forget: remove it for good",
    "ics": "the calendar file",
}

CALENDAR = Exercise(
    id="09-calendar-again",
    title="The calendar file, again",
    objective="09-keep-it-true",
    prompt=(
        "Amina put her calendar file into her calendar on Monday. On Tuesday the clinic's date moved, and she makes "
        "the file anew and brings it in again.\n\n"
        "What happens to the entry of the old question? And where does she look for the reason of an entry?"
    ),
    fields=(
        AnswerField(
            id="old",
            label="The old entry",
            kind="choice",
            options={
                "twice": "it stays, and a second one stands beside it",
                "withdrawn": "it is withdrawn, and the new one is added",
                "nothing": "nothing: the file can be used once only",
            },
            right=ChoiceIs(
                option="withdrawn",
                because="Each entry has a lasting name of its own, so that a newer file can change it or take it back.",
            ),
        ),
        AnswerField(
            id="reason",
            label="The reason of an entry",
            kind="choice",
            options={
                "description": "in the description of the entry",
                "nowhere": "nowhere: she must know it by heart",
            },
            right=ChoiceIs(option="description", because="Each entry carries its rule with it."),
        ),
    ),
    hints=(
        "Would it be of use if each change left an old entry behind?",
        "The file names every entry. A newer file can speak of the same entry again.",
        "The old entry is withdrawn. The reason stands in its description.",
    ),
    solution={"old": "withdrawn", "reason": "description"},
    because=(
        "The file lists cancelled entries too, under their old names. Most calendar programs then take them out. Some "
        "programs only add entries: there, delete the old calendar first. No source speaks of it."
    ),
    rules=(),
    minutes=1,
    also_right=({"old": "2", "reason": "1"},),
    wrong=(
        ({"old": "twice", "reason": "description"}, "lasting name"),
        ({"old": "withdrawn", "reason": "nowhere"}, "carries its rule"),
    ),
)

OWN_DATA = Exercise(
    id="09-own-data",
    title="Your data, your choice",
    objective="09-own-data",
    prompt=(
        "The journal is one file on your own machine. Nothing is sent anywhere. What do you use in each of these "
        "cases?"
    ),
    fields=(
        AnswerField(
            id="adviser",
            label="A job adviser wants to see how your search goes. Names are none of their business.",
            kind="choice",
            options=OWN_FILES,
            right=ChoiceIs(
                option="share",
                because="Which of them takes out names, addresses and free text?",
                slips={"export": "That holds every name and every note of yours."},
            ),
        ),
        AnswerField(
            id="machine",
            label="You get another computer.",
            kind="choice",
            options=OWN_FILES,
            right=ChoiceIs(
                option="export",
                because="Here everything is to come along.",
                slips={"share": "That copy has lost the names, so you could not go on with it."},
            ),
        ),
        AnswerField(
            id="library",
            label="You worked on a computer in a library, and are done.",
            kind="choice",
            options=OWN_FILES,
            right=ChoiceIs(option="forget", because="Nobody after you should find it there."),
        ),
    ),
    hints=(
        "Ask who will read the file.",
        "One copy has no names. One copy has everything. And one is no copy at all.",
        "In this order: share, export, forget.",
    ),
    solution={"adviser": "share", "machine": "export", "library": "forget"},
    because=(
        "A copy without names for others, a whole copy for yourself, and nothing left behind on a machine that is not "
        "yours. Nobody has to say more about health, family or need than they want to. No source "
        "speaks of it; this is ours."
    ),
    rules=(),
    minutes=2,
    also_right=({"adviser": "1", "machine": "2", "library": "3"},),
    wrong=(
        ({"adviser": "export", "machine": "export", "library": "forget"}, "every name"),
        ({"adviser": "share", "machine": "share", "library": "forget"}, "lost the names"),
        ({"adviser": "share", "machine": "export", "library": "ics"}, "after you"),
    ),
)
