"""``followup-kit journal``: the learner's record from the command line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import msgspec

from followup_kit.cli.files import file_option, form_option, print_json, write_out
from followup_kit.cli.options import Day, make_plan, plan_options
from followup_kit.errors import CaseError
from followup_kit.records.case import Event, Person

__all__ = ["command"]

_PREFER = click.option(
    "--prefer",
    type=click.Choice(["mine", "theirs"]),
    help="Whose row stands where both have it with other contents. Without: nothing is imported then.",
)


@click.group("journal", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Your own record of interviews, people and events: one file that stays on your computer.

    Every command takes --file and --format json. Nothing recorded is ever changed: an event that
    was wrong is taken back by another one (undone:DATE).
    """


@command.command("init")
@file_option
@form_option
def init(path: Path, form: str) -> None:
    """Begin a journal; one that is there stays as it is. JSON: {"file", "created"}."""
    from followup_kit.journal.store import Journal

    created = not path.exists()
    Journal(path).close()
    if form == "json":
        print_json({"file": str(path), "created": created})
    else:
        click.echo(f"Began {path}." if created else f"{path} is a journal already.")


@command.command("add")
@file_option
@plan_options
@click.option("--company", default="", help="The employer.")
@click.option("--position", default="", help="The position.")
@click.option(
    "--person",
    "people",
    multiple=True,
    metavar="'NAME <EMAIL>'",
    help="Somebody you met; a role may follow: 'Ana Ruiz <ana@example.org> hiring_manager'.",
)
@click.option("--topic", "topics", multiple=True, help="Something you talked about.")
@click.option(
    "--id", "name", default="", help="A short name for this interview; made from the company if left out."
)
@form_option
def add(path: Path, name: str, company: str, position: str, people: tuple[str, ...], topics: tuple[str, ...],
        form: str, **options: Any) -> None:  # fmt: skip
    """Record an interview and how it is to be followed up.

    The options of the plan are those of followup-kit plan; events given here are recorded too.
    JSON: {"interview": ID, "plan": as in followup-kit plan}.
    """
    from followup_kit.comparison.choose import choose
    from followup_kit.journal.store import Journal

    plan = make_plan(**options)
    interview = msgspec.structs.replace(
        plan.interview,
        company=company,
        position=position,
        topics=topics,
        id=name,
        people=tuple(map(_person, people)),
    )
    with Journal(path) as journal, journal.together():
        made = journal.add(
            interview,
            choose(options["protocol"]),
            calendar=plan.calendar,
            options=plan.options,
            horizon_weeks=options["horizon_weeks"],
        )
        for event in options["events"]:
            journal.record(made, Event.parse(event))
        result = journal.plan(made, options["today"])
    if form == "json":
        print_json({"interview": made, "plan": result.to_dict()})
    else:
        click.echo(f"Recorded as {made}.\n{result}")


@command.command("event")
@file_option
@click.option(
    "--interview", "name", required=True, metavar="ID", help="The interview, or the beginning of its id."
)
@click.argument("events", nargs=-1, required=True, metavar="KIND:DATE[:ARG]...")
@click.option("--note", default="", help="A note of your own, kept with the events.")
@click.option("--by", "channel", help="The channel really used: email, phone, letter, card, post.")
@click.option("--today", type=Day(), help="Show what is due or missed on that day.")
@form_option
def event(path: Path, name: str, events: tuple[str, ...], note: str, channel: str | None, today: Any,
          form: str) -> None:  # fmt: skip
    """Record what happened, and see the plan as it stands then.

    Events are written as in followup-kit plan: sent:2026-03-02:thank_you, replied:2026-03-09,
    delayed:2026-03-12:2026-03-20, offer:DATE, accepted:DATE, rejected:DATE, next_round:DATE,
    asked_not_to_call:DATE, asked_not_to_contact:DATE, snoozed:DATE:STEP:NEWDATE, reopened:DATE,
    undone:DATE[:EVENT], where EVENT is an earlier event as it is written, or its beginning (the newest
    that begins so is taken back). Several are recorded together or not at all.
    JSON: {"interview": ID, "recorded": [...], "plan": as in followup-kit plan}.
    """
    from followup_kit.journal.store import Journal

    parsed = [_noted(Event.parse(e), note, channel) for e in events]
    with Journal(path, create=False) as journal, journal.together():
        made = journal.entry(name).id
        for one in parsed:
            journal.record(made, one)
        plan = journal.plan(made, today)
        parsed = list(journal.entry(made).events[-len(parsed) :])  # what is taken back is named there
    if form == "json":
        print_json({"interview": made, "recorded": [str(e) for e in parsed], "plan": plan.to_dict()})
    else:
        click.echo(f"Recorded for {made}: {', '.join(map(str, parsed))}.\n{plan}")


