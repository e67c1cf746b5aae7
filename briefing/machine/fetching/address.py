"""An address taken apart: one reading of it, from which check, connection and request are made."""

from __future__ import annotations

import re
from ipaddress import IPv6Address
from typing import Final, NamedTuple
from urllib.parse import quote, unquote_to_bytes

from briefing.document.errors import BriefingError
from briefing.machine.fetching.hosts import LOCAL, ip_of

PORTS: Final = {"http": 80, "https": 443}
#: Characters of the longest address; what servers take ends at a few thousand.
LONGEST: Final = 8000

_PARTS: Final = r"(?is)(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?"
_CONTROL: Final = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_LABEL: Final = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_KEPT: Final = "%/:=&?~+!$,;'@()*[]|"  # what `quote` leaves; letters, digits and _.-~ it always does


class Address(NamedTuple):
    """An http or https address. All of it is ASCII.

    `host` is a name in lower case without a last dot (IDNA's form of others than ASCII), or an IP address,
    an IPv6 one without brackets. `is_literal`: the host is an IP address in its usual spelling. `target` is
    path and query. `credentials` are `user:password`, to be sent to that host alone and never shown.
    """

    scheme: str
    host: str
    port: int
    target: str
    is_literal: bool
    credentials: bytes = b""

    @property
    def is_ip(self) -> bool:
        """Whether the host is an IP address, in whatever spelling it was given."""
        return ":" in self.host or self.host.replace(".", "").isdigit()

    @property
    def authority(self) -> str:
        """Host, and port if it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def shown(self) -> str:
        """The address without credentials and fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def origin(self) -> tuple[str, str, int]:
        """What credentials belong to."""
        return self.scheme, self.host, self.port


def parsed(text: str) -> Address:
    """Return an http or https address taken apart. Raises BriefingError, without credentials, for no such."""
    text = text.strip()
    shown = without_credentials(text)
    if len(text) > LONGEST:
        raise BriefingError(shown, f"is an address of more than {LONGEST} characters", "give a shorter one")
    match = re.fullmatch(_PARTS, text)
    if match is None:
        raise BriefingError(shown, "is no address of http or https", "write it as in https://example.org/a")
    if re.search(_CONTROL, text):
        raise BriefingError(shown, "has a control character in it", "copy the address again")
    scheme, authority, path, query = match[1].lower(), match[2], match[3] or "/", match[4] or ""
    user, _, place = authority.rpartition("@")
    if "\\" in authority or re.search(r"\s", authority):
        raise BriefingError(shown, "has a backslash or a space in its host", "copy the address again")
    name, port = _host_and_port(place, scheme, shown)
    host, is_literal = _host(name, shown)
    credentials = unquote_to_bytes(user) if user.strip(":") else b""
    if credentials and b":" not in credentials:
        credentials += b":"
    return Address(scheme, host, port, quote(path + query, safe=_KEPT), is_literal, credentials)


def without_credentials(text: str) -> str:
    """Return an address that cannot be read without all that may be user and password in it.

    Such may have a `/` or a `#`, so it is all that stands before the last `@`.
    """
    return re.sub(r"(?s)\A([a-zA-Z][a-zA-Z0-9+.-]{0,20}:/{0,3})?.*@", r"\1…@", text)


def _host_and_port(place: str, scheme: str, shown: str) -> tuple[str, int]:
    match = re.fullmatch(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?", place)
    port = int(match[2] or PORTS[scheme]) if match else 0
    if match is None or not 0 < port < 1 << 16:
        cure = "write it as in https://example.org:8080/ (an IPv6 address in brackets)"
        raise BriefingError(shown, "has no host and port that can be read", cure)
    return match[1], port


def _host(name: str, shown: str) -> tuple[str, bool]:
    """The host's name or IP address, and whether that is one in its usual spelling."""
    if name.startswith("["):
        try:
            six = IPv6Address(name[1:-1])
        except ValueError:
            six = None
        if six is None or six.scope_id:
            raise BriefingError(
                shown, f"has no IPv6 address in {name}", "write it as in http://[2001:db8::1]/"
            )
        if six.ipv4_mapped is not None:  # another spelling of an IPv4 address
            return str(six.ipv4_mapped), False
        return str(six), True
    host = name.lower() if name.isascii() else _ascii(name, shown)
    host = host.removesuffix(".")
    ip = ip_of(host)
    if ip is not None:
        return str(ip), str(ip) == name
    if not _is_name(host):
        raise BriefingError(shown, f'"{name}" is no name of a host', "write it as in https://example.org/")
    return host, False


def _is_name(host: str) -> bool:
    """Whether a host can be looked up by that name; what ends in a number would be an IP address."""
    if len(host) > 253 or re.fullmatch(rf"{_LABEL}(?:\.{_LABEL})*", host) is None:
        return False
    return re.fullmatch(r"[0-9]+|0x[0-9a-f]*", host.rpartition(".")[2]) is None


def _ascii(name: str, shown: str) -> str:
    import idna  # the codec of Python is that of 2003, which takes other letters for the same

    try:
        return idna.encode(name, uts46=True).decode("ascii").lower()
    except UnicodeError:  # idna.IDNAError is one
        cure = "copy the address again from a browser"
        raise BriefingError(shown, f'"{name}" is no name of a host', cure) from None


def is_named(address: Address, named: Address) -> bool:
    """Return whether the host of `address` is the very one that `named`, a person's own, names literally."""
    is_certain = named.is_literal or named.host == LOCAL
    return is_certain and address.host == named.host and address.is_literal == named.is_literal
