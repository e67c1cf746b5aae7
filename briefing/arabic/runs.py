"""A property of every character, kept as runs of characters that have the same value."""

from __future__ import annotations

from bisect import bisect
from typing import Final


class Runs:
    """Looks a character's value up; `written` is as tests/arabic/make_break_tables.py has it.

    That is, lengths of runs (hexadecimal) and values in turn; a value is written out where it is first met,
    and as its number, in that order, from then on.
    """

    def __init__(self, written: str) -> None:
        words = written.split()
        known: list[str] = []
        self._ends: Final[list[int]] = []  # exclusive
        self._values: Final[list[str]] = []
        end = 0
        for length, word in zip(words[::2], words[1::2], strict=True):
            end += int(length, 16)
            if word.isdigit():
                value = known[int(word)]
            else:
                value = word
                known.append(word)
            self._ends.append(end)
            self._values.append(value)

    def __getitem__(self, character: str) -> str:
        """The value of one character."""
        return self._values[bisect(self._ends, ord(character))]
