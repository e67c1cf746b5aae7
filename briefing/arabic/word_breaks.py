"""Where a text is parted into words (UAX #29, rules WB3 to WB16)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.arabic.range_table import RangeTable

_LINE_ENDS: Final = frozenset(("CR", "LF", "Newline"))
_ADDED: Final = frozenset(("Extend", "Format", "ZWJ"))
_LETTERS: Final = frozenset(("ALetter", "Hebrew_Letter"))
_IN_WORDS: Final = frozenset(("MidLetter", "MidNumLet", "Single_Quote"))
_IN_NUMBERS: Final = frozenset(("MidNum", "MidNumLet", "Single_Quote"))
_JOINED: Final = _LETTERS | {"Numeric", "Katakana"}


@cache
def _classes() -> tuple[RangeTable, RangeTable]:
    """Word_Break and Extended_Pictographic: tables that take a millisecond or two to read."""
    from briefing.arabic.grapheme_tables import EXTENDED_PICTOGRAPHIC
    from briefing.arabic.word_break_table import WORD_BREAK

    return RangeTable(WORD_BREAK), RangeTable(EXTENDED_PICTOGRAPHIC)


def word_ends(text: str) -> Iterator[int]:
    """The index behind each word of `text`, in order; white space and punctuation are words like others."""
    word_break, pictographic = _classes()
    classes = [word_break[character] for character in text]
    # The last two classes but for what adds to them (WB4), and how many regional indicators there are.
    last = before_last = ""
    indicators = 0
    for at, now in enumerate(classes):
        if at and not _stays(classes, at, before_last, last, indicators):
            before = classes[at - 1]
            if before != "ZWJ" or pictographic[text[at]] == "No":  # WB3c
                yield at
        if now in _LINE_ENDS:
            last, before_last, indicators = now, "", 0
        elif now not in _ADDED or not last or last in _LINE_ENDS:
            before_last, last = last, now
            indicators = indicators + 1 if now == "Regional_Indicator" else 0
    if text:
        yield len(text)


def _stays(classes: list[str], at: int, before_last: str, last: str, indicators: int) -> bool:
    """Whether the character at `at` stays with what is before it, by its class and theirs."""
    before, now = classes[at - 1], classes[at]
    if before in _LINE_ENDS or now in _LINE_ENDS:
        return before == "CR" and now == "LF"  # WB3 to WB3b
    if now in _ADDED or before == now == "WSegSpace":
        return True  # WB4, WB3d
    if last in _JOINED or last == "ExtendNumLet":
        if now == "ExtendNumLet":
            return True  # WB13a
        if last == "ExtendNumLet":
            return now in _JOINED  # WB13b
    if last == now == "Regional_Indicator":
        return indicators % 2 == 1  # WB15, WB16
    if now == "Katakana":
        return last == now  # WB13
    if now in _LETTERS:
        if last in _LETTERS or last == "Numeric":
            return True  # WB5, WB10
        if last == "Double_Quote":
            return before_last == now == "Hebrew_Letter"  # WB7c
        return last in _IN_WORDS and before_last in _LETTERS  # WB7
    if now == "Numeric":
        return last in _LETTERS or last == now or (last in _IN_NUMBERS and before_last == now)  # WB8, 9, 11
    if last == "Hebrew_Letter" and now == "Single_Quote":
        return True  # WB7a
    if last == "Hebrew_Letter" and now == "Double_Quote":
        return _following(classes, at) == "Hebrew_Letter"  # WB7b
    if last in _LETTERS and now in _IN_WORDS:
        return _following(classes, at) in _LETTERS  # WB6
    return last == "Numeric" and now in _IN_NUMBERS and _following(classes, at) == "Numeric"  # WB12


def _following(classes: list[str], at: int) -> str:
    """The class behind the one at `at`, but for what adds to that."""
    for later in range(at + 1, len(classes)):
        if classes[later] not in _ADDED:
            return classes[later]
    return ""
