"""A plan as a frame."""

from __future__ import annotations

import datetime as dt

import pandas as pd

import followup_kit as fk
from followup_kit.outputs.frame import applications_frame


def test_dates_are_dates_and_rows_are_touchpoints() -> None:
    plan = fk.plan(fk.Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 13)), "persistent")
    frame = plan.to_frame()
    assert len(frame) == len(plan)
    assert frame["due"].is_monotonic_increasing
    assert all(
        pd.api.types.is_datetime64_any_dtype(frame[c]) for c in ("due", "latest", "done_on", "moved_from")
    )
    assert frame.loc[frame["step"] == "call", "moved_from"].iloc[0] == pd.Timestamp("2026-03-07")
    assert frame["dated"].dropna().unique().tolist() == [2014]


def test_an_empty_plan_keeps_its_columns() -> None:
    plan = fk.plan(
        fk.Interview(day=dt.date(2026, 3, 2)), "classic", events=["accepted:2026-03-03"], history=False
    )
    frame = plan.to_frame()
    assert len(frame) == 0
    assert "due" in frame.columns


def test_applications_stand_with_their_next_step(tmp_path) -> None:
    today = dt.date(2026, 3, 17)
    with fk.Journal(tmp_path / "j.sqlite") as journal:
        journal.add(fk.Interview(day=dt.date(2026, 3, 2), promised=dt.date(2026, 3, 16), company="A"))
        done = journal.add(fk.Interview(day=dt.date(2026, 3, 3), company="B"))
        journal.record(done, fk.Event.parse("accepted:2026-03-10"))
        plans = journal.plans(today)
        frame = applications_frame([(e, plans[e.id]) for e in journal.entries()], today)
    assert frame.index.tolist() == ["A", "B"]
    assert frame["state"].tolist() == ["Overdue", "Decided"]
    assert frame["due"].tolist() == [pd.Timestamp("2026-03-02"), pd.NaT]
    assert frame["step"].tolist() == ["Thank-you note", "Nothing planned"]
