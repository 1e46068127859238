"""Every link that leads out is in the one list, and each has the form of an address."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import followup_kit
from followup_kit.course.links import external_links, link_fault
from tests.notebooks.running import NOTEBOOKS, all_notebooks, name_of

PACKAGE = Path(followup_kit.__file__).parent
LISTED = {one.address for one in external_links().links}
NO_LINKS = {"http://www.w3.org/2000/svg"}
"""The name of SVG's elements, which nobody opens. Hosts of example.org and the like are reserved for examples."""
FOUND = re.compile(r"https?://[A-Za-z0-9][^\s\"'<>`\\)\]]+")


def addresses(text: str) -> set[str]:
    """The addresses in a text, without the marks of the sentence around them."""
    found = {a.rstrip(".,;:") for a in FOUND.findall(text.replace("&amp;", "&"))}
    return {a for a in found if a not in NO_LINKS and not re.match(r"https?://(?:[\w-]+\.)*example\.", a)}


def cell_texts(path: Path) -> list[str]:
    """Sources and outputs of a notebook, as a reader's browser gets them."""
    texts = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        texts.append("".join(cell["source"]))
        for output in cell.get("outputs", []):
            parts = [output.get("text", ""), *output.get("data", {}).values()]
            texts += ["".join(p) for p in parts if isinstance(p, str | list)]
    return texts


@pytest.mark.parametrize("path", all_notebooks(), ids=name_of)
def test_every_link_of_a_notebook_is_listed(path):
    assert set().union(*map(addresses, cell_texts(path))) - LISTED == set()


SUFFIXES = {".py", ".toml", ".js", ".css", ".j2", ".json", ".html"}
FILES = sorted(p for p in PACKAGE.rglob("*") if p.suffix in SUFFIXES and "notebooks" not in p.parts)


def test_every_link_of_the_package_is_listed():
    found = {(p.name, a) for p in FILES for a in addresses(p.read_text(encoding="utf-8"))}
    assert len(FILES) > 200
    assert {(name, a) for name, a in found if a not in LISTED} == set()
    assert {a for name, a in found if name == "evidence.toml"} == LISTED, "one file holds them all"


@pytest.mark.parametrize("address", sorted(LISTED))
def test_a_link_has_the_form_of_an_address(address):
    assert link_fault(address) == ""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://example.org/a", "begin with"),
        ("javascript:alert(1)", "begin with"),
        ("https://localhost/a", "name a site"),
        ("https://192.0.2.1/a", "name a site"),
        ("https://me@example.org/", "a user"),
        ("https://example.org:8080/", "a port"),
        ("https://example.org/a b", "character"),
        ("https://example.org/ü", "character"),
        ("https://example.org/a.", "ends with"),
        ("https://example.org/?a=1&utm_medium=x", "utm_medium"),
    ],
)
def test_what_is_no_proper_link_is_told(address, said):
    assert said in link_fault(address)


def test_the_list_is_shown_with_what_rests_on_each():
    shown = external_links()
    assert len(shown.links) == len(LISTED) >= 30
    assert len(shown.as_text().splitlines()) == len(shown.links)
    assert "evidence card 13" in shown.as_text()
    page = shown.as_html()
    assert page.count("<li") == page.count("<a href=") == len(shown.links)
    assert page.startswith("<details"), "closed until it is asked for"


def test_links_between_lessons_lead_to_lessons():
    names = {p.name for p in NOTEBOOKS.rglob("*.ipynb")}
    for path in all_notebooks():
        for text in cell_texts(path):
            for target in re.findall(r"\]\(([^)#\s]+\.ipynb)[^)]*\)", text):
                assert (path.parent / target).resolve().name in names, f"{path.name}: {target}"
                assert (path.parent / target).exists() or path.name.startswith("_"), f"{path.name}: {target}"
