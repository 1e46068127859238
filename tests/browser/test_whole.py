"""The questions asked of whole notebooks find what is planted, and JupyterLab's own faults are known."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.lab import Lab
from tests.browser.whole import ASKED, Whole

FAULTS = tomllib.loads(Path(__file__).with_name("lab_faults.toml").read_text("utf-8"))["fault"]

# Markup with one fault each, what finds it, and what is said.
PLANTED = {
    "headings": ("<h4>Too deep</h4>", "from level 1 to 4"),
    "tables": ("<table><tr><td>1</td></tr></table>", "no caption"),
    "controls": ("<div>Your name <input></div>", "no bound label"),
    "targets": ("<button style='height:12px;padding:0;border:0'>OK</button>", "12 pixels"),
    "focus": ("<button style='outline:none'>Go</button>", "the focus is not seen"),
    "motion": ("<p style='transition:opacity 1s'>Slowly</p>", "a transition of 1s"),
    "edges": ("<label>Name <input style='border:1px solid #ddd'></label>", "its edge has 1."),
    "colours": ("<p style='color:#b00000'>late</p>", "written in rgb(176, 0, 0)"),
}
MORE = [
    ("headings", "<h2></h2>", "an empty heading"),
    ("headings", "<h1>Another</h1>", "a second heading of level 1"),
    ("tables", "<table><caption>a</caption><tr><td>1</td></tr></table>", "no heads"),
    ("tables", "<table><caption>a</caption><tr><th>1</th></tr></table>", "without scope"),
    ("controls", "<label>Name <input aria-label='Address'></label>", "not in its name"),
    ("controls", "<input type='radio' id='r'><label for='r'>yes</label>", "without a legend"),
    ("controls", "<button aria-label='Send'>Save</button>", "its text is not in its name"),
    ("colours", "<svg role='img'><rect width='9' height='9' fill='#b00000'/></svg>", "painted rgb(176, 0, 0)"),
    ("colours", "<p>see <a href='x' style='text-decoration:none;color:#0000aa'>this</a></p>", "written in rgb(0, 0, 170)"),
    ("motion", "<p style='scroll-behavior:smooth'>Down</p>", "scrolls smoothly"),
]  # fmt: skip
BROAD = [
    ("<div style='width:900px'>broad</div>", "pixels too far"),
    (
        "<div style='width:99px;overflow-x:auto'><div style='width:900px'>broad</div></div>",
        "scrolls sideways",
    ),
    (
        "<div style='width:99px;height:40px;overflow:auto'><table style='width:900px;height:900px'></table></div>",
        "scrolls both ways",
    ),
    (
        "<div style='width:99px;overflow-x:auto'><table style='width:900px'></table></div>",
        "but not by keyboard",
    ),
]
PLANT = "markup => { document.querySelector('.practice-place').innerHTML = markup; }"


@pytest.fixture
def practice(shared_lab: Lab) -> Whole:
    """A notebook with one heading, one sentence, and a place for faults."""
    return Whole(shared_lab).open("practice/plain.ipynb")


def plant(practice: Whole, markup: str = "") -> None:
    practice.page.evaluate(PLANT, markup)


def found_of(practice: Whole, ask: Callable[..., list[str]], markup: str, said: str, *questions: str) -> bool:
    """Whether a planted fault is found; planted anew while JupyterLab still draws its page and takes it away."""
    for _ in range(20):
        plant(practice, markup)
        if any(said in fault for fault in ask(*questions)):
            return True
        practice.page.wait_for_timeout(250)
    return False


def test_each_question_finds_what_is_planted_and_nothing_else(practice: Whole) -> None:
    assert PLANTED.keys() == ASKED.keys()
    for what, markup, said in (*((w, m, s) for w, (m, s) in PLANTED.items()), *MORE):
        plant(practice)
        assert practice.ask(what) == []
        assert found_of(practice, practice.ask, markup, said, what), (what, markup, practice.ask(what))


def test_what_is_too_broad_is_found(practice: Whole) -> None:
    assert practice.narrow() == []
    for markup, said in BROAD:
        assert found_of(practice, practice.narrow, markup, said), (markup, practice.narrow())


def test_axe_finds_what_is_planted_in_both_themes_and_far_below(practice: Whole) -> None:
    assert practice.axe(dark=False) == []
    assert practice.axe(dark=True) == []
    plant(
        practice,
        "<div style='height:3000px'></div><p style='color:#777;background:#888'>pale</p><input type='text'>"
        "<button aria-label='Send it'>Save</button>",
    )
    assert any("color-contrast" in fault for fault in practice.axe(dark=True))
    light = practice.axe(dark=False)
    for rule in ("color-contrast", "label", "label-content-name-mismatch"):
        assert any(fault.startswith(f"{rule}: ") for fault in light), (rule, light)


def test_a_part_that_axe_does_not_look_at_fails(practice: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    """JupyterLab as it is: what is not in the window counts as hidden, and passes without a look."""
    plant(practice, "<div style='height:3000px'></div>")
    assert practice.axe(dark=False) == []
    monkeypatch.setattr(practice, "_spread", nullcontext)
    with pytest.raises(AssertionError, match="axe-core did not look at"):
        practice.axe(dark=False)


def test_the_faults_of_jupyterlab_itself_are_listed(shared_lab: Lab) -> None:
    whole = Whole(shared_lab).open("_template.ipynb")
    expect(shared_lab.page.locator(".jp-DebuggerBugButton")).to_have_count(1)
    new, gone = [], []
    for dark, theme in ((False, "light"), (True, "dark")):
        found = whole.axe_on_the_page([f["where"] for f in FAULTS], dark=dark)
        here = [f for f in FAULTS if theme in f.get("themes", ["light", "dark"])]
        new += [
            f"{theme}: {n['rule']}: {n['html']}"
            for n in found
            if not any(f["rule"] == n["rule"] and f["where"] in n["where"] for f in FAULTS)
        ]
        gone += [
            f"{theme}: {f['rule']} in {f['where']}"
            for f in here
            if not any(f["rule"] == n["rule"] and f["where"] in n["where"] for n in found)
        ]
    assert new == [], "new faults of JupyterLab: list them in lab_faults.toml"
    assert gone == [], "JupyterLab has mended these: take them out of lab_faults.toml"
