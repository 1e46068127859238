"""What to ask before leaving the interview: one list without repeats, and the record to take home."""

from __future__ import annotations

from functools import cache

from followup_kit.advice.loading import load_data
from followup_kit.advice.rules import sourced
from followup_kit.errors import DataError, UnknownName
from followup_kit.records.advice import RuleId, Text
from followup_kit.records.base import DataRecord
from followup_kit.records.leaving import (
    SITUATIONS,
    BeforeLeaving,
    Place,
    Question,
    RecordField,
    Situation,
)

__all__ = ["questions"]

FILE = "questions.toml"


class _Leaving(DataRecord, frozen=True, kw_only=True):
    opening: Text
    opening_remote: Text
    opening_left: Text
    rules: tuple[RuleId, ...]
    questions: tuple[Question, ...]
    record: tuple[RecordField, ...]
    places: tuple[Place, ...]


def questions(situation: Situation = "in_person") -> BeforeLeaving:
    """The questions to ask before leaving, the record to take home, and where else to find it.

    ``situation`` is ``in_person``, ``remote`` (there is no card) or ``already_left`` (what can still be
    found or asked). Each question stands once and keeps all its rule ids (000.03–000.04, 001.13–001.15,
    002.02–002.06, 004.02–004.06). Raises :class:`~followup_kit.errors.UnknownName` for another situation.

    >>> asked = questions()
    >>> [q.id for q in asked][3], asked.questions[3].rules
    ('decision_date', ('000.04', '001.14', '002.06'))
    >>> [f.id for f in asked.record]
    ['name', 'title', 'postal_address', 'email', 'promised_date', 'follow_up', 'topics']
    >>> [p.id for p in questions("remote").places]
    ['invitation', 'signature', 'company_page']
    """
    if situation not in SITUATIONS:
        raise UnknownName("situation", situation, SITUATIONS)
    data = _data()
    openings = {"remote": data.opening_remote, "already_left": data.opening_left}
    return BeforeLeaving(
        situation=situation,
        opening=openings.get(situation, data.opening),
        rules=data.rules,
        questions=tuple(q for q in data.questions if not q.only or situation in q.only),
        record=data.record,
        places=tuple(p for p in data.places if situation in p.situations),
    )


@cache
def _data() -> _Leaving:
    data = load_data(FILE, _Leaving)
    fields = {f.id for f in data.record}
    for kind, entries in (("questions", data.questions), ("record", data.record)):
        for entry in entries:
            sourced(entry.rules, FILE, f"{kind} {entry.id}", editorial=entry.editorial, needed=True)
    named = [(f"questions {q.id}", q.fills) for q in data.questions]
    named += [(f"places {p.id}", p.finds) for p in data.places]
    for place, ids in named:
        for id in ids:
            if id not in fields:
                raise DataError(FILE, place, str(UnknownName("field of the record", id, sorted(fields))))
    return data
