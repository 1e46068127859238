"""Run the core in WebAssembly: Pyodide in Chromium, from local files alone, against this Python.

    python tests/webassembly.py

Needs Chromium, npm (for Pyodide itself) and the package index, which gives the WebAssembly wheels;
the page asks nothing of the network. What is run there: the docstring examples of the core, and
plans, letters and a journal, whose digest must be the one that this Python makes.
"""

from __future__ import annotations

import hashlib
import http.server
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

PYODIDE, PYTHON, PLATFORM = "314.0.6", "3.14", "pyemscripten_2026_0_wasm32"
CORE = (
    "errors",
    "workdays",
    "simulation",
    "records",
    "advice",
    "planner",
    "letters",
    "calls",
    "comparison",
    "journal",
)
"""The floors whose examples are run; those that need pandas or NumPy are passed over."""

PAGE = """<!doctype html><meta charset="utf-8"><title>followup-kit</title><script type="module">
import { loadPyodide } from "./package/pyodide.mjs";
const said = [];
try {
  const py = await loadPyodide({ indexURL: "/package/", stdout: line => said.push(line), stderr: line => said.push(line) });
  for (const wheel of await (await fetch("/wheels.json")).json())
    py.unpackArchive(await (await fetch("/wheels/" + wheel)).arrayBuffer(), "wheel");
  window.told = await py.runPythonAsync(await (await fetch("/inside.py")).text());
} catch (error) { window.told = JSON.stringify({ error: String(error).slice(-3000), said }); }
</script>"""


def digest() -> str:
    """A digest of plans, letters, calls, a comparison and a journal: the same wherever it is made."""
    import followup_kit as fk

    made: list[object] = []
    for start in range(0, 200, 7):
        day = fk.parse_day("2026-01-01").toordinal() + start
        interview = fk.Interview(
            day=type(fk.parse_day("2026-01-01")).fromordinal(day),
            promised=type(fk.parse_day("2026-01-01")).fromordinal(day + 14) if start % 2 else None,
        )
        made += [fk.plan(interview, protocol).to_dict() for protocol in fk.protocol_ids()]
        made.append(str(fk.compare(interview)))
    letter = "Dear Ms Ruis,\n\nThank you for the talk about the new menu. I would love to join.\n\nLi Wei"
    report = fk.check_letter(letter, {"interviewer_name": "Ms Ana Ruiz", "topics": ["the new menu"]})
    made.append([(f.item, f.verdict, f.spans) for f in report])
    interview = fk.Interview(id="practice", company="Harbour Foods", day=fk.parse_day("2026-03-02"))
    for name, working_copy in (("direct", False), ("copied", True)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.sqlite"
            with fk.Journal(path, working_copy=working_copy) as journal:
                journal.add(interview, "persistent")
                journal.record("practice", fk.Event.parse("delayed:2026-03-09:2026-03-20"))
            with fk.Journal(path, working_copy=working_copy) as journal:
                made.append(journal.to_ics().decode())
    return hashlib.sha256(json.dumps(made, sort_keys=True, default=str).encode()).hexdigest()


def examples() -> tuple[int, list[str]]:
    """How many docstring examples of the core were run, and what failed."""
    import doctest
    import importlib
    import pkgutil

    import followup_kit

    tried, failures = 0, []
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    for found in pkgutil.walk_packages(followup_kit.__path__, "followup_kit."):
        if found.name.split(".")[1] not in CORE:
            continue
        module = importlib.import_module(found.name)
        for case in doctest.DocTestFinder().find(module):
            if any(heavy in case.docstring for heavy in ("to_frame", "simulate(", "picture(")):
                continue
            lines: list[str] = []
            done = doctest.DocTestRunner(optionflags=flags).run(case, out=lines.append)
            tried += done.attempted
            failures += ["".join(lines)] if done.failed else []
    return tried, failures


def inside() -> str:
    """What the page runs."""
    start = time.perf_counter()
    made = digest()
    tried, failures = examples()
    heavy = sorted({"pandas", "numpy", "ipywidgets", "IPython"} & set(sys.modules))
    return json.dumps(
        {
            "platform": sys.platform,
            "digest": made,
            "examples": tried,
            "failures": failures,
            "heavy": heavy,
            "seconds": time.perf_counter() - start,
        }
    )


def fetch(folder: Path) -> None:
    """Pyodide, the WebAssembly wheels of the core's dependencies, and our own wheel."""
    npm = shutil.which("npm") or sys.exit("npm is needed to fetch Pyodide: install Node.js.")
    run([npm, "pack", "--silent", f"pyodide@{PYODIDE}"], folder)
    with tarfile.open(next(folder.glob("pyodide-*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheels = folder / "wheels"
    run([*pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT)], folder)
    target = ["--platform", PLATFORM, "--python-version", PYTHON, "--implementation", "cp"]
    ours = str(next(wheels.glob("followup_kit-*.whl")))
    run(
        [
            *pip,
            "download",
            "--only-binary=:all:",
            *target,
            "--abi",
            "cp314",
            "--abi",
            "none",
            "--dest",
            str(wheels),
            ours,
        ],
        folder,
    )
    (folder / "wheels.json").write_text(json.dumps(sorted(p.name for p in wheels.glob("*.whl"))), "utf-8")
    (folder / "inside.py").write_text(
        "__file__ = '/tests/webassembly.py'\n"
        + Path(__file__).read_text("utf-8").replace("from __future__ import annotations\n", "")
        + "\ninside()\n",
        "utf-8",
    )
    (folder / "index.html").write_text(PAGE, "utf-8")


def run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])} … failed:\n{(done.stdout + done.stderr)[-3000:]}")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the folder with the types that a browser needs, and says nothing."""

    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:
        pass


def main() -> None:
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import FLAGS, find_chromium

    browser_path = find_chromium() or sys.exit(
        "Chromium was not found: install it or name it in FOLLOWUP_KIT_CHROMIUM."
    )
    with tempfile.TemporaryDirectory(prefix="followup-kit-webassembly-") as name:
        folder = Path(name)
        fetch(folder)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            with sync_playwright() as playwright:
                page = playwright.chromium.launch(executable_path=browser_path, args=FLAGS).new_page()
                page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
                page.wait_for_function("window.told !== undefined", timeout=180_000)
                told = json.loads(page.evaluate("window.told"))
        finally:
            server.shutdown()
    here = digest()
    faults = [*told.get("failures", [])]
    if "error" in told:
        faults.append(f"{told['error']}\n{told['said'][-20:]}")
    elif told["digest"] != here:
        faults.append(f"Pyodide made {told['digest'][:12]}, this Python {here[:12]}.")
    if told.get("heavy"):
        faults.append(f"The core loaded {', '.join(told['heavy'])}.")
    if faults:
        sys.exit("\n".join(["WebAssembly:", *faults]))
    print(
        f"WebAssembly: {told['examples']} examples and the digest of plans, a letter and a journal agree; {told['seconds']:.0f} s in {told['platform']}."
    )


if __name__ == "__main__" and sys.platform != "emscripten":
    main()
