"""What of the network may be used: which hosts, trusted by which certificates, and the settings git needs for that."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from folio.repository.git.address import Address
from folio.repository.git.bounds import RepositoryUnreadable
from folio.repository.git.room import MAX_CLONE

if TYPE_CHECKING:
    from folio.web.addresses import Ip


@dataclass(frozen=True, slots=True)
class Network:
    """The bounds for asking a remote."""

    allow_private: bool = False
    """Also hosts with private and loopback addresses, which a stranger's profile could make folio ask."""
    authority: Path | None = None
    """The certificates to trust in place of the system's."""
    room: int = MAX_CLONE
    """Bytes that a clone may take."""
    said: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    """What remotes listed, by address: asking again within one look would not be worth the time."""

    def settings(self, address: Address) -> dict[str, str]:
        """What lets git go to this address and nowhere else; raises RepositoryUnreadable when it may not.

        The address that was looked up is the one that git connects to: a name that leads elsewhere a moment later
        leads nowhere. That needs git 2.37; an earlier one looks it up again.
        """
        given = {f"protocol.{address.scheme}.allow": "always"}
        if address.scheme == "ssh":
            self._refuse_private(_looked_up(address))  # none found: it may be a name in the person's ssh settings
            return given
        if self.authority is not None:
            given["http.sslCAInfo"] = str(self.authority)
        if _goes_by_proxy(address):
            self._refuse_private(_looked_up(address))  # the proxy looks it up for itself
            return given
        found = _looked_up(address)
        if not found:
            raise RepositoryUnreadable("its host was not found; check the address and the network")
        self._refuse_private(found)
        pin = ",".join(f"[{one}]" if one.version == 6 else str(one) for one in found)
        return given | {"http.curloptResolve": f"{address.host}:{address.port}:{pin}", "http.proxy": ""}

    def _refuse_private(self, found: list[Ip]) -> None:
        from folio.web.addresses import is_public

        if not self.allow_private and not all(is_public(one) for one in found):
            raise RepositoryUnreadable("its host has a private address, which is not asked; name a local clone")


def _looked_up(address: Address) -> list[Ip]:
    import socket
    from ipaddress import ip_address

    try:
        rows = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [ip_address(text) for text in dict.fromkeys(str(row[4][0]).partition("%")[0] for row in rows)]


def _goes_by_proxy(address: Address) -> bool:
    import urllib.request

    proxies = urllib.request.getproxies_environment()
    return bool(proxies.get("https") or proxies.get("all")) and not urllib.request.proxy_bypass(address.host)
