"""A bar by itself, without an application around it: sized, painted and clicked on.

As of panes (`tests/tui/panes/alone.py`), what it has of Textual is put in its place here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace
from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.widget import Widget

from briefing.settings.words import ENGLISH
from briefing.tui.looks import looks_in
from tests.tui.said_in import said_in

_COLOURS = {"foreground": "#ffffff", "quiet": "#111111", "mark": "#222222", "background": "#000000"}
STYLES = looks_in(_COLOURS, "truecolor")


class Alone(Widget):
    """Mixed in before the class of a bar: `class Sample(Alone, KeyBar)`."""

    own = Size(40, 1)

    @property
    def app(self) -> Any:  # type: ignore[override]
        self.pressed: list[str] = self.__dict__.get("pressed", [])
        return SimpleNamespace(theme_variables=_COLOURS, depth="truecolor", simulate_key=self.pressed.append)

    @property
    def size(self) -> Size:
        return self.own

    def refresh(self, *args: Any, **others: Any) -> Any:
        return self

    def sized(self, columns: int, rows: int = 1) -> Any:
        self.own = Size(columns, rows)
        return self

    def click(self, column: int) -> None:
        """A click on a column of its row."""
        event = SimpleNamespace(get_content_offset=lambda _: Offset(column, 0), stop=lambda: None)
        self.on_click(event)  # type: ignore[attr-defined]

    def row(self, y: int = 0) -> str:
        """A painted row."""
        return "".join(segment.text for segment in self.render_line(y))

    def look(self, name: str, y: int = 0) -> str:
        """What of a row is painted in a look, without the blanks around it."""
        cells = Segment.simplify(self.render_line(y))
        return "|".join(one.text.strip() for one in cells if one.style == STYLES[name] and one.text.strip())


@contextmanager
def mirrored() -> Iterator[None]:
    """The interface from right to left, with its English words."""
    with said_in(replace(ENGLISH, mirrored=True)):
        yield
