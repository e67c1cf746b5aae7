"""How the panes are arranged in a window, and which of them fold away where it is short of room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from briefing.reading.views import Outline
    from briefing.settings.choices import ReadingWay

#: The smallest window that the panes fit into, in columns and rows.
MIN_COLUMNS: Final = 40
MIN_ROWS: Final = 12

# Columns from which on article and summary stand side by side, then the sidebar too, then at full measure.
_BESIDE: Final = 64
_VERTICAL: Final = 100
_WIDE: Final = 170
# Of article and summary side by side: their shares, and in a wide window the article's measure and the rest.
_SHARES: Final = ("11fr", "9fr")
_MEASURED: Final = ("90", "1fr")
_SIDEBAR: Final = "24"
# Rows from which on the timeline shows at all times.
_BOTH: Final = 18
# Rows of the timeline, its frame counted, that show an event with its labels and its text.
_OPEN: Final = 8
# Rows of the panes above it, their frames counted, at the least.
_LEAST: Final = 5


class Arrangement(Struct, frozen=True):
    """How the panes are arranged in a window.

    Attributes:
        columns, rows: The sizes of the grid's columns and rows, as styles have them.
        spans: How many columns each pane that is shown takes, by its id, in reading order.
        shown: The ids of these panes, and of the rows above and below them that are shown.
        is_too_small: The window has no room for panes.
        is_horizontal: The sidebar is on top, in one row, if it is shown.
        has_one_text: Article or summary is shown, not both.
        is_alone: That is so because the reader chose it, not for want of room.
    """

    columns: tuple[str, ...]
    rows: str
    spans: dict[str, int]
    shown: frozenset[str]
    is_too_small: bool
    is_horizontal: bool
    has_one_text: bool
    is_alone: bool


def shows_one_pane(columns: int) -> bool:
    """Return whether a window of that width has room for article or summary, not for both."""
    return columns < _BESIDE


def arrangement(
    columns: int,
    rows: int,
    focus: str | None,
    timeline_rows: int | None,
    outline: Outline,
    *,
    way: ReadingWay = "side-by-side",
    zen: bool = False,
    mirrored: bool = False,
) -> Arrangement:
    """The arrangement for a window of `columns` by `rows` cells.

    `focus` is the id of the pane with the focus; `timeline_rows` what the timeline wants, its frame counted
    (None: not known yet); `outline` says which panes there are. The pane with the focus is never folded away.
    `way` is how article and summary are read; `zen`: only the text is shown; `mirrored`: what is first stands
    at the right.

    The timeline's rows depend on the window alone, not on the focus or the event at hand: whoever goes there
    and comes back finds every row of the other panes where it was.
    """
    is_horizontal = columns < _VERTICAL
    has_sidebar = outline.has_choice and not zen
    is_alone = zen or way != "side-by-side"
    has_one_text = is_alone or shows_one_pane(columns) or not outline.has_summary
    texts: tuple[str, ...] = ("article", "summary")
    if has_one_text:
        wants_summary = way == "english" and focus != "article"
        wants_summary = wants_summary or (focus == "summary" and way != "interleaved")
        texts = ("summary",) if wants_summary and outline.has_summary else ("article",)
    sizes = ("1fr",) * len(texts)
    if len(texts) == 2 and not is_horizontal:
        sizes = _MEASURED if columns >= _WIDE else _SHARES
    if has_sidebar and not is_horizontal:
        sizes = (_SIDEBAR, *sizes)
    is_flat = zen or rows < _BOTH
    spans = dict.fromkeys(texts, 1)
    if has_sidebar:
        spans = {"sidebar": len(sizes) if is_horizontal else 1, **spans}
    if outline.has_events and (focus == "timeline" or not is_flat):
        spans["timeline"] = len(sizes)
    shown = {*spans} if is_flat else {*spans, "title"}
    if not zen:
        shown.add("keys")
    on_top = is_horizontal and has_sidebar
    return Arrangement(
        columns=sizes[::-1] if mirrored else sizes,
        rows=f"{'1 ' if on_top else ''}1fr {_timeline_rows(rows, timeline_rows, on_top=on_top, zen=zen)}",
        spans=spans,
        shown=frozenset(shown),
        is_too_small=columns < MIN_COLUMNS or rows < MIN_ROWS,
        is_horizontal=is_horizontal,
        has_one_text=has_one_text,
        is_alone=is_alone,
    )


def _timeline_rows(rows: int, wanted: int | None, *, on_top: bool, zen: bool) -> int:
    """The rows of the timeline in a window of `rows`; `on_top`: the sidebar has one, too."""
    spare = _OPEN if rows < _BOTH else max(min(_OPEN, rows // 4 + 1), rows // 4)
    height = spare if wanted is None else min(spare, wanted)
    around = 0 if zen else 1 + (rows >= _BOTH) + on_top  # the keys, the title, the sidebar
    return max(3, min(height, rows - around - _LEAST))
