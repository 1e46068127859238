"""``followup-kit course``: the lessons with their exercises and quiz items."""

from __future__ import annotations

import click
import msgspec

__all__ = ["command"]


@click.command("course")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--objectives", is_flag=True, help="A table: where each objective is practised, asked, asked again."
)
def command(form: str, objectives: bool) -> None:
    """The lessons, with their objectives, exercises and quiz items."""
    if objectives:
        from followup_kit.course.objectives import objectives_table

        click.echo(objectives_table())
        return
    from followup_kit.course.registry import catalog

    found = catalog()
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    for lesson in found["lessons"]:
        minutes = lesson["minutes"]
        click.echo(f"{lesson['id']}  {lesson['title']}")
        click.echo(f"    {minutes['reading']} minutes to read, {minutes['exercises']} minutes of exercises")
        for objective in lesson["objectives"]:
            click.echo(f"    - {objective['text']}")
        for exercise in lesson["exercises"]:
            click.echo(f"    {exercise['id']}  {exercise['title']} ({exercise['minutes']} min)")
