"""Calls: what to say, what may be answered, and a check of your own words.

A call, a relay call, an e-mail and a text message are equal ways for the same content.
"""

from __future__ import annotations

from followup_kit.calls.branches import take_branch
from followup_kit.calls.budget import call_budget
from followup_kit.calls.checks import check_call
from followup_kit.calls.script import call_script
from followup_kit.calls.speaking import seconds_to_say, spoken_words

__all__ = ["call_budget", "call_script", "check_call", "seconds_to_say", "spoken_words", "take_branch"]
