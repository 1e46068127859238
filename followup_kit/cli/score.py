"""``followup-kit score``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from followup_kit.cli.options import case_of, case_options
from followup_kit.errors import CaseError
from followup_kit.records.case import Event

__all__ = ["command"]


@click.command("score")
@click.option(
    "--protocol", required=True, help="Protocol id, name of a consensus plan, or a protocol file (.toml)."
)
@case_options
@click.option(
    "--log",
    "log_file",
    metavar="EVENTS.json",
    help="Score what was really done, from a file; - reads standard input.",
)
@click.option("--source", help="Only the rules of this source, for example 004.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(protocol: str, log_file: str | None, source: str | None, form: str, **options: Any) -> None:
    """Which of the rules a plan keeps, breaks or leaves open; with --log, what was really done.

    \b
    EVENTS.json is a list of entries such as
      {"kind": "sent", "date": "2026-03-02", "step": "thank_you", "channel": "email", "to": "interviewer"}
      {"kind": "replied", "date": "2026-03-09"}
    with the kinds of event of the plan command; step, channel and to may be left out.
    """
    from followup_kit.advice.rules import sources
    from followup_kit.advice.soundness import check_plan
    from followup_kit.comparison.choose import choose
    from followup_kit.comparison.score import score
    from followup_kit.errors import UnknownName
    from followup_kit.planner import plan

    if source is not None and source not in sources():
        raise UnknownName("source", source, sources())
    case, chosen = case_of(**options), choose(protocol)
    if log_file is not None:
        found = score(
            [*(Event.parse(e) for e in case.events), *_read(log_file)],
            source,
            interview=case.interview,
            protocol=chosen,
            calendar=case.calendar,
            options=case.options,
            today=case.today,
        )
    else:
        planned = plan(
            case.interview,
            chosen,
            events=case.events,
            calendar=case.calendar,
            today=case.today,
            options=case.options,
            horizon_weeks=case.horizon_weeks,
        )
        check_plan(planned)
        found = score(planned, source, protocol=chosen, calendar=case.calendar)
    click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=1) if form == "json" else str(found))


def _read(name: str) -> list[Any]:
    shown = "the log on standard input" if name == "-" else f"the log {Path(name).name!r}"
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CaseError(
            f"{shown[0].upper()}{shown[1:]} cannot be opened ({error.strerror}): check its name and folder."
        ) from None
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise CaseError(
            f"{shown[0].upper()}{shown[1:]} is not JSON: save it as UTF-8 text, a list of entries."
        ) from None
    if not isinstance(data, list):
        raise CaseError(f"{shown[0].upper()}{shown[1:]} is not a list: put the entries between [ and ].")
    return data
