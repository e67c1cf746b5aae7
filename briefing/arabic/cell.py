"""A painted cluster: what is painted, over how many cells, and for which characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, NamedTuple


class Cell(NamedTuple):
    """One cluster as it is painted, over one or more cells of the grid.

    Attributes:
        text: What is painted, without controls and invisible format characters.
        width: The number of cells it takes, at least 1.
        start: The index of the first character it shows, in the text that was laid out.
        end: The index after the last one.
        rtl: Whether its level is odd, that is, whether it is in a run from right to left (UAX #9).
    """

    text: str
    width: int
    start: int
    end: int
    rtl: bool


#: Makes a cell of its five fields, three times as fast as `Cell(...)`.
make_cell: Final[Callable[[Iterable[object]], Cell]] = partial(tuple.__new__, Cell)
