"""``followup-kit protocols``."""

from __future__ import annotations

import json

import click

__all__ = ["command"]


@click.command("protocols")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(form: str) -> None:
    """The protocols, with their sources and their steps."""
    from followup_kit.advice.protocols import load_protocol, protocol_ids
    from followup_kit.advice.rules import cite, rule_range

    protocols = [load_protocol(id) for id in protocol_ids()]
    if form == "json":
        data = [
            {
                "id": p.id,
                "title": p.title,
                "source": p.source,
                "cite": cite(p.source),
                "summary": p.summary,
                "steps": [
                    {
                        "step": s.id,
                        "title": s.title,
                        "to": s.to,
                        "channels": list(s.channels),
                        "optional": s.optional,
                        "rules": list(s.rules),
                    }
                    for s in p.steps
                ],
            }
            for p in protocols
        ]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for p in protocols:
        click.echo(f"{p.id}: {p.summary}\n  Source {p.source}: {cite(p.source)}")
        for s in p.steps:
            extra = " (optional)" if s.optional else ""
            click.echo(f"  - {s.id}{extra}: {s.says} [{rule_range(s.rules)}]")
        click.echo("")
