"""A host's name looked up, once: the IP addresses that may be connected to."""

from __future__ import annotations

import socket

from briefing.document.errors import BriefingError
from briefing.machine.fetching.address import Address, is_named
from briefing.machine.fetching.hosts import LOCAL, is_private


def addresses_of(address: Address, named: Address) -> list[str]:
    """Return the IP addresses of a host that may be connected to, the system's first choice first.

    `named` is the address that a person gave: only a host that it names literally, by its IP address or as
    `localhost`, may be a private one. The connection has to go to what is returned, or a second look-up could
    say something else (DNS rebinding). Raises BriefingError if there is none.
    """
    refuse_private(address, named)
    if address.is_ip:
        return [address.host]
    found = _looked_up(address)
    if is_named(address, named):  # localhost
        fit = [ip for ip in found if ip in ("127.0.0.1", "::1")]
    else:
        fit = [ip for ip in found if not is_private(ip)]
    if not fit:
        raise _private(address, named, found[0])
    return fit


def refuse_private(address: Address, named: Address) -> None:
    """Raise BriefingError if the host is this machine or a private IP address by what it is called."""
    if is_named(address, named):
        return
    if address.host == LOCAL or address.host.endswith(f".{LOCAL}"):
        raise _private(address, named, "127.0.0.1")
    if address.is_ip and is_private(address.host):
        raise _private(address, named, address.host)


def _looked_up(address: Address) -> list[str]:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == getattr(socket, "EAI_AGAIN", None):
            cure = "see whether this machine is connected, and try again"
            raise BriefingError(address.shown, f"{address.host} cannot be looked up", cure) from None
        cure = "check the address"
        raise BriefingError(address.shown, f"there is no host {address.host}", cure) from None
    except UnicodeError:
        raise BriefingError(address.shown, f"{address.host} is no name of a host", "check it") from None
    ips = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not ips:
        raise BriefingError(address.shown, f"there is no host {address.host}", "check the address")
    return ips


def _private(address: Address, named: Address, ip: str) -> BriefingError:
    shown = f"[{ip}]" if ":" in ip else ip
    literal = address._replace(host=ip, is_literal=True)
    if address.origin == named.origin:
        what = f"{'this' if address.host == ip else address.host} is {shown}, a private address"
        return BriefingError(named.shown, what, f"if you mean it, name that: {literal.shown}")
    what = f"it redirects to {address.shown}, a private address"
    return BriefingError(named.shown, what, "if you trust it, open that address itself")
