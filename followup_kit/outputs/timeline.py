"""A picture of one or more plans: a lane for each step, a mark for each touchpoint.

Shape says the channel, outline and fill the status, so nothing depends on colour. The picture takes
the page's text colour and so follows light and dark themes. Its text alternative is the plan in a
sentence (:func:`followup_kit.outputs.words.summary`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape
from textwrap import wrap

from followup_kit.outputs.words import STATUSES, summary, when
from followup_kit.records.plan import Plan, Touchpoint
from followup_kit.records.words import MONTHS

__all__ = ["lanes_svg", "legend", "timeline_svg"]

Place = Callable[[dt.date], float]
LABELS, DAYS, LANE, TOP = 170, 650, 34, 40
"""Widths of the label column and of the days, height of a lane and of the header, in pixels."""


def timeline_svg(plan: Plan) -> str:
    """The plan as an SVG picture with role ``img`` and its text alternative."""
    lanes = [[t for t in plan if t.step == step] for step in dict.fromkeys(t.step for t in plan)]
    return lanes_svg(
        [(lane[0].title, lane) for lane in lanes], plan.interview.day, plan.promised, summary(plan)
    )


def lanes_svg(
    lanes: list[tuple[str, list[Touchpoint]]],
    first: dt.date,
    promised: dt.date | None,
    alternative: str,
    start: str = "interview",
) -> str:
    """Touchpoints in lanes, each with its label, as an SVG picture with role ``img`` and a text alternative.

    ``first`` is the interview day, where the picture begins, and ``start`` what stands there;
    ``promised`` is the promised date.
    """
    marks = [
        *(t.latest or t.due for _, lane in lanes for t in lane),
        *([promised] if promised else []),
    ]
    last = max([first + dt.timedelta(days=14), *marks])
    scale = DAYS / max(1, (last - first).days)

    def x(day: dt.date) -> float:
        return round(LABELS + 20 + (day - first).days * scale, 1)

    height = TOP + LANE * max(1, len(lanes)) + 24
    width = LABELS + DAYS + 60
    parts = [
        f'<svg role="img" aria-label="{escape(alternative, quote=True)}" viewBox="0 0 {width} {height}"',
        f' width="{width}" height="{height}" xmlns="http://www.w3.org/2000/svg"',
        ' font-size="12" fill="currentColor" stroke="currentColor">',
    ]
    parts += _weeks(first, last, x, height)
    parts += _line(x(first), height, start, dashed=False)
    if promised:
        near = x(promised) - x(first) < 90
        parts += _line(x(promised), height, "promised date", dashed=True, lower=near)
    lines = {first, promised}
    for row, (label, lane) in enumerate(lanes):
        parts += _lane(label, lane, TOP + LANE * row + LANE / 2, x, lines)
    return "".join(parts) + "</svg>"


def legend() -> str:
    """What the shapes mean, as one sentence."""
    return (
        "Circle: e-mail. Triangle: phone. Square: letter, card or post. Diamond: let go. "
        "Filled: done. Crossed: not done in time. Dashed: cancelled. Bar: a window."
    )


def _weeks(first: dt.date, last: dt.date, x: Place, height: float) -> list[str]:
    parts, weeks = [], max(1, (last - first).days // 7)
    step = 7 * (1 + weeks // 12)
    day = first
    while day <= last:
        at = x(day)
        parts.append(f'<line x1="{at}" x2="{at}" y1="{TOP}" y2="{height - 20}" stroke-opacity=".25"/>')
        parts.append(
            f'<text x="{at}" y="{height - 6}" text-anchor="middle" stroke="none">{_short(day)}</text>'
        )
        day += dt.timedelta(days=step)
    return parts


def _line(at: float, height: float, label: str, *, dashed: bool, lower: bool = False) -> list[str]:
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    y = 28 if lower else 14
    late = at > LABELS + DAYS - 60
    anchor = ' text-anchor="end"' if late else ""
    return [
        f'<line x1="{at}" x2="{at}" y1="{y + 4}" y2="{height - 20}" stroke-width="1.5"{dash}/>',
        f'<text x="{at + (-4 if late else 4)}" y="{y}" stroke="none"{anchor}>{label}</text>',
    ]


def _lane(
    title: str, touchpoints: list[Touchpoint], y: float, x: Place, lines: set[dt.date | None]
) -> list[str]:
    """A lane with its marks; ``lines`` are the days at which a line stands, where a date goes beside it."""
    words = wrap(title, 26, max_lines=2, placeholder="…")
    parts = [
        f'<text x="0" y="{y + 4 + 14 * n - 7 * (len(words) - 1)}" stroke="none">{escape(line)}</text>'
        for n, line in enumerate(words)
    ]
    taken = -1.0
    for t in touchpoints:
        at = x(t.due)
        parts.append(_mark(t, at, y, x))
        left, anchor = at - 20, "middle"
        if t.due in lines:
            late = at > LABELS + DAYS - 20
            left, anchor = (at - 45, "end") if late else (at + 5, "start")
        if left > taken:
            place = {"middle": at, "start": at + 5, "end": at - 5}[anchor]
            parts.append(
                f'<text x="{place}" y="{y - 9}" text-anchor="{anchor}" stroke="none">{_short(t.due)}</text>'
            )
            taken = left + 40
    return parts


def _mark(t: Touchpoint, at: float, y: float, x: Place) -> str:
    fill = "currentColor" if t.status == "done" else "none"
    dash = ' stroke-dasharray="2 2"' if t.status == "cancelled" else ""
    style = f'fill="{fill}" stroke-width="2"{dash}'
    title = f"<title>{escape(f'{t.title}: {when(t)} ({STATUSES[t.status]})')}</title>"
    if t.channel == "phone":
        shape = f'<path d="M{at} {y - 6}l7 12h-14z" {style}/>'
    elif t.channel == "email":
        shape = f'<circle cx="{at}" cy="{y}" r="6" {style}/>'
    elif t.channel == "none":
        shape = f'<path d="M{at} {y - 7}l7 7l-7 7l-7 -7z" {style}/>'
    else:
        shape = f'<rect x="{at - 6}" y="{y - 6}" width="12" height="12" {style}/>'
    extra = ""
    if t.latest and t.latest > t.due:
        extra = f'<line x1="{at + 7}" x2="{x(t.latest)}" y1="{y}" y2="{y}" stroke-width="3"/>'
    if t.status == "missed":
        extra += f'<path d="M{at - 4} {y - 4}l8 8m0 -8l-8 8" fill="none" stroke-width="2"/>'
    return f"<g>{title}{shape}{extra}</g>"


def _short(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"
