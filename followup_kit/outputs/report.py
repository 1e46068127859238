"""Proof of a job search, for a job centre or one's own records: days, employers, actions.

Names of people stay out of it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from html import escape

from followup_kit.journal.entries import planned
from followup_kit.journal.spreadsheets import neutral
from followup_kit.outputs.paper import page
from followup_kit.outputs.words import day_text
from followup_kit.records.base import Record
from followup_kit.records.case import Event
from followup_kit.records.journal import Entry
from followup_kit.records.plan import Plan
from followup_kit.records.words import CHANNELS

__all__ = ["ReportLine", "report_csv", "report_html", "report_lines"]

_NEWS = {
    "replied": "Answer received",
    "delayed": "Employer moved its decision",
    "offer": "Offer received",
    "accepted": "Offer accepted",
    "rejected": "Declined by the employer",
    "next_round": "Invited to a further interview",
}
_HEADS = ("Date", "Employer", "Position", "Action", "How")


class ReportLine(Record, frozen=True, kw_only=True):
    """One action of the search on a local date; ``how`` is the channel in words, where there was one."""

    day: dt.date
    employer: str
    position: str
    action: str
    how: str = ""


def report_lines(
    entries: Iterable[Entry], *, since: dt.date | None = None, until: dt.date | None = None
) -> tuple[ReportLine, ...]:
    """What was done and what came back, by date; what was taken back is not in it.

    ``since`` and ``until`` are the first and the last day of the report, both included.
    """
    lines = [line for entry in entries for line in _lines(entry)]
    kept = [x for x in lines if (since is None or x.day >= since) and (until is None or x.day <= until)]
    return tuple(sorted(kept, key=lambda x: (x.day, x.employer.casefold(), x.position.casefold())))


def report_csv(lines: Sequence[ReportLine]) -> bytes:
    """The report as CSV for a spreadsheet: UTF-8 with a byte-order mark, no cell that runs as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADS)
    writer.writerows([[neutral(cell) for cell in _cells(line, line.day.isoformat())] for line in lines])
    return out.getvalue().encode("utf-8-sig")


def report_html(
    lines: Sequence[ReportLine], *, since: dt.date | None = None, until: dt.date | None = None
) -> bytes:
    """The report as one page to print, with room for a signature."""
    span = " ".join(
        part
        for part in (f"from {day_text(since)}" if since else "", f"to {day_text(until)}" if until else "")
        if part
    )
    heads = "".join(f'<th scope="col">{h}</th>' for h in _HEADS)
    rows = "".join(
        f'<tr><th scope="row">{day_text(line.day)}</th>'
        + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in _cells(line, "")[1:])
        + "</tr>"
        for line in lines
    )
    employers = len({line.employer.casefold() for line in lines if line.employer})
    body = (
        f"<h1>My job search{f' {span}' if span else ''}</h1>"
        f"<p>{len(lines)} actions with {employers} employers.</p>"
        f"<table><caption>Actions by date</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        '<p class="sign">Date and signature: <span class="line"></span></p>'
    )
    return page("My job search", body).encode()


def _lines(entry: Entry) -> list[ReportLine]:
    plan = planned(entry)
    interview = entry.interview

    def line(day: dt.date, action: str, how: str = "") -> ReportLine:
        return ReportLine(
            day=day, employer=interview.company, position=interview.position, action=action, how=how
        )

    found = [line(interview.day, "Interview")]
    for event in plan.events:
        if event.kind == "sent":
            title, how = _contact(plan, event)
            found.append(line(event.on, title, how))
        elif event.kind in _NEWS:
            to = f" to {day_text(event.new_date)}" if event.new_date else ""
            found.append(line(event.on, _NEWS[event.kind] + to))
    return found


def _contact(plan: Plan, event: Event) -> tuple[str, str]:
    done = next((t for t in plan if t.step == event.step and t.done_on == event.on), None)
    channel = event.channel or (done.channel if done else None)
    title = done.title if done else (event.step or "contact").replace("_", " ").capitalize()
    return title, CHANNELS[channel] if channel and channel != "none" else ""


def _cells(line: ReportLine, day: str) -> list[str]:
    return [day, line.employer, line.position, line.action, line.how]
