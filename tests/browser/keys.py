"""A lesson worked by the keyboard alone: no pointer, and no focus that a script has set."""

from __future__ import annotations

from typing import Any

from followup_kit.course.exercise_record import Exercise
from tests.browser.lab import Lab

# The names of the groups around what has the focus, from the inside out.
AROUND = """() => {
  const names = [];
  for (let e = document.activeElement; e; e = e.parentElement) {
    if (e.matches('[role=group][aria-label]')) names.push(e.getAttribute('aria-label'));
    if (e.matches('fieldset')) names.push(e.querySelector('legend')?.textContent ?? '');
  }
  return names;
}"""
MOST = 400


class Keys:
    """What a person does with keys. ``cells`` is how many cells there were: no shortcut may cut or add one."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.page = lab.page
        self.cells: int = self.page.evaluate(
            "() => window.jupyterapp.shell.currentWidget.content.widgets.length"
        )

    def press(self, *keys: str) -> Keys:
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def type(self, text: str) -> Keys:
        """Type over what stands in the field; Enter begins a new line."""
        self.press("Control+a")
        for n, line in enumerate(text.split("\n")):
            if n:
                self.press("Enter")
            self.page.keyboard.insert_text(line)
        return self

    def run_cells(self, most: int | None = None) -> Keys:
        """From the first cell on, run one after the other by Shift and Enter.

        The last one by Control and Enter: below it Shift and Enter would add a cell.
        """
        self.press(*["Shift+Enter"] * (most or self.cells - 1))
        if most is None:
            self.press("Control+Enter")
        self.lab.wait_until_idle()
        assert self.lab.errors() == []
        return self

    def to_cell(self, number: int) -> Keys:
        """To the cell of that number, counted from 0 with those of text, by the arrow keys."""
        now: int = self.page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex")
        self.press(*["ArrowUp" if now > number else "ArrowDown"] * abs(now - number))
        return self

    def tab_to(self, control: str, group: str = "", *, back: bool = False) -> Keys:
        """Press Tab until a control has the focus: tag and name as in :meth:`Lab.focused`; ``group`` is around it."""
        seen = []
        for _ in range(MOST):
            self.press("Shift+Tab" if back else "Tab")
            seen.append(self.lab.focused())
            if seen[-1] == control and (not group or group in self.page.evaluate(AROUND)):
                return self
        raise AssertionError(f"Tab does not reach {control!r} in {group!r}; it went over {seen[-12:]}")

    def choose(self, number: int) -> Keys:
        """Of the radio buttons of which the first one has the focus, the one of that number, counted from 0."""
        return self.press("Space") if number == 0 else self.press(*["ArrowDown"] * number)

    def solve(self, exercise: Exercise) -> Keys:
        """Fill the form of an exercise with its solution and check it."""
        form = f"Exercise: {exercise.title}"
        for field in exercise.fields:
            answer: Any = exercise.solution[field.id]
            read: Any = field.read(answer, exercise.year).value
            options = {"yes": "Yes", "no": "No"} if field.kind == "yes_no" else field.options
            if field.kind == "choices":
                for id, text in options.items():
                    self.tab_to(f"input {text}", form)
                    if id in read:
                        self.press("Space")
            elif options:
                self.tab_to(f"input {next(iter(options.values()))}"[:66], form)
                self.choose(list(options).index(read))
            else:
                self.tab_to(f"{'textarea' if field.rows > 1 else 'input'} {field.label}", form).type(
                    str(answer)
                )
        return self.tab_to("button Check", form).press("Enter")

    def assert_whole(self) -> None:
        """No shortcut of the notebook has fired."""
        now = self.page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")
        assert now == self.cells
