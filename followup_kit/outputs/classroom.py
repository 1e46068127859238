"""What a class reached, as pandas frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from followup_kit.records.classroom import Tally

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["tallies_frame"]


def tallies_frame(tallies: Iterable[Tally]) -> pd.DataFrame:
    """One row an objective or item, indexed by its id; the counts are ``Int64``, hidden ones are missing.

    >>> frame = tallies_frame([Tally.of("04-a", "04", "A", reached=9, missed=3)])
    >>> bool(frame["reached"].isna()["04-a"]), int(frame.loc["04-a", "tried"])
    (True, 12)
    """
    import pandas as pd

    columns = ["id", "lesson", "text", "tried", "reached", "missed"]
    rows = [{c: getattr(t, c) for c in columns} for t in tallies]
    frame = pd.DataFrame(rows, columns=columns)
    for column in columns[3:]:
        frame[column] = frame[column].astype("Int64")
    return frame.set_index("id")
