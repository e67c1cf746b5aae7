"""Sentence boundaries (UAX #29, rules SB1 to SB998)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress
from typing import Final

from briefing.arabic.range_table import RangeTable

# Classes of Sentence_Break by one letter each; those that rule SB5 ignores after another character have none.
_LETTERS: Final = {
    "CR": "R", "LF": "F", "Sep": "P", "ATerm": "A", "STerm": "T", "SContinue": "c", "Close": "q", "Sp": "s",
    "Lower": "l", "Upper": "U", "OLetter": "o", "Numeric": "n", "Other": "x", "Extend": "", "Format": "",
}  # fmt: skip
_PARAGRAPH_ENDS: Final = "RFP"
# Where a sentence ends, in the letters of the classes. Nothing is tried twice, so the work is linear.
_END: Final = re.compile(
    r"""
    (?: T | (?<![Ul])A(?!n) | A(?![nU]) )  # SB6, SB7
    q*+ s*+                                # SB9, SB10
    (?: RF | [RFP] | (?![cAT]) )           # SB8a, SB11
    | RF | [RFP]                           # SB3, SB4
    """,
    re.VERBOSE,
)
_GOES_ON: Final = re.compile("[^oUlRFPAT]*l")  # SB8, after ATerm


class _Classes(dict[int, str]):
    """By code point the letter of its class, looked up when it is first asked for."""

    def __init__(self) -> None:
        from briefing.arabic.sentence_break_table import SENTENCE_BREAK

        self._table = RangeTable(SENTENCE_BREAK)

    def __missing__(self, codepoint: int) -> str:
        letter = self[codepoint] = _LETTERS[self._table[chr(codepoint)]]
        return letter


@cache
def _classes() -> _Classes:
    return _Classes()


def sentence_boundaries(text: str) -> Iterator[int]:
    """Yield the sentence boundaries of `text` (UAX #29), but for the one at its start (SB1).

    Args:
        text: Any text. Its length is what the work grows with, whatever it is made of.

    Yields:
        The index after each boundary's last character, ascending; for an empty text none.
    """
    table = _classes()
    classes = [table[codepoint] for codepoint in map(ord, text)]
    for at, letter in enumerate(classes):
        if not letter and (at == 0 or text[at - 1] in "\r\n\x85\u2028\u2029"):
            classes[at] = "x"  # nothing before it that SB5 would add it to
    kept = [*compress(range(len(text)), classes), len(text)]
    letters = "".join(classes)
    for match in _END.finditer(letters):
        end = match.end()
        ended = letters[end - 1] in _PARAGRAPH_ENDS
        if not ended and "A" in match.group() and _GOES_ON.match(letters, end):
            continue
        after = kept[end - 1] + 1 if ended else kept[end]
        if after < len(text):
            yield after
    if text:
        yield len(text)
