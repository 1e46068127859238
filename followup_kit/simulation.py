"""The waiting simulator: many candidates follow one protocol while an employer takes its time.

It counts what following a protocol means (contacts, minutes, a decision given up too soon). It has
no idea of who gets the job. numpy is imported only when something is simulated.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_kit.advice.evidence import evidence_card
from followup_kit.advice.loading import load_data
from followup_kit.comparison.choose import check_plan, choose, goes_on_note
from followup_kit.errors import CaseError, UnknownName
from followup_kit.planner import plan
from followup_kit.records.advice import Protocol
from followup_kit.records.base import DataRecord
from followup_kit.records.case import Interview, Options
from followup_kit.records.simulation import Employer, EmployerSpec, Figure, Minutes, Simulation
from followup_kit.workdays import Calendar, working_days

if TYPE_CHECKING:
    import numpy as np

    Days = np.ndarray[Any, np.dtype[np.int64]]
    Bools = np.ndarray[Any, np.dtype[np.bool_]]

__all__ = ["WATCHED_WEEKS", "employer", "employer_ids", "simulate"]
