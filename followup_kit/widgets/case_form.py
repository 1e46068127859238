"""The learner's own interview, entered once for all lessons."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from ipywidgets import VBox
from msgspec.structs import replace

from followup_kit.advice.protocols import protocol_ids
from followup_kit.course import answers
from followup_kit.course.answers import is_blank
from followup_kit.course.learner.own_case import Case, forget_case, my_case, save_case
from followup_kit.errors import FollowUpError
from followup_kit.records.advice import Recipient
from followup_kit.records.case import Interview, Person
from followup_kit.widgets.base import Checklist, Choice, Field, Shell, button, html, row, shell
from followup_kit.workdays import working_days

__all__ = ["CaseForm", "case_form", "named", "plain_name", "read_people"]

ROLES: dict[Recipient, str] = {
    "lead_interviewer": "led the interview",
    "hiring_manager": "hiring manager",
    "interviewer": "interviewer",
    "interested_interviewer": "wanted to see more",
    "recruiter": "recruiter",
}
ANOTHER = (
    ("new", "A new interview. The one from before stays in my journal."),
    ("correction", "A correction of the interview that I entered before."),
)
SURE = "Yes, delete my interview from this machine"


def case_form(*, level: int = 3, year: int | None = None, today: dt.date | None = None) -> CaseForm:
    """The form for the learner's own interview.

    ``year`` is meant for days without one (else this year), ``today`` by "yesterday" (else the machine's date).

    >>> form = case_form(year=2026)
    >>> form.fields["day"].value = "2 March"
    >>> form.read().interview.day.isoformat()
    '2026-03-02'
    """
    today = today or dt.date.today()  # noqa: DTZ011 - the learner's own date
    return CaseForm(level, year or today.year, today)


class CaseForm:
    """The form of one's own interview. ``box`` is the widget; ``case`` what lessons use at present."""

    def __init__(self, level: int, year: int, today: dt.date) -> None:
        self._year, self._today = year, today
        self.case = my_case()
        known = [(id, id) for id in protocol_ids()]
        self.fields: dict[str, Any] = {
            "name": Field("Your name", help="Only for your letters. It stays in your own file."),
            "company": Field("Employer"),
            "position": Field("The job"),
            "day": Field("Day of the interview", help="For example 5 March 2026, or yesterday."),
            "ends": Field("Time at which it ended, if you know", help="For example 15:30."),
            "promised": Field("Day by which they decide", help="Leave it empty if they did not say."),
            "people": Field(
                "Whom you met",
                rows=3,
                help="One line each: name; title; role; e-mail. Roles: " + ", ".join(ROLES.values()) + ".",
            ),
            "topics": Field("What you talked about", rows=2, help="One line each."),
            "contact_via": Field("Agency or recruiter in between", help="Leave it empty if there is none."),
            "country": Field(
                "Country of the employer", help="For its working days: a name or a code such as US."
            ),
            "protocol": Choice("Protocol to begin with", known),
            "written_only": Checklist("Channels", [("yes", "I write only: e-mail in place of every call")]),
        }
        self.state = html()
        self.another = Choice("Is this another interview?", ANOTHER)
        self._asking, self._asked = VBox(), False
        self.sure = Checklist("Before anything is deleted", [("yes", SURE)])
        buttons = row([button("Save", self.save, primary=True), button("Delete", self.forget)])
        self.box: Shell = shell(
            [
                html("<p>Nothing leaves this machine. You can change it at any time.</p>"),
                *self.fields.values(),
                self._asking,
                self.sure,
                buttons,
                self.state,
            ],
            "Your own interview",
            level=level,
        )
        self._fill()

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def _fill(self) -> None:
        """Put the learner's case into the fields; the practice case is only named."""
        case, one = self.case, self.case.interview
        own = case.own
        lines = [
            f"{p.name}; {p.title}; {', '.join(ROLES.get(r, r) for r in p.roles)}; {p.email}"
            for p in one.people
        ]
        values: dict[str, Any] = {
            "name": case.name, "company": one.company, "position": one.position, "day": answers.say_day(one.day),
            "ends": one.ends.strftime("%H:%M") if one.ends else "",
            "promised": answers.say_day(one.promised) if one.promised else "",
            "people": "\n".join(lines), "topics": "\n".join(one.topics), "contact_via": one.contact_via or "",
            "country": case.country,
        }  # fmt: skip
        for key, field in self.fields.items():
            if key in values:
                field.value = values[key] if own else ""
        if not own:
            self.fields["country"].value = case.country
        self.fields["protocol"].value = case.protocol
        self.fields["written_only"].value = ["yes"] if own and case.written_only else []
        at = f"{one.position} at {one.company}" if one.company else "your interview"
        text = f"In use: {at}." if own else "In use: the practice case. Enter your own interview and save it."
        self._say(case.notice or text, speak=False)

    def _say(self, text: str, *, speak: bool = True) -> None:
        from html import escape

        self.state.value = f"<p>{escape(text)}</p>"
        if speak:
            self.box.announce(text, again=True)

    def read(self) -> Case | None:
        """The case in the fields, or None where one cannot be used; what is wrong stands at its field.

        Where day or employer are not those of the learner's case, it is what was chosen in the form.
        """
        text = {key: str(f.value or "").strip() for key, f in self.fields.items()}
        for field in self.fields.values():
            field.error = ""
        found: dict[str, Any] = {}
        for key, reader in (("day", self._day), ("promised", self._day), ("ends", answers.read_time)):
            if is_blank(text[key]):
                found[key] = None
                continue
            given = reader(text[key])
            found[key] = given.value
            self.fields[key].error = given.problem
        if found["day"] is None and not self.fields["day"].error:
            self.fields["day"].error = "The plan counts from this day: put it here."
        country = text["country"] or "US"
        try:
            country = working_days(country).name
        except FollowUpError as error:
            self.fields["country"].error = str(error)
        if any(f.error for f in self.fields.values()):
            return None
        # What the form does not show stays with the interview, and does not go to another one.
        new = not self.case.own or self._is_new(found["day"], text["company"])
        case = Case(interview=Interview(day=found["day"])) if new else self.case
        known = self.case.interview.people if self.case.own else ()
        try:
            interview = replace(
                case.interview, day=found["day"], ends=found["ends"], promised=found["promised"], company=text["company"],
                position=text["position"], people=_known(read_people(text["people"]), known),
                topics=tuple(t.strip() for t in text["topics"].splitlines() if t.strip()),
                contact_via=text["contact_via"] or None,
            )  # fmt: skip
        except FollowUpError as error:
            self.fields["promised" if found["promised"] else "day"].error = str(error)
            return None
        return replace(
            case, interview=interview, notice="", name=text["name"][:80], country=country,
            protocol=self.fields["protocol"].value or "measured", written_only=bool(self.fields["written_only"].value),
        )  # fmt: skip

    def _is_new(self, day: dt.date, company: str) -> bool:
        differing = self._differing(day, company)
        return any(differing) and self.another.value == "new" if self._asked else all(differing)

    def _differing(self, day: dt.date, company: str) -> tuple[bool, bool]:
        """Whether the day, and whether the employer, is another one than in the learner's case."""
        one = self.case.interview
        return one.day != day, plain_name(one.company) != plain_name(company)

    def _ask(self, case: Case) -> bool:
        """Ask whether another day or employer is another interview; True where that is not answered yet."""
        differing = self._differing(case.interview.day, case.interview.company)
        if not self.case.own or not any(differing):
            self._close_question()
            return False
        if self._asked and self.another.value:
            return False
        if not self._asked:
            self.another.value = "new" if all(differing) else "correction"
        self._asked, self._asking.children = True, (self.another,)
        self._say(
            f"Not saved yet. You entered {named(self.case.interview)} before. Choose above the buttons whether this "
            "is a new interview or a correction of that one. Then press Save once more."
        )
        return True

    def _close_question(self) -> None:
        self._asked, self._asking.children = False, ()

    def _day(self, text: str) -> answers.Given:
        return answers.read_day(text, year=self._year, today=self._today)

    def save(self) -> None:
        """Keep what stands in the fields, or say what is missing."""
        self.case = my_case()  # another notebook may have saved it, or the journal taken it in
        case = self.read()
        if case is None:
            wrong = [f"{f.label}: {f.error}" for f in self.fields.values() if f.error]
            self._say("Not saved yet. " + " ".join(wrong))
            return
        if self._ask(case):
            return
        # Here and not at the top: the form opens without the journal.
        from followup_kit.course.learner.campaign import entry_of, keep_own_case
        from followup_kit.course.learner.own_letters import LetterFile, move_letters

        before, new = self.case, self._asked and self.another.value == "new"
        try:
            if new:
                keep_own_case()
            case = replace(case, entry="" if new else entry_of(case))
            save_case(case)
            if before.own and not new:
                move_letters(LetterFile(), before, case)
        except FollowUpError as error:
            self._say(str(error))
            return
        self._close_question()
        self.case = case
        # How the days were understood, so that a wrong year shows.
        for key, day in (("day", case.interview.day), ("promised", case.interview.promised)):
            self.fields[key].value = answers.say_day(day) if day else ""
        also = f" {named(before.interview)} is kept in your journal." if new else ""
        self._say(f"Saved. All lessons use your interview from now on.{also}")

    def forget(self) -> None:
        """Delete the learner's file, if the box above says so."""
        if not self.sure.value:
            self._say("Nothing was deleted. Tick the box above the buttons if you want that.")
            return
        try:
            forget_case(really=True)
        except FollowUpError as error:
            self._say(str(error))
            return
        self.case = my_case()
        self._close_question()
        self.sure.value = []
        self._fill()
        self._say("Your interview was deleted. The practice case is used again.")


def plain_name(company: str) -> str:
    """An employer's name without what makes no other employer of it: capitals and spaces."""
    return " ".join(company.split()).casefold()


def named(one: Interview) -> str:
    """An interview in words: its employer and its day."""
    return ", ".join(part for part in (one.company, answers.say_day(one.day)) if part)


def read_people(text: str) -> tuple[Person, ...]:
    """People from lines such as ``name; title; role; e-mail``, in any order after the name.

    Where all four are given, the second is the title, whatever it says. Without a semicolon an address is
    found all the same, and a comma parts the name from a role, or from a title in small letters: a name
    may have a comma of its own.

    >>> read_people("Zoë Özdemir; Office Manager; hiring manager; zoe@example.org")[0].roles
    ('hiring_manager',)
    >>> one, two = read_people("Ana Ruiz <ana@example.org>\\nMrs. Novak, head of sales")
    >>> (one.name, one.email, two.name, two.title)
    ('Ana Ruiz', 'ana@example.org', 'Mrs. Novak', 'head of sales')
    """
    people = []
    by_word = {words: role for role, words in ROLES.items()} | {
        role.replace("_", " "): role for role in ROLES
    }
    for line in text.splitlines():
        name, *rest = _pieces(line, by_word)
        if not name:
            continue
        email = next((p for p in rest if "@" in p), "")
        roles: list[Recipient] = []
        titles = []
        for n, part in enumerate(rest):
            # As documented: the title, even one that is also the name of a role.
            if n == 0 and len(rest) == 3:
                titles.append(part)
                continue
            named = [by_word[w] for w in (x.strip().casefold() for x in part.split(",")) if w in by_word]
            roles += named
            if part and not named and part != email:
                titles.append(part)
        people.append(
            Person(name=name, title=" ".join(titles), roles=tuple(roles) or ("interviewer",), email=email)
        )
    return tuple(people)


def _pieces(line: str, roles: Mapping[str, Recipient]) -> list[str]:
    """The name and what follows it, as a line of people has them."""
    name, *rest = (part.strip() for part in line.split(";"))
    bare = name
    if found := re.search(r"[<(]?([^\s<>(),]+@[^\s<>(),]+)[>)]?", name):
        bare = re.sub(r"\s+(,|\s)", r"\1", f"{name[: found.start()]} {name[found.end() :]}").strip(" ,:–-")
        rest.append(found[1])
    first, _, after = (part.strip() for part in bare.partition(","))
    if after and ";" not in line and (after.casefold() in roles or after[0].islower()):
        return [first, after, *rest]
    return [bare or name, *rest]


def _known(people: tuple[Person, ...], before: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people with the telephone numbers and addresses that were noted for them elsewhere."""
    noted = {p.name: p for p in before}
    return tuple(
        replace(p, phone=noted[p.name].phone, address=noted[p.name].address) if p.name in noted else p
        for p in people
    )
