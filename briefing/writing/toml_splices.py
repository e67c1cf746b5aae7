"""Changes of a text that are all made at once: slices of it, and what takes their place."""

from __future__ import annotations

from typing import NamedTuple


class Splice(NamedTuple):
    """What takes the place of `[start:end]`."""

    start: int
    end: int
    new: str


class Overlap(Exception):  # noqa: N818 - it says what there is
    """Two changes are about the same words."""


class Splices:
    """Changes of `text`. What is put in at one place stands there in the order in which it came."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all: list[Splice] = []

    def put(self, start: int, end: int, new: str) -> None:
        """Have `new` in the place of `[start:end]`."""
        self._all.append(Splice(start, end, new))

    def take(self, start: int, end: int) -> None:
        """Have `[start:end]` taken out; it may meet other parts that are."""
        for one in [*self._all]:
            if not one.new and one.start <= end and start <= one.end:
                self._all.remove(one)
                start, end = min(start, one.start), max(end, one.end)
        self._all.append(Splice(start, end, ""))

    def part(self, start: int, end: int) -> str:
        """Return `[start:end]` with the changes inside it, which are done with. Raises Overlap."""
        inside = [one for one in self._all if start <= one.start and one.end <= end]
        self._all = [one for one in self._all if one not in inside]
        made: list[str] = []
        at = start
        for one in sorted(inside, key=lambda one: (one.start, one.end > one.start)):
            if one.start < at:
                raise Overlap
            made += [self._text[at : one.start], one.new]
            at = one.end
        return "".join([*made, self._text[at:end]])

    def result(self) -> str:
        """Return the whole text with all changes. Raises Overlap."""
        return self.part(0, len(self._text))
