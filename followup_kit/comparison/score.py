"""Which of the rules a plan keeps, or what a person really did: checks chosen by data, run over the contacts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from followup_kit.advice.loading import load_data
from followup_kit.advice.protocols import read_protocol
from followup_kit.advice.rules import check_rule_ids, sourced, sources
from followup_kit.advice.rules import rules as all_rules
from followup_kit.comparison.account import Account, from_log, from_plan
from followup_kit.comparison.checks import CHECKS
from followup_kit.comparison.clauses import Finding
from followup_kit.errors import CaseError
from followup_kit.records.advice import Protocol, Rule
from followup_kit.records.base import DataRecord
from followup_kit.records.case import Event, Interview, Options
from followup_kit.records.plan import Plan
from followup_kit.records.score import RuleResult, Score, Scoring
from followup_kit.workdays import Calendar, read_calendar

__all__ = ["score", "scoring"]


class _ScoringBook(DataRecord, frozen=True, kw_only=True):
    rules: tuple[Scoring, ...]


@cache
def scoring() -> Mapping[str, Scoring]:
    """How each rule is carried out, by rule id, in the order of the rules.

    >>> scoring()["000.19"].checks[0].kind
    'at_most'
    """
    found = {s.rule: s for s in load_data("scoring.toml", _ScoringBook).rules}
    for id, one in found.items():
        sourced((id, *one.contradicted_by), "scoring.toml", f"rules {id}")
    return {id: found.get(id, Scoring(rule=id)) for id in all_rules()}


def score(
    plan_or_log: Plan | Iterable[Mapping[str, Any] | Event],
    rules: Iterable[str | Rule] | str | None = None,
    *,
    interview: Interview | None = None,
    protocol: Protocol | str | Path | None = None,
    calendar: Calendar | str | None = None,
    options: Options | None = None,
    today: dt.date | None = None,
) -> Score:
    """Which rules are kept, broken or open, each with why.

    ``plan_or_log`` is a plan, or a log of what a person did: events, or records with ``kind``,
    ``date`` and where they apply ``step``, ``channel``, ``to``, ``new_date``, ``samples``. A log
    needs the ``interview``. ``rules`` are rule ids or rules, or one source (``"000"``); all of them
    where none are named. ``protocol`` is the one behind a plan or a log (id, file or record), where
    the plan does not name one of the five or a consensus plan. What a log has not come to yet (by its last entry, or ``today``) stays open.

    Raises :class:`~followup_kit.errors.CaseError` for a log that contradicts itself or cannot be
    read, and :class:`~followup_kit.errors.UnknownName` for a rule that there is none of.

    >>> from followup_kit.planner import plan
    >>> case = Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16))
    >>> found = score(plan(case, "persistent"), ["000.19", "004.10"])
    >>> found["004.10"].result
    'kept'
    >>> found["000.19"].why
    '3 calls instead of at most 1; too many: Mon 30 Mar 2026, Mon 20 Apr 2026'
    """
    asked = _asked(rules)
    behind = None if protocol is None else read_protocol(protocol)
    if isinstance(plan_or_log, Plan):
        account = from_plan(plan_or_log, behind)
        calendar = plan_or_log.calendar if calendar is None else calendar
    else:
        if interview is None:
            raise CaseError("A log needs the interview that it is about: give interview=….")
        account = from_log(plan_or_log, interview, options, behind, today)
    calendar = read_calendar("US" if calendar is None else calendar)
    return Score(
        results=tuple(_result(scoring()[id], account, calendar) for id in asked),
        plan=plan_or_log if isinstance(plan_or_log, Plan) else None,
    )


def _asked(rules: Iterable[str | Rule] | str | None) -> tuple[str, ...]:
    if rules is None:
        return tuple(all_rules())
    if isinstance(rules, str):
        if rules in sources():
            return tuple(id for id, rule in all_rules().items() if rule.source == rules)
        rules = [rules]
    ids = tuple(dict.fromkeys(r.id if isinstance(r, Rule) else r for r in rules))
    check_rule_ids(ids)
    return ids


def _result(one: Scoring, account: Account, calendar: Calendar) -> RuleResult:
    """All checks of a rule together: one that breaks it breaks it, one that keeps it keeps it."""
    if not one.checks:
        where = "; ".join(one.see)
        return RuleResult(
            rule=one.rule, result="open", why=f"dates cannot show this; see {where}", see=one.see
        )
    found = [CHECKS[check.kind](check, account, calendar) for check in one.checks]
    broken = [f for f in found if f.result == "broken"]
    kept = [f for f in found if f.result == "kept"]
    chosen: list[Finding] = broken or kept or found
    return RuleResult(
        rule=one.rule,
        result=chosen[0].result,
        why="; ".join(dict.fromkeys(f.why for f in chosen)),
        touchpoints=tuple(dict.fromkeys((c.step, c.occurrence) for f in chosen for c in f.contacts)),
        see=one.see,
    )
