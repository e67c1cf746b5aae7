"""Where a link in a document leads, whatever its format: the one rule for which addresses may be followed."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin

# A script, or a file of the machine, is none.
_FOLLOWED: Final = re.compile(r"(?:https?|ftp|mailto|tel):[^\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
_LONGEST: Final = 4000


def is_web_address(text: str) -> bool:
    """Return whether a text is an address of the web, with its scheme, and nothing else."""
    return _WEB.fullmatch(text) is not None


def followable(written: str, base: str = "") -> str:
    """Return where a link leads, "" if that is nowhere a reader may follow.

    `base` is the address that relative ones start from; without one they lead nowhere. So does what stays
    inside the document.
    """
    address = written.strip()
    if not address or address.startswith("#") or len(address) > _LONGEST:
        return ""
    try:
        address = urljoin(base, address) if base else address
    except ValueError:  # such as http://[
        return ""
    return address if len(address) <= _LONGEST and _FOLLOWED.fullmatch(address) else ""
