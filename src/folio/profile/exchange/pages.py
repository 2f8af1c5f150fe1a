"""The person's pages on the web, put where a profile has a place for each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from folio.profile.exchange.given import Json, present
from folio.profile.fields import as_line

ON_GITHUB = re.compile(r"https?://(?:www\.)?github\.com/([A-Za-z0-9][A-Za-z0-9-]{0,38})/?", re.IGNORECASE)
CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sr.ht")
BY_HOST = {"gitlab.com": "gitlab", "linkedin.com": "linkedin"}
OWN = ("website", "homepage", "personal", "portfolio", "blog")


def links(pages: Iterable[tuple[str | None, str]]) -> Json:
    """`links` of a profile, from addresses and what they were called, each one once.

    The first page of nobody's else is the website; what has no place of its own is under `other`.
    """
    found: Json = {}
    other: list[Json] = []
    for label, url in {url: (label, url) for label, url in pages}.values():
        login, kind = ON_GITHUB.fullmatch(url), BY_HOST.get(host(url))
        if login and "github" not in found:
            found["github"] = login[1].lower()
        elif kind and kind not in found:
            found[kind] = url
        elif "website" not in found and (not label or label.casefold() in OWN):
            found["website"] = url
        else:
            other.append({"label": label or as_line(host(url)), "url": url})
    names = ("website", "github", "gitlab", "linkedin")
    return present(**{name: found.get(name) for name in names}, other=other)


def host(url: str) -> str:
    """Whose page it is, as `github.com`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def holds_code(url: str) -> bool:
    """Whether it is a page of a host of code."""
    return host(url) in CODE_HOSTS
