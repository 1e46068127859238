"""Cases for the tests of comparisons: fixed ones, and strategies that make new ones."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from followup_kit.records.case import Interview, Options

MONDAY = dt.date(2026, 3, 2)
TWO_WEEKS = Interview(day=MONDAY, promised=dt.date(2026, 3, 16))
NO_DATE = Interview(day=MONDAY)

days = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))
countries = st.sampled_from(["US", "DE", "JP", "IL", "SA", "IN"])
options = st.builds(Options, pace=st.sampled_from(["relaxed", "standard", "assertive"]))

KINDS = (
    "replied", "delayed", "offer", "rejected", "accepted", "next_round",
    "asked_not_to_call", "asked_not_to_contact", "reopened",
)  # fmt: skip


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """An interview, with or without a promised date up to two months later."""
    day = draw(days)
    wait = draw(st.none() | st.integers(0, 60))
    return Interview(day=day, promised=None if wait is None else day + dt.timedelta(days=wait))


@st.composite
def cases_with_news(draw: st.DrawFn) -> tuple[Interview, tuple[str, ...]]:
    """An interview and what the employer said since."""
    interview = draw(interviews())
    news = []
    for _ in range(draw(st.integers(0, 4))):
        on = interview.day + dt.timedelta(days=draw(st.integers(0, 70)))
        kind = draw(st.sampled_from(KINDS))
        later = ""
        if kind == "delayed" and draw(st.booleans()):
            later = f":{on + dt.timedelta(days=draw(st.integers(0, 30)))}"
        news.append(f"{kind}:{on}{later}")
    return interview, tuple(news)
