"""A comparison and a score as text, HTML and frames.

Everything that a user may have typed is escaped; nothing rests on colour.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from followup_kit.advice.rules import rule_range, rules
from followup_kit.outputs.html import STYLE
from followup_kit.outputs.text import wrapped
from followup_kit.outputs.timeline import lanes_svg, legend
from followup_kit.outputs.words import STATUSES, day_text, series_title, summary
from followup_kit.records.comparison import Comparison, Conflict
from followup_kit.records.plan import Plan, Touchpoint
from followup_kit.records.score import RuleResult, Score
from followup_kit.records.words import CHANNELS

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "comparison_frame",
    "comparison_html",
    "comparison_text",
    "conflict_html",
    "conflicts_frame",
    "score_frame",
    "score_html",
    "score_text",
]


def comparison_frame(comparison: Comparison) -> pd.DataFrame:
    """One row a day, one column a protocol; the index holds the days as ``datetime64``.

    >>> import followup_kit as fk
    >>> case = fk.Interview(day=fk.parse_day("2026-03-02"), promised=fk.parse_day("2026-03-16"))
    >>> fk.compare(case, ["classic", "measured"]).to_frame().loc["2026-03-17", "measured"]
    'Check-in (e-mail)'
    """
    import pandas as pd

    rows = [
        {
            protocol: "; ".join(_what(t, comparison.plans[protocol]) for t in row.get(protocol, ()))
            for protocol in comparison.plans
        }
        for _, row in comparison.timeline()
    ]
    index = pd.to_datetime([day for day, _ in comparison.timeline()])
    return pd.DataFrame(rows, index=pd.DatetimeIndex(index, name="day"), columns=list(comparison.plans))


def conflicts_frame(comparison: Comparison) -> pd.DataFrame:
    """One row a side: number, topic, protocol, what it says, its rules, and what that means in this case."""
    import pandas as pd

    rows = [
        {
            "conflict": c.id,
            "topic": c.topic,
            "protocol": s.protocol,
            "says": s.says,
            "rules": ", ".join(s.rules),
            "here": s.here,
            "difference": c.difference,
            "unit": c.unit,
        }
        for c in comparison.conflicts
        for s in c.sides
    ]
    columns = ["conflict", "topic", "protocol", "says", "rules", "here", "difference", "unit"]
    return pd.DataFrame(rows, columns=columns)


def comparison_text(comparison: Comparison) -> str:
    """The days with what each protocol does on them, then the conflicts."""
    lines = [
        f"One case, {len(comparison.plans)} protocols, interview on {day_text(comparison.interview.day)}",
        "",
    ]
    for day, row in comparison.timeline():
        lines.append(day_text(day))
        for protocol, touchpoints in row.items():
            plan = comparison.plans[protocol]
            lines.append(f"    {protocol}: {'; '.join(_what(t, plan) for t in touchpoints)}")
    lines.append("")
    if not comparison.conflicts:
        lines.append("These protocols do not conflict.")
    for conflict in comparison.conflicts:
        lines += ["", f"{conflict.id}. {conflict.topic}"]
        for side in conflict.sides:
            lines += wrapped(f"{side.protocol}: {side.says} ({rule_range(side.rules)})", "    ")
        lines += wrapped(f"In this case {conflict.in_this_case}", "    ")
    for note in comparison.notes:
        lines += ["", *wrapped(note, "! ")]
    return "\n".join(lines)


def comparison_html(comparison: Comparison) -> str:
    """The plans on one timeline, the days in a table, and each conflict with both sides' rules."""
    plans = comparison.plans
    lanes = [(plan.title, [t for t in plan if t.status != "cancelled"]) for plan in plans.values()]
    alternative = " ".join(summary(plan) for plan in plans.values())
    promised = next(iter(plans.values())).promised if plans else None
    notes = "".join(f"<li>{escape(note)}</li>" for note in comparison.notes)
    return (
        f'<div class="fk-plan">{STYLE}'
        '<div class="fk-scroll" tabindex="0" role="group" aria-label="Timeline of all plans">'
        f"{lanes_svg(lanes, comparison.interview.day, promised, alternative)}</div><p>{legend()}</p>"
        + (f'<ul aria-label="Notes">{notes}</ul>' if notes else "")
        + _days_table(comparison)
        + "".join(conflict_html(c) for c in comparison.conflicts)
        + "</div>"
    )


