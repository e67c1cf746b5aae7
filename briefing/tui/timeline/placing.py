"""Placing labels beside what they label: the cheapest arrangement in which none collides with another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

_BETWEEN: Final = 2  # columns between two labels of a row, at the least
_SLACK: Final = 2  # a label may end that many columns before its mark, or begin as many after it
_LIST_SLACK: Final = 8  # each date in a list may be that many columns further away for each other one
_LONGEST_LIST: Final = 6  # dates
_KEPT: Final = 16  # arrangements followed at a time
# What it costs...
_DROPPED: Final = 30.0  # to leave a date out
_LISTED: Final = 4.0  # to name a date in a list, and not in a label of its own
_OFF: Final = 2.0  # to miss the mark, for each column
_MOVED: Final = 0.25  # to be away from the middle of the mark, for each column


class Wish(NamedTuple):
    """A date to be labelled: its `events`, the columns `start` to `end` (included) of their marks.

    `label` is what it is called by itself, `words` what it is made of for a list of dates. `rows` is what it
    costs to have the label in each row.
    """

    events: tuple[int, ...]
    label: str
    words: tuple[str, ...]
    start: int
    end: int
    rows: tuple[float, ...]


class LabelPiece(NamedTuple):
    """A part of a label that names the date of `events`: `text` from column `start` on."""

    events: tuple[int, ...]
    text: str
    start: int

    @property
    def end(self) -> int:
        """Its last column."""
        return self.start + len(self.text) - 1


class Label(NamedTuple):
    """A label in row 0 (above the axis) or 1: one date, or a list of some that follow on one another."""

    row: int
    pieces: tuple[LabelPiece, ...]

    @property
    def start(self) -> int:
        """Its first column."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Its last column."""
        return self.pieces[-1].end


#: Says what each of some dates is called in one label (None: they cannot be listed), and what is between.
Naming = Callable[[Sequence[Wish]], list[str] | None]


class _Worded(NamedTuple):
    """Dates and what each is called in a label that names them all; `offsets` are columns inside it."""

    wishes: tuple[Wish, ...]
    texts: tuple[str, ...]
    offsets: tuple[int, ...]
    width: int

    def at(self, row: int, start: int) -> Label:
        """Return the label that begins in a column."""
        parts = zip(self.wishes, self.texts, self.offsets, strict=True)
        return Label(
            row, tuple(LabelPiece(wish.events, text, start + offset) for wish, text, offset in parts)
        )

    @property
    def reach(self) -> tuple[int, int]:
        """The first and the last column it may begin in, so that every date is near its mark."""
        slack = _SLACK + _LIST_SLACK * (len(self.wishes) - 1)
        parts = [*zip(self.wishes, self.texts, self.offsets, strict=True)]
        first = max(wish.start - slack - len(text) + 1 - offset for wish, text, offset in parts)
        return max(0, first), min(wish.end + slack - offset for wish, _, offset in parts)

    @property
    def wished(self) -> int:
        """The column it had best begin in: its middle over the middle of the marks."""
        return (self.wishes[0].start + self.wishes[-1].end + 1 - self.width) // 2

    def cost(self, row: int, start: int) -> float:
        """Return what it costs to have the label begin in a column of a row."""
        first, last = self.wishes[0].start, max(wish.end for wish in self.wishes)
        missed = max(0, first - (start + self.width - 1), start - last)
        rows = sum(wish.rows[row] for wish in self.wishes)
        listed = _LISTED * (len(self.wishes) - 1)
        return rows + listed + _OFF * missed + _MOVED * abs(start - self.wished)


class _Placed(NamedTuple):
    """A label and those before it, which arrangements that grew out of one another share."""

    label: Label
    before: _Placed | None


class _Arrangement(NamedTuple):
    """Labels placed so far, and in each row the first column that is free."""

    cost: float
    placed: _Placed | None
    free: tuple[int, ...]

    @property
    def labels(self) -> list[Label]:
        """All labels, in the order they were placed in."""
        labels = []
        placed = self.placed
        while placed is not None:
            labels.append(placed.label)
            placed = placed.before
        return labels[::-1]


def arranged(wishes: Sequence[Wish], width: int, comma: str, naming: Naming) -> list[Label]:
    """Return labels for the wishes, with blanks between them; a date that fits nowhere is left out.

    Dates that follow on one another may share a label. Each touches its mark, or nearly so.

    Args:
        wishes: A wish for each date, in the order of their marks.
        width: Columns there are.
        comma: What stands between the dates of one label.
        naming: Makes the words of a label for dates that share it, if there are any.
    """
    rows = len(wishes[0].rows) if wishes else 1
    reached: list[dict[tuple[int, ...], _Arrangement]] = [{} for _ in range(len(wishes) + 1)]
    reached[0] = {(0,) * rows: _Arrangement(0, None, (0,) * rows)}

    def keep(arrangement: _Arrangement, count: int) -> None:
        known = reached[count].get(arrangement.free)  # what follows depends on nothing else
        if known is None or arrangement.cost < known.cost:
            reached[count][arrangement.free] = arrangement

    for at in range(len(wishes)):
        best = sorted(reached[at].values(), key=lambda arrangement: arrangement.cost)[:_KEPT]
        for arrangement in best:
            keep(arrangement._replace(cost=arrangement.cost + _DROPPED), at + 1)
        for worded in _worded(wishes[at : at + _LONGEST_LIST], comma, naming):
            for grown in _grown(best, worded, width):
                keep(grown, at + len(worded.wishes))
    return min(reached[-1].values(), key=lambda arrangement: arrangement.cost).labels


def _worded(wishes: Sequence[Wish], comma: str, naming: Naming) -> Iterator[_Worded]:
    """Yield the labels for the first wish, for the first two, and so on, if they can be listed."""
    for count in range(1, len(wishes) + 1):
        texts = naming(wishes[:count])
        if texts is None:
            continue
        offsets, offset = [], 0
        for text in texts:
            offsets.append(offset)
            offset += len(text) + len(comma)
        yield _Worded(tuple(wishes[:count]), tuple(texts), tuple(offsets), offset - len(comma))


def _grown(best: Sequence[_Arrangement], worded: _Worded, width: int) -> Iterator[_Arrangement]:
    """Yield each arrangement with one more label, in each row and column worth a try."""
    (first, last), wished = worded.reach, worded.wished
    last = min(last, width - worded.width)
    cost, label = cache(worded.cost), cache(worded.at)
    for arrangement in best:
        for row, free in enumerate(arrangement.free):
            lowest = max(first, free)
            if lowest > last:
                continue
            for start in {lowest, min(max(wished, lowest), last)}:
                taken = list(arrangement.free)
                taken[row] = start + worded.width + _BETWEEN
                placed = _Placed(label(row, start), arrangement.placed)
                yield _Arrangement(arrangement.cost + cost(row, start), placed, tuple(taken))
