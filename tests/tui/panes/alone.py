"""A pane by itself, without an application around it: sized, painted, clicked on, and asked what it did.

It costs a hundredth of what a running reader does. What a pane has of Textual is put in its place here, so a
test of it says nothing of messages, focus and bindings: those take a reader (`tests/tui/conftest.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace
from rich.segment import Segment
from textual.events import Click, MouseDown, MouseEvent, MouseMove, MouseUp, Resize
from textual.geometry import Region, Size

from briefing.tui.panes.alignment import AlignedHeights
from briefing.tui.panes.heights import Heights
from briefing.tui.panes.measured_view import MeasuredView
from briefing.tui.panes.pane import Pane
from tests.tui.panes.test_every_field import STYLES

#: By a style, the look that it is.
LOOK_OF = {style.color: name for name, style in STYLES.items()}


class Alone(Pane):
    """Mixed in before the class of a pane: `class Sample(Alone, ItemView)`."""

    def __init__(self, **others: Any) -> None:
        self.acts: list[tuple[Any, ...]] = []
        #: What is called later, in this order, once `settle` says so.
        self.later: list[Callable[[], object]] = []
        #: Regions painted anew; an empty one for all of the pane.
        self.repainted: list[tuple[Region, ...]] = []
        self.layouts = 0
        self.holds_mouse = False
        self.window = Size(120, 36)
        self.own = Size(0, 0)
        super().__init__(id="pane", act=lambda *told: self.acts.append(told), **others)
        self._looks = STYLES

    # What Textual would do.

    @property
    def app(self) -> Any:  # type: ignore[override]
        return SimpleNamespace(size=self.window)

    @property
    def size(self) -> Size:
        return self.own

    def repaint(self, *regions: Region) -> None:
        self.repainted.append(regions)

    def refresh(self, *regions: Region, layout: bool = False, **others: Any) -> Any:
        self.repainted.append(regions)
        self.layouts += layout
        return self

    def call_later(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        self.later.append(lambda: callback(*args, **kwargs))
        return True

    call_after_refresh = call_later

    def set_timer(self, delay: float, callback: Any = None, **others: Any) -> Any:
        self.later.append(callback)

    def capture_mouse(self, capture: bool = True) -> None:
        self.holds_mouse = capture

    def release_mouse(self) -> None:
        self.holds_mouse = False

    def get_line_filters(self) -> list[Any]:
        return []

    # What goes in.

    def sized(self, columns: int, rows: int) -> None:
        """Give it a size, and let everything happen that follows."""
        self.own = Size(columns, rows)
        self.on_resize(Resize(self.own, self.window))
        self.settle()

    def settle(self) -> None:
        """Do what waits to be done later, and what comes of it."""
        for _ in range(1000):
            if not self.later:
                return
            self.later.pop(0)()
        raise AssertionError("it never comes to rest")

    def press(self, column: int, row: int, button: int = 1) -> None:
        self.on_mouse_down(_mouse(MouseDown, column, row, button))

    def move(self, column: int, row: int, button: int = 1) -> None:
        self.on_mouse_move(_mouse(MouseMove, column, row, button))

    def release(self, column: int, row: int) -> None:
        self.on_mouse_up(_mouse(MouseUp, column, row, 1))

    def click(self, column: int, row: int, chain: int = 1) -> None:
        """A click after others in a row, the button's ways down and up included."""
        self.press(column, row)
        self.release(column, row)
        flags: dict[str, Any] = {"shift": False, "meta": False, "ctrl": False, "chain": chain}
        self.on_click(Click(None, column, row, 0, 0, 1, screen_x=column, screen_y=row, **flags))

    # What is there.

    def told(self) -> list[tuple[Any, ...]]:
        """What it has had done since this was asked last."""
        done, self.acts = self.acts, []
        return done

    def rows(self) -> list[str]:
        """The painted text, row by row."""
        return ["".join(text for text, _ in row) for row in self.looked()]

    def looked(self) -> list[list[tuple[str, str]]]:
        """Row by row, the texts and the look of each."""
        return [[*_looked(strip)] for strip in self.render_lines(Region(0, 0, *self.own))]

    def inside(self) -> list[str]:
        """The painted text inside the frame, without blanks at its ends."""
        return [row[1:-2].strip() for row in self.rows()[1:-1]]


def _looked(segments: Any) -> Iterator[tuple[str, str]]:
    joined: list[Segment] = [*Segment.simplify(segments)]
    for segment in joined:
        yield segment.text, LOOK_OF[segment.style.color] if segment.style else ""


def _mouse(kind: type[Any], column: int, row: int, button: int) -> Any:
    flags: dict[str, Any] = {"shift": False, "meta": False, "ctrl": False}
    event: MouseEvent = kind(None, column, row, 0, 0, button, screen_x=column, screen_y=row, **flags)
    return event


class Led(Alone):
    """A pane by itself whose reader goes where it says; its contents have a `cursor`."""

    def __init__(self, **others: Any) -> None:
        super().__init__(**others)
        self.act = self._do

    def _do(self, name: str, *told: Any) -> None:
        self.acts.append((name, *told[1:]))
        if name in ("put-cursor", "jump-to"):
            self.contents = replace(self.contents, cursor=told[1])


class Apart(MeasuredView):
    """Mixed in before a pane of items, of which each then begins ten rows below the one before."""

    @property
    def _heights(self) -> Heights:
        beside = Heights(self._own_heights.count, 10)
        return AlignedHeights(self._own_heights, beside, tuple(range(beside.count)))
