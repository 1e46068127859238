"""The comparison of notebooks bites: a date that changed is found, noise is not."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output

from tests.notebooks.running import clean_environment, nbval

HTML = "<table><tr><td>Send the thank-you</td><td>{day}</td></tr></table>"


def stored(folder: Path, *cells: tuple[str, str, str]) -> Path:
    """A notebook of cells, each given as its source, the kind of its output, and the stored output."""
    notebook = new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    )
    for number, (source, kind, text) in enumerate(cells, 1):
        if kind == "stream":
            output = new_output("stream", name="stdout", text=text)
        else:
            output = new_output("execute_result", data={kind: text}, execution_count=number)
            if kind == "text/html":
                output.data["text/plain"] = "<Shown>"
        notebook.cells.append(new_code_cell(source, execution_count=number, outputs=[output]))
    path = folder / "practice.ipynb"
    nbformat.write(notebook, path)
    return path


def source_of(day: str) -> str:
    return (
        "class Shown:\n"
        f"    def _repr_html_(self): return {HTML.format(day=day)!r}\n"
        "    def __repr__(self): return '<Shown>'\n"
        "Shown()"
    )


def test_a_changed_date_is_found_in_print_value_and_markup(tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        ("print('Call on 2026-03-09')", "stream", "Call on 2026-03-10\n"),
        ("'Call on Mon 9 Mar 2026'", "text/plain", "'Call on Tue 10 Mar 2026'"),
        (source_of("2026-03-09"), "text/html", HTML.format(day="2026-03-10")),
        ("print('Call on 2026-03-09')", "stream", "Call on 2026-03-09\n"),
    )
    done = nbval([path], clean_environment(tmp_path))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "3 failed, 1 passed" in done.stdout
    assert "Cell 3" not in done.stdout


def test_noise_is_not_a_difference(tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        ("class Shown: pass\nShown()", "text/plain", "<__main__.Shown at 0x7f00aa00aa00>"),
        ("print('took 3.21 ms')", "stream", "took 17 ms\n"),
        ("print('ab' * 16)", "stream", "0123456789abcdef0123456789abcdef\n"),
        (source_of("2026-03-09"), "text/html", HTML.format(day="2026-03-09")),
    )
    done = nbval([path], clean_environment(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout
