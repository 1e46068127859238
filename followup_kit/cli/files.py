"""What the commands that use a journal share: where it lies, and how results are printed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from followup_kit.errors import CaseError

__all__ = ["DEFAULT_FILE", "file_option", "form_option", "print_json", "write_out"]

DEFAULT_FILE = "followup-journal.sqlite"

file_option = click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    default=DEFAULT_FILE,
    show_default=True,
    help="Your journal.",
)
form_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def print_json(value: Any) -> None:
    """Print records and plain values as JSON."""
    plain: Any = msgspec.to_builtins(value)
    click.echo(json.dumps(plain, ensure_ascii=False, indent=1))


def write_out(path: Path, made: bytes) -> None:
    """Write a finished file; ``-`` is the standard output."""
    if str(path) == "-":
        sys.stdout.buffer.write(made)
        return
    from followup_kit.journal.transfer import write

    if not path.parent.is_dir():
        raise CaseError(f"There is no folder {path.parent} to write {path.name} to: make it first.")
    write(path, made)
