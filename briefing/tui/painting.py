"""From laid-out lines to what Textual paints: runs of cells in one style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from briefing.arabic import AS_WRITTEN, Direction, Line, Presentation, layout
from briefing.arabic.characters import is_format
from briefing.document import safe_line


def label(text: str) -> str:
    """Document text for a label that Textual paints: without controls or format characters, not laid out.

    As in the article nothing is seen of what orders a text. Where it deceives (an address, a path), let
    `safe_line` name it before.
    """
    return safe_line("".join(character for character in text if not is_format(character)))


# A title of more characters than these, and so many for each cell of its row, is not laid out whole.
_TITLE = 1000
_CHARACTERS_A_CELL = 8


class Highlight(Struct, frozen=True):
    """A style laid over `[start:end]` of the text that was laid out."""

    start: int
    end: int
    style: Style


def line_segments(line: Line, style: Style, highlights: Sequence[Highlight] = ()) -> Iterator[Segment]:
    """The line's cells from left to right, cells of one style joined."""
    if not highlights:
        yield Segment(line.text, style)
        return
    pending: list[str] = []
    current = style
    for cell in line.cells:
        cell_style = style
        for highlight in highlights:
            if cell.start < highlight.end and cell.end > highlight.start:
                cell_style += highlight.style
        if cell_style != current and pending:
            yield Segment("".join(pending), current)
            pending.clear()
        current = cell_style
        pending.append(cell.text)
    if pending:
        yield Segment("".join(pending), current)


def row(line: Line, width: int, style: Style, highlights: Sequence[Highlight] = ()) -> list[Segment]:
    """The line in exactly `width` cells, flush with the side its paragraph begins at."""
    segments = list(line_segments(line, style, highlights))
    missing = width - line.width
    if missing <= 0:
        return segments
    blank = Segment(" " * missing, style)
    return [blank, *segments] if line.base == "R" else [*segments, blank]


@lru_cache(maxsize=1024)
def one_line(
    text: str, width: int, base: Direction | None = None, presentation: Presentation = AS_WRITTEN
) -> Line:
    """`text` as one line of at most `width` cells, its end replaced by an ellipsis if it is longer.

    For titles and labels: white space of any kind counts as one space.
    """
    if len(text) > _CHARACTERS_A_CELL * width + _TITLE:
        text = f"{text[: _CHARACTERS_A_CELL * width + _TITLE]}…"  # no more of it can be seen
    text = " ".join(text.split())
    first, *rest = layout(text, max(1, width), base, presentation)
    if not rest:
        return first
    for end in range(
        first.end, -1, -1
    ):  # the ellipsis takes the paragraph's direction: no clipping afterwards
        kept = text[:end].rstrip()
        lines = layout(f"{kept}…", max(1, width), base or first.base, presentation)
        if len(lines) == 1:
            return lines[0]
    return first
