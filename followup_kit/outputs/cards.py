"""An evidence card as HTML: the finding, who asked whom what, who paid, and how its grade comes about."""

from __future__ import annotations

from html import escape

from followup_kit.advice.evidence import evidence_data, grade
from followup_kit.outputs.html import STYLE
from followup_kit.records.evidence import Card

__all__ = ["card_html"]


def card_html(card: Card) -> str:
    """Everything on one card, as a table with a caption; its addresses can be opened below.

    >>> "80 % of US managers" in card_html(evidence_data().cards[12])
    True
    """
    rubric = evidence_data().rubric
    facts = [
        ("Finding", card.finding),
        ("When", card.years),
        ("Who was asked", card.population),
        ("How many", card.n),
        ("What was asked", card.asked),
        ("Who paid", card.sponsor),
        ("How near to following up", card.nearness),
    ]
    facts += [
        (mark.question, f"{card.marks[mark.id]} of 2: {mark.levels[card.marks[mark.id]]}")
        for mark in rubric.marks
    ]
    facts.append(("Grade", f"{grade(card)} ({sum(card.marks.values())} of 8): {'; '.join(card.reasons)}"))
    rows = "".join(f'<tr><th scope="row">{escape(k)}</th><td>{escape(v)}</td></tr>' for k, v in facts)
    links = "".join(f'<li><a href="{escape(a, quote=True)}">{escape(a)}</a></li>' for a in card.addresses)
    return (
        f'<div class="fk-plan">{STYLE}<div class="fk-scroll" tabindex="0" role="group"'
        f' aria-label="Table of evidence card {card.id}">'
        f'<table style="table-layout:auto"><caption>Evidence card {card.id}: {escape(card.short)}</caption>'
        f"<tbody>{rows}</tbody></table></div>"
        f"<details><summary>Where it was found: {len(card.addresses)}</summary><ul>{links}</ul></details></div>"
    )
