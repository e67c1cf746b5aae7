"""A text of any length, measured stretch by stretch as far as it is asked for, whatever the width.

The stretches end where neither side matters to how the other is measured.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import Final

from briefing.arabic.characters import LRO
from briefing.arabic.measuring import measure

#: Characters of a stretch, or some more.
STRETCH = 4096
# So many stretches of characters are searched for a place to end, before one that may matter is taken.
_ENOUGH: Final = 8

_LETTER: Final = "[A-Za-z\u05d0-\u05ea\u0621-\u063a\u0641-\u064a]"
_HAN: Final = "[\u4e00-\u9fff]"
# Behind the end of a paragraph, or behind a space between letters; else between two letters or ideographs.
_GOOD: Final = f"[\n\x1c-\x1e\x85\u2029]|(?<={_LETTER}) (?={_LETTER})"
_FAIR: Final = f"(?<={_LETTER})(?<!\u0644)(?={_LETTER})|(?<={_HAN})(?={_HAN})"


class MeasuredText:
    """`text` as `measure` has it, in stretches.

    While it does not `keep` them, those before the place asked for last are let go of.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = array("Q")
        self._stretches: list[bytes] = []
        self._end = 0
        self.keep = True
        self._gone = 0
        self._whole = LRO in text  # an override holds for the rest of its paragraph

    def reach(self, count: int) -> int:
        """Measure `count` stretches from the text's start, or as many as there are: how many that is."""
        while len(self._stretches) < count and (self._end < len(self.text) or not self._stretches):
            start, self._end = self._end, self._next_end()
            self._starts.append(start)
            # One character more tells whether a line may end behind the last.
            measured = measure(self.text[start : self._end + 1])
            self._stretches.append(measured[: self._end - start])
        return min(count, len(self._stretches))

    def is_all(self, count: int) -> bool:
        """Whether `count` stretches, all of them measured, are the whole text."""
        return self._end == len(self.text) and count == len(self._stretches)

    def measured(self, start: int, count: int) -> bytes:
        """What is measured from character `start` on, in the first `count` stretches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        if not self.keep:
            self._stretches[self._gone : first] = [b""] * (first - self._gone)
            self._gone = max(self._gone, first)
        return b"".join(self._stretches[first:count])[start - self._starts[first] :]

    def forget(self) -> None:
        """Let go of what was measured; it is measured again if it is asked for, and kept."""
        self._starts, self._stretches, self._end = array("Q"), [], 0
        self.keep, self._gone = True, 0

    def _next_end(self) -> int:
        start = self._end + STRETCH
        if start >= len(self.text) or self._whole:
            return len(self.text)
        for pattern, behind in ((_GOOD, start + STRETCH), (_FAIR, start + _ENOUGH * STRETCH)):
            # Compiled, and kept by `re`, only where a text is long enough.
            place = re.compile(pattern).search(self.text, start, behind)
            if place:
                return place.end()
        return min(len(self.text), start + _ENOUGH * STRETCH)
