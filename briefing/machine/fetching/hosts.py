"""IP addresses: how odd spellings of them are read, and which lead to where strangers may not send."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

#: The one name that means this machine.
LOCAL: Final = "localhost"

_NUMBER: Final = r"0x[0-9a-f]*|[0-9]+"
# IPv4 addresses inside of IPv6 ones: where in them, in bits from the right.
_EMBEDDING: Final = (
    (IPv6Network("::ffff:0:0/96"), 0),  # mapped
    (IPv6Network("::ffff:0:0:0/96"), 0),  # translated (RFC 2765)
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64, by which hosts with IPv6 alone reach others
    (IPv6Network("2002::/16"), 80),  # 6to4
    (IPv6Network("::/96"), 0),  # compatible
)
# What Python counts as global in some version or other, and what leads to the network one is in.
_NEVER: Final = (
    IPv6Network("64:ff9b:1::/48"),  # NAT64 of a network's own
    IPv6Network("2001::/23"),  # Teredo and others
    IPv6Network("fec0::/10"),
    IPv6Network("100::/64"),
    IPv6Network("3fff::/20"),
    IPv6Network("5f00::/16"),
)


def ip_of(host: str) -> IPv4Address | None:
    """Return the IPv4 address that a host is in any spelling of inet_aton's: decimal, hexadecimal, octal,
    with fewer than four parts; None if it is none. (An IPv6 address stands in brackets.)
    """
    parts = host.split(".")
    if len(parts) > 4 or not all(re.fullmatch(_NUMBER, part) for part in parts):
        return None
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:
        return None
    *first, last = numbers
    if any(number > 255 for number in first) or last >= 256 ** (5 - len(numbers)):
        return None
    return IPv4Address(last + sum(number << (24 - 8 * at) for at, number in enumerate(first)))


def is_private(text: str) -> bool:
    """Return whether an IP address leads to this machine, to its network, or nowhere: anything but a
    host that all the world can reach.
    """
    ip = ip_address(text.partition("%")[0])
    if "%" in text:  # a zone: of this machine's own
        return True
    if isinstance(ip, IPv6Address):
        if ip in (IPv6Address("::"), IPv6Address("::1")) or any(ip in network for network in _NEVER):
            return True
        inner = embedded(ip)
        if inner is not None:  # Python takes all of ::/8 for reserved
            return is_private(str(inner))
    return (
        not ip.is_global
        or ip.is_private
        or ip.is_loopback
        or ip.is_link_local
        or ip.is_multicast
        or ip.is_reserved
        or ip.is_unspecified
    )


def embedded(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address leads to, if it does."""
    for network, shift in _EMBEDDING:
        if ip in network and ip not in (IPv6Address("::"), IPv6Address("::1")):
            return IPv4Address(int(ip) >> shift & 0xFFFFFFFF)
    return None


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part[:20], 8 if len(part) > 1 and part.startswith("0") else 10)