@command.command("show")
@file_option
@click.option("--interview", "name", metavar="ID", help="One interview only.")
@click.option("--today", type=Day(), help="Show what is due or missed on that day.")
@form_option
def show(path: Path, name: str | None, today: Any, form: str) -> None:
    """The interviews with their events and plans.

    JSON: {"file", "interviews": [{"id", "application", "company", "position", "interview": {...},
    "settings": {...}, "events": [{"written", "kind", "on", ...}], "plan": as in followup-kit plan}]}.
    """
    from followup_kit.journal.entries import planned
    from followup_kit.journal.store import Journal

    with Journal(path, create=False) as journal:
        entries = [journal.entry(name)] if name else list(journal.entries())
    if form == "json":
        shown = [
            {
                "id": e.id,
                "application": e.application,
                "company": e.interview.company,
                "position": e.interview.position,
                "interview": e.interview,
                "settings": e.settings,
                "events": [{"written": str(v), **msgspec.to_builtins(v)} for v in e.events],
                "plan": planned(e, today).to_dict(),
            }
            for e in entries
        ]
        print_json({"file": str(path), "interviews": shown})
        return
    for e in entries:
        click.echo(f"{e.id}: {e.label}")
        for v in e.events:
            click.echo(f"  {v}" + (f"  ({v.note})" if v.note else ""))
        click.echo(f"{planned(e, today)}\n")
    if not entries:
        click.echo("No interviews yet: add one with followup-kit journal add.")


