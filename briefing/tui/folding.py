"""What folds away where the window is short of room: from its size to style-sheet classes and grid rows."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from briefing.settings.choices import Way

#: The smallest window that the panes fit into, in columns and rows.
MIN_COLUMNS: Final = 40
MIN_ROWS: Final = 12

# Columns from which on article and summary stand side by side, then the sidebar too, then at full measure.
_BESIDE: Final = 64
_STANDING: Final = 100
_WIDE: Final = 170
# Rows from which on the timeline shows at all times.
_BOTH: Final = 18
# Rows of the timeline, its frame counted, that show an event with its labels and its text.
_OPEN: Final = 8
# Rows of the panes above it, their frames counted, at the least.
_LEAST: Final = 5


class Folding(Struct, frozen=True):
    """The style-sheet classes of the screen, the rows of its grid, and whether the sidebar lies on top."""

    classes: frozenset[str]
    grid_rows: str
    lying: bool


#: Every class that a folding may set.
CLASSES: Final = (
    *("-single", "-narrow", "-comfortable", "-wide"),
    *("-too-small", "-flat", "-summary", "-timeline", "-alone", "-zen"),
)


def shows_one_pane(columns: int) -> bool:
    """Return whether a window of that width has room for article or summary, not for both."""
    return columns < _BESIDE


def fold(
    columns: int,
    rows: int,
    focus: str | None,
    timeline_rows: int | None,
    *,
    has_sidebar: bool = True,
    way: Way = "side-by-side",
    zen: bool = False,
) -> Folding:
    """The folding for a window of `columns` by `rows` cells.

    `focus` is the id of the pane with the focus; `timeline_rows` what the timeline wants, its frame counted
    (None: not known yet); `has_sidebar`: there are sections to choose from. The pane with the focus is never
    folded away. `way` is how article and summary are read; `zen`: only the text is shown.

    The timeline's rows depend on the window alone, not on the focus or the event at hand: whoever goes there
    and comes back finds every row of the other panes where it was.
    """
    lying = columns < _STANDING
    width = "-single" if shows_one_pane(columns) else "-narrow" if lying else "-comfortable"
    if columns >= _WIDE:
        width = "-wide"
    classes = {width}
    if columns < MIN_COLUMNS or rows < MIN_ROWS:
        classes.add("-too-small")
    if rows < _BOTH:
        classes.add("-flat")
    if zen:
        classes |= {"-zen", "-flat"}
    if zen or way != "side-by-side":
        classes.add("-alone")
    if focus == "timeline":
        classes.add("-timeline")
    if (focus == "summary" and way != "interleaved") or (way == "english" and focus != "article"):
        classes.add("-summary")
    spare = max(min(_OPEN, rows // 4 + 1), rows // 4)
    if rows < _BOTH:
        spare = _OPEN
    height = spare if timeline_rows is None else min(spare, timeline_rows)
    on_top = lying and has_sidebar and not zen
    around = 0 if zen else 1 + (rows >= _BOTH) + on_top  # the keys, the title, the sidebar
    height = max(3, min(height, rows - around - _LEAST))
    return Folding(frozenset(classes), f"{'1 ' if on_top else ''}1fr {height}", lying)
