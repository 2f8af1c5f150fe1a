"""Reading pages in tests: what an HTML page holds, seen as a browser would see it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag


class PageRead(HTMLParser):
    """The elements, addresses, ids, headings and text of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.headings: list[tuple[str, str]] = []
        self._heading = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("h1", "h2", "h3", "h4"):
            self._heading = tag
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._heading:
            tag, said = self.headings[-1]
            self.headings[-1] = (tag, said + data)

    @property
    def addresses(self) -> list[str]:
        return [
            value for _, attrs in self.elements for name in ("href", "src") if (value := attrs.get(name)) is not None
        ]

    @property
    def ids(self) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get("id"))]


def dead_links(pages: Mapping[str, PageRead], files: Iterable[str]) -> list[str]:
    """The addresses within the site that lead nowhere; `pages` by site path ("work/x/"), `files` by path."""
    there = {*files, *pages}
    dead = []
    for path, page in pages.items():
        for address in page.addresses:
            if ":" in address.partition("/")[0]:
                continue
            target, fragment = urldefrag(unquote(address))
            assert not target.startswith("/"), f"{path}: {address} works at the root of a host only"
            place = posixpath.normpath(posixpath.join(path, target)) if target else path.rstrip("/") or "."
            place = "" if place == "." else place
            if place not in there and f"{place}/" not in there:
                dead.append(f"{path}: {address}")
            elif fragment and fragment not in pages[f"{place}/" if place else ""].ids:
                dead.append(f"{path}: {address} has no such id")
    return dead
