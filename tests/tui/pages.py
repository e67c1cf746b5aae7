"""The article's pane, row by row: which paragraph's line is painted where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style

from briefing.arabic import Line, layout
from briefing.document import Briefing, Section
from tests.tui.cells import Cell, cells_of

_NUMBER = re.compile(r"¶(\d+)\s*$")


class Shown(NamedTuple):
    """One row of the article's pane: a line of paragraph `number`, painted in the cells `[left:right]`.

    The blank row under a paragraph has no line; rows under the last one have no number either.
    """

    number: int | None = None
    line: Line | None = None
    left: int = 0
    right: int = 0


@lru_cache(maxsize=4096)
def _lines(text: str, width: int) -> list[Line]:
    return layout(text, width)


def whole(section: Section, briefing: Briefing, width: int) -> Iterator[Shown]:
    """All rows of a section laid out in lines of `width` cells."""
    for number in section.paragraphs:
        for line in _lines(briefing.paragraph(number).text, width):
            yield Shown(number, line)
        yield Shown(number)


def places(rows: Iterable[Shown]) -> list[tuple[int, int]]:
    """The lines of these rows: the paragraph of each, and where in its text it begins."""
    return [(row.number, row.line.start) for row in rows if row.line is not None and row.number is not None]


def find_page(
    painted: list[list[Cell]], edge: int, section: Section, briefing: Briefing, widths: Iterable[int]
) -> tuple[int, list[Shown]] | None:
    """The width of the lines (one of `widths`) and the rows that these cells of a pane show; None if no such.

    They begin at the window's column `edge`.
    """
    rows = ["".join(cell.text for cell in row[:-1]) for row in painted]
    numbers = [match and int(match[1]) for match in map(_NUMBER.search, rows)]
    texts = [_NUMBER.sub("", row).strip() for row in rows]
    for width in widths:
        lines = list(whole(section, briefing, width))
        for start in range(len(lines)):
            found = lines[start : start + len(texts)]
            found += [Shown()] * (len(texts) - len(found))
            if all(map(_is_painted, found, texts, numbers)):
                right = edge + max(len(_columns(_NUMBER.sub("", row).rstrip())) for row in rows)
                return width, [
                    row._replace(left=right - row.line.width, right=right) if row.line else row
                    for row in found
                ]
    return None


def _is_painted(row: Shown, text: str, number: int | None) -> bool:
    if row.line is None:
        return not text and number is None
    first = row.line.start == 0
    return row.line.text.strip() == text and number == (row.number if first else None)


def _columns(text: str) -> list[Cell]:
    return cells_of(((text, Style.null()),))
