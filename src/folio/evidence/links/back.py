"""Which of a person's own addresses a page links to."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from folio.web.page import PageFacts


def links_back(page: PageFacts, at: Iterable[str], own: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of `own` that the page at `at` links to, or to something below; and those it links to as its author's own.

    What lies on the host that the page itself came from is no other page: every site links to itself.
    """
    here = {_place(address)[0] for address in at}
    elsewhere = [address for address in dict.fromkeys(own) if _place(address)[0] not in here]
    links = {_place(link) for link in (*page.links, *page.me)}
    me = {_place(link) for link in page.me}
    return _among(elsewhere, links), _among(elsewhere, me)


def _among(addresses: Iterable[str], links: set[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(one for one in addresses if any(_is_below(link, _place(one)) for link in links))


def _is_below(link: tuple[str, str], place: tuple[str, str]) -> bool:
    return link[0] == place[0] and (link[1] == place[1] or link[1].startswith(f"{place[1]}/"))


def _place(address: str) -> tuple[str, str]:
    """Host and path, without what does not change where an address leads; hosts of code tell no case in paths."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return "", address
    return host, parts.path.rstrip("/").removesuffix(".git").lower()
