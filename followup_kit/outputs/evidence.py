"""Evidence and published guides as pandas frames and text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from followup_kit.advice.evidence import evidence_cards, evidence_data, grade, guides, still_open
from followup_kit.records.evidence import Card

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["card_text", "drifts_frame", "evidence", "evidence_text", "guides_frame", "let_go_frame"]


def evidence() -> pd.DataFrame:
    """The evidence cards as a frame, one row a card, by its number.

    Columns: finding, short, years, n, population, asked, sponsor, nearness, the four marks of the
    rubric, their sum, the grade, its reasons, the addresses.

    >>> frame = evidence()
    >>> frame.loc[13, "grade"], len(frame)
    ('weak', 21)
    """
    import pandas as pd

    rows = [
        {
            "id": c.id,
            "short": c.short,
            "finding": c.finding,
            "years": c.years,
            "n": c.n,
            "population": c.population,
            "asked": c.asked,
            "sponsor": c.sponsor,
            "nearness": c.nearness,
            **c.marks,
            "sum": sum(c.marks.values()),
            "grade": grade(c),
            "reasons": "; ".join(c.reasons),
            "addresses": " ".join(c.addresses),
        }
        for c in evidence_cards()
    ]
    return pd.DataFrame(rows).set_index("id")


def drifts_frame() -> pd.DataFrame:
    """The numbers that changed their meaning: what is said, what was found, what went wrong.

    >>> list(drifts_frame().index)
    ['a', 'b', 'c', 'd', 'e', 'f']
    """
    import pandas as pd

    rows = [
        {
            "id": d.id,
            "said": d.said,
            "found": d.found,
            "wrong": d.wrong,
            "cards": ", ".join(map(str, d.cards)),
        }
        for d in evidence_data().drifts
    ]
    return pd.DataFrame(rows).set_index("id")


def guides_frame() -> pd.DataFrame:
    """What published guides advise, one row a guide; an empty text where it says nothing.

    ``first_day`` and ``last_day`` are the days after the promised date that a guide names.

    >>> int(guides_frame()["last_day"].max())
    7
    """
    import pandas as pd

    rows = [
        {
            "guide": g.name,
            "thank_you": g.thank_you,
            "after_promise": g.after_promise,
            "first_day": g.days_after_promise[0] if g.days_after_promise else None,
            "last_day": g.days_after_promise[1] if g.days_after_promise else None,
            "no_date": g.no_date,
            "limit": g.limit,
            "channel": g.channel,
            "rules": ", ".join(g.rules),
        }
        for g in guides()
    ]
    frame = pd.DataFrame(rows)
    for column in ("first_day", "last_day"):
        frame[column] = frame[column].astype("Int64")
    return frame.set_index("guide")


def let_go_frame(mean_days: float | None = None) -> pd.DataFrame:
    """On which day some tools give up, and the share of decisions that would still be open then.

    >>> [round(share, 2) for share in let_go_frame()["still_open"]]
    [0.57, 0.62, 0.3]
    """
    import pandas as pd

    rows = [
        {"day": d.day, "used_by": d.used_by, "still_open": still_open(d.day, mean_days)}
        for d in evidence_data().let_go.days
    ]
    return pd.DataFrame(rows).set_index("day")


def evidence_text() -> str:
    """The headline, then each card in two lines."""
    lines = [*textwrap.wrap(evidence_data().headline, 100), ""]
    for card in evidence_cards():
        lines += [f"{card.id:>2}  [{grade(card)}] {card.short} ({card.years}; {card.sponsor})"]
        lines += textwrap.wrap(card.finding, 100, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines)


def card_text(card: Card) -> str:
    """Everything on one card, with how its grade comes about."""
    rubric = evidence_data().rubric
    lines = textwrap.wrap(f"{card.id}. {card.finding}", 100)
    lines += [
        f"Who was asked: {card.population} (n: {card.n}; {card.years})",
        f"What was asked: {card.asked}",
        f"Who paid: {card.sponsor}",
        f"Nearness to following up after an interview: {card.nearness}",
    ]
    lines += [
        f"{mark.question} {card.marks[mark.id]} of 2: {mark.levels[card.marks[mark.id]]}"
        for mark in rubric.marks
    ]
    lines += [
        f"Grade: {grade(card)} ({sum(card.marks.values())} of 8): {'; '.join(card.reasons)}",
        *card.addresses,
    ]
    return "\n".join(lines)
