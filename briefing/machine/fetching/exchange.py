"""One request, and its answer's head: sent to the very IP address that was checked, or to a proxy."""

from __future__ import annotations

import ssl
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from typing import Any, Final

import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from briefing.machine.fetching.address import Address
from briefing.machine.fetching.limits import Limits
from briefing.machine.fetching.proxies import proxy_for
from briefing.machine.fetching.resolving import addresses_of, refuse_private

_ACCEPTED: Final = "text/html,application/xhtml+xml,application/epub+zip,application/pdf;q=0.9,*/*;q=0.8"

# Redirects, tries, and what is packed are seen to by who asks; the body is read in pieces.
_AS_IT_COMES: Final[dict[str, Any]] = {
    "redirect": False,
    "retries": False,
    "preload_content": False,
    "decode_content": False,
}


def tls() -> ssl.SSLContext:
    """Return what certificates are checked by: this machine's, or those that SSL_CERT_FILE names."""
    return ssl.create_default_context()


def answer_of(
    address: Address, named: Address, limits: Limits, check: Callable[[], None]
) -> urllib3.BaseHTTPResponse:
    """Send one GET and return the answer; its body is still to be read, redirects are not followed.

    `named` is the address that a person gave: its credentials go to its own host alone. Raises BriefingError
    for a host that may not be asked, and what urllib3 raises.
    """
    urllib3.disable_warnings()  # they would be lines on standard error
    proxy = proxy_for(address)
    if proxy is not None:
        refuse_private(address, named)
        return _by_proxy(address, named, proxy, limits)
    addresses = addresses_of(address, named)
    for ip in addresses[:-1]:
        check()
        with suppress(ConnectTimeoutError, NewConnectionError):
            return _directly(address, named, ip, limits)
    check()
    return _directly(address, named, addresses[-1], limits)


def _directly(address: Address, named: Address, ip: str, limits: Limits) -> urllib3.BaseHTTPResponse:
    pool: urllib3.HTTPConnectionPool
    if address.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            ip, address.port, ssl_context=tls(), server_hostname=address.host, timeout=_timeout(limits)
        )
    else:
        pool = urllib3.HTTPConnectionPool(ip, address.port, timeout=_timeout(limits))
    return pool.urlopen("GET", address.target, headers=_headers(address, named), **_AS_IT_COMES)


def _by_proxy(address: Address, named: Address, proxy: Address, limits: Limits) -> urllib3.BaseHTTPResponse:
    own = {"Proxy-Authorization": _basic(proxy.credentials)} if proxy.credentials else None
    manager = urllib3.ProxyManager(
        f"{proxy.scheme}://{proxy.authority}",
        proxy_headers=own,
        ssl_context=tls(),
        proxy_ssl_context=tls(),
        timeout=_timeout(limits),
    )
    return manager.urlopen("GET", address.shown, headers=_headers(address, named), **_AS_IT_COMES)


def _headers(address: Address, named: Address) -> dict[str, str]:
    headers = {
        "Host": address.authority,
        "User-Agent": f"briefing/{version('briefing')}",
        "Accept": _ACCEPTED,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if named.credentials and address.origin == named.origin:
        headers["Authorization"] = _basic(named.credentials)
    return headers


def _basic(credentials: bytes) -> str:
    return f"Basic {b64encode(credentials).decode('ascii')}"


def _timeout(limits: Limits) -> urllib3.Timeout:
    return urllib3.Timeout(connect=limits.connect, read=limits.silence)


__all__ = ["HTTPError", "answer_of", "tls"]
