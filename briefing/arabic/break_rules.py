"""Breaks between characters that no space parts (UAX #14, version 15.0, rules LB8 to LB31)."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from briefing.arabic.break_classes import CODES, NAMES

#: What UAX #14 says of the position between two characters: the break is prohibited, allowed (it is a break
#: opportunity), or for emergencies only: for a word that is too long for a line.
Break = Literal["prohibited", "allowed", "emergency"]

#: The bit that is set in the code of a wide character (two cells, UAX #11).
WIDE: Final = 0x80

# LB11 to LB15, LB19, LB21, LB22: breaks before these classes are prohibited.
_PROHIBITED_BEFORE: Final = "WJ CL CP EX IS SY QU PI PF BA HY NS IN"
# LB11, LB12, LB14, LB19, LB21: breaks after these classes are prohibited.
_PROHIBITED_AFTER: Final = "WJ GL OP QU PI PF BB"
# LB20 precedes the rules that prohibit breaks before these classes.
_ALLOWED_AFTER_CB: Final = "BA HY NS IN"
_LETTERS: Final = "AL HL RL"
# Other prohibited breaks: between the class that is the key and those after it.
_PROHIBITED_PAIRS: Final = {
    "AL": f"{_LETTERS} NU PR PO",  # LB23, LB24, LB28
    "HL": f"{_LETTERS} NU PR PO",
    "RL": f"{_LETTERS} NU PR PO",
    "NU": f"{_LETTERS} NU PR PO",  # LB23, LB25
    "PR": f"{_LETTERS} NU OP ID EB EM JL JV JT H2 H3",  # LB23a, LB24, LB25, LB27
    "PO": f"{_LETTERS} NU OP",
    "CL": "PR PO",  # LB25
    "CP": "PR PO",
    "IS": f"{_LETTERS} NU",  # LB25, LB29
    "SY": "HL NU",  # LB21b, LB25
    "HY": "NU",
    "ID": "PO",  # LB23a
    "EB": "PO EM",  # LB23a, LB30b
    "EM": "PO",
    "B2": "B2",  # LB17
    "JL": "JL JV H2 H3 PO",  # LB26, LB27
    "JV": "JV JT PO",
    "H2": "JV JT PO",
    "JT": "JT PO",
    "H3": "JT PO",
}
# LB30: breaks between these and a narrow opening bracket after them, or a narrow closing one before them, are
# prohibited.
_KEPT_WITH_BRACKETS: Final = f"{_LETTERS} NU"
# Classes of the hyphens and slashes inside a word.
_HYPHENS_AND_SLASHES: Final = "HY BA SY"

#: Between any two of these classes a break is prohibited.
NEVER_BROKEN: Final = f"{_LETTERS} NU IS QU PI PF GL WJ CP"


@cache
def break_between(earlier: int, before: int, after: int) -> Break:
    """Return whether a line may break between two neighbouring characters (UAX #14, rules LB8 to LB31).

    Three rules are added to UAX #14. A break at a hyphen or slash beside a right-to-left letter is for
    emergencies only, so that no name or date is torn; so is one at a dash between numbers (a range of pages).
    A break after a hyphen that begins a word is prohibited, as in later versions (LB20a).

    Args:
        earlier: The code of the character in front of `before`; 0 if that is white space, or there is none.
        before: The code of the character before the break.
        after: The code of the character after the break.

    Codes are those of `break_classes.CODES`, with the bit `WIDE` for wide characters.
    """
    if not _is_allowed(before, after):
        return "prohibited"
    one, two = class_of(before), class_of(after)
    if one == "BA" and two == "NU" and earlier and class_of(earlier) == "NU":
        return "emergency"
    if one in _HYPHENS_AND_SLASHES.split():
        if not earlier and one != "SY" and two in _LETTERS.split():
            return "prohibited"
        if two in ("RL", "HL") or (earlier and class_of(earlier) in ("RL", "HL")):
            return "emergency"
    return "allowed"


def _is_allowed(before: int, after: int) -> bool:
    """Whether UAX #14 allows a break between the two characters with these codes."""
    one, two = class_of(before), class_of(after)
    if one == "ZW":
        return True  # LB8
    if two == "GL":
        return one in ("BA", "HY")  # LB12a
    if two in _PROHIBITED_BEFORE.split():
        return one == "CB" and two in _ALLOWED_AFTER_CB.split()
    if one in _PROHIBITED_AFTER.split():
        return two == "CB" and one == "BB"
    if two == "OP" and one in _KEPT_WITH_BRACKETS.split() and not after & WIDE:
        return False
    if one == "CP" and two in _KEPT_WITH_BRACKETS.split() and not before & WIDE:
        return False
    return two not in _PROHIBITED_PAIRS.get(one, "").split()


def class_of(code: int) -> str:
    """Return the name of the class that a code stands for, without `WIDE`; "" if it stands for none."""
    at = (code & ~WIDE) - ord(CODES["AL"])
    return NAMES[at] if 0 <= at < len(NAMES) else ""
