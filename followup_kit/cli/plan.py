"""``followup-kit plan``."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import click

from followup_kit.cli.options import make_plan, plan_options
from followup_kit.records.plan import Plan

__all__ = ["command"]


@click.command("plan")
@plan_options
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True
)
def command(form: str, **options: Any) -> None:
    """What to do after an interview, when, and who says so.

    \b
    Events (repeat --event for each):
      sent:2026-03-02:thank_you          a step was done on that day
      replied:2026-03-09                 a person answered, without a decision
      delayed:2026-03-12:2026-03-20      the decision slipped (new date optional)
      snoozed:2026-03-12:call:2026-03-18 you put a step off
      undone:2026-03-12                  take back the newest earlier event
      offer, accepted, rejected, next_round, reopened,
      asked_not_to_call, asked_not_to_contact, each with :DATE
    """
    plan = make_plan(**options)
    if form == "json":
        click.echo(json.dumps(plan.to_dict(), ensure_ascii=False, indent=1))
    elif form == "csv":
        click.echo(_csv(plan), nl=False)
    else:
        click.echo(str(plan))


def _csv(plan: Plan) -> str:
    out = io.StringIO()
    rows = [t.to_dict() for t in plan]
    columns = ["due", "latest", "at", "step", "occurrence", "channel", "to", "status", "done_on"]
    columns += ["moved_from", "rules", "editorial", "assumed", "dated", "reason"]
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**row, "rules": " ".join(row["rules"])})  # type: ignore[arg-type]
    return out.getvalue()
