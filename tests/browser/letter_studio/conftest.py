"""The practice notebook of the letter studio, open in one page, and the studios in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.lab import Lab
from tests.browser.server import Server
from tests.browser.studio import Studio

NOTEBOOK = "practice/letter_studio.ipynb"
VIEWPORT = {"width": 1400, "height": 3000}


@pytest.fixture(scope="package")
def one_lab(browser: Browser, browser_context_args: dict[str, Any], server: Server) -> Iterator[Lab]:
    """One page for all tests of this folder: to open JupyterLab takes longer than all that they do in it."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.set_default_timeout(30_000)
    opened = Lab(page, server).open(NOTEBOOK)
    yield opened
    context.close()
    server.shut_kernels_down()


@pytest.fixture
def opened(one_lab: Lab) -> Iterator[Lab]:
    """The practice notebook, run anew: its first cell forgets what other tests wrote."""
    page = one_lab.page
    yield one_lab.theme(dark=False).run_all()
    page.evaluate("() => document.querySelectorAll('style.fk-test').forEach(style => style.remove())")
    page.emulate_media(forced_colors="none")
    page.set_viewport_size(VIEWPORT)
    page.mouse.move(1, 1)
    problems, one_lab.problems[:] = list(one_lab.problems), []
    assert not problems, "\n".join(problems)


@pytest.fixture
def studio(opened: Lab) -> Studio:
    """The studio with the real checker and a letter in it."""
    return Studio(opened, 2).settle()


@pytest.fixture
def panel(opened: Lab) -> Studio:
    """Three empty letters, with a checker that looks for listed words."""
    return Studio(opened, 4).settle()
