"""Keys of too many parts (`a.a.a.a = 1`), found before they are parsed: it takes the square."""

from __future__ import annotations

import re

# What TOML is made of, as far as dots are concerned. Texts and remarks are taken whole, up to the end of the
# file or line where they are not closed. A longer run of parts and dots is a key, for a number has one dot.
_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+"""
_PIECES = r"""
    "{3}(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5}|\Z)
    | '{3}(?:[^']|'(?!''))*+(?:'{3,5}|\Z)
    | \#[^\n]*+
    | (?P<key>PART(?:\.[ \t]*+PART){DOTS})
    | [\w-]++ | "(?:[^"\\\n]|\\.)*+"? | '[^'\n]*+'?
"""


def line_of_key(text: str, dots: int) -> int:
    """Return the line, from 1, of the first key with that many dots in TOML `text`, or 0 if there is none."""
    pieces = _PIECES.replace("PART", _PART).replace("DOTS", str(dots))
    for piece in re.finditer(pieces, text, re.VERBOSE | re.DOTALL):
        if piece["key"]:
            return text.count("\n", 0, piece.start()) + 1
    return 0
