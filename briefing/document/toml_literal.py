"""Text written as a TOML value that reads as what it is."""

from __future__ import annotations

import re
from typing import Final

#: What may not stand in a TOML text as it is, and what would make a line read otherwise than it is stored: as
#: a part of a set of characters of `re`.
HIDDEN: Final = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"

# What a person writes for it.
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def literal(text: str) -> str:
    """Return `text` as a TOML string in double quotes; lone surrogates, which TOML lacks, as U+FFFD."""
    return f'"{escaped(text, chr(34))}"'


def escaped(text: str, quote: str = "") -> str:
    """Return `text` with escapes for what may not stand in a TOML string, backslashes, and a `quote`."""
    return re.sub(rf"[{quote}\\{HIDDEN}]", _escape, text)


def _escape(match: re.Match[str]) -> str:
    one = match.group()
    if short := _SHORT.get(one):
        return short
    return "\\uFFFD" if "\ud800" <= one <= "\udfff" else f"\\u{ord(one):04X}"
