"""Quizzes: the quiz of the course before and after, the checks of a lesson, questions asked again."""

from __future__ import annotations

from html import escape

from followup_kit.course.facilitator.workshop import workshop_path
from followup_kit.course.learner import session
from followup_kit.course.learner.progress import Occasion, Progress
from followup_kit.course.lesson_record import QuizItem
from followup_kit.course.markup import to_html
from followup_kit.course.quiz import Gain, gain, quiz_form
from followup_kit.course.registry import lesson, quiz_item
from followup_kit.widgets.base import Choice, Shell, button, html, row, shell, table
from followup_kit.widgets.clear_button import ClearButton

__all__ = ["QuizForm", "lesson_quiz", "quiz", "retrieval", "workshop_quiz"]

_FORMS: dict[Occasion, str] = {"before": "A", "after": "B"}


def quiz(occasion: Occasion, *, level: int = 3) -> QuizForm:
    """The quiz of the course: form A before it, form B after it. What changed is shown to the learner only.

    >>> len(quiz("before").choices)
    10
    """
    title = "Quiz before the course" if occasion == "before" else "Quiz after the course"
    return QuizForm(quiz_form(_FORMS[occasion]), title, level, occasion)


def workshop_quiz(*, level: int = 3) -> QuizForm:
    """The two questions of the 90-minute path; they count as answered before the course.

    >>> [item.form for item in workshop_quiz().items]
    ['A', 'A']
    """
    items = tuple(quiz_item(c.item) for c in workshop_path().cells if c.item)
    return QuizForm(items, "Two questions to begin a workshop", level, "before")


def lesson_quiz(lesson_id: str, *, level: int = 3) -> QuizForm:
    """The checks of one lesson."""
    return QuizForm(lesson(lesson_id).checks, "A short check", level)


def retrieval(lesson_id: str, *, level: int = 3) -> QuizForm:
    """The questions of earlier lessons that this one asks again."""
    return QuizForm(tuple(quiz_item(i) for i in lesson(lesson_id).retrieves), "From earlier lessons", level)


class QuizForm:
    """Some questions with one button. ``box`` is the widget; ``check`` shows what is right, and why."""

    def __init__(
        self, items: tuple[QuizItem, ...], title: str, level: int, occasion: Occasion | None = None
    ) -> None:
        self.items = items
        self.occasion = occasion
        self.choices = {i.id: Choice(i.question, [(o.id, o.text) for o in i.options]) for i in items}
        self._replies = {i.id: html() for i in items}
        self.summary = html()
        children = []
        for n, item in enumerate(items, 1):
            scenario = html(f"<p><strong>{n} of {len(items)}.</strong> {escape(item.scenario)}</p>")
            children += [scenario, self.choices[item.id], self._replies[item.id]]
        self._clear = ClearButton("Start anew", "Bring my answers back", self.reset, self._bring_back)
        for choice in self.choices.values():
            choice.observe(self._clear.forget, "value")
        buttons = row([button("Check my answers", self.check, primary=True), self._clear])
        self.box: Shell = shell([*children, buttons, self.summary], title, level=level)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.box)  # type: ignore[no-untyped-call]

    def check(self) -> dict[str, bool]:
        """Show what is right; what was not answered stays open. Returns the answered items."""
        answered: dict[str, bool] = {}
        for item in self.items:
            chosen = self.choices[item.id].value
            if chosen is None:
                self._replies[item.id].value = ""
                continue
            right = chosen == item.answer
            answered[item.id] = right
            self._replies[item.id].value = _reply(item, chosen, right)
        kept = session.progress_file()
        if kept and self.occasion:
            occasion = self.occasion

            def note(progress: Progress) -> Progress:
                for id, right in answered.items():
                    progress = progress.answered(occasion, id, right=right)
                return progress

            kept.change(note)
        self._sum_up(answered)
        return answered

    def _sum_up(self, answered: dict[str, bool]) -> None:
        missing = len(self.items) - len(answered)
        text = f"{sum(answered.values())} of {len(self.items)} right."
        if missing:
            text += f" {missing} not answered yet."
        kept = session.progress_file()
        shown = f"<p><strong>{text}</strong></p>"
        if self.occasion == "after" and kept and kept.progress.quizzes.get("before"):
            shown += gain_markup(gain(kept.progress.quizzes))
        self.summary.value = shown
        self.box.announce(text, again=True)

    def reset(self) -> dict[str, str] | None:
        """Clear all answers; what was counted before stays counted. Returns the answers, if there were any."""
        before = {id: choice.value for id, choice in self.choices.items() if choice.value}
        for id, choice in self.choices.items():
            choice.value = None
            self._replies[id].value = ""
        self.summary.value = ""
        again = " The same button brings them back." if before else ""
        self.box.announce(f"All answers are cleared.{again}", again=True)
        return before or None

    def _bring_back(self, answers: dict[str, str]) -> None:
        for id, answer in answers.items():
            self.choices[id].value = answer
        self.box.announce("Your answers are back.", again=True)


def _reply(item: QuizItem, chosen: str, right: bool) -> str:
    verdict = "✓ Right." if right else "✗ Not yet."
    rules = (
        f"<p>Rules: {escape(', '.join(item.rules))}</p>" if item.rules else f"<p>{escape(item.editorial)}</p>"
    )
    explained = to_html(item.explanation) if right else ""
    state = "right" if right else "not_yet"
    said = f'<p><span class="fk-verdict">{verdict}</span> {escape(item.why(chosen))}</p>'
    return f'<div class="fk-card fk-{state}">{said}{explained}{rules}</div>'


def gain_markup(gains: tuple[Gain, ...]) -> str:
    """What changed on each objective, as a table for the learner."""
    words = {True: "✓ right", False: "✗ not yet", None: "○ not answered"}
    rows = [(g.text, words[g.before], words[g.after]) for g in gains]
    return table("Before and after, for you alone", ["You can", "Before", "After"], rows)
