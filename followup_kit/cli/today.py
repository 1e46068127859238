"""``followup-kit today``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from followup_kit.cli.files import file_option, form_option, print_json
from followup_kit.cli.options import Day

__all__ = ["command"]


@click.command("today")
@file_option
@click.option("--today", type=Day(), help="Another day than today (YYYY-MM-DD).")
@form_option
def command(path: Path, today: dt.date | None, form: str) -> None:
    """What is due, overdue, waiting, let go and decided, across your applications.

    The day is the one of this computer unless --today names another. JSON: {"today", "overdue": [...],
    "due": [...], "waiting": [...], "let_go": [...], "decided": [...], "notices": [...]}; each item has
    interview, label, words, days, step, occurrence, title, channel, to, recipients, due, latest, rules
    and reason; each notice kind, text, interviews, rules, day and editorial.
    """
    from followup_kit.journal.store import Journal
    from followup_kit.outputs.campaign import GROUP_TITLES

    today = today or dt.date.today()  # noqa: DTZ011 - the learner's own local day is meant
    with Journal(path, create=False) as journal:
        agenda, notices = journal.day(today)
    if form == "json":
        groups = {group: agenda.group(group) for group in GROUP_TITLES}
        print_json({"today": today, **groups, "notices": notices})
        return
    for group, head in GROUP_TITLES.items():
        items = agenda.group(group)
        if not items:
            continue
        click.echo(f"{head} ({len(items)})")
        for item in items:
            what = f"{item.title}: {item.label}" if item.title and group != "let_go" else item.label
            click.echo(f"  {what}")
            click.echo(f"    {item.words}")
            if item.rules and group != "waiting":
                click.echo(f"    Rules: {', '.join(item.rules)}")
    worth = [n for n in notices if n.kind != "overdue"]
    if worth:
        click.echo("Worth a look")
        for notice in worth:
            click.echo(f"  {notice.text}")
    if not agenda.items:
        click.echo("Your journal holds no interviews yet: add one with followup-kit journal add.")
