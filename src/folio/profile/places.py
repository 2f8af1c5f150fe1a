"""Addresses as places: written differently, they may be the same."""

from __future__ import annotations

from urllib.parse import urlsplit


def plain(url: str) -> str:
    """An address without what does not change where it leads: scheme, www, case of the host, final slash, query."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    return f"{host}{parts.path.removesuffix('.git').rstrip('/')}"
