"""What stands before the items of a list: numbers in the ways in which office programs write them."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ALPHA: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LARGEST: Final = 3000  # Roman numbers and letters are written up to here
#: The names of one way in Office Open XML and in OpenDocument (the value of `num-format`).
_LETTERS: Final = {
    "lowerLetter": _LATIN,
    "a": _LATIN,
    "upperLetter": _LATIN.upper(),
    "A": _LATIN.upper(),
    "arabicAlpha": _ALPHA,
    "أ, ب, ت, ...": _ALPHA,
    "arabicAbjad": _ABJAD,
    "أ, ب, ج, ...": _ABJAD,
}


def number_in(way: str, number: int) -> str:
    """Return a number as a list of that way shows it; in a way that is not known, in digits."""
    if not 0 < number <= _LARGEST:
        return str(number)
    if way in _LETTERS:
        letters = _LETTERS[way]
        return letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)
    if way in ("lowerRoman", "i"):
        return _roman(number)
    if way in ("upperRoman", "I"):
        return _roman(number).upper()
    return f"{number:02}" if way == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
