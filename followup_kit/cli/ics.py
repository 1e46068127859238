"""``followup-kit ics``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from followup_kit.cli.files import DEFAULT_FILE, write_out
from followup_kit.cli.options import make_plan, optional_plan_options
from followup_kit.errors import CaseError

__all__ = ["command"]


@click.command("ics")
@click.option(
    "--file", "path", type=click.Path(path_type=Path), help=f"Your journal, for example {DEFAULT_FILE}."
)
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The calendar file to write (- prints it)."
)
@click.option("--company", default="", help="Employer, as it shall stand in the calendar.")
@click.option("--position", default="", help="Position, as it shall stand in the calendar.")
@optional_plan_options
def command(path: Path | None, out: Path, company: str, position: str, **options: Any) -> None:
    """A calendar file (.ics) of all plans in your journal, or of one plan given by its options.

    Importing a newer file updates what moved and withdraws what was cancelled. Nothing depends on
    the day on which the file is made.
    """
    given = options["protocol"] is not None or options["interview"] is not None
    if (path is not None) == given:
        raise CaseError("Give either --file with your journal, or --protocol and --interview for one plan.")
    if path is not None:
        from followup_kit.journal.store import Journal

        with Journal(path, create=False) as journal:
            made = journal.to_ics()
    else:
        if options["protocol"] is None or options["interview"] is None:
            raise CaseError("One plan needs both --protocol and --interview.")
        plan = make_plan(**options)
        interview = msgspec.structs.replace(plan.interview, company=company, position=position)
        made = msgspec.structs.replace(plan, interview=interview).to_ics()
    write_out(out, made)
    if str(out) != "-":
        click.echo(f"Wrote {out}: {made.count(b'BEGIN:VEVENT')} entries.", err=True)
