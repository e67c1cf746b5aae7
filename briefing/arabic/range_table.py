"""A property of every character, kept as ranges of code points that have one value each."""

from __future__ import annotations

from bisect import bisect
from typing import Final


class RangeTable:
    """Looks up the value that a property has for a character: `table["a"]`.

    Args:
        written: The table as tests/arabic/make_break_tables.py writes it: for each range of code points, from
            U+0000 on, its length (hexadecimal) and its value. A value is written out where it occurs first,
            and as its number from then on, counted in that order.
    """

    def __init__(self, written: str) -> None:
        words = written.split()
        values: list[str] = []
        self._ends: Final[list[int]] = []  # of the ranges, exclusive
        self._values: Final[list[str]] = []  # of the ranges
        end = 0
        for length, word in zip(words[::2], words[1::2], strict=True):
            end += int(length, 16)
            if word.isdigit():
                value = values[int(word)]
            else:
                value = word
                values.append(word)
            self._ends.append(end)
            self._values.append(value)

    def __getitem__(self, character: str) -> str:
        """Return the value of one character."""
        return self._values[bisect(self._ends, ord(character))]
