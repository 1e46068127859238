"""``followup-kit learn``."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import click

from followup_kit.errors import CourseError

__all__ = ["command"]


@click.command("learn")
@click.argument("lesson", required=False)
@click.option("--folder", type=click.Path(path_type=Path), help="Folder for your own copy of the lessons.")
@click.option("--fresh", is_flag=True, help="Start again with a new copy; the old one stays.")
@click.option("--no-open", is_flag=True, help="Only prepare the lessons and say where they are.")
@click.option(
    "--check", is_flag=True, help="Only try whether everything opens; for the day before a workshop."
)
def command(lesson: str | None, folder: Path | None, fresh: bool, no_open: bool, check: bool) -> None:
    """Open the course in JupyterLab.

    LESSON is a number or a name, for example 04. In a clone the lessons open in place; elsewhere,
    or with --folder, on a copy of your own. A file that you edited is never overwritten.
    """
    from followup_kit.course.folder import (
        DEFAULT,
        clone_folder,
        copy_lessons,
        find_lesson,
        kernel_startup,
        lessons_folder,
    )

    source = lessons_folder()
    if check:
        _check(folder or source, lesson)
        return
    if folder is None and not fresh and clone_folder():
        target = source
    else:
        target, kept = copy_lessons(source, folder or Path.cwd() / DEFAULT, fresh=fresh)
        for path in kept:
            click.echo(f"Kept as you left it: {path}")
    notebook = find_lesson(target, lesson)
    click.echo(f"The lessons are in {target}")
    if no_open:
        return
    if importlib.util.find_spec("jupyterlab") is None:
        raise CourseError(
            'JupyterLab is not installed. In the folder of the course, install it with: python -m pip install ".[course]"'
        )
    click.echo(f"Opening {notebook.name} in JupyterLab. To stop, come back here and press Ctrl+C twice.")
    # No news and no update check: nothing is asked of the network.
    quiet = ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    status = subprocess.run(  # noqa: S603  (our own interpreter, no shell)
        [sys.executable, "-m", "jupyterlab", *quiet, f"--ServerApp.root_dir={target}", str(notebook)],
        check=False,
        env={"PYTHONSTARTUP": kernel_startup(), **os.environ},
    ).returncode
    sys.exit(0 if status in (0, 130, -2) else 2)


def _check(folder: Path, lesson: str | None) -> None:
    """Try all lessons, or one, line by line as it goes; exit status 2 where something failed."""
    from followup_kit.course.facilitator.dry_run import dry_run
    from followup_kit.course.folder import find_lesson

    only = find_lesson(folder, lesson) if lesson else None
    click.echo(f"Trying what is in {folder}. This takes a few minutes.")
    failed = 0
    for done in dry_run(folder, only=only, starting=lambda name: click.echo(f"… {name}", err=True)):
        click.echo(done.line)
        failed += not done.fine
    if failed:
        raise CourseError(f"{failed} of these failed: see the lines that begin with ✗.")
    click.echo("All of it opens.")
