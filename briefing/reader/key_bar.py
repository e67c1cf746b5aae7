"""The bottom row: the main keys, as many as there is room for.

Textual's own footer cuts off the keys that do not fit; here the less important give way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.events import Click
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.reader.keys import Key, footer_keys
from briefing.reader.looks import looks_of

_BETWEEN = 2


class Placed(NamedTuple):
    """A key and where it stands, in columns."""

    start: int
    end: int
    key: Key


class KeyBar(Widget):
    """A click on a key does what the key does. `digits` names the keys that open a section."""

    ALLOW_SELECT = False

    digits: reactive[str] = reactive("1-9")

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks = looks_of(self)
        key_style, does_style = looks["key"], looks["text"]
        segments: list[Segment] = []
        column = 0
        for placed in self._placed():
            segments += [
                Segment(" " * (placed.start - column), does_style),
                Segment(placed.key.written, key_style),
                Segment(f" {placed.key.footer}", does_style),
            ]
            column = placed.end
        return Strip(segments).adjust_cell_length(self.size.width, does_style)

    def _placed(self) -> list[Placed]:
        keys = [
            key._replace(written=self.digits) if key.footer == "Section" else key for key in footer_keys()
        ]
        return place(keys, self.size.width)

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked on."""
        place = event.get_content_offset(self)
        if place is None:
            return
        for placed in self._placed():
            if placed.start <= place.x < placed.end:
                name = placed.key.keys.split(",")[0]
                self.app.simulate_key(name)


def place(keys: Sequence[Key], width: int) -> list[Placed]:
    """The keys that fit into `width` columns, least important ones left out, in their own order."""
    kept = list(keys)
    while kept and sum(map(_width, kept)) + _BETWEEN * (len(kept) - 1) > width:
        kept.remove(max(kept, key=lambda key: key.rank))
    return list(_placed(kept))


def _width(key: Key) -> int:
    return len(key.written) + 1 + len(key.footer)


def _placed(keys: Sequence[Key]) -> Iterator[Placed]:
    column = 0
    for key in keys:
        yield Placed(column, column + _width(key), key)
        column += _width(key) + _BETWEEN
