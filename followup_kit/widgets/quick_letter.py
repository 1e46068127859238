"""Five questions, and the letter studio opens on a page that knows the answers."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
from msgspec.structs import replace

from followup_kit.course import answers
from followup_kit.course.answers import is_blank
from followup_kit.course.learner.own_case import Case, my_case, save_case
from followup_kit.errors import FollowUpError
from followup_kit.records.case import Interview
from followup_kit.widgets.base import Field, Shell, button, html, row, shell
from followup_kit.widgets.case_form import named, plain_name, read_people

if TYPE_CHECKING:
    from followup_kit.widgets.letter_studio import LetterStudio

__all__ = ["QuickLetter", "quick_letter"]


def quick_letter(*, level: int = 3, year: int | None = None, today: dt.date | None = None) -> QuickLetter:
    """The form of five questions that leads to a letter of thanks.

    ``level`` is that of its heading, ``year`` is meant for a day without one (else this year), ``today`` by
    "today" and "yesterday" (else the machine's date).

    >>> form = quick_letter(year=2026)
    >>> form.start() is None, form.fields["people"].error
    (True, 'Somebody has to get the letter: put a name here.')
    """
    today = today or dt.date.today()  # noqa: DTZ011 - the learner's own date
    return QuickLetter(level, year or today.year, today)


class QuickLetter:
    """The widget. ``box`` is what is shown; ``studio`` is there once the questions are answered."""

    def __init__(self, level: int, year: int, today: dt.date) -> None:
        self._year, self._level, self._today = year, level, today
        self.studio: LetterStudio | None = None
        self._case: Case | None = None
        self._asked: Interview | None = None
        self.fields: dict[str, Any] = {
            "people": Field(
                "1. Whom do you thank?",
                rows=2,
                help="As on the card, one line each. An e-mail address may follow after a semicolon.",
            ),
            "company": Field("2. Which employer?"),
            "day": Field(
                "3. On which day was the interview?", help="For example 5 March 2026, or yesterday."
            ),
            "topics": Field(
                "4. What did you talk about?", rows=2, help="One line each; one thing is enough."
            ),
            "name": Field("5. Your name, as you sign"),
        }
        self._place = widgets.VBox()
        self.state, self._saved = html(), html()
        intro = "<p>Five questions. All stays on this computer, and nothing is sent.</p>"
        self.box: Shell = shell(
            [
                html(intro),
                *self.fields.values(),
                row([button("Start my letter", self.start, primary=True)]),
                self.state,
                self._place,
            ],
            "Your letter in 15 minutes",
            level=level,
        )
        self._fill(my_case())

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def _fill(self, case: Case) -> None:
        """Put what the learner entered before into the fields; the practice case stays out."""
        if not case.own:
            return
        one = case.interview
        self.fields["people"].value = "\n".join(f"{p.name}; {p.email}".rstrip("; ") for p in one.people)
        self.fields["company"].value = one.company
        self.fields["day"].value = answers.say_day(one.day)
        self.fields["topics"].value = "\n".join(one.topics)
        self.fields["name"].value = case.name

    def _say(self, text: str) -> None:
        self.state.value = f"<p>{escape(text)}</p>"
        self.box.announce(text, again=True)

    def read(self) -> Case | None:
        """The case with the five answers, or None where one is missing; what is wrong stands at its field."""
        text = {key: str(f.value or "").strip() for key, f in self.fields.items()}
        for field in self.fields.values():
            field.error = ""
        day = answers.read_day(text["day"], year=self._year, today=self._today)
        if is_blank(text["day"]):
            self.fields["day"].error = "The letter and the plan need this day: put it here."
        elif day.problem:
            self.fields["day"].error = day.problem
        if is_blank(text["people"]):
            self.fields["people"].error = "Somebody has to get the letter: put a name here."
        if any(f.error for f in self.fields.values()):
            return None
        before = my_case()
        # Promised date, agency and job belong to the interview that they were noted for.
        same = before.own and _key(before.interview) == (day.value, plain_name(text["company"]))
        base = before.interview if same else Interview(day=day.value)
        known = {p.name: p for p in base.people}
        people = tuple(
            replace(known[p.name], email=p.email or known[p.name].email) if p.name in known else p
            for p in read_people(text["people"])
        )
        topics = tuple(t.strip() for t in text["topics"].splitlines() if t.strip())
        try:
            one = replace(base, day=day.value, company=text["company"], people=people, topics=topics)
        except FollowUpError as error:
            self.fields["day"].error = str(error)
            return None
        if before.own:
            entry = before.entry if same else ""
            return replace(before, interview=one, name=text["name"][:80], notice="", entry=entry)
        return Case(interview=one, name=text["name"][:80])

    def start(self) -> LetterStudio | None:
        """Keep the answers as the learner's case, and open the studio; None where an answer is missing."""
        case = self.read()
        if case is None:
            wrong = [f"{f.label} {f.error}" for f in self.fields.values() if f.error]
            self._say("Not yet. " + " ".join(wrong))
            return None
        before = my_case()
        other = before.own and _key(before.interview) != _key(case.interview)
        if other and self._asked != case.interview:
            self._asked = case.interview
            self._say(
                f"Not yet. You entered another interview before: {named(before.interview)}. Press the button once "
                "more, and that one goes into your journal and this one takes its place in the form. To correct "
                "the earlier one, change it in the form of your interview."
            )
            return None
        # Here and not at the top: the form opens without the studio and its word lists.
        from followup_kit.course.learner.campaign import entry_of, keep_own_case
        from followup_kit.course.learner.own_letters import (
            LetterFile,
            first_page,
            letter_contexts,
            move_letters,
        )
        from followup_kit.widgets.letter_studio import LetterStudio
        from followup_kit.widgets.studio_desk import Desk

        contexts = letter_contexts(case)
        kept = LetterFile()
        try:
            if other:
                keep_own_case()
            case = replace(case, entry=entry_of(case))
            save_case(case)
            if before.own and not other:
                move_letters(kept, before, case)
            desk = Desk(contexts, state=kept, to=[p.email for p in case.interview.people])
        except FollowUpError as error:
            self._say(str(error))
            return None
        for n, context in enumerate(contexts):
            if not desk.text(n):
                desk.write(n, first_page(context, n))
        self._case = case
        # How the day was understood, so that a wrong year shows.
        self.fields["day"].value = answers.say_day(case.interview.day)
        self.studio = LetterStudio(desk, level=self._level + 1)
        keep = button("Save my follow-up pack", self.save)
        self._saved.value = ""
        self._place.children = (self.studio, row([keep]), self._saved)
        self._say(
            kept.notice
            or "The page below has your answers in it. Fill the gaps in [brackets], then read the list."
        )
        return self.studio

    def save(self) -> None:
        """Write plan and letters as a page for print into the learner's folder; what came of it stands below."""
        if self.studio is None or self._case is None:
            self._say("Answer the five questions first.")
            return
        from followup_kit.course.learner.own_letters import save_pack

        try:
            said = f"Saved as {save_pack(self._case, self.studio.texts).as_posix()}. Open it in a browser to print it."
        except FollowUpError as error:
            said = str(error)
        self._saved.value = f"<p>{escape(said)}</p>"
        self.box.announce(said, again=True)


def _key(one: Interview) -> tuple[dt.date, str]:
    return one.day, plain_name(one.company)
