"""Scrolling rows: by the wheel, and where the thumb of a scrollbar is."""

from __future__ import annotations

from typing import Final

from textual.events import MouseScrollDown, MouseScrollUp
from textual.reactive import reactive
from textual.widget import Widget

# Rows that a step of the wheel goes.
_WHEEL: Final = 3


class WheelScrolled(Widget):
    """Rows of which number `top` is at the upper edge: the wheel moves it. A subclass keeps it in bounds."""

    top: reactive[int] = reactive(0)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel scrolls on."""
        self.scroll_by_wheel(_WHEEL, event.y)
        event.stop()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel scrolls back."""
        self.scroll_by_wheel(-_WHEEL, event.y)
        event.stop()

    def scroll_by_wheel(self, rows: int, y: int) -> None:
        """Scroll by so many rows, down or (below 0) up, with the mouse in row `y`."""
        self.top += rows


def thumb(count: int, page: int, top: int) -> range:
    """Return the rows of a page of `page` rows at which the thumb is, with row `top` of `count` at its edge.

    Empty where all rows fit.
    """
    if count <= page:
        return range(0)
    length = max(1, page * page // count)
    first = (page - length) * top // (count - page)
    return range(first, first + length)
