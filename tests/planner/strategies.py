"""Random cases: interviews around ends of years, leap days and changes of the clocks, and what happens next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import strategies as st

import followup_kit as fk

__all__ = ["Case", "cases", "names"]

CALENDARS = ("US", "DE-BY", "IL", "JP")
STEPS = {
    "classic": ("thank_you", "call", "confirmation_call", "after_rejection"),
    "measured": ("thank_you", "check_in", "after_delay", "long_wait", "confirmation_call"),
    "paced": ("thank_you", "card", "check_in", "let_go", "after_rejection"),
    "showcase": ("thank_you", "work_sample", "call", "confirmation_call"),
    "persistent": ("thank_you", "reverse_cover_letter", "call", "weekly"),
}
CHANNELS: dict[str, dict[str, tuple[str, ...]]] = {
    "classic": {"thank_you": ("email", "letter", "card")},
    "measured": {"check_in": ("email", "phone"), "long_wait": ("email", "phone")},
    "paced": {"check_in": ("email", "phone")},
    "showcase": {"thank_you": ("email", "letter", "card"), "work_sample": ("email", "post")},
    "persistent": {},
}
KINDS = (
    "sent", "sent", "replied", "delayed", "offer", "accepted", "rejected", "next_round",
    "asked_not_to_call", "asked_not_to_contact", "snoozed", "reopened", "undone",
)  # fmt: skip

names = st.text(max_size=30) | st.sampled_from(
    ["", "x" * 10_000, "\u202eAda\u202c", "e\u0301" * 50, "<b>&\"'\0"]
)


@dataclass(frozen=True)
class Case:
    """The arguments of a plan, ``today`` apart."""

    protocol: str
    interview: fk.Interview
    events: tuple[fk.Event, ...]
    options: fk.Options
    calendar: str
    weeks: int

    def plan(
        self, events: tuple[fk.Event, ...] | None = None, today: dt.date | None = None, history: bool = True
    ) -> fk.Plan:
        return fk.plan(
            self.interview,
            self.protocol,
            events=self.events if events is None else events,
            calendar=self.calendar,
            options=self.options,
            horizon_weeks=self.weeks,
            today=today,
            history=history,
        )


@st.composite
def _event(draw: st.DrawFn, protocol: str, interview: dt.date, before: list[fk.Event]) -> fk.Event | None:
    kind = draw(st.sampled_from(KINDS))
    on = interview + dt.timedelta(days=draw(st.integers(0, 70)))
    if before and draw(st.integers(0, 5)) == 0:
        on = before[-1].on
    if kind == "undone":
        earlier = [e for e in before if e.on <= on and e.kind != "undone"]
        if not earlier:
            return None
        return fk.Event(kind="undone", on=on, undoes=str(draw(st.sampled_from(earlier))))
    later = on + dt.timedelta(days=draw(st.integers(0, 40)))
    step = draw(st.sampled_from(STEPS[protocol])) if kind in ("sent", "snoozed") else None
    new = later if kind == "snoozed" or (kind == "delayed" and draw(st.booleans())) else None
    return fk.Event(kind=kind, on=on, step=step, new_date=new)


@st.composite
def cases(draw: st.DrawFn, protocols: tuple[str, ...] = tuple(STEPS), most_events: int = 5) -> Case:
    """A case that can be planned; an event is taken back at most once."""
    protocol = draw(st.sampled_from(protocols))
    around = draw(st.sampled_from(["2026-03-02", "2026-12-20", "2028-02-22", "2026-10-20", "2025-05-01"]))
    day = dt.date.fromisoformat(around) + dt.timedelta(days=draw(st.integers(0, 14)))
    wait = draw(st.none() | st.integers(0, 60))
    interview = fk.Interview(
        day=day,
        promised=None if wait is None else day + dt.timedelta(days=wait),
        ends=draw(st.none() | st.sampled_from([dt.time(10), dt.time(20, 30), dt.time(23, 59)])),
        timezone=draw(st.none() | st.sampled_from(["Europe/Berlin", "America/New_York"])),
        contact_via=draw(st.none() | st.just("Agency")),
    )
    events: list[fk.Event] = []
    for _ in range(draw(st.integers(0, most_events))):
        event = draw(_event(protocol, day, events))
        if event is not None and not (event.kind == "undone" and event.undoes in {e.undoes for e in events}):
            events.append(event)
    chosen = {
        step: draw(st.sampled_from(channels))
        for step, channels in CHANNELS[protocol].items()
        if draw(st.booleans())
    }
    options = fk.Options(
        pace=draw(st.sampled_from(["relaxed", "standard", "assertive"])),
        include=draw(st.sampled_from([(), ("card", "work_sample")])),
        channels=chosen,  # type: ignore[arg-type]
        written_only=draw(st.integers(0, 4)) == 0,
    )
    weeks = draw(st.sampled_from([0, 1, 3, 8, 12]))
    return Case(protocol, interview, tuple(events), options, draw(st.sampled_from(CALENDARS)), weeks)
