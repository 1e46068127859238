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

from followup_kit.records.displays import register

__version__ = "0.1.0"

_EXPORTS = {
    "Card": "records.evidence",
    "CaseError": "errors",
    "Checklist": "records.letter",
    "Comparison": "records.comparison",
    "Conflict": "records.comparison",
    "CourseError": "errors",
    "DataError": "errors",
    "Employer": "records.simulation",
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
    "Score": "records.score",
    "Simulation": "records.simulation",
    "Source": "records.advice",
    "Step": "records.advice",
    "Touchpoint": "records.plan",
    "UnknownName": "errors",
    "call_budget": "calls",
    "call_script": "calls",
    "card_text": "outputs.evidence",
    "changes": "outputs.campaign",
    "case_form": "widgets.case_form",
    "call_coach": "widgets.call_coach",
    "change_step": "comparison.editing",
    "check_call": "calls",
    "drill_form": "widgets.drill_form",
    "exercise_form": "widgets.form",
    "forget_form": "widgets.forget_form",
    "lesson_quiz": "widgets.quiz",
    "letter_studio": "widgets.letter_studio",
    "check_letter": "letters.check",
    "compare": "comparison.compare",
    "conflicts_frame": "outputs.comparison",
    "consensus": "comparison.consensus",
    "consensus_ids": "comparison.consensus",
    "drifts": "advice.evidence",
    "drifts_frame": "outputs.evidence",
    "drop_step": "comparison.editing",
    "employer": "simulation",
    "employer_ids": "simulation",
    "evidence": "outputs.evidence",
    "evidence_card": "advice.evidence",
    "evidence_cards": "advice.evidence",
    "grade": "advice.evidence",
    "guides": "advice.evidence",
    "guides_frame": "outputs.evidence",
    "let_go_frame": "outputs.evidence",
    "load_checklist": "letters.checklists",
    "campaign_board": "widgets.board",
    "load_protocol": "advice.protocols",
    "opinions": "comparison.opinions",
    "opinions_frame": "outputs.opinions",
    "own_copy": "comparison.editing",
    "parse_day": "records.case",
    "plan": "planner",
    "plan_explorer": "widgets.plan_explorer",
    "progress_bar": "widgets.progress_bar",
    "progress_keeper": "widgets.progress_keeper",
    "protocol_builder": "widgets.protocol_builder",
    "protocol_ids": "advice.protocols",
    "protocol_schema": "advice.protocols",
    "protocol_toml": "advice.writing",
    "questions": "advice.questions",
    "quick_letter": "widgets.quick_letter",
    "quiz": "widgets.quiz",
    "retrieval": "widgets.quiz",
    "rules": "advice.rules",
    "save_protocol": "advice.writing",
    "score": "comparison.score",
    "score_frame": "outputs.comparison",
    "simulate": "simulation",
    "simulations_alternative": "outputs.simulation",
    "simulations_frame": "outputs.simulation",
    "simulations_picture": "outputs.simulation",
    "simulations_shown": "outputs.picture",
    "sources": "advice.rules",
    "still_open": "advice.evidence",
    "table": "outputs.table",
    "take_branch": "calls",
    "working_days": "workdays",
    "workshop_quiz": "widgets.quiz",
}

_DISPLAYS = {
    "card_html": f"{__name__}.outputs.cards",
    "card_text": f"{__name__}.outputs.evidence",
    "comparison_frame": f"{__name__}.outputs.comparison",
    "comparison_html": f"{__name__}.outputs.comparison",
    "comparison_text": f"{__name__}.outputs.comparison",
    "consensus": f"{__name__}.comparison.consensus",
    "explain_touchpoint": f"{__name__}.outputs.text",
    "journal_calendar": f"{__name__}.outputs.ics",
    "plan_calendar": f"{__name__}.outputs.ics",
    "plan_frame": f"{__name__}.outputs.frame",
    "plan_html": f"{__name__}.outputs.html",
    "plan_text": f"{__name__}.outputs.text",
    "score_html": f"{__name__}.outputs.comparison",
    "score_text": f"{__name__}.outputs.comparison",
    "simulation_alternative": f"{__name__}.outputs.simulation",
    "simulation_frame": f"{__name__}.outputs.simulation",
    "simulation_html": f"{__name__}.outputs.simulation",
    "simulation_picture": f"{__name__}.outputs.simulation",
    "simulation_text": f"{__name__}.outputs.simulation",
}
"""Where records are shown and consensus plans made: the one place that knows both floors."""
register(_DISPLAYS)

__all__ = ["__version__", *_EXPORTS]  # pyright: ignore[reportUnsupportedDunderAll]

if TYPE_CHECKING:
    from followup_kit.advice.evidence import drifts, evidence_card, evidence_cards, grade, guides, still_open
    from followup_kit.advice.protocols import load_protocol, protocol_ids, protocol_schema
    from followup_kit.advice.questions import questions
    from followup_kit.advice.rules import rules, sources
    from followup_kit.advice.writing import protocol_toml, save_protocol
    from followup_kit.calls import call_budget, call_script, check_call, take_branch
    from followup_kit.comparison.compare import compare
    from followup_kit.comparison.consensus import consensus, consensus_ids
    from followup_kit.comparison.editing import change_step, drop_step, own_copy
    from followup_kit.comparison.opinions import opinions
    from followup_kit.comparison.score import score
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
    from followup_kit.outputs.campaign import changes
    from followup_kit.outputs.comparison import conflicts_frame, score_frame
    from followup_kit.outputs.evidence import card_text, drifts_frame, evidence, guides_frame, let_go_frame
    from followup_kit.outputs.opinions import opinions_frame
    from followup_kit.outputs.picture import simulations_shown
    from followup_kit.outputs.simulation import (
        simulations_alternative,
        simulations_frame,
        simulations_picture,
    )
    from followup_kit.outputs.table import table
    from followup_kit.planner import plan
    from followup_kit.records.advice import Protocol, Rule, Source, Step
    from followup_kit.records.case import Event, Interview, Options, Person, parse_day
    from followup_kit.records.comparison import Comparison, Conflict
    from followup_kit.records.evidence import Card
    from followup_kit.records.letter import Checklist, Finding, LetterContext, Report
    from followup_kit.records.plan import Plan, Reading, Touchpoint
    from followup_kit.records.score import Score
    from followup_kit.records.simulation import Employer, Simulation
    from followup_kit.simulation import employer, employer_ids, simulate
    from followup_kit.widgets.board import campaign_board
    from followup_kit.widgets.call_coach import call_coach
    from followup_kit.widgets.case_form import case_form
    from followup_kit.widgets.drill_form import drill_form
    from followup_kit.widgets.forget_form import forget_form
    from followup_kit.widgets.form import exercise_form
    from followup_kit.widgets.letter_studio import letter_studio
    from followup_kit.widgets.plan_explorer import plan_explorer
    from followup_kit.widgets.progress_bar import progress_bar
    from followup_kit.widgets.progress_keeper import progress_keeper
    from followup_kit.widgets.protocol_builder import protocol_builder
    from followup_kit.widgets.quick_letter import quick_letter
    from followup_kit.widgets.quiz import lesson_quiz, quiz, retrieval, workshop_quiz
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
