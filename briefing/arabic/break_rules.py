"""Between which characters a line may end with no space there (UAX #14, version 15.0, rules LB8 to LB31)."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from briefing.arabic.break_classes import CODES, NAMES

#: What a place is: no end of a line, one, or one only in a word that no line can take whole.
Verdict = Literal["no", "yes", "rather not"]

#: Added to a class's code: the character is wide (UAX #11).
WIDE: Final = 0x80

# LB11 to LB15, LB19, LB21, LB22: never right before these.
_NEVER_BEFORE: Final = "WJ CL CP EX IS SY QU PI PF BA HY NS IN"
# LB11, LB12, LB14, LB19, LB21: never right after these.
_NEVER_AFTER: Final = "WJ GL OP QU PI PF BB"
# LB20 stands before the rules that keep these with what is before them.
_AFTER_CB: Final = "BA HY NS IN"
_LETTERS: Final = "AL HL RL"
# What else stays together, by the class on the left.
_KEPT: Final = {
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
# LB30: these stay with a narrow opening bracket after them, and with a narrow closing one before them.
_BRACKETED: Final = f"{_LETTERS} NU"
# A word's own hyphens and slashes.
_INNER: Final = "HY BA SY"

#: Classes of which no two have a line's end between them.
QUIET: Final = f"{_LETTERS} NU IS QU PI PF GL WJ CP"


@cache
def verdict(before: int, left: int, right: int) -> Verdict:
    """Whether a line may end between `left` and `right`, given what is `before` the two.

    All are codes of `break_classes`, with `WIDE` for wide characters; `before` is 0 for white space, or
    none. Three rules are added: no word is cut at a hyphen or slash beside a letter written from right to
    left, so that a name or a date is not torn; nor at a dash between numbers (a range of pages); nor, as in
    later versions (LB20a), at a hyphen that it begins with.
    """
    if not _may_break(left, right):
        return "no"
    one, two = name_of(left), name_of(right)
    if one == "BA" and two == "NU" and before and name_of(before) == "NU":
        return "rather not"
    if one in _INNER.split():
        if not before and one != "SY" and two in _LETTERS.split():
            return "no"
        if two in ("RL", "HL") or (before and name_of(before) in ("RL", "HL")):
            return "rather not"
    return "yes"


def _may_break(left: int, right: int) -> bool:
    one, two = name_of(left), name_of(right)
    if one == "ZW":
        return True  # LB8
    if two == "GL":
        return one in ("BA", "HY")  # LB12a
    if two in _NEVER_BEFORE.split():
        return one == "CB" and two in _AFTER_CB.split()
    if one in _NEVER_AFTER.split():
        return two == "CB" and one == "BB"
    if two == "OP" and one in _BRACKETED.split() and not right & WIDE:
        return False
    if one == "CP" and two in _BRACKETED.split() and not left & WIDE:
        return False
    return two not in _KEPT.get(one, "").split()


def name_of(code: int) -> str:
    """The class that a code stands for, "" if none."""
    at = (code & ~WIDE) - ord(CODES["AL"])
    return NAMES[at] if 0 <= at < len(NAMES) else ""
