"""All links of the course that lead out of it, in one place.

Every one stands in ``advice/evidence.toml``, beside the finding that it shows; nothing else of the course links
to the outside, and a test holds lessons and package to that. The course never opens one by itself.
"""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from followup_kit.advice.evidence import drifts, evidence_cards
from followup_kit.course.markup import Shown
from followup_kit.records.base import Record

__all__ = ["Link", "Links", "external_links", "link_fault"]


class Link(Record, frozen=True, kw_only=True):
    """One address, and what in the course rests on it, for example ``("evidence card 13",)``."""

    address: str
    where: tuple[str, ...]

    @property
    def site(self) -> str:
        """The name of the site, as a learner may know it.

        >>> Link(address="https://www.example.org/a", where=()).site
        'example.org'
        """
        return (urlsplit(self.address).hostname or "").removeprefix("www.")


class Links(Shown, Record, frozen=True, kw_only=True):
    """The links, shown as a list that opens; each names its site, what rests on it, and the whole address."""

    links: tuple[Link, ...]

    def as_text(self) -> str:
        """One link a line."""
        return "\n".join(f"{', '.join(one.where)}: {one.address}" for one in self.links)

    def as_html(self) -> str:
        """A list that opens on a press."""
        items = "".join(
            f'<li style="margin:.4em 0;overflow-wrap:anywhere">{escape(one.site)}, {escape(", ".join(one.where))}:<br>'
            f'<a href="{escape(one.address)}" rel="noreferrer">{escape(one.address)}</a></li>'
            for one in self.links
        )
        return (
            '<details style="margin:.4em 0"><summary style="min-height:24px"><strong>'
            f"All {len(self.links)} links of the course</strong></summary><ul>{items}</ul></details>"
        )


def external_links() -> Links:
    """All links that lead out of the course, by site.

    >>> external_links().links[0].address.startswith("http")
    True
    """
    where: dict[str, list[str]] = {}
    for card in evidence_cards():
        for address in card.addresses:
            where.setdefault(address, []).append(f"evidence card {card.id}")
    for drift in drifts():
        for address in drift.addresses:
            where.setdefault(address, []).append(f"changed number {drift.id}")
    found = [Link(address=a, where=tuple(w)) for a, w in where.items()]
    return Links(links=tuple(sorted(found, key=lambda one: (one.site, one.address))))


def link_fault(address: str) -> str:
    """What is wrong with the form of an address, in one sentence; empty where nothing is.

    >>> link_fault("https://www.example.org/page?utm_source=mail")
    'It follows the reader: leave utm_source out.'
    >>> link_fault("https://doi.org/10.1177/0956797618772506")
    ''
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return "It does not begin with https:// or http://."
    host = parts.hostname or ""
    if "." not in host or host.replace(".", "").isdigit() or host != host.lower():
        return "It does not name a site in small letters."
    if parts.username or parts.port:
        return "It names a user or a port."
    if any(c.isspace() or ord(c) > 126 or c in "<>\"'`{}|\\^" for c in address):
        return "It holds a character that belongs into no address."
    if address[-1] in ".,;:)":
        return "It ends with a mark of the sentence around it."
    for key in ("utm_", "fbclid", "gclid", "mc_eid", "sessionid"):
        for pair in parts.query.split("&"):
            if pair.startswith(key):
                return f"It follows the reader: leave {pair.partition('=')[0]} out."
    return ""
