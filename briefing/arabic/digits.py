"""Paints digits in the shapes that the reader prefers; their order stays that of the digits in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, Literal

from briefing.arabic.cell import Cell

#: The shapes of digits: as in the text, 0-9, or Arabic-Indic ones.
Digits = Literal["written", "western", "arabic-indic"]

_WESTERN: Final = "0123456789"
_ARABIC_INDIC: Final = "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669"
_PERSIAN: Final = "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9"
_SHAPES: Final = {
    "western": str.maketrans(_ARABIC_INDIC + _PERSIAN, _WESTERN * 2),
    "arabic-indic": str.maketrans(_WESTERN + _PERSIAN, _ARABIC_INDIC * 2),
}
_WORD: Final = re.compile(r"\S+")
_DIGIT: Final = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9]")
_STRONG: Final = frozenset(("L", "R", "AL"))


def with_digits(cells: Iterable[Cell], text: str, offset: int, digits: Digits, *, rtl: bool) -> list[Cell]:
    """Return the cells of a line with other digits, in the order that UAX #9 gives the author's digits.

    Arabic-Indic digits are not used in words with Latin letters (F-16, an address) nor, in a paragraph from
    left to right, in text that is not Arabic.

    Args:
        cells: The cells of the line.
        text: The paragraph that the line is of.
        offset: The index where the paragraph begins in the text that was laid out.
        digits: The shapes; not `"written"`.
        rtl: Whether the paragraph direction is right to left.
    """
    shapes = _SHAPES[digits]
    painted = []
    for cell in cells:
        if _DIGIT.search(cell.text):
            start = cell.start - offset
            if digits == "western" or _is_arabic(text, start, rtl=rtl):
                cell = cell._replace(text=cell.text.translate(shapes))
        painted.append(cell)
    return painted


def _is_arabic(text: str, at: int, *, rtl: bool) -> bool:
    """Return whether the digit at index `at` belongs to Arabic text, not Latin."""
    start = at
    while start and not text[start - 1].isspace():
        start -= 1
    word = _WORD.match(text, start)
    if word and any(_is_latin(character) for character in word.group()):
        return False
    if rtl:
        return True
    classes = (unicodedata.bidirectional(character) for character in reversed(text[:start]))
    return next((one for one in classes if one in _STRONG), "L") == "AL"


def _is_latin(character: str) -> bool:
    return character.isalpha() and unicodedata.bidirectional(character) == "L"
