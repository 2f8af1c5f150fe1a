"""Addresses as places: written differently, they may be the same."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCP_LIKE = re.compile(r"[\w.-]+@([\w.-]+):(?!/)(.+)")
"""How git writes an ssh address: `git@github.com:ada/loom.git`."""


def plain(url: str) -> str:
    """An address without what changes nothing of where it leads: scheme, user, www, host in capitals, slash, query."""
    if found := SCP_LIKE.fullmatch(url):
        url = f"ssh://{found[1]}/{found[2]}"
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    return f"{host}{parts.path.rstrip('/').removesuffix('.git').rstrip('/')}"
