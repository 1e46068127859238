"""Where the lessons are, and a learner's own copy of them.

In a clone the lessons are used in place. Elsewhere they are copied into a folder of the learner's,
with a list of what was copied, so that a newer version replaces only files that were not edited.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from importlib.resources import files
from pathlib import Path

from followup_kit.errors import CourseError, UnknownName

__all__ = ["clone_folder", "copy_lessons", "find_lesson", "kernel_startup", "lessons_folder"]

MANIFEST = ".followup-kit.json"
DEFAULT = "followup-kit-course"


def clone_folder() -> Path | None:
    """The ``notebooks`` folder of the clone that this package runs from, or None."""
    root = Path(str(files("followup_kit"))).parent
    notebooks = root / "notebooks"
    return notebooks if (root / "pyproject.toml").is_file() and notebooks.is_dir() else None


def lessons_folder() -> Path:
    """The folder that holds the lessons of this installation; they are not to be changed there."""
    clone = clone_folder()
    if clone:
        return clone
    installed = Path(str(files("followup_kit"))) / "notebooks"
    if installed.is_dir():
        return installed
    raise CourseError("The lessons are not in this installation: install followup-kit again with [course].")


def kernel_startup() -> str:
    """The file for ``PYTHONSTARTUP`` that has a lesson's kernel say which cell is missing.

    >>> Path(kernel_startup()).is_file()
    True
    """
    return str(files("followup_kit") / "course" / "kernel_startup.py")


def find_lesson(folder: Path, lesson: str | None) -> Path:
    """The notebook of a lesson, by its number (``"04"``, ``"4"``) or its name; the first one for None."""
    lessons = sorted(p for p in folder.glob("[0-9][0-9]-*.ipynb"))
    if not lessons:
        raise CourseError(f"There are no lessons in {folder}.")
    if lesson is None:
        return lessons[0]
    wanted = lesson.removesuffix(".ipynb")
    for path in lessons:
        if wanted in (path.stem, path.stem[:2]) or (
            wanted.isascii() and wanted.isdecimal() and path.stem.startswith(f"{int(wanted):02d}-")
        ):
            return path
    raise UnknownName("lesson", lesson, [p.stem for p in lessons])


def copy_lessons(source: Path, target: Path, *, fresh: bool = False) -> tuple[Path, list[Path]]:
    """Copy the lessons to ``target``; gives the folder and the edited files that were left as they are.

    A file that the learner changed is never overwritten. ``fresh`` copies into a new folder beside
    an existing one (``target-2``, ``target-3`` …).
    """
    if fresh:
        target = _unused(target)
    try:
        target.mkdir(parents=True, exist_ok=True)
        known = _read(target / MANIFEST)
        kept: list[Path] = []
        for path in sorted(p for p in source.rglob("*") if p.is_file() and not _skipped(p, source)):
            name = path.relative_to(source).as_posix()
            goal = target / name
            if goal.exists() and _digest(goal) not in (known.get(name), _digest(path)):
                kept.append(goal)
                continue
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, goal)
            known[name] = _digest(path)
        (target / MANIFEST).write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise CourseError(f"{target} cannot hold the lessons ({reason}): choose another --folder.") from None
    return target, kept


def _skipped(path: Path, source: Path) -> bool:
    parts = path.relative_to(source).parts
    return any(p.startswith(".") or p in ("__pycache__", "my-course") for p in parts)


def _unused(target: Path) -> Path:
    number, candidate = 2, target
    while candidate.exists():
        candidate = target.with_name(f"{target.name}-{number}")
        number += 1
    return candidate


def _read(path: Path) -> dict[str, str]:
    """The list of copied files; a lost or damaged list means that every existing file counts as edited."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in data.items()} if isinstance(data, dict) else {}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
