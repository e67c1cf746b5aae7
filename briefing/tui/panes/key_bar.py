"""The bottom row: the main keys, as many as there is room for.

Textual's own footer cuts off the keys that do not fit; here the less important give way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Click
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.settings.keymap import Bound, bound
from briefing.settings.words import in_use, say
from briefing.tui.looks import looks_of
from briefing.tui.panes.row import Row, placed

_BETWEEN = 2


class Shown(NamedTuple):
    """Keys in the bottom row: how they are written, what they do in a word, and which one a click presses."""

    written: str
    does: str
    key: str
    rank: int

    @property
    def width(self) -> int:
        """The cells it takes."""
        return cell_len(self.written) + 1 + cell_len(self.does)


class Placed(NamedTuple):
    """A key and where it stands, in columns from the start of the row."""

    start: int
    end: int
    shown: Shown


class KeyBar(Widget):
    """A click on a key does what the key does. `view_keys` names the keys that open a view.

    `offered` are the names of the actions that can do anything here.
    """

    ALLOW_SELECT = False

    view_keys: reactive[str] = reactive("1-9")
    offered: reactive[frozenset[str]] = reactive(frozenset())

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks = looks_of(self)
        key_style, does_style = looks["key"], looks["text"]
        segments: list[Segment] = []
        column = 0
        for one in self._placed():
            segments += [
                Segment(" " * (one.start - column), does_style),
                Segment(one.shown.written, key_style),
                Segment(" ", does_style),
                Segment(one.shown.does, does_style),
            ]
            column = one.end
        width = self.size.width
        row = Row(tuple(segments), blank=does_style)
        return Strip(placed(row, width, mirrored=in_use().mirrored), width)

    def _placed(self) -> list[Placed]:
        return fitting([*_shown(self.view_keys, self.offered)], self.size.width)

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked on."""
        place = event.get_content_offset(self)
        if place is None:
            return
        column = self.size.width - 1 - place.x if in_use().mirrored else place.x
        for one in self._placed():
            if one.start <= column < one.end:
                self.app.simulate_key(one.shown.key)


def fitting(keys: Sequence[Shown], width: int) -> list[Placed]:
    """Return the keys that fit into `width` columns, least important ones left out, in their own order."""
    kept = list(keys)
    while kept and sum(one.width for one in kept) + _BETWEEN * (len(kept) - 1) > width:
        kept.remove(max(kept, key=lambda one: one.rank))
    return list(_in_columns(kept))


def _shown(view_keys: str, offered: frozenset[str]) -> Iterator[Shown]:
    for one in bound():
        if one.rank and one.action in offered:
            written = view_keys if one.takes_key else one.written
            yield Shown(written, say(f"footer.{one.action}"), _pressed(one), one.rank)


def _pressed(one: Bound) -> str:
    return one.keys[0]


def _in_columns(keys: Sequence[Shown]) -> Iterator[Placed]:
    column = 0
    for one in keys:
        yield Placed(column, column + one.width, one)
        column += one.width + _BETWEEN
