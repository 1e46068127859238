"""``followup-kit evaluate``: how right the checker is on labelled letters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

__all__ = ["command"]


@click.command("evaluate", help="Compare the checker with labelled letters, item by item.")
@click.argument("letters", type=click.Path(path_type=Path))
@click.argument("labels", type=click.Path(path_type=Path))
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(letters: Path, labels: Path, shape: str) -> None:
    from followup_kit.letters.evaluate import evaluate, read_lines

    figures = evaluate(read_lines(letters), read_lines(labels))
    click.echo(json.dumps(figures, ensure_ascii=False, indent=2) if shape == "json" else _table(figures))


def _table(figures: dict[str, Any]) -> str:
    head = f"{'':28}{'n':>5}{'decided':>9}{'cover':>7}{'right':>7}{'P pass':>8}{'R pass':>8}{'P fail':>8}{'R fail':>8}{'credit':>8}  pass: met/flag/check  fail: met/flag/check"
    lines = [f"{figures['letters']} letters", head]
    lines += [_row(name, cell) for name, cell in figures["items"].items()]
    lines += ["", *(_row(f"group {name}", cell) for name, cell in figures["groups"].items())]
    lines += ["", *(_row(f"origin {name}", cell) for name, cell in figures["origins"].items())]
    if figures["all"]:
        lines += ["", _row("all", figures["all"])]
    return "\n".join(lines)


def _row(name: str, cell: dict[str, Any]) -> str:
    c = cell["confusion"]
    return (
        f"{name:28}{cell['labelled']:>5}{cell['decided']:>9}{_share(cell['coverage']):>7}{_share(cell['right']):>7}"
        f"{_share(cell['precision_pass']):>8}{_share(cell['recall_pass']):>8}{_share(cell['precision_fail']):>8}{_share(cell['recall_fail']):>8}"
        f"{_share(cell['balanced_credit']):>8}  {c['pass->pass']:>6}/{c['pass->fail']}/{c['pass->check']}"
        f"{'':8}{c['fail->pass']:>6}/{c['fail->fail']}/{c['fail->check']}"
    )


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
