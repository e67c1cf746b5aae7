"""Painted cells, from the segments of a row."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rich.style import Style
from wcwidth import wcwidth


class Cell(NamedTuple):
    """What is painted in one cell: a character with the marks on it ("" behind a wide one), and its style."""

    text: str
    style: Style


@lru_cache(maxsize=8192)
def cells_of(segments: tuple[tuple[str, Style], ...]) -> list[Cell]:
    cells: list[Cell] = []
    for text, style in segments:
        if cells and text and wcwidth(text[0]) <= 0:  # marks on the letter before
            _append(cells, text, style)
        else:
            cells += _cells(text, style)
    return cells


@lru_cache(maxsize=8192)
def _cells(text: str, style: Style) -> list[Cell]:
    cells: list[Cell] = []
    _append(cells, text, style)
    return cells


def _append(cells: list[Cell], text: str, style: Style) -> None:
    for character in text:
        width = wcwidth(character)
        if width > 0:
            cells += [Cell(character, style), *[Cell("", style)] * (width - 1)]
        elif cells:
            at = -1 if cells[-1].text else -2
            cells[at] = Cell(cells[at].text + character, cells[at].style)
