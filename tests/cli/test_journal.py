"""The commands journal, today, ics and publish, as other programs call them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from followup_kit.cli import main
from followup_kit.course.learner.campaign import my_campaign
from followup_kit.course.learner.own_case import Case, my_case, save_case
from followup_kit.journal.store import Journal
from followup_kit.records.case import Interview, Person
from tests.calendar_server import PASSWORD, calendars, there
from tests.needed import needed


class Run:
    """Runs the command line in a folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.file = str(folder / "j.sqlite")
        self._capsys = capsys

    def __call__(self, *args: str, status: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            main(list(args))
        out = self._capsys.readouterr()
        assert ended.value.code == status, out.err
        if status:
            assert out.out == ""
            assert out.err.startswith("followup-kit: ")
            assert out.err.count("\n") == 1
            return out.err
        return out.out

    def journal(self, command: str, *args: str, status: int = 0) -> str:
        return self("journal", command, "--file", self.file, *args, status=status)

    def json(self, *args: str) -> Any:
        return json.loads(self(*args, "--format", "json"))


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return Run(tmp_path, capsys)


ADD = (
    "--protocol", "classic", "--interview", "2026-03-02", "--decision", "2026-03-16", "--company", "Acme",
    "--position", "Clerk", "--person", "Zoë Özdemir <zoe@example.org> lead_interviewer interviewer",
    "--person", "Li Wei",
    "--topic", "shift plans", "--country", "DE", "--subdivision", "BY", "--event", "sent:2026-03-02:thank_you",
)  # fmt: skip


def test_from_beginning_to_end(run: Run) -> None:
    assert run.json("journal", "init", "--file", run.file) == {"file": run.file, "created": True}
    assert run.json("journal", "init", "--file", run.file)["created"] is False
    added = run.json("journal", "add", "--file", run.file, *ADD)
    name = added["interview"]
    assert name == "acme-2026-03-02"
    assert [t["status"] for t in added["plan"]["touchpoints"]] == ["done", "planned"]
    assert added["plan"]["calendar"] == "DE-BY"
    told = run.json(
        "journal", "event", "--file", run.file, "--interview", "acme", "delayed:2026-03-12:2026-03-20",
        "replied:2026-03-13", "--note", "kind", "--today", "2026-03-24",
    )  # fmt: skip
    assert told["recorded"] == ["delayed:2026-03-12:2026-03-20", "replied:2026-03-13"]
    assert [t["due"] for t in told["plan"]["touchpoints"]] == ["2026-03-02", "2026-03-23"]
    assert told["plan"]["touchpoints"][1]["status"] == "missed"
    shown = run.json("journal", "show", "--file", run.file)
    (one,) = shown["interviews"]
    assert (one["company"], one["position"], one["application"]) == ("Acme", "Clerk", "acme-clerk")
    assert [e["written"] for e in one["events"]][1:] == told["recorded"]
    assert one["events"][1]["note"] == "kind"
    assert one["interview"]["people"][0]["roles"] == ["lead_interviewer", "interviewer"]
    assert one["interview"]["topics"] == ["shift plans"]
    day = run.json("today", "--file", run.file, "--today", "2026-03-24")
    assert day["today"] == "2026-03-24"
    assert [(i["interview"], i["step"], i["days"]) for i in day["overdue"]] == [(name, "call", 1)]
    assert {"due", "waiting", "let_go", "decided", "notices"} <= set(day)
    text = run("today", "--file", run.file, "--today", "2026-03-24")
    assert "Overdue (1)" in text
    assert "000.19" in text
    assert "The one call: Acme, Clerk" in text
    assert "Recorded" in run.journal("event", "--interview", name, "undone:2026-03-24")
    assert name in run.journal("show", "--interview", name)


def test_an_event_is_taken_back_by_its_beginning(run: Run) -> None:
    run.journal("add", *ADD)
    run.journal(
        "event", "--interview", "acme", "replied:2026-03-05", "sent:2026-03-17:call", "replied:2026-03-18"
    )
    run.journal("event", "--interview", "acme", "undone:2026-03-18:sent:2026-03-17")
    with Journal(run.file) as journal:
        assert [str(e) for e in journal.plan("acme").events] == [
            "sent:2026-03-02:thank_you", "replied:2026-03-05", "replied:2026-03-18",
        ]  # fmt: skip
    assert "There is nothing to undo" in run.journal(
        "event", "--interview", "acme", "undone:2026-03-18:offer", status=2
    )


def test_the_beginning_of_several_interviews_is_said(run: Run) -> None:
    run.journal("add", *ADD)
    run.journal("add", "--protocol", "paced", "--interview", "2026-04-02", "--company", "Acme")
    said = run.journal("event", "--interview", "acme", "replied:2026-04-05", status=2)
    assert "'acme' is the beginning of 2 interviews" in said
    assert "acme-2026-03-02, acme-2026-04-02" in said
    assert "Did you mean" in run.journal(
        "event", "--interview", "akme-2026-03-02", "replied:2026-04-05", status=2
    )


def test_several_events_are_recorded_together_or_not_at_all(run: Run) -> None:
    run.journal("add", *ADD)
    run.journal("event", "--interview", "acme", "replied:2026-03-05", "replied:2020-01-01", status=2)
    run.journal("event", "--interview", "acme", "replied:2026-03-05", "sang:2026-03-06", status=2)
    with Journal(run.file) as journal:
        assert len(journal.entries()[0].events) == 1


def test_an_interview_with_a_wrong_event_is_not_added(run: Run) -> None:
    run.journal("init")
    run.journal("add", *ADD, "--event", "undone:2026-03-01", status=2)
    with Journal(run.file) as journal:
        assert journal.entries() == ()


def test_export_import_share_forget(run: Run) -> None:
    run.journal("add", *ADD)
    other = str(run.folder / "other.sqlite")
    files = run.json("journal", "export", "--file", run.file, "--out", "x.json")["files"]
    assert files == ["x.json"]
    merged = run.json("journal", "import", "--file", other, "--from", "x.json")
    assert merged["added"] == 7
    assert len(run.json("journal", "export", "--file", other, "--out", "tables", "--as", "csv")["files"]) == 9
    assert run.json("journal", "import", "--file", run.file, "--from", "tables")["same"] == 7
    assert run.journal("export", "--out", "-") == (run.folder / "x.json").read_text()
    run.journal("share", "--out", "shared.json")
    assert "Özdemir" not in (run.folder / "shared.json").read_text()
    assert run.json("journal", "forget", "--file", run.file, "--person", "Li Wei", "--yes")["removed"] == 2
    assert "Özdemir" in run.journal("export", "--out", "-")
    run.journal("forget", "--everything", "--yes")
    assert run.json("journal", "show", "--file", run.file)["interviews"] == []
    assert "no interviews yet" in run("today", "--file", run.file, "--today", "2026-03-02")
    assert run.json("journal", "repair", "--file", run.file) == {"copy": "", "saved": {}}


@pytest.mark.parametrize(
    "args",
    [
        ("ics",),
        ("journal", "export"),
        ("journal", "share"),
        ("journal", "report"),
        ("journal", "pack", "--interview", "acme"),
    ],
    ids=" ".join,
)
def test_a_journal_is_never_written_over(run: Run, args: tuple[str, ...]) -> None:
    run.journal("add", *ADD)
    before = Path(run.file).read_bytes()
    for name in (run.file, "other.sqlite"):
        (run.folder / name).write_bytes(before)
        assert "is a journal" in run(*args, "--file", run.file, "--out", name, status=2)
        assert (run.folder / name).read_bytes() == before
    run(*args, "--file", run.file, "--out", "new")
    assert (run.folder / "new").stat().st_size > 0
    run(*args, "--file", run.file, "--out", "new")  # what was written so may be written anew


def test_other_files_are_not_called_journals(run: Run) -> None:
    run.journal("init")
    assert "There is no file none.json" in run.journal("import", "--from", "none.json", status=2)
    (run.folder / "there").mkdir()
    assert "There is no file journal.csv" in run.journal("import", "--from", "there", status=2)
    for kind in ("csv", "json"):
        said = run.journal("export", "--as", kind, "--out", "no/where", status=2)
        assert "There is no folder no" in said


def test_forgetting_asks_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.journal("add", *ADD)
    monkeypatch.setattr("click.confirm", lambda *a, **k: False)
    assert run.journal("forget", "--everything") == ""
    with Journal(run.file) as journal:
        assert len(journal.entries()) == 1
    run.journal("forget", status=2)
    run.journal("forget", "--interview", "acme", "--person", "x", status=2)
    run.journal("forget", "--everything", "--person", "x", status=2)


def test_an_interview_is_removed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.journal("add", *ADD)
    asked: list[str] = []
    monkeypatch.setattr("click.confirm", lambda text, **k: asked.append(text))
    run.journal("forget", "--interview", "acme")
    assert asked == [
        f"Remove the interview acme-2026-03-02 (Acme, Clerk, 2026-03-02) in {run.file} for good?"
    ]
    assert "There is no interview 'bcme'" in run.journal("forget", "--interview", "bcme", "--yes", status=2)
    assert "Removed" in run.journal("forget", "--interview", "acme", "--yes")
    with Journal(run.file) as journal:
        assert journal.entries() == ()


def test_a_person_goes_from_the_course_too(run: Run) -> None:
    course = run.folder / "my-course"
    course.mkdir()
    own = Interview(day=dt.date(2026, 3, 2), company="Acme", people=(Person(name="Ana Ruiz"),))
    save_case(Case(interview=own), course)
    with Journal(course / "my-journal.sqlite") as journal:
        journal.add(own, "classic")
    run("journal", "forget", "--file", str(course / "my-journal.sqlite"), "--person", "Ana Ruiz", "--yes")
    assert my_case(course).interview.people == ()
    assert not any(b"Ruiz" in p.read_bytes() for p in course.iterdir())


@pytest.mark.parametrize("what", [("--interview", "acme"), ("--everything",)])
def test_what_the_course_made_of_a_journal_goes_with_it(run: Run, what: tuple[str, ...]) -> None:
    course = run.folder / "my-course"
    course.mkdir()
    own = Interview(day=dt.date(2026, 3, 2), company="Acme", people=(Person(name="Ana Ruiz"),))
    with Journal(course / "my-journal.sqlite") as journal:
        journal.add(own, "classic")
    my_campaign(dt.date(2026, 3, 3), course).write()
    (course / "my-campaign" / "mine.txt").write_text("kept", encoding="utf-8")
    run("journal", "forget", "--file", str(course / "my-journal.sqlite"), *what, "--yes")
    assert [p.name for p in (course / "my-campaign").iterdir()] == ["mine.txt"]


def test_report_and_pack(run: Run) -> None:
    run.journal("add", *ADD)
    assert run.json("journal", "report", "--file", run.file, "--out", "r.csv")["lines"] == 2
    run.journal("report", "--out", "r.html", "--since", "2026-03-02", "--until", "2026-03-31")
    run.journal("pack", "--interview", "acme", "--out", "p.html")
    assert (run.folder / "r.csv").read_bytes().startswith(b"\xef\xbb\xbfDate,")
    assert "<h1>My job search from Mon 2 Mar 2026" in (run.folder / "r.html").read_text()
    assert "Zoë Özdemir" in (run.folder / "p.html").read_text()


def test_a_calendar_of_a_journal_or_of_one_plan(run: Run) -> None:
    run.journal("add", *ADD)
    run("ics", "--file", run.file, "--out", "all.ics")
    made = Calendar.from_ical((run.folder / "all.ics").read_bytes())
    assert [str(e["summary"]) for e in made.walk("VEVENT")] == [
        "Done: Thank-you note: Acme, Clerk",
        "The one call: Acme, Clerk",
    ]
    plan = ("--protocol", "persistent", "--interview", "2026-03-02")
    run(
        "ics",
        *plan,
        "--company",
        "Acme",
        "--event",
        "replied:2026-03-05",
        "--event",
        "undone:2026-03-06",
        "--out",
        "one.ics",
    )
    one = Calendar.from_ical((run.folder / "one.ics").read_bytes())
    assert {int(e["sequence"]) for e in one.walk("VEVENT")} == {2}
    run("ics", "--out", "x.ics", status=2)
    run("ics", "--file", run.file, *plan, "--out", "x.ics", status=2)
    run("ics", "--protocol", "classic", "--out", "x.ics", status=2)
    run("ics", *plan, "--out", "nowhere/x.ics", status=2)


@pytest.mark.parametrize(
    ("args", "match"),
    [
        (("today", "--file", "none.sqlite"), "There is no journal none.sqlite"),
        (("journal", "show", "--file", "none.sqlite"), "journal init"),
        (
            ("journal", "event", "--file", "FILE", "--interview", "zzz", "replied:2026-03-05"),
            "no interview 'zzz'",
        ),
        (
            ("journal", "add", "--file", "FILE", "--protocol", "clasic", "--interview", "2026-03-02"),
            "Did you mean 'classic'",
        ),
        (("journal", "add", "--file", "FILE", *ADD, "--person", "A <b> boss"), "role of 'A'"),
        (("journal", "add", "--file", "FILE", *ADD, "--person", "<x@y>"), "is not written as"),
        (("journal", "import", "--file", "FILE", "--from", "none.json"), "none.json"),
        (
            (
                "journal",
                "event",
                "--file",
                "FILE",
                "--interview",
                "acme",
                "replied:2026-03-05",
                "--by",
                "pigeon",
            ),
            "pigeon",
        ),
        (("journal", "forget", "--file", "FILE", "--person", "Nobody", "--yes"), "no person 'Nobody'"),
    ],
)
def test_what_goes_wrong_is_one_line(run: Run, args: tuple[str, ...], match: str) -> None:
    run.journal("add", *ADD)
    assert match in run(*(run.file if a == "FILE" else a for a in args), status=2)


def test_the_day_of_this_computer_is_the_default_only_here(run: Run) -> None:
    run.journal("add", *ADD)
    assert run.json("today", "--file", run.file)["today"] == dt.date.today().isoformat()


@pytest.fixture
def saved() -> Iterator[dict[Any, str]]:
    """What the keyring of this computer holds, by service and user: a backend of our own in its place."""
    keyring = needed("keyring")

    class Kept(needed("keyring.backend").KeyringBackend):  # type: ignore[misc]
        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            if "locked" in passwords:
                raise needed("keyring.errors").KeyringLocked
            return passwords.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            passwords[service, username] = password

    passwords: dict[Any, str] = {}
    before = keyring.get_keyring()
    keyring.set_keyring(Kept())
    yield passwords
    keyring.set_keyring(before)


def test_publish_takes_the_password_from_the_keyring_or_asks(
    run: Run, monkeypatch: pytest.MonkeyPatch, saved: dict[Any, str], calendar_server: str
) -> None:
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    monkeypatch.setattr("click.termui.hidden_prompt_func", typed)
    (url,) = calendars(calendar_server, "eve", "Follow-ups")
    run.journal("add", *ADD)
    command = ("publish", "--user", "eve", "--file", run.file)

    needed("keyring").set_password("followup-kit 127.0.0.1", "eve", PASSWORD)
    assert run.json(*command, "--url", url)["added"] == 2
    assert len(there(url, "eve")) == 2
    assert asked == []

    saved["followup-kit localhost", "eve"] = "wrong here"
    elsewhere = url.replace("127.0.0.1", "localhost")
    assert "does not accept" in run(*command, "--url", elsewhere, status=2), "each server has its own"
    del saved["followup-kit localhost", "eve"]
    assert "2 unchanged" in run(*command, "--url", elsewhere)
    assert asked == ["Password: "], "a password saved for one server goes to no other"

    saved["locked"] = ""
    assert "2 unchanged" in run(*command, "--url", url)
    assert asked == ["Password: "] * 2


@pytest.mark.parametrize("url", ["ftp://example.org", "https://[::1", "http://example.org", "example.org"])
def test_an_address_is_looked_at_before_a_password_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("click.prompt", lambda *a, **k: asked.append("password") or "x")
    said = run("publish", "--url", url, "--user", "ana", "--file", run.file, status=2)
    assert "https://" in said
    assert asked == []


def test_a_report_that_ends_before_it_begins_is_not_written(run: Run) -> None:
    run.journal("add", *ADD)
    out = run.folder / "proof.csv"
    said = run.journal(
        "report", "--out", str(out), "--since", "2026-05-01", "--until", "2026-01-01", status=2
    )
    assert "check both days" in said
    assert not out.exists()


def test_tables_need_a_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(run.folder)
    run.journal("add", *ADD)
    assert "needs a folder" in run.journal("export", "--as", "csv", "--out", "-", status=2)
    assert not (run.folder / "-").exists()


@pytest.mark.parametrize(
    "command",
    [("export",), ("share",), ("report",), ("pack", "--interview", "acme")],
    ids=lambda command: command[0],
)
def test_a_line_in_place_of_a_file_name_is_the_standard_output(run: Run, command: tuple[str, ...]) -> None:
    run.journal("add", *ADD)
    printed = run.journal(*command, "--out", "-")
    run.journal(*command, "--out", "x.out")
    assert printed == (run.folder / "x.out").read_bytes().decode()
    assert not (run.folder / "-").exists()