def _days_table(comparison: Comparison) -> str:
    plans = comparison.plans
    heads = "".join(f'<th scope="col">{escape(plan.title)}</th>' for plan in plans.values())
    rows = []
    for day, row in comparison.timeline():
        cells = "".join(
            f"<td>{escape('; '.join(_what(t, plans[p]) for t in row[p])) if p in row else ''}</td>"
            for p in plans
        )
        rows.append(f'<tr><th scope="row">{day_text(day)}</th>{cells}</tr>')
    return (
        '<div class="fk-scroll" tabindex="0" role="group" aria-label="Table of all days">'
        f"<table><caption>What each protocol does, day by day. Interview on {day_text(comparison.interview.day)}."
        f'</caption><thead><tr><th scope="col">Day</th>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def conflict_html(conflict: Conflict) -> str:
    """One conflict, to open: both sides with their rules, and what it means in this case."""
    known = rules()
    rows = "".join(
        f'<tr><th scope="row">{escape(s.protocol)}</th><td>{escape(s.says)}</td><td>'
        + "<br>".join(escape(f"{id}: {known[id].rule}" if id in known else id) for id in s.rules)
        + f"</td><td>{escape(s.here)}</td></tr>"
        for s in conflict.sides
    )
    return (
        f"<details><summary>{conflict.id}. {escape(conflict.topic)}</summary>"
        f"<p>{escape(conflict.in_this_case)}</p>"
        '<div class="fk-scroll" tabindex="0" role="group"'
        f' aria-label="Table of conflict {conflict.id}">'
        f"<table><caption>{escape(conflict.topic)}: who says what</caption><thead><tr>"
        '<th scope="col">Protocol</th><th scope="col">Holds</th><th scope="col">Rules</th>'
        f'<th scope="col">In this case</th></tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def score_frame(score: Score) -> pd.DataFrame:
    """One row a rule: its id, its source, the result, why, the rule in our words, and where else it is carried."""
    import pandas as pd

    known = rules()
    rows = [
        {
            "rule": r.rule,
            "source": known[r.rule].source,
            "result": r.result,
            "why": r.why,
            "says": known[r.rule].rule,
            "see": "; ".join(r.see),
        }
        for r in score.results
    ]
    return pd.DataFrame(rows, columns=["rule", "source", "result", "why", "says", "see"])


def score_text(score: Score) -> str:
    """What is broken and why, then what is kept, then what dates cannot show."""
    lines = [_count(score), ""]
    for title, results in _groups(score):
        lines.append(f"{title}: {len(results)}")
        for r in results:
            lines += wrapped(f"{r.rule}  {rules()[r.rule].rule} → {r.why}", "    ")
        lines.append("")
    return "\n".join(lines).rstrip()


def score_html(score: Score) -> str:
    """The three groups, each to open, with a row for each rule."""
    parts = [f"<p>{_count(score)}</p>"]
    for title, results in _groups(score):
        rows = "".join(
            f'<tr><th scope="row">{r.rule}</th><td>{escape(rules()[r.rule].rule)}</td><td>{escape(r.why)}</td></tr>'
            for r in results
        )
        parts.append(
            f"<details{' open' if title == 'Broken' else ''}><summary>{title}: {len(results)}</summary>"
            f'<div class="fk-scroll" tabindex="0" role="group" aria-label="Table of rules: {title.lower()}">'
            f'<table><caption>{title}</caption><thead><tr><th scope="col">Rule</th><th scope="col">In our words</th>'
            f'<th scope="col">Why</th></tr></thead><tbody>{rows}</tbody></table></div></details>'
        )
    return f'<div class="fk-plan">{STYLE}{"".join(parts)}</div>'


def _count(score: Score) -> str:
    return (
        f"Of {len(score.results)} rules {len(score.kept)} are kept, {len(score.broken)} are broken "
        f"and {len(score.open)} are left open."
    )


def _groups(score: Score) -> tuple[tuple[str, tuple[RuleResult, ...]], ...]:
    return (("Broken", score.broken), ("Kept", score.kept), ("Open", score.open))


def _what(t: Touchpoint, plan: Plan) -> str:
    status = "" if t.status == "planned" else f", {STATUSES[t.status]}"
    return f"{series_title(t, plan)} ({CHANNELS[t.channel]}{status})"
