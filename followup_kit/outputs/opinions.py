"""What the sources say to each step of a protocol, as a frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from followup_kit.comparison.opinions import Opinion
from followup_kit.records.advice import Protocol

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["opinions_frame"]


def opinions_frame(protocol: Protocol, found: Mapping[str, Opinion]) -> pd.DataFrame:
    """One row a step: its title, who agrees, who objects, with the rules of each.

    A source may stand on both sides, where it agrees in one point and not in another.

    >>> import followup_kit as fk
    >>> paced = fk.load_protocol("paced")
    >>> opinions_frame(paced, fk.opinions(paced)).loc["let_go", "objects"]
    'persistent (004.21)'
    """
    import pandas as pd

    titles = {step.id: step.title for step in protocol.steps}
    rows = [
        {
            "step": step,
            "title": titles.get(step, step),
            "agrees": _said(opinion.agrees),
            "objects": _said(opinion.objects),
        }
        for step, opinion in found.items()
    ]
    return pd.DataFrame(rows, columns=["step", "title", "agrees", "objects"]).set_index("step")


def _said(side: Mapping[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{who} ({', '.join(ids)})" for who, ids in side.items())
