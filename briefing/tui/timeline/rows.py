"""A row of the timeline: what is painted in it, and what a click on it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from briefing.arabic import AS_WRITTEN, Direction, Line, Presentation, layout
from briefing.settings.words import in_use
from briefing.tui.painting import Highlight, row


class EventColumns(NamedTuple):
    """The columns `start` to `end`, both included, belong to the event of that index."""

    start: int
    end: int
    event_index: int


class LaidRow(NamedTuple):
    """Segments, from the start of the row on; what is missing of the width is blank, up to `end`.

    `drawn`: they run as time does, from the start of the row, each segment a word or a drawing: so they are
    reflected in a mirrored interface. Others are laid out already.
    """

    segments: tuple[Segment, ...]
    clickable: tuple[EventColumns, ...] = ()
    drawn: bool = False
    end: tuple[Segment, ...] = ()

    def events_at(self, column: int) -> list[int]:
        """Return the events under a column, the one that takes the least room there first."""
        found = [one for one in self.clickable if one.start <= column <= one.end]
        return [one.event_index for one in sorted(found, key=lambda one: one.end - one.start)]


def own_rows(
    text: str, width: int, style: Style, highlights: Sequence[Highlight] = ()
) -> Iterator[list[Segment]]:
    """Yield words of the program wrapped, from the start of the row on, `width` cells to the row."""
    for line in _wrapped(text, width, "R" if in_use().mirrored else "L"):
        yield row(line, width, style, highlights)


def english_rows(
    text: str, width: int, style: Style, highlights: Sequence[Highlight] = ()
) -> Iterator[list[Segment]]:
    """Yield a text of the document wrapped, left-aligned, `width` cells to the row."""
    for line in _wrapped(text, width, "L"):
        yield row(line, width, style, highlights)


def arabic_rows(
    text: str, width: int, style: Style, presentation: Presentation, highlights: Sequence[Highlight] = ()
) -> Iterator[list[Segment]]:
    """Yield an Arabic text wrapped, flush right, `width` cells to the row."""
    for line in _wrapped(text, width, "R", presentation):
        yield row(line, width, style, highlights)


@lru_cache(maxsize=1024)
def _wrapped(
    text: str, width: int, base: Direction, presentation: Presentation = AS_WRITTEN
) -> tuple[Line, ...]:
    return tuple(layout(text, width, base, presentation)) if text else ()


def blank(width: int, style: Style) -> Segment:
    """Return that many blank cells."""
    return Segment(" " * max(0, width), style)
