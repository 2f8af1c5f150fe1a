"""Where GitHub is: the host that an API's address stands for, and which repository an address names."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

WEB = re.compile(r"https?://(?:[^/@\s]+@)?(?P<host>[^/:@\s]+)(?::\d+)?/(?P<path>[^?#\s]+)", re.IGNORECASE)
SSH = re.compile(r"(?:ssh://)?[\w.-]+@(?P<host>[^/:@\s]+)(?::\d+/|[:/])(?P<path>[^?#\s]+)", re.IGNORECASE)
PATH = re.compile(r"/*(?P<owner>[A-Za-z0-9][\w-]*)/(?P<name>[\w.-]+?)(?:\.git)?(?:/.*)?", re.ASCII)
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def names_a_repository(address: str) -> bool:
    """Whether it may name a repository on some host, by its form."""
    return bool(WEB.fullmatch(address) or SSH.fullmatch(address))


def repository(address: str, api: str) -> str | None:
    """The `owner/name` that a web or ssh address names; None when that is not on the GitHub of this API."""
    found = WEB.match(address) or SSH.match(address)
    path = found and PATH.fullmatch(found["path"])
    if not found or not path or path["name"] in (".", ".."):
        return None
    return f"{path['owner']}/{path['name']}" if found["host"].lower().removeprefix("www.") == host(api) else None


def host(api: str) -> str:
    """The host whose API it is: `github.com` for `https://api.github.com`, `git.example` for `.../api/v3` there."""
    return (_hostname(api) or "github.com").removeprefix("api.")


def fit(api: str) -> bool:
    """Whether a token may be sent there: https without a name and a password, or a port of this machine."""
    name = _hostname(api)
    return name is not None and (name in LOOPBACK or api.startswith("https://"))


def _hostname(address: str) -> str | None:
    """None when it is no web address, or holds a name or a password."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") and parts.username is None else None
