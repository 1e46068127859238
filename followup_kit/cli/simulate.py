"""``followup-kit simulate``."""

from __future__ import annotations

import json
from typing import Any

import click

__all__ = ["command"]


@click.command("simulate")
@click.option(
    "--protocol", required=True, help="Protocol id, name of a consensus plan, or a protocol file (.toml)."
)
@click.option("--n", default=10_000, show_default=True, type=int, help="How many candidates.")
@click.option("--seed", default=0, show_default=True, type=int, help="The same seed gives the same result.")
@click.option(
    "--employer", "kind", default="graduate", show_default=True, help="An employer with a published mean."
)
@click.option(
    "--shape", help="How long employers take: exponential, lognormal, or promised (kept or slipped)."
)
@click.option("--mean", "mean_days", type=float, help="Your own mean time to a decision, in days.")
@click.option("--sigma", type=float, help="Spread of a lognormal wait.")
@click.option("--promise", "promise_days", type=int, help="Days from the interview to the promised date.")
@click.option("--no-promise", is_flag=True, help="No date is promised.")
@click.option("--kept", type=float, help="Share of promised dates that are kept, 0 to 1.")
@click.option("--slip", "slip_days", type=float, help="Mean slip of a promised date, in days.")
@click.option("--ghosting", type=float, help="Share of candidates who are never told, 0 to 1.")
@click.option("--patience", type=int, help="Nudges that the employer takes in good part.")
@click.option("--country", default="US", show_default=True, help="Country whose working days count.")
@click.option("--pace", default="relaxed", show_default=True, help="relaxed, standard or assertive.")
@click.option("--written-only", is_flag=True, help="No phone: every call becomes an e-mail.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    protocol: str,
    n: int,
    seed: int,
    kind: str,
    no_promise: bool,
    country: str,
    pace: str,
    written_only: bool,
    form: str,
    **model: Any,
) -> None:
    """What following a protocol means while employers take their time; never who gets the job."""
    from followup_kit.comparison.choose import choose
    from followup_kit.errors import CaseError
    from followup_kit.records.case import Options
    from followup_kit.simulation import employer, simulate

    changes = {name: value for name, value in model.items() if value is not None}
    if no_promise and "promise_days" in changes:
        raise CaseError("A date is promised or it is not: give --promise or --no-promise, not both.")
    if no_promise:
        changes["promise_days"] = None
    found = simulate(
        choose(protocol),
        employer(kind, **changes),
        n=n,
        seed=seed,
        calendar=country,
        options=Options(pace=pace, written_only=written_only),  # type: ignore[arg-type]  # checked by Options
    )
    click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=1) if form == "json" else str(found))
