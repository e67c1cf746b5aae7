"""The legend: what the marks of the axis mean."""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.segment import Segment

from briefing.settings.words import in_use, say
from briefing.tui.panes.row import reflected
from briefing.tui.timeline.rows import own_rows
from briefing.tui.timeline.timeline_looks import TimelineLooks


class LegendEntry(NamedTuple):
    """Signs, what they mean in a word, and in full."""

    signs: str
    word: str
    meaning: str


# Every sign of the timeline, in the order of a legend, and the id of the words for it.
_SIGNS: Final = (
    ("●", "day"),
    ("├◆┤", "period"),
    ("●━●", "range"),
    ("● ◆", "stated"),
    ("○ ◇", "inferred"),
    ("┄░░", "projection"),
    ("◎ ◉", "several"),
    ("╱╱", "gap"),
)
# Signs that explain themselves beside a date, and stand in the help only.
_MORE_SIGNS: Final = (
    ("●▸", "since"),
    ("◂●", "until"),
    ("┬", "tick"),
    ("?", "uncertain"),
    ("c.", "circa"),
    ("×5", "count"),
    ("↑↓↕", "more"),
)
_EXPENDABLE: Final = ("several", "stated")  # the first to go where a line has no room for all


def legend() -> tuple[LegendEntry, ...]:
    """Return every sign of the timeline, and what it means."""
    return tuple(_entry(signs, name) for signs, name in _SIGNS)


def whole_legend() -> tuple[tuple[str, str], ...]:
    """Return all signs that are to be seen in the timeline, those in its dates too, with their meanings."""
    own = [(entry.signs, entry.meaning) for entry in legend()]
    return (*own, *((signs, say(f"sign.{name}")) for signs, name in _MORE_SIGNS))


def _entry(signs: str, name: str) -> LegendEntry:
    return LegendEntry(signs, say(f"sign.{name}.word"), say(f"sign.{name}"))


def legend_line(width: int, looks: TimelineLooks) -> list[Segment]:
    """Return the legend in one row of at most `width` cells; empty if not even the main signs have room.

    Segments run from the start of the row.
    """
    names = [name for _, name in _SIGNS]
    for dropped in ("", *_EXPENDABLE):
        names = [name for name in names if name != dropped]
        entries = [_entry(signs, name) for signs, name in _SIGNS if name in names]
        size = sum(len(entry.signs) + 1 + len(entry.word) for entry in entries)
        between = (width - size) // (len(entries) - 1)
        if between >= 2:
            break
    else:
        return []
    segments: list[Segment] = []
    for entry in entries:
        if segments:
            segments.append(Segment(" " * min(between, 3), looks.muted))
        segments += [Segment(entry.signs, looks.label), Segment(" ", looks.muted)]
        segments.append(Segment(entry.word, looks.muted))
    return segments


def legend_rows(width: int, looks: TimelineLooks) -> list[list[Segment]]:
    """Return the legend as a list, in rows of at most `width` cells: signs, and what they mean wrapped."""
    indent = max(len(entry.signs) for entry in legend()) + 1
    rows: list[list[Segment]] = []
    for entry in legend():
        signs = entry.signs
        for meaning in own_rows(entry.meaning, max(1, width - indent), looks.muted):
            rows.append(_listed(signs, indent, meaning, looks))
            signs = ""
    return rows


def _listed(signs: str, indent: int, meaning: list[Segment], looks: TimelineLooks) -> list[Segment]:
    if in_use().mirrored:
        return [*meaning, *reflected([Segment(signs.ljust(indent), looks.label)])]
    return [Segment(signs.ljust(indent), looks.label), *meaning]
