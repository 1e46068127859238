"""How the closed sets of the records read in a sentence."""

from __future__ import annotations

from followup_kit.planner.wording import day_text
from followup_kit.records.plan import Plan, Touchpoint
from followup_kit.records.words import CHANNELS

__all__ = ["RECIPIENTS", "STATUSES", "day_text", "how", "series_title", "summary", "when"]

RECIPIENTS = {
    "everyone": "everyone you met",
    "lead_interviewer": "the person who led the interview",
    "hiring_manager": "the hiring manager",
    "interviewer": "the interviewer",
    "interested_interviewer": "the interviewer who showed interest",
    "recruiter": "the recruiter in between",
}
STATUSES = {
    "planned": "planned",
    "due": "due now",
    "done": "done",
    "missed": "not done in time",
    "cancelled": "cancelled",
}


def when(t: Touchpoint) -> str:
    """The day or the window of a touchpoint, with its time where it has one."""
    text = day_text(t.due)
    if t.latest and t.latest != t.due:
        text += f" to {day_text(t.latest)}"
    return f"{text}, {t.at:%H:%M}" if t.at else text


def how(t: Touchpoint) -> str:
    """Channel and recipient of a touchpoint."""
    if t.channel == "none" or t.to is None:
        return CHANNELS[t.channel]
    named = ", ".join(t.recipients)
    who = f"{named} ({RECIPIENTS[t.to]})" if named else RECIPIENTS[t.to]
    return f"{CHANNELS[t.channel]} to {who}"


def series_title(t: Touchpoint, plan: Plan) -> str:
    """The title of a touchpoint, numbered where its step stands more than once."""
    many = sum(1 for other in plan if other.step == t.step) > 1
    return f"{t.title} {t.occurrence}" if many or t.occurrence > 1 else t.title


def summary(plan: Plan) -> str:
    """The plan in one sentence, as an alternative to its picture."""
    shown = [t for t in plan if t.status != "cancelled"]
    if not shown:
        return f"{plan.title} plan: nothing is left to do."
    said = "; ".join(f"{series_title(t, plan)} {when(t)} ({STATUSES[t.status]})" for t in shown)
    gone = len(plan) - len(shown)
    tail = f"; {gone} cancelled" if gone else ""
    return f"{plan.title} plan after the interview on {day_text(plan.interview.day)}: {said}{tail}."
