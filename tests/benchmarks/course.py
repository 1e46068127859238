"""Figures of the course: opening a lesson, the memory of its kernel, and what a check takes.

    python tests/benchmarks/course.py             # all three
    python tests/benchmarks/course.py open 04 05  # only this figure, only these lessons

``open``: from the address of a lesson to its first form that can be used, in JupyterLab in Chromium, kernel
start included; the server runs already, and the page is asked to run all cells as soon as it is there. For
comparison a notebook with one button of ipywidgets and nothing of ours: a busy machine slows both.
``memory``: resident memory of the kernel after the whole lesson, untouched and with all solutions filled in.
``check``: the slowest check() of each lesson, in the lesson's kernel after all its cells have run.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import nbformat
from nbclient import NotebookClient
from playwright.sync_api import sync_playwright

from followup_kit.course.registry import lesson, lesson_ids
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.lab import RUN_ALL, Lab
from tests.browser.server import Server
from tests.notebooks.running import NOTEBOOKS, clean_environment

TIMES = 3
RSS = "print([x for x in open('/proc/self/status') if x.startswith('VmRSS')][0].split()[1])"


BARE = "bare.ipynb"
BUTTON = "import ipywidgets\nipywidgets.Button(description='A button')"


def opened(lab: Lab, notebook: str) -> float:
    """Seconds until the first button of a form of ours can be pressed; in the bare notebook, its only button."""
    lab.page.goto("about:blank")
    start = time.perf_counter()
    lab.page.goto(f"{lab.server.url}lab/tree/{notebook}?reset&token={lab.server.token}", wait_until="commit")
    lab.page.wait_for_function(
        "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.isReady", polling=50, timeout=60_000
    )
    lab.page.evaluate(f"() => {{ ({RUN_ALL})(); }}")
    ready = ".jupyter-button" if notebook == BARE else ".fk-shell.fk-ready button"
    lab.page.locator(ready).first.wait_for(state="visible", timeout=60_000)
    took = time.perf_counter() - start
    lab.wait_until_idle()
    lab.page.evaluate(
        "async () => { await window.jupyterapp.shell.currentWidget.sessionContext.shutdown(); }"
    )
    return took


def open_figures(ids: Sequence[str]) -> None:
    print(f"lesson opened → first form usable, s, {TIMES} times each (aim: 8)")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder)).start()
        try:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            lab = Lab(browser.new_page(viewport={"width": 1400, "height": 3000}), server)
            bare = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(BUTTON)])
            bare.metadata["kernelspec"] = {
                "name": "python3",
                "display_name": "Python 3",
                "language": "python",
            }
            nbformat.write(bare, server.folder / BARE)
            opened(lab, BARE)  # the server's own first page
            for id in ["bare", *ids]:
                notebook = BARE if id == "bare" else lesson(id).notebook
                found = [opened(lab, notebook) for _ in range(TIMES)]
                load = os.getloadavg()[0]
                shown = " ".join(f"{t:5.1f}" for t in found)
                print(f"  {id:4}  median {statistics.median(found):5.1f}   of {shown}   load {load:.1f}")
            browser.close()
        finally:
            server.stop()


def ran(id: str, after: str, *, solved: bool = False) -> str:
    """What ``after`` prints in the kernel when the whole lesson has run before it."""
    notebook: Any = nbformat.read(NOTEBOOKS / lesson(id).notebook, as_version=4)
    if solved:
        answers = {e.stub.strip(): e.solved for e in lesson(id).exercises}
        for cell in notebook.cells:
            cell.source = answers.get(cell.source.strip(), cell.source)
    notebook.cells.append(nbformat.v4.new_code_cell(after))
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOKS)}})
        with client.setup_kernel(env=clean_environment(Path(folder))):
            for n, cell in enumerate(notebook.cells):
                client.execute_cell(cell, n)
    return "".join(notebook.cells[-1].outputs[0].text)


def memory_figures(ids: Sequence[str]) -> None:
    print("memory of the kernel after the lesson, MB (aim: 160)")
    for id in ids:
        untouched, done = (int(ran(id, RSS, solved=s)) / 1024 for s in (False, True))
        print(f"  {id}  untouched {untouched:6.1f}   solved {done:6.1f}")


CHECKS = """
import json, statistics, time
found = {}
for one in course.lesson(ID).exercises:
    times = []
    for _ in range(20):
        start = time.perf_counter(), time.process_time()
        course.exercise(one.id).check_all(one.solution)
        times.append([1000 * (b - a) for a, b in zip(start, (time.perf_counter(), time.process_time()))])
    wall, used = zip(*times)
    found[one.id] = [wall[0], used[0], statistics.median(wall), statistics.median(used)]
print(json.dumps(found))
"""


def check_figures(ids: Sequence[str]) -> None:
    print("check() of the solutions in the lesson's kernel, ms (aim: 50): the slowest of each lesson")
    print("      first time: wall, processor   median of 20: wall, processor")
    for id in ids:
        found = json.loads(ran(id, CHECKS.replace("ID", repr(id))))
        worst = [max(v[n] for v in found.values()) for n in range(4)]
        slow = max(found, key=lambda one: found[one][1])
        print(f"  {id}  {worst[0]:10.1f} {worst[1]:10.1f}   {worst[2]:15.1f} {worst[3]:10.1f}   {slow}")


FIGURES = {"open": open_figures, "memory": memory_figures, "check": check_figures}


def main(arguments: list[str]) -> None:
    chosen = [a for a in arguments if a in FIGURES] or list(FIGURES)
    ids = [a for a in arguments if a in lesson_ids()] or list(lesson_ids())
    for name in chosen:
        FIGURES[name](ids)


if __name__ == "__main__":
    main(sys.argv[1:])
