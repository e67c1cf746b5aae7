"""By which names the server goes: other web pages cannot make one of their own mean it."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from contextlib import suppress
from ipaddress import ip_address
from threading import Thread
from typing import Final

_LOCAL: Final = ("localhost", "127.0.0.1", "::1")
_PATIENCE: Final = 2.0  # seconds for the machine to find its full name
_HOST: Final = re.compile(r"(?P<name>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?")


def is_own(host: str) -> bool:
    """Whether only this machine reaches `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def names_of(host: str, others: Sequence[str] = ()) -> frozenset[str]:
    """The names that are right where `host` is listened at: its own, this machine's, and `others`."""
    names = {*_LOCAL, host, *others}
    if not is_own(host):
        own = socket.gethostname()
        names |= {own, f"{own.partition('.')[0]}.local", _full_name(own)}
    return frozenset(_plain(name) for name in names if name)


def is_right(host: str, names: frozenset[str], reached: str) -> bool:
    """Whether a request for `host` (with a port or without) at the address `reached` is for this server."""
    found = _HOST.fullmatch(host)
    if found is None:
        return False
    name = _plain(found["name"].strip("[]"))
    return name in names or name == _plain(reached)


def is_host(host: str) -> bool:
    """Whether `host` is a name or an address, with a port or without."""
    return _HOST.fullmatch(host) is not None


def _plain(name: str) -> str:
    """A name or an address in the one form of all its forms."""
    name = name.lower().rstrip(".").partition("%")[0]
    with suppress(ValueError):
        address = ip_address(name)
        return str(getattr(address, "ipv4_mapped", None) or address)
    return name


def _full_name(name: str) -> str:
    """The machine's name in its domain, if that can be had without waiting long."""
    found = [name]
    asking = Thread(target=lambda: found.append(socket.getfqdn(name)), daemon=True)
    asking.start()
    asking.join(_PATIENCE)
    return found[-1]
