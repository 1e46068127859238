"""What a check found, and the clauses in which it says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from followup_kit.comparison.account import Account
from followup_kit.comparison.selection import pick
from followup_kit.planner.wording import day_text
from followup_kit.records.score import Check, Contact, Result

__all__ = ["Finding", "nothing", "number", "on", "role", "span", "who"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: a result, why, and the contacts that show it."""

    result: Result
    why: str
    contacts: tuple[Contact, ...] = ()


def nothing(check: Check, account: Account, last: dt.date | None) -> Finding:
    """What it means that there is no such contact; ``last`` is the last day on which it would be in time."""
    what = pick(check.of)
    if check.optional or check.of in ("late_nudges", "answer"):
        return Finding("open", f"there is no {what}")
    if account.overtaken:
        return Finding("open", account.overtaken)
    if "nudge" in check.of and account.heard is not None:
        return Finding("open", f"there is no {what}, as an answer came first")
    still = account.until is not None and (check.of != "thanks" if last is None else last >= account.until)
    return Finding("open", f"there is no {what} yet") if still else Finding("broken", f"there is no {what}")


def on(contact: Contact) -> str:
    name = contact.step.replace("_", " ")
    number = f" {contact.occurrence}" if contact.occurrence > 1 else ""
    return f"{name}{number} on {day_text(contact.day)}"


def span(first: dt.date, last: dt.date | None) -> str:
    if last is None:
        return f"on {day_text(first)} or later"
    return f"on {day_text(first)}" if first >= last else f"from {day_text(first)} to {day_text(last)}"


def number(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def role(to: str) -> str:
    return to if to == "everyone" else f"the {to.replace('_', ' ')}"


def who(contact: Contact) -> str:
    return ", ".join(contact.people) or (role(contact.to) if contact.to else "somebody")
