"""``followup-kit compare``."""

from __future__ import annotations

import json
from typing import Any

import click

from followup_kit.cli.options import case_of, case_options

__all__ = ["command"]


@click.command("compare")
@click.option(
    "--protocol",
    "protocols",
    multiple=True,
    help="A protocol by id, a consensus plan by name, or a protocol file; repeat it. All five if left out.",
)
@case_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(protocols: tuple[str, ...], form: str, **options: Any) -> None:
    """One case, several protocols: dates side by side, and where the advice conflicts."""
    from followup_kit.comparison.compare import compare

    case = case_of(**options)
    found = compare(
        case.interview,
        protocols or None,
        events=case.events,
        calendar=case.calendar,
        today=case.today,
        options=case.options,
        horizon_weeks=case.horizon_weeks,
    )
    click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=1) if form == "json" else str(found))
