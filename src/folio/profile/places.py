"""Addresses as places: written differently, they may be the same."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

SCP_LIKE = re.compile(r"[\w.-]+@([\w.-]+):(?!/)(.+)")
"""How git writes an ssh address: `git@github.com:ada/loom.git`."""
TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|source=rss\b.*)", re.I)
"""Campaign parameters of Google, Meta, Microsoft and Mailchimp, and `source=rss-...` of Medium's feeds."""


def plain(url: str) -> str:
    """An address without what changes nothing of where it leads.

    That is its scheme, its user, `www`, capitals of its host, a final slash or `.git`, its fragment, and parameters
    that only say where a reader came from.
    """
    if found := SCP_LIKE.fullmatch(url):
        url = f"ssh://{found[1]}/{found[2]}"
    try:
        parts = urlsplit(untracked(url))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/').removesuffix('.git').rstrip('/')}{query}"


def untracked(address: str) -> str:
    """The address without its fragment and without parameters that only say where a reader came from."""
    parts = urlsplit(address)
    kept = [one for one in parts.query.split("&") if one and not TRACKING.match(one)]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(kept), ""))


def bare(url: str) -> str:
    """An address as people write it: "github.com/x"."""
    return re.sub(r"^(https?://)?(www\.)?", "", url).removeprefix("mailto:").rstrip("/")
