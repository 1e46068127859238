"""A real browser on a real JupyterLab: both start once a session, each test has its own page and kernel."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.lab import Lab
from tests.browser.server import Server
from tests.needed import on_build_machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try a test in the browser once more where it fails: now and then a kernel or a page hangs at its start.

    The second try is reported; one that fails twice fails.
    """
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.flaky(reruns=1, reruns_delay=2))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; without one the tests are skipped, and on the build machine they fail."""
    path = find_chromium()
    if path is None:
        message = "Chromium was not found; install it or name it in FOLLOWUP_KIT_CHROMIUM"
        if on_build_machine():
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium: str) -> dict[str, Any]:
    return browser_type_launch_args | {"executable_path": chromium, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {
        "viewport": {"width": 1400, "height": 3000},
        "locale": "en-US",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One JupyterLab for all browser tests of this process."""
    running = Server(tmp_path_factory.mktemp("jupyterlab"))
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.fixture
def lab(page: Page, server: Server) -> Iterator[Lab]:
    """JupyterLab in a page of its own; its console must stay clean and nothing may leave this machine."""
    page.set_default_timeout(30_000)
    opened = Lab(page, server)
    yield opened
    problems = list(opened.problems)
    server.shut_kernels_down()
    assert not problems, "\n".join(problems)


@pytest.fixture(scope="module")
def shared_page(browser: Browser, browser_context_args: dict[str, Any], server: Server) -> Iterator[Lab]:
    """One page for all tests of a module, for those that bring it back to its beginning themselves."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield Lab(page, server)
    context.close()


@pytest.fixture
def shared_lab(shared_page: Lab, server: Server) -> Iterator[Lab]:
    """JupyterLab in that page; afterwards kernels and the learner's folder are gone."""
    yield shared_page
    shared_page.problems.clear()
    server.shut_kernels_down()
    shutil.rmtree(server.home / "my-course", ignore_errors=True)
