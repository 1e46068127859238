"""Slides from the lessons, by nbconvert's slide exporter, in files that load nothing from the network.

``jupyter nbconvert --to slides notebooks/04-plan-the-follow-up.ipynb`` does it too: an installation puts the
template (``templates/followup``) where nbconvert looks, and names it in nbconvert's settings
(``templates/jupyter_nbconvert_config.json``). Notebooks that are no lessons come out as ever. nbconvert's own
template takes reveal.js, MathJax and more from the network. Here reveal.js is written into each file where it
is on this machine: the extra ``slides`` brings it, or ``--SlidesExporter.reveal_url_prefix=FOLDER`` names a
copy. Where it is not, a few lines of the template turn the slides. Both go by keyboard.

Each cell of a lesson carries its slide type as JupyterLab writes it (``metadata.slideshow``), as
:func:`slide_type` gives it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from followup_kit.course.files import write_page
from followup_kit.course.frame import cell_text
from followup_kit.course.registry import exercise
from followup_kit.errors import CourseError, UnknownName

__all__ = [
    "TEMPLATE",
    "reveal_folder",
    "slide_notebook",
    "slide_type",
    "template_folder",
    "write_slides",
]

TEMPLATE = "followup"
LEFT_OUT = frozenset({"completion", "exit", "glossary", "next", "retrieval", "sources"})
_NOT_SHOWN = frozenset({"exercise", "form", "hide-input"})
_HEADING = re.compile(r"^#{1,3} ", re.MULTILINE)
_EXERCISE = re.compile(r'fk\.exercise_form\("([^"]+)"\)')


def template_folder() -> Path:
    """The folder that holds the template, for ``--TemplateExporter.extra_template_basedirs``."""
    return Path(str(files("followup_kit.course.facilitator"))) / "templates"


def reveal_folder() -> Path | None:
    """The folder of a reveal.js on this machine, or None. The extra ``slides`` installs a package with one."""
    found = find_spec("pyreveal")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent / "revealjs"
    return folder if (folder / "dist" / "reveal.js").is_file() else None


def slide_type(cell: Mapping[str, Any]) -> str:
    """The slide type of a lesson's cell: ``slide`` begins one, ``-`` goes on with it, ``skip`` is left out.

    >>> slide_type({"cell_type": "markdown", "source": "## When to write", "metadata": {}})
    'slide'
    >>> slide_type({"cell_type": "code", "source": "course.start()", "metadata": {"tags": ["hide-input"]}})
    'skip'
    """
    tags = set(cell.get("metadata", {}).get("tags", []))
    if tags & LEFT_OUT:
        return "skip"
    if cell["cell_type"] == "markdown":
        return "slide" if _HEADING.search(cell_text(cell)) else "-"
    shown = any(o.get("output_type") != "error" for o in cell.get("outputs", []))
    return "-" if shown and not tags & _NOT_SHOWN else "skip"


def slide_notebook(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """A lesson as slides: a slide for each heading, and one with the prompt for each exercise.

    The notebook is given and returned as the plain values of its JSON. Forms, set-up and exercise cells are
    left out, since a slide runs nothing; what a cell printed or showed is kept.

    >>> page = slide_notebook({"cells": [{"cell_type": "markdown", "source": "# A", "metadata": {}}]})
    >>> page["cells"][0]["metadata"]["slideshow"]
    {'slide_type': 'slide'}
    """
    cells = [slide for n, cell in enumerate(notebook["cells"]) for slide in _slides(cell, n)]
    if cells:
        cells[0]["metadata"]["slideshow"] = {"slide_type": "slide"}
    return {**notebook, "cells": cells}


def _slides(cell: Mapping[str, Any], number: int) -> list[dict[str, Any]]:
    asked = _EXERCISE.search(cell_text(cell)) if cell["cell_type"] == "code" else None
    if asked:
        one = exercise(asked[1]).exercise
        text = f"### Exercise: {one.title}\n\n{one.prompt}\n\n*{one.minutes} minutes, in the notebook.*"
        prompt = {"cell_type": "markdown", "id": f"s{number}", "source": text}
        return [_cell(prompt, "slide")]
    kind = cell.get("metadata", {}).get("slideshow", {}).get("slide_type") or slide_type(cell)
    if kind == "skip":
        return []
    kept = dict(cell)
    if "outputs" in kept:
        kept["outputs"] = [o for o in kept["outputs"] if o.get("output_type") != "error"]
    return [_cell(kept, kind)]


def _cell(cell: Mapping[str, Any], kind: str) -> dict[str, Any]:
    return {**cell, "metadata": {"slideshow": {"slide_type": kind}}}


def write_slides(
    lessons: Path, target: Path, only: Sequence[str] = (), *, plain: bool = False
) -> tuple[Path, ...]:
    """Write one HTML file for each lesson of the folder ``lessons``; ``only`` names some by their two figures.

    ``plain`` leaves reveal.js out, even where it is on this machine. Raises :class:`~followup_kit.errors.CourseError` where nbconvert is missing or the folder
    cannot be written, :class:`~followup_kit.errors.UnknownName` for a lesson that is not there.
    """
    try:
        import nbformat
        from nbconvert.exporters.slides import SlidesExporter
    except ImportError:
        raise CourseError(
            'Slides need Jupyter: in the folder of the course, run python -m pip install ".[course]".'
        ) from None
    paths = {p.name[:2]: p for p in sorted(lessons.glob("[0-9][0-9]-*.ipynb"))}
    for one in only:
        if one not in paths:
            raise UnknownName("lesson", one, paths)
    exporter = SlidesExporter(  # type: ignore[no-untyped-call]
        template_name=TEMPLATE,
        extra_template_basedirs=[str(template_folder())],
        reveal_url_prefix="" if plain else str(reveal_folder() or ""),
    )
    written = []
    for id, path in paths.items():
        if only and id not in only:
            continue
        try:
            body, _ = exporter.from_notebook_node(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
        except (
            ValueError,
            OSError,
        ):  # no notebook, none that nbformat knows, or one without anything to show
            raise CourseError(
                f"{path.name} cannot be made into slides: it is damaged or empty. Use a fresh copy of the lesson."
            ) from None
        goal = target / f"{path.stem}.slides.html"
        write_page(goal, body)
        written.append(goal)
    return tuple(written)
