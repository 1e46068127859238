"""Slides of the lessons: whole without a network, one for each heading and exercise."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from followup_kit.cli import main
from followup_kit.course.facilitator.slide_preprocessor import LessonSlides
from followup_kit.course.facilitator.slides import (
    reveal_folder,
    slide_notebook,
    slide_type,
    template_folder,
    write_slides,
)
from followup_kit.course.folder import find_lesson, lessons_folder
from followup_kit.course.registry import lesson
from followup_kit.errors import CourseError, UnknownName
from tests.notebooks.running import NOTEBOOKS, ROOT, all_notebooks, clean_environment

LESSON = find_lesson(lessons_folder(), "04")
FACILITATOR = sorted((NOTEBOOKS / "facilitator").glob("*.ipynb"))


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory) -> str:
    (written,) = write_slides(lessons_folder(), tmp_path_factory.mktemp("slides"), ["04"], plain=True)
    assert written.name == "04-plan-the-follow-up.slides.html"
    return written.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the bare command of nbconvert gives in an environment with followup-kit installed."""
    folder = tmp_path_factory.mktemp("environment")
    shutil.copytree(template_folder() / "followup", folder / "data/nbconvert/templates/followup")
    (folder / "config").mkdir()
    shutil.copy(template_folder() / "jupyter_nbconvert_config.json", folder / "config")
    (folder / "other.ipynb").write_text(
        '{"cells": [{"cell_type": "markdown", "metadata": {}, "source": "# Other", "id": "a"}],'
        ' "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "nbconvert", "--to", "slides", "--output-dir", str(folder / "out")]
    done = subprocess.run(
        [*command, str(LESSON), *map(str, FACILITATOR), str(folder / "other.ipynb")],
        cwd=ROOT,
        env=clean_environment(folder) | {"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return folder / "out"


LOADING = r"""(?:src|href)\s*=\s*(?!["'`]?(?:#|data:))|@import|\bimport\(|\bimport\s.*?from\s|\brequire\("""


def test_nothing_is_loaded_from_elsewhere(slides):
    assert re.findall(LOADING + r"|url\(", slides) == []
    assert "default-src 'none'" in slides
    assert set(re.findall(r"https?://[^\s\"'<>]+", slides)) <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (LESSON.stem, "Plan the follow-up"),
        ("guide", "The facilitator's guide"),
        ("dashboard", "The class dashboard"),
    ],
)
def test_the_command_of_nbconvert_gives_slides_with_reveal_that_load_nothing(by_hand, name, title):
    page = (by_hand / f"{name}.slides.html").read_text(encoding="utf-8")
    assert "Reveal.initialize" in page
    assert "default-src 'none'" in page
    assert f"<title>{title}: slides</title>" in html.unescape(page)
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg", "https://revealjs.com", "https://hakim.se"}, (
        "an SVG's name, and the authors in the licence of reveal.js"
    )
    own = page.replace((reveal_folder() / "dist" / "reveal.js").read_text(encoding="utf-8"), "")
    assert len(own) < len(page)
    assert re.findall(LOADING, own) == []
    assert re.findall(r"url\((?!data:)", own) == []


def test_another_notebook_comes_out_as_ever(by_hand):
    page = (by_hand / "other.slides.html").read_text(encoding="utf-8")
    assert "Other</h1>" in page or "Other<a" in page
    assert "default-src 'none'" not in page
    assert "plugin/notes/notes.js" in page, "nbconvert's own template"


def test_a_folder_without_reveal_gives_the_plain_slides(tmp_path):
    nb = {
        "cells": [{"cell_type": "markdown", "metadata": {}, "source": "# A"}],
        "metadata": {"followup_kit": {}},
    }
    import nbformat

    page = nbformat.from_dict(nb)
    _, resources = LessonSlides().preprocess(page, {"reveal": {"url_prefix": str(tmp_path)}})
    assert resources["followup"] == {}
    _, resources = LessonSlides().preprocess(
        page, {"reveal": {"url_prefix": "https://example.org/reveal.js"}}
    )
    assert "Reveal" in resources["followup"]["script"]


def test_the_pages_of_the_facilitator_are_among_the_slides():
    assert [p.stem for p in FACILITATOR] == ["dashboard", "guide"]


@pytest.mark.parametrize("path", all_notebooks(), ids=lambda p: p.stem)
def test_each_cell_of_a_lesson_carries_its_slide_type(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert [c["metadata"].get("slideshow") for c in cells] == [{"slide_type": slide_type(c)} for c in cells]
    assert slide_type(cells[0]) == "slide"


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


@pytest.mark.parametrize(
    "raw", ["", "{broken", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}']
)
def test_a_damaged_lesson_is_named(tmp_path, raw):
    (tmp_path / "01-a.ipynb").write_text(raw, encoding="utf-8")
    with pytest.raises(CourseError, match=r"01-a\.ipynb cannot be made into slides"):
        write_slides(tmp_path, tmp_path / "out")


def test_the_command_writes_all_lessons(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["teach", "slides", str(tmp_path / "out")])
    assert stopped.value.code == 0
    written = sorted(p.name[:2] for p in (tmp_path / "out").iterdir())
    assert written == sorted(p.name[:2] for p in Path(lessons_folder()).glob("[0-9][0-9]-*.ipynb"))
    assert capsys.readouterr().out.count("Written: ") == len(written)
