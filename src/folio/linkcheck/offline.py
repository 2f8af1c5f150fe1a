"""The addresses within a site, checked against its own files. Nobody is asked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from folio.linkcheck.reading import PageRead, page, style
from folio.linkcheck.report import Fault, Kind, LinkReport

HOME = "index.html"


@dataclass(slots=True)
class Checked:
    """What was found; `external` are the pages that name each address of another site."""

    pages: int = 0
    addresses: int = 0
    faults: list[Fault] = field(default_factory=list)
    external: dict[str, list[str]] = field(default_factory=dict)

    def report(self, further: tuple[Fault, ...] = (), *, asked: bool = False) -> LinkReport:
        faults = sorted([*self.faults, *further], key=lambda one: (one.page, one.address, one.kind))
        return LinkReport(
            pages=self.pages,
            addresses=self.addresses,
            external=len(self.external),
            asked=asked,
            faults=tuple(dict.fromkeys(faults)),
        )


def check(files: Mapping[str, bytes]) -> Checked:
    """Every address of the pages, style sheets, feeds and sitemap among `files`, which are a whole site by path.

    Where the site will be is read off its home page's canonical address, if it says one; what begins with that is
    within the site. The content of what is none of these kinds is not looked at.
    """
    found = Checked()
    pages: dict[str, PageRead] = {}
    for name, content in files.items():
        if name.endswith(".html") and content.strip():
            read = page(content)
            if read is None:
                found.faults.append(Fault(page=name, address="", kind="unread", says="it is no page that can be read"))
            else:
                pages[name] = read
    found.pages = len(pages)
    home = pages.get(HOME)
    site = _Site(
        frozenset(files), {name: one.ids for name, one in pages.items()}, _base(home.canonical if home else None)
    )
    for name, read in pages.items():
        for one in read.twice:
            found.faults.append(Fault(page=name, address=one, kind="twice", says="the id is there more than once"))
        _all(site, found, name, read.told)
        _all(site, found, name, read.addresses, followed=True)
    for name, content in files.items():
        if name.endswith(".css"):
            _all(site, found, name, style(content))
        elif name.endswith(".xml") and site.base:
            _all(site, found, name, _own(content, site.base))
    return found


@dataclass(frozen=True, slots=True)
class _Site:
    files: frozenset[str]
    ids: Mapping[str, set[str]]
    base: str

    def fault(self, name: str, address: str) -> tuple[Kind, str] | str | None:
        """What is wrong with an address on the page `name`; the whole address when it is another site's."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return "address", "it is no address"
        if parts.scheme or parts.netloc:
            whole = f"https:{address}" if not parts.scheme else address
            if parts.scheme not in ("", "http", "https"):
                return None
            if not self.base or not f"{whole}/".startswith(self.base):
                return whole
            path = whole[len(self.base) :].partition("#")[0].partition("?")[0]
        elif parts.path.startswith("/"):
            root = urlsplit(self.base).path or "/"
            if not f"{parts.path}/".startswith(root):
                return self.base.removesuffix(root) + address
            path = parts.path[len(root) :]
        elif parts.path:
            path = posixpath.join(posixpath.dirname(name), parts.path)
        else:
            path = name
        return self._within(unquote(path), unquote(parts.fragment))

    def _within(self, path: str, fragment: str) -> tuple[Kind, str] | None:
        flat = posixpath.normpath(path) if path else ""
        if flat.startswith("../") or flat == "..":
            return "outside", "it leads out of the site"
        flat = "" if flat == "." else flat
        target = posixpath.join(flat, HOME) if path.endswith("/") or not flat else flat
        if target not in self.files:
            target = posixpath.join(flat, HOME)
        if target not in self.files:
            return "missing", "there is no such file"
        ids = self.ids.get(target)
        if ids is None or not fragment or fragment in ids or fragment.lower() == "top" or fragment.startswith(":~:"):
            return None
        return "anchor", f"there is no '#{fragment}' on {target}"


def _all(site: _Site, found: Checked, name: str, addresses: Iterable[str], *, followed: bool = False) -> None:
    """Notes what is wrong with the addresses of one file.

    Of those that are `followed`, a whole one of the site's own host that no file answers is not judged: the host may
    answer it all the same, as it does for a redirect to a calendar.
    """
    for address in addresses:
        fault = site.fault(name, address)
        if followed and fault and fault[0] == "missing" and address.startswith(("http://", "https://")):
            fault = address
        if isinstance(fault, str):
            found.external.setdefault(fault.partition("#")[0], []).append(name)
            continue
        found.addresses += 1
        if fault:
            kind, says = fault
            found.faults.append(Fault(page=name, address=address, kind=kind, says=says))


def _base(canonical: str | None) -> str:
    """Where the site will be, with a slash at its end; "" when it does not say."""
    whole = canonical is not None and canonical.startswith(("http://", "https://"))
    return f"{canonical.rstrip('/')}/" if canonical and whole else ""


def _own(content: bytes, base: str) -> Iterator[str]:
    """The site's own addresses in a feed or a sitemap."""
    text = content.decode("utf-8", "replace")
    for found in re.finditer(rf"{re.escape(base)}[^\s<>\"'&]*", text):
        yield found[0]
