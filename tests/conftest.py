"""What all tests share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.calendar_server import radicale

collect_ignore = ["benchmarks/fuzz_letters.py", "letters/fit_letters.py", "letters/fit_model.py"]
"""Scripts that need packages which no test does."""

# How fast the machine is must not decide whether a test passes.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def bare_environment() -> dict[str, str]:
    """The environment for a Python of its own that finds this source tree and no user's settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PYTEST", "COV"))}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


@pytest.fixture(scope="session")
def calendar_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Radicale server on this computer; each test takes a user of its own."""
    with radicale(tmp_path_factory.mktemp("radicale")) as address:
        yield address


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that the browser tests did not run."""
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if "tests/browser" in r.nodeid]
    if skipped:
        terminalreporter.section("NOT TESTED IN A BROWSER", sep="!", yellow=True, bold=True)
        terminalreporter.line(
            f"{len(skipped)} browser tests were skipped. Install Chromium "
            "(Debian and Ubuntu: apt-get install chromium), or name it in FOLLOWUP_KIT_CHROMIUM."
        )


def pytest_report_header() -> str:
    return f"followup-kit from {ROOT} on Python {sys.version.split()[0]}"
