"""A JupyterLab server of its own on this machine, with a copy of the notebooks and no user's settings."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from tests.notebooks.running import ROOT, clean_environment

PRACTICE = Path(__file__).parent / "data"


class Server:
    """JupyterLab on loopback.

    ``folder`` holds a copy of ``notebooks/``, and the practice notebooks of these tests below
    ``practice/``; what a test changes there is gone when the server stops.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "notebooks"
        self._process: subprocess.Popen[bytes] | None = None
        self._log = home / "server.log"
        self.url = self.token = ""

    def start(self) -> Server:
        self.restore()
        config = self.home / "config"
        settings = config / "lab" / "user-settings" / "@jupyterlab"
        _write(config / "labconfig" / "page_config.json", {
            "disabledExtensions": {
                "@jupyterlab/apputils-extension:announcements": True,
                "@jupyterlab/extensionmanager-extension": True,
            },
        })  # fmt: skip
        # Render all cells: a cell that JupyterLab leaves out of the page cannot be looked at.
        _write(settings / "notebook-extension" / "tracker.jupyterlab-settings", {"windowingMode": "none"})
        _write(settings / "docmanager-extension" / "plugin.jupyterlab-settings", {"autosave": False})
        command = [
            sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root",
            "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", f"--ServerApp.root_dir={self.folder}",
            "--LabApp.expose_app_in_browser=True", "--LabApp.news_url=", "--LabApp.extension_manager=readonly",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ]  # fmt: skip
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=clean_environment(self.home)
                | {"JUPYTERLAB_WORKSPACES_DIR": str(self.home / "workspaces")},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait()
        return self

    def restore(self) -> None:
        """Put the notebooks back as they are in the source tree."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if (ROOT / "notebooks").is_dir():
            shutil.copytree(
                ROOT / "notebooks", self.folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints")
            )
        shutil.copytree(
            PRACTICE, self.folder / "practice", ignore=shutil.ignore_patterns(".ipynb_checkpoints")
        )

    def request(self, method: str, path: str) -> Any:
        """The answer of the server's own interface."""
        request = urllib.request.Request(
            f"{self.url}{path}", method=method, headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    def shut_kernels_down(self) -> None:
        """End every kernel, so that the next test begins with a fresh one."""
        for session in self.request("GET", "api/sessions"):
            self.request("DELETE", f"api/sessions/{session['id']}")

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(20)

    def _wait(self, seconds: float = 90) -> None:
        assert self._process is not None
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                break
            for file in (self.home / "runtime").glob("jpserver-*.json"):
                try:
                    info = json.loads(file.read_text("utf-8"))
                    self.url, self.token = info["url"], info["token"]
                    self.request("GET", "api/status")
                    return
                except (OSError, ValueError):  # not written to its end, or not listening yet
                    pass
            time.sleep(0.2)
        self.stop()
        raise RuntimeError("JupyterLab did not start:\n" + self._log.read_text("utf-8", "replace")[-4000:])


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), "utf-8")
