"""The first half of the notebooks: run, opened to the last hint, and asked for all that WCAG 2.2 AA asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.lab import Lab
from tests.browser.whole_course import HALVES, assert_whole
from tests.notebooks.running import name_of


@pytest.mark.parametrize("notebook", HALVES[0], ids=name_of)
def test_a_notebook_runs_and_is_accessible(notebook: Path, shared_lab: Lab) -> None:
    assert_whole(notebook, shared_lab)
