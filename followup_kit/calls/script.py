"""From the advice on a kind of call and one's own interview to a script, line by line."""

from __future__ import annotations

import datetime as dt

from followup_kit.advice.calls import SLOTS, call_advice, gap, route_advice
from followup_kit.calls.speaking import RATE, check_rate, spoken_words
from followup_kit.errors import UnknownName
from followup_kit.records.call import (
    ROUTES,
    CallAdvice,
    CallKind,
    CallLine,
    CallScript,
    Route,
    ScriptLine,
)
from followup_kit.records.case import Interview, check_day
from followup_kit.records.words import MONTHS, WEEKDAYS

__all__ = ["call_script", "chosen_variant", "fill"]


def call_script(
    kind: CallKind,
    interview: Interview,
    *,
    variant: str | None = None,
    route: Route = "phone",
    sender: str = "",
    phone: str = "",
    answer_by: dt.date | None = None,
    point: str = "",
    step: str | None = None,
    rate: int = RATE,
) -> CallScript:
    """What to say, line by line, each with its rule ids or the reason why it is ours.

    ``kind`` is ``status``, ``voicemail``, ``confirmation`` (variants ``accept`` and ``ask_for_time``),
    ``negotiation_follow_up`` or ``decline``. ``route`` is ``phone``, ``relay``, ``email`` or ``text``:
    equal ways for the same content. ``answer_by`` (a local date) and ``point`` belong to offers. What is
    not known stays as a gap in square brackets. ``step`` is the step of the plan that the call does;
    each kind has its own default. ``rate`` is in words a minute.

    Raises :class:`~followup_kit.errors.UnknownName` for an unknown kind, variant or route, and
    :class:`~followup_kit.errors.CaseError` for a rate or a day that cannot be.

    >>> script = call_script("status", Interview(day=dt.date(2026, 3, 2)), sender="Amina Yusuf")
    >>> script.lines[0].text
    'Good morning, [their name]. This is Amina Yusuf; we talked on Monday 2 March about the position.'
    >>> script.lines[1].text, script.lines[1].rules
    ('I would like to ask whether you have already come to a decision.', ('000.20', '001.19', '003.17', '003.20'))
    >>> round(script.seconds), script.limit
    (27, 45)
    """
    advice = call_advice(kind)
    if route not in ROUTES:
        raise UnknownName("route", route, ROUTES)
    check_rate(rate)
    chosen = chosen_variant(advice, variant)
    way = route_advice()[route]
    slots = _slots(interview, sender, phone, answer_by, point)
    lines = tuple(
        ScriptLine(
            part=line.part,
            text=fill(_wording(line, spoken=way.spoken, via=bool(interview.contact_via)), slots),
            rules=line.rules,
            editorial=line.editorial or "",
        )
        for line in advice.lines
        if not line.variants or chosen in line.variants
    )
    words = sum(spoken_words(line.text) for line in lines)
    return CallScript(
        kind=kind,
        title=advice.title,
        purpose=advice.purpose,
        variant=chosen,
        route=route,
        lines=lines,
        branches=tuple(b for b in advice.branches if b.only in (None, "spoken" if way.spoken else "written")),
        words=words,
        seconds=words * 60 / rate,
        limit=advice.seconds,
        rate=rate,
        step=step or advice.step,
        channel=way.channel,
        frame=(fill(way.before, slots), fill(way.after, slots)),
        slots=slots,
        rules=advice.rules,
    )


def chosen_variant(advice: CallAdvice, variant: str | None) -> str:
    """The id of a variant, by default the first; empty where the kind has none."""
    known = [v.id for v in advice.variants]
    if variant and variant not in known:
        raise UnknownName(f"variant of {advice.id}", variant, known)
    return variant or (known[0] if known else "")


def fill(text: str, slots: dict[str, str]) -> str:
    """``text`` with its slots filled in; what a learner typed is not read as a slot again."""
    out = text
    for name in SLOTS:
        out = out.replace(f"{{{name}}}", f"\ue000{name}\ue001")
    for name, value in slots.items():
        out = out.replace(f"\ue000{name}\ue001", value)
    return out


def _wording(line: CallLine, *, spoken: bool, via: bool) -> str:
    if via and line.via:
        return line.via
    return line.say if spoken or not line.write else line.write


def _slots(
    interview: Interview, sender: str, phone: str, answer_by: dt.date | None, point: str
) -> dict[str, str]:
    if answer_by is not None:
        check_day(answer_by, "day by which you will answer")
    known = {
        "interviewer": _whom(interview),
        "sender": sender.strip(),
        "phone": phone.strip(),
        "day": _day(interview.day),
        "position": f"the position of {interview.position}" if interview.position else "the position",
        "company": interview.company,
        "answer_by": _day(answer_by) if answer_by else "",
        "point": point.strip().rstrip("."),
    }
    return {name: known[name] or gap(name) for name in SLOTS}


def _whom(interview: Interview) -> str:
    """Who is called: the recruiter where an agency stands in between, else who led the interview."""
    wanted = "recruiter" if interview.contact_via else "lead_interviewer"
    named = next((p.name for p in interview.people if wanted in p.roles), "")
    if interview.contact_via:
        return named or interview.contact_via
    return named or (interview.people[0].name if interview.people else "")


def _day(day: dt.date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
