"""Values as TOML text that reads as it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.document.controls import safe_line

# What may not stand in a TOML text as it is, and what would make a line read otherwise than it is stored.
_ESCAPED: Final = (
    r'["\\\x00-\x1f\x7f-\x9f\u00a0\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]'
)


def quoted(text: str) -> str:
    """Return `text` as a TOML string of one line, which gives the same text; half a character is U+FFFD."""
    return '"' + re.sub(_ESCAPED, _escape, text) + '"'


def listed(texts: Iterable[str]) -> str:
    """Return texts as a TOML list of strings of one line."""
    return "[" + ", ".join(map(quoted, texts)) + "]"


def numbers(values: Iterable[int], width: int = 100) -> str:
    """Return numbers as a TOML list, of more than fit `width` characters over several lines."""
    words = [str(value) for value in values]
    line = f"[{', '.join(words)}]"
    if len(line) <= width:
        return line
    rows, row = [], "  "
    for word in words:
        if len(row) + len(word) + 2 > width:
            rows.append(row.rstrip())
            row = "  "
        row += f"{word}, "
    return "\n".join(["[", *rows, row.rstrip(), "]"])


def comment(text: str) -> str:
    """Return `text` as a comment of one line."""
    return f"# {safe_line(' '.join(text.split()))}\n"


def _escape(match: re.Match[str]) -> str:
    one = match.group()
    if one in '"\\':
        return f"\\{one}"
    return "\\uFFFD" if "\ud800" <= one <= "\udfff" else f"\\u{ord(one):04X}"
