"""The dates of a protocol's steps, given what is known: facts in, slots out.

A slot is an occurrence that stands and is not done yet.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from followup_kit.planner.facts import Case, Facts, Fixed, Key
from followup_kit.records.advice import Channel, Roll, Step, Until, When
from followup_kit.records.plan import Reading

__all__ = ["Schedule", "Slot"]


@dataclass(slots=True)
class Slot:
    """One open occurrence of a step with its dates."""

    step: Step
    occurrence: int
    channel: Channel
    due: dt.date
    latest: dt.date | None
    raw: dt.date
    """The date before it rolled to a working day."""
    anchor: dt.date
    """The day from which it counts."""
    assumed: bool = False
    ours: bool = False
    """True where a number was used that the source does not give."""
    snoozed: bool = False
    after: str | None = None
    """The step that it counts from, where it counts from one."""
    floored: bool = False
    """True where a date before which it may not stand moved it."""

    @property
    def key(self) -> Key:
        return (self.step.id, self.occurrence)


class Schedule:
    """The open slots of a case, in table order, and the days behind them.

    Where not all is needed, ``until`` cuts a series after its first slot on or after that day, and
    only ``steps`` are worked out.
    """

    __slots__ = ("_found", "case", "contacts", "days", "facts", "goes_on", "steps", "unanswered", "until")

    contacts: list[dt.date]
    """What a series may count from as the last contact."""
    days: dict[str, dt.date]
    """The day from which others count, by step; for steps that are in the plan or were."""
    unanswered: dict[str, dt.date]
    """The first occurrence without an answer, by series."""
    goes_on: list[Step]
    """The series that the horizon cuts."""

    def __init__(
        self, case: Case, facts: Facts, until: dt.date | None = None, steps: tuple[Step, ...] | None = None
    ) -> None:
        self.case = case
        self.facts = facts
        self.until = until
        self.steps = case.planned if steps is None else steps
        self._found: list[Slot] | None = None

    @property
    def slots(self) -> list[Slot]:
        """The open slots; worked out when they are first asked for, since many events need none."""
        if self._found is None:
            self._found = self._slots()
        return self._found

    def _slots(self) -> list[Slot]:
        facts, until = self.facts, self.until
        self.days, self.unanswered, self.goes_on = {}, {}, []
        self.contacts = list(facts.contacts)
        if facts.answered:
            self.contacts.append(facts.answered[1])
        found: list[Slot] = []
        stop: dt.date | None = None
        for step in self.steps:
            fixed = {key[1]: f for key, f in facts.fixed.items() if key[0] == step.id}
            if fixed:
                self.days[step.id] = max([f.day for f in fixed.values()])
            slots: list[Slot] = []
            for slot in self._open(step, fixed):
                slots.append(slot)
                if until is not None and slot.due >= until:
                    break
            if not self._stands(step):
                slots = []
            found += slots
            if step.kind != "stop":
                if self.case.chains:
                    self.contacts += [f.day for f in fixed.values()]
                    self.contacts += [s.due for s in slots]
            elif slots or fixed:
                stop = slots[-1].due if slots else self.days[step.id]
            if step.instead_of and step.id in self.days:
                self._replace(step, found)
        if stop is not None:
            # No contact is planned on the day of letting go or after it.
            found = [s for s in found if s.due < stop or s.step.kind in ("stop", "answer")]
            self.goes_on = [s for s in self.goes_on if stop > self.case.horizon]
        return found

    def none_before(self, day: dt.date) -> bool:
        """True where no series counted from the last contact has an open occurrence before ``day``, for sure.

        Quicker than working them out: the next one stands no sooner than one distance after the last.
        """
        return all(self._next_at_least(step, day) for step in self.case.chains)

    def _next_at_least(self, step: Step, day: dt.date) -> bool:
        facts = self.facts
        starts = [f.day for key, f in facts.fixed.items() if key[0] == step.id]
        if facts.answered:
            starts.append(facts.answered[1])
        if not starts or any(key[0] == step.id and key not in facts.fixed for key in facts.snoozed):
            return False
        return self._count(max(starts), step.when, self._offset(step)) >= day

    def _stands(self, step: Step) -> bool:
        """What an offer, a decision, or the wish not to be contacted leaves standing."""
        facts = self.facts
        if facts.mode == "ended":
            return False
        if facts.mode == "rejected":
            return step.on == "rejected" and not facts.no_contact
        if facts.mode == "offer":
            return step.kind == "thanks" or step.on == "offer"
        if step.on in ("offer", "rejected"):
            return False
        return not facts.no_contact or step.kind in ("thanks", "stop")

    def _replace(self, step: Step, found: list[Slot]) -> None:
        """Take away the open step that this one stands for."""
        replaced = self.case.protocol.step(step.instead_of or "")
        if replaced is None or (replaced.to == "everyone" != step.to and self._others_to_thank()):
            return
        found[:] = [s for s in found if s.step is not replaced]

    def _others_to_thank(self) -> bool:
        """True unless exactly one person is known to have been met."""
        return len(self.case.interview.met) != 1

    # -- the open occurrences of one step --------------------------------------------------------

    def _open(self, step: Step, fixed: dict[int, Fixed]) -> Iterable[Slot]:
        if step.repeat == "chain":
            return self._chain(step, fixed)
        if step.repeat == "grid":
            return self._grid(step, fixed)
        return self._single(step, fixed)

    def _single(self, step: Step, fixed: dict[int, Fixed]) -> Iterator[Slot]:
        facts = self.facts
        trigger = facts.triggers.get(step.on)
        if step.on != "interview" and trigger is None:
            return
        if fixed:
            # Done once is done, unless news that brings the step again came after it.
            again = trigger or (facts.answered if step.ends_contact else None)
            if again is None or again[0] < max(f.order for f in fixed.values()):
                return
        slot = self._slot(step, 1 + max(fixed, default=0))
        if slot is None:
            return
        self.days[step.id] = slot.due
        heard = facts.delay_heard if step.on == "delayed" else facts.heard
        if (step.unless_heard and heard) or (step.limit and step.id in facts.spent):
            return
        yield slot

    def _grid(self, step: Step, fixed: dict[int, Fixed]) -> Iterator[Slot]:
        for occurrence in count(1):
            if step.limit and occurrence > step.limit:
                return
            if occurrence in fixed:
                continue
            slot = self._slot(step, occurrence, occurrence)
            if slot is None:
                return
            if slot.due > self.case.horizon and not slot.snoozed:
                if self._stands(step):
                    self.goes_on.append(step)
                return
            yield slot

    def _chain(self, step: Step, fixed: dict[int, Fixed]) -> Iterator[Slot]:
        facts, case = self.facts, self.case
        since = facts.answered[0] if facts.answered else -1
        waiting = [f.day for f in fixed.values() if f.done_on and f.order > since]
        if not self._stands(step):
            if waiting:
                self.unanswered[step.id] = min(waiting)
            return
        offset = self._offset(step)
        known = sorted(self.contacts)
        starts = [f.day for f in fixed.values()] + ([facts.answered[1]] if facts.answered else [])
        last = max(starts) if starts else known[0] if known else case.interview.day
        occurrence = 1 + max(fixed, default=0)
        while not (step.limit and occurrence > step.limit):
            raw = self._count(last, step.when, offset)
            due = self._roll(raw, step.roll, step.channels[0])
            snoozed = facts.snoozed.get((step.id, occurrence))
            # The last contact is the newest one before the step, whatever it was.
            newer = [d for d in known if last < d <= due] if snoozed is None else []
            if newer:
                last = newer[-1]
                continue
            slot = self._with_snooze(
                Slot(step, occurrence, self._channel(step, occurrence), due, None, raw, last)
            )
            slot.ours = case.options.pace in step.editorial_pace
            self.unanswered.setdefault(step.id, min([slot.due, *waiting]))
            if slot.due > case.horizon and not slot.snoozed:
                self.goes_on.append(step)
                return
            yield slot
            last = max(last, slot.due)
            occurrence += 1

    def _slot(self, step: Step, occurrence: int, times: int = 1) -> Slot | None:
        chosen = self._chosen(step, occurrence)
        when = step.by_channel.get(chosen, step.when)
        slot = self._date(step, when, step.roll, chosen, self.facts.promised, times)
        if slot is None:
            return None
        slot.occurrence = occurrence
        slot.channel = self._written(chosen)
        return self._with_snooze(slot)

    def _with_snooze(self, slot: Slot) -> Slot:
        new = self.facts.snoozed.get(slot.key)
        if new is not None:
            slot.due = slot.raw = new
            slot.latest = max(slot.latest, new) if slot.latest else None
            slot.snoozed = True
        return slot

    # -- dates -----------------------------------------------------------------------------------

    def _date(
        self, step: Step, when: When, roll: Roll, channel: Channel, promised: dt.date | None, times: int = 1
    ) -> Slot | None:
        """The first occurrence of a step counted by ``when``, or None where what it counts from is not there."""
        facts, until = self.facts, when.until
        assumed = ours = floored = False
        anchor: dt.date | None
        after: str | None = None
        offset = self._offset(step) if when is step.when else when.offset
        if when.anchor == "promised_date":
            anchor = promised
            without = step.without_date
            if anchor is None and without is not None:
                assumed, ours = without.assume is not None, True
                anchor = facts.no_date_from
                if without.assume is not None:
                    anchor += dt.timedelta(days=without.assume)
                elif without.offset is not None:
                    when, offset, until = When(anchor="event"), without.offset, without.until
        elif when.anchor == "interview":
            anchor = self.case.interview.day
        elif when.anchor == "event":
            anchor = facts.triggers[step.on][1] if step.on != "interview" else facts.no_date_from
        else:
            days = self.days if when.anchor == "step" else self.unanswered
            after = next((s for s in reversed(when.steps) if s in days), None)
            anchor = days[after] if after else None
        if anchor is None:
            return None
        raw = self._count(anchor, when, offset * times)
        if step.not_before is not None:
            floor = self._floor(raw, step.not_before, promised)
            raw, floored = floor, floor > raw
        due = self._roll(raw, roll, channel)
        latest = max(due, self._until(anchor, until, roll, channel)) if until else None
        return Slot(step, 1, channel, due, latest, raw, anchor, assumed, ours, False, after, floored)

    def _count(self, anchor: dt.date, when: When, offset: int) -> dt.date:
        if when.unit == "days":
            return anchor + dt.timedelta(days=offset)
        calendar = self.case.calendar
        if when.counting_first and not calendar.is_working(anchor):
            offset += 1
        return calendar.add(anchor, offset)

    def _floor(self, raw: dt.date, not_before: When, promised: dt.date | None) -> dt.date:
        """A date that is not before the floor; without a promised date there is none to keep."""
        anchor = promised if not_before.anchor == "promised_date" else self.case.interview.day
        return raw if anchor is None else max(raw, self._count(anchor, not_before, not_before.offset))

    def _until(self, anchor: dt.date, until: Until, roll: Roll, channel: Channel) -> dt.date:
        if until.unit == "hours":
            return self.case.interview.after_end(until.offset)
        if until.unit == "working_days":
            return self.case.calendar.add(anchor, until.offset)
        return self._roll(anchor + dt.timedelta(days=until.offset), roll, channel)

    def _roll(self, day: dt.date, roll: Roll, channel: Channel) -> dt.date:
        if roll == "never" or (roll == "unless_email" and channel == "email"):
            return day
        return self.case.calendar.roll(day)

    def _offset(self, step: Step) -> int:
        return step.pace.get(self.case.options.pace, step.when.offset)

    # -- channels --------------------------------------------------------------------------------

    def _chosen(self, step: Step, occurrence: int) -> Channel:
        if step.in_turn:
            return step.channels[(occurrence - 1) % len(step.channels)]
        return self.case.options.channels.get(step.id, step.channels[0])

    def _channel(self, step: Step, occurrence: int) -> Channel:
        return self._written(self._chosen(step, occurrence))

    def _written(self, channel: Channel) -> Channel:
        """E-mail for a call where they asked for no calls, or where the candidate only writes."""
        return "email" if channel == "phone" and self.facts.no_calls else channel

    # -- other readings --------------------------------------------------------------------------

    def readings(self, slot: Slot) -> tuple[Reading, ...]:
        """The other ways to read the slot's step; they stand at its first occurrence only."""
        if slot.occurrence != 1:
            return ()
        found: list[Reading] = []
        for spec in slot.step.readings:
            promised = self.facts.promised
            if spec.needs == "promised_date" and promised is None:
                continue
            if spec.needs == "no_promised_date" and promised is not None:
                continue
            if spec.assume is not None:
                promised = self.facts.no_date_from + dt.timedelta(days=spec.assume)
            channel = self._chosen(slot.step, 1)
            roll = spec.roll or slot.step.roll
            due, latest = slot.due, slot.latest
            if spec.when is not None or spec.assume is not None or spec.roll is not None:
                when = spec.when or slot.step.by_channel.get(channel, slot.step.when)
                other = self._date(slot.step, when, roll, channel, promised)
                if other is None:
                    continue
                due, latest = other.due, other.latest
            if spec.not_before is not None:
                due = self._roll(self._floor(slot.raw, spec.not_before, promised), roll, channel)
            if spec.needs == "later_than_contact_before" and due <= slot.anchor:
                continue
            found.append(
                Reading(
                    label=spec.label,
                    due=due,
                    latest=latest,
                    channel=self._written(spec.channel or channel),
                    rules=spec.rules,
                )
            )
        return tuple(found)
