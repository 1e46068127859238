"""``followup-kit evidence``."""

from __future__ import annotations

import json

import click
import msgspec

__all__ = ["command"]


@click.command("evidence")
@click.argument("card", required=False, type=int)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(card: int | None, form: str) -> None:
    """What is known about following up, card by card, with how far it can be trusted."""
    from followup_kit.advice.evidence import evidence_card, evidence_cards, grade
    from followup_kit.outputs.evidence import card_text, evidence_text

    if form == "json":
        cards = evidence_cards() if card is None else (evidence_card(card),)
        data = [{**msgspec.to_builtins(c), "grade": grade(c)} for c in cards]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        click.echo(evidence_text() if card is None else card_text(evidence_card(card)))
