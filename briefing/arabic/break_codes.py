"""Each character of a text as one byte: a code of its line breaking class (UAX #14) or a special case."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len

from briefing.arabic import joining
from briefing.arabic.break_classes import CODES, break_class
from briefing.arabic.break_rules import WIDE
from briefing.arabic.characters import CodeTable
from briefing.arabic.clusters import CLUSTER_KINDS

#: Codes that are not those of break classes: a combining mark; a format character; one or two more cells of
#: the cluster before; a character that must be looked at with its cluster; the two letters of lam-alef;
#: ZWJ; a space of one cell, or of two, at which a break is prohibited.
(
    MARK,
    FORMAT,
    CONTINUATION,
    CONTINUATION_WIDE,
    COMPLEX,
    LAM,
    ALEF,
    ZWJ,
    NO_BREAK_SPACE,
    NO_BREAK_SPACE_WIDE,
) = "0123456789"
#: Spaces at which a break is allowed, tabs apart; all white space; what rule LB9 counts with the character
#: before it (combining marks, and other characters without a cell of their own).
BREAKING_SPACES: Final = " \x0e"
WHITE_SPACE: Final = f"\t\n\v{BREAKING_SPACES}{NO_BREAK_SPACE}{NO_BREAK_SPACE_WIDE}"
COMBINING: Final = f"{MARK}{FORMAT}{CONTINUATION}{CONTINUATION_WIDE}"

# The format characters that rules LB8 and LB11 are about.
_BREAK_CONTROLS: Final = {"\u200b": CODES["ZW"], "\u2060": CODES["WJ"], "\ufeff": CODES["WJ"]}
# Spaces other than U+0020 that are one cell wide and hang at the end of a line.
_ONE_CELL_SPACES: Final = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"


def code_of(character: str) -> str:
    """Return a character's code: itself for white space, its class (with `WIDE`), or a code from above."""
    if character in " \t\n\r":
        return character
    if character in "\x1c\x1d\x1e\x85\u2029":
        return "\x1e"
    if character in "\v\f\u2028":
        return "\v"
    if character in _ONE_CELL_SPACES:
        return " "
    if character == "\u3000":
        return "\x0e"
    kind = CLUSTER_KINDS[ord(character)]
    if kind in "oc":
        return COMPLEX
    if kind == "j":
        return ZWJ
    if character == joining.LAM:
        return LAM
    if character in joining.ALEFS:
        return ALEF
    if kind == "m":
        return MARK
    if kind in "fb":
        return _BREAK_CONTROLS.get(character, FORMAT)
    name = break_class(character)
    code = CODES.get(name, CODES["AL"])
    return chr(ord(code) | WIDE) if cell_len(character) > 1 else code


_CODES: Final = CodeTable(code_of)


def encode(text: str) -> bytes:
    """Return the codes of the characters of `text`, one byte for each."""
    return _CODES.encode(text)
