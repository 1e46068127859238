"""How channels, weekdays and months are called, in English whatever the locale of the machine."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from followup_kit.records.advice import Channel

__all__ = ["BY", "CHANNELS", "MONTHS", "WEEKDAYS"]

CHANNELS: Mapping[Channel, str] = MappingProxyType(
    {
        "email": "e-mail",
        "phone": "phone",
        "letter": "letter by post",
        "card": "handwritten card",
        "post": "post",
        "none": "no contact",
    }
)
"""A channel by its name."""

BY: Mapping[Channel, str] = MappingProxyType(
    {
        "email": "by e-mail",
        "phone": "by phone",
        "letter": "by letter",
        "card": "with a handwritten card",
        "post": "by post",
        "none": "without contact",
    }
)
"""A channel as the way in which something is done."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""From Monday, as :meth:`datetime.date.weekday` counts; the first three letters are the short name."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""From January; the first three letters are the short name."""
