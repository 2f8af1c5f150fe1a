"""Addresses on the web: which ones can be asked, written the way they are sent."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from yarl import URL

MAX_LENGTH = 4000

BAD_PORTS = frozenset({
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
    110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530,
    531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190,
    5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
})  # fmt: skip
"""Of mail, shells and the like; no browser opens a page there (Fetch Standard, 2.9)."""

NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")


class BadAddress(ValueError):
    """Why an address can't be asked, in words."""


def parsed(text: str) -> URL:
    """The address without its fragment; raises BadAddress when nobody can be asked for it."""
    from yarl import URL

    if len(text) > MAX_LENGTH:
        raise BadAddress(f"its address is longer than {MAX_LENGTH} characters")
    if HIDDEN.search(text):
        raise BadAddress("its address holds a space or an invisible character")
    try:
        return _checked(URL(text))
    except BadAddress:
        raise
    except (ValueError, TypeError, LookupError):  # what yarl and idna make of a host that is none
        raise BadAddress("its address is not one of the web; write it like https://example.org/page") from None


def redirected(url: URL, location: str) -> URL:
    """Where `location` leads from `url`; raises BadAddress."""
    from yarl import URL

    try:
        joined = str(url.join(URL(HIDDEN.sub(lambda found: quote(found[0]), location.strip()))))
    except (ValueError, TypeError, LookupError):
        raise BadAddress("it redirects to something that is no address") from None
    return parsed(joined)


def _checked(url: URL) -> URL:
    host = url.raw_host
    if url.scheme not in ("http", "https"):
        raise BadAddress("its address does not begin with http:// or https://")
    if not host or not url.absolute:
        raise BadAddress("its address names no host")
    if url.raw_user is not None or url.raw_password is not None:
        raise BadAddress("its address holds a user name or a password; leave them out")
    if url.port in BAD_PORTS:
        raise BadAddress(f"its port {url.port} is not for web pages")
    if NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2].lower()) and not _is_ip(host):
        raise BadAddress("its host is a number; write the name")
    if ":" not in host and not all(0 < len(label) < 64 for label in host.removesuffix(".").split(".")):
        raise BadAddress("its host is no name that can exist")
    host.encode("ascii")
    return url.with_fragment(None)


def _is_ip(host: str) -> bool:
    """Whether it is an IP address as everybody writes it: `2130706433` and `127.1` are other ways to say 127.0.0.1."""
    try:
        return str(ip_address(host)) == host.lower()
    except ValueError:
        return False
