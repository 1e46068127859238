"""``followup-kit rules``."""

from __future__ import annotations

import json

import click

from followup_kit.errors import UnknownName

__all__ = ["command"]


@click.command("rules")
@click.option("--source", help="Only the rules of one source, for example 004.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(source: str | None, form: str) -> None:
    """The rules of the five sources, in our own words."""
    from followup_kit.advice.rules import rules, sources

    if source is not None and source not in sources():
        raise UnknownName("source", source, sources())
    chosen = [r for r in rules().values() if source in (None, r.source)]
    if form == "json":
        data = [
            {"id": r.id, "source": r.source, "locator": r.lines, "kind": " ".join(r.kinds), "rule": r.rule}
            for r in chosen
        ]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for r in chosen:
        click.echo(f"{r.id}  ({' '.join(r.kinds)}, lines {r.lines})  {r.rule}")
