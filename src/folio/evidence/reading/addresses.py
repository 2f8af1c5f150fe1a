"""Addresses that pages and feeds name: absolute, of the web, and without what only says where a reader came from."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

MAX_LENGTH = 2000
TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|source=rss\b.*)", re.I)
"""Campaign parameters of Google, Meta, Microsoft and Mailchimp, and `source=rss-...` of Medium's feeds."""
UNSAFE = re.compile(r"[\x00-\x20<>\\\x7f]")


def absolute(base: str, address: str | None) -> str | None:
    """Where `address` leads from a page at `base`; None where that is not the web (`javascript:`, `file:`)."""
    if not address or len(address) > MAX_LENGTH:
        return None
    try:
        joined = urljoin(base, address.strip())
        parts = urlsplit(joined)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", joined) if fine else None


def untracked(address: str) -> str:
    """The address without its fragment and without parameters that only say where a reader came from."""
    parts = urlsplit(address)
    kept = [one for one in parts.query.split("&") if one and not TRACKING.match(one)]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(kept), ""))
