"""The proxies that the environment names: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`.

They are used, or whoever has to go by one (or wants to) would be led round it. The proxy then looks up the
names, nobody here does: so what a name leads to is the proxy's to judge, and only hosts that are private by
what they are called are refused. A host that is this machine by name is reached without one.
"""

from __future__ import annotations

import re
import urllib.request

from briefing.document.errors import BriefingError
from briefing.machine.fetching.address import Address, parsed
from briefing.machine.fetching.hosts import LOCAL


def proxy_for(address: Address) -> Address | None:
    """Return the proxy that `address` is fetched by; None: directly.

    Raises BriefingError for one that cannot be used: it is never left out in silence.
    """
    proxies = urllib.request.getproxies_environment()
    value = proxies.get(address.scheme) or proxies.get("all") or ""
    if not value or address.host in (LOCAL, "::1") or _is_loopback(address):
        return None
    host = f"{address.host}:{address.port}"
    if urllib.request.proxy_bypass_environment(host, proxies):  # type: ignore[attr-defined]
        return None
    text = value if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", value) else f"http://{value}"
    variable = f"{address.scheme}_proxy" if proxies.get(address.scheme) else "all_proxy"
    try:
        return parsed(text)
    except BriefingError:
        cure = "name one of http or https, or none"
        raise BriefingError(variable, "names a proxy that cannot be used", cure) from None


def _is_loopback(address: Address) -> bool:
    return address.is_literal and address.host.startswith("127.")
