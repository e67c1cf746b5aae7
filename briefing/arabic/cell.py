"""One cell of the grid, or the few that a cluster takes: what is painted, and which words it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, NamedTuple


class Cell(NamedTuple):
    """One cluster on the screen: `text`, over `width` cells, shows `[start:end]` of what was laid out."""

    text: str
    width: int
    start: int
    end: int
    rtl: bool


#: A cell of its five fields: thrice as fast as `Cell(...)`.
make_cell: Final[Callable[[Iterable[object]], Cell]] = partial(tuple.__new__, Cell)
