"""Properties of characters that matter to a grid of cells, and a table that gives each character a code."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable
from functools import cached_property
from typing import Final

#: Format characters (category Cf) that are visible: signs with a cell of their own
#: (Unicode's property Prepended_Concatenation_Mark).
VISIBLE_FORMAT: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)

#: Left-to-right override (UAX #9): only after it are Arabic letters displayed from left to right.
LRO: Final = "\u202d"

# The characters that most texts in Arabic, Persian, Urdu and English consist of; at most 255.
_COMMON: Final = (
    "".join(map(chr, range(0x80)))
    + "".join(map(chr, [*range(0x0621, 0x063B), *range(0x0640, 0x0656), *range(0x0660, 0x066D)]))
    + "\u0670\u0671\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c0\u06c1\u06c3\u06c6"
    + "\u06cc\u06ce\u06d2\u06d4\u06d5\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9"
    + "\u060c\u061b\u061f"
    + "\u00a0\u00ab\u00bb\u00b7\u00e9\u200c\u200e\u200f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
)
_COMMON_MAP: Final = codecs.charmap_build(_COMMON.ljust(256, "\ufffe"))


# Unassigned code points that Unicode keeps for more format characters (Default_Ignorable_Code_Point).
_RESERVED_FOR_FORMATS: Final = frozenset(
    map(chr, (0x2065, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE0100), *range(0xE01F0, 0xE1000)))
)


def is_format(character: str) -> bool:
    """Return whether a character is invisible and never has a cell (bidi controls, ZWJ...)."""
    category = unicodedata.category(character)
    if category == "Cn":
        return character in _RESERVED_FOR_FORMATS
    return category == "Cf" and character not in VISIBLE_FORMAT


def is_noncharacter(character: str) -> bool:
    """Return whether this is one of the 66 code points that never will be a character (U+FFFF...)."""
    codepoint = ord(character)
    return codepoint & 0xFFFE == 0xFFFE or 0xFDD0 <= codepoint <= 0xFDEF


def is_mark(character: str) -> bool:
    """Return whether a character is a combining mark without a cell of its own (category Mn or Me).

    Python's tables may be older than those of the engine, which then tell the marks that Python lacks.
    """
    category = unicodedata.category(character)
    if category != "Cn":
        return category in ("Mn", "Me")
    from briefing.arabic.graphemes import is_newer_mark  # hardly any text needs it

    return is_newer_mark(character)


class CodeTable(dict[int, str]):
    """Gives each character a code, so that a regular expression can search a text by a property.

    It is a table for `str.translate`. `code_of` is called once for each character that occurs.

    Args:
        code_of: Returns the code of a character: one character below U+0100.
    """

    def __init__(self, code_of: Callable[[str], str]) -> None:
        self._code_of = code_of

    def __missing__(self, codepoint: int) -> str:
        code = self[codepoint] = self._code_of(chr(codepoint))
        return code

    def encode(self, text: str) -> bytes:
        """Return the codes of the characters of `text`, one byte (Latin-1) for each.

        A text of common characters alone is translated by two passes in C.
        """
        try:
            positions, _ = codecs.charmap_encode(text, "strict", _COMMON_MAP)
        except UnicodeEncodeError:
            return text.translate(self).encode("latin-1")
        return positions.translate(self._common)

    @cached_property
    def _common(self) -> bytes:
        """The codes of `_COMMON`, padded to the 256 bytes that `bytes.translate` takes."""
        return "".join(map(self._code_of, _COMMON)).ljust(256, "\0").encode("latin-1")
