"""The follow-up pack and the report: complete, escaped, made for print, loading nothing."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from html.parser import HTMLParser
from pathlib import Path

from followup_kit.journal.store import Journal
from followup_kit.outputs.pack import PackLine, PackSection, pack_html, sections_for
from followup_kit.outputs.report import report_csv, report_html, report_lines
from followup_kit.planner import plan
from followup_kit.records.case import Event, Interview, Person
from followup_kit.records.journal import Draft

DAY = dt.date(2026, 3, 2)
EVIL = '<script>alert("x")</script><img src=http://example.org/x onerror=y>'


class Page(HTMLParser):
    """Checks that tags are closed in order, and collects them."""

    VOID = ("meta", "br", "img")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def well_made(html: str) -> Page:
    page = Page(html)
    names = [tag for tag, _ in page.tags]
    assert not {"script", "link", "iframe", "img"} & set(names)
    assert not [
        a for _, attrs in page.tags for a in attrs if a in ("src", "href", "action") or a.startswith("on")
    ]
    assert "url(" not in html
    assert "default-src 'none'" in html
    assert next(t for t in names if re.fullmatch(r"h[1-6]", t)) == "h1"
    assert names.count("h1") == 1
    assert all("scope" in attrs for tag, attrs in page.tags if tag == "th")
    assert names.count("table") == names.count("caption")
    assert dict(page.tags)["html"] == {"lang": "en"}
    assert "@media print" in html
    return page


def test_the_pack_holds_everything_and_escapes_it() -> None:
    interview = Interview(
        day=DAY, promised=dt.date(2026, 3, 16), company=EVIL, position="A & B", topics=(EVIL,), contact_via=EVIL,
        people=(
            Person(name=EVIL, title="Dr", email="zoe@example.org", phone="123", address=EVIL, roles=("interviewer",)),
        ),
    )  # fmt: skip
    made = plan(interview, "persistent", events=["sent:2026-03-02:thank_you"], today=dt.date(2026, 3, 5))
    drafts = [Draft(id="d", interview="i", step="thank_you", subject=EVIL, body=f"Dear Zoë,\n{EVIL}")]
    script = PackSection(
        title="Status call", lines=(PackLine(text="Good morning, this is …", rules=("000.18",)),)
    )
    page = well_made(pack_html(made, drafts=drafts, sections=[*sections_for(made), script]))
    assert page.text.count(EVIL) >= 6
    for word in ("Contact card", "zoe@example.org", "Plan", "Letters", "Dear Zoë,", "Status call", "000.18",
                 "Mon 2 Mar 2026",
                 "Before you leave the room", "000.04"):  # fmt: skip
        assert word in page.text
    assert all(t.reason in page.text for t in made)


def test_a_pack_of_nearly_nothing() -> None:
    page = well_made(pack_html(plan(Interview(day=DAY), "classic")))
    assert "Nobody is noted yet" in page.text
    assert "ask for it" in page.text
    assert "Letters" not in page.text


def filled(path: Path) -> Journal:
    journal = Journal(path)
    first = journal.add(
        Interview(day=DAY, company="=Acme", position="Clerk", people=(Person(name="Zoë Özdemir"),)), "classic"
    )
    for event in ("sent:2026-03-02:thank_you", "replied:2026-03-05", "delayed:2026-03-10:2026-03-20"):
        journal.record(first, Event.parse(event))
    journal.record(
        first, Event(kind="sent", on=dt.date(2026, 3, 12), step="check_in", channel="phone", note="secret")
    )
    journal.record(first, Event.parse("offer:2026-03-13"))
    journal.undo(first)
    second = journal.add(Interview(day=dt.date(2026, 3, 4), company=EVIL), "paced")
    journal.record(second, Event.parse("rejected:2026-03-20"))
    return journal


def test_the_report_lists_what_was_done_and_not_what_was_taken_back(tmp_path: Path) -> None:
    with filled(tmp_path / "j.sqlite") as journal:
        lines = report_lines(journal.entries())
    assert [(str(x.day), x.action, x.how) for x in lines] == [
        ("2026-03-02", "Interview", ""),
        ("2026-03-02", "Thank-you note", "e-mail"),
        ("2026-03-04", "Interview", ""),
        ("2026-03-05", "Answer received", ""),
        ("2026-03-10", "Employer moved its decision to Fri 20 Mar 2026", ""),
        ("2026-03-12", "Check in", "phone"),
        ("2026-03-20", "Declined by the employer", ""),
    ]


def test_the_report_can_be_cut_to_a_month(tmp_path: Path) -> None:
    with filled(tmp_path / "j.sqlite") as journal:
        lines = report_lines(journal.entries(), since=dt.date(2026, 3, 4), until=dt.date(2026, 3, 10))
    assert [x.day.day for x in lines] == [4, 5, 10]


def test_the_report_as_csv_is_safe_and_names_nobody(tmp_path: Path) -> None:
    with filled(tmp_path / "j.sqlite") as journal:
        made = report_csv(report_lines(journal.entries()))
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Date", "Employer", "Position", "Action", "How"]
    assert rows[1] == ["2026-03-02", "'=Acme", "Clerk", "Interview", ""]
    assert "Özdemir" not in made.decode()
    assert "secret" not in made.decode()


def test_the_report_to_print(tmp_path: Path) -> None:
    with filled(tmp_path / "j.sqlite") as journal:
        lines = report_lines(journal.entries())
    made = report_html(lines, since=DAY, until=dt.date(2026, 3, 31)).decode()
    page = well_made(made)
    assert "from Mon 2 Mar 2026 to Tue 31 Mar 2026" in page.text
    assert "7 actions with 2 employers" in page.text
    assert page.text.count(EVIL) == 2
    assert "Özdemir" not in made
