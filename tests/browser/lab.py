"""JupyterLab as a test drives it: open a lesson, run it, look at what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

from tests.browser.server import Server

READY = """async () => {
  const app = window.jupyterapp;
  await app.restored;
  const panel = app.shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
  await panel.revealed;
}"""

RUN_ALL = """async () => {
  const app = window.jupyterapp;
  const panel = app.shell.currentWidget;
  await app.commands.execute('notebook:run-all-cells');
  await panel.sessionContext.session?.kernel?.info;
}"""

CELLS = """() => {
  const cells = window.jupyterapp.shell.currentWidget.content.widgets;
  return cells.filter(c => c.model.type === 'code').map(c => ({
    count: c.model.executionCount,
    outputs: c.model.sharedModel.getOutputs(),
    source: c.model.sharedModel.getSource(),
  }));
}"""

MARK_CODE_CELLS = """() => {
  let n = 0;
  for (const c of window.jupyterapp.shell.currentWidget.content.widgets)
    if (c.model.type === 'code') c.node.setAttribute('data-code-cell', String(++n));
}"""

SELECT = """n => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  const codes = notebook.widgets.map((c, i) => [c, i]).filter(([c]) => c.model.type === 'code');
  notebook.activeCellIndex = codes[n - 1][1];
  notebook.deselectAll();
}"""


# Anywidget says so after two seconds on a busy machine, and shows the widget all the same when it is ready.
SLOW = "[anywidget] Failed to initialize model."


class Lab:
    """One page with JupyterLab.

    ``problems`` collects what went wrong in the page: errors on the console, exceptions of scripts,
    and requests that left this machine. JupyterLab causes none by itself, and only ``SLOW`` is excused:
    a test that uses the ``lab`` fixture fails if there are any.
    """

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        self.problems: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", self._on_error)
        page.on("request", self._on_request)

    def open(self, notebook: str) -> Lab:
        """Open a notebook by its path below ``notebooks/`` and wait for its kernel."""
        assert (self.server.folder / notebook).is_file(), f"there is no notebook {notebook}"
        self.page.goto(f"{self.server.url}lab/tree/{quote(notebook)}?reset&token={self.server.token}")
        self.page.wait_for_function(
            "() => window.jupyterapp?.shell?.currentWidget?.sessionContext", timeout=60_000
        )
        self.page.evaluate(READY)
        self._dismiss_dialogs()
        # Other panes only take room from the notebook, and none of them is ours.
        self.page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
        self.wait_until_idle()
        self.page.evaluate(MARK_CODE_CELLS)
        return self

    def run_all(self, errors: bool = False) -> Lab:
        """Run the whole notebook; an error in a cell fails the test, unless ``errors`` allows it."""
        self.page.evaluate(RUN_ALL)
        self.wait_until_idle()
        self.page.evaluate(MARK_CODE_CELLS)
        found = self.errors()
        if not errors:
            assert not found, "\n".join(found)
            missed = [c["source"] for c in self.cells() if c["source"].strip() and c["count"] is None]
            assert not missed, f"cells that did not run: {missed}"
        return self

    def run_cell(self, number: int) -> Lab:
        """Run the code cell of that number (the first is 1)."""
        self.page.evaluate(SELECT, number)
        self.page.evaluate("async () => { await window.jupyterapp.commands.execute('notebook:run-cell'); }")
        self.wait_until_idle()
        return self

    def wait_until_idle(self) -> None:
        """Wait until the kernel has nothing left to do."""
        self.page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'",
            timeout=120_000,
        )

    def cells(self) -> list[dict[str, Any]]:
        """The code cells: execution count, source and stored outputs of each."""
        found: list[dict[str, Any]] = self.page.evaluate(CELLS)
        return found

    def errors(self) -> list[str]:
        """The errors in the outputs, as ``name: message``. Run-all stops at the first one without a word."""
        return [
            f"code cell {number}: {output.get('ename')}: {output.get('evalue')}"
            for number, cell in enumerate(self.cells(), 1)
            for output in cell["outputs"]
            if output["output_type"] == "error"
        ]

    def output(self, number: int) -> Locator:
        """What stands below the code cell of that number (the first is 1)."""
        return self.page.locator(f"[data-code-cell='{number}'] .jp-Cell-outputArea").first

    def outputs(self) -> Locator:
        """All outputs of the notebook."""
        return self.page.locator(".jp-NotebookPanel .jp-Cell-outputArea")

    def theme(self, dark: bool) -> Lab:
        """Switch JupyterLab to its dark or its light theme."""
        name = "JupyterLab Dark" if dark else "JupyterLab Light"
        self.page.evaluate(
            "async theme => { await window.jupyterapp.commands.execute('apputils:change-theme', {theme}); }",
            name,
        )
        expect(self.page.locator("body")).to_have_attribute(
            "data-jp-theme-light", "false" if dark else "true", timeout=30_000
        )
        return self

    def focused(self) -> str:
        """What has the focus, as a short text: tag, role, and name or label."""
        text: str = self.page.evaluate(
            """() => {
              const e = document.activeElement;
              const label = e.labels?.[0]?.textContent ?? e.getAttribute('aria-label') ?? e.textContent ?? '';
              return [e.tagName.toLowerCase(), e.getAttribute('role') ?? '', label.trim().slice(0, 60)]
                .filter(Boolean).join(' ');
            }"""
        )
        return text

    def screenshot(self, part: Locator, path: Path) -> Path:
        """A picture of one part of the page. The page is 3000 pixels high, else what lies below comes out grey."""
        part.scroll_into_view_if_needed()
        part.screenshot(path=path, animations="disabled")
        return path

    def _dismiss_dialogs(self) -> None:
        for button in self.page.locator(
            ".jp-Dialog button.jp-mod-reject, .jp-Dialog button.jp-mod-accept"
        ).all()[:1]:
            button.click()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            where = message.location.get("url", "") if message.location else ""
            self.problems.append(f"{message.text} ({where})")

    def _on_error(self, error: object) -> None:
        if SLOW not in str(error):
            self.problems.append(f"uncaught: {error}")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in {
            "127.0.0.1",
            "localhost",
        }:
            self.problems.append(f"asked the network for {request.url}")
