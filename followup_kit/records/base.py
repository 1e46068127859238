"""What all records share: frozen, keyword-only, compared by value."""

from __future__ import annotations

import msgspec

__all__ = ["DataRecord", "Record"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An immutable record; ``msgspec.structs.replace`` makes a changed copy."""


class DataRecord(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record that is read from a data file: a key that it does not know is an error."""
