"""Which addresses of a document become links: those that only lead somewhere."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

_LEADS: Final = re.compile(r"https?://[^/?#]|mailto:[^?#]", re.IGNORECASE)
_NO_ADDRESS: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
# What an address cannot hold as it is is written as its bytes; the rest stays as the author wrote it.
_ASIDE: Final = re.compile(r"""["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})|[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]""")


def followed(address: str) -> str:
    """Return an address as a link has it: http, https or mailto; "" for any other, and for what is none.

    An address with white space or invisible characters in it is none: what it leads to could not be seen.
    """
    if not _LEADS.match(address) or _NO_ADDRESS.search(address):
        return ""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() != "mailto" and _ASIDE.search(parts.netloc):
        return ""
    return _ASIDE.sub(lambda match: quote(match.group(), safe="", errors="replace"), address)
