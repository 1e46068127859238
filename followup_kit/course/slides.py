"""Slides from the lessons, by nbconvert's slide exporter, in files that load nothing from the network.

nbconvert's own template takes reveal.js, MathJax and more from elsewhere; the template beside this module
(``templates/followup``) needs none of them. :func:`slide_notebook` gives the lessons the slide types that the
exporter reads, so the same is had by hand from a prepared notebook::

    jupyter nbconvert --to slides --template followup \\
        --TemplateExporter.extra_template_basedirs=…/followup_kit/course/templates 04.slides.ipynb
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from followup_kit.course.frame import cell_text
from followup_kit.course.registry import exercise
from followup_kit.errors import CourseError, UnknownName

__all__ = ["TEMPLATE", "slide_notebook", "template_folder", "write_slides"]

TEMPLATE = "followup"
LEFT_OUT = frozenset({"completion", "exit", "glossary", "next", "retrieval", "sources"})
_HEADING = re.compile(r"^#{1,3} ", re.MULTILINE)
_EXERCISE = re.compile(r'fk\.exercise_form\("([^"]+)"\)')


def template_folder() -> Path:
    """The folder that holds the template, for ``--TemplateExporter.extra_template_basedirs``."""
    return Path(str(files("followup_kit.course"))) / "templates"


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
    tags = set(cell.get("metadata", {}).get("tags", []))
    source = cell_text(cell)
    if cell["cell_type"] == "markdown":
        if tags & LEFT_OUT:
            return []
        kind = "slide" if _HEADING.match(source) else "-"
        return [_cell(cell, kind)]
    asked = _EXERCISE.search(source)
    if asked:
        one = exercise(asked[1]).exercise
        text = f"### Exercise: {one.title}\n\n{one.prompt}\n\n*{one.minutes} minutes, in the notebook.*"
        prompt = {"cell_type": "markdown", "id": f"s{number}", "source": text}
        return [_cell(prompt, "slide")]
    outputs = [o for o in cell.get("outputs", []) if o.get("output_type") != "error"]
    if tags & {"form", "exercise", "hide-input"} or tags & LEFT_OUT or not outputs:
        return []
    return [_cell(cell, "-")]


def _cell(cell: Mapping[str, Any], kind: str) -> dict[str, Any]:
    return {**cell, "metadata": {"slideshow": {"slide_type": kind}}}


def write_slides(lessons: Path, target: Path, only: Sequence[str] = ()) -> tuple[Path, ...]:
    """Write one HTML file for each lesson of the folder ``lessons``; ``only`` names some by their two figures.

    Raises :class:`~followup_kit.errors.CourseError` where nbconvert is missing or the folder cannot be
    written, :class:`~followup_kit.errors.UnknownName` for a lesson that is not there.
    """
    try:
        import nbformat
        from nbconvert.exporters.slides import SlidesExporter
    except ImportError:
        raise CourseError('Slides need Jupyter: run pip install "followup-kit[course]".') from None
    paths = {p.name[:2]: p for p in sorted(lessons.glob("[0-9][0-9]-*.ipynb"))}
    for one in only:
        if one not in paths:
            raise UnknownName("lesson", one, paths)
    exporter = SlidesExporter(  # type: ignore[no-untyped-call]
        template_name=TEMPLATE, extra_template_basedirs=[str(template_folder())], exclude_input_prompt=True
    )
    written = []
    for id, path in paths.items():
        if only and id not in only:
            continue
        notebook = nbformat.from_dict(slide_notebook(nbformat.read(path, as_version=4)))  # type: ignore[no-untyped-call]
        titles = re.findall(r"^# (.+)$", notebook.cells[0].source, re.MULTILINE) if notebook.cells else []
        notebook.metadata["title"] = titles[0] if titles else path.stem
        body, _ = exporter.from_notebook_node(notebook)
        goal = target / f"{path.stem}.slides.html"
        _write(goal, body)
        written.append(goal)
    return tuple(written)


def _write(goal: Path, body: str) -> None:
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_text(body, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise CourseError(f"{goal.name} cannot be written ({reason}): choose another folder.") from None
