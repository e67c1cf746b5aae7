"""The legend: what the marks of the axis mean."""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.segment import Segment

from briefing.reader.timeline.palette import Palette
from briefing.reader.timeline.rows import english_rows


class Entry(NamedTuple):
    """Signs, what they mean in a word, and in full."""

    signs: str
    word: str
    meaning: str


#: Every sign of the timeline, in the order of a legend.
LEGEND: Final = (
    Entry("●", "day", "on that day"),
    Entry("├◆┤", "month or year", "at some time in that month or year"),
    Entry("●━●", "range", "from the one day to the other"),
    Entry("● ◆", "stated", "filled: the text states the date"),
    Entry("○ ◇", "inferred", "hollow: the date, or its year, is inferred"),
    Entry("┄░░", "projection", "expected then"),
    Entry("◎ ◉", "several", "more than one event at this place"),
    Entry("╱╱", "gap", "a long time left out; on either side the scale may differ"),
)

_EXPENDABLE: Final = ("several", "stated")  # the first to go where a line has no room for all


def legend_line(width: int, palette: Palette) -> list[Segment]:
    """Return the legend in one row of at most `width` cells; empty if not even the main signs have room."""
    entries = list(LEGEND)
    for dropped in ("", *_EXPENDABLE):
        entries = [entry for entry in entries if entry.word != dropped]
        size = sum(len(entry.signs) + 1 + len(entry.word) for entry in entries)
        between = (width - size) // (len(entries) - 1)
        if between >= 2:
            break
    else:
        return []
    segments: list[Segment] = []
    for entry in entries:
        if segments:
            segments.append(Segment(" " * min(between, 3), palette.muted))
        segments += [Segment(entry.signs, palette.label), Segment(f" {entry.word}", palette.muted)]
    return segments


def legend_rows(width: int, palette: Palette) -> list[list[Segment]]:
    """Return the legend as a list, in rows of at most `width` cells: signs, and what they mean wrapped."""
    indent = max(len(entry.signs) for entry in LEGEND) + 1
    rows: list[list[Segment]] = []
    for entry in LEGEND:
        signs = entry.signs
        for meaning in english_rows(entry.meaning, max(1, width - indent), palette.muted):
            rows.append([Segment(signs.ljust(indent), palette.label), *meaning])
            signs = ""
    return rows
