"""A comparator for letters that a learner writes: what the letter checker finds, in one or two sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from followup_kit.errors import shorten
from followup_kit.records.base import Record
from followup_kit.records.letter import Finding, Report

__all__ = ["LetterPasses"]

LONGEST = 80
MOST = 2
"""So many findings are said at once; the others come when these are mended."""


class LetterPasses(Record, frozen=True, kw_only=True):
    """Right is a letter in which none of ``items`` is broken or missing.

    What only its writer can judge never counts against a letter. ``before`` is the letter to be
    mended: handed in as it was, it is not right. ``context`` is what is known about the interview.

    >>> thanks = LetterPasses(context={"interviewer_name": "Ana Ruiz"}, items=("addressed_by_name", "thanks"))
    >>> thanks("Dear Ms Ruiz,\\n\\nThank you for showing me the farm.\\n\\nLi")
    ''
    >>> thanks("Dear Ms Ruis,\\n\\nThank you for showing me the farm.\\n\\nLi")
    'Ruis should be Ruiz. See “Ruis”. Copy the name from the card, letter by letter, accents included.'
    """

    context: Mapping[str, Any]
    items: tuple[str, ...]
    kind: str = "thank_you"
    before: str = ""

    def report(self, text: str) -> Report:
        """What the checker says about the text."""
        # Here and not at the top: a lesson opens without the checker's word lists.
        from followup_kit.letters.check import check_letter

        return check_letter(text, self.context, kind=self.kind)

    def __call__(self, value: str) -> str:
        if self.before and value.split() == self.before.split():
            return "That is the letter as it was. Change what should not stay."
        report = self.report(value)
        if report.state == "not_english":
            return "This exercise can only check a letter in English. Yours may be fine all the same."
        found = [
            f
            for f in report
            if f.item in self.items and (f.verdict in ("breach", "missing") or _not_there(f, value))
        ]
        return " ".join(_said(f) for f in found[:MOST])


def _not_there(finding: Finding, text: str) -> bool:
    """True where an item is left to the writer although there is hardly any text to judge."""
    return finding.verdict == "check_yourself" and not finding.spans and len(text.split()) < MOST * 5


def _said(finding: Finding) -> str:
    quote = (
        f" See “{shorten(finding.quotes[0], LONGEST)}”."
        if finding.quotes and finding.verdict == "breach"
        else ""
    )
    return f"{finding.message}{quote} {finding.suggestion}".strip()
