"""Which IP addresses are of the open internet.

A table of our own, because `ipaddress` changes its mind between Python's bugfix releases (3.11.7 calls all of
192.0.0.0/24 global), and because what is in doubt is not asked.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Ip = IPv4Address | IPv6Address

NOT_PUBLIC = tuple(
    IPv4Network(network)
    for network in (
        # IANA IPv4 Special-Purpose Address Registry (RFC 6890), and class D and E
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
        # What Azure gives its own machines, inside of them
        "168.63.129.16/32",
    )
)

GLOBAL_UNICAST = IPv6Network("2000::/3")
NOT_PUBLIC_6 = tuple(
    IPv6Network(network)
    for network in (
        # IANA IPv6 Special-Purpose Address Registry; 2001::/23 has Teredo, benchmarks and ORCHID, and no websites
        "2001::/23",
        "2001:db8::/32",
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)

MAPPED = IPv6Network("::ffff:0:0/96")
NAT64 = IPv6Network("64:ff9b::/96")
SIX_TO_FOUR = IPv6Network("2002::/16")


def is_public(address: Ip) -> bool:
    """Whether the address is of the open internet; an IPv4 address in an IPv6 one is judged by itself."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in NOT_PUBLIC)
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    return address in GLOBAL_UNICAST and not any(address in network for network in NOT_PUBLIC_6)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a packet to this one ends at."""
    if address in MAPPED or address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address in SIX_TO_FOUR:
        return IPv4Address(int(address) >> 80 & 0xFFFFFFFF)
    return None
