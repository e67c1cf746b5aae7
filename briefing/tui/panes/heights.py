"""How many rows each item under one another takes: exact where it was measured, a guess elsewhere."""

from __future__ import annotations


class Heights:
    """The heights of `count` items, in rows, and where each begins. What is not measured takes `guess` rows.

    Setting a height and finding a place take a number of steps that grows with the logarithm of `count` (a
    Fenwick tree of what each item differs from the guess by, without the zeros): making it takes no time.
    """

    def __init__(self, count: int, guess: int = 1) -> None:
        self.count = count
        self.guess = guess
        self.total = count * guess  # rows of all items
        self._measured = bytearray(count)
        self.left = count  # items that are not measured
        self._sums: dict[int, int] = {}
        self._top_bit = 1 << count.bit_length() >> 1
        self._found = (0, 0, 0)  # the item looked at last, its first row, the row behind it

    @property
    def all_measured(self) -> bool:
        """Whether nothing is a guess."""
        return not self.left

    def is_measured(self, index: int) -> bool:
        """Whether the height of that item is known."""
        return bool(self._measured[index])

    def next_unmeasured(self, start: int) -> int:
        """The first item from `start` on that is not measured, -1 if there is none."""
        return self._measured.find(0, start)

    def set(self, index: int, height: int) -> int:
        """Set how many rows an item takes, once; returns the difference from the guess."""
        if self._measured[index]:
            return 0
        self._measured[index] = 1
        self.left -= 1
        change = height - self.guess
        if change:
            self.total += change
            self._found = (0, 0, 0)
            at = index + 1
            while at <= self.count:
                self._sums[at] = self._sums.get(at, 0) + change
                at += at & -at
        return change

    def grow(self, count: int) -> None:
        """Have more items, up to `count`, none of them measured."""
        before, more = self.count, count - self.count
        if more <= 0:
            return
        # The sums that take in items from before as well as new ones.
        at = before + (before & -before)
        while before and at <= count:
            rows = self.top(before) - self.top(at - (at & -at)) - (before - at + (at & -at)) * self.guess
            if rows:
                self._sums[at] = rows
            at += at & -at
        self.count = count
        self.total += more * self.guess
        self.left += more
        self._measured.extend(bytes(more))
        self._top_bit = 1 << count.bit_length() >> 1
        self._found = (0, 0, 0)

    def top(self, index: int) -> int:
        """The row at which an item begins; of `count`, the row behind the last."""
        found, start, stop = self._found
        if stop and index == found:
            return start
        if stop and index == found + 1:
            return stop
        row, at = index * self.guess, index
        while at and self._sums:
            row += self._sums.get(at, 0)
            at &= at - 1
        return row

    def height(self, index: int) -> int:
        """The rows of an item."""
        return self.top(index + 1) - self.top(index)

    def at(self, row: int) -> tuple[int, int]:
        """The item that a row belongs to, and the row inside it; past the end, the last item."""
        found, start, stop = self._found
        if start <= row < stop:
            return found, row - start
        index, first, bit = 0, 0, self._top_bit
        while bit:
            beyond = index + bit
            if beyond <= self.count:
                start = first + bit * self.guess + self._sums.get(beyond, 0)
                if start <= row:
                    index, first = beyond, start
            bit >>= 1
        if index >= self.count:
            index = max(0, self.count - 1)
            return index, row - self.top(index)
        stop = self.top(index + 1)
        self._found = (index, first, stop)
        return index, row - first
