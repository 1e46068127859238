"""A drawn figure together with what it shows in words, for those who cannot see it and for those who can."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from followup_kit.outputs.html import STYLE
from followup_kit.outputs.simulation import simulations_alternative, simulations_picture
from followup_kit.records.simulation import Simulation

if TYPE_CHECKING:
    import matplotlib.figure

__all__ = ["Picture", "simulations_shown"]


class Picture:
    """A matplotlib figure and its text; both are shown, the figure on white in every theme."""

    def __init__(self, figure: matplotlib.figure.Figure, text: str, name: str) -> None:
        self.figure = figure
        self.text = text
        self.name = name

    def __repr__(self) -> str:
        return f"<picture: {self.name}>"

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        file = io.BytesIO()
        self.figure.savefig(file, format="png", dpi=110, facecolor="white", metadata={"Software": None})
        data = base64.b64encode(file.getvalue()).decode("ascii")
        alt = escape(f"{self.name}. The text below says what it shows.", quote=True)
        return (
            f'<div class="fk-plan">{STYLE}<figure style="margin:.5em 0">'
            f'<img style="max-width:100%;height:auto" alt="{alt}" src="data:image/png;base64,{data}">'
            f'<figcaption style="max-width:45rem">{escape(self.text)}</figcaption></figure></div>'
        )


def simulations_shown(simulations: Iterable[Simulation], name: str = "contacts_before_decision") -> Picture:
    """The distribution of one figure for several protocols as a picture, with its text below it.

    The simulations need the same employer, number of candidates and seed.
    """
    shown = list(simulations)
    text = simulations_alternative(shown, name)
    title = shown[0].figures[name].title
    about = f"Bars: {title}, for {', '.join(s.title for s in shown)}"
    return Picture(simulations_picture(shown, name), text, about)
