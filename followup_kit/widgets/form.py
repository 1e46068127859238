"""An exercise as a form: labelled fields, Check, Hint, Solution, Reset; the same checker as the cell's."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from followup_kit.advice.rules import cite, rules
from followup_kit.course.exercise_record import AnswerField, Exercise, Outcome
from followup_kit.course.markup import to_html, to_text
from followup_kit.course.question import Question
from followup_kit.course.registry import exercise
from followup_kit.widgets.base import Checklist, Choice, Details, Field, Shell, button, html, row, shell
from followup_kit.widgets.clear_button import ClearButton

__all__ = ["ExerciseForm", "exercise_form", "rules_markup"]


def exercise_form(which: str | Question, *, level: int = 3) -> ExerciseForm:
    """The form of an exercise, by its id or as a question; ``level`` is that of its heading.

    >>> form = exercise_form("04-promised-call")
    >>> form.fields["day"].value, form.fields["channel"].value = " 17 march 2026", "phone"
    >>> form.check().status
    'right'
    """
    return ExerciseForm(exercise(which) if isinstance(which, str) else which, level)


class ExerciseForm:
    """The form of one exercise. ``box`` is the widget; what its buttons do can be called from Python too."""

    def __init__(
        self, question: Question, level: int = 3, *, after_check: Callable[[], object] | None = None
    ) -> None:
        self.question = question
        self._after_check = after_check
        record = question.exercise
        self.fields: dict[str, Any] = {f.id: _control(f) for f in record.fields}
        for control in self.fields.values():
            if isinstance(control, Field):
                control.on_enter(self.check)
        self.feedback = html()
        self.help = html()
        self.solution_shown = False
        self._clear = ClearButton("Reset", "Bring my answers back", self.reset, self._bring_back)
        for control in self.fields.values():
            control.observe(self._clear.forget, "value")
        buttons = row(
            [
                button("Check", self.check, primary=True),
                button("Hint", self.hint),
                button("Solution", self.solution),
                self._clear,
            ]
        )
        minutes = f"<p>About {record.minutes} minute{'s' if record.minutes > 1 else ''}.</p>"
        self.box: Shell = shell(
            [
                html(to_html(record.prompt) + minutes),
                *self.fields.values(),
                buttons,
                self.feedback,
                self.help,
            ],
            f"Exercise: {record.title}",
            level=level,
        )

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def __repr__(self) -> str:
        return f"<form of the exercise {self.question.exercise.id}>"

    def answers(self) -> dict[str, Any]:
        """What stands in the fields, by field."""
        return {name: control.value for name, control in self.fields.items()}

    def check(self) -> Outcome:
        """Judge what stands in the fields; the verdict is shown, spoken, and put at each field."""
        outcome = self.question.check_all(self.answers())
        said = {p.field: p for p in outcome.parts}
        for name, control in self.fields.items():
            part = said.get(name)
            control.error = to_text(part.why) if part and part.status != "right" else ""
        self.feedback.value = outcome.as_html() + (
            _rules_details(self.question.exercise) if outcome.right else ""
        )
        self.box.announce(outcome.spoken(), again=True)
        if self._after_check is not None:
            self._after_check()
        return outcome

    def hint(self) -> None:
        """Show the next hint below those already shown."""
        note = self.question.hint()
        if self.question.exercise.hints[:1] and note.title.startswith("Hint 1 "):
            self.help.value = ""
        if note.title.startswith("Hint"):
            self.help.value += note.as_html()
            self.box.announce(f"{note.title}. {to_text(note.body)}")
        else:
            self.box.announce("There are no more hints. The button Solution shows the answer.", again=True)

    def solution(self) -> None:
        """Show the answers, why they are right, and who says so; what was typed stays."""
        note = self.question.solution()
        record = self.question.exercise
        if not self.solution_shown:
            lines = "".join(
                f"<li>{escape(f.label)}: <strong>{escape(_shown(f, record))}</strong></li>"
                for f in record.fields
            )
            body = f"<p><strong>{note.title}</strong></p><ul>{lines}</ul>{to_html(record.because)}"
            code = f"<pre><code>{escape(record.solved)}</code></pre>"
            folded = f"<details><summary>As a cell</summary>{code}</details>"
            self.help.value += f'<div class="fk-card">{body}{folded}</div>{_rules_details(record)}'
            self.solution_shown = True
        self.box.announce(f"Solution. {to_text(record.because)}", again=True)

    def reset(self) -> dict[str, Any] | None:
        """Empty the fields and show the cell's stub to copy. Returns the answers that stood there, if any."""
        before = self.answers()
        empty: dict[str, Any] = {
            name: [] if isinstance(c, Checklist) else None if isinstance(c, Choice) else ""
            for name, c in self.fields.items()
        }
        self._fill(empty)
        self.question.hints_shown = 0
        self.solution_shown = False
        self.feedback.value = ""
        stub = escape(self.question.exercise.stub)
        self.help.value = (
            "<details><summary>The exercise's cell as it was, to copy</summary>"
            f"<pre><code>{stub}</code></pre>"
            "<p>In the cell itself, a line <code>q.reset()</code> brings it back.</p></details>"
        )
        again = "" if before == empty else " The same button brings your answers back."
        self.box.announce(f"The form is empty again.{again}", again=True)
        return before if again else None

    def _fill(self, values: dict[str, Any]) -> None:
        for name, control in self.fields.items():
            control.value, control.error = values[name], ""

    def _bring_back(self, answers: dict[str, Any]) -> None:
        self._fill(answers)
        self.help.value = ""
        self.box.announce("Your answers are back.", again=True)


def _control(field: AnswerField) -> Any:
    options = list(field.options.items())
    if field.kind == "choice":
        return Choice(field.label, options, help=field.help)
    if field.kind == "yes_no":
        return Choice(field.label, [("yes", "Yes"), ("no", "No")], help=field.help)
    if field.kind == "choices":
        return Checklist(field.label, options, help=field.help or "Tick all that fit.")
    example = field.help or field.example()
    return Field(
        field.label,
        rows=field.rows,
        help=example[0].upper() + example[1:] + ("" if example[-1] in ".?!…" else "."),
    )


def _shown(field: AnswerField, record: Exercise) -> str:
    answer = record.solution[field.id]
    read = field.read(answer, record.year)
    return str(read.shown) if field.kind in ("day", "number", "choice", "choices", "yes_no") else str(answer)


def rules_markup(ids: tuple[str, ...]) -> str:
    """Rules as a list: id, what it says in our words, and its source."""
    known = rules()
    lines = []
    for id in ids:
        rule = known[id]
        lines.append(
            f"<li><strong>{escape(id)}</strong> {escape(rule.rule)} <cite>({escape(cite(rule.source))})</cite></li>"
        )
    return f"<ul>{''.join(lines)}</ul>"


def _rules_details(record: Exercise) -> str:
    if not record.rules:
        return ""
    return str(Details("The rules behind it", rules_markup(record.rules)).value)
