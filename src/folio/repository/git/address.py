"""Addresses of repositories, written so that they can run nothing and show no secret."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from folio.repository.git.bounds import RepositoryUnreadable

SCP_LIKE = re.compile(r"[A-Za-z0-9_][\w.-]*@([A-Za-z0-9][A-Za-z0-9.-]*):(?!//)[\w~./-][^:]*")
HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
"""Stricter than the standard: what git and folio could read differently is no host."""


@dataclass(frozen=True, slots=True)
class Address:
    """An https or ssh address as written, and the host and port that it leads to."""

    text: str
    scheme: str
    host: str
    port: int


def address_of(text: str) -> Address | None:
    """The address that `text` is, or None for what is none; raises RepositoryUnreadable for one that is not safe."""
    if "://" in text or "::" in text:
        return _parsed(text)
    if found := SCP_LIKE.fullmatch(text):
        return Address(text, "ssh", found[1], 22)
    return None


def _parsed(text: str) -> Address:
    scheme = text.split(":", 1)[0].lower()
    if scheme == "file":
        raise RepositoryUnreadable("file:// is not read; write the path")
    if scheme not in ("https", "ssh") or not text.lower().startswith(f"{scheme}://"):
        raise RepositoryUnreadable(f"'{scheme}' addresses are not read; write an https or ssh address")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port or {"https": 443, "ssh": 22}[scheme]
    except ValueError:
        raise RepositoryUnreadable("not an address; write it as https://host/path") from None
    if parts.password is not None or (scheme == "https" and parts.username):
        raise RepositoryUnreadable("the address holds a name or a password; take it out and use an ssh address")
    if not (HOST.fullmatch(host) or _is_v6(host)) or (parts.username or "").startswith("-"):
        raise RepositoryUnreadable("not an address; write it as https://host/path")
    return Address(text, scheme, host, port)


def _is_v6(host: str) -> bool:
    from ipaddress import IPv6Address

    try:
        return IPv6Address(host).scope_id is None
    except ValueError:
        return False
