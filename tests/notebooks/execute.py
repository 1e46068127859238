"""Run notebooks and save them clean: outputs in place, cells numbered, nothing that differs from run to run.

    python tests/notebooks/execute.py notebooks/04-plan-the-follow-up.ipynb
    python tests/notebooks/execute.py            # all of them

Kept are sources, tags, hidden sources and the course's own metadata; slide types and the marks of the 90-minute
path are written anew. Widgets leave their text
only: a stored widget is dead when the notebook is opened again, so its cell makes it anew. The learner's
folder is an empty one, so that nobody's own interview gets into a lesson.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from followup_kit.course.facilitator.slides import slide_type
from followup_kit.course.facilitator.workshop import TAG, marked
from tests.notebooks.running import NOTEBOOKS, all_notebooks, clean_environment

WIDGET = "application/vnd.jupyter.widget-view+json"
KEPT_IN_CELL = {"tags", "followup_kit"}
KEPT_IN_NOTEBOOK = {"kernelspec", "language_info", "followup_kit"}


def run(notebook: Any, folder: Path, cwd: Path = NOTEBOOKS) -> Any:
    """The notebook, executed in a fresh kernel; ``folder`` takes Jupyter's and the learner's files."""
    environment = clean_environment(folder)
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(cwd)}}
    )
    with client.setup_kernel(env=environment):
        for n, cell in enumerate(notebook.cells):
            client.execute_cell(cell, n)
    return notebook


def _joined(outputs: list[Any]) -> list[Any]:
    """Printed text as one piece; in how many pieces it comes is chance."""
    joined: list[Any] = []
    for output in outputs:
        last = joined[-1] if joined else None
        if last and last.output_type == output.output_type == "stream" and last.name == output.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined


def clean(notebook: Any) -> Any:
    """The notebook without what differs from run to run or machine to machine."""
    for cell in notebook.cells:
        hidden = cell.metadata.get("jupyter", {}).get("source_hidden")
        cell.metadata = {k: v for k, v in cell.metadata.items() if k in KEPT_IN_CELL}
        if hidden:
            cell.metadata["jupyter"] = {"source_hidden": True}
        if cell.cell_type == "code":
            cell.outputs = _joined(cell.outputs)
        for output in cell.get("outputs", []):
            if "data" in output:
                output["data"].pop(WIDGET, None)
            if "metadata" in output:
                output["metadata"] = {}
    notebook.metadata = {k: v for k, v in notebook.metadata.items() if k in KEPT_IN_NOTEBOOK}
    notebook.metadata["language_info"] = {"name": "python"}
    number = 0
    for cell in notebook.cells:
        if cell.cell_type == "code":
            number += 1
            cell.execution_count = number
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = number
    if "followup_kit" in notebook.metadata:
        for cell in notebook.cells:
            cell.metadata["slideshow"] = {"slide_type": slide_type(cell)}
        _mark_workshop(notebook)
    return notebook


def _mark_workshop(notebook: Any) -> None:
    """Tag the cells that the 90-minute path uses, and no others."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    found = marked(notebook.metadata["followup_kit"]["id"], [cell.source for cell in cells])
    for cell, mark in zip(cells, found, strict=True):
        tags = [tag for tag in cell.metadata.get("tags", []) if tag != TAG] + ([TAG] if mark.tag else [])
        if tags:
            cell.metadata["tags"] = tags


def main(paths: list[str]) -> None:
    chosen = [Path(p).resolve() for p in paths] or [p for p in all_notebooks() if not p.name.startswith("_")]
    for path in chosen:
        with tempfile.TemporaryDirectory() as folder:
            notebook = run(nbformat.read(path, as_version=4), Path(folder), path.parent)
        nbformat.validate(clean(notebook))
        nbformat.write(notebook, path)
        print(os.path.relpath(path))


if __name__ == "__main__":
    main(sys.argv[1:])
