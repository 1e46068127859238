"""An exercise as a learner meets it: check, hint, solution, reset. One for the form and the cell alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from followup_kit.course.cells import Note
from followup_kit.course.exercise_record import Exercise, Outcome, judge
from followup_kit.course.learner import session

__all__ = ["Question"]


class Question:
    """An exercise in this session, with the hints that were opened.

    >>> from followup_kit import course
    >>> q = course.exercise("04-promised-call")
    >>> q.check().status
    'not_attempted'
    >>> q.check(day="tue 17 mar", channel="phone").status
    'right'
    """

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.hints_shown = 0

    def __repr__(self) -> str:
        return f"<exercise {self.exercise.id}: {self.exercise.title}>"

    def check(self, *answers: Any, **named: Any) -> Outcome:
        """What comes of these answers, given by field name or in the fields' order. Never raises."""
        names = [f.id for f in self.exercise.fields]
        names += [f"number {n}" for n in range(len(names) + 1, len(answers) + 1)]
        return self.check_all(dict(zip(names, answers, strict=False)) | named)

    def check_all(self, given: Mapping[str, Any]) -> Outcome:
        """The same for answers in a mapping, as the form gives them."""
        outcome = self.judged(given)
        if outcome.status in ("right", "not_yet") and (kept := session.progress_file()):
            kept.change(lambda p: p.tried(self.exercise.id, right=outcome.right))
        return outcome

    def judged(self, given: Mapping[str, Any]) -> Outcome:
        """What comes of these answers, without counting it."""
        return judge(self.exercise, given)

    def note_help(self, *, hints: int = 0, solution: bool = False) -> None:
        """Count that help was opened."""
        if kept := session.progress_file():
            kept.change(lambda p: p.helped(self.exercise.id, hints=hints, solution=solution))

    def hint(self) -> Note:
        """The next hint, from mild to strong."""
        hints = self.exercise.hints
        if self.hints_shown >= len(hints):
            return Note(
                title="There are no more hints", body="`q.solution()` shows the answer with its reasons."
            )
        self.hints_shown += 1
        self.note_help(hints=self.hints_shown)
        return Note(title=f"Hint {self.hints_shown} of {len(hints)}", body=hints[self.hints_shown - 1])

    def solution(self) -> Note:
        """The answers and why they are right; nothing is lost by looking."""
        self.note_help(solution=True)
        rules = ", ".join(self.exercise.rules)
        body = f"{self.exercise.because}\n\nRules: {rules}" if rules else self.exercise.because
        return Note(title="Solution", body=body, code=self.exercise.solved)

    def reset(self) -> Note:
        """Put the stub back into the cell that runs this; outside a notebook, show it.

        Only a cell that is being run can be replaced, so a button cannot do it: the form clears its
        own fields and shows the stub to copy.
        """
        self.hints_shown = 0
        shell = session.shell_of()
        if shell is not None and hasattr(shell, "set_next_input"):
            shell.set_next_input(self.exercise.stub, replace=True)
            return Note(title="The cell is as it was at the beginning", body="Fill it in and run it again.")
        return Note(title="The cell as it was at the beginning", code=self.exercise.stub)
