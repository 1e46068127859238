"""Whatever stands in an answer, an exercise ends with an outcome that can be shown: no error, no markup, no flood."""

from __future__ import annotations

import datetime as dt
import decimal
import fractions
import json
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import ipywidgets
import nbformat
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbclient import NotebookClient

import followup_kit as fk
from followup_kit import course
from followup_kit.course import opening
from followup_kit.course.exercise_record import VERDICTS, judge
from followup_kit.course.learner import session
from followup_kit.course.mishaps import sentence
from followup_kit.course.registry import exercises
from followup_kit.errors import UnknownName
from followup_kit.widgets.base import Field
from followup_kit.widgets.form import exercise_form
from tests.notebooks.running import clean_environment


class Sulky:
    """Refuses everything that is asked of it."""

    def _refuse(self, *args: object) -> Any:
        raise RuntimeError("no")

    __str__ = __repr__ = __bool__ = __len__ = __iter__ = __format__ = _refuse


ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
HOSTILE: dict[str, Any] = {
    "a function": len,
    "a lambda": lambda: 1 / 0,
    "a class": dict,
    "an exception": ValueError("no"),
    "markup": SCRIPT,
    "an entity": "&lt;b&gt; & \" ' `",
    "a long text": "very " * 4_000,
    "a text too long": "x" * 1_000_000,
    "one long word": "a" * 19_000,
    "many figures": "9" * 19_000,
    "many dots": "." * 19_000,
    "many dates": "17 March " * 2_000,
    "many numbers": "1 " * 9_000,
    "a huge number": 10**5_000,
    "figures": "20260317",
    "a touchpoint": fk.plan(course.practice(), "classic")[0],
    "a plan": fk.plan(course.practice(), "classic"),
    "numpy's number": np.float64(3.5),
    "numpy's day": np.datetime64("2026-03-17"),
    "no day of numpy": np.datetime64("NaT"),
    "an array": np.arange(3),
    "an array of texts": np.array(["email", "phone"]),
    "pandas' day": pd.Timestamp("2026-03-17 09:00", tz="UTC"),
    "no day of pandas": pd.NaT,
    "nothing of pandas": pd.NA,
    "a frame": pd.DataFrame({"a": [1, 2]}),
    "a series": pd.Series(["email"]),
    "a time": dt.datetime(2026, 3, 17, tzinfo=dt.UTC),
    "a span": dt.timedelta(days=1),
    "a decimal": decimal.Decimal("NaN"),
    "a fraction": fractions.Fraction(7, 2),
    "a complex number": 1j,
    "not a number": float("nan"),
    "endless": float("inf"),
    "true": True,
    "bytes": b"\xff17 March",
    "a list": ["email", None, ["phone", {}]],
    "a list of itself": ENDLESS,
    "a generator": (x for x in "ab"),
    "half a sign": "\ud800 17 March",
    "nul": "17 \x00 March",
    "from right to left": "\u202e17 March",
    "accents": "a" + "\u0301" * 5_000,
    "signs": "🙂" * 3_000,
    "a formula": "=HYPERLINK(1)",
    "braces": "{0.__class__} %s %n",
    "an object": object(),
    "a sulky object": Sulky(),
}


