"""What nbconvert runs on a lesson before the slide template; named in ``templates/followup/conf.json``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.preprocessors import Preprocessor

from followup_kit.course.facilitator.slides import reveal_folder, slide_notebook

__all__ = ["LessonSlides"]


class LessonSlides(Preprocessor):
    """The lesson as slides, its title, and the texts of reveal.js where a copy is on this machine.

    Given and returned as nbconvert does it: the notebook, and ``resources`` with ``resources["followup"]`` added.
    A notebook that is not of the course (without ``metadata.followup_kit``) stays as it is.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """``nb`` with a slide type for each cell, and without what is no slide."""
        if "followup_kit" not in nb.metadata:
            return nb, resources
        page = nbformat.from_dict(slide_notebook(nb))  # type: ignore[no-untyped-call]
        titles = re.findall(r"^# (.+)$", page.cells[0].source, re.MULTILINE) if page.cells else []
        page.metadata["title"] = titles[0] if titles else resources.get("metadata", {}).get("name", "Slides")
        prefix = resources.get("reveal", {}).get("url_prefix", "")
        # An address is nbconvert's default; a slide that loads nothing takes the copy on this machine instead.
        folder = reveal_folder() if "://" in prefix else Path(prefix) if prefix else None
        resources["followup"] = _texts(folder) if folder else {}
        return page, resources


def _texts(folder: Path) -> dict[str, str]:
    """Script and style of the reveal.js in ``folder``; nothing where there is none."""
    try:
        script, style = (
            (folder / "dist" / f"reveal.{kind}").read_text(encoding="utf-8") for kind in ("js", "css")
        )
    except (OSError, UnicodeDecodeError):
        return {}
    return {"script": script.replace("</script", "<\\/script"), "style": style}
