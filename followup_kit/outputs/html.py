"""A plan as HTML: a picture with its text alternative, and a table in which every row opens on its rule.

Everything that a user may have typed is escaped. The colours are the page's own, so the plan
follows light and dark themes; no meaning rests on colour.
"""

from __future__ import annotations

from html import escape

from followup_kit.advice.rules import rules
from followup_kit.outputs.text import event_words, reading_text
from followup_kit.outputs.timeline import legend, timeline_svg
from followup_kit.outputs.words import STATUSES, day_text, how, series_title, when
from followup_kit.records.plan import Plan, Touchpoint

__all__ = ["STYLE", "plan_html", "plan_table"]

STYLE = """<style>
.fk-plan{color:var(--jp-content-font-color0,inherit);line-height:1.45;max-width:62rem}
.fk-plan .fk-scroll{overflow-x:auto;max-width:100%}
.fk-plan table{border-collapse:collapse;margin:.5em 0;width:100%}
.fk-plan caption{text-align:start;font-weight:600;padding:.3em 0;color:inherit;caption-side:top}
.fk-plan th,.fk-plan td{text-align:start!important;vertical-align:top;padding:.4em .6em;border:0;border-bottom:1px solid currentColor;
white-space:normal;max-width:none;overflow-wrap:normal;font-size:inherit;color:inherit}
.fk-plan tr{background:transparent!important}
.fk-plan thead th{border-bottom-width:2px}
.fk-plan th[scope=row]{font-weight:600;min-width:8.5em}
.fk-plan td:last-child{min-width:14em}
.fk-plan .fk-plan-why summary{font-weight:400}
.fk-plan summary{cursor:pointer;min-height:24px;padding:2px 0}
.fk-plan svg{color:inherit;max-width:none;height:auto}
.fk-plan ul{margin:.3em 0;padding-inline-start:1.3em}
.fk-plan .fk-cancelled td,.fk-plan .fk-cancelled th{border-style:dashed}
.fk-plan .fk-cancelled .fk-what{text-decoration:line-through}
.fk-plan a,.fk-plan summary{color:inherit}
.fk-plan :focus-visible{outline:3px solid currentColor;outline-offset:2px}
</style>"""


def plan_html(plan: Plan) -> str:
    """The whole plan: what was assumed, the timeline, the table."""
    notes = "".join(f"<li>{escape(n)}</li>" for n in plan.assumptions)
    picture = (
        f'<div class="fk-scroll" tabindex="0" role="group" aria-label="Timeline of the plan">{timeline_svg(plan)}</div>'
        f"<p>{legend()}</p>"
        if len(plan)
        else ""
    )
    return (
        f'<div class="fk-plan">{STYLE}'
        + (f'<ul aria-label="Assumptions">{notes}</ul>' if notes else "")
        + picture
        + plan_table(plan)
        + "</div>"
    )


def plan_table(plan: Plan) -> str:
    """The touchpoints as a table; each row opens on its reason, its rules and its other readings."""
    about = ", ".join(escape(p) for p in (plan.interview.position, plan.interview.company) if p)
    caption = (
        f"{escape(plan.title)} plan after the interview on {day_text(plan.interview.day)}"
        f"{f' ({about})' if about else ''}. Working days: {escape(plan.calendar)}."
    )
    heads = "".join(
        f'<th scope="col">{h}</th>' for h in ("When", "What", "How and to whom", "Status", "Who says so")
    )
    rows = "".join(_row(plan, t) for t in plan)
    if not rows:
        rows = '<tr><td colspan="5">Nothing is left to do.</td></tr>'
    return (
        '<div class="fk-scroll" tabindex="0" role="group" aria-label="Table of the plan">'
        f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(plan: Plan, t: Touchpoint) -> str:
    moved = f"<br>moved from {day_text(t.moved_from)}" if t.moved_from else ""
    done = f" on {day_text(t.done_on)}" if t.done_on else ""
    gone = ' class="fk-cancelled"' if t.status == "cancelled" else ""
    return (
        f'<tr{gone}><th scope="row">{when(t)}{moved}</th>'
        f'<td><span class="fk-what">{escape(series_title(t, plan))}</span>{_badges(t)}</td>'
        f"<td>{escape(how(t))}</td><td>{STATUSES[t.status]}{done}</td><td>{_why(t)}</td></tr>"
    )


def _badges(t: Touchpoint) -> str:
    said = []
    if t.assumed:
        said.append("assumed date")
    if t.editorial:
        said.append("our number")
    if t.dated:
        said.append(f"advice of {t.dated}")
    return f"<br><small>{', '.join(said)}</small>" if said else ""


def _why(t: Touchpoint) -> str:
    known = rules()
    parts = [f"<p>{escape(t.reason)}</p>"]
    if t.changed_by:
        verb = "Cancelled" if t.status == "cancelled" else "Given this date"
        parts.append(
            f"<p>{verb} by what happened on {day_text(t.changed_by.on)}: {event_words(t.changed_by.kind)}.</p>"
        )
    parts += [f"<p>{escape(note)}</p>" for note in t.notes]
    listed = "".join(f"<li>{escape(id)}: {escape(known[id].rule)}</li>" for id in t.rules if id in known)
    if listed:
        parts.append(f"<ul>{listed}</ul>")
    if t.readings:
        others = "".join(f"<li>{escape(reading_text(r, t))}</li>" for r in t.readings)
        parts.append(f"<p>Other readings:</p><ul>{others}</ul>")
    body = "".join(parts)
    short = escape(t.rules[0] if len(t.rules) == 1 else f"{t.rules[0]} and {len(t.rules) - 1} more")
    return f'<details class="fk-plan-why"><summary>Why: {short}</summary>{body}</details>'
