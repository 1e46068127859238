"""Plans and rules as pandas frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup_kit.records.plan import Plan

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["plan_frame"]


def plan_frame(plan: Plan) -> pd.DataFrame:
    """One row a touchpoint, in date order; ``due``, ``latest``, ``done_on`` and ``moved_from`` as ``datetime64``.

    >>> import followup_kit as fk
    >>> frame = plan_frame(fk.plan(fk.Interview(day=fk.parse_day("2026-03-02")), "classic"))
    >>> list(frame["step"])
    ['thank_you', 'call']
    """
    import pandas as pd

    columns = ["due", "latest", "step", "occurrence", "title", "channel", "to", "at", "status", "done_on"]
    columns += ["moved_from", "rules", "editorial", "assumed", "dated", "reason"]
    rows = [
        {
            **{c: getattr(t, c) for c in columns if c not in ("at", "rules")},
            "at": t.at.strftime("%H:%M") if t.at else None,
            "rules": ", ".join(t.rules),
        }
        for t in plan
    ]
    frame = pd.DataFrame(rows, columns=columns)
    for column in ("due", "latest", "done_on", "moved_from"):
        frame[column] = pd.to_datetime(frame[column])
    frame["dated"] = frame["dated"].astype("Int64")
    return frame
