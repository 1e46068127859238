"""``followup-kit check``: one letter and its context in, the findings out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from followup_kit.errors import LetterError
from followup_kit.records.letter import Finding, Report

__all__ = ["command"]


@click.command("check", help="Check a letter against what you noted about the interview.")
@click.argument("letter", type=click.Path(path_type=Path))
@click.option(
    "--context", "context_file", type=click.Path(path_type=Path), help="JSON file with what you noted."
)
@click.option("--kind", default="thank_you", show_default=True, help="The kind of letter.")
@click.option("--also", type=click.Path(path_type=Path), help="Another letter to the same panel.")
@click.option("--silence", multiple=True, metavar="ITEM", help="Leave an item out of judgement.")
@click.option("--mark", multiple=True, metavar="ITEM=VERDICT", help="Set an item's verdict yourself.")
@click.option(
    "--checklist", "checklist_file", type=click.Path(path_type=Path), help="A checklist of your own (TOML)."
)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    letter: Path,
    context_file: Path | None,
    kind: str,
    also: Path | None,
    silence: tuple[str, ...],
    mark: tuple[str, ...],
    checklist_file: Path | None,
    shape: str,
) -> None:
    from followup_kit.letters.check import check_letter
    from followup_kit.letters.checklists import load_checklist
    from followup_kit.letters.context import parse_context

    context, unknown = parse_context(_object(context_file) if context_file else {})
    if unknown:
        click.echo(f"followup-kit: unknown context keys, not used: {', '.join(sorted(unknown))}", err=True)
    report = check_letter(
        _text(letter),
        context,
        kind=kind,
        also=_text(also) if also else None,
        silence=silence,
        marks=dict(_mark(m) for m in mark),
        checklist=load_checklist(checklist_file) if checklist_file else None,
    )
    if shape == "json":
        click.echo(json.dumps(report.to_dict(), ensure_ascii=False, indent=2))
    else:
        click.echo(_shown(report))


def _text(path: Path) -> str:
    """A file's text as it stands: no newline is translated; a byte-order mark is not counted."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise LetterError(
            f"{path.name} cannot be opened ({error.strerror or 'unreadable'}). Check the name."
        ) from None
    except UnicodeDecodeError:
        raise LetterError(f"{path.name} is not UTF-8 text. Save it as UTF-8.") from None


def _object(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(_text(path))
    except (ValueError, RecursionError):  # numbers of thousands of digits too
        raise LetterError(f"{path.name} is not valid JSON: write one object with names and values.") from None
    if not isinstance(values, dict):
        raise LetterError(f"{path.name} holds no JSON object: write one object with names and values.")
    return values


def _mark(text: str) -> tuple[str, str]:
    item, sign, verdict = text.partition("=")
    if not sign or not item or not verdict:
        raise click.UsageError(f"--mark {text!r} is not ITEM=VERDICT, for example thanks=met.")
    return item.strip(), verdict.strip()


def _shown(report: Report) -> str:
    lines = [f"{report.kind.replace('_', ' ')}, {report.word_count} words in the body"]
    if report.note:
        lines.append(report.note)
    for title, findings in (
        ("Fix before sending", report.to_fix()),
        ("You could add", report.to_add()),
        ("Only you can judge", report.to_judge()),
    ):
        if findings:
            lines += ["", f"{title}:", *(line for f in findings for line in _lines(f))]
    met = [f.item for f in report if f.verdict == "met"]
    rest = [f.item for f in report if f.verdict == "not_applicable"]
    if met:
        lines += ["", "Met, or nothing spotted: " + ", ".join(met)]
    if rest:
        lines += ["Not asked: " + ", ".join(rest)]
    return "\n".join(lines)


def _lines(finding: Finding) -> list[str]:
    cited = f" [{', '.join(finding.rules)}]" if finding.rules else ""
    lines = [f"  {finding.item}: {finding.message}{cited}"]
    lines += [f'    "{" ".join(quote.split())}"' for quote in finding.quotes[:2]]
    if finding.suggestion:
        lines.append(f"    {finding.suggestion}")
    return lines
