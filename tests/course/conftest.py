"""No test of the course writes into the tree, and none leaves a course running."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_kit.course.learner import session


@pytest.fixture(autouse=True)
def course_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The learner's folder for one test; nothing is in it."""
    folder = tmp_path / "my-course"
    monkeypatch.setenv("FOLLOWUP_KIT_COURSE_FOLDER", str(folder))
    session.stop()
    yield folder
    session.stop()
