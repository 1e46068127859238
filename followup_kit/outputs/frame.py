"""Plans and applications as pandas frames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup_kit.journal.agenda import AgendaItem, agenda
from followup_kit.outputs.campaign import GROUP_TITLES
from followup_kit.records.journal import Entry
from followup_kit.records.plan import Plan

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["applications_frame", "plan_frame"]


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


def applications_frame(plans: Sequence[tuple[Entry, Plan]], today: dt.date) -> pd.DataFrame:
    """One row an application, as it stands on a day; ``interview``, ``promised`` and ``due`` as ``datetime64``.

    ``plans`` are the entries of a journal with their plans, made with the same ``today``. ``state`` is
    the group of the day, ``step`` and ``channel`` what comes next there, ``due`` its day (None where
    nothing does), ``interview_id`` what the journal knows it by.

    >>> import datetime as dt
    >>> list(applications_frame([], dt.date(2026, 3, 17)).columns)
    ['interview', 'promised', 'protocol', 'state', 'step', 'channel', 'due', 'interview_id']
    """
    import pandas as pd

    first: dict[str, AgendaItem] = {}
    for item in agenda(plans, today).items:
        first.setdefault(item.interview, item)
    rows = []
    for entry, plan in plans:
        item = first[entry.id]
        nothing = item.channel in (None, "none")
        rows.append(
            {
                "application": entry.label,
                "interview": entry.interview.day,
                "promised": entry.interview.promised,
                "protocol": plan.protocol,
                "state": GROUP_TITLES[item.group],
                "step": item.title or "Nothing planned",
                "channel": "" if nothing else item.channel,
                "due": item.due,
                "interview_id": entry.id,
            }
        )
    columns = ["application", "interview", "promised", "protocol", "state", "step", "channel", "due"]
    frame = pd.DataFrame(rows, columns=[*columns, "interview_id"])
    for column in ("interview", "promised", "due"):
        frame[column] = pd.to_datetime(frame[column])
    return frame.set_index("application")
