"""The checks of this package by the names that checklists call them."""

from __future__ import annotations

from collections.abc import Callable

from followup_kit.letters import addressing, dates, form, leftovers, presence, spelling, tone
from followup_kit.letters.judgement import weigh
from followup_kit.letters.look import Found, Look
from followup_kit.records.letter import Item

__all__ = ["CHECKS", "RULES"]

Check = Callable[[Look, Item], Found]

RULES: dict[str, Check] = {
    "amplifies": presence.amplifies,
    "attachment": presence.attachment,
    "example": presence.example,
    "fit": presence.fit,
    "impact": presence.impact,
    "interest": presence.interest,
    "next_step": presence.next_step,
    "specific": presence.specific,
}
"""What phrases and shapes find of presence items; the sentences' weights have a say after them."""


def _weighed(rule: Check) -> Check:
    return lambda look, item: weigh(look, item, rule(look, item))


CHECKS: dict[str, Check] = {
    **{name: _weighed(rule) for name, rule in RULES.items()},
    "addressed": addressing.addressed,
    "confidential": tone.confidential,
    "courteous": tone.tone,
    "dates_agree": dates.dates_agree,
    "few_attachments": form.few_attachments,
    "friendly": tone.friendly,
    "gushing": tone.tone,
    "humour": tone.tone,
    "name_consistent": addressing.name_consistent,
    "no_recap": form.no_recap,
    "not_identical": form.not_identical,
    "nothing_left_over": leftovers.nothing_left_over,
    "pressure": tone.tone,
    "proofread": spelling.proofread,
    "signed": form.signed,
    "succinct": form.succinct,
    "thanks": presence.thanks,
    "timely": form.timely,
}
