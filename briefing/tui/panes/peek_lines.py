"""The quotes under a claim, right to left, each with the number of its paragraph at its right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style

from briefing.arabic import Line, Presentation, layout
from briefing.document.citing import cited
from briefing.reading.peeking import Quoted
from briefing.tui.painting import Highlight, row
from briefing.tui.panes.cross_references import leading_to
from briefing.tui.panes.sheet import KEPT, Looks


@lru_cache(maxsize=KEPT)
def peek_lines(
    text: str, quotes: tuple[Quoted, ...], width: int, presentation: Presentation
) -> tuple[Line, ...]:
    """Return the lines of a claim with its quotes: the quotes leave room for the numbers.

    Args:
        text: The claim, and its quotes under it.
        quotes: Where they stand in the text.
        width: Cells of a line of the claim.
        presentation: How it is painted.
    """
    first = quotes[0].start
    claim = [line for line in layout(text, width, presentation=presentation) if line.start < first]
    narrow = max(1, width - numbers_width(quotes))
    return (
        *claim,
        *(line for line in layout(text, narrow, presentation=presentation) if line.start >= first),
    )


def numbers_width(quotes: Sequence[Quoted]) -> int:
    """Return the cells that the numbers and the blank before them take."""
    return 1 + max(len(cited([quote.number])) for quote in quotes)


def quote_segments(
    line: Line,
    quotes: Sequence[Quoted],
    width: int,
    looks: Looks,
    style: Style,
    selected: Sequence[Highlight],
) -> tuple[Segment, ...]:
    """Return a line of a quote in exactly `width` cells; its first has the number, which leads there."""
    quote = next(quote for quote in reversed(quotes) if quote.start <= line.start)
    aside = numbers_width(quotes)
    text = row(line, max(1, width - aside), style + looks["lit"], selected)
    blank = [Segment(piece.text, style) if piece.text.isspace() and piece.text else piece for piece in text]
    if line.start != quote.start:
        return (*blank, Segment(" " * aside, style))
    number = cited([quote.number])
    shown = Segment(number, style + looks["dim"] + leading_to(quote.number))
    return (*blank, Segment(" ", style), shown, Segment(" " * (aside - 1 - len(number)), style))
