"""The command line ``followup-kit``: each command in a module of its own, loaded when it is called.

Exit status 0, or 2 with one line that says what is wrong.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from followup_kit import __version__
from followup_kit.errors import FollowUpError, near_matches

__all__ = ["main"]

# command → one-line help; the module of the same name in this package holds ``command``.
COMMANDS = {
    "plan": "What to do after an interview, when, and who says so.",
    "journal": "Your own record: interviews, people, events; in and out.",
    "today": "What is due, overdue, waiting and let go, across your applications.",
    "ics": "A calendar file of a plan, or of your journal.",
    "publish": "Put your follow-ups into a calendar server (CalDAV).",
    "compare": "One case, several protocols, and where the advice conflicts.",
    "score": "Which rules a plan, or what you did, keeps or breaks.",
    "simulate": "What following a protocol means while employers take their time.",
    "evidence": "What is known about following up, and how far to trust it.",
    "protocols": "The protocols, with their steps.",
    "rules": "The rules of the sources, in our own words.",
    "course": "The lessons, with their exercises and quiz items.",
    "check": "Check a letter against what you noted.",
    "evaluate": "Compare the letter checker with labelled letters.",
    "learn": "Open the course in JupyterLab.",
    "teach": "For facilitators: the path, slides, the pack to print, a class in numbers.",
}


class _Lazy(click.Group):
    """A group whose commands are imported only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = near_matches(args[0], COMMANDS)
            hint = f" Did you mean {near[0]!r}?" if near else f" Choose one of: {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="followup-kit")
def cli() -> None:
    """Plan what to do after a job interview, with the source of every date."""


def main(args: list[str] | None = None) -> None:
    """Run the command line; every error of ours becomes one line and exit status 2."""
    out = sys.stdout
    for stream in (out, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = cli.main(args=args, prog_name="followup-kit", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit) as end:
        # The reader had enough, as `| head` has. Click puts another stream there then, and ends with status 1.
        if isinstance(end, SystemExit) and sys.stdout is out:
            raise
        sys.stdout = out
        # What is left is dropped, or Python would try once more, and complain, while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        sys.exit(0)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(2)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"followup-kit: {_one_line(error.format_message())}", err=True)
        sys.exit(2)
    except FollowUpError as error:
        click.echo(f"followup-kit: {_one_line(str(error))}", err=True)
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def _one_line(text: str) -> str:
    return " ".join(text.split())
