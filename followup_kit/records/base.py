"""What all records share: frozen, keyword-only, compared by value."""

from __future__ import annotations

import msgspec

__all__ = ["DataRecord", "Record"]


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An immutable record; ``msgspec.structs.replace`` makes a changed copy.

    A record is made after everything it holds, so it can be in no cycle: Python's collector of cycles
    leaves records alone, which spares it walking through thousands of them.
    """


class DataRecord(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record that is read from a data file: a key that it does not know is an error."""
