"""The bottom row: what can be done now, as much as there is room for.

First what can always be done, then what can be done where the reader stands; at the end of the row, always in
the same place, the help and the way out. Textual's own footer cuts off what does not fit; here the less
important gives way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Click
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.reading.at_hand import AtHand
from briefing.reading.contents import SearchContents
from briefing.settings.keymap import bound, written
from briefing.settings.words import in_use, say
from briefing.tui.looks import looks_of
from briefing.tui.painting import label, one_line
from briefing.tui.panes.row import Row, placed
from briefing.tui.textual_private.kept_rows import KeptRows

_BETWEEN = 2
# Ranks are so far apart that what can be done now has its place between two: behind that of the panes.
_APART = 10
_NOW = 3
# The rank of the least important of the keys that never move.
_STEADY = 2 * _APART
# Cells of a query that are shown at least.
_QUERY = 6


class Shown(Struct, frozen=True):
    """Keys in the bottom row: how they are written, what they do in a word, and which one a click presses."""

    written: str
    does: str
    key: str
    rank: int

    @property
    def width(self) -> int:
        """The cells it takes."""
        return cell_len(self.written) + 1 + cell_len(self.does)


class Placed(Struct, frozen=True):
    """A key and where it stands, in columns from the start of the row."""

    start: int
    end: int
    shown: Shown


class KeyBar(KeptRows, Widget):
    """A click on a key does what the key does. `view_keys` names the keys that open a view.

    `offered` are the names of the actions that can do anything here, `hand` those that can where the reader
    stands.
    """

    ALLOW_SELECT = False

    view_keys: reactive[str] = reactive("1-9")
    offered: reactive[frozenset[str]] = reactive(frozenset())
    hand: reactive[tuple[AtHand, ...]] = reactive(())
    search: reactive[SearchContents | None] = reactive(None)

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks = looks_of(self)
        key_style, does_style = looks["key"], looks["text"]
        segments = [Segment(text, does_style) for text in self._searched()]
        column = sum(map(cell_len, self._searched()))
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

    def _searched(self) -> tuple[str, ...]:
        """What is searched for and where the reader is in what was found, and the blanks behind it."""
        if self.search is None or not self.search.typed:
            return ()
        said = f"  {label(self.search.said)}  "
        room = self.size.width // 2 - 1 - cell_len(said)
        return (f"/{one_line(self.search.typed, max(_QUERY, room)).text}", said)

    def _placed(self) -> list[Placed]:
        used = sum(map(cell_len, self._searched()))
        keys = [*_shown(self.view_keys, self.offered, self.hand)]
        placed = fitting_keys(keys, self.size.width - used)
        return [replace(one, start=one.start + used, end=one.end + used) for one in placed]

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked on."""
        place = event.get_content_offset(self)
        if place is None:
            return
        column = self.size.width - 1 - place.x if in_use().mirrored else place.x
        for one in self._placed():
            if one.start <= column < one.end:
                self.app.simulate_key(one.shown.key)


def fitting_keys(keys: Sequence[Shown], width: int) -> list[Placed]:
    """Return the keys that fit into `width` columns, least important ones left out, in their own order.

    The steady ones stand at the end of the row.
    """
    kept = list(keys)
    while kept and _width(kept) > width:
        kept.remove(max(kept, key=lambda one: one.rank))
    steady = [one for one in kept if one.rank <= _STEADY]
    others = [one for one in kept if one.rank > _STEADY]
    return [*_in_columns(others, 0), *_in_columns(steady, width - _width(steady))]


def _width(keys: Sequence[Shown]) -> int:
    return sum(one.width for one in keys) + _BETWEEN * max(0, len(keys) - 1)


def _shown(view_keys: str, offered: frozenset[str], hand: tuple[AtHand, ...]) -> Iterator[Shown]:
    """What can always be done, and what can be done now: of that only the panes' key goes before it."""
    by_action = {one.action: one for one in bound()}
    for one in bound():
        if one.rank and one.action in offered:
            does = say(f"footer.{one.action}")
            yield Shown(view_keys if one.takes_key else one.written, does, one.keys[0], one.rank * _APART)
    for at, now in enumerate(hand, 1):
        key = by_action[now.action].struck[0]
        yield Shown(written(key), say(now.words), key, _NOW * _APART + at)


def _in_columns(keys: Sequence[Shown], column: int) -> Iterator[Placed]:
    for one in keys:
        yield Placed(column, column + one.width, one)
        column += one.width + _BETWEEN
