"""Simulations as a picture without a plotting library, and what it shows in words, for everyone.

The picture is drawn in the page's own colour, so that it follows light and dark themes; no meaning
rests on colour. For a picture to print or to change, see
:func:`~followup_kit.outputs.simulation.simulations_picture`.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from followup_kit.outputs.html import STYLE
from followup_kit.outputs.simulation import BARS, simulations_alternative
from followup_kit.records.simulation import Figure, Simulation

__all__ = ["Picture", "simulations_shown"]

LEFT, WIDTH, HEIGHT = 50, 600, 90
"""Where the bars begin, how wide they stand together, and how high the highest may be, in pixels."""
PANEL = HEIGHT + 50
"""Height of one protocol: its title, its bars, the numbers below."""


class Picture:
    """A drawing and its text; both are shown."""

    def __init__(self, svg: str, text: str, name: str) -> None:
        self.svg = svg
        self.text = text
        self.name = name

    def __repr__(self) -> str:
        return f"<picture: {self.name}>"

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        label = escape(self.name, quote=True)
        return (
            f'<div class="fk-plan">{STYLE}<figure style="margin:.5em 0">'
            f'<div class="fk-scroll" tabindex="0" role="group" aria-label="{label}">{self.svg}</div>'
            f'<figcaption style="max-width:45rem">{escape(self.text)}</figcaption></figure></div>'
        )


def simulations_shown(simulations: Iterable[Simulation], name: str = "contacts_before_decision") -> Picture:
    """The distribution of one figure for several protocols, one below the other on the same scale.

    The simulations need the same employer, number of candidates and seed.
    """
    shown = list(simulations)
    text = simulations_alternative(shown, name)
    figures = [s.figures[name] for s in shown]
    about = f"Bars: {figures[0].title}, for {', '.join(s.title for s in shown)}. The text below says the same"
    most = max((max(f.values, default=0) for f in figures), default=0)
    width = max(1, -(-(most + 1) // BARS))
    tallest = max((max(_shares(f, width).values(), default=0.0) for f in figures), default=0.0) or 1.0
    panels = "".join(
        _panel(s.title, f, width, most // width + 1, tallest, PANEL * n)
        for n, (s, f) in enumerate(zip(shown, figures, strict=True))
    )
    unit = figures[0].unit if width == 1 else f"{figures[0].unit}, {width} to a bar"
    foot = PANEL * len(shown) + 16
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(about, quote=True)}" '
        f'width="{LEFT + WIDTH + 10}" height="{foot + 10}" font-size="13" fill="currentColor">{panels}'
        f'<text x="{LEFT + WIDTH // 2}" y="{foot}" text-anchor="middle">{escape(figures[0].title)} ({escape(unit)})</text>'
        "</svg>"
    )
    return Picture(svg, text, about)


def _shares(figure: Figure, width: int) -> dict[int, float]:
    """Per cent of the candidates in each bar."""
    found: dict[int, float] = {}
    for value, count in figure.values.items():
        found[value // width] = found.get(value // width, 0.0) + 100 * count / max(figure.count, 1)
    return found


def _panel(title: str, figure: Figure, width: int, bars: int, tallest: float, top: int) -> str:
    each = WIDTH / bars
    base = top + 22 + HEIGHT
    drawn = []
    for bar, share in sorted(_shares(figure, width).items()):
        height = HEIGHT * share / tallest
        drawn.append(
            f'<rect x="{LEFT + each * bar + 1:.1f}" y="{base - height:.1f}" width="{each - 2:.1f}" height="{height:.1f}" '
            'fill="currentColor" fill-opacity="0.25" stroke="currentColor"/>'
        )
    every = max(1, bars // 8)
    drawn += [
        f'<text x="{LEFT + each * (bar + 0.5):.1f}" y="{base + 15}" text-anchor="middle">{bar * width}</text>'
        for bar in range(0, bars, every)
    ]
    mean = LEFT + each * (figure.mean / width + 0.5)
    return (
        f'<text x="{LEFT}" y="{top + 14}" font-weight="600">{escape(title)}: mean {figure.mean:.1f} (dashed)</text>'
        f'<text x="{LEFT - 6}" y="{top + 32}" text-anchor="end">{tallest:.0f} %</text>'
        f'<line x1="{LEFT}" y1="{base}" x2="{LEFT + WIDTH}" y2="{base}" stroke="currentColor"/>'
        + "".join(drawn)
        + f'<line x1="{mean:.1f}" y1="{top + 22}" x2="{mean:.1f}" y2="{base}" stroke="currentColor" stroke-width="2" '
        'stroke-dasharray="6 4"/>'
    )
