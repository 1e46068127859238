"""The letter studio for the eye: contrast, size, shape, forced colours."""

from __future__ import annotations

import pytest

from tests.browser.accessibility import assert_accessible
from tests.browser.studio import Studio


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_studio_is_accessible_in_both_themes(dark: bool, studio: Studio) -> None:
    # What is out of sight is not looked at: a high page, and of the many details only some open.
    studio.page.set_viewport_size({"width": 1400, "height": 6000})
    studio.lab.theme(dark)
    for details in studio.root.locator("details:not(.fk-more), li.fk-fix details").all():
        details.evaluate("d => { d.open = true; }")
    assert_accessible(studio.root)
    assert_accessible(Studio(studio.lab, 4).root.get_by_role("tabpanel"))


def test_targets_are_24_pixels_or_more(studio: Studio) -> None:
    for details in studio.root.locator("details").all():
        details.evaluate("d => { d.open = true; }")
    small = studio.root.evaluate("""root => [...root.querySelectorAll('button, a, summary, textarea')]
      .map(e => [e.textContent, e.getBoundingClientRect()])
      .filter(([, r]) => r.width > 0 && (r.width < 24 || r.height < 24)).map(([t, r]) => [t, r.width, r.height])""")
    assert small == []


# Contrast of the colours that tell, computed as WCAG does.
CONTRAST = """([sheet, selectors]) => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgb = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = c => c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = light(rgb(getComputedStyle(sheet.querySelector('textarea')).backgroundColor));
  return selectors.map(s => {
    const mark = light(rgb(getComputedStyle(sheet.closest('.fk-studio').querySelector(s)).textDecorationColor));
    return (Math.max(mark, ground) + 0.05) / (Math.min(mark, ground) + 0.05);
  });
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_marks_differ_in_shape_and_have_contrast(dark: bool, studio: Studio) -> None:
    studio.lab.theme(dark)
    selectors = [".fk-key .fk-fix", ".fk-key .fk-judge", ".fk-key .fk-met"]
    shapes = [
        studio.root.locator(s).evaluate("m => getComputedStyle(m).textDecorationStyle") for s in selectors
    ]
    assert shapes == ["wavy", "dotted", "solid"]
    sheet = studio.root.locator(".fk-sheet").element_handle()
    contrasts = studio.page.evaluate(CONTRAST, [sheet, selectors])
    assert min(contrasts) >= 3, contrasts


def test_marks_are_drawn_in_forced_colours_too(panel: Studio) -> None:
    panel.fill("nothing to see here")
    panel.page.emulate_media(forced_colors="active")
    panel.page.evaluate("() => document.activeElement.blur()")
    sheet = panel.root.locator(".fk-sheet").locator("visible=true")
    without = sheet.screenshot()
    panel.page.evaluate(
        "() => document.querySelectorAll('.fk-over').forEach(o => { o.style.visibility = 'hidden'; })"
    )
    assert sheet.screenshot() == without
    panel.page.evaluate(
        "() => document.querySelectorAll('.fk-over').forEach(o => { o.style.visibility = ''; })"
    )
    panel.fill("teh perhaps thank")
    panel.page.evaluate("() => document.activeElement.blur()")
    marked = sheet.screenshot()
    panel.page.evaluate(
        "() => document.querySelectorAll('.fk-over').forEach(o => { o.style.visibility = 'hidden'; })"
    )
    assert sheet.screenshot() != marked
    colors = panel.root.locator(".fk-over .fk-mark").evaluate_all(
        "marks => marks.map(m => getComputedStyle(m).textDecorationColor)"
    )
    assert set(colors) == {panel.area.evaluate("a => getComputedStyle(a).color")}
