"""A screen that lies over another one, which is seen behind it, dimmed.

Textual's own would cut a row of what is behind anywhere, also between the marks of a letter, and right beside
a frame: letters that are wider than their cell would run into it, and kitty, which reverses words, would take
it for a part of one. So the cells beside a window are blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import ClassVar, Final, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets._toast import ToastRack

from briefing.machine.terminal.depth import Depth
from briefing.tui.dimming import dimmed
from briefing.tui.textual_private.own_size import OwnSizeScreen
from briefing.tui.textual_private.sparse_compositor import SparseCompositor

Result = TypeVar("Result")

# From so many rows on a window leaves the first and the last, so that something is seen behind it.
_HIGH: Final = 24


class SeeThroughScreen(OwnSizeScreen[Result], ModalScreen[Result]):
    """Shows the screen below it on the stack wherever none of its own widgets is.

    How far that one is dimmed is the opacity of this one's ground: not at all where that is transparent.
    """

    DEFAULT_CSS = """
    SeeThroughScreen { align: center middle; background: $background 65%; }
    SeeThroughScreen.-low ToastRack { margin-bottom: 0; }
    """

    keeps_within: ClassVar[bool] = True  # whether the windows here are kept within the room for them

    _windows: tuple[Region, ...] = ()
    _behind: list[Strip] | None = None

    @property
    def room(self) -> int:
        """The rows that a window may have here."""
        rows = self.app.size.height
        return rows - 2 if rows >= _HIGH else rows

    def on_mount(self) -> None:
        """Keep the windows within the room."""
        self._fit()

    def on_resize(self) -> None:
        """Keep them within it."""
        self._fit()

    def _fit(self) -> None:
        self.set_class(self.app.size.height < _HIGH, "-low")  # a notice stands on the frame there, too
        for child in self.displayed_children if self.keeps_within else ():
            if not child.has_class("-textual-system"):
                child.styles.max_height = self.room

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return rows of what is behind (Textual's line API)."""
        windows = tuple(child.region for child in self.displayed_children if child.region)
        if windows != self._windows:
            self._styles_cache.clear()
            if self._windows:
                self.refresh()  # only what a window left or took is painted by itself, and nothing beside it
            self._windows = windows
        try:
            return super().render_lines(crop)
        finally:
            self._behind = None

    def render_line(self, y: int) -> Strip:
        """Return a row of what is behind, blank beside each window."""
        if self._behind is None:
            self._behind = self._rows_behind()
        row = self._behind[y] if y < len(self._behind) else Strip([])
        colours, share = self.app.theme_variables, self.styles.background.a
        ground, quiet = colours["background"], colours["border-blurred"]
        depth: Depth = getattr(self.app, "depth", "truecolor")
        blank = Style() if depth == "none" else Style(bgcolor=ground)
        row = row.adjust_cell_length(self.size.width, blank)
        for window in self._windows:
            if window.y <= y < window.bottom:
                row = with_blank(row, max(0, window.x - 1), min(window.right + 1, self.size.width), blank)
        return Strip(
            [
                Segment(text, dimmed(style or blank, ground, quiet, share, depth))
                for text, style, control in row
                if not control
            ],
            row.cell_length,
        )

    def _rows_behind(self) -> list[Strip]:
        stack = self.app.screen_stack
        at = stack.index(self) if self in stack else 0
        if not at:
            return []
        below = stack[at - 1]
        if isinstance(below, SeeThroughScreen):
            below._styles_cache.clear()  # what is behind that one may have changed
        compositor = below._compositor
        if not isinstance(compositor, SparseCompositor):
            return compositor.render_strips()
        return compositor.render_strips_without(ToastRack)  # notices are over this one, too


def with_blank(row: Strip, begin: int, end: int, style: Style) -> Strip:
    """Return a row with blanks from column `begin` to before `end`; letters beside them keep all marks."""
    # Cut where a letter with several marks ends, the first of them stays with it.
    lost = "".join(_marks(row.crop(begin))) if begin else ""
    after = row.crop(end)
    stray = len(list(_marks(after)))
    left = [*row.crop(0, begin)]
    if lost and left:
        left[-1] = Segment(left[-1].text + lost, left[-1].style)
    right = [*after]
    if stray:
        right[0] = Segment(right[0].text[stray:], right[0].style)
    return Strip([*left, Segment(" " * (end - begin), style), *right], row.cell_length)


def _marks(row: Strip) -> Iterator[str]:
    """The marks that a cut row begins with: they belong to the cell before it."""
    first = next(iter(row), None)
    return takewhile(lambda one: not cell_len(one), first.text if first is not None else "")
