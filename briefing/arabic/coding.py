"""Each character of a text as one byte that says how it breaks: its class (UAX #14) or what replaces it."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len

from briefing.arabic import joining
from briefing.arabic.break_classes import CODES, break_class
from briefing.arabic.break_rules import WIDE
from briefing.arabic.characters import Coding
from briefing.arabic.clusters import KINDS

#: Codes besides those of the break classes: marks and format characters, one or two cells more of the cluster
#: before, what only its cluster tells, the letters of lam-alef, ZWJ, spaces at which no line ends.
MARK, FORMAT, MORE, MORE_WIDE, HARD, LAM, ALEF, ZWJ, GLUED, GLUED_WIDE = "0123456789"
#: White space a line may end at, but for tabs; all white space; what adds to the character before (rule LB9).
SPACES: Final = " \x0e"
BLANK: Final = f"\t\n\v{SPACES}{GLUED}{GLUED_WIDE}"
SKIPPED: Final = f"{MARK}{FORMAT}{MORE}{MORE_WIDE}"

# Format characters that rules LB8 and LB11 know.
_WORKERS: Final = {"\u200b": CODES["ZW"], "\u2060": CODES["WJ"], "\ufeff": CODES["WJ"]}
_HANGING: Final = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"


def code_of(character: str) -> str:
    """The code of one character: white space, a break class (plus `WIDE`) or one of those above."""
    if character in " \t\n\r":
        return character
    if character in "\x1c\x1d\x1e\x85\u2029":
        return "\x1e"
    if character in "\v\f\u2028":
        return "\v"
    if character in _HANGING:
        return " "
    if character == "\u3000":
        return "\x0e"
    kind = KINDS[ord(character)]
    if kind in "oc":
        return HARD
    if kind == "j":
        return ZWJ
    if character == joining.LAM:
        return LAM
    if character in joining.ALEFS:
        return ALEF
    if kind == "m":
        return MARK
    if kind in "fb":
        return _WORKERS.get(character, FORMAT)
    name = break_class(character)
    code = CODES.get(name, CODES["AL"])
    return chr(ord(code) | WIDE) if cell_len(character) > 1 else code


_CODES: Final = Coding(code_of)


def encode(text: str) -> bytes:
    """One code for each character of `text`."""
    return _CODES.encode(text)
