"""Addresses that pages and feeds name: absolute, and of the web."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

MAX_LENGTH = 2000
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
