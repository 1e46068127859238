"""The day before: does everything open? What the course needs, and each lesson run untouched in a fresh kernel.

The lessons run on copies in a temporary folder, with an empty learner's folder, so that nothing is changed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from os import environ
from pathlib import Path
from typing import Any

from followup_kit.course.facilitator.workshop import marked, workshop_path
from followup_kit.errors import CourseError, FollowUpError
from followup_kit.records.base import Record

__all__ = ["NEEDED", "Check", "dry_run", "notebooks_to_try"]

NEEDED = (
    "jupyterlab",
    "ipykernel",
    "ipywidgets",
    "anywidget",
    "pandas",
    "matplotlib",
    "nbclient",
    "nbformat",
)
OLDEST = (3, 11)
SECONDS = 120


class Check(Record, frozen=True, kw_only=True):
    """One thing that was tried: its name, whether it went well, what came of it, and how many seconds it took."""

    name: str
    fine: bool
    said: str
    seconds: float = 0.0

    @property
    def line(self) -> str:
        """As one line.

        >>> Check(name="Python", fine=True, said="3.11").line
        '✓ Python: 3.11'
        """
        took = f" ({self.seconds:.0f} s)" if self.seconds >= 1 else ""
        return f"{'✓' if self.fine else '✗'} {self.name}: {self.said}{took}"


def notebooks_to_try(folder: Path) -> tuple[Path, ...]:
    """The lessons of a folder and the facilitator's notebooks, in order."""
    found = [*folder.glob("[0-9][0-9]-*.ipynb"), *folder.glob("facilitator/*.ipynb")]
    return tuple(sorted(p for p in found if not p.name.startswith("_")))


def dry_run(
    folder: Path, *, only: Path | None = None, starting: Callable[[str], object] = lambda _: None
) -> Iterator[Check]:
    """Try all of it, one check after the other, each given when it is done.

    ``only`` runs one notebook of the folder; ``starting`` hears the name of each notebook before it runs, for whoever waits.
    """
    yield _python()
    missing = [name for name in NEEDED if not _imports(name)]
    yield from (_package(name, name not in missing) for name in NEEDED)
    yield _path(folder)
    if missing:
        yield Check(
            name="Lessons",
            fine=False,
            said='not tried: in the folder of the course, run python -m pip install ".[course]".',
        )
        return
    paths = (only,) if only else notebooks_to_try(folder)
    if not paths:
        raise CourseError(f"There are no lessons in {folder}.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        copy = Path(place) / "lessons"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("my-course", ".*", "__pycache__"))
        for path in paths:
            name = path.relative_to(folder).as_posix()
            starting(name)
            yield _run(name, copy / name, Path(place) / "my-course")


def _python() -> Check:
    fine = sys.version_info >= OLDEST
    said = ".".join(map(str, sys.version_info[:3]))
    return Check(
        name="Python", fine=fine, said=said if fine else f"{said} is too old: install 3.11 or newer."
    )


def _imports(name: str) -> bool:
    try:
        import_module(name)
    except Exception:  # noqa: BLE001  (a damaged package fails in any way it likes)
        return False
    return True


def _package(name: str, fine: bool) -> Check:
    try:
        number = version(name)
    except PackageNotFoundError:
        number = "no version"
    said = (
        number
        if fine
        else 'cannot be used: in the folder of the course, run python -m pip install ".[course]".'
    )
    return Check(name=name, fine=fine, said=said)


def _path(folder: Path) -> Check:
    """Whether the cells of the 90-minute path are in this folder's lessons."""
    lost = []
    for cell in workshop_path().cells:
        wanted = cell.exercise or cell.form
        paths = list(folder.glob(f"{cell.lesson}-*.ipynb"))
        sources = _sources(paths[0]) if paths else []
        if wanted and not any(m.tag and wanted in m.source for m in marked(cell.lesson, sources)):
            lost.append(f"lesson {cell.lesson}, {cell.name}")
    name = "The 90-minute path"
    if lost:
        return Check(name=name, fine=False, said=f"not in these lessons: {'; '.join(lost)}.")
    return Check(name=name, fine=True, said="all its cells are there")


def _sources(path: Path) -> list[str]:
    import json

    from followup_kit.course.frame import cell_text

    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [cell_text(c) for c in cells if c.get("cell_type") == "code"]


def _run(name: str, path: Path, learner: Path) -> Check:
    began = time.monotonic()
    try:
        said, fine = _cells_run(path, learner), True
    except FollowUpError as error:
        said, fine = str(error), False
    return Check(name=name, fine=fine, said=said, seconds=time.monotonic() - began)


def _cells_run(path: Path, learner: Path) -> str:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    try:
        notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except Exception as error:
        raise CourseError(f"it cannot be read ({type(error).__name__}): get a new copy.") from error
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    cells = [n for n, c in enumerate(notebook.cells) if c.cell_type == "code"]
    try:
        with client.setup_kernel(env=_environment(learner)):
            for n in cells:
                client.execute_cell(notebook.cells[n], n)
    except CellExecutionError as error:
        raise CourseError(f"a cell raised {error.ename}: {error.evalue}"[:200]) from error
    except CellTimeoutError as error:
        raise CourseError(f"a cell took more than {SECONDS} seconds: close other programs.") from error
    except DeadKernelError as error:
        raise CourseError("the kernel stopped: there may be too little memory.") from error
    except Exception as error:
        raise CourseError(f"it cannot be run ({type(error).__name__}: {error})"[:200]) from error
    return f"{len(cells)} cells ran"


def _environment(learner: Path) -> Mapping[str, str]:
    return dict(environ) | {"FOLLOWUP_KIT_COURSE_FOLDER": str(learner)}