@command.command("export")
@file_option
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="A .json file, or a folder for CSV."
)
@click.option("--as", "kind", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@form_option
def export(path: Path, out: Path, kind: str, form: str) -> None:
    """Everything in the journal as JSON, or as one CSV file per table. JSON: {"files": [...]}."""
    from followup_kit.journal.store import Journal

    if kind == "csv" and str(out) == "-":
        raise CaseError("One CSV file per table needs a folder: give --out the name of one.")
    with Journal(path, create=False) as journal:
        if kind == "csv":
            files = [str(f) for f in journal.export_csv(out)]
        else:
            write_out(out, journal.export_json())
            files = [str(out)]
    if str(out) != "-":
        _done(form, {"files": files}, f"Wrote {', '.join(files)}.")


@command.command("import")
@file_option
@click.option(
    "--from", "source", required=True, type=click.Path(path_type=Path), help="A .json file or a CSV folder."
)
@_PREFER
@form_option
def import_(path: Path, source: Path, prefer: Any, form: str) -> None:
    """Add what an export holds; what is there already is left. JSON: {"added", "same", "kept", "replaced"}."""
    from followup_kit.journal.store import Journal

    with Journal(path) as journal:
        if source.is_dir():
            merged = journal.import_csv(source, prefer=prefer)
        else:
            merged = journal.import_json(source, prefer=prefer)
    _done(form, merged, f"{merged.added} rows added, {merged.same} were there already.")


@command.command("share")
@file_option
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The .json file to write.")
@form_option
def share(path: Path, out: Path, form: str) -> None:
    """A copy to show to others: no names, addresses, notes or letters; dates and steps stay."""
    from followup_kit.journal.store import Journal

    with Journal(path, create=False) as journal:
        write_out(out, journal.shared())
    if str(out) != "-":
        said = f"Wrote {out}. Dates stay as they are: look through it before you share it."
        _done(form, {"files": [str(out)]}, said)


@command.command("forget")
@file_option
@click.option("--person", help="Name, e-mail or id of a person.")
@click.option("--interview", "name", metavar="ID", help="An interview, or the beginning of its id.")
@click.option("--everything", is_flag=True, help="Everything in the journal.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@form_option
def forget(path: Path, person: str | None, name: str | None, everything: bool, yes: bool, form: str) -> None:
    """Really remove a person, an interview, or everything; this cannot be undone.

    With an interview go its events and letters, and whoever was met there only. Where the journal is the
    one of the course, a person goes from the course too, and the calendar and packs made of the journal
    are deleted: make them anew. Copies that the journal kept beside itself are removed. JSON: {"removed", "replaced", "copies"}.
    """
    from followup_kit.course.learner.session import JOURNAL
    from followup_kit.course.made_files import OUT
    from followup_kit.journal.store import Journal

    if (person is not None) + (name is not None) + everything != 1:
        raise CaseError("Give one of --person, --interview and --everything.")
    with Journal(path, create=False) as journal:
        if name is not None:
            entry = journal.entry(name)
            what = f"the interview {entry.id} ({entry.label}, {entry.interview.day}) in {path}"
        else:
            what = f"everything in {path}" if everything else f"{person} in {path}"
        if not yes and not click.confirm(f"Remove {what} for good?", err=True):
            click.echo("Nothing was removed.", err=True)
            return
        if name is not None:
            gone = journal.remove(entry.id)
        elif everything:
            gone = journal.forget_all()
        elif journal.path.name == JOURNAL:
            from followup_kit.course.learner.forgetting import forget_person

            gone = forget_person(person or "", path.parent, journal=journal)
        else:
            gone = journal.forget(person or "")
    if journal.path.name == JOURNAL and person is None:
        gone = msgspec.structs.replace(gone, copies=(*gone.copies, *_forget_made(path.parent / OUT)))
    _done(
        form,
        gone,
        f"Removed {gone.removed} rows; {gone.replaced} texts were cleaned, {len(gone.copies)} copies deleted.",
    )


def _forget_made(folder: Path) -> tuple[str, ...]:
    from followup_kit.course.made_files import delete_made

    try:
        return delete_made(folder)
    except OSError as error:
        raise CaseError(
            f"The files in {folder.name} could not be deleted ({error.strerror}): delete them yourself."
        ) from None


@command.command("repair")
@file_option
@form_option
def repair(path: Path, form: str) -> None:
    """Save what can be read of a damaged journal; the damaged file is kept. JSON: {"copy", "saved": {...}}."""
    from followup_kit.journal.repair import repair as save

    result = save(path)
    rows = sum(result.saved.values())
    _done(
        form,
        result,
        f"Saved {rows} rows; the damaged file is kept as {result.copy}."
        if result.copy
        else f"{path} is whole.",
    )


@command.command("report")
@file_option
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="A .csv file, or an .html file to print."
)
@click.option("--since", type=Day(), help="First day of the report.")
@click.option("--until", type=Day(), help="Last day of the report.")
@form_option
def report(path: Path, out: Path, since: Any, until: Any, form: str) -> None:
    """Proof of your search, for a job centre: days, employers, actions; no names of people."""
    from followup_kit.journal.store import Journal
    from followup_kit.outputs.report import report_csv, report_html, report_lines

    if since and until and since > until:
        raise CaseError(f"The report would end on {until}, before it begins on {since}: check both days.")
    with Journal(path, create=False) as journal:
        lines = report_lines(journal.entries(), since=since, until=until)
    made = (
        report_html(lines, since=since, until=until)
        if out.suffix.lower() in (".html", ".htm")
        else report_csv(lines)
    )
    write_out(out, made)
    if str(out) != "-":
        _done(form, {"files": [str(out)], "lines": len(lines)}, f"Wrote {out}: {len(lines)} lines.")


@command.command("pack")
@file_option
@click.option(
    "--interview", "name", required=True, metavar="ID", help="The interview, or the beginning of its id."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The .html file to write.")
@click.option("--today", type=Day(), help="Show what is due or missed on that day.")
@form_option
def pack(path: Path, name: str, out: Path, today: Any, form: str) -> None:
    """One page to print: questions, contact card, plan, letters, checklist."""
    from followup_kit.journal.entries import planned
    from followup_kit.journal.store import Journal
    from followup_kit.outputs.pack import pack_html

    with Journal(path, create=False) as journal:
        entry = journal.entry(name)
        drafts = journal.drafts(entry.id)
    write_out(out, pack_html(planned(entry, today), drafts=drafts).encode())
    if str(out) != "-":
        _done(
            form, {"files": [str(out)]}, f"Wrote {out}. Open it in a browser to print it or save it as PDF."
        )


def _done(form: str, result: Any, text: str) -> None:
    if form == "json":
        print_json(result)
    else:
        click.echo(text)


def _person(text: str) -> Person:
    """A person written as ``NAME <EMAIL> role role``."""
    found = re.fullmatch(r"\s*([^<>]+?)\s*(?:<([^<>]*)>\s*([a-z_ ]*))?", text)
    if not found:
        raise CaseError(
            f"The person {text!r} is not written as 'Name <email> role', for example 'Ana Ruiz <ana@example.org>'."
        )
    name, email, roles = found[1], (found[2] or "").strip(), (found[3] or "").split()
    try:
        return msgspec.convert({"name": name, "email": email, "roles": roles}, Person)
    except msgspec.ValidationError:
        allowed = "lead_interviewer, hiring_manager, interviewer, interested_interviewer, recruiter"
        raise CaseError(f"The role of {name!r} must be one of {allowed}.") from None


def _noted(event: Event, note: str, channel: str | None) -> Event:
    if not note and not channel:
        return event
    values = {f: getattr(event, f) for f in event.__struct_fields__}
    try:
        return msgspec.convert({**values, "note": note, "channel": channel}, Event)
    except msgspec.ValidationError:
        raise CaseError(f"There is no channel {channel!r}: email, phone, letter, card, post.") from None
