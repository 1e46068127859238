"""The fold: events, in order, over what is known of a case.

The numbers in comments are those of the sentences on events in the readings of the sources.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from followup_kit.planner.facts import Case, Facts, Fixed
from followup_kit.planner.needs import needs
from followup_kit.planner.schedule import Schedule, Slot
from followup_kit.planner.wording import day_text, reason
from followup_kit.records.advice import Recipient, Step
from followup_kit.records.case import Event, Interview
from followup_kit.records.plan import Status, Touchpoint

__all__ = ["fold", "touchpoint"]

_ANSWERS = ("replied", "delayed", "reopened")


def fold(case: Case, events: Iterable[Event], history: bool = True) -> Schedule:
    """The schedule after all events; ``history`` keeps what no longer stands as cancelled."""
    if not history:
        return _fold_quickly(case, events)
    schedule = Schedule(case, _before(case))
    for order, event in enumerate(events):
        facts = schedule.facts.copy()
        _apply(case, facts, schedule, event, order)
        after = Schedule(case, facts)
        _compare(case, facts, schedule, after, event)
        schedule = after
    return schedule


def _fold_quickly(case: Case, events: Iterable[Event]) -> Schedule:
    """The same dates without what was cancelled: of most events only the steps they are about are worked out."""
    facts = _before(case)
    # Two series count from each other's contacts, so each is needed whole; ours have one at most.
    partly = sum(1 for s in case.planned if s.repeat) <= 1
    about: dict[str, tuple[Step, ...]] = {}
    end = Schedule(case, facts)  # worked out when it is first asked for, which is after the last event
    for order, event in enumerate(events):
        until = event.on if event.kind in _ANSWERS else dt.date.min
        step = event.step if event.kind not in _ANSWERS else case.chains[0].id if case.chains else None
        if step is None:
            before = end  # what stood before the event does not matter to it
        elif partly:
            if step not in about:
                about[step] = needs(case.planned, step)
            before = Schedule(case, facts, until, about[step])
        else:
            before = Schedule(case, facts)
        _apply(case, facts, before, event, order)
    return end


def _before(case: Case) -> Facts:
    interview = case.interview
    return Facts(promised=interview.promised, no_date_from=interview.day, no_calls=case.options.written_only)


def _apply(case: Case, facts: Facts, schedule: Schedule, event: Event, order: int) -> None:
    """Change ``facts`` (a copy) by one event; ``schedule`` is what stood before it."""
    kind = event.kind
    if kind == "sent":
        _sent(case, facts, schedule, event, order)
    elif kind == "snoozed":
        _snoozed(facts, schedule, event)
    elif kind in _ANSWERS and not case.protocol.ignores_news:
        _answer(case, facts, schedule, event, order)
    elif kind == "asked_not_to_call":
        facts.no_calls = True  # 7
    elif kind == "asked_not_to_contact":
        facts.no_contact = True  # 7
        _drop_missed(facts)
    elif kind in ("offer", "rejected"):
        facts.triggers[kind] = (order, event.on)  # 6: the newest of offer, accepted, rejected rules
        facts.mode = "offer" if kind == "offer" else "rejected"
        _drop_missed(facts)
    elif kind in ("accepted", "next_round"):
        facts.mode = "ended"  # 6
        _drop_missed(facts)


def _sent(case: Case, facts: Facts, schedule: Schedule, event: Event, order: int) -> None:
    """3: completes the first open occurrence of its step; one that matches nothing is an extra contact."""
    missed = sorted(k for k, f in facts.fixed.items() if k[0] == event.step and f.done_on is None)
    slot = next((s for s in schedule.slots if s.step.id == event.step), None)
    if missed:
        planned = facts.fixed[missed[0]].touchpoint
    elif slot:
        # Worked out in part, as without history, a schedule does not know all that readings count from.
        planned = touchpoint(case, schedule, slot, readings=schedule.until is None)
    else:
        facts.contacts.append(event.on)
        facts.spent.add(event.step or "")
        return
    if event.channel:
        planned = msgspec.structs.replace(planned, channel=event.channel)
    facts.fixed[planned.key] = Fixed(planned, event.on, order)


def _snoozed(facts: Facts, schedule: Schedule, event: Event) -> None:
    """8: the new date becomes the due date of the first open occurrence."""
    slot = next((s for s in schedule.slots if s.step.id == event.step), None)
    if slot is None or event.new_date is None:
        facts.notes.append(
            f"The snooze of {event.step} on {day_text(event.on)} changes nothing: no such step was open then."
        )
    else:
        facts.snoozed[slot.key] = event.new_date


def _answer(case: Case, facts: Facts, schedule: Schedule, event: Event, order: int) -> None:
    """4, 5 and 8: a reply, news of a delay, or a case that is opened again."""
    for slot in () if schedule.none_before(event.on) else schedule.slots:
        if slot.step.repeat == "chain" and slot.due < event.on:
            # Planned before the answer: it counted as a contact, and no later event moves it.
            facts.fixed[slot.key] = Fixed(touchpoint(case, schedule, slot), None, -1)
    facts.answered = (order, event.on)
    moves: set[str] = {"last_contact", "first_unanswered"}
    if event.kind == "replied":
        due = facts.promised
        if event.on >= due if due else event.on > facts.no_date_from:
            facts.heard = facts.delay_heard = True
    elif event.kind == "delayed":
        facts.promised = event.new_date
        if event.new_date is None:
            facts.no_date_from = event.on
        facts.triggers["delayed"] = (order, event.on)
        facts.heard = facts.delay_heard = False
        moves |= {"promised_date", "event", "step"}
    if not facts.snoozed:
        return
    # What the news re-dates, it re-dates from the rule; an older snooze does not hold against it.
    moved = {s.id for s in case.protocol.steps if s.when.anchor in moves}
    facts.snoozed = {k: d for k, d in facts.snoozed.items() if k[0] not in moved or k in facts.fixed}


def _drop_missed(facts: Facts) -> None:
    """What was planned before an answer and never done is cancelled with the rest."""
    for key in [k for k, f in facts.fixed.items() if f.done_on is None]:
        facts.cancelled[key] = facts.fixed.pop(key).touchpoint


def _compare(case: Case, facts: Facts, before: Schedule, after: Schedule, event: Event) -> None:
    """9: what stood before an event and no longer stands after it stays, as cancelled, with its old date."""
    now = {s.key: s for s in after.slots}
    for key in list(facts.cancelled):
        if key in now or key in facts.fixed:
            del facts.cancelled[key]
    for slot in before.slots:
        key = slot.key
        if key in now:
            if now[key].due != slot.due:
                facts.moved_by[key] = event
        elif key not in facts.fixed:
            facts.cancelled[key] = touchpoint(case, before, slot)
            facts.moved_by[key] = event


def touchpoint(
    case: Case, schedule: Schedule, slot: Slot, *, status: Status = "planned", readings: bool = True
) -> Touchpoint:
    """A slot with everything behind it: reason, other readings unless they are not wanted, recipients."""
    step = slot.step
    to = _to(case.interview, step)
    return Touchpoint(
        step=step.id,
        occurrence=slot.occurrence,
        title=step.title,
        kind=step.kind,
        channel=slot.channel,
        to=to,
        recipients=_names(case.interview, to) if case.interview.people or case.interview.contact_via else (),
        due=slot.due,
        latest=slot.latest,
        at=_at(case.interview, step),
        status=status,
        moved_from=slot.raw if slot.raw != slot.due else None,
        rules=step.rules,
        reason=reason(case, slot),
        readings=schedule.readings(slot) if readings and step.readings else (),
        assumed=slot.assumed,
        editorial=step.editorial is not None or slot.ours,
        dated=step.dated,
        notes=_notes(slot),
    )


def _notes(slot: Slot) -> tuple[str, ...]:
    step = slot.step
    notes = [n for n in (step.editorial, step.to_editorial) if n]
    if slot.ours:
        notes.insert(
            0, step.without_date.editorial if step.without_date else "The pace is ours, not the source's."
        )
    if step.dated:
        notes.append(f"This advice is from {step.dated}." + (f" {step.today}" if step.today else ""))
    return tuple(notes)


def _to(interview: Interview, step: Step) -> Recipient | None:
    return "recruiter" if step.to and interview.contact_via else step.to


def _names(interview: Interview, to: Recipient | None) -> tuple[str, ...]:
    """The people a step goes to, as far as they are known."""
    if to is None:
        return ()
    if to == "everyone":
        return tuple(p.name for p in interview.met)
    named = [p.name for p in interview.people if to in p.roles]
    if to == "recruiter":
        return tuple(named or ([interview.contact_via] if interview.contact_via else []))
    return tuple(named[:1] or [p.name for p in interview.met][:1])


def _at(interview: Interview, step: Step) -> dt.time | None:
    if step.at is None:
        return None
    return max(step.at, interview.ends) if interview.ends else step.at
