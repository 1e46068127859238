"""``followup-kit teach``: what a facilitator needs before and after a workshop."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["command"]


@click.group("teach")
def command() -> None:
    """For facilitators: the 90-minute path, slides, the pack to print, the sums of a class.

    The check of the day before is: followup-kit learn --check
    """


@command.command("path")
def path() -> None:
    """The 90-minute path, part by part."""
    from followup_kit.course.facilitator.workshop import workshop_path

    click.echo(workshop_path().as_text())


@command.command("slides")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("lessons", nargs=-1)
@click.option("--plain", is_flag=True, help="Leave reveal.js out, even where it is installed.")
def slides(folder: Path, lessons: tuple[str, ...], plain: bool) -> None:
    """Slides of all LESSONS, or of some (03 04), as files in FOLDER that need no network.

    In a browser: arrow keys, Page Up and Page Down, Home and End, or the buttons. With reveal.js
    (python -m pip install ".[slides]") also an overview with O, and fingers.
    """
    from followup_kit.course.facilitator.slides import write_slides
    from followup_kit.course.folder import lessons_folder

    for written in write_slides(lessons_folder(), folder, lessons, plain=plain):
        click.echo(f"Written: {written}")


@command.command("handout")
@click.argument("file", type=click.Path(path_type=Path))
def handout(file: Path) -> None:
    """The pack to print, as one page in FILE (.html)."""
    from followup_kit.course.facilitator.handout import write_handout
    from followup_kit.course.folder import lessons_folder

    click.echo(f"Written: {write_handout(lessons_folder(), file)}. Open it in a browser and print it.")


@command.command("class")
@click.argument("folder", type=click.Path(path_type=Path))
def class_(folder: Path) -> None:
    """What a class reached, from the progress files in FOLDER; numbers under 5 learners are hidden."""
    from followup_kit.course.facilitator.dashboard import class_results, read_class

    files, faults = read_class(folder)
    for fault in faults:
        click.echo(fault, err=True)
    found = class_results(files)
    click.echo(f"Learners: {_number(found.learners)}")
    for title, tallies in (("Objectives", found.objectives), ("Items, most missed first", found.items)):
        click.echo(f"\n{title}\n{'tried':>8}{'reached':>9}{'missed':>8}")
        for t in tallies:
            click.echo(
                f"{_number(t.tried):>8}{_number(t.reached):>9}{_number(t.missed):>8}  {t.id}: {t.text}"
            )


def _number(count: int | None) -> str:
    return "hidden" if count is None else str(count)
