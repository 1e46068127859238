"""A teacher's own protocol file, and ways to get it wrong."""

from __future__ import annotations

__all__ = ["OWN", "changed"]

OWN = """\
id = "gentle"
title = "Gentle"
source = "school"
summary = "A note, one question, and an end."

[stance.why]
position = "courtesy"
says = "Because it is kind."
rules = ["000.25"]

[[steps]]
id = "note"
title = "Note"
kind = "thanks"
says = "Write a short note"
when = { from = "interview", until = { offset = 24, unit = "hours" } }
roll = "unless_email"
channels = ["email", "card"]
to = "everyone"
rules = ["school.01"]

[[steps]]
id = "question"
title = "Question"
kind = "nudge"
says = "Ask once"
when = { from = "promised_date", offset = 2, unit = "working_days", until = { offset = 4, unit = "working_days" } }
channels = ["email", "phone"]
to = "lead_interviewer"
unless_heard = true
limit = 1
without_date = { offset = 10, until = { offset = 12 }, editorial = "Ten days is the school's number." }
rules = ["school.02", "000.19"]

[[steps.readings]]
label = "a day later"
when = { from = "promised_date", offset = 3, unit = "working_days" }
rules = ["001.16"]

[[steps]]
id = "reminder"
title = "Reminder"
kind = "nudge"
says = "Remind them"
when = { from = "last_contact", offset = 10 }
repeat = "chain"
limit = 2
channels = ["email"]
to = "interviewer"
rules = ["school.03"]

[[steps]]
id = "end"
title = "End"
kind = "stop"
says = "Look elsewhere"
when = { from = "first_unanswered", steps = ["reminder"], offset = 30 }
roll = "never"
channels = ["none"]
ends_contact = true
rules = ["school.04"]
"""


def changed(old: str, new: str) -> str:
    """The file with the first ``old`` made ``new``."""
    assert old in OWN
    return OWN.replace(old, new, 1)
