"""A text of any length, measured as far as is asked for, chunk by chunk (see `measuring`).

Chunks end where what is on one side does not change how the other is measured.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import Final

from briefing.arabic.characters import LRO
from briefing.arabic.measuring import measure

#: Characters of a chunk, which may have some more.
CHUNK_LENGTH = 4096
# Where neither kind of end (below) is found, a chunk ends after so many more lengths, anywhere.
_MAX_LENGTHS: Final = 8

_LETTER: Final = "[A-Za-z\u05d0-\u05ea\u0621-\u063a\u0641-\u064a]"
_HAN: Final = "[\u4e00-\u9fff]"
# Where a chunk may end: after the end of a paragraph or a space between letters; if there is none, between
# two letters or two ideographs.
_PREFERRED_ENDS: Final = f"[\n\x1c-\x1e\x85\u2029]|(?<={_LETTER}) (?={_LETTER})"
_FALLBACK_ENDS: Final = f"(?<={_LETTER})(?<!\u0644)(?={_LETTER})|(?<={_HAN})(?={_HAN})"


class MeasuredText:
    """A text, and as much of it as was measured.

    Args:
        text: The text, of any number of paragraphs.

    Attributes:
        text: The text.
        keep: Whether chunks are kept. If not, those before the index that `measured` was last asked for are
            dropped.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = array("Q")
        self._chunks: list[bytes] = []
        self._end = 0
        self.keep = True
        self._dropped = 0
        self._whole = LRO in text  # an override holds for the rest of its paragraph

    def measure_up_to(self, count: int) -> int:
        """Measure the first `count` chunks, or all if there are fewer; return how many of them there are."""
        while len(self._chunks) < count and (self._end < len(self.text) or not self._chunks):
            start, self._end = self._end, self._next_chunk_end()
            self._starts.append(start)
            # With one more character it is known whether a line may break after the last.
            measured = measure(self.text[start : self._end + 1])
            self._chunks.append(measured[: self._end - start])
        return min(count, len(self._chunks))

    def is_all(self, count: int) -> bool:
        """Return whether the first `count` chunks, which were measured, are the whole text."""
        return self._end == len(self.text) and count == len(self._chunks)

    def measured(self, start: int, count: int) -> bytes:
        """Return the measured text from index `start` to the end of the first `count` chunks."""
        first = max(0, bisect_right(self._starts, start) - 1)
        if not self.keep:
            self._chunks[self._dropped : first] = [b""] * (first - self._dropped)
            self._dropped = max(self._dropped, first)
        return b"".join(self._chunks[first:count])[start - self._starts[first] :]

    def forget(self) -> None:
        """Drop what was measured. If it is asked for it is measured again, and kept."""
        self._starts, self._chunks, self._end = array("Q"), [], 0
        self.keep, self._dropped = True, 0

    def _next_chunk_end(self) -> int:
        """Return the index where the chunk after the last one ends."""
        start = self._end + CHUNK_LENGTH
        if start >= len(self.text) or self._whole:
            return len(self.text)
        last = start + _MAX_LENGTHS * CHUNK_LENGTH
        for pattern, stop in ((_PREFERRED_ENDS, start + CHUNK_LENGTH), (_FALLBACK_ENDS, last)):
            # Compiled, and kept by `re`, only where a text is long enough.
            match = re.compile(pattern).search(self.text, start, stop)
            if match:
                return match.end()
        return min(len(self.text), last)
