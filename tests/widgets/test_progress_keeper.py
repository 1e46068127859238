"""Taking one's progress along: a copy to download, a copy brought in, and what is no copy."""

from __future__ import annotations

import base64
import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from followup_kit.course import opening
from followup_kit.course.learner import session
from followup_kit.course.learner.progress import MOST_BYTES, Progress
from followup_kit.widgets.progress_keeper import COPY, progress_keeper

WHEN = dt.datetime(2026, 4, 24, tzinfo=dt.UTC)


def solved(*ids: str) -> Progress:
    progress = Progress()
    for id in ids:
        progress = progress.tried(id, right=True)
    return progress


def put(form, raw: bytes, name="a.json"):
    """As if a file had been chosen in the browser."""
    form.upload.value = (
        {"name": name, "type": "", "size": len(raw), "content": memoryview(raw), "last_modified": WHEN},
    )


def test_a_copy_is_saved_and_can_be_downloaded(course_folder):
    opening.start()
    session.progress_file().change(lambda p: p.merge(solved("04-let-go")))
    form = progress_keeper()
    form.save()
    assert Progress.from_json((course_folder / COPY).read_bytes()) == solved("04-let-go")
    (coded,) = re.findall(r'href="data:application/json;base64,([^"]+)"', form.link.value)
    assert Progress.from_json(base64.b64decode(coded)) == solved("04-let-go")
    assert "04-let-go" in form.inside.value
    assert form.box.said.startswith("Saved as ")


def test_a_copy_that_is_chosen_or_named_is_merged(course_folder, tmp_path):
    opening.start()
    session.progress_file().change(lambda p: p.merge(solved("04-a", "04-b")))
    form = progress_keeper()
    put(form, solved("04-b", "04-c").to_json().encode())
    assert "Chosen: a.json" in form.box.said
    form.bring_in()
    assert form.box.said == "Brought in: 1 more exercise solved."
    assert form.upload.value == ()
    (tmp_path / "other.json").write_text(solved("05-a", "05-b").to_json(), encoding="utf-8")
    form.name.value = f' "{tmp_path / "other.json"}" '
    form.bring_in()
    assert form.box.said == "Brought in: 2 more exercises solved."
    assert session.progress_file().progress == solved("04-a", "04-b", "04-c", "05-a", "05-b")
    (course_folder / COPY).write_text(solved("06-a").to_json(), encoding="utf-8")
    form.name.value = COPY
    form.bring_in()
    assert session.progress_file().progress.done(("06-a",)) == 1, (
        "a bare name is that of the learner's folder"
    )


@pytest.mark.parametrize("raw", [b"", b"?", b"{}x", b"\xff\xfe", b"[" * 50_000, b" " * (MOST_BYTES + 1)])
def test_what_is_no_copy_is_said_and_changes_nothing(raw, course_folder, tmp_path):
    opening.start()
    session.progress_file().change(lambda p: p.merge(solved("04-a")))
    form = progress_keeper()
    put(form, raw)
    form.bring_in()
    assert "choose another file" in form.box.said
    form.upload.value = ()
    (tmp_path / "bad.json").write_bytes(raw)
    form.name.value = str(tmp_path / "bad.json")
    form.bring_in()
    assert "choose another file" in form.box.said
    assert session.progress_file().progress == solved("04-a")


@example(name="a" * 300)
@example(name="a/" * 3000)
@given(name=st.text(min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_any_name_gets_a_sentence(name, course_folder):
    opening.start()
    form = progress_keeper()
    form.name.value = name
    form.bring_in()
    assert form.box.said.endswith(".")
    assert "Brought in" not in form.box.said


def test_before_the_course_began_and_where_nothing_can_be_written(course_folder):
    form = progress_keeper()
    form.save()
    assert "run the first cell" in form.box.said
    form.bring_in()
    assert "run the first cell" in form.box.said
    course_folder.write_text("a file where the folder should be", encoding="utf-8")
    opening.start()
    form.save()
    assert "cannot be written" in form.box.said
    assert "The link downloads the same" in form.box.said
    assert 'download="my-progress.json"' in form.link.value
