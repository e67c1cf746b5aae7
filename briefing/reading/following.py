"""Where the entries of a list stand in another state of that list, told by what they say."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cached_property
from typing import Final

# Neighbours that are looked at on either side of an entry that is gone, at most.
_AROUND: Final = 1000


class Following:
    """Follows entries from the list `before` to the list `after`. Entries are equal if they say the same.

    Of several that say the same, the first is the first one again, and so on; if there are more or fewer of
    them than before, it is the nearest.
    """

    def __init__(self, before: Sequence[Hashable], after: Sequence[Hashable]) -> None:
        self._before, self._after = before, after

    def same(self, index: int) -> int | None:
        """Return where the entry stands that says the same; None if there is none."""
        if self._is_unchanged:
            return index
        entry = self._before[index]
        there = self._places.get(entry)
        if there is None:
            return None
        here = self._former[entry]
        if len(here) == len(there):
            return there[here.index(index)]
        return min(there, key=lambda place: abs(place - index))

    def beside(self, index: int) -> int | None:
        """Return where the entry stands, or where it would: beside what it stood beside. None: in no list."""
        if not self._after:
            return None
        same = self.same(index)
        if same is not None:
            return same
        last = len(self._after) - 1
        for distance in range(1, min(_AROUND, len(self._before)) + 1):
            if index >= distance and (behind := self.same(index - distance)) is not None:
                return min(behind + distance, last)
            if index + distance < len(self._before):
                ahead = self.same(index + distance)
                if ahead is not None:
                    return max(ahead - distance, 0)
        return min(index, last)

    @cached_property
    def _is_unchanged(self) -> bool:
        return self._before == self._after

    @cached_property
    def _former(self) -> dict[Hashable, list[int]]:
        return _by_entry(self._before)

    @cached_property
    def _places(self) -> dict[Hashable, list[int]]:
        return _by_entry(self._after)


def _by_entry(entries: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for index, entry in enumerate(entries):
        found.setdefault(entry, []).append(index)
    return found
