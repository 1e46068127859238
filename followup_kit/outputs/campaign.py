"""The board of a campaign as HTML: the day in groups, what changed, and a timeline over all applications."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from followup_kit.journal.agenda import Agenda, AgendaItem, Group
from followup_kit.journal.notices import Notice
from followup_kit.outputs.text import event_words
from followup_kit.outputs.timeline import lanes_svg, legend
from followup_kit.outputs.words import day_text, when
from followup_kit.records.journal import Entry
from followup_kit.records.plan import Plan, Touchpoint
from followup_kit.records.words import BY, CHANNELS

__all__ = ["GROUP_TITLES", "agenda_html", "campaign_timeline", "changes", "notices_html"]

GROUP_TITLES: dict[Group, str] = {
    "overdue": "Overdue",
    "due": "Due",
    "waiting": "Waiting",
    "let_go": "Let go",
    "decided": "Decided",
}


def agenda_html(agenda: Agenda, *, level: int = 5) -> str:
    """The day as one table for each group that is not empty, under headings of that level."""
    parts = []
    for group, title in GROUP_TITLES.items():
        items = agenda.group(group)
        if not items:
            continue
        heads = "".join(
            f'<th scope="col">{h}</th>' for h in ("Application", "Step", "What that means", "Who says so")
        )
        rows = "".join(_row(item) for item in items)
        parts.append(
            f"<h{level}>{title} ({len(items)})</h{level}>"
            f'<div class="fk-scroll fk-day"><table><caption class="fk-live">{title} on {day_text(agenda.today)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
    return "".join(parts) or "<p>No interviews yet. Add one to see what to do and when.</p>"


def _row(item: AgendaItem) -> str:
    how = f" ({CHANNELS[item.channel]})" if item.channel and item.channel != "none" else ""
    step = f"{escape(item.title)}{how}" if item.step else "nothing planned"
    said = escape(", ".join(item.rules))
    why = (
        f"<details><summary>Why</summary><p>{escape(item.reason)}</p><p>{said}</p></details>" if said else ""
    )
    return (
        f'<tr><th scope="row" dir="auto">{escape(item.label)}</th><td>{step}</td>'
        f"<td>{escape(item.words)}</td><td>{why}</td></tr>"
    )


def notices_html(notices: Sequence[Notice], *, level: int = 5) -> str:
    """What to look at before the next contact; what is overdue stands in the day already."""
    shown = [n for n in notices if n.kind != "overdue"]
    if not shown:
        return ""
    items = "".join(f'<li dir="auto">{escape(n.text)}</li>' for n in shown)
    return f"<h{level}>Worth a look</h{level}><ul>{items}</ul>"


def changes(before: Plan, after: Plan) -> tuple[str, ...]:
    """What an event changed in a plan, and why, one sentence each; nothing where nothing moved.

    >>> import datetime as dt
    >>> from followup_kit.planner import plan
    >>> from followup_kit.records.case import Interview
    >>> interview = Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16))
    >>> late = plan(interview, "classic", events=["delayed:2026-03-12:2026-03-20"])
    >>> changes(plan(interview, "classic"), late)[0].partition(",")[0]
    'The one call moved from Tue 17 Mar 2026 to Mon 23 Mar 2026'
    """
    old = {t.key: t for t in before}
    said = []
    for t in after:
        was = old.pop(t.key, None)
        why = (
            f", because of the news of {day_text(t.changed_by.on)}: {event_words(t.changed_by.kind)}"
            if t.changed_by
            else ""
        )
        sentence = _change(was, t)
        if sentence:
            said.append(f"{sentence}{why}.")
    said += [f"{t.title} of {when(t)} is no longer planned." for t in old.values() if t.status != "cancelled"]
    return tuple(said)


def _change(was: Touchpoint | None, t: Touchpoint) -> str:
    if was is None or (was.status == "cancelled" and t.status != "cancelled"):
        return "" if t.status == "cancelled" else f"{t.title} is planned for {when(t)}"
    if t.status == "cancelled":
        return "" if was.status == "cancelled" else f"{t.title} of {when(was)} is cancelled"
    if t.status == "done" and was.status != "done":
        return f"{t.title} is done" + (f" (on {day_text(t.done_on)})" if t.done_on else "")
    if was.due != t.due:
        return f"{t.title} moved from {day_text(was.due)} to {day_text(t.due)}"
    if was.channel != t.channel:
        return f"{t.title} goes {BY[t.channel]} now, not {BY[was.channel]}"
    if was.status == "done" and t.status != "done":
        return f"{t.title} is open again"
    return ""


def campaign_timeline(plans: Sequence[tuple[Entry, Plan]]) -> str:
    """All applications in one picture, a lane each, with its text alternative; nothing where there are none."""
    if not plans:
        return ""
    lanes = [(entry.label, [t for t in plan if t.status != "cancelled"]) for entry, plan in plans]
    said = "; ".join(f"{label}: {_span(lane)}" for label, lane in lanes)
    picture = lanes_svg(
        lanes, min(e.interview.day for e, _ in plans), None, f"Timeline. {said}.", start="first interview"
    )
    return (
        f'<div class="fk-scroll" tabindex="0" role="group" aria-label="Timeline of all applications">{picture}</div>'
        f"<p>{legend()}</p>"
    )


def _span(lane: list[Touchpoint]) -> str:
    if not lane:
        return "nothing planned"
    left = sum(t.open for t in lane)
    return f"{len(lane)} steps from {day_text(lane[0].due)} to {day_text(lane[-1].due)}, {left} still open"
