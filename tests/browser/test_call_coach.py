"""The call coach in JupyterLab: by keyboard alone, in both themes, with its timer and its events."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.lab import Lab


@pytest.fixture
def coach(lab: Lab) -> Locator:
    lab.open("practice/call-coach.ipynb").run_all()
    part = lab.page.locator(".practice-coach")
    expect(part.get_by_label("Your words")).to_have_value(re.compile("Jade Carter"))
    return part


def press(part: Locator, name: str) -> None:
    """Press a button by the keyboard."""
    target = part.get_by_role("button", name=name, exact=True)
    target.focus()
    target.page.keyboard.press("Enter")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_it_is_accessible_in_both_themes(dark: bool, lab: Lab, coach: Locator, tmp_path: Path) -> None:
    lab.theme(dark)
    coach.get_by_label("Your words").fill("I need an answer today! I will call again tomorrow.")
    expect(coach).to_contain_text("sounds like a demand")
    coach.get_by_text("Line by line, and who says so").click()
    press(coach, "They need more time")
    expect(coach).to_contain_text("May I ask by what date")
    assert_accessible(coach)
    assert lab.screenshot(coach, tmp_path / "coach.png").stat().st_size > 5000


def test_every_control_has_a_name_and_is_large_enough(lab: Lab, coach: Locator) -> None:
    controls = coach.locator("button:visible, input:visible, textarea:visible, summary:visible")
    found = controls.evaluate_all(
        """nodes => nodes.map(n => ({
          name: (n.labels?.[0]?.textContent ?? n.getAttribute('aria-label') ?? n.textContent ?? '').trim(),
          height: Math.max(...[n, ...(n.labels ?? [])].map(e => e.getBoundingClientRect().height)),
        }))"""
    )
    assert len(found) > 20
    assert [f for f in found if not f["name"] or f["height"] < 24] == []


def test_all_is_reached_by_the_keyboard_and_lab_shortcuts_stay_out(lab: Lab, coach: Locator) -> None:
    cells = len(lab.cells())
    coach.get_by_role("radio", name="Asking how things stand").focus()
    lab.page.keyboard.press("x")
    lab.page.keyboard.press("ArrowDown")
    expect(coach.get_by_role("radio", name="Leaving a message")).to_be_checked()
    expect(coach.get_by_label("Your words")).to_have_value(re.compile("You can reach me at 555 0199"))
    expect(coach).to_contain_text("of 0:25")
    assert len(lab.cells()) == cells
    seen = []
    for _ in range(60):
        lab.page.keyboard.press("Tab")
        seen.append(lab.focused())
        if seen[-1].startswith("button Take the last one back"):
            break
    assert any(s.startswith("textarea Your words") for s in seen)
    assert any(s == "button Start" for s in seen)
    assert any(s == "button The message is left" for s in seen)
    assert seen[-1] == "button Take the last one back"


def test_words_are_checked_while_they_are_typed_and_spoken_once(lab: Lab, coach: Locator) -> None:
    live = coach.locator(".fk-live")
    lab.page.evaluate(
        """() => {
          window.fkSaid = [];
          const live = document.querySelector('.practice-coach .fk-live');
          new MutationObserver(() => { if (live.textContent) window.fkSaid.push(live.textContent); })
            .observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )
    words = coach.get_by_label("Your words")
    words.fill("")
    words.press_sequentially("This is Jade Carter. Why have you not called me?", delay=20)
    expect(coach).to_contain_text("“Why have you” sounds like a demand")
    expect(live).to_contain_text("to mend", timeout=10_000)
    lab.page.wait_for_timeout(2500)
    said = lab.page.evaluate("window.fkSaid")
    assert len(said) == 1, said
    press(coach, "Back to the script")
    expect(coach).to_contain_text("Nothing to mend was found")


def test_the_timer_runs_pauses_is_extended_and_switched_off(lab: Lab, coach: Locator) -> None:
    clock = coach.get_by_role("timer")
    expect(clock).to_have_text("0:00 of 0:45")
    press(coach, "Start")
    expect(clock).to_have_text("0:02 of 0:45", timeout=10_000)
    expect(coach.locator(".fk-live")).to_have_text("The timer runs.")
    assert lab.focused() == "button Pause"
    lab.page.keyboard.press("Enter")
    expect(coach.get_by_role("button", name="Continue")).to_be_visible()
    held = clock.text_content()
    lab.page.wait_for_timeout(1300)
    assert clock.text_content() == held
    press(coach, "15 seconds more")
    expect(clock).to_contain_text("of 1:00")
    press(coach, "Begin anew")
    expect(clock).to_have_text("0:00 of 0:45")
    press(coach, "Timer off")
    expect(coach.get_by_role("button", name="Start")).to_have_count(0)
    expect(coach).to_contain_text("The timer is off.")
    assert lab.focused() == "button Timer on"


def test_what_is_heard_leads_on_and_comes_back_as_events(lab: Lab, coach: Locator) -> None:
    press(coach, "She or he is not in")
    expect(coach).to_contain_text("needs a date")
    coach.get_by_label("Date that they named").fill("20 February")
    press(coach, "She or he is not in")
    expect(coach).to_contain_text("snoozed:2026-02-18:call:2026-02-20")
    press(coach, "Take the last one back")
    expect(coach).to_contain_text("Nothing is noted yet.")
    press(coach, "We would like to offer you the job")
    expect(coach).to_contain_text("Could you send me the terms in writing")
    press(coach, "Go on: Answering an offer")
    expect(coach.get_by_role("radio", name="Accept")).to_be_checked()
    lab.run_cell(2)
    assert "sent:2026-02-18:call" in str(lab.cells()[1]["outputs"])
    assert "offer:2026-02-18" in str(lab.cells()[1]["outputs"])


def test_the_written_ways_have_the_same_content_and_no_timer(lab: Lab, coach: Locator) -> None:
    coach.get_by_role("radio", name="By e-mail").check()
    expect(coach.get_by_label("Your words")).to_have_value(re.compile("whether you have already come"))
    expect(coach.get_by_label("Your words")).to_have_value(re.compile("Kind regards\nJade Carter"))
    expect(coach.get_by_role("timer")).to_have_count(0)
    expect(coach.get_by_role("button", name="You have sent it")).to_be_visible()
    coach.get_by_role("radio", name="Through a relay service").check()
    expect(coach.get_by_label("Your words")).to_have_value(re.compile("relay service"))
    expect(coach.get_by_role("timer")).to_be_visible()


def test_what_a_person_types_stays_text(lab: Lab, coach: Locator) -> None:
    coach.get_by_label("Your name").fill("<img src=x onerror=alert(1)>")
    expect(coach.get_by_label("Your words")).to_have_value(re.compile("<img src=x"))
    coach.get_by_label("Your words").fill("<b>I need an answer</b> from <i>you</i>")
    expect(coach).to_contain_text("sounds like a demand")
    assert coach.locator("img").count() == 0
    assert coach.locator("b, i").count() == 0
