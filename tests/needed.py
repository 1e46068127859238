"""Packages that a test needs: where one is missing the test is skipped, but not on the build machine."""

from __future__ import annotations

import importlib
import os
from typing import Any

import pytest


def on_build_machine() -> bool:
    """True where what is missing is a failure, since nobody there reads what was skipped."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def needed(module: str) -> Any:
    """A module of the extra ``test``. Missing, it fails on the build machine and skips elsewhere."""
    return importlib.import_module(module) if on_build_machine() else pytest.importorskip(module)
