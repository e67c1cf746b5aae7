"""The line breaking class of every character (UAX #14), with a one-letter code for regular expressions.

The classes of common Arabic, Hebrew and Latin characters are listed here, so that most texts do without the
table of all characters, which takes a millisecond or two to read.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from briefing.arabic.range_table import RangeTable

_ALL: Final = (
    "AL HL RL NU OP CP CL QU PI PF EX IS SY BA HY IN NS ID B2 BB CB GL WJ ZW PR PO JL JV JT H2 H3 EB EM RI"
)
#: The names of the classes, as in UAX #14 but for three: `RL` is AL of right-to-left letters, `PI` and `PF`
#: are QU of initial and of final quotation marks.
NAMES: Final = tuple(_ALL.split())
#: The code of each class, by its name: one letter from "A" on.
CODES: Final = {name: chr(ord("A") + at) for at, name in enumerate(NAMES)}

# Rule LB1 resolves classes that depend on the language; classes that came after version 15.0 are resolved to
# what their characters were before.
_RESOLVED: Final = dict.fromkeys(("AI", "SG", "XX", "SA", "AK", "AP", "AS"), "AL") | {"CJ": "NS"}
_COMMON_CHARACTERS: Final = {
    "OP": "([{\u00a1\u00bf",
    "CP": ")]",
    "CL": "}",
    "QU": "\"'",
    "PI": "\u00ab\u2018\u201c\u2039",
    "PF": "\u00bb\u2019\u201d\u203a",
    "EX": "!?\u061b\u061d\u061e\u061f\u06d4",
    "IS": ",.:;\u060c\u060d",
    "SY": "/",
    "BA": "|\u2010\u2012\u2013\u05be",
    "HY": "-",
    "IN": "\u2026",
    "B2": "\u2014",
    "BB": "\u00b4\u02c8\u02cc",
    "GL": "\u00a0\u2007\u2011\u202f",
    "PR": "$+\\\u00a3\u00a4\u00a5\u00b1",
    "PO": "%\u00a2\u00b0\u060b\u066a\u0609\u060a",
    "NU": "\u066b\u066c",
    "AL": "#&*<=>@^_`~\u00a6\u00a7\u00a8\u00a9\u00ac\u00ae\u00af\u00b6\u00b7\u2022",
    "RL": "\u066d",
}
_CLASS_OF: Final = {
    character: name for name, characters in _COMMON_CHARACTERS.items() for character in characters
}


def break_class(character: str) -> str:
    """Return the class of a character: one of `NAMES`, or "CM" for a combining mark (rule LB9)."""
    common = _CLASS_OF.get(character)
    if common:
        return common
    codepoint = ord(character)
    category = unicodedata.category(character)
    if category in ("Lu", "Ll", "Lo", "Lm") and codepoint < 0x0E00:
        if 0x0590 <= codepoint < 0x0600:
            return "HL"
        return "RL" if unicodedata.bidirectional(character) in ("R", "AL") else "AL"
    if category == "Nd" and codepoint < 0x0E00:
        return "NU"
    if category == "Cc":
        return "AL"  # painted as a picture of itself
    return _class_in_table(character, category)


@cache
def _table() -> RangeTable:
    from briefing.arabic.line_break_table import LINE_BREAK

    return RangeTable(LINE_BREAK)


def _class_in_table(character: str, category: str) -> str:
    name = _table()[character]
    if name == "SA" and category in ("Mn", "Mc"):
        return "CM"
    if name == "QU" and category in ("Pi", "Pf"):
        return category.upper()
    if name == "AL" and unicodedata.bidirectional(character) in ("R", "AL"):
        return "RL"
    name = _RESOLVED.get(name, name)
    return name if name in CODES else "CM"
