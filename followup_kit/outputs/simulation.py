"""A simulation as text, HTML, frame and picture, always with its assumptions and a text alternative."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from followup_kit.errors import CaseError, UnknownName
from followup_kit.outputs.html import STYLE
from followup_kit.outputs.text import wrapped
from followup_kit.records.simulation import Figure, Simulation

if TYPE_CHECKING:
    import matplotlib.figure
    import pandas as pd

__all__ = [
    "simulation_alternative",
    "simulation_frame",
    "simulation_html",
    "simulation_picture",
    "simulation_text",
    "simulations_alternative",
    "simulations_frame",
    "simulations_picture",
]

BARS = 30
"""Bars in a picture at most; where there are more values, a bar stands for several."""
HATCHES = ("", "///", "...", "xxx", "\\\\\\", "++")


def simulation_frame(simulation: Simulation) -> pd.DataFrame:
    """One row a figure: title, unit, of whom, mean, median, 10th and 90th percentile, share above 0."""
    import pandas as pd

    rows = [
        {
            "figure": f.name,
            "title": f.title,
            "unit": f.unit,
            "of": f.of,
            "count": f.count,
            "mean": f.mean,
            "median": f.median,
            "p10": f.p10,
            "p90": f.p90,
            "share": f.share,
        }
        for f in simulation.figures.values()
    ]
    return pd.DataFrame(rows).set_index("figure")


def simulations_frame(simulations: Iterable[Simulation]) -> pd.DataFrame:
    """Several protocols side by side: one row each, the means of the figures as columns."""
    import pandas as pd

    rows = [
        {"protocol": s.protocol, **{f.name: f.mean for f in s.figures.values()}} for s in _alike(simulations)
    ]
    return pd.DataFrame(rows).set_index("protocol")


def simulation_text(simulation: Simulation) -> str:
    """The figures one by one, then what they rest on."""
    lines = [f"{simulation.title}: {simulation.n} candidates, seed {simulation.seed}", ""]
    lines += [line for f in simulation.figures.values() for line in wrapped(_sentence(f), "")]
    lines += ["", "What this rests on:"]
    lines += [line for said in simulation.assumptions for line in wrapped(said, "  - ")]
    return "\n".join(lines)


def simulation_html(simulation: Simulation) -> str:
    """A table of the figures with the assumptions beside it."""
    rows = "".join(
        f'<tr><th scope="row">{escape(f.title)}</th><td>{f.of}</td><td>{f.mean:.2f} {f.unit}</td>'
        f"<td>{f.median:g}</td><td>{f.p10:g} to {f.p90:g}</td><td>{f.share:.0%}</td></tr>"
        for f in simulation.figures.values()
    )
    heads = "".join(
        f'<th scope="col">{h}</th>'
        for h in ("Figure", "Of whom", "Mean", "Median", "8 of 10 lie in", "Above 0")
    )
    said = "".join(f"<li>{escape(a)}</li>" for a in simulation.assumptions)
    return (
        f'<div class="fk-plan">{STYLE}<div class="fk-scroll" tabindex="0" role="group" aria-label="Table of figures">'
        f"<table><caption>{escape(simulation.title)}: {simulation.n} candidates, seed {simulation.seed}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"<p>What this rests on:</p><ul>{said}</ul></div>"
    )


def simulation_picture(
    simulation: Simulation, name: str = "contacts_before_decision"
) -> matplotlib.figure.Figure:
    """The distribution of one figure, drawn by matplotlib without any window."""
    return simulations_picture([simulation], name)


def simulation_alternative(simulation: Simulation, name: str = "contacts_before_decision") -> str:
    """What the picture of one figure shows, in words."""
    return simulations_alternative([simulation], name)


def simulations_picture(
    simulations: Iterable[Simulation], name: str = "contacts_before_decision"
) -> matplotlib.figure.Figure:
    """The distribution of one figure for several protocols, one below the other on the same scale."""
    from matplotlib.figure import Figure as Picture

    shown = _alike(simulations)
    figures = [_find(s, name) for s in shown]
    picture = Picture(figsize=(7.5, 1.6 + 1.5 * len(shown)), layout="constrained")
    axes = picture.subplots(len(shown), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
    width = max(1, -(-(1 + max((max(f.values, default=0) for f in figures), default=0)) // BARS))
    for number, (simulation, figure, axis) in enumerate(zip(shown, figures, axes, strict=True)):
        bars = _bars(figure, width)
        axis.bar(
            [b * width for b in bars],
            [100 * c / max(figure.count, 1) for c in bars.values()],
            width=0.85 * width,
            color="#dbe7f3",
            edgecolor="#17406d",
            hatch=HATCHES[number % len(HATCHES)],
            linewidth=1,
        )
        axis.axvline(figure.mean, color="#8a2b06", linestyle="--", linewidth=1.5)
        axis.set_title(f"{simulation.title}: mean {figure.mean:.1f} (dashed)", loc="left", fontsize=10)
        axis.set_ylabel("% of them", fontsize=9)
        axis.spines[["top", "right"]].set_visible(False)
    each = figures[0].unit if width == 1 else f"{figures[0].unit}, {width} to a bar"
    axes[-1].set_xlabel(f"{figures[0].title} ({each}; {figures[0].of})", fontsize=9)
    picture.supxlabel("\n".join(textwrap.wrap(shown[0].assumptions[0] + " " + _NO_ODDS, 100)), fontsize=8)
    return picture


_NO_ODDS = "Nothing here says that one protocol wins jobs."


def simulations_alternative(simulations: Iterable[Simulation], name: str = "contacts_before_decision") -> str:
    """What the picture of several protocols shows, in words, with its main assumption."""
    shown = _alike(simulations)
    said = [f"{s.title}: {_sentence(_find(s, name))}" for s in shown]
    return f"{' '.join(said)} Assumed: {shown[0].assumptions[0]} {_NO_ODDS}"


def _bars(figure: Figure, width: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for value, count in figure.values.items():
        found[value // width] = found.get(value // width, 0) + count
    return found


def _sentence(f: Figure) -> str:
    if not f.count:
        return f"{f.title}: there are no {f.of}."
    return (
        f"{f.title}, {f.of}: {f.mean:.2f} {f.unit} on average, median {f.median:g}, "
        f"8 of 10 between {f.p10:g} and {f.p90:g}; above 0 for {f.share:.0%}."
    )


def _find(simulation: Simulation, name: str) -> Figure:
    if name not in simulation.figures:
        raise UnknownName("figure", name, simulation.figures)
    return simulation.figures[name]


def _alike(simulations: Iterable[Simulation]) -> list[Simulation]:
    """The simulations as a list, once they can be laid side by side."""
    shown = list(simulations)
    if not shown:
        raise CaseError("Simulate at least one protocol first.")
    for other in shown[1:]:
        if (other.employer, other.n, other.seed) != (shown[0].employer, shown[0].n, shown[0].seed):
            raise CaseError(
                "Simulations that stand side by side need the same employer, number of candidates and seed."
            )
    return shown
