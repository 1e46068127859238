"""axe-core on one part of a JupyterLab page, without the silent passes that JupyterLab causes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CONTROL = "fk-axe-control"
CONTROL_FINDS = {"color-contrast", "label"}

# JupyterLab's body is 0 pixels high and hides what overflows it: axe then takes all text for hidden and
# never looks at its contrast.
SHOW_BODY = "body { overflow: visible !important; height: 100vh !important; }"

# A part that must fail, inside what is tested: if axe does not find its faults, it saw nothing else either.
PLANT = f"""(part) => {{
  part.setAttribute('data-fk-axe', '');
  const bad = document.createElement('div');
  bad.className = '{CONTROL}';
  bad.style.cssText = 'color:#bbb;background:#fff;padding:4px;position:static';
  bad.innerHTML = '<span>too pale to read</span><input type="text">';
  part.append(bad);
}}"""
PULL = f"""(part) => {{
  part.querySelector('.{CONTROL}')?.remove();
  part.removeAttribute('data-fk-axe');
}}"""


@dataclass(frozen=True)
class Violation:
    """One fault: axe's rule, what it says, and the elements."""

    rule: str
    help: str
    elements: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.rule}: {self.help}\n    " + "\n    ".join(self.elements)


def violations(part: Locator) -> list[Violation]:
    """What axe-core finds in a part of the page (WCAG 2.2, levels A and AA), in the theme that is on.

    Fails where axe could not look: it overlooked the planted fault, or took text for hidden.
    """
    page = part.page
    expect(
        page.locator("#jupyterlab-splash"), "JupyterLab's splash would cover what is tested"
    ).to_have_count(0)
    part.scroll_into_view_if_needed()
    style = page.add_style_tag(content=SHOW_BODY)
    part.evaluate(PLANT)
    try:
        options = {
            "runOnly": {"type": "tag", "values": TAGS},
            "resultTypes": ["violations", "passes", "incomplete"],
        }
        response: dict[str, Any] = Axe().run(page, context="[data-fk-axe]", options=options).response
    finally:
        part.evaluate(PULL)
        style.evaluate("element => element.remove()")
    planted, ours = _split(response["violations"])
    overlooked = CONTROL_FINDS - {rule["id"] for rule in planted}
    unsure = [
        check["data"]
        for rule in _split(response["incomplete"])[0]
        for n in rule["nodes"]
        for check in n["any"]
    ]
    assert not overlooked, f"axe did not see the planted faults: {sorted(overlooked)}; unsure: {unsure}"
    hidden = [
        node["html"]
        for rule in _split(response["passes"])[1]
        for node in rule["nodes"]
        for check in node["any"]
        if isinstance(check.get("data"), dict) and check["data"].get("messageKey") == "hidden"
    ]
    assert not hidden, f"axe took this for hidden, so its contrast was not tested: {hidden}"
    return [
        Violation(rule["id"], rule["help"], tuple(node["html"][:300] for node in rule["nodes"]))
        for rule in ours
    ]


def assert_accessible(part: Locator) -> None:
    """Fail with a readable list where axe-core finds anything."""
    found = violations(part)
    assert not found, "\n".join(map(str, found))


def _split(rules: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The results for the planted part, and those for everything else."""
    planted, ours = [], []
    for rule in rules:
        mine = [n for n in rule["nodes"] if _is_planted(n)]
        rest = [n for n in rule["nodes"] if not _is_planted(n)]
        planted += [rule | {"nodes": mine}] if mine else []
        ours += [rule | {"nodes": rest}] if rest else []
    return planted, ours


def _is_planted(node: dict[str, Any]) -> bool:
    return any(CONTROL in str(target) for target in node["target"]) or CONTROL in node["html"]
