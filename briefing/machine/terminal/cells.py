"""Rows of painted cells, between what an application painted and what is sent for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

if TYPE_CHECKING:
    from rich.style import Style

#: What a strategy may have to treat: letters and digits of right-to-left scripts (bidi classes R, AL, AN).
RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class SentCell(NamedTuple):
    """What one place on the screen holds: a base character with its marks, `width` cells wide.

    Or a stretch of ASCII from a blank to a blank, which is no right-to-left text's neighbour.
    """

    text: str
    style: Style | None
    width: int = 1

    @property
    def is_rtl(self) -> bool:
        """Whether a terminal that orders text would read it from right to left."""
        return self.text[0] > "\u0590" and unicodedata.bidirectional(self.text[0]) in ("R", "AL", "AN")


def cells_of(segments: Iterable[Segment]) -> list[SentCell]:
    """The cells of a row, from left to right. Marks go to the cell before them; controls are left out."""
    cells: list[SentCell] = []
    for text, style, control in segments:
        if control:
            continue
        if text.isascii():
            cells += _ascii_cells(text, style)
        else:
            _add(cells, text, style)
    return cells


def _ascii_cells(text: str, style: Style | None) -> list[SentCell]:
    first, last = text.find(" ", 1), text.rfind(" ", 0, len(text) - 1)
    if not 0 < first < last:
        return [SentCell(character, style) for character in text]
    cells = [SentCell(character, style) for character in text[:first]]
    cells.append(SentCell(text[first : last + 1], style, last + 1 - first))
    cells += [SentCell(character, style) for character in text[last + 1 :]]
    return cells


def _add(cells: list[SentCell], text: str, style: Style | None) -> None:
    for character in text:
        width = cell_len(character)
        if width:
            cells.append(SentCell(character, style, width))
        elif cells:
            last = cells[-1]
            cells[-1] = last._replace(text=last.text + character)
        else:
            cells.append(SentCell(" " + character, style))


def segments_of(cells: Iterable[SentCell]) -> Iterator[Segment]:
    """The cells as segments, neighbours of one style joined."""
    pending: list[str] = []
    current: Style | None = None
    for cell in cells:
        if cell.style != current and pending:
            yield Segment("".join(pending), current)
            pending.clear()
        current = cell.style
        pending.append(cell.text)
    if pending:
        yield Segment("".join(pending), current)