class Tags(HTMLParser):
    """The elements that a browser would make."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]


def assert_fit_to_show(outcome) -> None:
    assert outcome.status in VERDICTS
    page, text = outcome.as_html(), outcome.as_text()
    tags = Tags()
    tags.feed(page)
    assert tags.found <= {"div", "p", "span", "ul", "li", "strong", "code"}
    assert "Traceback" not in text
    assert len(text) < 6_000
    assert outcome.spoken()


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_any_value_in_any_exercise_ends_in_an_outcome(value):
    for one in exercises():
        assert_fit_to_show(judge(one, {f.id: value for f in one.fields}))
        for f in one.fields:
            assert_fit_to_show(judge(one, {**one.solution, f.id: value}))


@pytest.mark.parametrize("what", [w for w, v in HOSTILE.items() if isinstance(v, str)])
def test_no_text_takes_long(what):
    for one in exercises():
        start = time.process_time()
        judge(one, {f.id: HOSTILE[what] for f in one.fields})
        # Far above the 50 ms of an answer that is meant; a reader that runs away would take minutes.
        assert time.process_time() - start < 10, one.id


TEXTS = st.text(max_size=60) | st.text("<>&\"'/=script on17 March2026.,-", max_size=60)


@given(one=st.sampled_from(exercises()), data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_text_in_any_exercise_ends_in_an_outcome(one, data):
    assert_fit_to_show(judge(one, {f.id: data.draw(TEXTS) for f in one.fields}))


@given(names=st.dictionaries(st.text(max_size=20), st.text(max_size=20), min_size=1, max_size=3))
@settings(max_examples=50, deadline=None)
def test_answers_under_any_names_end_in_an_outcome(names):
    assert_fit_to_show(judge(exercises()[0], names))


def test_more_answers_than_fields_and_none_at_all():
    q = course.exercise("04-promised-call")
    assert_fit_to_show(q.check(*range(9)))
    assert_fit_to_show(q.check(1, day=2, **{"<b>": 3}))
    assert q.check().status == "not_attempted"


@pytest.mark.parametrize("typed", [v for v in HOSTILE.values() if isinstance(v, str) and len(v) < 1_000])
def test_a_form_shows_what_was_typed_as_text_only(typed, course_folder):
    for id in ("04-promised-call", "02-from-the-card", "04-own-plan"):
        form = exercise_form(id)
        for control in form.fields.values():
            if isinstance(control, Field):
                control.value = typed
        form.check()
        form.solution()
        tags = Tags()
        tags.feed("".join(w.value for w in form.box.children if isinstance(w, ipywidgets.HTML)))
        assert not tags.found & {"script", "img", "b"}


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"schema": 99}', b"null", b"[" * 100_000]
)
def test_damaged_files_of_the_learner_cost_what_they_held_and_no_more(damage, course_folder):
    course_folder.mkdir()
    for name in ("progress.json", "my-interview.json", "my-letters.json", "my-journal.sqlite"):
        (course_folder / name).write_bytes(damage)
    opening.start()
    assert course.exercise("04-promised-call").check(day="17 March", channel="phone").right
    assert not course.my_case().own
    campaign = course.my_campaign()
    assert campaign.frame() is not None
    fk.quick_letter(year=2026).start()
    assert "1 of" in fk.progress_bar("04").body.value


def test_a_folder_that_vanishes_or_cannot_be_written(course_folder):
    opening.start()
    q = course.exercise("04-promised-call")
    q.check(day="17 March", channel="phone")
    for path in course_folder.iterdir():
        path.unlink()
    course_folder.rmdir()
    assert q.check(day="16 March", channel="phone").status == "not_yet"
    assert session.progress_file().progress.done(("04-promised-call",)) == 1
    for path in course_folder.iterdir():
        path.unlink()
    course_folder.rmdir()
    course_folder.write_text("a file in the folder's place", encoding="utf-8")
    assert q.check(day="17 March", channel="phone").right
    assert "could not be saved" in session.progress_file().notice
    assert not course.my_case().own
    assert course.my_campaign().frame() is not None
    bar = fk.progress_bar("04")
    bar.save_summary()
    bar.save_review()
    assert "could not" in bar.box.said or "cannot" in bar.box.said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (UnknownName("lesson", "44", ["04"]), "There is no lesson '44'"),
        (NameError("name 'x' is not defined", name="x"), "“x” is not there yet"),
        (ModuleNotFoundError("no", name="pandas"), "“pandas” is not installed"),
        (AttributeError("no", name="chek", obj=course.exercise("04-let-go")), "Did you mean “check”?"),
        (ZeroDivisionError("division by zero"), "ZeroDivisionError: division by zero"),
        (KeyError(), "(KeyError)"),
        (SyntaxError("invalid syntax", ("<cell>", 2, 1, "x", 2, 2)), "cannot read line 2 of this cell"),
        (SyntaxError("invalid syntax"), "cannot read this cell"),
    ],
)
def test_an_error_is_told_in_a_sentence(error, said):
    assert said in sentence(error)
    assert "\n" not in sentence(error)


CELLS = (
    "import followup_kit as fk\nfrom followup_kit import course\ncourse.start()",
    "p.check(day=1)",
    'q = course.exercise("04-promised-call")\nq.chek(day="17 March")',
    'course.exercise("04-nothing")',
    'q = course.exercise("04-promised-call")\nq.check(\n    day=1/0,\n    channel=phone,\n)',
    'q = course.exercise("04-promised-call")\nq.check(\n    day=int("x"),\n)',
    'q = course.exercise("04-promised-call")\nq.check(day="17 March"',
    'fk.plan(course.practice(), "clasic")',
    "del q\ndel course",
    "17 march, phone",
    "for x in y:\nprint(x)",
    'from followup_kit import course\ncourse.exercise("04-promised-call").check(day="17 March", channel="phone")',
)


def test_cells_that_fail_show_a_sentence_and_no_traceback(tmp_path: Path):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    client = NotebookClient(
        notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(tmp_path)}}
    )
    with client.setup_kernel(env=clean_environment(tmp_path)):
        for n, cell in enumerate(notebook.cells):
            client.execute_cell(cell, n)
    shown = [json.dumps(cell.outputs) for cell in notebook.cells]
    errors = [o for cell in notebook.cells for o in cell.outputs if o.output_type == "error"]
    assert all(len(o.traceback) == 1 for o in errors)
    assert not any("Traceback (most recent" in text or "site-packages" in text for text in shown)
    for n, said in (
        (1, "is not there yet"), (2, "Did you mean"), (3, "There is no exercise"), (4, "There is no day 1/0"),
        (5, "ValueError"), (6, "The cell cannot be read"), (7, "Did you mean 'classic'?"), (9, "cannot read line 1"), (10, "cannot read line 2"), (11, "Right."),
    ):  # fmt: skip
        assert said in shown[n], shown[n]
    assert shown[8] == "[]"
