"""The checks of this package by the names that checklists call them."""

from __future__ import annotations

from collections.abc import Callable

from followup_kit.letters import addressing, dates, form, leftovers, presence, spelling, tone
from followup_kit.letters.look import Found, Look
from followup_kit.records.letter import Item

__all__ = ["CHECKS"]

CHECKS: dict[str, Callable[[Look, Item], Found]] = {
    "addressed": addressing.addressed,
    "amplifies": presence.amplifies,
    "attachment": presence.attachment,
    "confidential": tone.confidential,
    "courteous": tone.courteous,
    "dates_agree": dates.dates_agree,
    "example": presence.example,
    "few_attachments": form.few_attachments,
    "fit": presence.fit,
    "friendly": tone.friendly,
    "gushing": tone.gushing,
    "humour": tone.humour,
    "impact": presence.impact,
    "interest": presence.interest,
    "name_consistent": addressing.name_consistent,
    "next_step": presence.next_step,
    "no_recap": form.no_recap,
    "not_identical": form.not_identical,
    "nothing_left_over": leftovers.nothing_left_over,
    "pressure": tone.pressure,
    "proofread": spelling.proofread,
    "signed": form.signed,
    "specific": presence.specific,
    "succinct": form.succinct,
    "thanks": presence.thanks,
    "timely": form.timely,
}
