"""A form for one more interview of the campaign: an application that is new, or a further round of one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets as widgets

from followup_kit.advice.protocols import load_protocol, protocol_ids
from followup_kit.errors import FollowUpError
from followup_kit.journal.store import Journal
from followup_kit.records.case import Interview, Person
from followup_kit.widgets.base import DayField, Field, Select
from followup_kit.workdays import working_days

__all__ = ["ApplicationForm"]


class ApplicationForm(widgets.VBox):  # type: ignore[misc]
    """The fields of an interview. ``add`` records it; what is wrong stands at its field.

    ``country`` is the calendar that stands there to begin with.
    """

    def __init__(self, country: str = "US") -> None:
        super().__init__()
        self.fields: dict[str, Any] = {
            "company": Field("Employer"),
            "position": Field("The job", help="Interviews for the same job there make one application."),
            "person": Field("Who interviewed you", help="Leave it empty if you do not know."),
            "day": DayField("Day of the interview"),
            "promised": DayField("Day by which they decide", help="Leave it empty if they did not say."),
            "country": Field(
                "Country of the employer",
                value=country,
                help="For its working days: a name or a code such as US.",
            ),
            "protocol": Select(
                "Protocol to follow",
                [(id, f"{(p := load_protocol(id)).title}: {p.summary}") for id in protocol_ids()],
            ),
        }
        self.children = tuple(self.fields.values())

    def begin(self, company: str = "", position: str = "") -> None:
        """Empty the form, but for what is known; the country and the protocol stay as they were."""
        for name in ("company", "position", "person", "day", "promised"):
            self.fields[name].value = {"company": company, "position": position}.get(name, "")
        for field in self.fields.values():
            field.error = ""

    def add(self, journal: Journal) -> str | None:
        """Record the interview; its id, or None where something is missing or wrong."""
        for field in self.fields.values():
            field.error = ""
        text = {name: " ".join((field.value or "").split()) for name, field in self.fields.items()}
        day = self._day("day")
        if not text["company"]:
            self.fields["company"].error = "Name the employer, so that you can tell your applications apart."
        if day is None and not self.fields["day"].error:
            self.fields["day"].error = "The plan counts from this day: fill it in."
        promised = self._day("promised")
        try:
            country = working_days(text["country"] or "US").name
        except FollowUpError as error:
            self.fields["country"].error = str(error)
        if day is None or self.wrong():
            return None
        if any(_same(e.interview, text["company"], day) for e in journal.entries()):
            self.fields[
                "day"
            ].error = f"Your journal has an interview at {text['company']} on that day already: check employer and day."
            return None
        people = (Person(name=text["person"], roles=("interviewer",)),) if text["person"] else ()
        try:
            interview = Interview(
                day=day, promised=promised, company=text["company"], position=text["position"], people=people
            )
        except FollowUpError as error:
            self.fields["promised" if promised else "day"].error = str(error)
            return None
        try:
            return journal.add(interview, text["protocol"], calendar=country)
        except FollowUpError as error:
            self.fields["company"].error = str(error)
            return None

    def wrong(self) -> str:
        """What is wrong, field by field, as one text; empty where nothing is."""
        return " ".join(f"{field.label}: {field.error}" for field in self.fields.values() if field.error)

    def _day(self, name: str) -> dt.date | None:
        field: DayField = self.fields[name]
        if field.value and field.day is None:
            field.error = "That is not a day: write it as the field asks."
        return field.day


def _same(interview: Interview, company: str, day: dt.date) -> bool:
    known = " ".join(interview.company.split()).casefold()
    return interview.day == day and known == company.casefold()
