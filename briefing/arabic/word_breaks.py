"""Word boundaries (UAX #29, rules WB1 to WB16)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.arabic.range_table import RangeTable

# Sets of Word_Break classes. Rule WB4 ignores `_IGNORED` after another character.
_NEWLINES: Final = frozenset(("CR", "LF", "Newline"))
_IGNORED: Final = frozenset(("Extend", "Format", "ZWJ"))
_LETTERS: Final = frozenset(("ALetter", "Hebrew_Letter"))
_MIDDLE_OF_WORDS: Final = frozenset(("MidLetter", "MidNumLet", "Single_Quote"))
_MIDDLE_OF_NUMBERS: Final = frozenset(("MidNum", "MidNumLet", "Single_Quote"))
_WORD_CHARACTERS: Final = _LETTERS | {"Numeric", "Katakana"}


@cache
def _tables() -> tuple[RangeTable, RangeTable]:
    """Return Word_Break and Extended_Pictographic; their tables take a millisecond or two to read."""
    from briefing.arabic.grapheme_tables import EXTENDED_PICTOGRAPHIC
    from briefing.arabic.word_break_table import WORD_BREAK

    return RangeTable(WORD_BREAK), RangeTable(EXTENDED_PICTOGRAPHIC)


def word_boundaries(text: str) -> Iterator[int]:
    """Yield the word boundaries of `text` (UAX #29), but for the one at its start (WB1).

    What lies between two boundaries may be a word, white space or punctuation.

    Args:
        text: Any text.

    Yields:
        The index after the boundary's last character, ascending; for an empty text none.
    """
    word_break, pictographic = _tables()
    classes = [word_break[character] for character in text]
    # The last two classes that WB4 does not ignore, and the number of regional indicators just before.
    last = before_last = ""
    indicators = 0
    for at, current in enumerate(classes):
        if at and not _is_unbroken(classes, at, before_last, last, indicators):
            before = classes[at - 1]
            if before != "ZWJ" or pictographic[text[at]] == "No":  # WB3c
                yield at
        if current in _NEWLINES:
            last, before_last, indicators = current, "", 0
        elif current not in _IGNORED or not last or last in _NEWLINES:
            before_last, last = last, current
            indicators = indicators + 1 if current == "Regional_Indicator" else 0
    if text:
        yield len(text)


def _is_unbroken(classes: list[str], at: int, before_last: str, last: str, indicators: int) -> bool:
    """Return whether no boundary is before the character at `at`, given the classes (rules WB3 to WB16)."""
    before, current = classes[at - 1], classes[at]
    if before in _NEWLINES or current in _NEWLINES:
        return before == "CR" and current == "LF"  # WB3 to WB3b
    if current in _IGNORED or before == current == "WSegSpace":
        return True  # WB4, WB3d
    if last in _WORD_CHARACTERS or last == "ExtendNumLet":
        if current == "ExtendNumLet":
            return True  # WB13a
        if last == "ExtendNumLet":
            return current in _WORD_CHARACTERS  # WB13b
    if last == current == "Regional_Indicator":
        return indicators % 2 == 1  # WB15, WB16
    if current == "Katakana":
        return last == current  # WB13
    if current in _LETTERS:
        if last in _LETTERS or last == "Numeric":
            return True  # WB5, WB10
        if last == "Double_Quote":
            return before_last == current == "Hebrew_Letter"  # WB7c
        return last in _MIDDLE_OF_WORDS and before_last in _LETTERS  # WB7
    if current == "Numeric":
        if last in _LETTERS or last == current:
            return True  # WB9, WB8
        return last in _MIDDLE_OF_NUMBERS and before_last == current  # WB11
    if last == "Hebrew_Letter" and current == "Single_Quote":
        return True  # WB7a
    if last == "Hebrew_Letter" and current == "Double_Quote":
        return _following(classes, at) == "Hebrew_Letter"  # WB7b
    if last in _LETTERS and current in _MIDDLE_OF_WORDS:
        return _following(classes, at) in _LETTERS  # WB6
    if last == "Numeric" and current in _MIDDLE_OF_NUMBERS:
        return _following(classes, at) == "Numeric"  # WB12
    return False


def _following(classes: list[str], at: int) -> str:
    """Return the first class after index `at` that WB4 does not ignore, "" if there is none."""
    for later in range(at + 1, len(classes)):
        if classes[later] not in _IGNORED:
            return classes[later]
    return ""
