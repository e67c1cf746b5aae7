"""Placing labels beside what they label: the cheapest arrangement in which none collides with another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_SLACK: Final = 2  # a label may end that many columns before its mark, or begin as many after it
_KEPT: Final = 24  # arrangements followed at a time
# What it costs...
_DROPPED: Final = 30.0  # to leave a label out
_OFF: Final = 2.0  # to miss the mark, for each column
_MOVED: Final = 0.25  # to be away from the middle of the mark, for each column


class Label(NamedTuple):
    """The label of the event of that place: `text` from column `left` on, in row 0 (above the axis) or 1."""

    place: int
    text: str
    row: int
    left: int

    @property
    def right(self) -> int:
        """Its last column."""
        return self.left + len(self.text) - 1


class Wish(NamedTuple):
    """An event's mark, on the columns `left` to `right`; the forms and rows for its label, with costs."""

    place: int
    left: int
    right: int
    forms: tuple[tuple[str, float], ...]
    rows: tuple[float, ...]


class _Placed(NamedTuple):
    """A label and those before it, which arrangements that grew out of one another share."""

    label: Label
    before: _Placed | None


class _Arrangement(NamedTuple):
    """Labels placed so far, and the last one in each row."""

    cost: float
    placed: _Placed | None
    last: tuple[Label | None, ...]

    def with_label(self, label: Label, cost: float) -> _Arrangement:
        last = (*self.last[: label.row], label, *self.last[label.row + 1 :])
        return _Arrangement(self.cost + cost, _Placed(label, self.placed), last)

    @property
    def labels(self) -> list[Label]:
        """All labels, in the order they were placed in."""
        labels = []
        placed = self.placed
        while placed is not None:
            labels.append(placed.label)
            placed = placed.before
        return labels[::-1]


def place(wishes: list[Wish], width: int) -> list[Label]:
    """Return labels for the wishes (from left to right), in `width` columns, with blanks between them.

    Each touches its mark, or nearly so. A label that fits nowhere is left out.
    """
    rows = max((len(wish.rows) for wish in wishes), default=1)
    best = [_Arrangement(0, None, (None,) * rows)]
    for wish in wishes:
        found: dict[tuple[tuple[int, bool], ...], _Arrangement] = {}
        for arrangement in best:
            without = arrangement._replace(cost=arrangement.cost + _DROPPED)
            for grown in (without, *_grown(arrangement, wish, width)):
                # What follows depends on nothing else.
                ends = tuple(
                    (label.right, _is_bare(label.text)) if label else (-1, True) for label in grown.last
                )
                if ends not in found or grown.cost < found[ends].cost:
                    found[ends] = grown
        best = sorted(found.values(), key=lambda arrangement: arrangement.cost)[:_KEPT]
    return best[0].labels


def _grown(arrangement: _Arrangement, wish: Wish, width: int) -> Iterator[_Arrangement]:
    """Yield the arrangement with the wish's label in each form, row and place worth a try."""
    for row, row_cost in enumerate(wish.rows):
        before = arrangement.last[row]
        for text, form_cost in wish.forms:
            most = width - len(text)
            wished = min(max((wish.left + wish.right + 1 - len(text)) // 2, 0), most)
            free = before.right + (2 if _is_bare(before.text) else 3) if before else 0
            lowest = max(wish.left - len(text) + 1 - _SLACK, free, 0)
            highest = min(wish.right + _SLACK, most)
            for left in {wished, lowest, free, wish.left - len(text) + 1, wish.right}:
                if lowest <= left <= highest:
                    label = Label(wish.place, text, row, left)
                    missed = max(0, wish.left - label.right, left - wish.right)
                    cost = row_cost + form_cost + _MOVED * abs(left - wished) + _OFF * missed
                    yield arrangement.with_label(label, cost)


@lru_cache(maxsize=1024)
def _is_bare(text: str) -> bool:
    """Return whether a label is days without a month: behind it one blank will do (`10 11 Jun`).

    Behind others it will not: `2 Nov 2011` would be read as one date.
    """
    return all(day.isdigit() and len(day) <= 2 for day in text.split("\N{EN DASH}"))
