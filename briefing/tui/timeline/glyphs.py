"""What the marks look like: a shape for each kind of date, filled if stated, hollow if inferred."""

from __future__ import annotations

from typing import Final, Literal

from briefing.tui.timeline.dated import DatedEvent

GlyphRole = Literal["sign", "edge", "extent"]

DAY: Final = ("○", "●")  # inferred, stated
PERIOD: Final = ("◇", "◆")  # at some time between its brackets
SEVERAL: Final = ("◎", "◉")  # more than one event's sign in one cell
OPEN_BRACKET: Final = "├"
CLOSE_BRACKET: Final = "┤"
BAR: Final = "━"
BRACKET_LINE: Final = "─"
SINCE: Final = "▸"
UNTIL: Final = "◂"
PROJECTION: Final = "░"

LINE: Final = "─"
FUTURE_LINE: Final = "┄"
BREAK: Final = "╱╱"
TICK: Final = "┬"


def sign(dated: DatedEvent) -> str:
    """Return the one character that stands for an event in running text."""
    kind = dated.kind
    if kind == "projection":
        return PROJECTION
    return (PERIOD if kind == "period" else DAY)[dated.stated]


def shape(dated: DatedEvent, start: int, end: int) -> list[tuple[int, str, GlyphRole]]:
    """Return the cells of an event's mark.

    Signs say what an event is, edges where it may begin and end, the extent is what lies between.

    Args:
        dated: The event.
        start: The first column of the mark.
        end: Its last column.

    Returns:
        For each cell its column, the character there, and its role.
    """
    kind, point = dated.kind, sign(dated)
    inner = range(start + 1, end)
    if kind == "projection":
        return [(column, point, "extent") for column in range(start, end + 1)]
    if start == end:
        return [(start, point, "sign")]
    if kind == "since":
        return [(start, point, "sign"), *((column, SINCE, "edge") for column in range(start + 1, end + 1))]
    if kind == "until":
        return [*((column, UNTIL, "edge") for column in range(start, end)), (end, point, "sign")]
    if kind == "range":
        bar: list[tuple[int, str, GlyphRole]] = [(column, BAR, "edge") for column in inner]
        return [(start, point, "sign"), *bar, (end, point, "sign")]
    middle = (start + end) // 2
    line: list[tuple[int, str, GlyphRole]] = [(c, BRACKET_LINE, "extent") for c in inner if c != middle]
    edges: list[tuple[int, str, GlyphRole]] = [(start, OPEN_BRACKET, "edge"), (end, CLOSE_BRACKET, "edge")]
    return [cell for cell in (*line, *edges) if cell[0] != middle] + [(middle, point, "sign")]
