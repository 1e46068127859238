"""followup-kit: what to do after a job interview, when, and who says so.

Public names are loaded when they are first used, so that ``import followup_kit`` costs next to
nothing.

>>> import followup_kit as fk
>>> plan = fk.plan(fk.Interview(day=fk.parse_day("2026-03-02")), "persistent")
>>> plan[0].step
'thank_you'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_EXPORTS = {
    "CaseError": "errors",
    "Checklist": "records.letter",
    "CourseError": "errors",
    "DataError": "errors",
    "Event": "records.case",
    "Finding": "records.letter",
    "FollowUpError": "errors",
    "Interview": "records.case",
    "Journal": "journal.store",
    "JournalError": "errors",
    "LetterContext": "records.letter",
    "LetterError": "errors",
    "Options": "records.case",
    "Person": "records.case",
    "Plan": "records.plan",
    "Protocol": "records.advice",
    "Reading": "records.plan",
    "Report": "records.letter",
    "Rule": "records.advice",
    "Source": "records.advice",
    "Step": "records.advice",
    "Touchpoint": "records.plan",
    "UnknownName": "errors",
    "case_form": "widgets.case_form",
    "drill_form": "widgets.drill_form",
    "exercise_form": "widgets.form",
    "lesson_quiz": "widgets.quiz",
    "letter_studio": "widgets.letter_studio",
    "check_letter": "letters.check",
    "load_checklist": "letters.checklists",
    "load_protocol": "advice.protocols",
    "parse_day": "records.case",
    "plan": "planner",
    "progress_bar": "widgets.progress_bar",
    "protocol_ids": "advice.protocols",
    "protocol_schema": "advice.protocols",
    "quiz": "widgets.quiz",
    "retrieval": "widgets.quiz",
    "rules": "advice.rules",
    "sources": "advice.rules",
    "working_days": "workdays",
}

__all__ = ["__version__", *_EXPORTS]  # pyright: ignore[reportUnsupportedDunderAll]

if TYPE_CHECKING:
    from followup_kit.advice.protocols import load_protocol, protocol_ids, protocol_schema
    from followup_kit.advice.rules import rules, sources
    from followup_kit.errors import (
        CaseError,
        CourseError,
        DataError,
        FollowUpError,
        JournalError,
        LetterError,
        UnknownName,
    )
    from followup_kit.journal.store import Journal
    from followup_kit.letters.check import check_letter
    from followup_kit.letters.checklists import load_checklist
    from followup_kit.planner import plan
    from followup_kit.records.advice import Protocol, Rule, Source, Step
    from followup_kit.records.case import Event, Interview, Options, Person, parse_day
    from followup_kit.records.letter import Checklist, Finding, LetterContext, Report
    from followup_kit.records.plan import Plan, Reading, Touchpoint
    from followup_kit.widgets.case_form import case_form
    from followup_kit.widgets.drill_form import drill_form
    from followup_kit.widgets.form import exercise_form
    from followup_kit.widgets.letter_studio import letter_studio
    from followup_kit.widgets.progress_bar import progress_bar
    from followup_kit.widgets.quiz import lesson_quiz, quiz, retrieval
    from followup_kit.workdays import working_days


def __getattr__(name: str) -> Any:
    module = _EXPORTS.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
