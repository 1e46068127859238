"""Slides of the lessons: whole without a network, one for each heading and exercise."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from followup_kit.cli import main
from followup_kit.course.folder import find_lesson, lessons_folder
from followup_kit.course.registry import lesson
from followup_kit.course.slides import slide_notebook, write_slides
from followup_kit.errors import CourseError, UnknownName

LESSON = find_lesson(lessons_folder(), "04")


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory) -> str:
    (written,) = write_slides(lessons_folder(), tmp_path_factory.mktemp("slides"), ["04"])
    assert written.name == "04-plan-the-follow-up.slides.html"
    return written.read_text(encoding="utf-8")


def test_nothing_is_loaded_from_elsewhere(slides):
    loading = (
        r"""(?:src|href)\s*=\s*(?!["']?(?:#|data:))|@import|url\(|\bimport\(|\bimport\s.*?from\s|require\("""
    )
    assert re.findall(loading, slides) == []
    assert "default-src 'none'" in slides
    assert set(re.findall(r"https?://[^\s\"'<>]+", slides)) <= {"http://www.w3.org/2000/svg"}


def test_each_exercise_has_a_slide_with_its_prompt_and_no_cell_is_shown_for_it(slides):
    for one in lesson("04").exercises:
        assert f"Exercise: {one.title}" in slides
    assert "course.exercise(" not in slides
    assert "course.start()" not in slides
    assert slides.count("<section") == slides.count("</section>") >= 20


def test_what_a_cell_showed_is_kept_and_the_first_slide_is_the_title():
    page = slide_notebook(json.loads(LESSON.read_text(encoding="utf-8")))
    assert page["cells"][0]["source"][0].startswith("# Plan the follow-up")
    assert [c["metadata"]["slideshow"]["slide_type"] for c in page["cells"]].count("-") >= 3
    assert any(c["cell_type"] == "code" and c["outputs"] for c in page["cells"])


def test_a_cell_without_outputs_is_no_slide():
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": "no heading"},
        {"cell_type": "code", "metadata": {}, "source": "x = 1", "outputs": []},
        {"cell_type": "code", "metadata": {}, "source": "y", "outputs": [{"output_type": "error"}]},
    ]
    page = slide_notebook({"cells": cells})
    assert [c["source"] for c in page["cells"]] == ["no heading"]
    assert page["cells"][0]["metadata"]["slideshow"]["slide_type"] == "slide"
    assert slide_notebook({"cells": []}) == {"cells": []}


def test_a_lesson_that_is_not_there_and_a_folder_that_cannot_be_written(tmp_path):
    with pytest.raises(UnknownName, match="lesson '44'"):
        write_slides(lessons_folder(), tmp_path, ["44"])
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CourseError, match="cannot be written"):
        write_slides(lessons_folder(), tmp_path / "file", ["04"])


def test_the_command_writes_all_lessons(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["teach", "slides", str(tmp_path / "out")])
    assert stopped.value.code == 0
    written = sorted(p.name[:2] for p in (tmp_path / "out").iterdir())
    assert written == sorted(p.name[:2] for p in Path(lessons_folder()).glob("[0-9][0-9]-*.ipynb"))
    assert capsys.readouterr().out.count("Written: ") == len(written)
