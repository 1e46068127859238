"""Taking one's progress along in JupyterLab: download it, bring a copy in, by keyboard; axe-core in both themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from followup_kit.course.learner.progress import Progress
from tests.browser.accessibility import assert_accessible
from tests.browser.lab import Lab
from tests.browser.server import Server

CELLS = (
    "import followup_kit as fk\nfrom followup_kit import course\ncourse.start()",
    "fk.progress_keeper()",
)
OTHER = Progress().tried("04-let-go", right=True).tried("05-who-calls", right=True)


@pytest.fixture
def keeper(lab: Lab, server: Server) -> Iterator[Lab]:
    """A notebook with the form, opened and run."""
    path = server.folder / "practice" / "keeper.ipynb"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)
    yield lab.open("practice/keeper.ipynb").run_all()
    path.unlink()
    for kept in (server.home / "my-course").glob("*progress*.json"):
        kept.unlink()


def test_a_copy_is_brought_in_and_downloaded(keeper: Lab, tmp_path: Path) -> None:
    page, form = keeper.page, keeper.output(2)
    other = tmp_path / "other.json"
    other.write_text(OTHER.to_json(), encoding="utf-8")
    expect(form.locator(".fk-ready")).to_be_visible()
    with page.expect_file_chooser() as chooser:
        form.get_by_role("button", name="Choose a file").press("Space")
    chooser.value.set_files(other)
    status = form.get_by_role("status")
    expect(status).to_contain_text("Chosen: other.json")
    form.get_by_role("button", name="Bring it in").press("Enter")
    expect(status).to_contain_text("Brought in: ")
    form.get_by_role("button", name="Save a copy").press("Space")
    with page.expect_download() as download:
        form.get_by_role("link", name="Download my-progress.json").press("Enter")
    saved = Progress.from_json(download.value.path().read_bytes())
    assert saved.merge(OTHER) == saved


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(dark: bool, keeper: Lab) -> None:
    keeper.theme(dark)
    form = keeper.output(2)
    form.get_by_role("button", name="Save a copy").click()
    expect(form.get_by_role("link")).to_be_visible()
    form.get_by_text("What is in the file?").click()
    part = form.locator(".fk-shell").first
    assert_accessible(part)
    size = form.get_by_role("button", name="Choose a file").bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 24
