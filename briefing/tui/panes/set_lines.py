"""The lines of a passage in the form it is set in, kept for as long as they are likely to be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from briefing.arabic import Direction, Line, Presentation, count_lines, layout
from briefing.reading.forms import PLAIN, Form
from briefing.tui.panes.sheet import KEPT

# Characters from which on a text is kept in a smaller cache.
_LONG = 4096


def lines_of(
    text: str, form: Form, width: int, presentation: Presentation, base: Direction | None
) -> Sequence[Line]:
    """Return the lines of a passage that has `width` cells with its margin."""
    return (_short_lines if len(text) < _LONG else _long_lines)(text, form, width, presentation, base)


def count(text: str, form: Form, width: int) -> int:
    """Return how many lines a passage has that is no row; nothing is laid out, and nothing kept."""
    return count_lines(text, width if form is PLAIN else width - _margin(form, width))


def before(line: Line, text: str, form: Form, width: int) -> int:
    """Return the cells that stand before a line of a passage, at the side that its paragraph begins at."""
    if form is PLAIN:
        return 0
    margin = _margin(form, width)
    if form.kind == "row" and text.find("\t", 0, line.start) >= 0:
        from briefing.tui.panes.table_lines import INSET

        return margin + INSET
    return margin


def _margin(form: Form, width: int) -> int:
    from briefing.tui.panes.margins import margin_of  # most texts have none

    return margin_of(form, width).width


def _lines(
    text: str, form: Form, width: int, presentation: Presentation, base: Direction | None
) -> Sequence[Line]:
    if form is PLAIN:
        return layout(text, width, base, presentation)
    width -= _margin(form, width)
    if form.kind == "row":
        from briefing.tui.panes.table_lines import row_lines

        return row_lines(text, form, width, presentation)
    if form.kind == "code":  # from left to right: so it is filled by nothing, and its digits are its own
        base, presentation = "L", replace(presentation, digits="written", justified=False)
    lines = layout(text, width, base, presentation)
    if form.base == "R":
        from briefing.tui.panes.flush_lines import flush_with

        return flush_with("R", lines, presentation)
    return lines


_short_lines = lru_cache(maxsize=KEPT)(_lines)
_long_lines = lru_cache(maxsize=16)(_lines)
