"""Progress: a plain JSON file that the learner owns, without a name in it.

A :class:`Progress` is a value; merging two of them never loses what was reached, gives the same in
either order and changes nothing when repeated, so that two open notebooks or two machines agree.
A :class:`ProgressFile` keeps one in a file. A lost or damaged file costs progress, never a crash:
the damaged one is kept beside the new one, and ``notice`` says so in one sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from followup_kit.course.files import keep_aside, remove_with_copies, write_whole
from followup_kit.errors import CourseError, shorten
from followup_kit.records.base import DataRecord

__all__ = ["Drilled", "Progress", "ProgressFile", "Tried"]

Id = Annotated[str, Meta(pattern=r"^[0-9a-z][0-9a-z_-]*$", max_length=60)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Occasion = Literal["before", "after"]
MOST_BYTES = 1_000_000
"""More than a progress file can have: all exercises and drills take some ten thousand."""
K = TypeVar("K")
V = TypeVar("V")


class Tried(DataRecord, frozen=True, kw_only=True):
    """What was tried of one exercise: attempts, hints opened, whether it was solved, and whether at once."""

    attempts: Count = 0
    hints: Count = 0
    right: bool = False
    at_once: bool = False
    solution_seen: bool = False

    def merge(self, other: Tried) -> Tried:
        """The further of the two in each respect."""
        return Tried(
            attempts=max(self.attempts, other.attempts),
            hints=max(self.hints, other.hints),
            right=self.right or other.right,
            at_once=self.at_once or other.at_once,
            solution_seen=self.solution_seen or other.solution_seen,
        )


class Drilled(DataRecord, frozen=True, kw_only=True):
    """Cases of one drill: how many were answered, how many rightly, and the highest level reached."""

    asked: Count = 0
    right: Count = 0
    level: Count = 0

    def merge(self, other: Drilled) -> Drilled:
        """The further of the two in each respect."""
        return Drilled(
            asked=max(self.asked, other.asked),
            right=max(self.right, other.right),
            level=max(self.level, other.level),
        )


class Progress(DataRecord, frozen=True, kw_only=True):
    """What a learner has reached. ``quizzes`` holds, by occasion and item, whether it was answered rightly.

    ``begun`` says how often progress was forgotten and begun anew in this file.

    >>> started = Progress().tried("04-promised-call", right=True)
    >>> started.exercises["04-promised-call"].at_once
    True
    >>> Progress.from_json(started.to_json()) == started
    True
    """

    schema: Literal[1] = 1
    begun: Annotated[int, Meta(ge=0)] = 0
    exercises: dict[Id, Tried] = {}
    quizzes: dict[Occasion, dict[Id, bool]] = {}
    drills: dict[Id, Drilled] = {}

    @classmethod
    def from_json(cls, raw: str | bytes) -> Progress:
        """The progress written in ``raw``; :class:`~followup_kit.errors.CourseError` where it is none."""
        try:
            return msgspec.json.decode(raw, type=cls)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            reason = " ".join(str(error).split())
            raise CourseError(
                f"This is not a progress file of this course ({reason}): choose another file."
            ) from None

    def to_json(self) -> str:
        """The progress as text, by sorted keys; it holds no name and no date."""
        return msgspec.json.format(msgspec.json.encode(self, order="sorted"), indent=2).decode() + "\n"

    def merge(self, other: Progress) -> Progress:
        """What was reached in either.

        >>> a, b = Progress().tried("04-a", right=False), Progress().tried("04-a", right=True)
        >>> a.merge(b) == b.merge(a) == a.merge(b).merge(b)
        True
        """
        return Progress(
            begun=max(self.begun, other.begun),
            exercises=_merge(self.exercises, other.exercises, Tried.merge),
            quizzes=_merge(self.quizzes, other.quizzes, lambda a, b: _merge(a, b, bool.__or__)),
            drills=_merge(self.drills, other.drills, Drilled.merge),
        )

    def tried(self, exercise: str, *, right: bool) -> Progress:
        """With one more attempt at an exercise; once solved, it stays solved."""
        old = self.exercises.get(exercise, Tried())
        if old.right and right:
            return self
        first = right and old.attempts == 0 and not old.solution_seen
        new = replace(
            old,
            attempts=min(old.attempts + 1, 1_000_000),
            right=old.right or right,
            at_once=old.at_once or first,
        )
        return replace(self, exercises=self.exercises | {exercise: new})

    def helped(self, exercise: str, *, hints: int = 0, solution: bool = False) -> Progress:
        """With so many hints of an exercise opened, or its solution seen."""
        old = self.exercises.get(exercise, Tried())
        new = replace(
            old, hints=max(old.hints, hints), solution_seen=old.solution_seen or (solution and not old.right)
        )
        return replace(self, exercises=self.exercises | {exercise: new})

    def answered(self, occasion: Occasion, item: str, *, right: bool) -> Progress:
        """With a quiz item answered before or after the course; the first answer to it counts."""
        given = self.quizzes.get(occasion, {})
        return replace(self, quizzes=self.quizzes | {occasion: {item: right} | given})

    def drilled(self, kind: str, *, right: bool, level: int) -> Progress:
        """With one more case of a drill answered."""
        old = self.drills.get(kind, Drilled())
        new = Drilled(
            asked=old.asked + 1, right=old.right + right, level=max(old.level, level if right else 0)
        )
        return replace(self, drills=self.drills | {kind: new})

    def done(self, exercises: tuple[str, ...]) -> int:
        """How many of these exercises are solved."""
        return sum(e in self.exercises and self.exercises[e].right for e in exercises)


def _merge(a: dict[K, V], b: dict[K, V], both: Callable[[V, V], V]) -> dict[K, V]:
    return a | {k: both(a[k], v) if k in a else v for k, v in b.items()}


class ProgressFile:
    """One learner's progress, in a file.

    ``notice`` is one sentence on what went wrong with the file, or empty; the course goes on in any
    case. Each change is read, merged and written anew, so that two notebooks at once lose nothing.

    >>> import tempfile, pathlib
    >>> kept = ProgressFile(pathlib.Path(tempfile.mkdtemp()) / "progress.json")
    >>> kept.change(lambda p: p.tried("04-promised-call", right=True))
    >>> ProgressFile(kept.path).progress.done(("04-promised-call",))
    1
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.notice = ""
        self._watching: list[Callable[[], object]] = []
        self._known = self._read()

    @property
    def progress(self) -> Progress:
        """What has been reached, as far as the file and this session know."""
        return self._known

    def _read(self) -> Progress:
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return Progress()
        except OSError as error:
            self.notice = (
                f"Your progress could not be read ({error.strerror}); the course goes on without it."
            )
            return Progress()
        try:
            return Progress.from_json(raw)
        except CourseError:
            self._keep(raw)
            return Progress()

    def _keep(self, raw: bytes) -> None:
        aside = keep_aside(self.path, raw)
        kept = f" It was kept as {aside.name};" if aside else " It could not be kept;"
        self.notice = f"Your progress file could not be used.{kept} counting starts anew."

    def watch(self, act: Callable[[], object]) -> None:
        """Call ``act`` after each change, for as long as this file is in use."""
        self._watching.append(act)

    def change(self, change: Callable[[Progress], Progress]) -> None:
        """Apply ``change`` to the newest state and write it at once."""
        there = self._read()
        if there.begun > self._known.begun:  # forgotten in another notebook
            self._known = Progress()
        self._known = change(there.merge(self._known))
        self._write()
        self._tell()

    def _tell(self) -> None:
        for act in self._watching:
            act()

    def bring_in(self, path: str | Path) -> None:
        """Merge an exported progress file; :class:`~followup_kit.errors.CourseError` if it is none."""
        try:
            with Path(path).open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "no file has such a name"
            raise CourseError(
                f"{shorten(Path(path).name, 60)} cannot be opened ({reason}): check the name."
            ) from None
        self.take(raw)

    def take(self, raw: str | bytes) -> None:
        """Merge the text of an exported progress file; :class:`~followup_kit.errors.CourseError` if it is none."""
        if len(raw) > MOST_BYTES:
            raise CourseError("This file is too large to be a progress file: choose another file.")
        other = Progress.from_json(raw)
        self.change(lambda p: p.merge(replace(other, begun=0)))

    def export(self, path: str | Path) -> Path:
        """Write a copy, without a name in it, for a facilitator or another machine."""
        target = Path(path)
        try:
            write_whole(target, self.progress.to_json())
        except OSError as error:
            raise CourseError(
                f"{target.name} cannot be written ({error.strerror}): choose another folder."
            ) from None
        return target

    def forget(self, *, really: bool = False) -> None:
        """Start anew, also without kept copies of a damaged file. Only ``really=True`` does it: it cannot be undone.

        What remains is an empty file, so that other open notebooks do not write back what they know.
        Raises :class:`~followup_kit.errors.CourseError` where the file cannot be written.
        """
        if not really:
            raise CourseError("This would forget all progress: say forget(really=True) if you want that.")
        begun = max(self._known.begun, self._read().begun) + 1
        try:
            remove_with_copies(self.path)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, Progress(begun=begun).to_json())
        except OSError as error:
            raise CourseError(f"Your progress could not be deleted ({error.strerror}).") from None
        self._known = Progress(begun=begun)
        self._tell()

    def _write(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, self._known.to_json())
        except OSError as error:
            self.notice = (
                f"Your progress could not be saved ({error.strerror}); it is kept until you close this."
            )
